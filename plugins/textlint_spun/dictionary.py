"""The generated dictionary of tortured phrases, read when the first English text comes along.

The data (see scripts/build_tortured_phrases.py) are more than 400,000 phrases, too many for an automaton
that is built at every start, so that they are not even decoded. The file has, behind its comments, a
line of terms; a line of what may follow a first word (mostly one word); and a line for each first word.
There each follower is one character, U+0100 for the first, those after U+D7FF shifted by 0x800; and
before the followers that make up phrases for one term stands the character of that term, U+40000 for
the first; terms with a question mark have the weak phrases. To find a phrase is to look up the second
word's character and to search it in the line of the first word, both as bytes: in UTF-8 no character
begins inside another one.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from textlint.document import BLOCK_END

_REST = 0x100
_SURROGATES = 0xD800
_TERM = 0x40000
_TERM_LEAD = b"\xf1"  # first byte of the characters from U+40000 on, and of no follower's
_GZIP = 31  # window bits of zlib for a gzip file
_WEAK = "?"  # stands before the term of a weak phrase
_LONGEST = 4  # words of a phrase
_CLOSING = ".,;:!?)\"'…]"
_BEGINNING = 3  # letters: a plural or a comma behind the word does not matter
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


class _Seconds(dict[str, tuple[_Form, ...] | None]):
    """What a second word may stand for, found once in a process; None for nearly all words.

    An empty tuple is a word that only begins followers of several words.
    """

    def __init__(self, followers: Mapping[str, bytes], longer: Mapping[str, set[str]]) -> None:
        super().__init__()
        self._followers, self._longer = followers, longer

    def __missing__(self, word: str) -> tuple[_Form, ...] | None:
        if len(self) >= _MOST_SECONDS:
            self.clear()
        begins = word in self._longer
        forms: tuple[_Form, ...] = ()
        if word in self._followers:
            forms = ((len(word), word, self._followers[word]),)
        elif begins or (word[-1:] in _ENDINGS and word not in _SMALL):
            forms = tuple(self.forms(word.rstrip(_CLOSING)))
        self[word] = found = forms if forms or begins else None
        return found

    def forms(self, text: str) -> Iterator[_Form]:
        """Yield the followers that `text` is, or is the plural of, the likeliest first."""
        code = self._followers.get(text)
        if code is not None:
            yield len(text), text, code
        if text.endswith("'s"):
            yield from self.forms(text[:-2])
        elif text.endswith("s"):
            for ending, base in _PLURALS:
                if text.endswith(ending):
                    entry = text[: -len(ending)] + base
                    code = self._followers.get(entry)
                    if code is not None:
                        yield len(text), entry, code


@dataclass(frozen=True, slots=True)
class Dictionary:
    """`terms` by number, code and text of the `followers`, the `groups` of each first word.

    `longer` has, for the first words of followers of several words, how the second may begin.
    """

    terms: tuple[str, ...]
    followers: Mapping[str, bytes]
    groups: Mapping[str, bytes]
    longer: Mapping[str, set[str]]
    seconds: _Seconds

    def find(self, folded: str) -> Iterator[Place]:
        """Yield the phrases in a folded text, from left to right, none overlapping.

        The words of a phrase have one space or hyphen between them; its last word may be a plural. A
        text may be that of several blocks with `BLOCK_END` between them, over which no phrase reaches.
        """
        words = folded.replace("-", " ").replace("(", " ").replace(BLOCK_END, " ").split(" ")
        groups, seconds, longer, free = self.groups, self.seconds, self.longer, 0
        starts: list[int] = []
        for index, (first, second) in enumerate(pairwise(words)):
            if first not in groups or (forms := seconds[second]) is None or index < free:
                continue
            group = groups[first]
            found = None
            for form in forms:
                if form[2] in group:
                    found = form
                    break
            if (
                second in longer
                and index + 2 < len(words)
                and (words[index + 2][:_BEGINNING] in longer[second])
            ):
                found = self._several(group, words[index + 1 : index + _LONGEST]) or found
            if found is None:
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
        for count in range(len(words), 1, -1):
            for form in self.seconds.forms(" ".join(words[:count]).rstrip(_CLOSING)):
                if form[2] in group:
                    return form
        return None

    def _term(self, group: bytes, code: bytes) -> str:
        at = group.rindex(_TERM_LEAD, 0, group.index(code))
        return self.terms[ord(group[at : at + 4].decode()) - _TERM]

    def entries(self) -> Iterator[tuple[str, str]]:
        """Yield all phrases with their terms, for people who want to read the dictionary."""
        rests = {code.decode(): rest for rest, code in self.followers.items()}
        for first, group in self.groups.items():
            term = ""
            for code in group.decode():
                if ord(code) >= _TERM:
                    term = self.terms[ord(code) - _TERM]
                else:
                    yield f"{first} {rests[code]}", term.lstrip(_WEAK)


@cache
def dictionary() -> Dictionary:
    """Read the dictionary, once."""
    packed = files("textlint_spun").joinpath("data", "tortured-phrases.txt.gz").read_bytes()
    data = zlib.decompress(packed, _GZIP)
    while data.startswith(b"#"):
        data = data.partition(b"\n")[2]
    terms, rests, *lines = data.split(b"\n")
    followers = rests.decode().split("|")
    codes = chain(range(_REST, _SURROGATES), range(_SURROGATES + 0x800, _TERM))
    longer: dict[str, set[str]] = {}
    for rest in followers:
        if " " in rest:
            first, second, *_ = rest.split(" ")
            longer.setdefault(first, set()).add(second[:_BEGINNING])
    cut = (line.partition(b"\t") for line in lines)
    coded = {rest: chr(code).encode() for rest, code in zip(followers, codes, strict=False)}
    return Dictionary(
        tuple(terms.decode().split("|")),
        coded,
        {first.decode(): group for first, _, group in cut},
        longer,
        _Seconds(coded, longer),
    )
