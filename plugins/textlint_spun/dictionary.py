"""The generated dictionary of tortured phrases, read when the first English text comes along.

The data (see scripts/build_tortured_phrases.py) are more than 400,000 phrases, too many for an automaton
that is built at every start, so that they are not even decoded. The file has, behind its comments, a
line of terms; a line of what may follow a first word; a line for each first word with its followers of
one word; and a line for some, with a "+" behind them, with the followers of several words. There each
follower is one character, U+0100 for the first, those after U+D7FF shifted by 0x800; and before the
followers that make up phrases for one term stands the character of that term, U+40000 for the first;
terms with a question mark have the weak phrases. To find a phrase is to look up the second word's
character and to search it in the line of the first word, both as bytes: in UTF-8 no character begins
inside another one.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate, chain
from pathlib import Path
from typing import NamedTuple

from textlint import kept
from textlint.document import BLOCK_END
from textlint_spun import packed_words
from textlint_spun.packed_words import Packed, PackedWords, pack

_REST = 0x100
_SURROGATES = 0xD800
_TERM = 0x40000
_TERM_LEAD = b"\xf1"  # first byte of the characters from U+40000 on, and of no follower's
_GZIP = 31  # window bits of zlib for a gzip file
_WEAK = "?"  # stands before the term of a weak phrase
_MARK = "+"  # stands behind a first word before its followers of several words
_SEVERAL = (
    b"+"  # between the followers of one word and of several; no byte of a character from U+0100 on
)
_BEGINNING = 3  # letters: a plural or a comma behind the word does not matter
_LONGEST = 4  # words of a phrase
_CLOSING = ".,;:!?)\"'…]"
_SMALL = frozenset(["is", "was", "has", "this", "its", "his", "as", "us"])  # no plurals
_ENDINGS = frozenset("s" + _CLOSING)
_PLURALS = (("ies", "y"), ("es", ""), ("s", ""))


class Place(NamedTuple):
    """`text[start:end]` is a phrase of the dictionary for `term`; `phrase` is its entry.

    A `weak` one may be written by a person and tells something only beside others.
    """

    start: int
    end: int
    phrase: str
    term: str
    weak: bool


# A follower as it may be written: its length in the text, its entry, its code.
_Form = tuple[int, str, bytes]
_MOST_SECONDS = 1 << 16


class _Seconds(dict[str, tuple[_Form, ...]]):
    """What a second word may stand for, found once in a process; nothing for nearly all words."""

    def __init__(self, followers: PackedWords) -> None:
        super().__init__()
        self._followers = followers

    def __missing__(self, word: str) -> tuple[_Form, ...]:
        if len(self) >= _MOST_SECONDS:
            self.clear()
        forms: tuple[_Form, ...] = ()
        code = self._followers[word]
        if code is not None:
            forms = ((len(word), word, code),)
        elif word[-1:] in _ENDINGS and word not in _SMALL:
            forms = tuple(self.forms(word.rstrip(_CLOSING)))
        self[word] = forms
        return forms

    def forms(self, text: str) -> Iterator[_Form]:
        """Yield the followers that `text` is, or is the plural of, the likeliest first."""
        code = self._followers[text]
        if code is not None:
            yield len(text), text, code
        if text.endswith("'s"):
            yield from self.forms(text[:-2])
        elif text.endswith("s"):
            for ending, base in _PLURALS:
                if text.endswith(ending):
                    entry = text[: -len(ending)] + base
                    code = self._followers[entry]
                    if code is not None:
                        yield len(text), entry, code


def words_of(folded: str) -> list[str]:
    """Return the words of a folded text with the punctuation behind them; each space ends one."""
    return folded.replace("-", " ").replace("(", " ").replace(BLOCK_END, " ").split(" ")


class Dictionary(NamedTuple):
    """`terms` with "|" between them, the code of each of the `followers`, the groups of first words.

    `firsts` has for a first word its followers of one word and, behind a "+", those of more; `begins`
    has, for the first words of the latter, how the next one begins.
    """

    terms: str
    followers: PackedWords
    firsts: PackedWords
    begins: Mapping[str, set[str]]
    seconds: _Seconds

    def find(self, folded: str) -> Iterator[Place]:
        """Yield the phrases in a folded text, from left to right, none overlapping.

        The words of a phrase have one space or hyphen between them; its last word may be a plural. A
        text may be that of several blocks with `BLOCK_END` between them, over which no phrase reaches.
        """
        return self.find_among(words_of(folded), folded)

    def find_among(self, words: list[str], folded: str) -> Iterator[Place]:
        """Do the same for a text whose words are known, as `words_of` returns them."""
        table, seconds, begins, free = self.firsts, self.seconds, self.begins, 0
        firsts = {word: held for word in set(words) if (held := table[word]) is not None}
        starts: list[int] = []
        for index in [at for at, word in enumerate(words[:-1]) if word in firsts]:
            first, second = words[index], words[index + 1]
            one, _, several = firsts[first].partition(_SEVERAL)
            found, group = None, several
            if several and second in begins:
                found = self._several(several, words[index + 1 : index + _LONGEST])
            if found is None:
                forms = seconds[second]
                if not forms:
                    continue
                group = one
                for form in forms:
                    if form[2] in group:
                        found = form
                        break
                else:
                    continue
            if index < free:
                continue
            length, entry, code = found
            starts = starts or [0, *accumulate(len(word) + 1 for word in words)]
            start, end = starts[index], starts[index + 1] + length
            if BLOCK_END not in folded[start:end]:
                free = index + 2 + entry.count(" ")
                term = self._term(group, code)
                phrase = f"{first} {entry}"
                yield Place(start, end, phrase, term.lstrip(_WEAK), term[0] == _WEAK)

    def _several(self, group: bytes, words: list[str]) -> _Form | None:
        """Return the longest follower of two or three words."""
        if len(words) < 2 or words[1][:_BEGINNING] not in self.begins[words[0]]:
            return None
        for count in range(len(words), 1, -1):
            text = " ".join(words[:count])
            code = self.followers[text]
            if code is not None:
                if code in group:
                    return len(text), text, code
            elif text[-1:] in _ENDINGS:
                for form in self.seconds.forms(text.rstrip(_CLOSING)):
                    if form[2] in group:
                        return form
        return None

    def _term(self, group: bytes, code: bytes) -> str:
        at = group.rindex(_TERM_LEAD, 0, group.index(code))
        return self._terms()[ord(group[at : at + 4].decode()) - _TERM]

    def _terms(self) -> list[str]:
        return _split(self.terms)

    def entries(self) -> Iterator[tuple[str, str]]:
        """Yield all phrases with their terms, for people who want to read the dictionary."""
        rests = {code.decode(): rest for rest, code in self.followers.pairs()}
        terms = self._terms()
        for first, groups in self.firsts.pairs():
            term = ""
            for code in groups.replace(_SEVERAL, b"").decode():
                if ord(code) >= _TERM:
                    term = terms[ord(code) - _TERM]
                else:
                    yield f"{first} {rests[code]}", term.lstrip(_WEAK)


@cache
def dictionary() -> Dictionary:
    """Read the dictionary, once."""
    file = Path(__file__).with_name("data") / "tortured-phrases.txt.gz"
    terms, codes, groups, begins = kept.unpacked(file, _tables, packed_words)
    followers = PackedWords(codes)
    return Dictionary(terms, followers, PackedWords(groups), begins, _Seconds(followers))


@cache
def _split(terms: str) -> list[str]:
    return terms.split("|")


# Fields of `Dictionary`: terms, followers, firsts, begins.
_Tables = tuple[str, Packed, Packed, dict[str, set[str]]]


def _tables(packed: bytes) -> _Tables:
    data = zlib.decompress(packed, _GZIP)
    while data.startswith(b"#"):
        data = data.partition(b"\n")[2]
    terms, rests, *lines = data.split(b"\n")
    followers = rests.decode().split("|")
    codes = chain(range(_REST, _SURROGATES), range(_SURROGATES + 0x800, _TERM))
    begins: dict[str, set[str]] = {}
    for rest in followers:
        if " " in rest:
            first, second, *_ = rest.split(" ")
            begins.setdefault(first, set()).add(second[:_BEGINNING])
    coded = {rest: chr(code).encode() for rest, code in zip(followers, codes, strict=False)}
    cut = (line.partition(b"\t") for line in lines)
    groups = {first.decode(): group for first, _, group in cut}
    for first in [word for word in groups if word[-1] == _MARK]:
        word = first[:-1]
        groups[word] = groups.get(word, b"") + _SEVERAL + groups.pop(first)
    return terms.decode(), pack(coded), pack(groups), begins
