"""The names of the output formats, each with the place of its reporter."""

from __future__ import annotations

import importlib
from collections.abc import Iterable

from textlint.report import Reporter

# A reporter is imported when its format is asked for.
BUILT_IN = {
    "text": "textlint.report.text",
    "concise": "textlint.report.concise",
    "json": "textlint.report.json",
    "sarif": "textlint.report.sarif",
    "github": "textlint.report.github",
    "gitlab": "textlint.report.gitlab",
    "rdjsonl": "textlint.report.rdjsonl",
    "junit": "textlint.report.junit",
    "markdown": "textlint.report.markdown",
    "statistics": "textlint.report.statistics",
}


def find_reporter(name: str, of_plugins: Iterable[Reporter]) -> Reporter | None:
    """Return the reporter for the format called `name`, or None when there is no such format."""
    if name in BUILT_IN:
        reporter: Reporter = importlib.import_module(BUILT_IN[name]).REPORTER
        return reporter
    return next((reporter for reporter in of_plugins if reporter.name == name), None)
