"""The parts of two documents that tell the same: for a copy with another article around it."""

from __future__ import annotations

from textlint_spun.copy_features import Profile

# Of the telling terms of a copy about every second one is in the original, of another article one
# in twelve: what a term adds to a part when it is in both, and takes away when it is not.
_MATCH, _MISS = 1.0, -0.35
_SHORTEST = 90  # words
_MOST = 0.6  # of a document: with less of either, two articles share a passage and no more
_WHOLE = 0.85  # a part with this much of its document is the document


def matching_parts(one: Profile, two: Profile) -> tuple[Profile, Profile]:
    """Return the pair with one of them cut to where the terms that tell the same are dense.

    Those are the terms that both use once, and the rare names and figures of both. Cut is the
    document of which the smaller share is dense; neither, where there is nothing to leave out.
    """
    common = (one.once.keys() & two.once.keys()) | (one.hard & two.hard)
    first, second = _densest(one, common), _densest(two, common)
    shares = [_share(first, one), _share(second, two)]
    if max(shares) < _MOST or min(shares) >= _WHOLE:
        return one, two
    return (_cut(one, first), two) if shares[0] <= shares[1] else (one, _cut(two, second))


def _densest(profile: Profile, common: set[int]) -> tuple[int, int]:
    """Return the first and last place of the greatest sum of matches and misses (J. Kadane)."""
    best, start, end = 0.0, 0, 0
    reached, since = 0.0, 0
    for term in profile.terms:
        if term.hash in common:
            if reached <= 0:
                reached, since = 0.0, term.place
            reached += _MATCH
            if reached > best:
                best, start, end = reached, since, term.place
        elif term.hash in profile.once or term.hash in profile.hard:
            reached += _MISS
    return start, end


def _share(part: tuple[int, int], whole: Profile) -> float:
    return (part[1] - part[0]) / whole.terms[-1].place


def _cut(profile: Profile, part: tuple[int, int]) -> Profile:
    start, end = part
    if end - start < _SHORTEST:
        return profile
    return Profile([t for t in profile.terms if start <= t.place <= end], profile.frequencies)
