"""The generated dictionary of tortured phrases, read when the first English text comes along.

The data (see scripts/build_tortured_phrases.py) are more than 400,000 phrases, too many for an automaton
that is built at every start, so that they are not even taken apart. The file has, behind its comments, a
line of terms; a line of what may follow a first word; a line for each first word with its followers of
one word; and a line for some, with a "+" behind them, with the followers of several words. There each
follower is one character, U+0100 for the first, those after U+D7FF shifted by 0x800; and before the
followers that make up phrases for one term stands the character of that term, U+40000 for the first;
terms with a sign before them have the weak and the faint phrases. To find a phrase is to look up the
second word's character and to search it in the line of the first word.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence, Sized
from functools import cache, cached_property
from itertools import accumulate, compress
from pathlib import Path
from typing import NamedTuple

from textlint import kept
from textlint.document import BLOCK_END
from textlint_spun import key_index
from textlint_spun.key_index import KeyIndex
from textlint_spun.spinner_words import FAINT, STRONG, WEAK

_REST = 0x100
_SURROGATES = range(0xD800, 0xE000)
_TERM = 0x40000
_GZIP = 31  # window bits of zlib for a gzip file
_BETWEEN = "|"  # stands between terms, and between followers
_SIGNS = WEAK + FAINT  # stand before the terms of phrases that tell less
_SEVERAL = "+"  # stands behind a first word before its followers of several words
_BEGINNING = 3  # letters: a plural or a comma behind the word does not matter
_LONGEST = 4  # words of a phrase
_CLOSING = ".,;:!?)\"'…]"
_SMALL = frozenset(["is", "was", "has", "this", "its", "his", "as", "us"])  # no plurals
_ENDINGS = frozenset("s" + _CLOSING)
_PLURALS = (("ies", "y"), ("es", ""), ("s", ""))


class Place(NamedTuple):
    """`text[start:end]` is a phrase of the dictionary for `term`; `phrase` is its entry.

    A `STRONG` one is written by nobody. A `WEAK` one may be written by a person and tells something beside
    others, a `FAINT` one, whose words keep the sense, only in a text that is known to be spun.
    """

    start: int
    end: int
    phrase: str
    term: str
    grade: str


# A follower as it may be written: its length in the text, its entry, its code.
_Form = tuple[int, str, str]


class _Second(NamedTuple):
    """What a second word may stand for, and how the third one begins where it is one of several.

    `code` is that of its only form. Of several it is empty, which is in every group, of none
    `_IN_NO_GROUP`.
    """

    code: str
    begins: Collection[str]
    forms: tuple[_Form, ...]


_IN_NO_GROUP = "\t"
_MOST_WORDS = 1 << 16


class _Codes(dict[str, str | None]):
    """What stands for a follower in the groups, each looked up once in a process."""

    def __init__(self, followers: KeyIndex) -> None:
        super().__init__()
        self._followers = followers

    def __missing__(self, follower: str) -> str | None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        number = self._followers.number(follower)
        self[follower] = code = None if number is None else _code(number)
        return code


class _Seconds(dict[str, _Second | None]):
    """What second words may be, each found out once in a process: most of them nothing."""

    def __init__(self, codes: _Codes, begins: Mapping[str, str]) -> None:
        super().__init__()
        self._codes = codes
        self._begins = begins

    def __missing__(self, word: str) -> _Second | None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        forms: tuple[_Form, ...] = ()
        if word[-1:] in _ENDINGS and word not in _SMALL:
            forms = tuple(self.forms(word.rstrip(_CLOSING)))
        elif (code := self._codes[word]) is not None:
            forms = ((len(word), word, code),)
        begins = self._begins[word].split(_BETWEEN) if word in self._begins else ()
        second = None
        if forms or begins:
            code = "" if len(forms) > 1 else forms[0][2] if forms else _IN_NO_GROUP
            second = _Second(code, frozenset(begins), forms)
        self[word] = second
        return second

    def forms(self, text: str) -> Iterator[_Form]:
        """Yield the followers that `text` is, or is the plural of, the likeliest first."""
        code = self._codes[text]
        if code is not None:
            yield len(text), text, code
        if text.endswith("'s"):
            yield from self.forms(text[:-2])
        elif text.endswith("s"):
            for ending, base in _PLURALS:
                if text.endswith(ending):
                    entry = text[: -len(ending)] + base
                    code = self._codes[entry]
                    if code is not None:
                        yield len(text), entry, code


def _code(number: int) -> str:
    character = number + _REST
    if character >= _SURROGATES.start:
        character += len(_SURROGATES)
    return chr(character)


def words_of(folded: str) -> list[str]:
    """Return the words of a folded text with the punctuation behind them; each space ends one."""
    return folded.replace("-", " ").replace("(", " ").replace(BLOCK_END, " ").split(" ")


class _Groups(dict[str, str]):
    """The groups of first words, each looked up once in a process; empty where there is none."""

    def __init__(self, lines: KeyIndex, mark: str = "") -> None:
        super().__init__()
        self._lines = lines
        self._mark = mark  # behind the first word

    def __missing__(self, first: str) -> str:
        lines, group = self._lines, ""
        number = lines.number(first + self._mark)
        if number is not None:
            end = lines.text.find(b"\n", lines.offsets[number])
            line = lines.text[lines.offsets[number] : end if end >= 0 else None]
            group = line.partition(lines.end)[2].decode()
        self[first] = group
        return group


class Dictionary:
    """The phrases of a file: what may follow a first word, alone (`_groups`) or with more (`_several`)."""

    def __init__(self, tables: _Tables) -> None:
        terms, followers, follower_index, firsts, lines, line_index, begins = tables
        self._terms = terms
        self._firsts = frozenset(firsts.decode().split(_BETWEEN))
        self._followers = KeyIndex(followers, _BETWEEN.encode(), follower_index)
        self._lines = KeyIndex(lines, b"\t", line_index)
        self._codes = _Codes(self._followers)
        self._seconds = _Seconds(self._codes, begins)
        self._groups = _Groups(self._lines)
        self._several = _Groups(self._lines, _SEVERAL)

    def find(self, folded: str) -> Iterator[Place]:
        """Yield the phrases in a folded text, from left to right, none overlapping.

        The words of a phrase have one space or hyphen between them; its last word may be a plural. A
        text may be that of several blocks with `BLOCK_END` between them, over which no phrase reaches.
        """
        words = words_of(folded)
        return self.find_among(words, frozenset(words), folded)

    def find_among(
        self, words: list[str], different: frozenset[str], folded: str
    ) -> Iterator[Place]:
        """Do the same for a text whose words are known, as `words_of` returns them."""
        groups, seconds = self._groups, self._seconds
        here = {first: groups[first] for first in different & self._firsts}
        padded = [*words, "", ""]
        # In one expression, since a fifth of all words may begin a phrase with the one behind them.
        likely = [
            index
            for index in compress(range(len(words)), map(here.__contains__, words))
            if (second := seconds[padded[index + 1]])
            and (
                second.code in here[words[index]]
                or (second.begins and padded[index + 2][:_BEGINNING] in second.begins)
            )
        ]
        starts: list[int] = []
        free = 0
        for index in likely:
            match = self._match(words[index : index + _LONGEST]) if index >= free else None
            if match is None:
                continue
            (length, entry, code), group = match
            starts = starts or _starts(words)
            start, end = starts[index], starts[index + 1] + length
            if BLOCK_END not in folded[start:end]:
                free = index + 2 + entry.count(" ")
                term = self._term(group, code)
                phrase = f"{words[index]} {entry}"
                grade = term[0] if term[0] in _SIGNS else STRONG
                yield Place(start, end, phrase, term.lstrip(_SIGNS), grade)

    def _match(self, words: list[str]) -> tuple[_Form, str] | None:
        """Return the follower of the first of `words` that the others begin with, and its group."""
        second = self._seconds[words[1]]
        if second is None:
            return None
        group = self._several[words[0]]
        if group and len(words) > 2 and words[2][:_BEGINNING] in second.begins:
            found = self._longest(group, words[1:])
            if found is not None:
                return found, group
        group = self._groups[words[0]]
        for form in second.forms:
            if form[2] in group:
                return form, group
        return None

    def _longest(self, group: str, words: list[str]) -> _Form | None:
        """Return the longest follower of two or three words."""
        for count in range(len(words), 1, -1):
            text = " ".join(words[:count])
            code = self._codes[text]
            if code is not None:
                if code in group:
                    return len(text), text, code
            elif text[-1:] in _ENDINGS:
                for form in self._seconds.forms(text.rstrip(_CLOSING)):
                    if form[2] in group:
                        return form
        return None

    def _term(self, group: str, code: str) -> str:
        before = group[: group.index(code)]
        number = next(ord(c) - _TERM for c in reversed(before) if ord(c) >= _TERM)
        return self._each_term[number].decode()

    @cached_property
    def _each_term(self) -> list[bytes]:
        """The terms, parted when the first phrase is found."""
        return self._terms.split(_BETWEEN.encode())

    def entries(self) -> Iterator[tuple[str, str]]:
        """Yield all phrases with their terms, for people who want to read the dictionary."""
        terms = self._terms.decode().split(_BETWEEN)
        followers = self._followers.text.decode().split(_BETWEEN)
        rests = {_code(number): rest for number, rest in enumerate(followers)}
        for line in self._lines.text.decode().split("\n"):
            first, _, group = line.partition("\t")
            term = ""
            for code in group:
                if ord(code) >= _TERM:
                    term = terms[ord(code) - _TERM]
                else:
                    yield f"{first.rstrip(_SEVERAL)} {rests[code]}", term.lstrip(_SIGNS)


@cache
def dictionary() -> Dictionary:
    """Read the dictionary, once."""
    file = Path(__file__).with_name("data") / "tortured-phrases.txt.gz"
    return Dictionary(kept.unpacked(file, _tables, key_index))


# Terms; followers and their index; first words; their lines and the index of those; how the words begin
# that stand behind the first one of a follower of several.
_Tables = tuple[bytes, bytes, key_index.Packed, bytes, bytes, key_index.Packed, dict[str, str]]


def _tables(packed: bytes) -> _Tables:
    data = zlib.decompress(packed, _GZIP)
    while data.startswith(b"#"):
        data = data.partition(b"\n")[2]
    terms, followers, lines = data.split(b"\n", 2)
    between = _BETWEEN.encode()
    rests = followers.split(between)
    firsts = lines.replace(b"\n", b"\t").split(b"\t")[::2]
    begins: dict[str, set[str]] = {}
    for rest in [rest.decode() for rest in rests if b" " in rest]:
        first, second, *_ = rest.split(" ", 2)
        begins.setdefault(first, set()).add(second[:_BEGINNING])
    return (
        terms,
        followers + between,
        key_index.packed(rests, _starts(rests)),
        between.join(firsts).replace(_SEVERAL.encode(), b""),
        lines,
        key_index.packed(firsts, _starts(lines.split(b"\n"))),
        {first: _BETWEEN.join(sorted(seconds)) for first, seconds in begins.items()},
    )


def _starts(parts: Sequence[Sized]) -> list[int]:
    """Return where each of the parts begins, which have one character between them."""
    return [start + number for number, start in enumerate(accumulate(map(len, parts), initial=0))]
