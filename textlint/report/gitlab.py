"""GitLab Code Quality: the JSON report that a merge request compares with that of its target branch.

The parts that GitLab reads: https://docs.gitlab.com/ci/testing/code_quality/ (report format).
"""

from __future__ import annotations

from typing import Any

from textlint.escaping import one_line
from textlint.model import Finding, Severity
from textlint.report import FileReport, LineIndexes, Reporter, ReportOptions, Run
from textlint.report.fingerprints import stable_fingerprints
from textlint.report.json import dumped
from textlint.report.places import line_range
from textlint.report.summary import is_shown
from textlint.report.uris import relative_path

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def render(run: Run, options: ReportOptions) -> str:
    """Return a JSON array, `[]` when nothing was found. Each fingerprint occurs once."""
    indexes = LineIndexes(run)
    issues: list[dict[str, Any]] = []
    seen: set[str] = set()
    for file in run.files:
        prints = stable_fingerprints(file.findings)
        for finding, fingerprint in zip(file.findings, prints, strict=True):
            # A file that was read under two names is one for GitLab.
            if is_shown(finding, options) and fingerprint not in seen:
                seen.add(fingerprint)
                issues.append(_issue(finding, file, fingerprint, indexes))
    lines = ",\n ".join(dumped(issue) for issue in issues)
    return f"[\n {lines}\n]\n" if issues else "[]\n"


def _issue(
    finding: Finding, file: FileReport, fingerprint: str, indexes: LineIndexes
) -> dict[str, Any]:
    first, last = line_range(indexes.of(file), finding.span)
    return {
        "description": one_line(finding.message) or finding.rule,
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[finding.severity],
        "location": {"path": relative_path(file), "lines": {"begin": first, "end": last}},
    }


REPORTER = Reporter("gitlab", "The Code Quality report of GitLab.", render)
