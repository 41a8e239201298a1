"""Which of many keys a word is, without an object for each key: they stay in the text that has them.

A dict of 34,000 words takes a hundredth of a second to load, and several megabytes. Of an index, three
arrays are loaded, and of the keys those are looked at that are asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from zlib import crc32

# The arrays of an index as plain data: offsets of the keys; hashes in order; the numbers of their keys.
Packed = tuple[bytes, bytes, bytes]


def packed(keys: Sequence[bytes], offsets: Iterable[int]) -> Packed:
    """Return the index of `keys` that stand at these `offsets` of a text."""
    hashes = list(map(crc32, keys))
    order = sorted(range(len(keys)), key=hashes.__getitem__)
    arrays = [array("I", numbers) for numbers in (offsets, map(hashes.__getitem__, order), order)]
    return arrays[0].tobytes(), arrays[1].tobytes(), arrays[2].tobytes()


class KeyIndex:
    """The index of the keys of a `text`, in which `end` stands behind each of them and in none."""

    def __init__(self, text: bytes, end: bytes, index: Packed) -> None:
        self.text = text
        self.end = end
        self.offsets, self._hashes, self._numbers = (array("I", numbers) for numbers in index)

    def number(self, key: str) -> int | None:
        """Return which key this is, by its place in the order of the keys."""
        wanted = key.encode("utf-8", "surrogatepass")
        hashed = crc32(wanted)
        wanted += self.end
        at = bisect_left(self._hashes, hashed)
        while at < len(self._hashes) and self._hashes[at] == hashed:
            number = self._numbers[at]
            if self.text.startswith(wanted, self.offsets[number]):
                return number
            at += 1
        return None
