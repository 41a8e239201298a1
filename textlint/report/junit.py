"""JUnit XML, for CI servers that know test reports and nothing else: one test case for each article.

After the schema that Jenkins and others read:
https://github.com/jenkinsci/xunit-plugin (junit-10.xsd). A note is no failure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from textlint.escaping import no_command, one_line, visible
from textlint.lines import LineIndex
from textlint.model import Finding, Severity
from textlint.report import FileReport, LineIndexes, Reporter, ReportOptions, Run
from textlint.report.incidents import incidents
from textlint.report.summary import is_shown

# What XML 1.0 cannot hold (production Char); `visible` has made escapes of most of it.
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(run: Run, options: ReportOptions) -> str:
    """Return one document. Problems of the run are errors of a test case of their own."""
    indexes = LineIndexes(run)
    cases: list[str] = []
    failures = errors = skipped = 0
    for file in run.files:
        findings = [f for f in file.findings if is_shown(f, options) and not f.suppressed]
        failing = [f for f in findings if f.severity > Severity.NOTE]
        failures += bool(failing)
        skipped += file.skipped is not None
        cases += _case(file, failing, findings, indexes)
    for incident in incidents(run):
        if incident.is_problem:
            errors += 1
            message = _attribute(one_line(incident.message))
            cases.append(f"  <testcase classname={_attribute(incident.kind)} name={message}>")
            cases.append(f"   <error type={_attribute(incident.kind)} message={message}/>")
            cases.append("  </testcase>")
    counts = f'tests="{len(run.files) + errors}" failures="{failures}" errors="{errors}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="textlint" {counts}>',
        f' <testsuite name="textlint" {counts} skipped="{skipped}">',
        *cases,
        " </testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines).replace("##[", "#&#35;[") + "\n"  # see `no_command`


def _case(
    file: FileReport, failing: list[Finding], findings: list[Finding], indexes: LineIndexes
) -> Iterator[str]:
    name = _attribute(visible(file.path))
    opening = f"  <testcase classname={name} name={name}"
    if file.skipped is not None:
        yield f"{opening}>"
        yield f"   <skipped message={_attribute(one_line(file.skipped))}/>"
        yield "  </testcase>"
    elif not findings:
        yield f"{opening}/>"
    else:
        yield f"{opening}>"
        index = indexes.of(file)
        if failing:  # the schema of some servers allows one failure for each case
            kinds = ", ".join(dict.fromkeys(finding.rule for finding in failing))
            first = _attribute(one_line(failing[0].message))
            yield f"   <failure type={_attribute(kinds)} message={first}>"
            yield from (_text(_line(finding, index)) for finding in failing)
            yield "   </failure>"
        notes = [finding for finding in findings if finding.severity == Severity.NOTE]
        if notes:
            yield "   <system-out>"
            yield from (_text(_line(finding, index)) for finding in notes)
            yield "   </system-out>"
        yield "  </testcase>"


def _line(finding: Finding, index: LineIndex) -> str:
    line, column = index.line_column(finding.span.start)
    place = f"{visible(finding.path)}:{line}:{column}"
    return no_command(
        f"{place}: {finding.severity.label} {finding.rule} {one_line(finding.message)}"
    )


def _text(text: str) -> str:
    return escape(_NO_CHARACTER.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NO_CHARACTER.sub("\ufffd", text))


REPORTER = Reporter("junit", "JUnit XML: one test case for each article.", render)
