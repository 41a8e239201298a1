"""The terms of a document that survive rewording: numbers, names, codes and rare words, in order.

A fingerprint is the array of these terms, five bytes each: a fixed hash with the kind and a mark for
lists in its four highest bits, then the rarity (see `rarity.py`) and how many common words stand
between this term and the one before.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress, islice
from operator import add
from typing import NamedTuple

from textlint.document import Block, BlockKind, Document
from textlint_spun.meanings import (
    END,
    HASH_BITS,
    HEAD_BITS,
    KIND_BITS,
    MANY,
    NAME,
    NOTHING,
    NUMBER,
    WORD,
    Capital,
    Figure,
    Meaning,
    Raw,
    Several,
    inside,
    meanings,
    raw_number,
    words_of,
)
from textlint_spun.quantities import SCALES, number_at

__all__ = ["NAME", "NUMBER", "WORD", "Mention", "Term", "decode", "fingerprint", "mentions"]

ANCHOR_LEVEL = 6  # words from here on are in less than 1 % of articles
_SMALL_NUMBER = 4  # level of numbers below 100
MOST_TERMS = 6000  # of one document; about 15,000 words
_LONGEST_GAP = 15

_LIST_ANCHORS = 9
_LIST_SHARE = 1.5
_FEWEST_LINES = 5
_FEWEST_CAPITALS = 3
_LONGEST_LINE = 20  # words
_LONG_WORD = 4  # letters
_KIND = HEAD_BITS + KIND_BITS


class Term(NamedTuple):
    """A term of a document. `place` counts all its words; `listed` when it stands in a list."""

    hash: int
    kind: int
    listed: bool
    level: int
    place: int

    @property
    def is_small_number(self) -> bool:
        return self.kind == NUMBER and self.level <= _SMALL_NUMBER

    @property
    def is_anchor(self) -> bool:
        """Whether rewording keeps it: a number, name, code or word in less than 1 % of articles."""
        return not self.listed and (self.kind != WORD or self.level >= ANCHOR_LEVEL)


class Mention(NamedTuple):
    """A term and where the text names it: the sentence's number and the words themselves."""

    term: Term
    sentence: int
    text: str


def mentions(document: Document) -> Iterator[Mention]:
    """Yield the terms of a document in order, common words left out."""
    place = 0
    read = _read(document)
    for number, listed, first, last in read.sentences:
        for index, raw in zip(read.places[first:last], read.raws[first:last], strict=True):
            place = max(place, index - number) + 1
            head, level = raw >> HEAD_BITS, raw >> 4 & 15
            kind, text = head >> KIND_BITS, read.words[index]
            following = read.words[index + 1]  # or the end of the sentence
            if kind == NUMBER and following.lower() in SCALES:
                text = f"{text} {following}"
            yield Mention(Term(head & _HASH, kind, listed, level, place), number, text)


def fingerprint(document: Document) -> bytes:
    """Return the terms of a document, at most `MOST_TERMS`; gaps above 15 are told as 15."""
    read = _read(document)
    tails: list[int] = []
    place = 0
    for number, listed, first, last in read.sentences:
        mark, before = listed << HASH_BITS + HEAD_BITS, number + place
        for index in read.places[first:last]:
            # Nothing for a second term of one word. (`max` and `min` take as long as all the rest.)
            gap = index - before if index > before else 0
            before += gap + 1
            tails.append(mark | (gap if gap < _LONGEST_GAP else _LONGEST_GAP))
        place = before - number
    packed = array("Q", map(add, read.raws[:MOST_TERMS], tails))
    if sys.byteorder == "little":
        packed.byteswap()
    wide = packed.tobytes()
    data = bytearray(_FORMAT.size * len(packed))
    for byte in range(_FORMAT.size):
        data[byte :: _FORMAT.size] = wide[byte + 8 - _FORMAT.size :: 8]
    return bytes(data)


def different_words(document: Document) -> frozenset[str]:
    """Return the different words of a document's sentences, as they are written."""
    return _read(document).different


# A sentence with terms: how many sentences stand before it, whether it is a list, and its first term and
# the one behind its last.
_Sentence = tuple[int, bool, int, int]


