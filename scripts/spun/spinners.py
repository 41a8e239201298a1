"""Simple article spinners, to make spun text from clean text for training and for measuring.

A spinner replaces a share of the words that its table lists, with no regard to part of speech, sense
or the words around, keeps capitals at the start of a word, and repeats its choice within a text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

from spun import thesauri

WORD = re.compile(r"[A-Za-z]+")
Choose = Callable[[random.Random, Mapping[str, float]], str]


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
