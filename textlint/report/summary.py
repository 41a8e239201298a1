"""What a report for people says at its end: what was read, what was not, and how much was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from textlint.escaping import one_line, visible
from textlint.excerpts import cell_width, wrap
from textlint.model import Finding, SetAside, Severity
from textlint.report import FileReport, ReportOptions, Run
from textlint.report.colors import STYLE_OF, Paint, Style
from textlint.report.incidents import Incident, incidents
from textlint.report.wording import counted, joined

_AGREEING = 3  # families with a warning or an error on one document, from which it is worth saying
_LONGEST_ID = 48  # cells of a record's name; the end of an address says more than its beginning
_MOST_PATHS = 5  # named of those that one thing is said of


def shown_findings(file: FileReport, options: ReportOptions) -> list[Finding]:
    """Return the findings of a file that a person sees: the suppressed ones only when asked."""
    return [f for f in file.findings if is_shown(f, options)]


def is_shown(finding: Finding, options: ReportOptions) -> bool:
    """Say whether a report holds a finding; one that touches no changed line is never asked for."""
    if finding.set_aside == "unchanged":
        return False
    return options.show_suppressed or not finding.suppressed


def finding_tags(finding: Finding) -> str:
    """Return what stands in brackets behind a message, with the blanks before it."""
    record = finding.record
    tags = ""
    if record is not None:
        tags = f"  [{_shown_id(record.id)}, {one_line(record.field)} {record.start}]"
    tags += "  [fixable]" if finding.fix is not None and finding.fix.safe else ""  # by --fix
    if not finding.suppressed:
        return tags
    return tags + ("  [accepted]" if finding.set_aside == "baseline" else "  [suppressed]")


def _shown_id(name: str) -> str:
    shown = one_line(name)
    return shown if len(shown) <= _LONGEST_ID else f"…{shown[1 - _LONGEST_ID :]}"


def closing_lines(run: Run, width: int | None, paint: Paint) -> Iterator[str]:
    """Yield the lines below all findings. With no `width` nothing is wrapped and no advice given."""
    for incident in incidents(run):
        label = _INCIDENT[incident.kind]
        first, *rest = _wrapped(f"{label}: {_told(incident)}", width)
        painted = paint(label, "error") if incident.is_problem else label
        yield from [painted + first.removeprefix(label), *rest]
    yield from _totals(run, width, paint)
    found = [f for f in run.findings if not f.suppressed]
    if width is not None and found:
        counts = Counter(finding.rule for finding in found)
        worst = {f.rule: f.severity for f in sorted(found, key=lambda f: f.severity)}
        rule = min(counts, key=lambda rule: (-counts[rule], -worst[rule], rule))
        yield paint(f"`textlint explain {rule}` says why and what to do", "dim")


def _totals(run: Run, width: int | None, paint: Paint) -> Iterator[str]:
    """The one line that every report has, broken between its parts where it is too long."""
    line, painted = "", ""
    for part, style in _total_parts(run):
        if line and width is not None and cell_width(line) + 3 + cell_width(part) > width:
            yield painted
            line, painted = "", ""
        dot = " · " if line else ""
        line += dot + part
        painted += dot + (paint(part, style) if style else part)
    yield painted


def _total_parts(run: Run) -> Iterator[tuple[str, Style | None]]:
    skipped = sum(1 for file in run.files if file.skipped is not None)
    left_out = f"{skipped:,} skipped" if skipped else "nothing skipped"
    yield f"{counted(run.checked, 'document')}, {counted(run.words, 'word')} read, {left_out}", None
    by_severity = Counter(f.severity for f in run.findings if not f.suppressed)
    counts = [counted(by_severity[s], s.label) for s in STYLE_OF if by_severity[s]]
    yield ", ".join(counts) or "nothing found", STYLE_OF[max(by_severity)] if counts else None
    silent = Counter(f.set_aside for f in run.findings if f.suppressed)
    for reason, words in _SILENT.items():
        if silent[reason]:
            yield f"{silent[reason]:,} {words}", None
    if run.interrupted:
        yield "interrupted", "error"
    elif run.problems:
        yield "the check is incomplete", "error"
    agreement = _agreement(run)
    if agreement:
        yield agreement, None


_SILENT: dict[SetAside, str] = {
    "": "suppressed",
    "baseline": "accepted by the baseline",
    "unchanged": "outside the changed lines",
}

_INCIDENT = {
    "crash": "crash",
    "plugin": "plugin problem",
    "config": "configuration problem",
    "file": "not read",
    "skipped": "skipped",
    "partly": "read in part",
}


def _told(incident: Incident) -> str:
    message = one_line(incident.message)
    return f"{_paths(incident.paths)}: {message}" if incident.paths else message


def _wrapped(text: str, width: int | None) -> list[str]:
    if width is None:
        return [text]
    first, *rest = wrap(text, width - 2)
    return [first, *(f"  {line}" for line in rest)]


def _agreement(run: Run) -> str:
    """Say which documents several families agree on: weak signs that together are a strong one."""
    agreed: dict[str, list[str]] = {}
    for file in run.files:
        families = Counter(
            finding.rule.partition("/")[0]
            for finding in file.findings
            if not finding.suppressed and finding.severity >= Severity.WARNING
        )
        if len(families) >= _AGREEING:
            agreed[file.path] = [family for family, _ in families.most_common()]
    if not agreed:
        return ""
    paths = list(agreed)
    if len(paths) > 1:
        return f"{_AGREEING} or more families agree on {_paths(paths)}"
    where = "this document" if run.checked == 1 else visible(paths[0])
    return f"{joined(agreed[paths[0]])} agree on {where}"


def _paths(paths: Sequence[str]) -> str:
    shown = [visible(path) for path in paths[:_MOST_PATHS]]
    if len(paths) > _MOST_PATHS:
        shown.append(f"{len(paths) - _MOST_PATHS:,} more")
    return joined(shown)
