"""Single words that a spinner turns into expressions: "mean solar day" for "day".

A spinner that takes its replacements from WordNet writes whatever stands in a synset of the word, and so
expressions of several words that belong to one sense of it, mostly not to that of the text. What lies a
step up or down from the word is left out: "cattle trail" for "trail" is what people write about cattle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spun.channel import RUDE, SOURCE_WEIGHTS
from spun.inventory import FUNCTION
from spun.thesauri import WordNet

LEAST_FREQUENCY = 1e-5  # of a word; what is rarer is seldom met
LEAST_LETTERS = 3  # of a word: shorter ones are mostly abbreviations
_LONGEST = 3  # words of an expression


@dataclass(frozen=True, slots=True)
class Expression:
    """What may stand for `word`, and how likely a spinner writes it, the word's frequency included."""

    text: str
    word: str
    chance: float


def expressions(wordnet: WordNet, frequencies: Mapping[str, float]) -> Iterator[Expression]:
    """Yield each expression once, for the word that it likeliest stands for."""
    relation, synonyms = wordnet.relation(), wordnet.synonyms()
    best: dict[str, Expression] = {}
    for word in sorted(synonyms.keys() & relation.keys()):
        frequency = frequencies.get(word, 0.0)
        if frequency < LEAST_FREQUENCY or len(word) < LEAST_LETTERS or word in FUNCTION:
            continue
        for text in sorted(synonyms[word].keys() & relation[word].keys()):
            words = text.split()
            if not 1 < len(words) <= _LONGEST or words[0] in FUNCTION or RUDE.search(text):
                continue
            chance = frequency * SOURCE_WEIGHTS["wordnet"] * relation[word][text]
            if text not in best or best[text].chance < chance:
                best[text] = Expression(text, word, chance)
    yield from best.values()
