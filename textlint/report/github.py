"""Workflow commands of GitHub Actions: annotations on a pull request without any upload.

GitHub shows at most ten annotations of each level for one step and drops the others in silence, so
the worst go first and the rest is counted.
"""

from __future__ import annotations

from collections.abc import Mapping

from textlint.escaping import one_line, visible
from textlint.lines import LineIndex
from textlint.model import Finding, Severity
from textlint.report import LineIndexes, Reporter, ReportOptions, Run
from textlint.report.incidents import Incident, incidents
from textlint.report.places import first_line_region, line_range
from textlint.report.wording import counted

MOST_OF_ONE_LEVEL = 10
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(run: Run, options: ReportOptions) -> str:
    """Return one command for each problem and finding, worst first, with the rest counted."""
    indexes = LineIndexes(run)
    files = {file.path: file for file in run.files}
    lines: dict[str, list[str]] = {level: [] for level in _LEVEL.values()}
    lines["error"] = [_problem(each) for each in incidents(run) if each.is_problem]
    findings = [f for f in run.findings if not f.suppressed]
    for finding in sorted(findings, key=lambda f: (-f.severity, -f.confidence, f.sort_key)):
        index = indexes.of(files[finding.path])
        lines[_LEVEL[finding.severity]].append(_finding(finding, index))
    notices = lines["notice"]
    hidden = sum(max(len(commands) - MOST_OF_ONE_LEVEL, 0) for commands in lines.values())
    if hidden and len(notices) >= MOST_OF_ONE_LEVEL:  # the notice about the rest is one of the ten
        hidden += min(len(notices), MOST_OF_ONE_LEVEL) - (MOST_OF_ONE_LEVEL - 1)
        del notices[MOST_OF_ONE_LEVEL - 1 :]
    shown = [line for commands in lines.values() for line in commands[:MOST_OF_ONE_LEVEL]]
    if hidden:
        text = f"{counted(hidden, 'more message')} not shown: GitHub takes"
        text += f" {MOST_OF_ONE_LEVEL} of each level from one step."
        shown.append(_command("notice", {"title": "textlint"}, text))
    return "".join(f"{line}\n" for line in shown)


def _finding(finding: Finding, index: LineIndex) -> str:
    """The command of a finding; columns are UTF-16 code units and left out where lines differ."""
    first, last = line_range(index, finding.span)
    properties = {"file": finding.path, "line": str(first), "endLine": str(last)}
    if first == last:
        region = first_line_region(index, finding.span)
        properties["col"] = str(region.column)
        properties["endColumn"] = str(region.end_column)
    properties["title"] = finding.rule
    return _command(_LEVEL[finding.severity], properties, one_line(finding.message))


def _problem(incident: Incident) -> str:
    """The command of a problem, at the first of the files that have it."""
    properties = {"file": incident.paths[0]} if incident.paths else {}
    properties["title"] = f"textlint: {incident.kind}"
    others = len(incident.paths) - 1
    more = f" (and in {counted(others, 'more file')})" if others > 0 else ""
    return _command("error", properties, one_line(incident.message) + more)


def _command(level: str, properties: Mapping[str, str], message: str) -> str:
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {written}::{_data(message)}"


def _data(text: str) -> str:
    """Return `text` as the runner reads it back. Line ends are no longer in it: `visible`."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTER = Reporter("github", "Workflow commands that annotate a pull request on GitHub.", render)
