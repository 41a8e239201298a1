"""The word table of a dictionary spinner: what it writes, and the neighbours that give it away.

The file (see scripts/build_spinner_pairs.py) has a line for each word by which entries are found: that word,
and behind tabs the rows. A row is a grade, an entry of one or more words, what it stands for, the words
that break English when they stand before it, and those that do so behind it:

    =reminiscence>memory<blessed cache computer<allocation bank card

"*" as a neighbour makes the entry a mark by itself. Faint rows, which are looked for in few documents, stand
behind a line with their grade. The rows of a word are taken apart when it is first met.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from textlint.document import BLOCK_END

STRONG, WEAK, FAINT = "!", "=", "?"
_GZIP = 31  # window bits of zlib for a gzip file
_ALONE = " * "
_CLOSING = ".,;:!?)\"'…]"


class Place(NamedTuple):
    """`text[start:end]` has an entry for `word` beside a neighbour; `term` is what was meant of both.

    A `STRONG` one is written by nobody, a `WEAK` one tells something beside others, a `FAINT` one only in a
    text that is known to be spun.
    """

    start: int
    end: int
    word: str
    term: str
    grade: str


class Row(NamedTuple):
    """A row of the table; `at` is the place of the word by which it is found among the entry's words.

    `lefts` and `rights` begin and end with a space. `is_word` is true of an entry of one word that needs a
    neighbour.
    """

    grade: str
    entry: tuple[str, ...]
    at: int
    word: str
    lefts: str
    rights: str
    is_word: bool


class SpinnerTable:
    """The table, with the rows of the words that have been asked for."""

    def __init__(self, lines: Mapping[str, str], faint: Mapping[str, str]) -> None:
        self._lines, self._faint = lines, faint
        self._rows: dict[str, tuple[Row, ...]] = {}

    def find(self, folded: str, *, faint: bool = False) -> Iterator[Place]:
        """Yield the broken places of a folded text, from left to right, none overlapping.

        With `faint` they are the faint ones, without it all others.

        A text may be that of several blocks with `BLOCK_END` between them, over which no place reaches.
        """
        words = folded.replace("-", " ").replace("(", " ").replace(BLOCK_END, " ").split(" ")
        lines = self._faint if faint else self._lines
        starts, reached = list[int](), 0
        for index, word in enumerate(words):
            if word not in lines and (
                word[-1:] not in _CLOSING or (word := word.rstrip(_CLOSING)) not in lines
            ):
                continue
            before = f" {words[index - 1]} "
            after = f" {words[index + 1].rstrip(_CLOSING)} " if index + 1 < len(words) else ""
            for row in self._rows.get(lines[word]) or self._parse(word, lines[word]):
                if row.is_word and before not in row.lefts and after not in row.rights:
                    continue  # most rows end here: nothing more is asked of them
                span = _broken_by(row, words, index - row.at)
                if span is None or span[0] < reached:
                    continue
                first, last = span
                starts = starts or [0, *accumulate(len(word) + 1 for word in words)]
                start, end = starts[first], starts[last] + len(words[last].rstrip(_CLOSING))
                if BLOCK_END in folded[start:end]:
                    continue
                reached = last + 1
                entry = range(index - row.at, index - row.at + len(row.entry))
                meant = [*words[first : entry.start], row.word, *words[entry.stop : last + 1]]
                term = " ".join(meant).rstrip(_CLOSING)
                yield Place(start, end, row.word, term, row.grade)
                break

    def _parse(self, key: str, line: str) -> tuple[Row, ...]:
        rows = []
        for row in line.split("\t"):
            head, lefts, rights = row[1:].split("<")
            entry, _, word = head.partition(">")
            words = tuple(entry.split(" "))
            is_word = len(words) == 1 and _ALONE not in f" {lefts} "
            rows.append(
                Row(row[0], words, words.index(key), word, f" {lefts} ", f" {rights} ", is_word)
            )
        rows.sort(key=lambda row: row.grade != STRONG)
        self._rows[line] = tuple(rows)
        return self._rows[line]

    def entries(self) -> Iterator[Row]:
        """Yield all rows, for people who want to read the table."""
        for lines in (self._lines, self._faint):
            for key, line in lines.items():
                yield from self._parse(key, line)


def _broken_by(row: Row, words: list[str], first: int) -> tuple[int, int] | None:
    """Return first and last word of the place if the entry stands at `first` beside such a neighbour."""
    last = first + len(row.entry) - 1
    if first < 0 or last >= len(words):
        return None
    if len(row.entry) > 1 and tuple(words[first:last]) != row.entry[:-1]:
        return None
    closed = words[last] != row.entry[-1]
    if closed and words[last].rstrip(_CLOSING) != row.entry[-1]:
        return None
    if _ALONE in row.lefts:
        return first, last
    if not closed and last + 1 < len(words):
        after = words[last + 1].rstrip(_CLOSING)
        if after and f" {after} " in row.rights:
            return first, last + 1
    if first and words[first - 1] and f" {words[first - 1]} " in row.lefts:
        return first - 1, last
    return None


@cache
def spinner_table() -> SpinnerTable:
    """Read the table, once."""
    packed = (Path(__file__).with_name("data") / "spinner-pairs.txt.gz").read_bytes()
    told, _, faint = zlib.decompress(packed, _GZIP).decode().partition(f"\n{FAINT}\n")
    return SpinnerTable(_lines_of(told), _lines_of(faint))


def _lines_of(text: str) -> dict[str, str]:
    cut = (line.partition("\t") for line in text.split("\n") if line and line[0] != "#")
    return {key: rows for key, _, rows in cut}
