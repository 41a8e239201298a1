"""Every command line of the README and the documentation is run, on a small site made for it.

A page is one session in one folder, from top to bottom, as a reader would do it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from textlint import cli

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]

# What is not run here, by how it begins, and who runs it instead.
ELSEWHERE = {
    "python3 -m venv .venv": ".ci/run, as it stands in the README",
    ". .venv/bin/activate": ".ci/run makes such an environment",
    'python -m pip install "git+https://github.com/OWNER/': "tests/integration installs the sources",
    'pip install "git+https://github.com/OWNER/': "tests/integration installs the sources",
    "python -m pip install -e '.[test]'": "tests/plugins/test_new_plugin.py lays the plugin down",
    "python -m pytest": "tests/plugins/test_new_plugin.py",
    "textlint rules --family harbour": "tests/plugins/test_new_plugin.py, with the plugin at hand",
}
# Exit statuses that a page promises; all others may be 0 or 1.
PROMISED = {
    ("tutorial", "textlint check ferry.md"): 1,
    ("tutorial", "textlint check --diff ferry.md"): 1,
    ("tutorial", "textlint check --fix ferry.md"): 0,
    ("README", "textlint init --baseline"): 0,
    ("README", "textlint check"): 0,
    ("integrations", "textlint check content --output junit=textlint.xml"): 1,
}
BAD = "The swing bridge opens on Monday.\n\n2024-05-04 08:04\n"


def code(page: Path, language: str) -> Iterator[str]:
    yield from re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.S)


def scripts(value: Any) -> Iterator[str]:
    """Yield the shell lines of a workflow: `run` of GitHub's, `script` of GitLab's."""
    if isinstance(value, list):
        for item in value:
            yield from scripts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "run":
                yield item
            elif key == "script":
                yield "\n".join(item)
            else:
                yield from scripts(item)


def commands(page: Path) -> list[str]:
    """Return the command lines of a page, without comments; a script of several lines is one."""
    found = []
    for block in code(page, "sh"):
        for line in block.splitlines():
            command = re.sub(r"(^|\s+)#.*", "", line)
            if command:
                found.append(command)
    for block in code(page, "yaml"):
        for script in scripts(yaml.safe_load(block)):
            lines = script.strip().splitlines()
            found += [script] if "status=" in script else lines
    return found


WITH_COMMANDS = [page for page in PAGES if commands(page)]


@pytest.fixture
def site(work: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A repository with articles, and a PATH with `textlint` and a stand-in for reviewdog."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, text in (
        ("textlint", f'exec "{sys.executable}" -m textlint "$@"'),
        ("reviewdog", "cat > reviewdog.log"),
    ):
        (programs / name).write_text(f"#!/bin/sh\n{text}\n")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"):
        monkeypatch.setenv(name, str(tmp_path / name))
    [ferry] = [c for c in code(ROOT / "docs" / "tutorial.md", "markdown") if "# The ferry" in c]
    for path, text in {
        "content/a.md": BAD,
        "content/b.md": "The harbour office says so.\n",
        "draft.md": BAD,
        "originals/o.md": "Nobody bought the old lighthouse.\n",
        "incoming/i.md": "A whale swam past the wall.\n",
        "my-site/hugo.toml": "",
        "my-site/content/c.md": BAD,
        "ferry.md": ferry,
    }.items():
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        (work / path).write_text(text)
    (work / ".git").rmdir()
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (
        ["init", "-q", "-b", "main"],
        ["add", "."],
        [*who, "commit", "-qm", "The site"],
        ["update-ref", "refs/remotes/origin/main", "HEAD"],
    ):
        subprocess.run(["git", *arguments], cwd=work, check=True)
    return work


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.stem)
def test_the_commands_of_a_page(
    page: Path, site: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for command in commands(page):
        if any(command.startswith(beginning) for beginning in ELSEWHERE):
            continue
        capfd.readouterr()
        status = run(command, monkeypatch.chdir)
        said = capfd.readouterr().err
        promised = PROMISED.get((page.stem, command))
        allowed = {0, 1} if promised is None else {promised}
        assert status in allowed, (command, status, said)
        assert "Error" not in said, (command, said)


def run(command: str, enter: Callable[[Path], None]) -> int:
    """Run one line: `cd` and `textlint` in this process, what needs a shell by bash."""
    words = shlex.split(command)
    if words[0] == "cd":
        enter(Path.cwd() / words[1])
        return 0
    if words[0] == "textlint" and not set(command) & set("|>$"):
        return cli.run(words[1:])
    return subprocess.run(["bash", "-eo", "pipefail", "-c", command], check=False).returncode


def test_no_exception_is_made_for_nothing() -> None:
    every = [command for page in PAGES for command in commands(page)]
    for beginning in ELSEWHERE:
        assert any(command.startswith(beginning) for command in every), beginning
    for stem, command in PROMISED:
        assert any(command in commands(page) for page in PAGES if page.stem == stem), command


INLINE = [
    (page.stem, found)
    for page in PAGES
    for found in re.findall(r"(?<!`)`(textlint [^`\n]+)`", page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("page", "text"), INLINE, ids=[f"{p}-{t[:50]}" for p, t in INLINE])
def test_a_command_within_a_sentence_has_that_command_and_those_options(
    page: str, text: str
) -> None:
    _, name, *words = re.sub(r"\[.*?\]", "", text).replace("…", "").split()
    if name.startswith("-"):
        assert text in ("textlint --version", "textlint --help")
        return
    command = cli.group.get_command(click.Context(cli.group), name.partition("|")[0])
    assert command is not None, text
    options = {option for param in command.params for option in param.opts}
    for word in words:
        if word.startswith("-") and word != "-":
            assert word in {*options, "--help"}, text
