"""The passages of a copy and its original that tell the same, for people to read side by side."""

from __future__ import annotations

from collections import Counter

from textlint.document import BlockKind, Document
from textlint.model import Related, Span
from textlint_spun.rarity import idf_of
from textlint_spun.terms import mentions

MOST_PASSAGES = 5
_FEWEST_TERMS = 2
_MOST_SENTENCES = 8  # that hold a term: beyond that it says nothing about a place


class _Places:
    """The terms of one document: their idf, and the sentences that hold them."""

    def __init__(self, document: Document) -> None:
        self.sentences = document.sentences
        self.idf: dict[int, float] = {}
        self.texts: dict[int, str] = {}
        self.holders: dict[int, list[int]] = {}
        for mention in mentions(document):
            key = mention.term.hash
            self.idf[key] = idf_of(mention.term.level)
            self.texts[key] = mention.text
            holders = self.holders.setdefault(key, [])
            if not holders or holders[-1] != mention.sentence:
                holders.append(mention.sentence)


def aligned(
    document: Document, original: Document | None, path: str
) -> tuple[Span, tuple[Related, ...]]:
    """Return the best-matching passage of `document`, and all matching ones as related places.

    Pairs of sentences are taken greedily by the idf of the terms they share, each sentence once, at
    most `MOST_PASSAGES`. The related places come in the order of the document: one in the original,
    and one in the document itself unless that is where the finding is.
    """
    if original is None:
        return _opening(document), ()
    mine, theirs = _Places(document), _Places(original)
    weights: Counter[tuple[int, int]] = Counter()
    shared: dict[tuple[int, int], list[int]] = {}
    for key in sorted(mine.holders.keys() & theirs.holders.keys()):
        here, there = mine.holders[key], theirs.holders[key]
        if len(here) * len(there) <= _MOST_SENTENCES:
            for one in here:
                for two in there:
                    weights[one, two] += round(1000 * mine.idf[key])
                    shared.setdefault((one, two), []).append(key)
    chosen: list[tuple[int, int]] = []
    for pair, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        taken = any(pair[0] == one or pair[1] == two for one, two in chosen)
        if not taken and len(shared[pair]) >= _FEWEST_TERMS:
            chosen.append(pair)
            if len(chosen) == MOST_PASSAGES:
                break
    if not chosen:
        return _opening(document), (Related(_opening(original), "The other article", path),)
    best = chosen[0]
    related: list[Related] = []
    for number, pair in enumerate(sorted(chosen), start=1):
        said = ", ".join(sorted({theirs.texts[key] for key in shared[pair]}, key=str.lower)[:6])
        if pair != best:
            related.append(Related(mine.sentences[pair[0]].span, f"passage {number}: {said}"))
        place = theirs.sentences[pair[1]].span
        related.append(Related(place, f"passage {number}: {said}", path))
    return mine.sentences[best[0]].span, tuple(related)


def _opening(document: Document) -> Span:
    for block in document.prose:
        if block.kind is not BlockKind.HEADING and block.sentences:
            return block.sentences[0].span
    return Span(0, min(1, len(document.source)))
