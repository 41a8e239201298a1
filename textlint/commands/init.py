"""`textlint init`: the files with which a repository starts, written only where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from textlint import __version__
from textlint.commands.status import CLEAN

# The address of this program's own repository, as the README writes it.
REPOSITORY = "https://github.com/OWNER/textlint"
PRE_COMMIT_FILE = ".pre-commit-config.yaml"
WORKFLOW_FILE = ".github/workflows/textlint.yml"

_PRE_COMMIT = f"""\
repos:
  - repo: {REPOSITORY} # write the owner of your copy for OWNER
    rev: v{__version__}
    hooks:
      - id: textlint
"""
_WORKFLOW = f"""\
name: textlint
on:
  pull_request:
permissions:
  contents: read
jobs:
  textlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      # Write the owner of your copy for OWNER.
      - uses: {REPOSITORY.removeprefix("https://github.com/")}@v{__version__}
"""


@click.command("init")
@click.option("--baseline", "wants_baseline", is_flag=True, help="Accept what is there now.")
@click.option("--pre-commit", "wants_hook", is_flag=True, help=f"Write {PRE_COMMIT_FILE}, too.")
@click.option("--workflow", "wants_workflow", is_flag=True, help=f"Write {WORKFLOW_FILE}, too.")
def command(*, wants_baseline: bool, wants_hook: bool, wants_workflow: bool) -> int:
    """Write a textlint.toml for the site in the working directory, and more when asked.

    The generator of the site (Hugo, Jekyll, Eleventy, Docusaurus, Astro, MkDocs) is recognised by its
    configuration file. No file is ever overwritten.
    """
    from textlint.commands.scanning import working_directory
    from textlint.commands.streams import write_stdout
    from textlint.config_search import FILE_NAME, find_config
    from textlint.site_generators import generator_of

    folder = working_directory()
    generator = generator_of(folder)
    if generator.marks:
        write_stdout(f"This looks like a site of {generator.name}.\n")
    else:
        write_stdout("No site generator that textlint knows: every article below is checked.\n")
    existing = find_config(folder)
    if existing is not None:
        where = existing.name if existing.parent == folder else "a folder above"
        write_stdout(f"There is a configuration already, in {where}: it stays as it is.\n")
    else:
        _write(folder / FILE_NAME, FILE_NAME, _configuration(generator.without, wants_baseline))
    if wants_hook:
        _write(folder / PRE_COMMIT_FILE, PRE_COMMIT_FILE, _PRE_COMMIT)
    if wants_workflow:
        _write(folder / WORKFLOW_FILE, WORKFLOW_FILE, _WORKFLOW)
    status = _accept() if wants_baseline else CLEAN
    write_stdout("Now: textlint check\n")
    return status


def _configuration(without: Sequence[str], has_baseline: bool) -> str:
    lines = [
        "# Settings of textlint; `textlint rules` lists the rules, `textlint explain RULE` says more.",
    ]
    if without:
        patterns = ", ".join(f'"{pattern}"' for pattern in without)
        lines += ["# What the site generator writes, and its templates.", f"exclude = [{patterns}]"]
    if has_baseline:
        lines += ["# Findings that were there on the first day: `textlint baseline` accepts more."]
        lines += ['baseline = "textlint-baseline.json"']
    return "\n".join(lines) + "\n"


def _write(path: Path, name: str, text: str) -> None:
    """Write a new file; one that exists stays, and what would be in it is printed."""
    from textlint.commands.streams import write_stdout
    from textlint.files import why

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        write_stdout(
            f"{name} is there already and stays as it is. What would be in it:\n\n{text}\n"
        )
    except OSError as error:
        raise click.ClickException(f"cannot write {name}: {why(error)}") from None
    else:
        write_stdout(f"{name} written.\n")


def _accept() -> int:
    """Write the baseline of the working directory unless there is one; return the exit status."""
    from textlint.baseline import FILE_NAME
    from textlint.commands.baseline import write_baseline
    from textlint.commands.scanning import NO_OPTIONS, Scan
    from textlint.commands.streams import write_stdout

    scan = Scan.prepared(**NO_OPTIONS)
    path = scan.config.root / (scan.config.baseline or FILE_NAME)
    if path.exists():
        write_stdout(f"{path.name} is there already and stays as it is.\n")
        return CLEAN
    return write_baseline(scan)
