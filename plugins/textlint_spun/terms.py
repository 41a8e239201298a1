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
from typing import NamedTuple

from textlint.collection import fixed_hash
from textlint.document import Block, BlockKind, Document
from textlint_spun.quantities import SCALES, value_of_digits, value_of_word
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


class Mention(NamedTuple):
    """A term and where the text names it: the sentence's number and the words themselves."""

    term: Term
    sentence: int
    text: str


def mentions(document: Document) -> Iterator[Mention]:
    """Yield the terms of a document in order, common words left out."""
    sentences = document.sentences
    tokens = [_TOKEN.findall(sentence.text) for sentence in sentences]
    cases = _cases(tokens)
    enumerated = _in_enumerations(document)
    place = 0
    for number, words in enumerate(tokens):
        found = list(_terms_of(words, cases))
        listed = id(sentences[number].block) in enumerated or _is_list(found)
        for key, kind, level, text in found:
            place += 1
            if level > (_RAREST_COMMON_WORD if kind == WORD else COMMON):
                yield Mention(Term(_hash(key), kind, listed, level, place), number, text)


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


_Raw = tuple[str, int, int, str]  # key, kind, level, text


def _terms_of(words: list[str], cases: _Cases) -> Iterator[_Raw]:
    """Yield all terms of one sentence, also the common ones, with kind and level."""
    index, count = 0, len(words)
    is_title = _is_title(words)
    while index < count:
        word = words[index]
        following = words[index + 1].lower() if index + 1 < count else ""
        must_be_capital = index == 0 or is_title
        index += 1
        if not word.isalpha() and any(character.isdigit() for character in word):
            value = value_of_digits(word)
            if value is None:
                if not _NO_TERM.match(word):
                    yield word.lower(), CODE, RAREST, word
                continue
        else:
            folded = word.lower().replace("’", "'")
            value = value_of_word(folded) if must_be_capital or word[0].islower() else None
            if value is None:
                if not _NO_TERM.match(word):
                    yield from _word(word, folded, must_be_capital, cases)
                continue
        text = word
        if following in SCALES:
            value *= SCALES[following]
            text = f"{word} {words[index]}"
            index += 1
        if value > 2:
            yield f"{value:g}", NUMBER, level_of_number(value), text


def _word(word: str, folded: str, must_be_capital: bool, cases: _Cases) -> Iterator[_Raw]:
    if "'" in folded:
        if not folded.endswith(("'s", "s'")):
            return  # a contraction
        folded = folded[:-2] if folded.endswith("'s") else folded[:-1]
    named = word[0].isupper() and (not must_be_capital or cases.is_name(folded))
    for part in folded.split("-") if "-" in folded else (folded,):
        if len(part) > 2 or (named and len(part) > 1):
            key = stem(countries().get(part, part))
            yield key, NAME if named else WORD, level_of_stem(key), word


def _is_list(terms: list[_Raw]) -> bool:
    """Whether a sentence is a squad, a list of nominations: names without anything told of them."""
    anchors = sum(1 for _, kind, _, _ in terms if kind != WORD)
    return anchors >= _LIST_ANCHORS and anchors > _LIST_SHARE * (len(terms) - anchors)


@lru_cache(maxsize=1 << 16)
def _hash(key: str) -> int:
    return fixed_hash(key, _HASH_BITS)


# -- fingerprints --------------------------------------------------------------------------------

_FORMAT = struct.Struct(">IB")


def encode(terms: Iterable[Term]) -> bytes:
    """Return the terms, at most `MOST_TERMS`, as bytes; gaps above 15 are told as 15."""
    packed = bytearray()
    before = 0
    for number, term in enumerate(terms):
        if number == MOST_TERMS:
            break
        gap = min(term.place - before - 1, _LONGEST_GAP)
        before = term.place
        head = (term.kind << 1 | term.listed) << _HASH_BITS | term.hash
        packed += _FORMAT.pack(head, term.level << 4 | gap)
    return bytes(packed)


def decode(data: bytes) -> list[Term]:
    """Return the terms that `encode` was given."""
    terms = []
    place = 0
    mask = (1 << _HASH_BITS) - 1
    for head, tail in _FORMAT.iter_unpack(data):
        place += (tail & 15) + 1
        flags = head >> _HASH_BITS
        terms.append(Term(head & mask, flags >> 1, bool(flags & 1), tail >> 4, place))
    return terms
