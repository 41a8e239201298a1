"""Grouping (key, value) pairs by key: what stands between the map and the reduce of a stage."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import IO, Any

_BUCKETS = 256  # by the remainder of the key: document numbers are small, hashes are not
_MOST_IN_MEMORY = 8 << 20  # pairs of ints; 16 bytes each

_by_key = itemgetter(0)


class Grouping:
    """Collects pairs and gives them back by key, keys and the values of each in order.

    Pairs of two unsigned 64-bit ints are the many ones: they are kept as 16 bytes each, and beyond
    `most_in_memory` of them in a temporary file. Pairs with other values stay in memory.
    """

    def __init__(self, most_in_memory: int = _MOST_IN_MEMORY) -> None:
        self._most = most_in_memory
        self._packed = [array("Q") for _ in range(_BUCKETS)]
        self._others: list[list[tuple[int, Any]]] = [[] for _ in range(_BUCKETS)]
        self._in_memory = 0
        self._file: IO[bytes] | None = None
        self._chunks: list[list[tuple[int, int]]] = [[] for _ in range(_BUCKETS)]

    def extend(self, pairs: Iterable[tuple[int, Any]]) -> None:
        packed, others = self._packed, self._others
        added = 0
        for pair in pairs:
            if type(pair[1]) is int:
                packed[pair[0] % _BUCKETS].extend(pair)
                added += 1
            else:
                others[pair[0] % _BUCKETS].append(pair)
        self._in_memory += added
        if self._in_memory > self._most:
            self._spill()

    def groups(self, at_least: int = 1) -> Iterator[tuple[int, list[Any]]]:
        """Yield each key with its sorted values, if they are `at_least` so many.

        Keys come in order within a bucket, and buckets in order: a fixed order, and the same
        whatever order the pairs came in. What has been given is forgotten.
        """
        for number in range(_BUCKETS):
            pairs = self._take(number)
            pairs.sort()
            for key, group in groupby(pairs, _by_key):
                values = [value for _, value in group]
                if len(values) >= at_least:
                    yield key, values
        if self._file is not None:
            self._file.close()

    def _take(self, number: int) -> list[tuple[int, Any]]:
        numbers = self._packed[number]
        self._packed[number] = array("Q")
        for offset, size in self._chunks[number]:
            assert self._file is not None
            self._file.seek(offset)
            numbers.frombytes(self._file.read(size))
        pairs: list[tuple[int, Any]] = list(zip(numbers[::2], numbers[1::2], strict=True))
        pairs += self._others[number]
        self._others[number] = []
        return pairs

    def _spill(self) -> None:
        if self._file is None:
            import tempfile  # many modules behind it, for very large collections alone

            self._file = tempfile.TemporaryFile(prefix="textlint-")  # noqa: SIM115 - closed in groups()
        self._file.seek(0, 2)
        for number, numbers in enumerate(self._packed):
            if numbers:
                data = numbers.tobytes()
                self._chunks[number].append((self._file.tell(), len(data)))
                self._file.write(data)
                self._packed[number] = array("Q")
        self._in_memory = 0
