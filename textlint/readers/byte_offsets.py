"""From UTF-8 byte offsets, in which a parser speaks, to the code points of a source."""

from __future__ import annotations

from bisect import bisect_right

_ASCII_OR_NOT = bytes(128) + b"\1" * 128


class ByteOffsets:
    """Turns offsets in `data`, a text in UTF-8, into code points plus `base`.

    From byte `low` to byte `high` all is ASCII, and the code point is the offset less `shift`: who
    asks often looks there first. `locate` answers for the whole text and moves the three to the
    stretch of ASCII in which its answer lies. Inside a run of other characters it counts on from the
    last place it was asked for, so that going through a text is linear, whatever its script.
    """

    __slots__ = ("_base", "_byte", "_data", "_place", "_runs", "_shifts", "high", "low", "shift")

    def __init__(self, data: bytes, base: int = 0) -> None:
        self._base = base
        self.low = 0
        self.shift = -base
        # Where each run of other characters begins and ends, and the shift behind it.
        self._runs: list[tuple[int, int]] = [(-1, 0)]
        self._shifts = [-base]
        self._data = data
        self.high = len(data)
        if data.isascii():
            return
        shift = -base
        kinds = data.translate(_ASCII_OR_NOT) + b"\0"
        start = kinds.find(1)
        while start >= 0:
            end = kinds.find(0, start)
            shift += end - start - len(data[start:end].decode())
            self._runs.append((start, end))
            self._shifts.append(shift)
            start = kinds.find(1, end)
        self.high = self._runs[1][0]
        self._byte = -1  # the last place inside a run, and its code point
        self._place = 0

    def locate_end(self, offset: int) -> int:
        """Return the code point at which what ends at byte `offset` ends."""
        return self.locate(offset)

    def in_text(self, offset: int) -> int:
        """Return the code point of the text at byte `offset`."""
        return self.locate(offset) - self._base

    def of_text(self, place: int) -> int:
        """Return the code point of the source for that of the text."""
        return place + self._base

    def locate(self, offset: int) -> int:
        """Return the code point at byte `offset`, which lies between two characters."""
        if self.low <= offset <= self.high:
            return offset - self.shift
        runs = self._runs
        index = bisect_right(runs, (offset,)) - 1  # the last run that begins before the offset
        start, end = runs[index]
        if offset >= end:
            self.low = end
            self.high = runs[index + 1][0] if index + 1 < len(runs) else len(self._data)
            self.shift = self._shifts[index]
            return offset - self.shift
        if not start <= self._byte <= offset:
            self._byte = start
            self._place = start - self._shifts[index - 1]
        self._place += len(self._data[self._byte : offset].decode())
        self._byte = offset
        return self._place
