"""How rare a term is before a collection is known, in levels of its inverse document frequency.

A level is a number from 0 to 15 and stands for idf = 2.4 + 0.4 · level, where idf is the negative
natural logarithm of the share of articles that hold the term: level 0 is a word in every eleventh
article, level 15 one in 4,500 or none.
"""

from __future__ import annotations

from functools import lru_cache
from math import inf
from pathlib import Path

FIRST = 2.4
STEP = 0.4
RAREST = 15
COMMON = -1  # more frequent than level 0: tells nothing


def idf_of(level: int) -> float:
    return FIRST + STEP * level


@lru_cache(maxsize=1)
def _levels() -> dict[str, int]:
    text = (Path(__file__).with_name("data") / "document-frequencies.txt").read_text("utf-8")
    found: dict[str, int] = {}
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            number, *stems = line.split(" ")
            found.update(dict.fromkeys(stems, int(number)))
    return found


def level_of_stem(name: str) -> int:
    """Return the level of a word's stem, `COMMON` for one that tells nothing."""
    return _levels().get(name, RAREST)


def is_known_word(name: str) -> bool:
    return name in _levels()


ROUND = 5  # the level of round numbers, and of no others
_ROUND = frozenset([*range(10, 100, 10), 15, 25])


def level_of_number(value: float) -> int:
    """Return the level of a number: small ones and years are in many articles, others in few."""
    if is_round(value):
        return ROUND
    if value < 13:
        return 1 if value == int(value) else 7
    if value < 100:
        return 4 if value == int(value) else 9
    if 1900 <= value <= 2040 and value == int(value):
        return 6
    return 10


def is_round(value: float) -> bool:
    """Whether a number may stand for others near it: 200, 1,500, 40 million."""
    if value < 100 or value == inf:  # more digits than a float can hold
        return False
    while value >= 100:
        value /= 10
    return value in _ROUND


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Return the country of each demonym: a rewrite says "in Spain" for "the Spanish"."""
    text = (Path(__file__).with_name("data") / "demonyms.csv").read_text("utf-8")
    rows = [line for line in text.split("\n") if line and not line.startswith("#")]
    found: dict[str, str] = {}
    for row in rows[1:]:
        adjective, _, country = row.partition(",")
        found[adjective] = country
    return found
