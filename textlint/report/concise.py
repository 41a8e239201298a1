"""One line for each finding, for editors and for `grep`."""

from __future__ import annotations

from textlint.escaping import no_command, one_line, visible
from textlint.report import LineIndexes, Reporter, ReportOptions, Run
from textlint.report.colors import STYLE_OF, painter
from textlint.report.summary import closing_lines, finding_tags, shown_findings


def render(run: Run, options: ReportOptions) -> str:
    """Return lines `path:line:column: severity rule message`, then what was read and what was not."""
    paint = painter(options.color)
    indexes = LineIndexes(run)
    lines: list[str] = []
    for file in run.files:
        for finding in shown_findings(file, options):
            line, column = indexes.of(file).line_column(finding.span.start)
            place = f"{paint(visible(file.path), 'path')}:{line}:{column}:"
            severity = paint(finding.severity.label, STYLE_OF[finding.severity])
            message = one_line(finding.message) + paint(finding_tags(finding), "fixable")
            lines.append(f"{place} {severity} {paint(finding.rule, 'rule')} {message}")
    lines += closing_lines(run, None, paint)
    return "\n".join(map(no_command, lines)) + "\n"


REPORTER = Reporter(
    "concise", "One line for each finding: path:line:column: severity rule message.", render
)
