"""The author tells two things of himself that cannot both be true.

"My husband and I, who run a guesthouse" in one paragraph and "travelling alone, as a widow" in the next;
a ninth birthday last week and fifteen years behind the counter; ten years in the trade here and
twenty-five there. Details like these are made up anew each time a paragraph is rewritten on its own.

**How to fix.** Ask the author which of the two is true. If there is no author to ask, take both out.

**Known limits.** English only, and only what is told outside quotations: ages, spouses, children,
parents, birthplaces, employers, schooling, working years and places, what somebody cannot do and does.
A second marriage or a former employer that is not called so looks like a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit, Related
from textlint.rule import Context, bad, good, rule
from textlint_persona.claim import Claim, shorten
from textlint_persona.claims import claims_of
from textlint_persona.contradictions import Contradiction, contradictions
from textlint_persona.further_places import further_places
from textlint_persona.scenes import sentence_counts
from textlint_persona.self_facts import Fact, facts_of

_MOST_FACTS = 60  # keeps hostile texts linear


@rule(
    "persona/conflicting-facts",
    summary="The author tells two things of himself that cannot both be true.",
    message='{what}: "{first}" here, "{second}" in line {line}.',
    languages=("en",),
    examples=[
        bad(
            "My husband Piet and I run a small mill.\n\n"
            "Travelling alone, as a widow of sixty, I was glad of the company.\n",
            at="My husband Piet and I run a small mill",
        ),
        bad(
            "As an upholsterer with over 10 years of experience, I buy good thread.\n\n"
            "The price of wool rose.\n\n"
            "As an upholsterer with 25 years of experience, I save on nothing else.\n",
            at="As an upholsterer with over 10 years of experience",
        ),
        bad(
            "My wife grows the tomatoes.\n\nMy husband cooks them, and I eat them.\n",
            at="My wife grows the tomatoes",
        ),
        good(
            "My first husband grew tomatoes.\n\nMy wife grows beans.\n",
            why="a marriage that is over",
        ),
        good(
            "“My wife keeps the books,” said Olav Reine.\n\nMy husband was not convinced.\n",
            why="somebody else's wife",
        ),
        good(
            "I have worked at the mill for ten years.\n\n"
            "In my twenty-five years as a miller I have never seen such wheat.\n",
            why="one post among several",
        ),
    ],
)
def conflicting_facts(document: Document, context: Context) -> Iterator[Hit]:
    for found in contradictions(document):
        first, second = sorted((found.first, found.second), key=lambda told: told.span)
        line = document.lines.line(second.span.start)
        yield Hit(
            first.span,
            {
                "what": found.about,
                "first": shorten(first.text),
                "second": shorten(second.text),
                "line": line,
            },
            _related(document, found, second),
        )


def _related(document: Document, found: Contradiction, second: Fact | Claim) -> tuple[Related, ...]:
    beside: list[Fact | Claim] = [*_more(document, found), *_beside(document, found)]
    told = [each.span for each in (found.first, found.second, *beside)]
    return (
        *(Related(each.span, f'says "{shorten(each.text)}"') for each in (second, *beside)),
        *(Related(place, "is in the first person too") for place in further_places(document, told)),
    )


def _more(document: Document, found: Contradiction) -> Iterator[Fact]:
    """Yield what else is told of the same kind: "my daughter" beside three boys and no children."""
    told = [found.first.span, found.second.span]
    for fact in facts_of(document)[:_MOST_FACTS]:
        span = fact.span
        if fact.kind == found.first.kind and not any(
            span.start < known.end and known.start < span.end for known in told
        ):
            told.append(span)
            yield fact


def _beside(document: Document, found: Contradiction) -> Iterator[Claim]:
    """Yield what else is told of the author in a text that hardly says "I": it needs a look too."""
    sentences, personal = sentence_counts(document)
    if personal > _HARDLY * sentences:
        return
    for claim in claims_of(document)[:_MOST_CLAIMS]:
        if all(claim.block is not told.block for told in (found.first, found.second)):
            yield claim


_HARDLY, _MOST_CLAIMS = 0.4, 12
