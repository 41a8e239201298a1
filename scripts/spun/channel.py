"""The spinner: P(replacement | word), cut to the replacements that matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from spun import thesauri
from spun.inventory import FUNCTION

# Replacements that no spinner's table needs: insults, and words of other matters.
RUDE = re.compile(
    r"whore|niggard|nigger|squaw|fuck|shit|cunt|slut|bitch|retard|darky|wog\b|gook|tart$|bastard|faggot|fag\b"
)
KEEP = 0.25  # how often a spinner leaves a word as it is
SOURCE_WEIGHTS = {"swaps": 0.6, "wordnet": 0.36, "moby": 0.04}
PER_WORD = 40  # replacements of a word that are considered
_LONGEST = 3  # words of a replacement


@dataclass(frozen=True, slots=True)
class Replacement:
    """A word or expression, how likely a spinner writes it for a word, and how likely it is in text.

    It is `listed` if our own lists have it, which a spinner's table is far likelier to have than what only a
    thesaurus has, and `near` if a person may write it in the same sense; a word kept is both.
    """

    text: str
    chance: float
    frequency: float
    listed: bool
    near: bool


class Channel:
    """What a spinner writes for a word, by the relations of thesauri.

    `frequency` gives the relative frequency of a word, `words` are those that a thesaurus' entry must be
    one of, and `near` are the replacements that keep the sense.
    """

    def __init__(
        self,
        relations: Mapping[str, thesauri.Relation],
        frequency: Callable[[str], float],
        words: Collection[str],
        verbs: set[str],
        near: thesauri.Relation,
    ) -> None:
        self._relations = relations
        self._frequency = frequency
        self._words = words
        self._verbs = verbs
        self._near = near
        self._cache: dict[str, list[Replacement]] = {}

    def replacements(self, word: str) -> list[Replacement]:
        """Return the replacements, likeliest first, `word` itself among them."""
        if word not in self._cache:
            self._cache[word] = self._make(word)
        return self._cache[word]

    def _make(self, word: str) -> list[Replacement]:
        chance: dict[str, float] = defaultdict(float)
        for name, relation in self._relations.items():
            for other, weight in thesauri.lookup(relation, word, self._verbs).items():
                if " " in other and name != "swaps":
                    continue  # an expression in a thesaurus is mostly one that people write
                chance[other] += (1 - KEEP) * SOURCE_WEIGHTS[name] * weight
        ours = thesauri.lookup(self._relations["swaps"], word, self._verbs)
        near = thesauri.lookup(self._near, word, self._verbs)
        found = [Replacement(word, KEEP, self._frequency(word), True, True)]
        for other, probability in sorted(chance.items(), key=lambda item: (-item[1], item[0])):
            tokens = other.split()
            if len(tokens) > _LONGEST or RUDE.search(other) or is_form(other, word):
                continue
            if len(tokens) == 1 and (
                len(other) < 3 or (other not in self._words and other not in ours)
            ):
                continue
            if tokens[0] in FUNCTION:
                continue
            frequency = 1.0
            for token in tokens:
                frequency *= self._frequency(token)
            if len(tokens) > 1:  # words of an expression go together more often than by chance
                frequency = max(min(frequency * 1000, 1e-5), 5e-7)
            found.append(Replacement(other, probability, frequency, other in ours, other in near))
            if len(found) > PER_WORD:
                break
        return sorted(found, key=lambda r: (-r.chance, r.text))


def is_form(other: str, word: str) -> bool:
    """Whether `other` is `word` in another spelling or number."""
    stem = min(len(word), len(other)) - 1
    return (
        " " not in other
        and stem >= 3
        and other[:stem] == word[:stem]
        and abs(len(other) - len(word)) <= 2
    )
