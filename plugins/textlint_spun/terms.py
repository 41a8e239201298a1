"""The terms of a document that survive rewording: numbers, names, codes and rare words, in order.

A fingerprint is the array of these terms, five bytes each: a fixed hash with the kind and a mark for
lists in its four highest bits, then the rarity (see `rarity.py`) and how many common words stand
between this term and the one before.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from textlint.collection import fixed_hash
from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint_spun.quantities import SCALES, number_at, value_of_digits, value_of_word
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
_KIND_BITS = _HASH_BITS + 1  # between them is the mark of a list
_LONGEST_GAP = 15
_RAREST_COMMON_WORD = 1  # words up to this level are counted as a gap only

_TOKEN = lazy_pattern(r"\w+(?:['’.,-]\w+)*")
_HANDLE = lazy_pattern(r"@\w+")
_ADDRESS = lazy_pattern(r"(?<=\S)\.\w++/")
# What a token consists of; nearly always it is one word.
_PART = lazy_pattern(
    r"\d(?:[\d,]*\d)?(?:\.\d+)?(?:(?:st|nd|rd|th|k|m|mn|bn|tn|s)\b)?(?![\w]|-\d)"
    r"|[^\W_]*\d[\w-]*"  # a code: H100, 787-9
    r"|[^\W\d_]+(?:['’-][^\W\d_]+)*"
)
_DECADE = lazy_pattern(r"\d0s\Z")
_VAGUE = ("-odd", "-something")  # "sixty-odd schools" gives no number
_LIST_ANCHORS = 9
_LIST_SHARE = 1.5
_FEWEST_LINES = 5
_FEWEST_CAPITALS = 3
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


# A term as it is packed, without its place: kind and hash, level.
_Raw = tuple[int, int]


def _raw(key: str, kind: int, level: int) -> _Raw:
    return kind << _KIND_BITS | _hash(key), level


def mentions(document: Document) -> Iterator[Mention]:
    """Yield the terms of a document in order, common words left out."""
    place = 0
    for number, sentence in enumerate(_sentences(document)):
        words = sentence.words
        for index, (head, level) in sentence.terms:
            place = max(place, sentence.before + index) + 1
            kind, text = head >> _KIND_BITS, words[index]
            if kind == NUMBER and index + 1 < len(words) and words[index + 1].lower() in SCALES:
                text = f"{text} {words[index + 1]}"
            yield Mention(Term(head & _HASH, kind, sentence.listed, level, place), number, text)


def fingerprint(document: Document) -> bytes:
    """Return the terms of a document, at most `MOST_TERMS`; gaps above 15 are told as 15."""
    packed: list[int] = []
    place = 0
    for sentence in _sentences(document):
        listed, before = sentence.listed << _HASH_BITS, sentence.before
        for index, (head, level) in sentence.terms:
            gap = max(before + index - place, 0)  # 0 as well for a second term of one word
            place += gap + 1
            packed.append(head | listed)
            packed.append(level << 4 | (gap if gap < _LONGEST_GAP else _LONGEST_GAP))
        if len(packed) > 2 * MOST_TERMS:
            del packed[2 * MOST_TERMS :]
            break
    return struct.pack(">" + "IB" * (len(packed) // 2), *packed)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number, to be multiplied by the word behind it if that is "million" or so."""

    value: float


@dataclass(frozen=True, slots=True)
class _Capital:
    """A word with a capital, which is a name, a number or an ordinary word: its place tells."""

    folded: str
    name: tuple[_Raw, ...]
    word: tuple[_Raw, ...]
    value: float | None
    is_known: bool


@dataclass(frozen=True, slots=True)
class _Several:
    """What is written as one word and is none: "shop.The"."""

    parts: tuple[_Meaning, ...]


# What a token is wherever it stands; an empty tuple for most of them, words that tell nothing.
_Meaning = tuple[_Raw, ...] | _Figure | _Capital | _Several
_MOST_MEANINGS = 1 << 17


class _Meanings(dict[str, _Meaning]):
    """The meaning of each token, found once in a process: nearly all tokens are old friends."""

    def __missing__(self, token: str) -> _Meaning:
        if len(self) >= _MOST_MEANINGS:
            self.clear()
        parts = tuple(meaning for part in _PART.findall(token) if (meaning := _meaning(part)))
        meaning = parts[0] if len(parts) == 1 else _Several(parts) if parts else ()
        self[token] = meaning
        return meaning


_meanings = _Meanings()


def _meaning(part: str) -> _Meaning:
    if _DECADE.match(part) or part.endswith(_VAGUE):
        return ()
    if any(character.isdigit() for character in part):
        value = value_of_digits(part)
        return (_raw(part.lower(), CODE, RAREST),) if value is None else _Figure(value)
    folded = part.lower().replace("’", "'")
    value = value_of_word(folded)
    if part[0].isupper():
        known = is_known_word(stem(folded))
        return _Capital(folded, _of_word(folded, NAME), _of_word(folded, WORD), value, known)
    return _of_word(folded, WORD) if value is None else _Figure(value)


