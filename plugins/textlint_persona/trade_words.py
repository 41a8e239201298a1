"""What tells of a trade beside its name: the deeds and the belongings of those who follow it.

Read from data/deeds.csv and data/belongings.csv when a document first needs them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from textlint_persona.lexicon import read_rows

_LONGEST = 4  # words of a belonging
_REACH = 5  # words after a verb within which the words that it brings have to stand


class Deed(NamedTuple):
    """A verb of a trade: the words that follow it, the group of the trade ("" for many trades).

    `measured` when the verb alone says nothing: people brew at home, but not forty casks a week.
    """

    follow: tuple[str, ...]
    group: str
    measured: bool


class TradeWords(NamedTuple):
    """Form of a verb → its deeds; belonging → groups of those who have it; the words of belongings."""

    deeds: dict[str, tuple[Deed, ...]]
    belongings: dict[str, frozenset[str]]
    belonging_words: frozenset[str]

    def deeds_of(self, words: list[str], place: int) -> list[Deed]:
        """Return the deeds that the verb `words[place]` tells with the words behind it."""
        known = self.deeds.get(words[place], ())
        behind = words[place + 1 : place + 1 + _REACH]
        return [deed for deed in known if _in_order(deed.follow, behind)]

    def belonging(self, words: list[str], start: int) -> tuple[frozenset[str], int] | None:
        """Return the groups of the longest belonging that begins at `words[start]`, and its end."""
        for end in range(min(len(words), start + _LONGEST), start, -1):
            phrase = " ".join(words[start:end])
            groups = self.belongings.get(phrase, self.belongings.get(phrase.removesuffix("s")))
            if groups is not None:
                return groups, end
        return None


def _in_order(wanted: tuple[str, ...], words: list[str]) -> bool:
    left = iter(words)
    return all(word in left for word in wanted)


@lru_cache(maxsize=1)
def trade_words() -> TradeWords:
    """Return the tables, read on first use."""
    deeds: dict[str, tuple[Deed, ...]] = {}
    for row in read_rows("deeds.csv"):
        for entry in row["verbs"].split(";"):
            verb, *follow = entry.rstrip("~").split(" ")
            deed = Deed(tuple(follow), row["group"], entry.endswith("~") or not row["group"])
            for form in _forms(verb):
                deeds[form] = (*deeds.get(form, ()), deed)
    belongings: dict[str, frozenset[str]] = {}
    for row in read_rows("belongings.csv"):
        for phrase in row["words"].split(";"):
            known = belongings.get(phrase, frozenset())
            belongings[phrase] = known | ({row["group"]} - {""})
    words = frozenset(word for phrase in belongings for word in phrase.split(" "))
    return TradeWords(deeds, belongings, words)


def _forms(entry: str) -> set[str]:
    """Return the forms of a verb: "weld" → welds, welded, welding; "shear/shore/shorn" has its own."""
    base, *irregular = entry.split("/")
    stem = base.removesuffix("e") if not base.endswith(("ee", "oe", "ye")) else base
    forms = {base, base + "s", stem + "ing", *irregular}
    if not irregular:
        forms.add(base + "d" if base.endswith("e") else base + "ed")
    if base.endswith(("s", "sh", "ch", "x", "z")):
        forms.add(base + "es")
    if base.endswith("y") and base[-2] not in "aeiou":
        forms |= {base[:-1] + "ies", base[:-1] + "ied"}
    if _doubles(base):
        forms |= {base + base[-1] + "ing", base + base[-1] + "ed"}
    return forms


def _doubles(base: str) -> bool:
    """Whether the last letter may be doubled: "fit" → "fitting", "travel" → "travelling"."""
    return base[-1] not in "aeiouwxy" and base[-2] in "aeiou" and base[-3:-2] not in tuple("aeiou")
