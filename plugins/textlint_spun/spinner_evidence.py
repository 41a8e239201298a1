"""What a spinner left in a document, and what it weighs."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textlint.document import Block, Document
from textlint.model import Severity, Span
from textlint.phrases import PhraseMatch, PhraseTable
from textlint_spun.spinner_words import FAINT, STRONG, WEAK, spinner_table

SPINNER_PHRASES = PhraseTable.load("textlint_spun", "spinner-phrases.csv")
WINDOW = 1800  # code points of source, about 300 words
REACH = 6000  # about a thousand words: what stands farther apart does not bear out each other
LONG = 60_000  # code points: a text in which one string alone tells nothing
STRONG_TOGETHER = 2  # different strong expressions within REACH that prove a text spun
WEAK_TOGETHER = 3  # different weak ones within WINDOW that are worth a note
WEAK_PROOF = 6  # different weak ones within WINDOW that prove it
WEAK_BESIDE = 1  # of them within WINDOW of a strong one: as good as two strong ones


class Evidence(NamedTuple):
    """An expression of the text, what it stands for, and how telling it is (see `spinner_words`).

    `phrase` is the same for each place of an expression, `swap` for all expressions in which the same word
    was exchanged: they bear out each other only if these differ.
    """

    span: Span
    text: str
    term: str
    grade: str
    phrase: str
    swap: str


def evidence_of(document: Document, phrases: Sequence[PhraseMatch]) -> list[Evidence]:
    """Return fixed strings and broken neighbours outside quotations, by place, none overlapping."""
    found = sorted(fixed_strings(phrases), key=lambda one: one.span)
    found += _beside(found, _from_table(document))
    found.sort(key=lambda one: one.span)
    if _proof(found):
        found += _beside(found, _from_table(document, faint=True))
        found.sort(key=lambda one: one.span)
    return found


def fixed_strings(phrases: Sequence[PhraseMatch]) -> list[Evidence]:
    """Return the matches of `SPINNER_PHRASES` outside quotations."""
    return [
        Evidence(
            match.span,
            match.text,
            match.phrase.fields["stands_for"],
            STRONG if match.phrase.fields["strength"] == "strong" else WEAK,
            match.phrase.text,
            match.phrase.fields["stands_for"],
        )
        for match in phrases
        if not _is_quoted(match.block, match.start, match.end)
    ]


def _beside(found: Sequence[Evidence], more: Iterator[Evidence]) -> list[Evidence]:
    """Return what of `more` overlaps nothing that was `found`, which is in order of place."""
    starts = [one.span.start for one in found]
    kept = []
    for one in more:
        index = bisect_right(starts, one.span.start)
        around = found[max(index - 1, 0) : index + 1]
        if not any(one.span.start < o.span.end and o.span.start < one.span.end for o in around):
            kept.append(one)
    return kept


def _from_table(document: Document, *, faint: bool = False) -> Iterator[Evidence]:
    text, starts = document.folded_text, document.folded_starts
    for place in spinner_table().find(text, faint=faint):
        index = bisect_right(starts, place.start) - 1
        block, offset = document.blocks[index], starts[index]
        start, end = place.start - offset, place.end - offset
        if not block.is_prose or _is_quoted(block, start, end):
            continue
        said = block.text[start:end]
        if place.grade != STRONG and said.istitle():
            continue  # a name: "Digital Statistics Office"
        phrase = text[place.start : place.end]
        yield Evidence(block.span_at(start, end), said, place.term, place.grade, phrase, place.word)


def _is_quoted(block: Block, start: int, end: int) -> bool:
    return block.in_quote or block.is_quoted(start, end)


def weigh(found: Sequence[Evidence], length: int) -> Iterator[tuple[Evidence, Severity]]:
    """Yield what is worth saying of the evidence in a document of `length` code points.

    `found` is in order of place.
    """
    proof = _proof(found)
    weak = [one for one in found if one.grade == WEAK]
    dense = set(_together(weak, WINDOW, WEAK_TOGETHER))
    alone = {one for one in found if one.grade == STRONG and length < LONG}
    near = [one.span.start for one in found if one in proof]
    for one in found:
        if one in proof:
            yield one, Severity.WARNING
        elif one in dense or _is_near(one.span.start, near) or one in alone:
            yield one, Severity.NOTE


def _proof(found: Sequence[Evidence]) -> set[Evidence]:
    """Return the evidence that shows by its number and nearness that the text around it is spun."""
    told = [one for one in found if one.grade != FAINT]
    strong = [one for one in told if one.grade == STRONG]
    weak = [one for one in told if one.grade == WEAK]
    proof = set(_together(strong, REACH, STRONG_TOGETHER))
    proof.update(_together(weak, WINDOW, WEAK_PROOF))
    beside = _together(told, WINDOW, WEAK_BESIDE + 1)
    proof.update(one for one in beside if one.grade == STRONG)
    return proof


def _is_near(place: int, others: Sequence[int]) -> bool:
    index = bisect_right(others, place)
    return any(abs(place - other) <= REACH for other in others[max(index - 1, 0) : index + 1])


def _together(found: Sequence[Evidence], window: int, least: int) -> Iterator[Evidence]:
    """Yield those that stand with enough of different swaps within one window."""
    inside: Counter[str] = Counter()
    first = 0
    yielded = 0
    for last, one in enumerate(found):
        inside[one.swap] += 1
        while one.span.end - found[first].span.start > window:
            inside[found[first].swap] -= 1
            if not inside[found[first].swap]:
                del inside[found[first].swap]
            first += 1
        if len(inside) >= least:
            yield from found[max(first, yielded) : last + 1]
            yielded = last + 1
