"""One line of prose cut to a terminal's width around a marked place, with a caret line below it.

Paragraphs are lines of 400 to 900 characters, sometimes of millions: nothing here looks at more of a
line than fits on the screen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from textlint.escaping import visible
from textlint.model import Span

ELLIPSIS = "…"
# A cut is moved to a word's edge when that costs no more cells than this.
_LONGEST_WORD = 18
_WIDE = 2  # cells
_KNOWN_CELLS = 4_096  # characters that are remembered; a line of prose is asked for one by one


class Excerpt(NamedTuple):
    """A marked piece of one line: three printable parts and how far the carets are moved in.

    `indent` and `carets` count terminal cells: carets stand under `marked`, at least one.
    """

    before: str
    marked: str
    after: str
    indent: int
    carets: int

    @property
    def text(self) -> str:
        return self.before + self.marked + self.after

    @property
    def caret_line(self) -> str:
        return " " * self.indent + "^" * self.carets


def cell_width(text: str) -> int:
    """Return how many terminal cells `text` takes: 2 for wide, 0 for combining characters."""
    if text.isascii():
        return len(text)
    return sum(_character_width(character) for character in text)


def wrap(text: str, width: int) -> list[str]:
    """Return `text` broken between words into lines of at most `width` cells, at least one line.

    A word that is longer than a line (an address, a script without spaces) is broken where it ends.
    """
    if text[:1] != " " and cell_width(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    room = width
    for word in text.split(" "):
        needed = cell_width(word)
        if line and needed + 1 <= room:
            line, room = f"{line} {word}", room - needed - 1
            continue
        if line:
            lines.append(line)
        pieces = [word] if needed <= width else list(_pieces(word, width))
        lines += pieces[:-1]
        line, room = pieces[-1], width - cell_width(pieces[-1])
    return [*lines, line]


def excerpt(source: str, line: Span, mark: Span, width: int) -> Excerpt:
    """Return the part of a line around a mark that fits into `width` cells.

    `line` is the span of one line without its line end, `mark` a span inside it; an empty mark is a
    place between two characters. A cut is shown by an ellipsis; a mark that does not fit is cut at
    its end.
    """
    width = max(width, 10)
    window = _Window(source, line, mark, width)
    first, last = window.bounds(width - 2)  # an ellipsis at each end
    before = window.printed(first, mark.start)
    if first > line.start and not window.is_indentation(first):
        before = ELLIPSIS + before
    marked = window.printed(mark.start, min(mark.end, last))
    after = window.printed(min(mark.end, last), last)
    if last < mark.end:
        marked += ELLIPSIS
    elif last < line.end:
        after += ELLIPSIS
    return Excerpt(before, marked, after, cell_width(before), max(cell_width(marked), 1))


class _Window:
    """The characters of a line that can possibly be shown beside the start of a mark.

    All places are code points of the source. A character further than `width` from the mark's start
    cannot be on the screen, unless all between them are invisible.
    """

    def __init__(self, source: str, line: Span, mark: Span, width: int) -> None:
        self.source = source
        self.line = line
        self.mark = mark
        self.low = max(line.start, mark.start - width)
        self.high = min(line.end, mark.start + width + 1)
        cells = list(map(_cell, source[self.low : self.high]))
        self.texts = [text for text, _ in cells]
        self.widths = [width for _, width in cells]

    def printed(self, first: int, last: int) -> str:
        return "".join(self.texts[first - self.low : last - self.low])

    def taken(self, place: int) -> int:
        """Return how many terminal cells the character at `place` takes."""
        return self.widths[place - self.low]

    def is_indentation(self, place: int) -> bool:
        """Whether there are only blanks on the line before `place`."""
        return self.low == self.line.start and not self.source[self.low : place].strip(" \t")

    def bounds(self, budget: int) -> tuple[int, int]:
        """Return the first and the end of what to show in `budget` cells.

        The mark goes first; a third of what it leaves stands before it, the rest behind, and what
        one side does not need goes to the other.
        """
        start, end = self.mark.start, self.mark.end
        marked = sum(self.widths[start - self.low : min(end, self.high) - self.low])
        share = max(budget - marked, 0) // 3
        first, unused = self._grow_left(start, share)
        last, budget = self._grow_right(start, budget - share + unused)
        if last == self.line.end:
            first, _ = self._grow_left(first, budget)
        if first > self.line.start:
            first = self._next_word(first)
        while first < start and (self.taken(first) == 0 or self.source[first] in " \t"):
            first += 1  # no combining mark without its letter, no indentation
        if last < self.line.end and last != end:
            last = self._last_word(last, after=end if last > end else start)
        return first, last

    def _grow_left(self, first: int, room: int) -> tuple[int, int]:
        widths, low = self.widths, self.low
        while first > low and widths[first - 1 - low] <= room:
            first -= 1
            room -= widths[first - low]
        return first, room

    def _grow_right(self, last: int, room: int) -> tuple[int, int]:
        widths, low, high = self.widths, self.low, self.high
        while last < high and widths[last - low] <= room:
            room -= widths[last - low]
            last += 1
        return last, room

    def _next_word(self, cut: int) -> int:
        """Return the first word start from `cut` on that lies near it and not behind the mark.

        Scripts of wide characters have no blanks between words and are cut where it comes.
        """
        if self.taken(cut) == _WIDE:
            return cut
        for place in range(cut, min(cut + _LONGEST_WORD, self.mark.start + 1)):
            if place == self.line.start or self.source[place - 1] in " \t":
                return place
        return cut

    def _last_word(self, cut: int, after: int) -> int:
        """Return the last word end up to `cut` that lies near it and behind `after`."""
        if self.taken(cut - 1) == _WIDE:
            return cut
        for place in range(cut, max(cut - _LONGEST_WORD, after), -1):
            if place < self.high and self.source[place] in " \t":
                return place
        return cut


@lru_cache(maxsize=_KNOWN_CELLS)
def _cell(character: str) -> tuple[str, int]:
    if character == "\t":
        return " ", 1
    text = visible(character)
    return text, cell_width(text)


def _character_width(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    # Mn and Me stand on the letter before them; so do the vowels and finals of decomposed Hangul.
    if unicodedata.category(character) in {"Mn", "Me"} or "\u1160" <= character <= "\u11ff":
        return 0
    return 1


def _pieces(word: str, width: int) -> Iterator[str]:
    piece, room = "", width
    for character in word:
        needed = _character_width(character)
        if needed > room:
            yield piece
            piece, room = "", width
        piece, room = piece + character, room - needed
    yield piece
