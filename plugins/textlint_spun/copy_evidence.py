"""The evidence on one pair of documents: the fingerprints of both, weighed, whole or in part.

What is decided here needs no other document, except that the pairs of anchors say how many more
hold them; who belongs to whose family is for `copy_stages`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from textlint.collection import Entry, Shared
from textlint.sketches import resemblance, same_wording
from textlint_spun import copy_fingerprint
from textlint_spun.copy_features import (
    NOTE,
    Features,
    Frequencies,
    Profile,
    exclusive,
    features,
    is_sure,
    score,
)
from textlint_spun.copy_parts import matching_parts
from textlint_spun.terms import anchors_in

COUNT_BITS = 6  # owners are told in the low bits of a key
_ALIKE = 0.25  # share of the fewer anchors that both have, below which nobody need look closer
PARTIAL_ADJACENT = 1
PARTIAL_EXCLUSIVE = 0.3
# Taken from the score of parts: the densest ones of two articles on one event are alike, too, though
# each leaves out much of the other.
_MOST_DISCOUNT, _LEAST_DISCOUNT = 5.0, 2.0
_HALF, _NEARLY_ALL = 0.5, 0.75  # coverage in the worse direction, where each of them applies
# A template keeps the words and exchanges the facts (two releases, two notices); rewording does the
# opposite, and shares less than a seventh of the runs of words where it is lightest.
_OWN_FACTS, _SAME_WORDS = 1.0, 0.3  # novelty; share of runs of words
# Where the runs of words around shared terms are the same, too, passages were taken as they are (two
# release notes about one repair): no rewording. A spinner leaves many runs, but all facts.
_REUSED, _REUSED_IN_PART = 0.6, 0.3  # share of runs of words to share of terms
_EDITED = 0.85  # share of terms from which on one is the other with a word changed here and there
_ALL_FACTS = 0.85  # coverage in the worse direction
_VERBATIM = 0.8  # share of keys from which on the smaller text is in the larger as it stands
_LONGER = 1.3  # times as long as the other: a document that can hold more than a copy
_DIRECTED = 0.08  # how much better one side must be covered to look like the copy


class Candidate(NamedTuple):
    """Two documents and the keys they share, each with its number of owners in the low bits."""

    one: int
    two: int
    votes: tuple[int, ...]


class Evidence(NamedTuple):
    """A candidate with its documents and features.

    `direction` is 1 when `two` has more of the names and figures of `one` than the other way round
    (a copy drops some and adds none), -1 for the opposite, 0 for neither. `kept` of `anchors` is how
    many the better covered side shares, rare words among them `with_words`. `duplicate` when the
    wording is the same, too. `wider` is 1 or 2 when only that document has much beside what both
    tell, 0 when neither or both have; `discount` is taken from the score when only the parts that
    match were weighed.
    """

    candidate: Candidate
    one: Entry
    two: Entry
    features: Features
    direction: int
    kept: int
    anchors: int
    covered: int  # the document whose anchors those are
    with_words: bool
    duplicate: bool
    wider: int
    discount: float


def weighed(
    candidate: Candidate, first: Entry, second: Entry, shared: Shared
) -> Iterator[Evidence]:
    """Yield the evidence on a candidate, if it could still be a copy whatever the families are."""
    if not _alike(first.fingerprint, second.fingerprint):
        return
    one, two = (_profile(entry.fingerprint, shared) for entry in (first, second))
    found = features(one, two)
    sketches = [copy_fingerprint.sketch_in(entry.fingerprint) for entry in (first, second)]
    duplicate = same_wording(*sketches) > 0
    likely, discount = score(found, 1.0), 0.0
    wider, whole = 0, (one, two)
    if likely >= NOTE or (
        found.adjacent >= PARTIAL_ADJACENT
        and exclusive(map(owners_in, candidate.votes)) >= PARTIAL_EXCLUSIVE
    ):
        parts = matching_parts(one, two)
        if parts != (one, two):
            wider = _longer(one, two, 1 if parts[1] is two else 2)
            part = features(*parts)
            less = _discount(part)
            if score(part, 1.0) - less > likely:
                likely = score(part, 1.0) - less
                (one, two), found, discount = parts, part, less
    if likely < NOTE and not is_sure(found):
        return
    if not duplicate and _keeps_wording(found, *whole, resemblance(*sketches)):
        return
    forward, backward = one.coverage(two), two.coverage(one)
    covered, covering = (one, two) if forward >= backward else (two, one)
    yield Evidence(
        candidate,
        first,
        second,
        found,
        direction=_direction(forward - backward, found),
        kept=sum(1 for h in covered.facts(covering) if h in covering.idf),
        anchors=len(covered.facts(covering)),
        covered=first.doc if covered is one else second.doc,
        with_words=one.needs_words(two),
        duplicate=duplicate,
        wider=wider,
        discount=discount,
    )


def _discount(part: Features) -> float:
    share = (part.cmin - _HALF) / (_NEARLY_ALL - _HALF)
    return _MOST_DISCOUNT - (_MOST_DISCOUNT - _LEAST_DISCOUNT) * max(0.0, min(1.0, share))


def _keeps_wording(found: Features, one: Profile, two: Profile, same_runs: float) -> bool:
    """Whether two documents share wording rather than facts: a template, passages that are reused."""
    if same_runs >= _SAME_WORDS and found.novel > _OWN_FACTS:
        return True
    terms = len(one.idf.keys() & two.idf.keys()) / len(one.idf.keys() | two.idf.keys())
    if terms < _EDITED and same_runs >= _REUSED * terms:
        return True
    return found.cmin < _ALL_FACTS and same_runs >= _REUSED_IN_PART * terms


def _alike(one: bytes, two: bytes) -> bool:
    first, second = _anchors(one), _anchors(two)
    return len(first & second) >= _ALIKE * min(len(first), len(second))


@lru_cache(maxsize=4096)
def _anchors(fingerprint: bytes) -> frozenset[int]:
    return frozenset(key for key, _ in anchors_in(copy_fingerprint.terms_in(fingerprint)))


def _longer(one: Profile, two: Profile, cut: int) -> int:
    """Return `cut`, the document of which a part was left out, if it is clearly the longer one."""
    lengths = (one.terms[-1].place, two.terms[-1].place)
    return cut if lengths[cut - 1] >= _LONGER * lengths[2 - cut] else 0


def _direction(difference: float, found: Features) -> int:
    if abs(difference) <= _DIRECTED or found.keys >= _VERBATIM:
        return 0
    return 1 if difference > 0 else -1


@lru_cache(maxsize=1024)
def _profile(fingerprint: bytes, shared: Shared) -> Profile:
    frequencies = Frequencies(shared.documents, shared.counts)
    return Profile(copy_fingerprint.read(fingerprint).terms, frequencies)


def owners_in(vote: int) -> int:
    return vote & (1 << COUNT_BITS) - 1