def _of_word(folded: str, kind: int) -> tuple[_Raw, ...]:
    """Return the telling terms of a word: none of a contraction, several of one with hyphens."""
    if "'" in folded:
        if not folded.endswith(("'s", "s'")):
            return ()
        folded = folded[:-2] if folded.endswith("'s") else folded[:-1]
    least = COMMON if kind == NAME else _RAREST_COMMON_WORD
    keys = [
        stem(countries().get(part, part))
        for part in folded.split("-")
        if len(part) > 2 or (kind == NAME and len(part) > 1)
    ]
    return tuple(_raw(key, kind, level) for key in keys if (level := level_of_stem(key)) > least)


class _Sentence(NamedTuple):
    """The words of a sentence, how many are before them, and its terms by index."""

    words: list[str]
    before: int
    listed: bool
    terms: list[tuple[int, _Raw]]


def _sentences(document: Document) -> Iterator[_Sentence]:
    sentences: list[tuple[list[str], list[_Meaning], bool]] = []
    seen: set[str] = set()
    inside: set[str] = set()  # folded words that have a capital inside a sentence
    meaning_of = _meanings.__getitem__
    for sentence in document.sentences:
        words = _words(sentence.text)
        seen.update(words)
        meanings = list(map(meaning_of, words))
        capitals = [i for i, meaning in enumerate(meanings) if meaning.__class__ is _Capital]
        is_title = len(capitals) > _FEWEST_CAPITALS and _is_title(words)
        if not is_title:  # where every word has a capital, that says nothing about them
            inside.update(words[index].lower() for index in capitals if index)
        sentences.append((words, meanings, is_title))
    enumerated = _in_enumerations(document)
    before = 0
    for number, (words, meanings, is_title) in enumerate(sentences):
        terms = _terms_of(words, meanings, is_title, seen, inside)
        listed = id(document.sentences[number].block) in enumerated or _is_list(terms, words)
        yield _Sentence(words, before, listed, terms)
        before += len(words)


def _words(text: str) -> list[str]:
    """Return the words, numbers and codes of a sentence, without handles and addresses.

    Addresses are looked for between blanks: a pattern that may begin anywhere and goes on until a
    slash takes quadratic time on text without blanks.
    """
    if "/" in text and _ADDRESS.search(text):
        text = " ".join(chunk for chunk in text.split() if not _ADDRESS.search(chunk))
    if "@" in text:
        text = _HANDLE.sub(" ", text)
    return _TOKEN.findall(text)


def _terms_of(
    words: list[str],
    meanings: list[_Meaning],
    is_title: bool,
    seen: set[str],
    inside: set[str],
) -> list[tuple[int, _Raw]]:
    """Return the telling terms of one sentence, each with the index of its word.

    `seen` are all words of the document as they are written, `inside` those that have a capital
    inside a sentence, folded: where a word must have a capital, they tell whether it is a name.
    """
    found: list[tuple[int, _Raw]] = []
    following = 0
    for index, meaning in enumerate(meanings):
        if not meaning or index < following:
            continue
        if isinstance(meaning, tuple):  # nearly always
            for raw in meaning:
                found.append((index, raw))
            continue
        for part in meaning.parts if isinstance(meaning, _Several) else (meaning,):
            told: _Meaning = part
            if isinstance(part, _Capital):
                must_be = index == 0 or is_title
                named = part.folded in inside or not part.is_known
                if must_be and part.value is not None:
                    told = _Figure(part.value)
                elif not must_be or (named and part.folded not in seen):
                    told = part.name
                else:
                    told = part.word
            if isinstance(told, _Figure):
                value, following = number_at(words, index, told.value)
                if value > 2:
                    found.append((index, _number(value)))
            elif isinstance(told, tuple):
                found += [(index, raw) for raw in told]
    return found


@lru_cache(maxsize=1 << 14)
def _number(value: float) -> _Raw:
    return _raw(f"{value:g}", NUMBER, level_of_number(value))


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


def _is_title(words: list[str]) -> bool:
    """Whether the longer words of a line are capitalised throughout."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > _FEWEST_CAPITALS and all(word[0].isupper() for word in long)


def _is_list(terms: list[tuple[int, _Raw]], words: list[str]) -> bool:
    """Whether a sentence is a squad, a list of nominations: names without anything told of them."""
    if len(terms) < _LIST_ANCHORS:
        return False
    anchors = sum(1 for _, (head, _) in terms if head >> _KIND_BITS != WORD)
    others = sum(1 for word in words if len(word) > 2) - anchors
    return anchors >= _LIST_ANCHORS and anchors > _LIST_SHARE * others


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
    return list(_anchors(data))


def has_anchors(data: bytes, fewest: int) -> bool:
    """Return whether a fingerprint has `fewest` anchors, without looking for more."""
    return sum(1 for _ in islice(_anchors(data), fewest)) == fewest


def _anchors(data: bytes) -> Iterator[tuple[int, bool]]:
    for head, tail in _FORMAT.iter_unpack(data):
        flags = head >> _HASH_BITS
        kind, level = flags >> 1, tail >> 4
        if not flags & 1 and (kind != WORD or level >= ANCHOR_LEVEL):
            yield head & _HASH, kind == NUMBER and level <= _SMALL_NUMBER
