"""Lines and columns of a source text, computed from one newline table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from textlint.lazy import lazy_pattern
from textlint.model import Span

# A line ends at these and at nothing else; str.splitlines would add eight more characters, and an
# editor that shows another line number than we print makes every finding useless.
LINE_END = lazy_pattern(r"\r\n|\n|\r")
_BLANK_REST = lazy_pattern(r"\s*\Z")
_CHUNK = 4096  # code points between two entries of the table of byte offsets
_ASTRAL = lazy_pattern("[\U00010000-\U0010ffff]")  # two UTF-16 code units each


class LineIndex:
    """Maps code-point offsets of one text to 1-based lines and columns and back."""

    __slots__ = ("_astral", "_bytes", "_ends", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        self._ends: list[int] = []
        for match in LINE_END.finditer(text):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(text))
        self._astral: list[int] | None = None
        self._bytes: list[int] | None = None

    def __len__(self) -> int:
        """Number of lines; a final newline opens one more, empty, line."""
        return len(self._starts)

    def line(self, offset: int) -> int:
        """Return the 1-based line that holds code point `offset`."""
        return bisect_right(self._starts, offset)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and the 1-based column in code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """Return the span of 1-based `line` without its line end."""
        return Span(self._starts[line - 1], self._ends[line - 1])

    def line_text(self, line: int) -> str:
        return self.text[self._starts[line - 1] : self._ends[line - 1]]

    def utf16_column(self, offset: int) -> int:
        """Return the 1-based column of `offset` in UTF-16 code units."""
        if self._astral is None:  # one table for all: a column must not cost a walk along its line
            self._astral = [match.start() for match in _ASTRAL.finditer(self.text)]
        start = self._starts[bisect_right(self._starts, offset) - 1]
        pairs = bisect_left(self._astral, offset) - bisect_left(self._astral, start)
        return offset - start + 1 + pairs

    def utf8_column(self, offset: int) -> int:
        """Return the 1-based column of `offset` in UTF-8 bytes."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        return self._bytes_before(offset) - self._bytes_before(start) + 1

    def _bytes_before(self, offset: int) -> int:
        if self._bytes is None:
            chunks = range(0, len(self.text), _CHUNK)
            sizes = [_size(self.text[start : start + _CHUNK]) for start in chunks]
            self._bytes = list(accumulate(sizes, initial=0))
        chunk = offset // _CHUNK
        return self._bytes[chunk] + _size(self.text[chunk * _CHUNK : offset])


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def final_lines(source: str, span: Span, floor: int) -> Span | None:
    """Return what to delete so that the lines of `span` are gone from the end of a text.

    The blank lines before them go too, and the text ends as it did: in one line end, or in none. None
    where something follows the span, or where nothing stands before it from `floor` on.
    """
    if not _BLANK_REST.match(source, span.end):
        return None
    start = span.start
    while start > floor and source[start - 1] in " \t\r\n":
        start -= 1
    if start == floor:
        return None
    rest = source[span.end :]
    line_end = rest[len(rest.removesuffix("\n").removesuffix("\r")) :]
    return Span(start, len(source) - len(line_end))