class _Reading(NamedTuple):
    """The words of a document, its terms with the indices of their words, and its sentences."""

    words: list[str]
    different: frozenset[str]
    raws: list[Raw]
    places: list[int]
    sentences: list[_Sentence]


@lru_cache(maxsize=2)  # the words are asked for once more, for those of spinners
def _read(document: Document) -> _Reading:
    """Read all sentences of a document at once, in few and simple steps.

    What a word is inside a sentence is looked up for all of them together. Only those that have a
    capital because of their place, numbers and the like are then gone through one by one.
    """
    words = words_of(document)
    told = list(map(inside.__getitem__, words))
    bounds: list[tuple[int, int]] = []
    leading: set[int] = set()  # words that have a capital because of their place
    start = 0
    for _ in document.sentences:
        end = words.index(END, start)
        bounds.append((start, end))
        if start < end:
            meaning = meanings[words[start]]
            if meaning.__class__ is not tuple and (
                not isinstance(meaning, Capital) or meaning.tells
            ):
                leading.add(start)
            if _is_title(words, start, end):
                leading.update(range(start, end))
        start = end + 1
    within = words.copy()
    for index in leading:
        told[index], within[index] = NOTHING, END
    elsewhere = frozenset(within)
    different = elsewhere.union([words[index] for index in leading])
    several = _settle(words, told, _Meant(words, leading, _names(elsewhere), different))
    raws = list(filter(None, told))
    places = list(compress(range(len(told)), told))
    if several:
        raws, places = _expanded(raws, places, several)
    sentences = _sentences(document, words, bounds, raws, places)
    return _Reading(words, different, raws, places, sentences)


def _settle(words: list[str], told: list[Raw], meant: _Meant) -> dict[int, Sequence[Raw]]:
    """Correct what is `told` of single words; return the terms of those that have several."""
    several: dict[int, Sequence[Raw]] = {}
    for index in sorted(meant.leading.union(_indices(told, MANY))):
        meaning = meanings[words[index]]
        raws = meaning if isinstance(meaning, tuple) else meant.raws(index, meaning)
        told[index] = raws[0] if raws else NOTHING
        if len(raws) > 1:
            several[index] = raws
        if meant.following > index + 1:
            for part in range(index + 1, meant.following):  # of the number that begins here
                if not isinstance(meanings[words[part]], tuple):
                    told[part] = NOTHING
    return several


def _names(words: Iterable[str]) -> set[str]:
    """Return the words that have a capital, folded."""
    found = [meanings[word] for word in words if not word.islower()]
    return {meaning.folded for meaning in found if isinstance(meaning, Capital)}


def _indices(told: list[Raw], value: Raw) -> Iterator[int]:
    index = -1
    for _ in range(told.count(value)):
        index = told.index(value, index + 1)
        yield index


def _expanded(
    raws: list[Raw], places: list[int], several: Mapping[int, Sequence[Raw]]
) -> tuple[list[Raw], list[int]]:
    """Return the terms and their places with all terms of words that have several."""
    all_raws: list[Raw] = []
    all_places: list[int] = []
    done = 0
    for index in sorted(several):
        at = bisect_left(places, index, done)
        all_raws += raws[done:at]
        all_raws += several[index]
        all_places += places[done:at]
        all_places += [index] * len(several[index])
        done = at + 1
    return all_raws + raws[done:], all_places + places[done:]


def _sentences(
    document: Document,
    words: list[str],
    bounds: list[tuple[int, int]],
    raws: list[Raw],
    places: list[int],
) -> list[_Sentence]:
    """Return the sentences that have terms."""
    enumerated = _in_enumerations(document)
    found: list[_Sentence] = []
    first = 0
    for number, (start, end) in enumerate(bounds):
        last = bisect_left(places, end, first)
        if last > first:
            listed = bool(enumerated) and id(document.sentences[number].block) in enumerated
            if not listed and last - first >= _LIST_ANCHORS:
                listed = _is_list(raws[first:last], words[start:end])
            found.append((number, listed, first, last))
        first = last
    return found


