"""The opening of the article is said twice.

A headline or standfirst that was pasted into the text comes again as its first sentence; a reworded
article repeats its opening as its close. The reader notices at once.

**How to fix.** Delete the one that says less.

**Known limits.** The first sentence of the text is compared with the two paragraphs that follow and
with the last one, and a headline with the block after it. At least 80 per cent of its two-word runs
must come again: a close that takes up the opening in other words is good style and stays silent. What
is said again below code, as above each example of a manual, is not reported either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from textlint.document import Block, BlockKind, Document, Sentence
from textlint.model import Hit, Related, Span
from textlint.rule import Context, bad, good, rule
from textlint_repetition.duplicate_paragraph import FEWEST_WORDS as FEWEST_FOR_A_DUPLICATE
from textlint_repetition.sections import is_headline, shows_code
from textlint_repetition.shingles import are_names_and_figures, shingles, words_of

FEWEST_WORDS = 10
FEWEST_WORDS_OF_A_HEADLINE = 5
SIMILAR = 0.8
_RUN = 2
_OPENING = 3  # paragraphs
_COMPARED = (BlockKind.HEADING, BlockKind.PARAGRAPH)


@rule(
    "repetition/restated-lead",
    summary="The first sentence or the headline is said a second time.",
    message="This says again, nearly word for word, what line {line} says.",
    severity="note",
    confidence="medium",
    examples=[
        bad(
            "The ferry steps will be shut from Monday for nine weeks of repairs.\n\n"
            "The ferry steps will be shut from Monday for nine weeks of repairs, and a bus will run.\n",
            at="The ferry steps will be shut from Monday for nine weeks of repairs, and a bus will run.",
        ),
        bad(
            "A salon may open right across the road from its rival, the court has ruled.\n\n"
            "The two shops stand 400 yards apart.\n\nNobody is packing a bag.\n\n"
            "A salon may open right across the road from its old rival, the court has ruled.\n",
            at="A salon may open right across the road from its old rival, the court has ruled.",
        ),
        bad(
            "# Two valley savings banks to merge in July\n\n"
            "Two valley savings banks to merge in July\n\nTheir boards wrote to customers.\n",
            at="Two valley savings banks to merge in July",
        ),
        good(
            "The ferry steps will be shut from Monday for nine weeks of repairs.\n\n"
            "The wall behind them has been leaking since February.\n\n"
            "In August, then, people may walk down to the boats again.\n",
            why="the close takes up the opening in its own words",
        ),
        good(
            "# Ferry steps to close\n\nThe ferry steps are to close on Monday.\n",
            why="a lead says what its headline says",
        ),
        good(
            "The first example creates a balancer with a listener in a network of your own.\n\n"
            "```sh\ncreate --name one\n```\n\n"
            "The first example creates a balancer with a listener in a network of your own, and waits.\n",
            why="what is said above two pieces of code",
        ),
        good("Good morning.\n\nGood morning.\n", why="too short to tell"),
    ],
)
def restated_lead(document: Document, context: Context) -> Iterator[Hit]:
    blocks = _compared(document.prose)
    headline, following = next(blocks, None), next(blocks, None)
    if headline is None or following is None:
        return
    if is_headline(headline):
        words = words_of(headline)
        if len(words) >= FEWEST_WORDS_OF_A_HEADLINE and words == words_of(following):
            yield _hit(document, following.content_span, headline.content_span)
    paragraphs = [*_opening(document), *_close(document)]
    if not paragraphs or not paragraphs[0].sentences:
        return
    lead = paragraphs[0].sentences[0]
    words = _words(lead)
    if len(words) < FEWEST_WORDS:
        return
    runs = shingles(words, _RUN)
    for block in paragraphs[1:]:
        whole = words_of(block)
        # Each word that is missing here, but for the first, ends a run that is missing too.
        missing = len(set(words).difference(whole)) - (_RUN - 1)
        if len(runs) - missing < SIMILAR * len(runs):
            continue
        if len(whole) >= FEWEST_FOR_A_DUPLICATE and whole == words_of(lead.block):
            continue  # a whole paragraph twice is another finding
        for sentence in block.sentences:
            again = _words(sentence)
            if len(runs & shingles(again, _RUN)) < SIMILAR * len(runs):
                continue
            if shows_code(document, lead.span.end, sentence.span.end):
                continue  # "This example creates …" above each example
            if not are_names_and_figures(set(words) - set(again), lead.block):
                yield _hit(document, sentence.span, lead.span)


def _compared(blocks: Iterable[Block]) -> Iterator[Block]:
    return (b for b in blocks if b.kind in _COMPARED and not b.in_quote)


def _opening(document: Document) -> list[Block]:
    """Return the first three paragraphs, which hold the lead and what follows it."""
    paragraphs = (b for b in _compared(document.prose) if not is_headline(b))
    return list(islice(paragraphs, _OPENING))


def _close(document: Document) -> list[Block]:
    """Return the last paragraph that is long enough, unless it belongs to the opening."""
    for block in _compared(reversed(document.prose)):
        if block.text.count(" ") >= FEWEST_WORDS - 1 and not is_headline(block):
            return [] if any(block is other for other in _opening(document)) else [block]
    return []


def _words(sentence: Sentence) -> list[str]:
    return words_of(sentence.block, sentence.start, sentence.end)


def _hit(document: Document, span: Span, first: Span) -> Hit:
    line = document.lines.line(first.start)
    return Hit(span, {"line": line}, related=(Related(first, "said here first"),))
