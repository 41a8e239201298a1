"""SARIF 2.1.0 as GitHub code scanning takes it: a mapping, written with plain dicts."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from typing import Any

from textlint import ruledocs
from textlint.escaping import visible
from textlint.model import Confidence, ProblemKind, Severity
from textlint.report import LineIndexes, Reporter, ReportOptions, Run
from textlint.report.incidents import IncidentKind, incidents
from textlint.report.json import opened
from textlint.report.sarif_results import (
    LONGEST_MESSAGE,
    ROOT,
    ResultWriter,
    as_sentence,
    escaped,
    file_location,
    group_findings,
    most_important,
    shortened,
)
from textlint.report.uris import Uris
from textlint.report.wording import counted
from textlint.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# Limits of GitHub code scanning: results it takes at all, results it keeps, size of an upload.
MOST_RESULTS = 25_000
MOST_KEPT_RESULTS = 5_000
LARGEST_UPLOAD = 10_000_000  # bytes, compressed
_LONGEST_DESCRIPTION = 1024
_MOST_NOTICE_LOCATIONS = 10

_PRECISION = {Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"}
_PROBLEM_SEVERITY = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "recommendation",
}
# A file that cannot be read does not keep the others from being checked; all else means that
# findings may be missing from any file, and an upload would close their alerts.
_HARMLESS: frozenset[ProblemKind] = frozenset({"file"})

_LEAD: dict[IncidentKind, str] = {
    "file": "Not read: ",
    "skipped": "Skipped: ",
    "partly": "Read in part: ",
}

# Error messages of the system name files by absolute paths and objects by addresses; a log must be
# the same on every machine and say nothing about it.
_ABSOLUTE_PATH = re.compile(r"(?<![\w./\\:<-])(?:[A-Za-z]:[\\/]|/)[^\s'\"<>|:]+")
_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")


def render(run: Run, options: ReportOptions) -> str:
    """Return the log of one run: the same text for the same findings, wherever it was made."""
    rules = sorted(run.rules, key=lambda rule: rule.id)
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    uris, indexes = Uris(run.files), LineIndexes(run)
    groups = group_findings(run, options, uris, indexes)
    left_out = max(len(groups) - MOST_RESULTS, 0)
    writer = ResultWriter(uris, indexes, numbers)
    results = [writer.result(group) for group in most_important(groups, MOST_RESULTS)]
    finished = not run.interrupted and all(p.kind in _HARMLESS for p in run.problems)
    invocation: dict[str, Any] = {"executionSuccessful": finished}
    notifications = [*_notifications(run, uris, numbers), *_cut(left_out)]
    if notifications:
        invocation["toolExecutionNotifications"] = notifications
    sarif_run: dict[str, Any] = {
        "tool": {"driver": _driver(run, rules)},
        "invocations": [invocation],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the scanned files."}}},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": results,
    }
    if options.sarif_category:
        # Code scanning takes what stands before the last slash as the category.
        category = visible(options.sarif_category).rstrip("/")
        sarif_run["automationDetails"] = {"id": f"{category}/"}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [sarif_run]}
    return opened(log, levels=4) + "\n"


def notices(run: Run, rendered: str) -> tuple[str, ...]:
    """Return what standard error should say of a log: what code scanning will not show of it."""
    lines = []
    count = len(json.loads(rendered)["runs"][0]["results"])
    if count > MOST_KEPT_RESULTS:
        lines.append(
            f"The SARIF log has {count:,} results; code scanning keeps {MOST_KEPT_RESULTS:,} of"
            f" them and takes no log with more than {MOST_RESULTS:,}."
        )
    data = rendered.encode()
    if len(data) > LARGEST_UPLOAD and len(gzip.compress(data)) > LARGEST_UPLOAD:
        lines.append("The SARIF log is larger than the 10 MB that code scanning takes, compressed.")
    found = {finding.path for finding in run.findings}
    outside = [path for path in Uris(run.files).outside if path in found]
    if outside:
        lines.append(
            f"{counted(len(outside), 'file')} with findings outside of the working directory"
            f" ({visible(outside[0])}): code scanning cannot show them in the repository."
        )
    return tuple(lines)


def _driver(run: Run, rules: list[Rule]) -> dict[str, Any]:
    return {
        "name": "textlint",
        "informationUri": ruledocs.DOCUMENTATION,
        "version": run.tool_version,
        "semanticVersion": run.tool_version,
        "rules": [_rule(rule, run) for rule in rules],
    }


def _rule(rule: Rule, run: Run) -> dict[str, Any]:
    severity = run.severities.get(rule.id, rule.severity)
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": _description(rule.summary)},
        "fullDescription": {"text": _description(ruledocs.description(rule))},
        "help": {"text": ruledocs.help_text(rule), "markdown": ruledocs.help_markdown(rule)},
        "helpUri": ruledocs.rule_url(rule),
        "defaultConfiguration": {"level": severity.label},
        "properties": {
            "tags": ["prose", rule.family],
            "precision": _PRECISION[rule.confidence],
            "problem.severity": _PROBLEM_SEVERITY[severity],
        },
    }


def _description(text: str) -> str:
    return as_sentence(shortened(text, _LONGEST_DESCRIPTION - 1))


def _notifications(run: Run, uris: Uris, numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    for incident in incidents(run):
        text = _LEAD.get(incident.kind, "") + _impersonal(incident.message)
        if len(incident.paths) > 1:
            text = f"{text.rstrip('.')} ({counted(len(incident.paths), 'file')})"
        level = "error" if incident.is_problem else "note"
        notification = _notification(incident.kind, level, text)
        if incident.rule in numbers:
            notification["associatedRule"] = {
                "id": incident.rule,
                "index": numbers[incident.rule],
            }
        if incident.paths:
            places = incident.paths[:_MOST_NOTICE_LOCATIONS]
            notification["locations"] = [file_location(uris[path]) for path in places]
        yield notification


def _cut(left_out: int) -> Iterator[dict[str, Any]]:
    if left_out:
        text = f"{counted(left_out, 'result')} of least severity and confidence left out"
        yield _notification("results-cut", "warning", text)


def _notification(kind: str, level: str, text: str) -> dict[str, Any]:
    message = escaped(as_sentence(shortened(text, LONGEST_MESSAGE - 1)))
    return {"descriptor": {"id": kind}, "level": level, "message": {"text": message}}


def _impersonal(text: str) -> str:
    """Return an error's text without what differs from machine to machine."""
    return _ABSOLUTE_PATH.sub("<path>", _ADDRESS.sub("", text))


REPORTER = Reporter("sarif", "SARIF 2.1.0 for GitHub code scanning.", render, notices)
