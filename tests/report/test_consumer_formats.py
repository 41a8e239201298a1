"""GitLab, reviewdog, JUnit and Markdown: any run gives what their consumers accept."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from consumer_schemas import GITLAB, RDF_DIAGNOSTIC, check_junit
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from runs import at, file_of, mark, run_of, runs

from textlint.model import Fix, Problem, Severity, Span
from textlint.report import Reporter, ReportOptions, Run
from textlint.report.gitlab import REPORTER as GITLAB_REPORTER
from textlint.report.junit import REPORTER as JUNIT_REPORTER
from textlint.report.markdown import MOST_BYTES
from textlint.report.markdown import REPORTER as MARKDOWN_REPORTER
from textlint.report.rdjsonl import REPORTER as RDJSONL_REPORTER
from textlint.report.statistics import REPORTER as STATISTICS_REPORTER

OPTIONS = ReportOptions()
# Made once: to check a schema takes longer than to check a report.
TO_GITLAB = Draft202012Validator(GITLAB)
TO_REVIEWDOG = Draft202012Validator(RDF_DIAGNOSTIC)
HOSTILE = "new\nline::error file=x::\x1b[31m\u202e|`<b>[x](y).md"
TEXT = "Ünï 😀 shallow harbour.\nAnd more.\n"


@given(runs(), st.booleans())
def test_gitlab_takes_any_run(run: Run, show: bool) -> None:
    issues = json.loads(GITLAB_REPORTER.render(run, ReportOptions(show_suppressed=show)))
    TO_GITLAB.validate(issues)
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)
    wanted = [f for f in run.findings if show or not f.suppressed]
    assert len(issues) == len(wanted)


def test_gitlab_has_an_empty_list_when_nothing_is_found() -> None:
    assert GITLAB_REPORTER.render(run_of(file_of("x")), OPTIONS) == "[]\n"


@given(runs())
def test_reviewdog_takes_any_run(run: Run) -> None:
    text = RDJSONL_REPORTER.render(run, OPTIONS)
    assert text.isascii()
    for line in text.splitlines():
        TO_REVIEWDOG.validate(json.loads(line))


def test_reviewdog_columns_are_bytes_and_fixes_suggestions() -> None:
    start = TEXT.index("shallow")
    finding = mark(TEXT, "shallow", fix=Fix(Span(start, start + 8), ""))
    diagnostic = json.loads(RDJSONL_REPORTER.render(run_of(file_of(TEXT, finding)), OPTIONS))
    first = len(TEXT[:start].encode()) + 1
    place = {"start": {"line": 1, "column": first}, "end": {"line": 1, "column": first + 7}}
    assert diagnostic["location"] == {"path": "a.md", "range": place}
    place["end"]["column"] += 1
    assert diagnostic["suggestions"] == [{"range": place, "text": ""}]
    unsafe = mark(TEXT, "shallow", fix=Fix(Span(start, start + 8), "", safe=False))
    assert "suggestions" not in RDJSONL_REPORTER.render(run_of(file_of(TEXT, unsafe)), OPTIONS)


@given(runs())
def test_junit_takes_any_run(run: Run) -> None:
    root = ElementTree.fromstring(JUNIT_REPORTER.render(run, OPTIONS))
    check_junit(root)
    [suite] = root
    assert int(suite.get("tests", "")) == len(suite)
    assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))


def test_junit_tells_failures_notes_skipped_files_and_problems() -> None:
    files = [
        file_of(TEXT, mark(TEXT, "shallow"), path="a.md"),
        file_of(TEXT, mark(TEXT, "shallow", path="b.md", severity=Severity.NOTE), path="b.md"),
        file_of(TEXT, path="c.md"),
        file_of("", path="d.md", skipped="excluded"),
    ]
    run = run_of(*files, problems=(Problem("crash", "a \x00 rule", rule="x/y"),))
    root = ElementTree.fromstring(JUNIT_REPORTER.render(run, OPTIONS))
    check_junit(root)
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("5", "1", "1")
    assert [[child.tag for child in case] for case in root[0]] == [
        ["failure"], ["system-out"], [], ["skipped"], ["error"],
    ]  # fmt: skip


REPORTERS = [GITLAB_REPORTER, RDJSONL_REPORTER, JUNIT_REPORTER, MARKDOWN_REPORTER]


@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda reporter: reporter.name)
def test_hostile_names_and_messages_stay_text(reporter: Reporter) -> None:
    finding = mark(TEXT, "shallow", path=HOSTILE, message=HOSTILE, rule="water/too-shallow")
    text = reporter.render(run_of(file_of(TEXT, finding, path=HOSTILE)), OPTIONS)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert not any(line.startswith("::") for line in text.splitlines())


def test_markdown_shows_text_as_it_is_and_ends_in_time() -> None:
    finding = mark(TEXT, "shallow", message="a | b `c` <img> [d](e) *f*")
    text = MARKDOWN_REPORTER.render(run_of(file_of(TEXT, finding)), OPTIONS)
    assert r"a \| b \`c\` \<img\> \[d\]\(e\) \*f\*" in text
    assert "[water/too-shallow](https://" in text
    many = [at("x" * 9, 0, 1, message=f"{number} " + "long " * 200) for number in range(2000)]
    long = MARKDOWN_REPORTER.render(run_of(file_of("x" * 9, *many)), OPTIONS)
    assert len(long.encode()) <= MOST_BYTES + 100
    assert re.search(r"\d+ more findings not shown\.", long)


@given(runs())
def test_markdown_and_statistics_take_any_run(run: Run) -> None:
    for reporter in (MARKDOWN_REPORTER, STATISTICS_REPORTER):
        reporter.render(run, OPTIONS).encode()


def test_statistics_count_by_rule() -> None:
    start = TEXT.index("shallow")
    other = "deep water, deep"
    run = run_of(
        file_of(TEXT, mark(TEXT, "shallow", fix=Fix(Span(start, start + 1), ""))),
        file_of(
            other,
            mark(other, "deep", path="b.md", rule="water/too-salty", severity=Severity.ERROR),
            mark(other, "water", path="b.md"),
            mark(other, "deep", nth=2, path="b.md", suppressed=True),
            path="b.md",
        ),
    )
    lines = STATISTICS_REPORTER.render(run, OPTIONS).splitlines()
    assert [line.split() for line in lines[:3]] == [
        ["findings", "files", "fixable", "severity", "rule"],
        ["2", "2", "1", "warning", "water/too-shallow"],
        ["1", "1", "0", "error", "water/too-salty"],
    ]
