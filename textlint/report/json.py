"""JSON, version 1: the format for programs. Additions keep the number, any other change raises it.

Places are code points of the decoded file, its byte-order mark not counted; lines and columns count
from 1 and an end is exclusive. The text is plain ASCII, so that no control character of an article
reaches a terminal and no encoding of standard output can spoil it.
"""

from __future__ import annotations

import json
from typing import Any

from textlint.escaping import encodable, no_command_in_json
from textlint.model import Finding, Fix, Problem, Related
from textlint.report import FileReport, LineIndexes, Reporter, ReportOptions, Run
from textlint.report.fingerprints import stable_fingerprints
from textlint.report.summary import is_shown

VERSION = 1


def render(run: Run, options: ReportOptions) -> str:
    """Return one JSON object and a line feed. Suppressed findings are in it only when asked for."""
    indexes = LineIndexes(run)
    findings = [
        _finding(finding, file, fingerprint, indexes)
        for file in run.files
        for finding, fingerprint in zip(
            file.findings, stable_fingerprints(file.findings), strict=True
        )
        if is_shown(finding, options)
    ]
    log = {
        "version": VERSION,
        "tool": "textlint",
        "tool_version": run.tool_version,
        "findings": findings,
        "documents": {
            "checked": run.checked,
            "words": run.words,
            "skipped": [
                {"path": encodable(file.path), "reason": encodable(file.skipped)}
                for file in run.files
                if file.skipped is not None
            ],
        },
        "problems": [_problem(problem) for problem in run.problems],
    }
    return opened(log, levels=2) + "\n"


def dumped(value: Any) -> str:
    """Return `value` as JSON on one line that no CI server takes for a command."""
    return no_command_in_json(json.dumps(value, allow_nan=False))


def opened(value: Any, levels: int, margin: str = "") -> str:
    """Return `value` as JSON with its outer `levels` indented and each item below on one line.

    So every finding is a line of its own, to be searched and compared; and indenting all of it, for
    which the standard library has no fast code, would take longer than all the rest of a report.
    """
    if not levels or not value or not isinstance(value, (dict, list)):
        return dumped(value)
    inner = margin + " "
    if isinstance(value, dict):
        first, last = "{}"
        items = [f"{dumped(key)}: {opened(item, levels - 1, inner)}" for key, item in value.items()]
    else:
        first, last = "[]"
        items = [opened(item, levels - 1, inner) for item in value]
    lines = f",\n{inner}".join(items)
    return f"{first}\n{inner}{lines}\n{margin}{last}"


def _finding(
    finding: Finding, file: FileReport, fingerprint: str, indexes: LineIndexes
) -> dict[str, Any]:
    index = indexes.of(file)
    start, end = finding.span.start, finding.span.end
    line, column = index.line_column(start)
    end_line, end_column = index.line_column(end)
    told = {
        "rule": finding.rule,
        "severity": finding.severity.label,
        "confidence": finding.confidence.label,
        "path": encodable(finding.path),
        "start": start,
        "end": end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": encodable(index.text[start:end]),
        "message": encodable(finding.message),
        "related": [_related(related, finding, indexes) for related in finding.related],
        "fix": _fix(finding.fix),
        "suppressed": finding.suppressed,
        "fingerprint": fingerprint,
    }
    if finding.record is not None:
        record = finding.record
        told["record"] = {
            "id": encodable(record.id),
            "field": encodable(record.field),
            "start": record.start,
            "end": record.end,
        }
    return told


def _related(related: Related, finding: Finding, indexes: LineIndexes) -> dict[str, Any]:
    """A related place; line and column are null when the other document was not kept."""
    path = related.path or finding.path
    index = indexes[path]
    line, column = (None, None) if index is None else index.line_column(related.span.start)
    return {
        "path": encodable(path),
        "start": related.span.start,
        "end": related.span.end,
        "line": line,
        "column": column,
        "message": encodable(related.message),
    }


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    return {
        "start": fix.span.start,
        "end": fix.span.end,
        "replacement": encodable(fix.replacement),
        "safe": fix.safe,
    }


def _problem(problem: Problem) -> dict[str, str]:
    told = {"kind": problem.kind, "message": problem.message}
    for name in ("rule", "plugin", "path"):
        value = getattr(problem, name)
        if value is not None:
            told[name] = value
    return {name: encodable(text) for name, text in told.items()}


REPORTER = Reporter("json", "Version 1 of the JSON format, for programs.", render)
