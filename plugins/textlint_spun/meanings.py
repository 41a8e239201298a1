"""What the words of a text mean as terms, each found out once in a process: nearly all are old friends.

A term as it is packed is one int of 40 bits, so that a fingerprint is made of many at once: its kind,
a place for the mark of a list and a fixed hash of 28 bits (together the head), then four bits with its
rarity and four that are free for the gap before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from textlint.collection import fixed_hash
from textlint.document import Document
from textlint.lazy import lazy_pattern
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

HASH_BITS = 28
KIND_BITS = HASH_BITS + 1  # between them is the mark of a list
HEAD_BITS = 8  # stand behind a head: level and gap
_RAREST_COMMON_WORD = 1  # words up to this level are counted as a gap only
_LONGEST_SMALL_WORD = 2  # letters: as good as common

END = "\0"  # between sentences
_BETWEEN = f" {END} "
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

# A term as it is packed, without mark and gap.
Raw = int


def raw(key: str, kind: int, level: int) -> Raw:
    return (kind << KIND_BITS | _hash(key)) << HEAD_BITS | level << 4


@lru_cache(maxsize=1 << 16)
def _hash(key: str) -> int:
    return fixed_hash(key, HASH_BITS)


@lru_cache(maxsize=1 << 14)
def raw_number(value: float) -> Raw:
    return raw(f"{value:g}", NUMBER, level_of_number(value))


# -- words ---------------------------------------------------------------------------------------

# A word has letters, digits and "_", and between them single marks: r"\w+(?:['’.,-]\w+)*".
_BLANKS = bytes(
    code if code >= 0x80 or chr(code).isalnum() or chr(code) in "_.,'-\0" else ord(" ")
    for code in range(256)
)
_ASCII = bytes(range(128))
_CURLY, _ONE_BYTE = "’", b"\1"
# Marks that do not stand alone between two letters or digits.
_EDGE = re.compile(rb"[.,'\1-](?:[.,'\1-]+|(?![0-9A-Za-z_\x80-\xff])|(?<![0-9A-Za-z_\x80-\xff].))")
_UTF_8 = ("utf-8", "surrogatepass")
_MANY_KINDS = 32  # of characters; to replace more of them one by one is slower than all at once


def words_of(document: Document) -> list[str]:
    """Return the words of a document's sentences as they are written, with `END` behind each sentence.

    Handles and addresses are left out. What parts words becomes a blank, in the text as a whole: to look
    for words with a pattern takes half as long again.
    """
    texts = [block.text[start:end] for block, start, end in document.sentences]
    text = _BETWEEN.join([*texts, ""])
    if text.count(END) > len(texts):
        text = _BETWEEN.join([*(part.replace(END, " ") for part in texts), ""])
    if "/" in text or "@" in text:
        parts = text.split(_BETWEEN)
        parts = [_without_addresses(p) if "/" in p or "@" in p else p for p in parts]
        text = _BETWEEN.join(parts)
    others = set(text.encode(*_UTF_8).translate(None, _ASCII).decode(*_UTF_8))
    data = _without(others, text).encode(*_UTF_8).translate(_BLANKS)
    if _CURLY in others:
        data = data.replace(_CURLY.encode(), _ONE_BYTE)
    text = _EDGE.sub(b" ", data).decode(*_UTF_8)
    if _CURLY in others:
        text = text.replace(_ONE_BYTE.decode(), _CURLY)
    return text.split()


def _without(characters: set[str], text: str) -> str:
    """Return `text` with blanks for those of the `characters` that are in no word."""
    parting = [c for c in characters if c != _CURLY and not c.isalnum()]
    if len(parting) > _MANY_KINDS:
        return text.translate(dict.fromkeys(map(ord, parting), " "))
    for character in parting:
        text = text.replace(character, " ")
    return text


def _without_addresses(text: str) -> str:
    """Return the text of a sentence without handles and addresses.

    Addresses are looked for between blanks: a pattern that may begin anywhere and goes on until a
    slash takes quadratic time on text without blanks.
    """
    if "/" in text and _ADDRESS.search(text):
        text = " ".join(chunk for chunk in text.split() if not _ADDRESS.search(chunk))
    return _HANDLE.sub(" ", text) if "@" in text else text


# -- meanings ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, to be multiplied by the word behind it if that is "million" or so."""

    value: float


