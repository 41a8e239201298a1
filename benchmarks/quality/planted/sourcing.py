"""Figures without a source, and sources without a name."""

from __future__ import annotations

import random
import re

from planted import Kind, mark

_MAKERS = [
    "Orlane Systems",
    "the Brackwater group",
    "Tessel Foods",
    "Kivu Mobility",
    "Halden & Roe",
]
_FIGURES = [
    "{maker} has invested ${n} million in the programme since it began.",
    "Sales of the new line rose by {p}% in the first half of the year.",
    "The company now employs {k},000 people in {s} countries.",
    "Some {n},000 households have signed up, and {maker} expects twice as many by the summer.",
    "Analysts put the value of the market at €{s} billion, with growth of {p}% a year.",
    "Nearly {p}% of customers said that they would pay more for it.",
    "The plant will cost ${s}.{k} billion and produce {n},000 units a month.",
    "Prices have fallen by {p} percent since 2019, and {n} million people have switched.",
]


def unsourced_figures(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Replace the article by one of figures alone: no link, no name that answers for them."""
    sentences = []
    for pattern in chance.sample(_FIGURES, chance.randint(4, 6)):
        text = pattern.format(
            maker=chance.choice(_MAKERS), n=chance.randint(12, 900), p=chance.randint(11, 89),
            k=chance.randint(2, 9), s=chance.randint(2, 40),
        )  # fmt: skip
        sentences.append(mark(text[0].upper() + text[1:]))
    filler = [
        "The change did not come overnight.",
        "Nobody in the trade seems to doubt where this is going.",
        "For the towns along the river it is a new chapter.",
        "What it means for the competition is another question.",
    ]
    body = [f"{chance.choice(filler)} {sentence}" for sentence in sentences]
    return ["# A market on the move", *body]


_SOURCES = [
    "Many experts believe that", "Research has shown that", "Insiders say that",
    "It is widely thought that", "Several studies suggest that", "Critics have argued that",
    "Sources familiar with the matter say", "Industry observers expect that",
]  # fmt: skip
_NAMES_SOMEBODY = re.compile(
    r"\]\(|\[\^|[\"“”‘’>]|\b(?:sa(?:id|ys)|told|according|wrote|reports?|study|survey)\b"
)
_CLAIMS = [
    "the old method will not survive the decade.",
    "most buyers never read the label.",
    "the merger was decided long before the vote.",
    "cold water is the better choice.",
    "the second version was delayed twice.",
]


def vague_attribution(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Plant three claims that somebody unnamed is said to make.

    Each goes where the next paragraph names nobody: a source that follows is an answer.
    """
    result = list(paragraphs)
    new = [mark(source) + " " + chance.choice(_CLAIMS) for source in chance.sample(_SOURCES, 3)]
    open_places = [i for i in range(1, len(result)) if not _NAMES_SOMEBODY.search(result[i])]
    places = sorted(chance.choice([*open_places, len(result)]) for _ in new)
    for place, paragraph in zip(reversed(places), new, strict=True):
        result.insert(place, paragraph)
    return result


def empty_link(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Plant a source note or a link that leads nowhere."""
    text = chance.choice(["Source:", "[the full report]()", "[source](#)", "Via:"])
    return [*paragraphs, mark(text)]


KINDS = [
    Kind("sourcing/unsourced-figures", "sourcing", unsourced_figures),
    Kind("sourcing/vague-attribution", "sourcing", vague_attribution),
    Kind("sourcing/empty-link", "sourcing", empty_link),
]
