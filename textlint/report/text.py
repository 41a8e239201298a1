"""The report for people: findings by file, each with its line of prose and a mark below it."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.escaping import no_command, one_line, visible
from textlint.excerpts import cell_width, excerpt, wrap
from textlint.lazy import lazy_pattern
from textlint.lines import LineIndex
from textlint.model import Finding
from textlint.report import FileReport, LineIndexes, Reporter, ReportOptions, Run
from textlint.report.colors import STYLE_OF, Paint, painter
from textlint.report.places import line_range, on_first_line
from textlint.report.summary import closing_lines, finding_tags, shown_findings
from textlint.report.wording import joined, plural

# Below these widths nothing useful fits beside anything else.
_NARROWEST = 40
_NARROWEST_MESSAGE = 36
# Lines longer than this are hard to read on a wide terminal, of messages and of prose.
_WIDEST = 140
_SEVERITY = 7  # cells of "warning", the longest
_MOST_PLACES = 4
_MOST_LINES = 8

_NUMBER = lazy_pattern(r"\d+")


def render(run: Run, options: ReportOptions) -> str:
    """Return the report: a part for each file with findings, then what was read and what was not."""
    width = min(max(options.width, _NARROWEST), _WIDEST)
    paint = painter(options.color)
    indexes = LineIndexes(run)
    lines: list[str] = []
    for file in run.files:
        findings = shown_findings(file, options)
        if findings:
            lines.append(paint(visible(file.path), "path"))
            lines += _FilePart(file, findings, indexes, width, paint).lines()
            lines.append("")
    lines += closing_lines(run, width, paint)
    return "\n".join(map(no_command, lines)) + "\n"


class _FilePart:
    """The findings of one file in columns: place, severity, rule, message."""

    def __init__(
        self,
        file: FileReport,
        findings: list[Finding],
        indexes: LineIndexes,
        width: int,
        paint: Paint,
    ) -> None:
        self.findings = findings
        self.indexes = indexes
        self.index = indexes.of(file)
        self.paint = paint
        self.places = [_place(self.index, finding.span.start) for finding in findings]
        self.place_width = 2 + max(len(place) for place in self.places)
        self.rule_width = max(len(finding.rule) for finding in findings)
        self.indent = self.place_width + 2
        self.message_column = self.indent + _SEVERITY + 2 + self.rule_width + 2
        self.width = width

    def lines(self) -> Iterator[str]:
        for place, finding in zip(self.places, self.findings, strict=True):
            yield from self._head(place, finding)
            yield from self._prose(finding)
            yield from self._related(finding)

    def _head(self, place: str, finding: Finding) -> Iterator[str]:
        """The finding's line; its message goes below when it is long and the terminal narrow."""
        message = one_line(finding.message)
        label = finding.severity.label
        head = f"{place:>{self.place_width}}  "
        head += self.paint(label, STYLE_OF[finding.severity]) + " " * (_SEVERITY + 2 - len(label))
        head += self.paint(finding.rule, "rule")
        room = self.width - self.message_column
        if room < _NARROWEST_MESSAGE:
            yield head
            indent, lines = self.indent, wrap(message, self.width - self.indent)
        else:
            indent, lines = self.message_column, wrap(message, room)
            head += " " * (self.rule_width - len(finding.rule) + 2)
        tags = finding_tags(finding)
        if tags and indent + cell_width(lines[-1]) + len(tags) > self.width:
            lines.append("")
            tags = tags.strip()
        lines[-1] += self.paint(tags, "fixable")
        if indent == self.message_column:
            yield head + lines.pop(0)
        for line in lines:
            yield " " * indent + line

    def _prose(self, finding: Finding) -> Iterator[str]:
        """The line of prose around the start of the finding, and the mark."""
        first, last = line_range(self.index, finding.span)
        line = self.index.line_span(first)
        if line.start == line.end:
            return
        mark = on_first_line(self.index, finding.span)
        shown = excerpt(self.index.text, line, mark, self.width - self.indent)
        style = STYLE_OF[finding.severity]
        margin = " " * self.indent
        yield margin + shown.before + self.paint(shown.marked, style) + shown.after
        more = f" to line {last}" if last > first else ""
        yield margin + " " * shown.indent + self.paint("^" * shown.carets, style) + more

    def _related(self, finding: Finding) -> Iterator[str]:
        """The other places by line, those with the same words together."""
        told: dict[tuple[str, str], list[int]] = {}
        for related in finding.related:
            path = related.path or finding.path
            index = self.indexes[path]
            elsewhere = "" if path == finding.path else visible(path)
            lines = told.setdefault((elsewhere, one_line(related.message)), [])
            if index is not None:
                lines.append(line_range(index, related.span)[0])
        if _says_all(finding.message, told):
            return
        groups = list(told.items())
        texts = [
            ": ".join(filter(None, (_places(path, lines), message)))
            for (path, message), lines in groups[:_MOST_PLACES]
        ]
        left = sum(len(lines) for _, lines in groups[_MOST_PLACES:])
        if left:
            texts.append(f"and {left} more {plural('place', left)}")
        for text in texts:
            for line in wrap(text, self.width - self.indent):
                yield " " * self.indent + self.paint(line, "dim")


def _place(index: LineIndex, offset: int) -> str:
    line, column = index.line_column(offset)
    return f"{line}:{column}"


def _says_all(message: str, places: dict[tuple[str, str], list[int]]) -> bool:
    """Whether a message already names the lines of all places, so that a list says nothing new."""
    numbers = set(_NUMBER.findall(message)) if "line" in message else set()
    return all(
        not path and numbers.issuperset(map(str, lines)) for (path, _), lines in places.items()
    )


def _places(path: str, lines: list[int]) -> str:
    """Return 'line 3', 'lines 3, 5 and 8' or 'lines 3, 5, 8 and 12 more', with a path in front."""
    numbers = [str(line) for line in sorted(set(lines))]
    if not numbers:
        return path
    if len(numbers) > _MOST_LINES + 1:
        numbers[_MOST_LINES:] = [f"{len(numbers) - _MOST_LINES} more"]
    text = f"{plural('line', len(numbers))} {joined(numbers)}"
    return f"{path}, {text}" if path else text


REPORTER = Reporter(
    "text", "For people: each finding with its line of prose and a mark below it.", render
)
