"""`textlint new plugin` and `textlint new rule`: files that work, to be changed."""

from __future__ import annotations

from pathlib import Path

import click

from textlint.commands.parameters import offered, one_of
from textlint.commands.status import CLEAN

KINDS = ("plugin", "rule")


@click.command("new")
@click.argument(
    "kind", callback=one_of(*KINDS), metavar="plugin|rule", shell_complete=offered(*KINDS)
)
@click.argument("name")
def command(*, kind: str, name: str) -> int:
    """Write a plugin with one rule, or one more rule for a plugin.

    `textlint new plugin harbour` writes the folder textlint-harbour, ready to be installed and tested.
    `textlint new rule harbour/too-shallow`, called in that folder, writes the module of a rule. No file
    is ever overwritten.
    """
    from textlint.commands.scanning import working_directory

    folder = working_directory()
    if kind == "plugin":
        return _plugin(folder, name)
    return _rule(folder, name)


def _plugin(folder: Path, name: str) -> int:
    from textlint.commands.streams import write_stdout
    from textlint.plugin_templates import is_name, plugin_files

    if not is_name(name):
        raise click.UsageError(
            f'"{name}" is no name: lower-case words with hyphens, such as harbour'
        )
    top = folder / f"textlint-{name}"
    if top.exists() or top.is_symlink():
        raise click.ClickException(f"there is a {top.name} already: nothing was written")
    for path, text in plugin_files(name).items():
        _write(top / path, text)
    write_stdout(
        f"{top.name} written. Now:\n\n  cd {top.name}\n  python -m pip install -e '.[test]'\n"
        f"  python -m pytest\n  textlint rules --family {name}\n"
    )
    return CLEAN


def _rule(folder: Path, name: str) -> int:
    from textlint.commands.streams import write_stdout
    from textlint.plugin_templates import is_name, rule_file

    family, slash, rule = name.partition("/")
    if not slash or not is_name(family) or not is_name(rule):
        raise click.UsageError(f'"{name}" is no rule: write family/what-is-wrong in lower case')
    package = f"textlint_{family.replace('-', '_')}"
    found = [path for path in (folder / package, folder / "plugins" / package) if path.is_dir()]
    if not found:
        raise click.ClickException(
            f"there is no folder {package} here: call it in the plugin's folder"
        )
    module = rule.replace("-", "_")
    _write(found[0] / f"{module}.py", rule_file(family, rule))
    place = found[0].relative_to(folder).as_posix()
    write_stdout(
        f"{place}/{module}.py written. Now put these into textlint_rules of {place}/__init__.py:\n\n"
        f"    from {package}.{module} import {module}\n\nand {module} into the list that it returns.\n"
    )
    return CLEAN


def _write(path: Path, text: str) -> None:
    from textlint.files import why

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise click.ClickException(
            f"{path.name} is there already: it was not overwritten"
        ) from None
    except OSError as error:
        raise click.ClickException(f"cannot write {path.name}: {why(error)}") from None
