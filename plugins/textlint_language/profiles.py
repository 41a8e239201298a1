"""langdetect's profiles of letter sequences, of which only those that a text holds are unpacked.

langdetect reads 55 files into a dictionary of lists: a third of a second and 64 MB, for which a commit of
one bilingual article had to wait. Packed, they are 3 MB that are read in two milliseconds, and a detector
that finds them here says of every text what it says of langdetect's own dictionary.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from textlint import kept


class Packed(NamedTuple):
    """How likely each sequence of one to three letters is in each language that uses it.

    `languages` are langdetect's names. `sequences` are the numbers of the sequences (see `number_of`), in
    order, as array("Q"). What is known of the i-th stands in `users`, the indexes of languages, one byte
    each, and in `shares`, their probabilities as array("d"), from `starts[i]` to `starts[i + 1]`, an
    array("I").
    """

    languages: tuple[str, ...]
    sequences: bytes
    starts: bytes
    users: bytes
    shares: bytes


class Profiles:
    """Takes the place of langdetect's dictionary from a sequence to its probability in each language."""

    def __init__(self, packed: Packed) -> None:
        self.languages = list(packed.languages)
        self._sequences = memoryview(packed.sequences).cast("Q")
        self._starts = memoryview(packed.starts).cast("I")
        self._users = packed.users
        self._shares = memoryview(packed.shares).cast("d")
        self._places: dict[str, int] = {}  # of sequences that were asked for, -1 for unknown ones
        self._unpacked: dict[str, list[float]] = {}

    def __contains__(self, sequence: str) -> bool:
        place = self._places.get(sequence)
        if place is None:
            place = self._places[sequence] = self._place(sequence)
        return place >= 0

    def __getitem__(self, sequence: str) -> list[float]:
        known = self._unpacked.get(sequence)
        if known is None:
            known = self._unpacked[sequence] = self._unpack(sequence)
        return known

    def _place(self, sequence: str) -> int:
        number = number_of(sequence)
        place = bisect_left(self._sequences, number)
        found = place < len(self._sequences) and self._sequences[place] == number
        return place if found else -1

    def _unpack(self, sequence: str) -> list[float]:
        if sequence not in self:
            raise KeyError(sequence)
        place = self._places[sequence]
        shares = [0.0] * len(self.languages)
        for index in range(self._starts[place], self._starts[place + 1]):
            shares[self._users[index]] = self._shares[index]
        return shares


def number_of(sequence: str) -> int:
    """Return a number that stands for up to three characters, which have 21 bits each."""
    number = 0
    for character in sequence:
        number = number << 21 | ord(character)
    return number


@cache
def profiles() -> Profiles:
    """Return what langdetect knows of the languages; read once."""
    import langdetect

    return Profiles(Packed(*kept.folder(Path(langdetect.__file__).with_name("profiles"), pack)))


def pack(files: Sequence[Path]) -> tuple[Any, ...]:
    """Return the parts of `Packed`, made of langdetect's files, one for each language."""
    languages: list[str] = []
    users: dict[int, list[tuple[int, float]]] = {}
    for index, file in enumerate(files):
        profile = json.loads(file.read_text(encoding="utf-8"))
        languages.append(profile["name"])
        totals = profile["n_words"]  # of sequences of one, two and three letters
        for sequence, count in profile["freq"].items():
            share = count / totals[len(sequence) - 1]
            users.setdefault(number_of(sequence), []).append((index, share))
    sequences = array("Q", sorted(users))
    starts = array("I", [0])
    indexes, shares = bytearray(), array("d")
    for number in sequences:
        for index, share in users[number]:
            indexes.append(index)
            shares.append(share)
        starts.append(len(shares))
    arrays = (sequences.tobytes(), starts.tobytes(), bytes(indexes), shares.tobytes())
    return (tuple(languages), *arrays)
