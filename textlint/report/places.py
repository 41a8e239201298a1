"""Where a report says that a finding is: its first visible character, its lines, its region."""

from __future__ import annotations

from typing import NamedTuple

from textlint.lazy import lazy_pattern
from textlint.lines import LineIndex
from textlint.model import Span

_BLANK = lazy_pattern(r"\s*")


class Region(NamedTuple):
    """A part of a text: 1-based lines, 1-based columns in UTF-16 code units, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def visible_start(index: LineIndex, span: Span) -> int:
    """Return where the first character of a span is that can be seen, or where the span starts."""
    blank = _BLANK.match(index.text, span.start, span.end)
    return span.start if blank is None or blank.end() == span.end else blank.end()


def line_range(index: LineIndex, span: Span) -> tuple[int, int]:
    """Return the first and last 1-based line that hold something of a span."""
    start = visible_start(index, span)
    return index.line(start), index.line(max(span.end - 1, start))


def on_first_line(index: LineIndex, span: Span) -> Span:
    """Return the part of a span on the line where its first visible character is."""
    start = visible_start(index, span)
    line = index.line_span(index.line(start))
    start = min(start, line.end)  # a span may start between CR and LF
    return Span(start, max(min(span.end, line.end), start))


def first_line_region(index: LineIndex, span: Span) -> Region:
    """Return the region of the part of a span on its first line; it is never empty.

    A pull request shows an annotation only when all its lines are in the difference, so one line is
    better than many.
    """
    start, end = (mark := on_first_line(index, span)).start, mark.end
    number = index.line(visible_start(index, span))
    line = index.line_span(number)
    if start == end and start < line.end:
        end += 1
    elif start == end and start > line.start:
        start -= 1
    first = index.utf16_column(start)
    last = index.utf16_column(end) if end > start else first + 1  # an empty line: its line end
    return Region(number, first, number, last)


def whole_region(index: LineIndex, span: Span) -> Region:
    """Return the region of a whole span, from its first visible character on."""
    first = first_line_region(index, span)
    last_line = line_range(index, span)[1]
    if last_line == first.line:
        return first
    end = min(span.end, index.line_span(last_line).end)
    return first._replace(end_line=last_line, end_column=max(index.utf16_column(end), 2))
