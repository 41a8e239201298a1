"""What is imported before anything is asked for: seen in sys.modules, not on a clock."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import textlint as package

HEAVY = {"textstat", "langdetect", "yaml", "ahocorasick_rs", "pyromark", "pathspec", "nltk"}


def modules_after(*arguments: str, folder: Path) -> tuple[set[str], str]:
    """Run the entry point in a process of its own; return what it imported and what it printed."""
    script = (
        "import sys; from textlint.__main__ import main\n"
        f"sys.argv[1:] = {list(arguments)!r}\n"
        "try:\n    main()\n"
        "finally:\n    print(*sys.modules, file=open('modules', 'w'))"
    )
    # -S and -I would hide the installed packages; site's own imports happen before and without us.
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONSAFEPATH": "1"},
    )
    before = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    modules = set((folder / "modules").read_text().split())
    return modules - set(before.stdout.split()), done.stdout + done.stderr


def test_version_imports_nothing_but_the_version(tmp_path: Path) -> None:
    modules, output = modules_after("--version", folder=tmp_path)
    assert output == f"textlint {package.__version__}\n"
    assert modules == {"textlint", "textlint.__main__"}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["rules", "--help"], ["explain", "--help"], []]
)
def test_help_imports_no_plugin(arguments: list[str], tmp_path: Path) -> None:
    modules, output = modules_after(*arguments, folder=tmp_path)
    assert "Usage: textlint" in output
    assert not {name for name in modules if name.startswith("textlint_")}
    assert not {name.partition(".")[0] for name in modules} & HEAVY
    assert "pluggy" not in modules
    assert "textlint.plugins" not in modules


@pytest.mark.parametrize("command", ["rules", "plugins", "check"])
def test_commands_import_the_heavy_libraries_only_when_a_rule_needs_them(
    command: str, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A short text\n---\n\nA short text.\n")
    modules, _ = modules_after(command, folder=tmp_path)
    assert "textlint_footer" in modules
    roots = {name.partition(".")[0] for name in modules}
    assert not roots & {"textstat", "langdetect", "nltk", "yaml", "ftfy"}


def test_files_that_are_not_there_need_no_library(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A short text.\n")
    modules, output = modules_after("check", "--isolated", "a.md", folder=tmp_path)
    assert "nothing found" in output
    assert "pathspec" not in modules


def test_importing_the_package_imports_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); import textlint\n"
        "print(*(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["textlint"]


def test_every_public_name_is_there() -> None:
    for name in package.__all__:
        assert getattr(package, name) is not None
    assert set(package.__all__) <= set(dir(package))


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        _ = package.lint


def test_the_program_runs_as_a_module(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "textlint", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"textlint {package.__version__}\n"


def test_both_scripts_are_installed() -> None:
    from importlib.metadata import entry_points

    scripts = {p.name: p.value for p in entry_points(group="console_scripts")}
    assert scripts["textlint"] == scripts["textlint-py"] == "textlint.__main__:program"
