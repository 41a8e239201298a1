"""The names of the output formats, each with the place of its reporter."""

from __future__ import annotations

import importlib
from collections.abc import Iterable

from textlint.report import Reporter

# A reporter is imported when its format is asked for.
BUILT_IN = {
    "text": "textlint.report.text:REPORTER",
    "concise": "textlint.report.concise:REPORTER",
    "json": "textlint.report.json:REPORTER",
    "sarif": "textlint.report.sarif:REPORTER",
}


def find_reporter(name: str, of_plugins: Iterable[Reporter]) -> Reporter | None:
    """Return the reporter for the format called `name`, or None when there is no such format."""
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        found = importlib.import_module(module)
        reporter: Reporter = getattr(found, attribute, None) or Reporter(name, "", found.render)
        return reporter
    return next((reporter for reporter in of_plugins if reporter.name == name), None)
