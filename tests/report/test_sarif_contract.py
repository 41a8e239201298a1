"""Every log that we can make keeps the contract, and the checker sees when one does not."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from runs import RULES, contents_of, file_of, mark, run_of, runs
from sarif_contract import line_hashes, violations

from textlint.model import Problem, Related, Severity, Span
from textlint.report import ReportOptions, Run
from textlint.report.sarif import render
from textlint.report.uris import Uris


def contents_by_uri(run: Run) -> dict[str, bytes]:
    uris = Uris(run.files)
    return {uris[path]: data for path, data in contents_of(run).items()}


@settings(max_examples=max(settings().max_examples // 3, 1))
@given(runs())
def test_any_run_keeps_the_contract(run: Run) -> None:
    contents = contents_by_uri(run)
    contents.setdefault("gone.md", b"")
    assert violations(render(run, ReportOptions()), contents) == []
    shown = render(run, ReportOptions(show_suppressed=True, sarif_category="nightly"))
    assert violations(shown, contents, category="nightly", suppressed=True) == []


SOURCE = (
    "The harbour 😀 is shallow [here] and shallow there, says the pilot.\r\n\r\nRead\r\nMore\r\n"
)


def rich_run() -> Run:
    """A run whose log has all there can be in one: folding, links, many lines, notifications."""
    first = mark(
        SOURCE,
        "shallow [here]",
        message='It is "shallow [here]" \\ there. Dredge it.',
        related=(Related(Span(0, 3), "this one"), Related(Span(4, 11), "in another", "b.md")),
    )
    second = mark(SOURCE, "shallow", nth=2)
    third = mark(SOURCE, "Read\r\nMore", rule="water/too-salty", severity=Severity.ERROR)
    other = mark("The harbour.", "harbour", path="b.md")
    return run_of(
        file_of(SOURCE, first, second, third),
        file_of("The harbour.", other, path="b.md", had_bom=True),
        problems=(
            Problem("crash", "rule birds/too-loud raised ValueError", rule="birds/too-loud"),
            Problem("file", "no permission", path="c d.md"),
        ),
    )


RICH = rich_run()
LOG = json.loads(render(RICH, ReportOptions()))
CONTENTS = contents_by_uri(RICH)


def test_the_unbroken_log_is_clean() -> None:
    assert violations(render(RICH, ReportOptions()), CONTENTS) == []
    assert violations(json.dumps(LOG) + "\n", CONTENTS) == []


REMOVED = object()  # as a value: the key is taken away


def changed(place: str, value: Any) -> Any:
    """Return the log with the value at `place` replaced; keys and positions in the run, by blanks.

    A function as `value` is called with the old value and gives the new one.
    """
    log = copy.deepcopy(LOG)
    holder: Any = log["runs"][0]
    *path, last = [int(key) if key.isdigit() else key for key in place.split()]
    for key in path:
        holder = holder[key]
    if value is REMOVED:
        del holder[last]
    elif callable(value):
        holder[last] = value(holder[last])
    else:
        holder[last] = value
    return log


def longer(value: Any) -> Callable[[list[Any]], list[Any]]:
    return lambda old: [*old, value]


def twice(old: list[Any]) -> list[Any]:
    return [old[0], *old]


def another_print(results: list[Any]) -> list[Any]:
    """One alert reported twice, as two results that look different."""
    second = copy.deepcopy(results[0])
    second["partialFingerprints"]["textlint/v1"] = "0" * 32
    return [results[0], second, *results[1:]]


RULE = "tool driver rules 0"
PLACE = "results 0 locations 0 physicalLocation"
URI = f"{PLACE} artifactLocation uri"
REGION = f"{PLACE} region"
MESSAGE = "results 0 message text"
LINE_HASH = "partialFingerprints primaryLocationLineHash"
RELATED = LOG["runs"][0]["results"][0]["relatedLocations"]
RESULTS = LOG["runs"][0]["results"]
NOTICE = "invocations 0 toolExecutionNotifications"

# The defect's place, what is there instead, and what the checker must say of it.
BROKEN: list[tuple[str, Any, str]] = [
    ("results", REMOVED, "required"),
    ("results", None, "required"),
    ("results", lambda old: old[::-1], "order of place"),
    ("results", twice, "same fingerprint"),
    ("results", another_print, "are one alert"),
    ("columnKind", "unicodeCodePoints", "columnKind"),
    ("columnKind", REMOVED, "required"),
    ("newlineSequences", longer("\u2028"), "newlineSequences"),
    ("automationDetails", {"id": "x/"}, "automationDetails"),
    ("artifacts", [], "unknown keys"),
    ("originalUriBaseIds", {}, "required"),
    ("originalUriBaseIds %SRCROOT% uri", "file:///home/", "description alone"),
    ("tool driver rules", lambda old: old[::-1], "sorted by id"),
    ("tool driver rules", twice, "sorted by id"),
    ("tool driver version", "", "no name or version"),
    (f"{RULE} name", "birds-too-loud", "PascalCase"),
    (f"{RULE} shortDescription", REMOVED, "required"),
    (f"{RULE} fullDescription text", "x" * 1024 + ".", "too long"),
    (f"{RULE} fullDescription text", "What it finds", "no sentence"),
    (f"{RULE} help markdown", " ", "help is empty"),
    (f"{RULE} help text", REMOVED, "required"),
    (f"{RULE} helpUri", "http://example.org/", "not https"),
    (f"{RULE} defaultConfiguration level", "info", "unknown level"),
    (f"{RULE} properties tags", [str(i) for i in range(11)], "tags"),
    (f"{RULE} properties tags", twice, "tags"),
    (f"{RULE} properties tags", longer("security"), "not security"),
    (f"{RULE} properties security-severity", "5.0", "not security"),
    (f"{RULE} properties precision", "exact", "unknown precision"),
    (f"{RULE} properties precision", REMOVED, "required"),
    (f"{RULE} properties problem.severity", "error", "go with the level"),
    ("results 0 ruleIndex", 0, "another rule"),
    ("results 0 ruleIndex", 99, "no rule 99"),
    ("results 0 ruleIndex", -1, "no rule -1"),
    ("results 0 level", "info", "unknown level"),
    ("results 0 colour", "red", "unknown keys"),
    ("results 0 suppressions", [{"kind": "inSource"}], "shown as open"),
    (f"results 0 {LINE_HASH}", line_hashes(CONTENTS["a.md"])[2], "line hash"),
    (f"results 0 {LINE_HASH}", str.upper, "line hash"),
    (f"results 0 {LINE_HASH}", REMOVED, "required"),
    (f"results 2 {LINE_HASH}", line_hashes(b"The harbour.")[0], "line hash"),  # without its mark
    ("results 0 partialFingerprints textlint/v1", REMOVED, "required"),
    ("results 0 partialFingerprints textlint/v1", "x", "malformed"),
    ("results 0 locations", twice, "one location"),
    (f"{PLACE} region", REMOVED, "required"),
    (f"{REGION} startColumn", 0, "counts from 1"),
    (f"{REGION} startColumn", 500, "outside of its line"),
    (f"{REGION} endColumn", RESULTS[0]["locations"][0]["physicalLocation"]["region"]["startColumn"],
     "is empty"),
    (f"{REGION} endColumn", 500, "outside of its line"),
    (f"{REGION} endLine", 9, "outside of its line"),
    (f"{REGION} endLine", 2, "longer than its line"),
    (f"{PLACE} artifactLocation uriBaseId", REMOVED, "required"),
    (URI, "./a.md", "below the root"),
    (URI, "x/../a.md", "below the root"),
    (URI, "/a.md", "below the root"),
    (URI, "a b.md", "percent-encoded"),
    (URI, "x\\a.md", "percent-encoded"),
    (URI, "é.md", "percent-encoded"),
    (URI, "%e9.md", "percent-encoded"),
    (URI, "%E9.md", "not UTF-8"),
    (URI, "x%2Fa.md", "encoded separator"),
    (URI, "c:/a.md", "percent-encoded"),
    (URI, "file:///a.md", "absolute path"),
    (URI, "/home/anna/a.md", "absolute path"),
    (MESSAGE, "It is shallow", "full stop"),
    (MESSAGE, "", "empty or too long"),
    (MESSAGE, "x" * 1000 + ".", "empty or too long"),
    (MESSAGE, "It is [shallow].", "not escaped"),
    (MESSAGE, "It is \\ shallow.", "not escaped"),
    (MESSAGE, "It is shallow. See [line 1](9).", "no related location"),
    (MESSAGE, "See [line 1](1).", "stand alone"),
    (MESSAGE, "It is \x1b[31m shallow.", "invisible"),
    (MESSAGE, "It is \u202e shallow.", "invisible"),
    (MESSAGE, "It is \ud800 shallow.", "lone surrogate"),
    ("results 0 relatedLocations", [{**RELATED[0], "id": i} for i in range(101)], "more than 100"),
    ("results 0 relatedLocations 1 id", 1, "occurs twice"),
    ("results 0 relatedLocations 0 message", REMOVED, "required"),
    ("results 0 relatedLocations", REMOVED, "no related location"),
    ("invocations", [], "one invocation"),
    ("invocations 0 executionSuccessful", True, "contradict"),
    ("invocations 0 executionSuccessful", "false", "truth value"),
    (NOTICE, REMOVED, "contradict"),
    ("invocations 0 startTimeUtc", "2024-05-04T08:04:00Z", "machine to machine"),
    (f"{NOTICE} 0 message text", "No file /home/anna/a.md.", "absolute path"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    BROKEN,
    ids=[f"{place}-{expected}" for place, _, expected in BROKEN],
)
def test_a_broken_log_is_seen(place: str, value: Any, expected: str) -> None:
    broken = changed(place, value)
    assert broken != LOG
    found = violations(json.dumps(broken) + "\n", CONTENTS)
    assert any(expected in violation for violation in found), found


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ({**LOG, "version": "2.0.0"}, "version"),
        ({**LOG, "runs": []}, "one run"),
        ({**LOG, "runs": LOG["runs"] * 2}, "one run"),
        ({**LOG, "properties": {}}, "unknown keys"),
    ],
)
def test_a_broken_frame_is_seen(log: Any, expected: str) -> None:
    found = violations(json.dumps(log) + "\n", CONTENTS)
    assert any(expected in violation for violation in found), found


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda log: "\ufeff" + log, "byte-order mark"),
        (lambda log: log.rstrip("\n"), "line feed"),
        (lambda log: log + "\n", "line feed"),
        (lambda log: log.replace("\n", "\r\n"), "carriage returns"),
        (lambda log: log.replace('"ruleIndex": 3', '"ruleIndex": NaN'), "NaN"),
        (lambda log: log.replace('"version":', '"version": "2", "version":', 1), "twice"),
        (lambda log: log[:-3], "not a JSON text"),
    ],
)  # fmt: skip
def test_a_broken_text_is_seen(change: Callable[[str], str], expected: str) -> None:
    log = render(RICH, ReportOptions())
    assert change(log) != log
    found = violations(change(log), CONTENTS)
    assert any(expected in violation for violation in found), found


def test_the_rules_are_listed_when_nothing_is_found() -> None:
    run = json.loads(render(run_of(), ReportOptions()))["runs"][0]
    listed = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert listed == sorted(rule.id for rule in RULES)
    assert run["results"] == []