@dataclass(frozen=True, slots=True)
class Capital:
    """A word with a capital, which is a name, a number or an ordinary word: its place tells."""

    folded: str
    name: tuple[Raw, ...]
    word: tuple[Raw, ...]
    value: float | None
    is_known: bool
    tells: bool  # whether it may be a term at all


@dataclass(frozen=True, slots=True)
class Several:
    """What is written as one word and is none: "shop.The"."""

    parts: tuple[Meaning, ...]


# What a token is wherever it stands; an empty tuple for most of them, words that tell nothing.
Meaning = tuple[Raw, ...] | Figure | Capital | Several
_MOST_MEANINGS = 1 << 16


class _Meanings(dict[str, Meaning]):
    def __missing__(self, token: str) -> Meaning:
        if len(self) >= _MOST_MEANINGS:
            self.clear()
        if token.isalpha():  # by far the most, and of one part
            meaning = _of_letters(token)
        else:
            parts = tuple(meaning for part in _PART.findall(token) if (meaning := _meaning(part)))
            meaning = parts[0] if len(parts) == 1 else Several(parts) if parts else ()
        self[token] = meaning
        return meaning


meanings = _Meanings()

NOTHING, MANY = 0, -1


class _Inside(dict[str, Raw]):
    """The term that a word is inside a sentence, or `NOTHING`, or `MANY`: then its `meanings` tell."""

    def __missing__(self, token: str) -> Raw:
        if len(self) >= _MOST_MEANINGS:
            self.clear()
        meaning = meanings[token]
        if isinstance(meaning, Capital):
            meaning = meaning.name
        if not meaning:
            told = NOTHING
        else:
            told = meaning[0] if isinstance(meaning, tuple) and len(meaning) == 1 else MANY
        self[token] = told
        return told


inside = _Inside()


def _meaning(part: str) -> Meaning:
    if _DECADE.match(part) or part.endswith(_VAGUE):
        return ()
    if any(map(str.isdigit, part)):
        value = value_of_digits(part)
        return (raw(part.lower(), CODE, RAREST),) if value is None else Figure(value)
    return _of_letters(part)


def _of_letters(part: str) -> Meaning:
    folded = part.lower().replace("’", "'")
    value = value_of_word(folded)
    if part[0].isupper():
        parts = _parts_of(folded)
        name = tuple(raw(key, NAME, level) for key, level, _ in parts if level > COMMON)
        word = tuple(raw(key, WORD, level) for key, level, length in parts if _tells(level, length))
        known = is_known_word(stem(folded))
        return Capital(folded, name, word, value, known, bool(name) or value is not None)
    if value is not None:
        return Figure(value)
    told = tuple(
        raw(key, WORD, level) for key, level, length in _parts_of(folded) if _tells(level, length)
    )
    return Several((told,)) if told and folded in SCALES else told  # "lakh" may belong to a number


def _parts_of(folded: str) -> list[tuple[str, int, int]]:
    """Return stem, level and letters of what a word is made of: of nothing where it is a contraction."""
    if "'" in folded:
        if not folded.endswith(("'s", "s'")):
            return []
        folded = folded[:-2] if folded.endswith("'s") else folded[:-1]
    known = countries()
    found = []
    for part in folded.split("-"):
        if len(part) > 1:
            key = stem(known.get(part, part))
            found.append((key, level_of_stem(key), len(part)))
    return found


def _tells(level: int, length: int) -> bool:
    """Whether a word in small letters is a term."""
    return level > _RAREST_COMMON_WORD and length > _LONGEST_SMALL_WORD
