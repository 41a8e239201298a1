"""Version 1 of the JSON format, key by key."""

from __future__ import annotations

import json
import re

from hypothesis import given, settings
from runs import file_of, mark, run_of, runs

from textlint.model import Fix, Problem, Related, Severity, Span
from textlint.report import FileReport, ReportOptions, Run
from textlint.report.json import render

SOURCE = "The 😀 harbour\r\nis e\u0301 too\r\nshallow."


def test_a_finding() -> None:
    finding = mark(
        SOURCE,
        "harbour\r\nis",
        severity=Severity.ERROR,
        related=(Related(Span(28, 35), "and this"), Related(Span(1, 2), "there", "b.md")),
        fix=Fix(Span(0, 4), "A ", safe=False),
    )
    run = run_of(
        file_of(SOURCE, finding, had_bom=True),
        file_of("\nx", path="b.md"),
        FileReport("c.pdf", skipped="no reader"),
        problems=(
            Problem("crash", "It fell.", rule="water/too-salty", plugin="water", path="a.md"),
            Problem("config", "It is odd."),
        ),
    )
    [fingerprint] = re.findall(r'"fingerprint": "([0-9a-f]{32})"', render(run, ReportOptions()))
    assert json.loads(render(run, ReportOptions())) == {
        "version": 1,
        "tool": "textlint",
        "tool_version": "1.2.3",
        "findings": [
            {
                "rule": "water/too-shallow",
                "severity": "error",
                "confidence": "high",
                "path": "a.md",
                "start": 6,
                "end": 17,
                "line": 1,
                "column": 7,
                "end_line": 2,
                "end_column": 3,
                "text": "harbour\r\nis",
                "message": "The harbour is too shallow here.",
                "related": [
                    {
                        "path": "a.md",
                        "start": 28,
                        "end": 35,
                        "line": 3,
                        "column": 3,
                        "message": "and this",
                    },
                    {
                        "path": "b.md",
                        "start": 1,
                        "end": 2,
                        "line": 2,
                        "column": 1,
                        "message": "there",
                    },
                ],
                "fix": {"start": 0, "end": 4, "replacement": "A ", "safe": False},
                "suppressed": False,
                "fingerprint": fingerprint,
            }
        ],
        "documents": {
            "checked": 2,
            "words": 8,
            "skipped": [{"path": "c.pdf", "reason": "no reader"}],
        },
        "problems": [
            {
                "kind": "crash",
                "message": "It fell.",
                "rule": "water/too-salty",
                "plugin": "water",
                "path": "a.md",
            },
            {"kind": "config", "message": "It is odd."},
        ],
    }


def test_suppressed_findings_only_when_asked() -> None:
    first, second = mark(SOURCE, "harbour", suppressed=True), mark(SOURCE, "shallow")
    run = run_of(file_of(SOURCE, first, second))
    shown = json.loads(render(run, ReportOptions(show_suppressed=True)))["findings"]
    assert [finding["suppressed"] for finding in shown] == [True, False]
    [left] = json.loads(render(run, ReportOptions()))["findings"]
    assert left == shown[1]


@settings(max_examples=max(settings().max_examples // 5, 1))
@given(runs())
def test_any_run_is_ascii_and_has_its_places_right(run: Run) -> None:
    rendered = render(run, ReportOptions(show_suppressed=True))
    assert rendered.isascii()
    assert rendered.endswith("}\n")
    log = json.loads(rendered)
    json.dumps(log, ensure_ascii=False).encode()  # no lone surrogate inside
    sources = {file.path.encode("utf-8", "replace"): file.source or "" for file in run.files}
    assert len(log["findings"]) == len(run.findings)
    for finding in log["findings"]:
        name = finding["path"].encode("utf-8", "replace").replace("\ufffd".encode(), b"?")
        lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", sources[name])
        start = sum(map(len, lines[: finding["line"] - 1])) + finding["column"] - 1
        end = sum(map(len, lines[: finding["end_line"] - 1])) + finding["end_column"] - 1
        assert (start, end) == (finding["start"], finding["end"])
        assert sources[name][start:end] == finding["text"]
        assert finding["fix"] is None or "\ud800" not in finding["fix"]["replacement"]