class _Meant:
    """Tells what words mean that have a capital or are numbers, in order.

    `leading` are the words that must have a capital, in titles or at the beginning of a sentence; `names`
    are folded words that have one elsewhere, `different` all words as they are written: they tell whether
    such a word is a name.
    """

    def __init__(
        self, words: list[str], leading: set[int], names: set[str], different: frozenset[str]
    ) -> None:
        self._words = words
        self.leading = leading
        self._names = names
        self._different = different
        self.following = 0  # the words before it are part of a number

    def raws(self, index: int, meaning: Meaning) -> Sequence[Raw]:
        if index < self.following:
            return ()
        if isinstance(meaning, Several):
            return [raw for part in meaning.parts for raw in self._raws(index, part)]
        return self._raws(index, meaning)

    def _raws(self, index: int, told: Meaning) -> Sequence[Raw]:
        if isinstance(told, Capital):
            if index not in self.leading:
                return told.name
            if told.value is None:
                named = told.folded in self._names or not told.is_known
                return told.name if named and told.folded not in self._different else told.word
            told = Figure(told.value)
        if isinstance(told, Figure):
            value, self.following = number_at(self._words, index, told.value)
            return (raw_number(value),) if value > 2 else ()
        return told if isinstance(told, tuple) else ()


def _in_enumerations(document: Document) -> set[int]:
    """Return the ids of the blocks of lists, tables and runs of lines: tour dates, squads, menus."""
    found: set[int] = set()
    run: list[int] = []
    for block in document.prose:
        if block.kind is BlockKind.TABLE_CELL or _is_line(block):
            run.append(id(block))
            continue
        if len(run) >= _FEWEST_LINES:
            found.update(run)
        if run:
            run = []
    return found.union(run) if len(run) >= _FEWEST_LINES else found


def _is_line(block: Block) -> bool:
    """Whether a block is no sentence: short, and not closed by a full stop."""
    return block.word_count <= _LONGEST_LINE and not block.text.rstrip("\"'”’») ").endswith(
        (".", "!", "?", "…")
    )


def _is_title(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the longer words of a line are capitalised throughout."""
    long = 0
    for word in words[start:end]:
        if len(word) >= _LONG_WORD and word[0].isalpha():
            if not word[0].isupper():
                return False  # most sentences end here, at their second or third word
            long += 1
    if long <= _FEWEST_CAPITALS:
        return False
    capitals = sum(meanings[word].__class__ is Capital for word in words[start + 1 : end])
    return capitals >= _FEWEST_CAPITALS


def _is_list(raws: Sequence[Raw], words: Sequence[str]) -> bool:
    """Whether a sentence is a squad, a list of nominations: names without anything told of them."""
    anchors = sum(1 for raw in raws if raw >> _KIND != WORD)
    others = sum(1 for word in words if len(word) > 2) - anchors
    return anchors >= _LIST_ANCHORS and anchors > _LIST_SHARE * others


# -- fingerprints --------------------------------------------------------------------------------

_FORMAT = struct.Struct(">IB")
_HASH = (1 << HASH_BITS) - 1


def decode(data: bytes) -> list[Term]:
    """Return the terms of a fingerprint. Linear; `hashes_in` is for those who need no more."""
    terms = []
    place = 0
    for head, tail in _FORMAT.iter_unpack(data):
        place += (tail & 15) + 1
        flags = head >> HASH_BITS
        terms.append(Term(head & _HASH, flags >> 1, bool(flags & 1), tail >> 4, place))
    return terms


def hashes_in(data: bytes) -> set[int]:
    """Return the hashes of the terms of a fingerprint."""
    return {head & _HASH for head, _ in _FORMAT.iter_unpack(data)}


def anchors_in(data: bytes) -> list[tuple[int, bool]]:
    """Return the anchors of a fingerprint: hash, and whether it is a small number.

    The same as `Term.is_anchor` of each term, without making them.
    """
    return list(_anchors(data))


def has_anchors(data: bytes, fewest: int) -> bool:
    """Return whether a fingerprint has `fewest` anchors, without looking for more."""
    return sum(1 for _ in islice(_anchors(data), fewest)) == fewest


def _anchors(data: bytes) -> Iterator[tuple[int, bool]]:
    for head, tail in _FORMAT.iter_unpack(data):
        flags = head >> HASH_BITS
        kind, level = flags >> 1, tail >> 4
        if not flags & 1 and (kind != WORD or level >= ANCHOR_LEVEL):
            yield head & _HASH, kind == NUMBER and level <= _SMALL_NUMBER
