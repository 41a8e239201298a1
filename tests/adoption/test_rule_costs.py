"""--profile-rules names every rule that was called, and changes nothing else; --statistics."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_the_costs_go_to_standard_error(textlint: Callable[..., Any], work: Path) -> None:
    (work / "a.md").write_text("A warnable text.\n")
    plain = textlint("check", "--format", "json")
    done = textlint("check", "--format", "json", "--profile-rules")
    assert (done.out, done.status) == (plain.out, plain.status)
    lines = done.err.splitlines()
    assert lines[0].split() == ["ms", "share", "documents", "rule"]
    assert {line.split()[-1] for line in lines[1:-1]} == {
        "words/noted", "words/warned", "words/wrong",
    }  # fmt: skip
    assert lines[-1].endswith("detecting the language")


def test_a_crash_is_still_told(
    textlint: Callable[..., Any], install: Callable[..., None], work: Path
) -> None:
    install(
        "crash",
        """
        from textlint.hookspecs import hookimpl
        from textlint.rule import rule

        @rule("crash/always", summary="s", message="m", examples=())
        def always(document, context):
            raise ValueError("no")

        @hookimpl
        def textlint_rules():
            return [always]
        """,
    )
    (work / "a.md").write_text("A text.\n")
    done = textlint("check", "--profile-rules")
    assert done.status == 3
    assert "rule crash/always raised ValueError: no" in done.out


def test_statistics_are_a_format(textlint: Callable[..., Any], work: Path) -> None:
    (work / "a.md").write_text("A warnable text.\n")
    done = textlint("check", "--statistics")
    assert done.out == textlint("check", "--format", "statistics").out
    assert done.status == 1
    assert textlint("check", "--statistics", "--format", "json").status == 2
