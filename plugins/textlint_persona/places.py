"""Which places lie in which: "Osaka" in "Japan". The table is data/places.txt."""

from __future__ import annotations

from functools import lru_cache

from textlint_persona.grammar import unaccented
from textlint_persona.lexicon import read_lines


def lies_in(inner: str, outer: str) -> bool:
    """Whether the place `inner` is `outer` or a part of it; names of places that no table has do not."""
    inner, outer = unaccented(inner), unaccented(outer)
    return inner == outer != "*" or outer in _wholes().get(inner, ())


def lie_apart(one: str, other: str) -> bool:
    """Whether neither place is a part of the other; of a country, only places known to lie elsewhere do."""
    if lies_in(one, other) or lies_in(other, one):
        return False
    one, other = unaccented(one), unaccented(other)
    return all(
        part in _wholes() for part, whole in ((one, other), (other, one)) if whole in _regions()
    )


@lru_cache(maxsize=1)
def _regions() -> frozenset[str]:
    return frozenset().union(*_wholes().values())


@lru_cache(maxsize=1)
def _wholes() -> dict[str, frozenset[str]]:
    wholes: dict[str, frozenset[str]] = {}
    for line in read_lines("places.txt"):
        place, _, around = line.partition(": ")
        wholes[place] = frozenset(around.split(", "))
    return wholes
