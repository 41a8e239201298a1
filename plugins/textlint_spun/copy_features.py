"""What tells a reworded copy from another article on its subject: a few numbers that can be explained.

Rewording keeps names, figures and rare words together in small groups, though every sentence and
their order change. All of this works on the terms of two fingerprints; idf is the negative natural
logarithm of the share of documents that hold a term, from the shipped table and the collection.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from textlint_spun.rarity import ROUND, idf_of
from textlint_spun.terms import ANCHOR_LEVEL, NAME, NUMBER, WORD, Term

NEIGHBOURS = 4  # how far apart in the sequence of anchors two may be
_LOW, _HIGH, _MASK = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, (1 << 64) - 1

RARE = 3.0  # idf
_TELLING, _TELLING_LEVEL = 2.5, 1  # idf and level from which a term that is used once shows a place
RARE_NUMBER = 3.2
PRIOR_DOCUMENTS = 200  # what the shipped table weighs against the collection's own frequencies
_LEAST_WEIGHT = 12.0  # idf: below this sum, coverage is not trusted
# Below this sum of idf names and figures say too little about a text (an essay, a recipe), and rare
# words are weighed with them.
_FEW_FACTS = 24.0
_TOLERATED, _TOLERATED_SHARE = 6.0, 0.08  # idf of new anchors: one or two, more in long documents
_NEAR_A, _NEAR_B = 16, 12  # terms apart, in the one document and the other


class Frequencies:
    """idf of terms in a collection of `documents`; `counts` holds those that are in several."""

    def __init__(self, documents: int, counts: Mapping[int, int]) -> None:
        self._documents = documents
        self._counts = counts
        self._trust = min(1.0, documents / PRIOR_DOCUMENTS)

    def idf(self, term: Term) -> float:
        prior = PRIOR_DOCUMENTS * math.exp(-idf_of(term.level))
        # A small collection says little about what is common: a story and its copies fill it.
        count = 1 + (self._counts.get(term.hash, 1) - 1) * self._trust
        return -math.log((count + prior) / (self._documents + PRIOR_DOCUMENTS))


def pair_keys(anchors: Sequence[tuple[int, bool]]) -> set[int]:
    """Return the hashed pairs of neighbouring anchors: what a copy shares with its original.

    A pair is hashed without its order (two multiplications: the terms are hashes already); two small
    numbers are no pair.
    """
    keys: set[int] = set()
    add = keys.add
    for index, (one, small) in enumerate(anchors):
        for other, other_small in anchors[index + 1 : index + 1 + NEIGHBOURS]:
            if one < other:
                if not (small and other_small):
                    add((one * _LOW + other * _HIGH) & _MASK)
            elif one != other and not (small and other_small):
                add((other * _LOW + one * _HIGH) & _MASK)
    return keys


@dataclass(frozen=True, eq=False)
class Profile:
    """The terms of one document, weighed."""

    terms: Sequence[Term]
    frequencies: Frequencies = field(repr=False)

    @cached_property
    def keys(self) -> set[int]:
        return pair_keys(
            [(term.hash, term.is_small_number) for term in self.terms if term.is_anchor]
        )

    @cached_property
    def idf(self) -> dict[int, float]:
        return {term.hash: self.frequencies.idf(term) for term in self.terms}

    @cached_property
    def hard(self) -> set[int]:
        """Rare numbers, names and codes outside lists."""
        return {
            term.hash
            for term in self.terms
            if term.kind != WORD and not term.listed and self.idf[term.hash] > RARE
        }

    @cached_property
    def rare(self) -> set[int]:
        """The hard anchors and the words outside lists that are as rare."""
        return self.hard | {
            term.hash
            for term in self.terms
            if term.kind == WORD
            and not term.listed
            and term.level >= ANCHOR_LEVEL
            and self.idf[term.hash] > RARE
        }

    @cached_property
    def weight(self) -> float:
        """The idf of all hard anchors together."""
        return self.sum_of(self.hard)

    def sum_of(self, terms: set[int]) -> float:
        return sum(self.idf[h] for h in sorted(terms))

    @cached_property
    def names(self) -> set[int]:
        return {term.hash for term in self.terms if term.kind == NAME}

    @cached_property
    def numbers(self) -> set[int]:
        return {
            term.hash
            for term in self.terms
            if term.kind == NUMBER and not term.listed and self.idf[term.hash] > RARE_NUMBER
        }

    @cached_property
    def once(self) -> dict[int, int]:
        """Telling terms that occur exactly once, with their places."""
        counts = Counter(term.hash for term in self.terms)
        return {
            term.hash: term.place
            for term in self.terms
            if counts[term.hash] == 1
            and not term.listed
            and term.level >= _TELLING_LEVEL
            and self.idf[term.hash] > _TELLING
        }

    def coverage(self, other: Profile) -> float:
        """Return the share of what there is to keep, by idf, that `other` has as well."""
        facts = self.facts(other)
        kept = self.sum_of({h for h in facts if h in other.idf})
        return kept / max(self.sum_of(facts), _LEAST_WEIGHT)

    def facts(self, other: Profile) -> set[int]:
        """Return the hard anchors; the rare words, too, where one of the pair has few of them."""
        return self.rare if self.needs_words(other) else self.hard

    def needs_words(self, other: Profile) -> bool:
        """Whether one of a pair has too few names and figures to be known by them."""
        return min(self.weight, other.weight) < _FEW_FACTS

    @cached_property
    def round_numbers(self) -> set[int]:
        """Numbers that may stand for others near them: a rewrite says 300,000 for 290,000."""
        return {term.hash for term in self.terms if term.kind == NUMBER and term.level == ROUND}

    def novelty(self, other: Profile) -> float:
        """Return how much, by idf, the hard anchors that `other` lacks exceed what is no sign."""
        new = self.sum_of(self.hard - self.round_numbers - other.idf.keys())
        return new / max(_TOLERATED, _TOLERATED_SHARE * self.weight)


class Features(NamedTuple):
    """The evidence on a pair of documents, without what others have to do with it.

    `cmax`, `cmin`: idf share of one side's hard anchors that the other has, in the better and the
    worse direction. `adjacent`: pairs of once-used terms, not two names, that are near each other in
    both. `new_numbers`: numbers of one side that the other lacks, in the better direction. `once`:
    geometric mean of the shares of once-used terms that the other side has, `common` how many both
    have. `keys`: shared keys in the smaller set of keys.
    """

    cmax: float
    cmin: float
    novel: float
    adjacent: int
    new_numbers: int
    once: float
    keys: float
    common: int


def features(one: Profile, two: Profile) -> Features:
    """Return the features of a pair; the order of the two does not matter."""
    coverages = (one.coverage(two), two.coverage(one))
    shared = len(one.keys & two.keys)
    once_one = sum(1 for h in one.once if h in two.idf) / max(1, len(one.once))
    once_two = sum(1 for h in two.once if h in one.idf) / max(1, len(two.once))
    return Features(
        cmax=max(coverages),
        cmin=min(coverages),
        novel=min(one.novelty(two), two.novelty(one)),
        adjacent=max(_adjacent(one, two), _adjacent(two, one)),
        new_numbers=min(
            len(one.numbers - one.round_numbers - two.idf.keys()),
            len(two.numbers - two.round_numbers - one.idf.keys()),
        ),
        once=math.sqrt(once_one * once_two),
        keys=shared / max(1, min(len(one.keys), len(two.keys))),
        common=len(one.once.keys() & two.once.keys()),
    )


def _adjacent(one: Profile, two: Profile) -> int:
    """Return how many neighbours both have in common; a cast stands together in any of its stories."""
    common = sorted(
        (two.once[h], one.once[h], h in one.names and h in two.names)
        for h in one.once.keys() & two.once.keys()
    )
    count = 0
    for index, (place, there, is_name) in enumerate(common):
        for next_place, next_there, next_is_name in common[index + 1 : index + 3]:
            if is_name and next_is_name:
                continue
            if next_place - place <= _NEAR_B and abs(next_there - there) <= _NEAR_A:
                count += 1
    return count


def exclusive(owners: Iterable[int]) -> float:
    """Return the mean of 1 / (1 + owners outside the pair) over the shared keys, 0 to 1.

    `owners` are the numbers of documents, or families of them, that hold each shared key, the pair's
    own two included. A copy shares its keys with its original alone, a running story with many.
    """
    shares = [1 / (1 + max(0, count - 2)) for count in owners]
    return sum(shares) / len(shares) if shares else 0.0


WARNING, NOTE = 3.0, 1.0


def score(found: Features, exclusiveness: float) -> float:
    """Return how sure it is that one of a pair was made from the other: 3 and more is a warning."""
    return (
        -33
        + 9 * _ramp(found.cmax, 0.4, 1)
        + 11 * _ramp(found.cmin, 0.2, 0.9)
        + 4 * (1 - _ramp(math.log1p(found.new_numbers), 0, 1.4))
        + 13 * _ramp(math.log1p(found.adjacent), 0, 2.8)
        - 6 * _ramp(found.novel, 1, 3)
        + 12 * _ramp(exclusiveness, 0.1, 0.8)
        - 4 * (1 - _ramp(found.once, 0.18, 0.28))
        - 4 * (1 - _ramp(found.keys, 0.05, 0.12))
        - 4 * (1 - _ramp(found.common, 4, 9))
    )


def is_sure(found: Features) -> bool:
    """Whether a pair belongs to one family of copies, whatever other documents hold."""
    if found.cmax >= 0.9 and found.cmin >= 0.8 and found.adjacent >= 15:
        return True
    return found.keys >= 0.45 and found.cmax >= 0.7 and found.adjacent >= 8


def _ramp(value: float, low: float, high: float) -> float:
    return max(0.0, min(1.0, (value - low) / (high - low)))
