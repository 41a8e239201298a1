"""Simple article spinners, to make spun text from clean text for training and for measuring.

A spinner replaces a share of the words that its table lists, with no regard to part of speech, sense
or the words around, keeps capitals at the start of a word, and repeats its choice within a text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from typing import Protocol

from spun import thesauri

WORD = re.compile(r"[A-Za-z]+")
SMALL_WORD = re.compile(r"(?<![\w'’-])[a-z]+(?![\w'’-])")
Choose = Callable[[random.Random, Mapping[str, float]], str]


class Spins(Protocol):
    """Anything that rewrites a text; the same seed gives the same words."""

    def spin(self, text: str, seed: int) -> str: ...


def any_entry(chance: random.Random, entries: Mapping[str, float]) -> str:
    return chance.choice(sorted(entries))


def by_weight(chance: random.Random, entries: Mapping[str, float]) -> str:
    words = sorted(entries)
    return chance.choices(words, [entries[word] for word in words])[0]


def first_entry(chance: random.Random, entries: Mapping[str, float]) -> str:
    return min(entries, key=lambda word: (-entries[word], word))


def rarest_of_three(frequency: Callable[[str], float]) -> Choose:
    """Of three entries taken by chance, choose the rarest."""

    def choose(chance: random.Random, entries: Mapping[str, float]) -> str:
        three = chance.sample(sorted(entries), min(3, len(entries)))
        return min(three, key=lambda word: (frequency(word), word))

    return choose


class Spinner:
    """`share` of the listed words are replaced by what `choose` takes of their entries."""

    def __init__(
        self,
        relation: thesauri.Relation,
        verbs: set[str],
        choose: Choose,
        share: float,
        least: int = 4,
    ) -> None:
        self._relation = relation
        self._verbs = verbs
        self._choose = choose
        self._share = share
        self._least = least

    def spin(self, text: str, seed: int) -> str:
        chance = random.Random(seed)
        chosen: dict[str, str] = {}

        def replace(match: re.Match[str]) -> str:
            word = match.group()
            low = word.lower()
            if len(low) < self._least:
                return word
            if low not in chosen:
                entries = thesauri.lookup(self._relation, low, self._verbs)
                spins = entries and chance.random() < self._share
                chosen[low] = self._choose(chance, entries) if spins else low
            new = chosen[low]
            if new == low:
                return word
            return new[0].upper() + new[1:] if word[0].isupper() else new

        return WORD.sub(replace, text)


def of_relations(
    relations: Mapping[str, thesauri.Relation], verbs: set[str], frequency: Callable[[str], float]
) -> dict[str, Spins]:
    """Return the spinners that the score is fitted on; a name begins with that of the thesaurus."""
    wordnet, moby = relations["wordnet"], relations["moby"]
    return {
        "wordnet": Spinner(wordnet, verbs, by_weight, 0.5),
        "wordnet-first": Spinner(wordnet, verbs, first_entry, 0.4),
        "wordnet-light": Spinner(wordnet, verbs, by_weight, 0.3),
        "moby": Spinner(moby, verbs, any_entry, 0.4),
        "moby-rare": Spinner(moby, verbs, rarest_of_three(frequency), 0.25),
        "swaps": Spinner(relations["swaps"], verbs, by_weight, 0.8),
    }
