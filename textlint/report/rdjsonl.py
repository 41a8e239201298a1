"""Reviewdog Diagnostic Format, one JSON object on each line; columns are 1-based UTF-8 bytes.

The schema: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf (rdf.DiagnosticSeverity,
rdf.Location, rdf.Suggestion). Safe fixes become suggestions.
"""

from __future__ import annotations

from typing import Any

from textlint.escaping import encodable, one_line
from textlint.lines import LineIndex
from textlint.model import Finding, Severity, Span
from textlint.report import FileReport, LineIndexes, Reporter, ReportOptions, Run
from textlint.report.json import dumped
from textlint.report.summary import is_shown
from textlint.report.uris import relative_path
from textlint.ruledocs import rule_url

_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(run: Run, options: ReportOptions) -> str:
    """Return one line for each finding, nothing when there is none."""
    indexes = LineIndexes(run)
    pages = {rule.id: rule_url(rule) for rule in run.rules}
    return "".join(
        dumped(_diagnostic(finding, file, indexes.of(file), pages[finding.rule])) + "\n"
        for file in run.files
        for finding in file.findings
        if is_shown(finding, options)
    )


def _diagnostic(finding: Finding, file: FileReport, index: LineIndex, page: str) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": one_line(finding.message) or finding.rule,
        "location": {"path": relative_path(file), "range": _range(index, finding.span)},
        "severity": _SEVERITY[finding.severity],
        "source": {"name": "textlint"},
        "code": {"value": finding.rule, "url": page},
    }
    if finding.fix is not None and finding.fix.safe and not finding.suppressed:
        suggestion = {
            "range": _range(index, finding.fix.span),
            "text": encodable(finding.fix.replacement),
        }
        diagnostic["suggestions"] = [suggestion]
    return diagnostic


def _range(index: LineIndex, span: Span) -> dict[str, Any]:
    """A range whose end is exclusive, as in the schema."""
    return {"start": _position(index, span.start), "end": _position(index, span.end)}


def _position(index: LineIndex, offset: int) -> dict[str, int]:
    return {"line": index.line(offset), "column": index.utf8_column(offset)}


REPORTER = Reporter("rdjsonl", "For reviewdog: one JSON object on each line.", render)
