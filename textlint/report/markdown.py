"""A summary in Markdown, for the summary page of a CI job or a comment: a table of findings by file.

GitHub takes 1 MiB for each step (https://docs.github.com/actions, "Adding a job summary") and drops a
longer summary whole, so the findings end before that, and the rest is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.escaping import one_line, visible
from textlint.model import Severity
from textlint.report import LineIndexes, Reporter, ReportOptions, Run
from textlint.report.colors import painter
from textlint.report.summary import closing_lines, shown_findings
from textlint.report.wording import counted
from textlint.ruledocs import rule_url

MOST_BYTES = 900_000
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+!|~&:])")
_ICON = {Severity.ERROR: "🔴", Severity.WARNING: "🟡", Severity.NOTE: "🔵"}


def render(run: Run, options: ReportOptions) -> str:
    """Return a heading, what was read and what was not, and a table of the findings."""
    lines = ["## textlint", ""]
    for line in closing_lines(run, None, painter(False)):
        lines += [_text(line), ""]
    rows = list(_rows(run, options))
    if rows:
        lines += ["| | where | rule | what |", "|---|---|---|---|"]
        room = MOST_BYTES - sum(len(line.encode()) + 1 for line in lines)
        for number, row in enumerate(rows):
            room -= len(row.encode()) + 1
            if room < 0:
                lines += ["", f"{counted(len(rows) - number, 'more finding')} not shown."]
                break
            lines.append(row)
        lines.append("")
    return "\n".join(lines)


def _rows(run: Run, options: ReportOptions) -> Iterator[str]:
    indexes = LineIndexes(run)
    pages = {rule.id: rule_url(rule) for rule in run.rules}
    for file in run.files:
        for finding in shown_findings(file, options):
            line, column = indexes.of(file).line_column(finding.span.start)
            place = _text(f"{visible(file.path)}:{line}:{column}")
            rule = f"[{_text(finding.rule)}]({pages[finding.rule]})"
            icon = f"{_ICON[finding.severity]} {finding.severity.label}"
            yield f"| {icon} | {place} | {rule} | {_text(one_line(finding.message))} |"


def _text(text: str) -> str:
    """Return a text as Markdown that shows just it: no markup comes of it."""
    return _MARKUP.sub(r"\\\1", text)


REPORTER = Reporter("markdown", "A summary in Markdown, for the page of a CI job.", render)
