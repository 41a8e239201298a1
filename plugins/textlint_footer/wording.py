"""The tables of known wordings of page furniture, and the look-up of one line in them.

A table is a CSV file in `data/`, one per kind of residue, with the columns

* `pattern`: the words of the whole line. `[…]` may be missing, `(a|b)` is one of several, and the
  slots are `{n}` a number, `{x}` some short text, `{net}` the name of a network or of a share
  button, `{nets}` one or several of them, `{date}` a date or "3 days ago". Case, accents,
  punctuation, hyphens and apostrophes do not count, neither here nor in the line. A pattern that
  begins with a slot ends in words, so that either end of a line tells whether to look further. One
  that ends in a colon is only for lines that do.
* `evidence`: `alone`, `edge` or `company`, see `Evidence`.
* `opens`: `list` when the line is the label of lines that follow it.
* `language`, `software`: where the wording is at home; empty when it is everywhere.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from textlint.lazy import lazy_pattern
from textlint_footer.patterns import Template, fits
from textlint_footer.vocabulary import DATA

TABLES = (
    "share-bar",
    "read-more",
    "empty-widget",
    "related-links",
    "newsletter-call",
    "cookie-notice",
    "comment-form",
    "ad-slot",
    "copyright-line",
    "pagination",
    "tag-list",
    "syndication-credit",
    "breadcrumb",
)
LONGEST_CHAIN = 60  # words of a line that is looked at as a chain of wordings
LONGEST_LINK = 14  # words of one wording in it


class Evidence(enum.IntEnum):
    """How much a line says for itself."""

    COMPANY = 1  # only counts beside other residue: "Facebook", "Subscribe", "About"
    EDGE = 2  # enough at the head or the tail of the article: "Leave a comment"
    ALONE = 3  # enough wherever it is a whole line: "Sorry. No data so far."


class Wording(NamedTuple):
    """What the tables know about a line."""

    kind: str
    evidence: Evidence
    opens: bool = False
    language: str = ""
    software: str = ""
    colon: bool = False  # the line must end in a colon


Readings = list[tuple[str, Wording]]
Seconds = dict[str, frozenset[str]]


class Entry(NamedTuple):
    """What the tables hold under one key: a first word, or in scripts without spaces a character.

    `seconds` are the words that may follow the key, each with those that may follow both; `ANYTHING`
    where a slot does, `NOTHING` where a reading has ended;
    `literals` are the readings without slots, `slotted` the others.
    """

    seconds: Seconds
    literals: dict[str, Wording]
    slotted: Readings


_NO_WORDS: Seconds = {}
_NOTHING = Entry(_NO_WORDS, {}, [])
ANYTHING, NOTHING = ".", "$"  # no normalised words
AFTER_COUNT, AT_END = "{n}", "{x}"  # before keys of readings that begin with a slot


class Lexicon:
    """All tables, indexed so that most lines are dismissed by their first and last word.

    Readings that begin with a word stand under it, "{n} comments" under `AFTER_COUNT` and the word
    after the number, others under `AT_END` and their last word. An entry is read when it is asked
    for: few texts ask for many.
    """

    def __init__(self, text: str) -> None:
        """Read `text`, the form of which `written_out` describes."""
        self._wordings: list[Wording] = []
        self._unread: dict[str, str] = {}
        self._read: dict[str, Entry] = {}
        self._seconds: dict[str, Seconds] = {}
        for line in text.splitlines():
            key, _, rest = line.partition("\t")
            if key == "":
                kind, evidence, opens, language, software, colon = rest.split("\t")
                strength = Evidence[evidence.upper()]
                self._wordings.append(
                    Wording(kind, strength, opens == "list", language, software, colon == "colon")
                )
            elif not key.startswith("#"):
                self._unread[key] = rest

    @property
    def keys(self) -> Mapping[str, str]:
        """All keys, each with its entry as it is written."""
        return self._unread

    def entry(self, key: str) -> Entry:
        """Return what stands under `key`, an empty entry when nothing does."""
        found = self._read.get(key)
        if found is None:
            rest = self._unread.get(key)
            found = _NOTHING if rest is None else self._parsed(rest)
            if rest is not None:
                self._read[key] = found
        return found

    def seconds(self, key: str) -> Seconds:
        """Return the `seconds` of an entry; asked of nearly every line, so the rest stays unread."""
        found = self._seconds.get(key)
        if found is None:
            rest = self._unread.get(key)
            if rest is None:
                return _NO_WORDS
            found = self._seconds[key] = _seconds(rest.partition("\t")[0])
        return found

    def ends(self, last: str) -> bool:
        """Whether a reading that begins with a slot ends in the word `last`."""
        return AT_END + last in self._unread

    def _parsed(self, rest: str) -> Entry:
        seconds, literals, slotted = rest.split("\t")
        return Entry(
            _seconds(seconds),
            dict(self._readings(literals)),
            self._readings(slotted),
        )

    def _readings(self, written: str) -> Readings:
        pairs = (item.partition(":") for item in written.split("|")) if written else ()
        return [(words, self._wordings[int(number)]) for number, _, words in pairs]


def _seconds(written: str) -> Seconds:
    """Read "you like|you enjoyed": the words behind a key, and behind both."""
    following: dict[str, list[str]] = {}
    for pair in written.split("|"):
        second, _, third = pair.partition(" ")
        following.setdefault(second, []).append(third)
    return {second: frozenset(thirds) for second, thirds in following.items()}


@cache
def lexicon() -> Lexicon:
    """Return all tables as `written_out` has left them in `data/lexicon.txt`, read once."""
    return Lexicon((DATA / "lexicon.txt").read_text(encoding="utf-8"))


@cache
def _template(words: str) -> Template:
    return tuple(re.split(r"\{(\w+)\}", words))


def first_key(words: str) -> str:
    """Return the first word, or in scripts without spaces the first character."""
    return words[0] if words[0] >= "\u2e80" else words.partition(" ")[0]


def last_key(words: str) -> str:
    """Return the last word, or in scripts without spaces the last character."""
    return words[-1] if words[-1] >= "\u2e80" else words.rpartition(" ")[2]


_COUNT = lazy_pattern(r"\d[\d ]*(?:[km](?![^\W\d_]))? ?(?=\S)")


def lookup(words: str) -> Wording | None:
    """Return the strongest entry of the tables for the normalised line `words`."""
    if not words:
        return None
    entries = lexicon()
    entry = entries.entry(first_key(words))
    best = entry.literals.get(words)
    candidates = entry.slotted
    if (count := _COUNT.match(words)) is not None:
        following = words[count.end() :]
        if following:
            candidates = candidates + entries.entry(AFTER_COUNT + first_key(following)).slotted
    last = entries.entry(AT_END + last_key(words)).slotted
    plain = words.isascii()  # then a piece either stands there as it is written or not at all
    for reading, wording in candidates + last if last else candidates:
        if best is not None and best.evidence >= wording.evidence:
            continue
        if plain and not words.startswith(reading.partition("{")[0]):
            continue
        if fits(_template(reading), words):
            best = wording
    return best


def chain(words: str) -> Wording | None:
    """Return the strongest wording in a line that is several of them run together.

    "Tweet Share Pin 0 Shares": scrapers drop the line breaks between buttons. Every word must belong
    to a known wording, and each must be one without slots.
    """
    entries = lexicon()
    pieces = words.split()
    if not 2 <= len(pieces) <= LONGEST_CHAIN:
        return None
    found: list[Wording] = []
    index = 0
    while index < len(pieces):
        link, end = _link(entries, pieces, index)
        if link is not None:
            found.append(link)
        elif not pieces[index].isdigit() or not found:
            return None
        index = end
    if len(found) < 2:
        return None
    return max(found, key=lambda wording: wording.evidence)


def _link(entries: Lexicon, pieces: list[str], index: int) -> tuple[Wording | None, int]:
    """Return the longest wording that begins with `pieces[index]`, and where it ends."""
    key = first_key(pieces[index])
    seconds = entries.seconds(key)
    if not seconds:
        return None, index + 1
    literals = entries.entry(key).literals
    spaced = key < "\u2e80"  # or no second words are told
    goes_on = not spaced or any(piece in seconds for piece in pieces[index + 1 : index + 2])
    longest = LONGEST_LINK if goes_on else 1
    for end in range(min(index + longest, len(pieces)), index, -1):
        wording = literals.get(" ".join(pieces[index:end]))
        if wording is not None:
            return wording, end
    return None, index + 1
