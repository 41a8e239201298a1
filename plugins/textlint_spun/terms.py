"""The terms of a document that survive rewording: numbers, names, codes and rare words, in order.

A fingerprint is the array of these terms, five bytes each: a fixed hash with the kind and a mark for
lists in its four highest bits, then the rarity (see `rarity.py`) and how many common words stand
between this term and the one before.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from textlint.collection import fixed_hash
from textlint.document import Block, BlockKind, Document
from textlint_spun.quantities import SCALES, is_number_word, value_of_digits, value_of_word
from textlint_spun.rarity import (
    COMMON,
    RAREST,
    countries,
    is_known_word,
    level_of_number,
    level_of_stem,
)
from textlint_spun.stems import stem

NUMBER, NAME, CODE, WORD = range(4)

ANCHOR_LEVEL = 6  # words from here on are in less than 1 % of articles
_SMALL_NUMBER = 4  # level of numbers below 100
MOST_TERMS = 6000  # of one document; about 15,000 words
_HASH_BITS = 28
_LONGEST_GAP = 15
_RAREST_COMMON_WORD = 1  # words up to this level are counted as a gap only

_TOKEN = re.compile(
    r"@\w+|\S+\.\w+/\S*"  # handles and addresses: no terms
    r"|[$€£¥]?\d(?:[\d,]*\d)?(?:\.\d+)?(?:%|(?:st|nd|rd|th|k|m|mn|bn|tn|s)\b)?(?![\w]|-\d)"
    r"|[^\W_]*\d[\w-]*"  # a code: H100, 787-9
    r"|[^\W\d_]+(?:['’-][^\W\d_]+)*"
)
_NO_TERM = re.compile(r"@|.*/|\d0s\Z")
_LIST_ANCHORS = 9
_LIST_SHARE = 1.5
_FEWEST_LINES = 5
_LONGEST_LINE = 20  # words


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
    for sentence, listed, place, (key, kind, level), text in _places(document):
        yield Mention(Term(key, kind, listed, level, place), sentence, text)


def fingerprint(document: Document) -> bytes:
    """Return the terms of a document, at most `MOST_TERMS`; gaps above 15 are told as 15."""
    packed: list[int] = []
    before = 0
    for _, listed, place, (key, kind, level), _ in islice(_places(document), MOST_TERMS):
        gap = place - before - 1
        before = place
        packed.append((kind << 1 | listed) << _HASH_BITS | key)
        packed.append(level << 4 | (gap if gap < _LONGEST_GAP else _LONGEST_GAP))
    return struct.pack(">" + "IB" * (len(packed) // 2), *packed)


# Hash, kind and level.
_Raw = tuple[int, int, int]


def _places(document: Document) -> Iterator[tuple[int, bool, int, _Raw, str]]:
    """Yield the number of the sentence, whether it is a list, the place, the term and its text."""
    sentences = document.sentences
    tokens = [_TOKEN.findall(sentence.text) for sentence in sentences]
    cases = _cases(tokens)
    enumerated = _in_enumerations(document)
    place = 0
    for number, words in enumerate(tokens):
        found = _terms_of(words, cases)
        listed = id(sentences[number].block) in enumerated or _is_list(found)
        for raw, text in found:
            place += 1
            if raw[2] > (_RAREST_COMMON_WORD if raw[1] == WORD else COMMON):
                yield number, listed, place, raw, text


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
        run = []
    return found.union(run) if len(run) >= _FEWEST_LINES else found


def _is_line(block: Block) -> bool:
    """Whether a block is no sentence: short, and not closed by a full stop."""
    text = block.text.rstrip("\"'”’») ")
    return len(block.words) <= _LONGEST_LINE and not text.endswith((".", "!", "?", "…"))


def _cases(sentences: Iterable[list[str]]) -> _Cases:
    """Collect the words that are capitalised inside a sentence, and those in lower case.

    A heading with a capital on every word says nothing about its words.
    """
    inside: set[str] = set()
    lower: set[str] = set()
    for words in sentences:
        lower.update(word for word in words if word[0].islower())
        if not _is_title(words):
            inside.update(word.lower() for word in words[1:] if word[0].isupper())
    return _Cases(inside, lower)


class _Cases(NamedTuple):
    """Folded words of a document: capitalised inside a sentence, in lower case anywhere."""

    inside: set[str]
    lower: set[str]

    def is_name(self, folded: str) -> bool:
        """Whether a word that must have a capital where it stands is a name all the same."""
        if folded in self.lower:
            return False
        return folded in self.inside or not is_known_word(stem(folded))


def _is_title(words: list[str]) -> bool:
    """Whether the longer words of a line are capitalised throughout."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and all(word[0].isupper() for word in long)


