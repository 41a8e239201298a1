"""Workflow commands: what they look like and that none is lost without a word."""

from __future__ import annotations

import pytest
from runs import at, file_of, mark, run_of

from textlint.model import Problem, Severity
from textlint.report import ReportOptions
from textlint.report.github import render

SOURCE = "The 😀 harbour\nis shallow.\n"


def test_a_finding_on_one_line() -> None:
    finding = mark(SOURCE, "harbour", message="100% shallow:\nhere, there.")
    assert render(run_of(file_of(SOURCE, finding)), ReportOptions()) == (
        "::warning file=a.md,line=1,endLine=1,col=8,endColumn=15,title=water/too-shallow"
        "::100%25 shallow: here, there.\n"
    )


def test_no_columns_over_several_lines() -> None:
    finding = mark(SOURCE, "harbour\nis", severity=Severity.NOTE)
    command = render(run_of(file_of(SOURCE, finding)), ReportOptions())
    assert command.startswith("::notice file=a.md,line=1,endLine=2,title=")


def test_names_are_escaped() -> None:
    path = "a:b,c%d\n::error::.md"
    finding = mark(SOURCE, "harbour", path=path, severity=Severity.ERROR)
    command = render(run_of(file_of(SOURCE, finding, path=path)), ReportOptions())
    assert command.startswith(r"::error file=a%3Ab%2Cc%25d\n%3A%3Aerror%3A%3A.md,line=1,")
    assert command.count("\n") == 1


def test_problems_come_first() -> None:
    run = run_of(
        file_of(SOURCE, mark(SOURCE, "harbour", severity=Severity.ERROR)),
        problems=(Problem("crash", "It fell.", path="b.md"), Problem("plugin", "Not loaded.")),
    )
    assert render(run, ReportOptions()).splitlines()[:2] == [
        "::error file=b.md,title=textlint%3A crash::It fell.",
        "::error title=textlint%3A plugin::Not loaded.",
    ]


def test_a_rule_that_crashes_everywhere_is_one_annotation() -> None:
    crashes = tuple(Problem("crash", "It fell.", path=f"{n}.md") for n in range(3))
    assert render(run_of(problems=crashes), ReportOptions()) == (
        "::error file=0.md,title=textlint%3A crash::It fell. (and in 2 more files)\n"
    )


@pytest.mark.parametrize(
    ("notes", "shown", "hidden"), [(0, 0, 5), (9, 9, 5), (10, 9, 6), (30, 9, 26)]
)
def test_ten_of_each_level_and_the_rest_is_counted(notes: int, shown: int, hidden: int) -> None:
    source = "x" * 100
    findings = [at(source, n, n + 1, severity=Severity.WARNING) for n in range(15)]
    findings += [at(source, 20 + n, 21 + n, severity=Severity.NOTE) for n in range(notes)]
    lines = render(run_of(file_of(source, *findings)), ReportOptions()).splitlines()
    assert sum(line.startswith("::warning") for line in lines) == 10
    assert sum(line.startswith("::notice file") for line in lines) == shown
    assert lines[-1].startswith(f"::notice title=textlint::{hidden} more messages not shown")


def test_a_clean_run_says_nothing() -> None:
    suppressed = mark(SOURCE, "harbour", suppressed=True)
    assert render(run_of(file_of(SOURCE, suppressed)), ReportOptions()) == ""
