"""The lines of a source for readers that go line by line: places, indentation, text."""

from __future__ import annotations

from typing import NamedTuple

from textlint.lines import LINE_END

_TAB = 8  # columns, in reStructuredText


class SourceLine(NamedTuple):
    """`source[start:end]` is the line without indentation and trailing blanks; blank if they meet."""

    start: int
    end: int
    indent: int
    text: str


def source_lines(source: str) -> list[SourceLine]:
    """Return all lines of a source."""
    lines = []
    start = 0
    ends = [match.span() for match in LINE_END.finditer(source)]
    for end, after in (*ends, (len(source), len(source))):
        line = source[start:end]
        bare = line.lstrip(" \t\f\v")
        margin = line[: len(line) - len(bare)]
        text = bare.rstrip()
        first = start + len(margin)
        indent = len(margin.expandtabs(_TAB)) if "\t" in margin else len(margin)
        lines.append(SourceLine(first, first + len(text), indent, text))
        start = after
    return lines
