"""A table from words to bytes that is searched where it lies, and never made into a dictionary.

A dictionary of sixty thousand words takes 15 ms and 14 MB to make at every start; a text asks for some
hundreds of them. So the entries lie one behind the other, and an array of places (open addressing, by
checksum) says where each begins.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from zlib import crc32

_MOST_REMEMBERED = 1 << 16  # words, found or not
_FREE = 0  # in the array: no entry
_KEY_END, _ENTRY_END = b"\t", b"\n"

# The array of places as bytes, of 4 each, and the entries. A place is 1 more than where the entry begins.
Packed = tuple[bytes, bytes]


class PackedWords(dict[str, bytes | None]):
    """`words[word]` is what the table holds for a word, None for any other word.

    What was asked for is remembered: it is a dictionary of that alone, so that `in` and `get` say nothing.
    """

    def __init__(self, packed: Packed) -> None:
        super().__init__()
        self._places = memoryview(packed[0]).cast("I")
        self._entries = packed[1]

    def __missing__(self, word: str) -> bytes | None:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        found = self[word] = self._found(word)
        return found

    def _found(self, word: str) -> bytes | None:
        key = word.encode("utf-8", "surrogatepass")
        places, entries = self._places, self._entries
        last = len(places) - 1
        number = crc32(key) & last
        head = key + _KEY_END
        while (place := places[number]) != _FREE:
            if entries.startswith(head, place - 1) and _ENTRY_END not in key:
                start = place - 1 + len(head)
                return entries[start : entries.index(_ENTRY_END, start)]
            number = (number + 1) & last
        return None

    def pairs(self) -> Iterator[tuple[str, bytes]]:
        """Yield all words of the table with what it holds for them."""
        for entry in self._entries.split(_ENTRY_END)[:-1]:
            key, _, value = entry.partition(_KEY_END)
            yield key.decode(), value


def pack(words: Mapping[str, bytes]) -> Packed:
    """Return the parts of a table. Raises `ValueError` for tabs and line ends, which it uses itself."""
    size = 2
    while size < 1.5 * len(words):
        size *= 2
    places = array("I", bytes(4 * size))
    entries = bytearray()
    for word, value in words.items():
        key = word.encode()
        if not {_KEY_END[0], _ENTRY_END[0]}.isdisjoint(key + value):
            raise ValueError(f"{word!r} or its value holds a tab or a line end")
        number = crc32(key) & (size - 1)
        while places[number] != _FREE:
            number = (number + 1) & (size - 1)
        places[number] = len(entries) + 1
        entries += key + _KEY_END + value + _ENTRY_END
    return places.tobytes(), bytes(entries)