def _terms_of(words: list[str], cases: _Cases) -> list[tuple[_Raw, str]]:
    """Return all terms of one sentence with their texts, the common ones, too."""
    found: list[tuple[_Raw, str]] = []
    is_title = _is_title(words)
    following = 0
    for index, word in enumerate(words):
        if index < following:
            continue
        if word.islower() and word.isalpha() and not is_number_word(word):
            found += [(raw, word) for raw in _of_word(word, named=False)]  # nearly all words
            continue
        value, must_be_capital = None, index == 0 or is_title
        if not word.isalpha() and any(character.isdigit() for character in word):
            value = value_of_digits(word)
            if value is None:
                if not _NO_TERM.match(word):
                    found.append(((_hash(word.lower()), CODE, RAREST), word))
                continue
        else:
            folded = word.lower().replace("’", "'")
            value = value_of_word(folded) if must_be_capital or word[0].islower() else None
            if value is None:
                if not _NO_TERM.match(word):
                    named = word[0].isupper() and (not must_be_capital or cases.is_name(folded))
                    found += [(raw, word) for raw in _of_word(folded, named=named)]
                continue
        text = word
        scale = SCALES.get(words[index + 1].lower()) if index + 1 < len(words) else None
        if scale is not None:
            value *= scale
            text = f"{word} {words[index + 1]}"
            following = index + 2
        if value > 2:
            found.append(((_hash(f"{value:g}"), NUMBER, level_of_number(value)), text))
    return found


@lru_cache(maxsize=1 << 17)
def _of_word(folded: str, *, named: bool) -> tuple[_Raw, ...]:
    """Return the terms of a folded word: none for a contraction, several for one with hyphens."""
    if "'" in folded:
        if not folded.endswith(("'s", "s'")):
            return ()
        folded = folded[:-2] if folded.endswith("'s") else folded[:-1]
    kind = NAME if named else WORD
    keys = [
        stem(countries().get(part, part))
        for part in folded.split("-")
        if len(part) > 2 or (named and len(part) > 1)
    ]
    return tuple((_hash(key), kind, level_of_stem(key)) for key in keys)


def _is_list(terms: list[tuple[_Raw, str]]) -> bool:
    """Whether a sentence is a squad, a list of nominations: names without anything told of them."""
    anchors = sum(1 for raw, _ in terms if raw[1] != WORD)
    return anchors >= _LIST_ANCHORS and anchors > _LIST_SHARE * (len(terms) - anchors)


@lru_cache(maxsize=1 << 16)
def _hash(key: str) -> int:
    return fixed_hash(key, _HASH_BITS)


# -- fingerprints --------------------------------------------------------------------------------

_FORMAT = struct.Struct(">IB")
_HASH = (1 << _HASH_BITS) - 1


def decode(data: bytes) -> list[Term]:
    """Return the terms of a fingerprint. Linear; `hashes_in` is for those who need no more."""
    terms = []
    place = 0
    for head, tail in _FORMAT.iter_unpack(data):
        place += (tail & 15) + 1
        flags = head >> _HASH_BITS
        terms.append(Term(head & _HASH, flags >> 1, bool(flags & 1), tail >> 4, place))
    return terms


def hashes_in(data: bytes) -> set[int]:
    """Return the hashes of the terms of a fingerprint."""
    return {head & _HASH for head, _ in _FORMAT.iter_unpack(data)}


def anchors_in(data: bytes) -> list[tuple[int, bool]]:
    """Return the anchors of a fingerprint: hash, and whether it is a small number.
    The same as `Term.is_anchor` of each term, without making them.
    """
    found = []
    for head, tail in _FORMAT.iter_unpack(data):
        flags = head >> _HASH_BITS
        kind, level = flags >> 1, tail >> 4
        if not flags & 1 and (kind != WORD or level >= ANCHOR_LEVEL):
            found.append((head & _HASH, kind == NUMBER and level <= _SMALL_NUMBER))
    return found
