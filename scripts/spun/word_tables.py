"""What spinners write for which words: log-odds and origins, from thesauri and frequencies alone.

With q(w) what a spinner writes in all: log-odds(w) = log(.7 + .3 q(w) / P(w)). An origin s of w has the
weight log P(s) P(w | s) / P(w): how much likelier w is in the place of s than as a word of its own.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

from spun import thesauri
from spun.inventory import FUNCTION
from spun.language_model import English
from textlint_spun.vocabulary import LEAST_WEIGHT, MOST_WORDS, Word

SPUN_SHARE = 0.3  # of the words of a spun text
HIGHEST, LOWEST = 3.5, -0.36
RAREST = 2e-7  # rarer words are listed only where a spinner writes them
RAREST_SPUN, TELLING = 3e-8, 1.0
ORIGINS = 10  # of a word, the likeliest
MOST_ENTRIES = 200  # of a word in a thesaurus
_MOST_FREQUENT = 0.04

Entries = Mapping[str, Mapping[str, float]]


def entries_of(relation: thesauri.Relation, english: English, verbs: set[str]) -> Entries:
    """Return the replacements of all words that may be replaced, inflected like them."""
    made = {}
    for word, chance in english.words.items():
        if chance < 1e-7 or word in FUNCTION or len(word) < 3:
            continue
        found = thesauri.lookup(relation, word, verbs)
        if found:
            likeliest = sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))
            made[word] = dict(likeliest[:MOST_ENTRIES])
    return made


def word_table(tables: Mapping[str, Entries], english: English) -> dict[str, Word]:
    """Return what is known of the words when spinners use these tables."""
    chances = english.words
    spun: dict[str, float] = defaultdict(float)
    origins: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for table in tables.values():
        for word, entries in table.items():
            for other, weight in entries.items():
                share = chances[word] * weight / len(tables)
                for token in other.split():
                    if token not in FUNCTION:
                        spun[token] += share
                if other in chances and other not in FUNCTION and other != word:
                    origins[other][word] += share
    words: dict[str, Word] = {}
    for word, chance in chances.items():
        if word in FUNCTION:
            words[word] = Word(min(chance, _MOST_FREQUENT), None, {})
            continue
        ratio = math.log(1 - SPUN_SHARE + SPUN_SHARE * spun.get(word, 0.0) / chance)
        odds = round(max(min(ratio, HIGHEST), LOWEST), 1)
        if chance >= RAREST or (chance >= RAREST_SPUN and odds >= TELLING):
            words[word] = Word(chance, odds, origins.get(word, {}))
    commonest = sorted(words, key=lambda word: (-words[word].frequency, word))[:MOST_WORDS]
    listed = {word: words[word] for word in commonest}
    return {
        word: Word(known.frequency, known.odds, _likeliest(word, listed))
        for word, known in listed.items()
    }


def _likeliest(word: str, words: Mapping[str, Word]) -> dict[str, float]:
    known = words[word]
    weights = {
        other: math.log(share / known.frequency)
        for other, share in known.origins.items()
        if other in words and share > 0
    }
    order = sorted(weights, key=lambda other: (-weights[other], other))[:ORIGINS]
    return {other: weights[other] for other in order if weights[other] >= LEAST_WEIGHT}
