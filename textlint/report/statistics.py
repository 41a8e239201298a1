"""How often each rule found something, for people who plan a clean-up."""

from __future__ import annotations

from collections import Counter

from textlint.escaping import no_command
from textlint.report import Reporter, ReportOptions, Run
from textlint.report.colors import STYLE_OF, painter
from textlint.report.summary import closing_lines, shown_findings


def render(run: Run, options: ReportOptions) -> str:
    """Return a line for each rule with findings, the most frequent first, then what was read."""
    paint = painter(options.color)
    found = [finding for file in run.files for finding in shown_findings(file, options)]
    counts = Counter(finding.rule for finding in found)
    files = Counter(rule for rule, _ in {(f.rule, f.path) for f in found})
    fixable = Counter(f.rule for f in found if f.fix is not None and f.fix.safe)
    worst = {f.rule: f.severity for f in sorted(found, key=lambda f: f.severity)}
    lines: list[str] = []
    if counts:
        lines.append(f"{'findings':>8}  {'files':>7}  {'fixable':>7}  severity  rule")
        for rule in sorted(counts, key=lambda rule: (-counts[rule], rule)):
            severity = paint(f"{worst[rule].label:<8}", STYLE_OF[worst[rule]])
            numbers = f"{counts[rule]:>8,}  {files[rule]:>7,}  {fixable[rule]:>7,}"
            lines.append(f"{numbers}  {severity}  {paint(rule, 'rule')}")
        lines.append("")
    lines += closing_lines(run, None, paint)
    return "\n".join(map(no_command, lines)) + "\n"


REPORTER = Reporter("statistics", "How often each rule found something.", render)
