"""The terms of a document that survive rewording: numbers, names, codes and rare words, in order.

A fingerprint is the array of these terms, five bytes each: a fixed hash with the kind and a mark for
lists in its four highest bits, then the rarity (see `rarity.py`) and how many common words stand
between this term and the one before.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from textlint.collection import fixed_hash
from textlint.document import Block, BlockKind, Document, Sentence
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

_END = "\0"  # between sentences
_TOKEN = lazy_pattern(r"\w+(?:['’.,-]\w+)*|\0")
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
    words, sentences = _read(document)
    for sentence in sentences:
        for index, (head, level) in sentence.terms:
            place = max(place, index - sentence.number) + 1
            kind, text = head >> _KIND_BITS, words[index]
            if kind == NUMBER and index + 1 < len(words) and words[index + 1].lower() in SCALES:
                text = f"{text} {words[index + 1]}"
            term = Term(head & _HASH, kind, sentence.listed, level, place)
            yield Mention(term, sentence.number, text)


def fingerprint(document: Document) -> bytes:
    """Return the terms of a document, at most `MOST_TERMS`; gaps above 15 are told as 15."""
    packed: list[int] = []
    place = 0
    for number, listed, terms in _read(document)[1]:
        mark, before = listed << _HASH_BITS, number + place
        for index, (head, level) in terms:
            gap = max(index - before, 0)  # 0 as well for a second term of one word
            before += gap + 1
            packed.append(head | mark)
            packed.append(level << 4 | (gap if gap < _LONGEST_GAP else _LONGEST_GAP))
        place = before - number
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
    if value is not None:
        return _Figure(value)
    told = _of_word(folded, WORD)
    return _Several((told,)) if told and folded in SCALES else told  # "lakh" may belong to a number


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
    """The terms of a sentence by the index of their words; `number` sentence ends stand before them."""

    number: int
    listed: bool
    terms: list[tuple[int, _Raw]]


_Telling = list[tuple[int, _Meaning]]  # the words that tell something, by index


@lru_cache(maxsize=2)  # the words are asked for once more, for those of spinners
def _read(document: Document) -> tuple[list[str], list[_Sentence]]:
    """Return the words of a document, with `_END` behind each sentence, and its sentences with terms.

    All sentences are taken at once, in few and simple loops: this is most of what a fingerprint costs.
    """
    words = _TOKEN.findall(_END.join([*map(_text_of, document.sentences), ""]))
    meanings = list(map(_meanings.__getitem__, words))
    cut: list[tuple[int, int, _Telling, bool]] = []  # number, first word, words, is it a title
    inside: set[str] = set()  # folded words that have a capital inside a sentence
    start = 0
    for number, end in enumerate([index for index, word in enumerate(words) if word == _END]):
        telling = [(i, m) for i, m in enumerate(meanings[start:end], start) if m]
        if telling:
            named = [m.folded for i, m in telling if m.__class__ is _Capital and i > start]
            is_title = len(named) >= _FEWEST_CAPITALS and _is_title(words[start:end])
            if not is_title:  # where every word has a capital, that says nothing about them
                inside.update(named)
            cut.append((number, start, telling, is_title))
        start = end + 1
    meant = _Meant(words, frozenset(words), inside)
    enumerated = _in_enumerations(document)
    found: list[_Sentence] = []
    for number, start, telling, is_title in cut:
        meant.begin(start, is_title)
        terms = [
            (i, raw)
            for i, m in telling
            for raw in (m if m.__class__ is tuple else meant.raws(i, m))
        ]
        listed = id(document.sentences[number].block) in enumerated
        if not listed and len(terms) >= _LIST_ANCHORS:
            listed = _is_list(terms, words[start : words.index(_END, start)])
        found.append(_Sentence(number, listed, terms))
    return words, found


def words_of(document: Document) -> list[str]:
    """Return the words of a document's sentences, as they are written."""
    return _read(document)[0]


def _text_of(sentence: Sentence) -> str:
    """Return the text of a sentence without handles and addresses.

    Addresses are looked for between blanks: a pattern that may begin anywhere and goes on until a
    slash takes quadratic time on text without blanks.
    """
    text = sentence.text
    if "/" in text and _ADDRESS.search(text):
        text = " ".join(chunk for chunk in text.split() if not _ADDRESS.search(chunk))
    if "@" in text:
        text = _HANDLE.sub(" ", text)
    return text.replace(_END, " ") if _END in text else text


class _Meant:
    """Tells what words mean that have a capital or are numbers, sentence by sentence, in order.

    `seen` are all words of the document as they are written, `inside` those that have a capital
    inside a sentence, folded: where a word must have a capital, they tell whether it is a name.
    """

    def __init__(self, words: list[str], seen: frozenset[str], inside: set[str]) -> None:
        self._words = words
        self._seen = seen
        self._inside = inside

    def begin(self, start: int, is_title: bool) -> None:
        """Go on to the sentence that begins with word `start`."""
        self._start = start
        self._is_title = is_title
        self._following = 0  # the words before it are part of a number

    def raws(self, index: int, meaning: _Meaning) -> Iterable[_Raw]:
        if index < self._following:
            return ()
        if isinstance(meaning, _Several):
            return [raw for part in meaning.parts for raw in self._raws(index, part)]
        return self._raws(index, meaning)

    def _raws(self, index: int, told: _Meaning) -> Iterable[_Raw]:
        if isinstance(told, _Capital):
            must_be = index == self._start or self._is_title
            named = told.folded in self._inside or not told.is_known
            if must_be and told.value is not None:
                told = _Figure(told.value)
            elif not must_be or (named and told.folded not in self._seen):
                return told.name
            else:
                return told.word
        if isinstance(told, _Figure):
            value, self._following = number_at(self._words, index, told.value)
            return (_number(value),) if value > 2 else ()
        return told if isinstance(told, tuple) else ()


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
