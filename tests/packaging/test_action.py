"""action.yml: its scripts, run by bash as the runner does it, capture the status and execute no input."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from textlint import cli

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS: dict[str, Any] = {step["name"]: step for step in ACTION["runs"]["steps"]}
Step = Callable[..., subprocess.CompletedProcess[str]]
Runner = Callable[..., tuple[int, str, str]]


@pytest.fixture
def step(work: Path) -> Step:
    """Return a function that runs one step's script as the runner does, with variables given."""
    if shutil.which("bash") is None:
        pytest.fail("bash is not installed; the action is written for it")

    def run(name: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]],
            cwd=work, env={**os.environ, **env}, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


@pytest.fixture
def runner(step: Step, tmp_path: Path) -> Runner:
    """Return a function that runs the check step; it gives the action's status and its outputs."""
    program = tmp_path / "textlint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m textlint "$@"\n')
    program.chmod(0o755)

    def run(paths: str, args: str = "", upload: str = "false") -> tuple[int, str, str]:
        for name in ("output", "summary"):
            (tmp_path / name).write_text("")
        checked = step(
            "Check",
            PATHS=paths, ARGS=args, UPLOAD=upload, PROGRAM=str(program),
            SARIF=str(tmp_path / "textlint.sarif"),
            GITHUB_OUTPUT=str(tmp_path / "output"), GITHUB_STEP_SUMMARY=str(tmp_path / "summary"),
        )  # fmt: skip
        assert checked.returncode == 0, checked.stderr
        status = (tmp_path / "output").read_text().strip().removeprefix("status=")
        last = step("Report the status", STATUS=status, UPLOAD=upload)
        return last.returncode, status, checked.stdout

    return run


def test_findings_are_annotations_and_fail_the_step(
    runner: Runner, work: Path, tmp_path: Path
) -> None:
    (work / "a b.md").write_text("The bridge opens.\n\n2024-05-04 08:04\n")
    status, told, out = runner(".")
    assert (status, told) == (1, "1")
    assert out.startswith("::")
    assert "footer/bare-timestamp" in (tmp_path / "summary").read_text()
    assert runner(".", "--ignore footer\n--profile strict")[0] == 0


def test_uploaded_findings_do_not_fail_it(runner: Runner, work: Path, tmp_path: Path) -> None:
    (work / "a.md").write_text("The bridge opens.\n\n2024-05-04 08:04\n")
    assert runner(".", upload="true")[:2] == (0, "1")
    assert (tmp_path / "textlint.sarif").exists()
    assert "'0' ||" in STEPS["Upload"]["if"] and "== '1'" in STEPS["Upload"]["if"]


def test_wrong_usage_and_incomplete_runs_fail_it(runner: Runner, work: Path) -> None:
    (work / "a.md").write_text("The bridge opens.\n")
    assert runner("nowhere", upload="true")[:2] == (2, "2")
    assert runner(". nowhere.md", upload="true")[:2] == (3, "3")


HOSTILE = [
    "a.md $(touch was-run) `touch was-run`; touch was-run; * -h",
    "a.md\n$(touch was-run)\n`touch was-run`\n; touch was-run\n' \" touch was-run",
    "a.md && touch was-run | touch was-run > was-run & ${IFS} <(touch was-run)",
    "-o was-run",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_in_an_input_is_executed(runner: Runner, work: Path, hostile: str) -> None:
    (work / "a.md").write_text("The bridge opens.\n")
    runner(hostile)
    runner("a.md", args=hostile.replace("-o was-run", "$(touch${IFS}was-run)"))
    runner("a.md", upload=hostile)
    assert not (work / "was-run").exists()


def test_a_path_on_a_line_of_its_own_may_hold_blanks(runner: Runner, work: Path) -> None:
    (work / "My 'old' Articles").mkdir()
    (work / "My 'old' Articles" / "*.md").write_text("The bridge opens.\n\n2024-05-04 08:04\n")
    assert runner("\n  My 'old' Articles\n")[:2] == (1, "1")
    assert runner("My 'old' Articles")[:2] == (2, "2")
    assert runner("")[:2] == (1, "1")  # the working directory, as without the input


def test_the_step_that_installs(step: Step, tmp_path: Path) -> None:
    """`pip` and `venv` are stand-ins that write down how they were called: tests use no network."""
    bin = tmp_path / "bin"
    bin.mkdir()
    (bin / "python3").write_text(
        '#!/bin/sh\n[ "$1 $2" = "-m venv" ] && mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && exit\n'
        f"printf '%s\\n' \"$@\" > '{tmp_path}/called'\n"
    )
    (bin / "python3").chmod(0o755)
    path = f"{bin}:{os.environ['PATH']}"
    folder = tmp_path / "run ner"
    for version, what in (("", "/the/action"), ("textlint==1; touch x", "textlint==1; touch x")):
        (tmp_path / "output").write_text("")
        done = step(
            "Install textlint",
            PATH=path, ACTION_PATH="/the/action", VERSION=version, FOLDER=str(folder),
            GITHUB_OUTPUT=str(tmp_path / "output"),
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "called").read_text().splitlines()[-2:] == ["--", what]
        assert (tmp_path / "output").read_text() == f"program={folder}/bin/textlint\n"


def test_inputs_reach_scripts_only_as_variables() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")


def test_the_options_that_it_uses_exist() -> None:
    import click

    check = cli.group.get_command(click.Context(cli.group), "check")
    assert check is not None
    assert "--output" in {opt for param in check.params for opt in param.opts}
    page = (ROOT / "docs" / "integrations.md").read_text(encoding="utf-8")
    github = page.partition("## GitHub")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)`", github, re.M) == list(ACTION["inputs"])
