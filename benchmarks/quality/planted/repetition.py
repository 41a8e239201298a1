"""Acronyms explained again and paragraphs told twice."""

from __future__ import annotations

import random

from planted import Kind, insert, mark

_TERMS = [
    ("remotely operated vehicle", "ROV"), ("gross domestic product", "GDP"),
    ("customer relationship management", "CRM"), ("electric vehicle", "EV"),
    ("magnetic resonance imaging", "MRI"), ("search engine optimization", "SEO"),
    ("Federal Aviation Authority", "FAA"), ("large language model", "LLM"),
]  # fmt: skip
_FRAMES = [
    "Much of the talk this year was about the {x}, and rightly so.",
    "Without the {x} none of this would have come about.",
    "What the {x} changed first was the pace of work.",
    "Few people outside the trade had heard of the {x} before.",
    "In the end the {x} paid for itself.",
]


def reexpanded_acronym(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Plant three or four expansions of one acronym; all but the first are defects."""
    long, short = chance.choice(_TERMS)
    new = []
    for number, frame in enumerate(chance.sample(_FRAMES, chance.choice([3, 4]))):
        form = long.title() if chance.random() < 0.25 else long
        term = f"{form} ({short})"
        new.append(frame.format(x=mark(term) if number else term))
    return insert(chance, paragraphs, new)


def duplicate_paragraph(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Say one long paragraph again, at least two blocks later."""
    long = [i for i, p in enumerate(paragraphs[:-2]) if len(p.split()) > 40 and p[0].isalpha()]
    if not long:
        return paragraphs
    source = chance.choice(long)
    place = chance.randint(source + 2, len(paragraphs))
    copy = paragraphs[source]
    if chance.random() < 0.5:
        words = copy.split(" ")
        words[len(words) // 2 : len(words) // 2 + 1] = []
        copy = " ".join(words)
    return [*paragraphs[:place], mark(copy), *paragraphs[place:]]


KINDS = [
    Kind("repetition/reexpanded-acronym", "expansion", reexpanded_acronym),
    Kind("repetition/duplicate-paragraph", "duplicate", duplicate_paragraph),
]
