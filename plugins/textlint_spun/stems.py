"""A light English stemmer: inflections and the commonest derivations, never less than four letters.

It is meant to bring "announces", "announced" and "announcement" together, not to be a linguist:
what it cuts wrongly it cuts the same way in every document.
"""

from __future__ import annotations

from functools import lru_cache

_SUFFIXES = (
    *("izations", "ization", "ations", "ation", "iveness", "fulness", "ingly", "ments", "ment"),
    *("ically", "ities", "ings", "ness", "ions", "edly", "ally", "ing", "ied", "ies", "ion"),
    *("ity", "ers", "ed", "es", "er", "ly", "s"),
)
_SHORTEST = 4
# Only those are tried that end as the word does.
_BY_LAST_LETTER = {
    last: tuple(suffix for suffix in _SUFFIXES if suffix[-1] == last)
    for last in {suffix[-1] for suffix in _SUFFIXES}
}


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem of a lower-case word."""
    for suffix in _BY_LAST_LETTER.get(word[-1:], ()):
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            if suffix == "s" and word[-2] in "su":
                break
            word = word[: -len(suffix)]
            if word[-1] == word[-2] and word[-1] not in "aeiouls":
                word = word[:-1]
            break
    if word[-1:] in ("e", "y", "i") and len(word) > _SHORTEST:
        word = word[:-1]
    return word
