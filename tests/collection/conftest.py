"""The command line with a collection of four files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from twins import TWINS_PLUGIN


@pytest.fixture
def check(textlint, install, work: Path, tmp_path: Path) -> Callable[..., dict[str, list[str]]]:
    """Call `check` and return the messages of the rule by path."""
    install("twins", TWINS_PLUGIN)
    for name, text in {
        "content/a.md": "alpha one",
        "content/b.md": "beta two",
        "content/c.md": "\n\nalpha three",
        "loose.md": "alpha four",
    }.items():
        (work / name).parent.mkdir(exist_ok=True)
        (work / name).write_text(text + " and more.\n")

    def call(*arguments: str, cache: bool = True) -> dict[str, list[str]]:
        where = ["--cache-dir", str(tmp_path / "cache")] if cache else ["--no-cache"]
        done = textlint(
            "check", "--format", "json", "--select", "twins", "--exit-zero", *where, *arguments
        )
        assert done.status == 0, done.err
        call.err = done.err
        call.log = json.loads(done.out)
        found: dict[str, list[str]] = {}
        for finding in call.log["findings"]:
            found.setdefault(finding["path"], []).append(finding["message"])
        return found

    return call
