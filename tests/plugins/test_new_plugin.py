"""The chapter about plugins and `textlint new` give a plugin that loads, passes its tests and reports."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from textlint import plugins, testing

Textlint = Callable[..., Any]
CHAPTER = (Path(__file__).parents[2] / "docs" / "plugins.md").read_text(encoding="utf-8")


def run_its_tests(folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def lay_down(folder: Path, site: Path) -> None:
    """Do what an installer does with the plugin in `folder`."""
    project = tomllib.loads((folder / "pyproject.toml").read_text())["project"]
    [(name, module)] = project["entry-points"]["textlint"].items()
    (site / module).symlink_to(folder / module)
    info = site / f"{module}-{project['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    )
    (info / "entry_points.txt").write_text(f"[textlint]\n{name} = {module}\n")


def test_the_chapter_from_nothing_to_findings(
    textlint: Textlint, textlint_process: Any, work: Path, site: Path
) -> None:
    assert textlint("new", "plugin", "harbour").status == 0
    folder = work / "textlint-harbour"
    assert "2 passed" in run_its_tests(folder)

    os.chdir(folder)
    told = textlint("new", "rule", "harbour/too-shallow")
    assert told.status == 0, told.err
    package = folder / "textlint_harbour"
    [example] = re.findall(r"```python\n(.*?)```", CHAPTER, re.S)
    (package / "too_shallow.py").write_text(example)
    init = (package / "__init__.py").read_text()
    init = init.replace("return [first_rule]", "return [first_rule, too_shallow]")
    [line] = re.findall(r"^    from .*$", told.out, re.M)
    init = init.replace("    return", f"{line}\n    return").replace(
        "\n\n    from", "\n    from", 0
    )
    (package / "__init__.py").write_text(init)
    assert "4 passed" in run_its_tests(folder)

    os.chdir(work)
    lay_down(folder, site)
    (work / "a.md").write_text("The harbour is too shallow!!!\n")
    done = textlint_process("check", "--format", "concise", "--select", "harbour")
    assert done.returncode == 1, done.stderr
    rules = [line.split()[2] for line in done.stdout.splitlines() if line.startswith("a.md:")]
    assert rules == ["harbour/too-shallow", "harbour/first-rule"]


def test_a_new_plugin_with_two_words(textlint: Textlint, work: Path) -> None:
    assert textlint("new", "plugin", "old-harbour").status == 0
    assert "2 passed" in run_its_tests(work / "textlint-old-harbour")


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["plugin", "Harbour"], "is no name"),
        (["plugin", "../x"], "is no name"),
        (["rule", "harbour"], "write family/what-is-wrong"),
        (["rule", "harbour/Too"], "write family/what-is-wrong"),
        (["rule", "harbour/shallow"], "there is no folder textlint_harbour here"),
        (["thing", "x"], "thing"),
    ],
)
def test_what_is_no_name(arguments: list[str], said: str, textlint: Textlint, work: Path) -> None:
    done = textlint("new", *arguments)
    assert done.status == 2
    assert said in done.err
    assert [path.name for path in work.iterdir()] == [".git"]


def test_nothing_is_overwritten(textlint: Textlint, work: Path) -> None:
    textlint("new", "plugin", "harbour")
    assert textlint("new", "plugin", "harbour").status == 2
    os.chdir(work / "textlint-harbour")
    module = Path("textlint_harbour/first_rule.py")
    module.write_text("mine")
    assert textlint("new", "rule", "harbour/first-rule").status == 2
    assert module.read_text() == "mine"


def first_cells(title: str) -> list[str]:
    found = re.search(rf"^## \d\. {title}\n(.*?)(?=^## |\Z)", CHAPTER, re.M | re.S)
    assert found
    return re.findall(r"^\| `(\w+)`", found[1], re.M)


def test_the_hooks_and_the_kit_are_those_of_the_chapter() -> None:
    assert first_cells("Hooks") == list(plugins.HOOKS)
    for name in first_cells("Test it"):
        assert callable(getattr(testing, name))
