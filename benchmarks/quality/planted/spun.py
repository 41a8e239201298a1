"""The fixed strings that a dictionary spinner leaves."""

from __future__ import annotations

import random
import re

from planted import Kind, mark

_SWAPS = [
    (r"\bin the\b", "withinside the"), (r"\bby\b", "via way of means of"),
    (r"\bcommon\b", "not unusual place"), (r"\baccess to\b", "get right of entry to"),
    (r"\bbecame a\b", "has grow to be a"), (r"\bwith\b", "with the aid of using"),
    (r"\bno longer\b", "now no longer"), (r"\bbecause of\b", "due to the fact of"),
]  # fmt: skip


def spinner_phrase(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Replace up to three plain words by what a spinner writes for them."""
    result = list(paragraphs)
    places = [
        (index, pattern, phrase)
        for index, paragraph in enumerate(result)
        for pattern, phrase in _SWAPS
        if paragraph[:1].isalpha() and '"' not in paragraph and "“" not in paragraph
        if re.search(pattern, paragraph)
    ]
    for index, pattern, phrase in chance.sample(places, min(3, len(places))):
        result[index] = re.sub(pattern, mark(phrase), result[index], count=1)
    return result


KINDS = [Kind("spun/spinner-phrase", "spun", spinner_phrase)]
