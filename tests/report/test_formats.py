"""The formats by name."""

from __future__ import annotations

import pytest
from runs import run_of

from textlint.report import Reporter, ReportOptions
from textlint.report.formats import BUILT_IN, find_reporter


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_format_is_there_and_takes_an_empty_run(name: str) -> None:
    reporter = find_reporter(name, ())
    assert reporter is not None
    assert reporter.name == name
    assert reporter.summary.endswith(".")
    rendered = reporter.render(run_of(), ReportOptions())
    assert reporter.notices(run_of(), rendered) == ()


def test_a_format_of_a_plugin() -> None:
    reporter = Reporter("csv", "For sheets.", lambda run, options: "")
    assert find_reporter("csv", [reporter]) is reporter
    assert find_reporter("tsv", [reporter]) is None
