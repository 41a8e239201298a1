"""The words of the persona rules: roles with their fields, fields with their groups, domain words.

The tables are data files of this package; they are read once, when a document first needs them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

Kind = Literal["trade", "soft", "lay", "learner", "neutral", "side", "person", "thing"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# Endings that only nouns for people of a calling have, in the singular.
_NAMES_WORKERS = ("ologist", "erist", "orist", "smith", "wright", "monger", "maker", "keeper")

# The longest role or domain phrase of the tables, in words; the longest topic.
_LONGEST, _LONGEST_TOPIC = 4, 2
_PLURAL = ("s", "men")  # how words end whose singular may stand in a table


class Field(NamedTuple):
    """A field of roles: its trade group ("" for none) and what it says of a speaker."""

    name: str
    group: str
    kind: Kind


class Lexicon(NamedTuple):
    """All tables: role → field, domain phrase → groups, topic → groups.

    A domain phrase tells that somebody works in a trade ("the trading floor"); a topic only what a
    claim is about ("a trombone").
    """

    fields: dict[str, Field]
    roles: dict[str, Field]
    domains: dict[str, tuple[str, ...]]
    topics: dict[str, tuple[str, ...]]
    domain_firsts: frozenset[str]  # words that phrases of `domains` begin with
    topic_firsts: frozenset[str]

    def role(self, words: list[str], end: int) -> tuple[Field, int] | None:
        """Return the field of the longest role that ends before `words[end]`, and its first word.

        Plural nouns count too, found by their regular forms.
        """
        for start in range(max(0, end - _LONGEST), end):
            field = self.roles.get(" ".join(words[start:end]))
            if field is None:
                field = next(
                    (
                        self.roles[head]
                        for last in _singulars(words[end - 1])
                        if (head := " ".join([*words[start : end - 1], last])) in self.roles
                    ),
                    None,
                )
            if field is not None:
                return field, start
        american = _american(words[end - 1])
        if american != words[end - 1]:
            return self.role([*words[: end - 1], american], end)
        # "bell-ringer", "theatre-goer": the last part of a compound decides.
        last = words[end - 1].rpartition("-")[2]
        field = self.roles.get(last) if last != words[end - 1] else None
        if field is None and last.endswith(_NAMES_WORKERS) and len(last) >= 7:
            field = self.fields["work"]  # "gallerist", "seedsman": no table knows every calling
        return None if field is None else (field, end - 1)

    def groups(self, words: list[str]) -> frozenset[str]:
        """Return the trade groups of all domain phrases in `words`."""
        return _groups(self.domains, self.domain_firsts, words, _LONGEST)

    def about(self, words: list[str]) -> frozenset[str]:
        """Return the trade groups of all domain phrases and topics in `words`."""
        topics = _groups(self.topics, self.topic_firsts, words, _LONGEST_TOPIC)
        return self.groups(words) | topics


# British spellings of what the tables may have in the American one.
_SPELLINGS = (("ae", "e"), ("oe", "e"), ("eller", "eler"), ("ellor", "elor"), ("our", "or"))


def _american(word: str) -> str:
    for british, american in _SPELLINGS:
        if british in word:
            return word.replace(british, american)
    return word


def _groups(
    table: dict[str, tuple[str, ...]], firsts: frozenset[str], words: list[str], longest: int
) -> frozenset[str]:
    found: set[str] = set()
    for start, word in enumerate(words):
        if word in firsts:
            for end in range(start + 1, min(start + longest, len(words)) + 1):
                found.update(_entry(table, words[start:end]))
        elif word.endswith(_PLURAL):  # only of a phrase's last word the singular counts
            found.update(_entry(table, [word]))
    return frozenset(found)


def _entry(table: dict[str, tuple[str, ...]], words: list[str]) -> tuple[str, ...]:
    phrase = " ".join(words)
    if phrase in table:
        return table[phrase]
    for last in _singulars(words[-1]):
        groups = table.get(" ".join([*words[:-1], last]))
        if groups is not None:
            return groups
    return ()


def _singulars(word: str) -> list[str]:
    if not word.endswith("s") or len(word) < 4:
        return ["woman", "man"] if word in ("women", "men") else _irregular(word)
    forms = [word[:-1]]
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("es"):
        forms.append(word[:-2])
    return forms


def _irregular(word: str) -> list[str]:
    return [word[:-2] + "an"] if word.endswith("men") else []


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the tables, read on first use."""
    fields = {
        row["field"]: Field(row["field"], row["group"], _kind(row["kind"]))
        for row in read_rows("fields.csv")
        if row["kind"]
    }
    roles: dict[str, Field] = {}
    for line in read_lines("roles.txt"):
        name, _, nouns = line.partition(": ")
        for noun in nouns.split(", "):
            roles[noun] = fields[name]
    domains: dict[str, tuple[str, ...]] = {}
    for row in read_rows("domains.csv"):
        for phrase in row["words"].split(";"):
            domains[phrase] = (*domains.get(phrase, ()), row["group"])
    topics: dict[str, tuple[str, ...]] = {}
    for line in read_lines("topics.txt"):
        group, _, nouns = line.partition(": ")
        for noun in nouns.split(", "):
            topics[noun] = (*topics.get(noun, ()), group)
    return Lexicon(fields, roles, domains, topics, _firsts(domains), _firsts(topics))


def _firsts(table: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in table)


def read_lines(filename: str) -> list[str]:
    """Return the lines of a table of this package, without its comments."""
    text = (Path(__file__).with_name("data") / filename).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def read_rows(filename: str) -> list[dict[str, str]]:
    """Return the rows of a CSV table of this package by the names of its columns."""
    return list(csv.DictReader(read_lines(filename), strict=True))


def _kind(name: str) -> Kind:
    return KINDS[KINDS.index(name)]  # an unknown name raises ValueError
