"""An expression is broken in the way in which synonym dictionaries break it.

Programs that "spin" an article replace word after word with an entry of a dictionary and do not see
that the word was part of an expression: "in the" becomes "withinside the", "access" becomes "get right of
entry to", "credit card" becomes "credit score card". A reader stumbles over it, and a publisher who
knows these strings takes the page for a copy.

Each expression is reported once, with its further places beside it. One alone is a note; two
different ones in a document are warnings, as chance does not bring them together. Expressions
that somebody might write ("the smart domestic") are reported, as notes, only where three different ones
stand within 300 words, or beside such a warning.

**How to fix.** Put the original expression back, which the message names; better, go back to the text
from which this one was made, and see whether it may be published at all.

**Known limits.** Rewording by a language model or by a person leaves no such strings. Quotations and
articles about spinning are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit, Related, Severity
from textlint.phrases import PhraseMatch, PhraseTable
from textlint.rule import Context, bad, good, rule
from textlint_spun.about_spinning import is_about_spinning

SPINNER_PHRASES = PhraseTable.load("textlint_spun", "spinner-phrases.csv")
WINDOW = 1800  # code points of source, about 300 words
WEAK_TOGETHER = 3  # different weak expressions within a window


@rule(
    "spun/spinner-phrase",
    summary="A fixed string that a synonym dictionary leaves in place of a common expression.",
    message='"{text}" is what a synonym dictionary makes of "{term}".',
    languages=["en"],
    phrases=[SPINNER_PHRASES],
    examples=[
        bad(
            "The spare key is withinside the drawer, and visitors get right of entry to the tower.\n",
            at=["withinside the", "get right of entry to"],
        ),
        bad("The bell was cast via way of means of two brothers.\n", at="via way of means of"),
        bad(
            "Pay with a credit score card and keep in thoughts the hobby rate.\n",
            at=["credit score card", "keep in thoughts", "hobby rate"],
        ),
        bad(
            "The smart domestic tells the circle of relatives each 12 months what it used.\n",
            at=["smart domestic", "circle of relatives", "each 12 months"],
        ),
        good(
            "Spinners turn *in the* into “withinside the” and *access* into “get right of entry to”.\n",
            why="the strings are quoted",
        ),
        good(
            "## How article spinning works\n\n- in the: withinside the\n- by: via way of means of\n",
            why="the article is about spinning",
        ),
        good(
            "The council wants actual-time tracking of its buses.\n",
            why="a term of transport planning; one weak string means nothing",
        ),
        good("The machine is to be had for a song.\n", why="an idiom"),
    ],
)
def spinner_phrase(document: Document, context: Context) -> Iterator[Hit]:
    said = [m for m in context.phrases if not is_quoted(m)]
    if not said or is_about_spinning(document):
        return
    warned = len({m.phrase.text for m in said if is_strong(m)}) >= 2
    dense = set() if warned else _dense(sorted(said, key=lambda m: m.span))
    reported = [m for m in said if warned or is_strong(m) or m.phrase.text in dense]
    places: dict[str, list[PhraseMatch]] = {}
    for match in reported:
        places.setdefault(match.phrase.text, []).append(match)
    for matches in places.values():
        first = matches[0]
        yield Hit(
            first.span,
            {"text": first.text, "term": first.phrase.fields["stands_for"]},
            related=tuple(Related(m.span, f'"{m.text}" again') for m in matches[1:20]),
            severity=Severity.WARNING if warned and is_strong(first) else Severity.NOTE,
        )


def is_strong(match: PhraseMatch) -> bool:
    return match.phrase.fields["strength"] == "strong"


def is_quoted(match: PhraseMatch) -> bool:
    return match.block.in_quote or match.block.is_quoted(match.start, match.end)


def _dense(matches: list[PhraseMatch]) -> set[str]:
    """Return the phrases that stand with enough different others within one window."""
    dense: set[str] = set()
    inside: dict[str, int] = {}
    first = 0
    for match in matches:
        inside[match.phrase.text] = inside.get(match.phrase.text, 0) + 1
        while match.span.end - matches[first].span.start > WINDOW:
            gone = matches[first].phrase.text
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            first += 1
        if len(inside) >= WEAK_TOGETHER:
            dense.update(inside)
    return dense
