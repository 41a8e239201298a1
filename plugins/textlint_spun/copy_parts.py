"""The parts of two documents that tell the same: for a copy with another article around it."""

from __future__ import annotations

from textlint_spun.copy_features import Profile

_LONGEST_GAP = 60  # words between two terms of one part
_MARGIN = 15  # words
_SHORTEST = 110  # words
_WHOLE = 0.65  # a part with this much of its document is the document


def matching_parts(one: Profile, two: Profile) -> tuple[Profile, Profile]:
    """Return both documents cut to where the terms that tell the same are dense.

    Those are the terms that both use once, and the rare names and figures of both.
    """
    common = (one.once.keys() & two.once.keys()) | (one.hard & two.hard)
    return _cut(one, _places(one, common)), _cut(two, _places(two, common))


def _places(profile: Profile, common: set[int]) -> list[int]:
    return [term.place for term in profile.terms if term.hash in common]


def _cut(profile: Profile, places: list[int]) -> Profile:
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] <= _LONGEST_GAP:
            runs[-1].append(place)
        else:
            runs.append([place])
    if not runs:
        return profile
    run = max(runs, key=lambda run: (len(run), -run[0]))
    start, end = run[0] - _MARGIN, run[-1] + _MARGIN
    length = profile.terms[-1].place
    if not _SHORTEST <= end - start < _WHOLE * length:
        return profile
    return Profile([t for t in profile.terms if start <= t.place <= end], profile.frequencies)
