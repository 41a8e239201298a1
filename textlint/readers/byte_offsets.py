"""From UTF-8 byte offsets, in which a parser speaks, to the code points of a source."""

from __future__ import annotations


class ByteOffsets:
    """Turns byte offsets of `text` into code points plus `base`, from one place to the next.

    Remembers the last place and counts the characters from there, so that going through a text from
    its beginning to its end is linear, whatever its script. `byte` and `place` are the last offset
    in bytes and its code point.
    """

    __slots__ = ("_base", "_data", "byte", "is_ascii", "place")

    def __init__(self, text: str, base: int = 0) -> None:
        self._base = base
        self.is_ascii = text.isascii()
        self._data = b"" if self.is_ascii else text.encode()
        self.byte = 0
        self.place = base

    def locate(self, offset: int) -> int:
        """Return the code point at byte `offset`, which lies between two characters."""
        if self.is_ascii:
            return offset + self._base
        byte = self.byte
        if offset > byte:
            self.byte = offset
            self.place += len(self._data[byte:offset].decode())
        elif offset < byte:
            self.byte = offset
            self.place -= len(self._data[offset:byte].decode())
        return self.place
