"""Our SARIF logs under the SARIF group's own validator, with its rules for GitHub code scanning.

The validator is the Multitool, a native program in a package of npm. Its exit status is 0 whatever
it finds, so its own log is read.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from programs import BAD, GOOD, call

pytestmark = pytest.mark.integration

# Pinned: a new version may have new opinions, and they should arrive on a day of our choosing.
PACKAGE = "@microsoft/sarif-multitool@5.7.0"
ARTICLE = Path(__file__).parent / "lighthouse.txt"

CRASHING_PLUGIN = '''
"""A plugin with a rule that crashes."""

from textlint.hookspecs import hookimpl
from textlint.rule import rule


@rule("crashing/always", summary="It crashes.", message="Never said.", examples=())
def always(document, context):
    raise ValueError("cannot read [/home/ada/secret.txt] at 0x7f00aa00")


@hookimpl
def textlint_rules():
    return [always]
'''

Validate = Callable[[Path], list[str]]
Textlint = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="session")
def multitool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The validator's program, installed into a folder of its own."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.fail(f"npm is not installed; it is needed to fetch {PACKAGE}")
    folder = tmp_path_factory.mktemp("multitool")
    done = call(
        npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder, PACKAGE,
        cwd=folder,
    )  # fmt: skip
    assert done.returncode == 0, f"npm cannot install {PACKAGE}: {done.stdout}{done.stderr}"
    # One package for each operating system; npm installs the one that fits.
    found = sorted(folder.glob("node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool*"))
    programs = [path for path in found if path.name in ("Sarif.Multitool", "Sarif.Multitool.exe")]
    assert len(programs) == 1, f"{PACKAGE} has no program for this system: {found}"
    programs[0].chmod(programs[0].stat().st_mode | stat.S_IXUSR)
    return programs[0]


@pytest.fixture
def validate(multitool: Path, tmp_path: Path) -> Validate:
    """Return a function that gives the validator's errors and warnings about a log."""

    def check(log: Path) -> list[str]:
        report = tmp_path / "validation.sarif"
        done = call(
            multitool, "validate", log, "--rule-kind", "Sarif;Ghas", "--output", report,
            "--log", "ForceOverwrite",
            cwd=tmp_path,
            # Without this it needs a library for the world's languages that small images lack.
            env={"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        )  # fmt: skip
        assert report.exists(), f"the validator wrote nothing: {done.stdout}{done.stderr}"
        [run] = json.loads(report.read_text(encoding="utf-8-sig"))["runs"]
        [invocation] = run["invocations"]
        assert invocation["executionSuccessful"], invocation
        rules = {rule["id"]: rule for rule in run["tool"]["driver"].get("rules", ())}
        return [
            _said(result, rules)
            for result in run["results"]
            if result.get("level", "warning") in ("error", "warning")
        ]

    return check


def _said(result: Any, rules: dict[str, Any]) -> str:
    message = result["message"]
    text = message.get("text") or rules[result["ruleId"]]["messageStrings"][message["id"]]["text"]
    return f"{result['ruleId']}: {text} {message.get('arguments', [])}"


@pytest.fixture
def scan(textlint_process: Textlint, work: Path, tmp_path: Path) -> Callable[..., Any]:
    """Return a function that scans `work` with the real command line; gives status, file and log."""

    def check(*arguments: str) -> tuple[int, Path, Any]:
        file = tmp_path / "textlint.sarif"
        done = textlint_process(
            "check", "--isolated", "--profile", "strict", f"--output=sarif={file}", *arguments
        )
        assert file.exists(), done.stderr
        return done.returncode, file, json.loads(file.read_text(encoding="utf-8"))["runs"][0]

    return check


def test_an_article_with_all_kinds_of_defects(
    work: Path, scan: Callable[..., Any], validate: Validate
) -> None:
    shutil.copy(ARTICLE, work)
    status, file, log = scan(".")
    assert status == 1
    found = {result["ruleId"].partition("/")[0] for result in log["results"]}
    assert {"persona", "sourcing", "repetition", "footer"} <= found
    assert validate(file) == []


def test_a_clean_article(work: Path, scan: Callable[..., Any], validate: Validate) -> None:
    (work / "good.md").write_text(GOOD)
    status, file, log = scan(".")
    assert (status, log["results"]) == (0, [])
    assert len(log["tool"]["driver"]["rules"]) > 10
    assert validate(file) == []


def test_a_crash_and_an_unreadable_file(
    work: Path, install: Callable[..., None], scan: Callable[..., Any], validate: Validate
) -> None:
    install("crashing", CRASHING_PLUGIN)
    (work / "bad.md").write_text(BAD)
    (work / "not [text].md").write_bytes(b"\x00\x01\x02\xff" * 500)
    status, file, log = scan(".")
    [invocation] = log["invocations"]
    kinds = {notice["descriptor"]["id"] for notice in invocation["toolExecutionNotifications"]}
    assert status == 3
    assert invocation["executionSuccessful"] is False
    assert kinds == {"crash", "file"}
    assert "/home/ada" not in file.read_text()
    assert "0x7f00" not in file.read_text()
    assert validate(file) == []


NAMES = [
    "a b café #%[1].md",
    "c:d/e:f.md",
    "%41.md",
    "plus+and&semi;colon,equals=at@tilde~.md",
    "quotes'\".md",
    "back\\slash.md",
    "new\nline.md",
    "\u202egpj.md",
    "漢字/日本語.md",
    "-leading-dash.md",
    "😀.md",
    os.fsdecode(b"latin-\xe9.md"),
]


def test_a_tree_with_difficult_names(
    work: Path, scan: Callable[..., Any], validate: Validate
) -> None:
    for name in NAMES:
        (work / name).parent.mkdir(exist_ok=True)
        (work / name).write_text(BAD)
    status, file, log = scan(".", "--sarif-category", "nightly")
    assert status == 1
    assert len(log["results"]) == len(NAMES)
    assert validate(file) == []


def test_the_validator_does_find_what_is_broken(
    work: Path, scan: Callable[..., Any], validate: Validate
) -> None:
    """Else every test above would also pass with a validator that does nothing."""
    (work / "bad.md").write_text(BAD)
    _, file, _ = scan(".")
    broken = json.loads(file.read_text(encoding="utf-8"))
    broken["runs"][0]["results"][0]["ruleIndex"] = 9_999
    file.write_text(json.dumps(broken))
    assert any(said.startswith("SARIF1") for said in validate(file))
