"""From UTF-8 byte offsets, in which a parser speaks, to the code points of a source."""

from __future__ import annotations

import re
from bisect import bisect_right

# Runs of characters of two, three and four bytes.
_WIDE = re.compile("[\x80-\u07ff]+|[\u0800-\uffff]+|[\U00010000-\U0010ffff]+")


class ByteOffsets:
    """Maps byte offsets of `text` (which lie between characters) to code points, plus `base`."""

    __slots__ = ("_base", "_characters", "_ends", "_size", "_starts")

    def __init__(self, text: str, base: int = 0) -> None:
        self._base = base
        self._starts: list[int] = []  # byte offsets of the runs of wide characters
        self._ends: list[int] = []
        self._characters: list[int] = []  # code-point offsets of the runs' ends
        self._size = 4 * len(text) + 1
        if text.isascii():
            return
        surplus = 0
        for match in _WIDE.finditer(text):
            start, end = match.span()
            first = text[start]
            width = 2 if first < "\u0800" else 3 if first < "\U00010000" else 4
            self._starts.append(start + surplus)
            surplus += (width - 1) * (end - start)
            self._ends.append(end + surplus)
            self._characters.append(end)

    def locate(self, offset: int) -> tuple[int, int, int, int]:
        """Return the code point at byte `offset`, and a range of bytes with its shift.

        The shift turns every byte offset from the low to the high one, inclusive, into a code point
        by addition; the range is empty (high < low) inside a run of wide characters.
        """
        index = bisect_right(self._starts, offset) - 1
        following = index + 1
        high = self._starts[following] if following < len(self._starts) else self._size
        if index < 0:
            return offset + self._base, 0, high, self._base
        end = self._ends[index]
        character = self._characters[index] + self._base
        if offset < end:
            before = self._starts[index]
            count = self._characters[index] - self._run_start(index)
            return character - (end - offset) * count // (end - before), 0, -1, 0
        return offset - end + character, end, high, character - end

    def _run_start(self, index: int) -> int:
        """Return the code-point offset at which a run of wide characters begins."""
        if not index:
            return self._starts[0]
        return self._characters[index - 1] + self._starts[index] - self._ends[index - 1]
