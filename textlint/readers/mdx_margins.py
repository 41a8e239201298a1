"""The margins of MDX: lines are indented like the component they stand in, and code is never by that.

The parser takes lines that are indented by four columns or more for code. So it gets a copy without
such margins, and each place in the copy is turned back into one of the body.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from textlint.lazy import lazy_pattern
from textlint.readers.byte_offsets import ByteOffsets

_DEEP = lazy_pattern(r"(?:\A|(?<=\n))[ ]{0,3}(?:\t|[ ]{4})[ \t]*[^ \t\r\n]")
_LINE = lazy_pattern(r"(?P<margin>[ \t]*)(?P<text>[^\r\n]*)(?:\r\n|\n|\Z)")
_ITEM = lazy_pattern(r"(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t]{1,4}(?=[^ \t])|(?=[ \t]|\Z))")
_FENCE = lazy_pattern(r"(`{3,}(?=[^`]*\Z)|~{3,})")
_TAB = 4  # columns
MAX_ITEMS = 50  # list items in list items that are kept track of


class _Item(NamedTuple):
    """A list item: the column of its content in the body, and how much of its margin is cut off."""

    column: int
    cut: int


def deep_margins(body: str) -> list[tuple[int, int]]:
    """Return start and end of the margins in `body` that the parser is not to see, in order."""
    if _DEEP.search(body) is None:
        return []
    cuts: list[tuple[int, int]] = []
    items: list[_Item] = []
    fence = ""
    fence_cut = 0
    for line in _LINE.finditer(body):
        margin, text = line["margin"], line["text"].rstrip()
        if not text:
            continue
        columns = len(margin.expandtabs(_TAB)) if "\t" in margin else len(margin)
        if fence:
            if fence_cut and margin:
                cuts.append((line.start(), line.start() + _characters(margin, fence_cut)))
            if text.startswith(fence) and not text.strip(fence[0]):
                fence = ""
            continue
        while items and columns < items[-1].column:
            items.pop()
        base, cut = items[-1] if items else (0, 0)
        if columns - base >= _TAB:
            cut += columns - base
        if cut:
            cuts.append((line.start(), line.start() + _characters(margin, cut)))
        opening = _FENCE.match(text)
        if opening is not None:
            fence, fence_cut = opening[1], cut
            continue
        item = _ITEM.match(text)
        if item is not None and len(items) < MAX_ITEMS:
            items.append(_Item(columns + max(item.end(), 2), cut))
    return cuts


def _characters(margin: str, columns: int) -> int:
    """Return how many characters of a margin make up so many columns, or all that it has."""
    if "\t" not in margin:
        return min(columns, len(margin))
    reached = 0
    for number, character in enumerate(margin):
        if reached >= columns:
            return number
        reached += _TAB - reached % _TAB if character == "\t" else 1
    return len(margin)


def without(body: str, cuts: list[tuple[int, int]]) -> str:
    """Return `body` without the ranges `cuts`."""
    starts = (0, *(end for _, end in cuts))
    ends = (*(start for start, _ in cuts), len(body))
    return "".join([body[a:b] for a, b in zip(starts, ends, strict=True)])


class CutOffsets(ByteOffsets):
    """Turns byte offsets of `without(body, cuts)`, encoded, into code points of `body` plus `base`."""

    __slots__ = ("_places", "_removed")

    def __init__(self, data: bytes, base: int, cuts: list[tuple[int, int]]) -> None:
        super().__init__(data, base)
        # How much is missing before each cut, and where in the text it is.
        self._removed = [0, *accumulate([end - start for start, end in cuts])]
        self._places = [start - gone for (start, _), gone in zip(cuts, self._removed, strict=False)]
        self.low, self.high = 1, 0  # no stretch of the text can be taken as it is

    def locate(self, offset: int) -> int:
        return self.of_text(self.in_text(offset))

    def locate_end(self, offset: int) -> int:
        place = self.in_text(offset)
        return place + self._removed[bisect_left(self._places, place)] + self._base

    def in_text(self, offset: int) -> int:
        place = super().locate(offset) - self._base
        self.low, self.high = 1, 0
        return place

    def of_text(self, place: int) -> int:
        return place + self._removed[bisect_right(self._places, place)] + self._base
