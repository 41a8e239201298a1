"""An expression is broken in the way in which synonym dictionaries break it.

Programs that "spin" an article replace word after word with an entry of a dictionary and do not see
that the word was part of an expression: "in the" becomes "withinside the", "access" becomes "get right of
entry to", "credit card" becomes "credit score card". Nor do they see what part of speech a word is:
"is only used" becomes "is handiest used", "most important" "maximum important". A reader stumbles over it,
and a publisher who knows these strings takes the page for a copy.

The rule knows fixed strings, and a table of the words that such programs write with the neighbours beside
which they break English. Each expression is reported once, with its further places beside it. What no
writer puts together is a note alone, unless the text is long as a book; two such strings of different
words within a thousand words are warnings, as chance does not bring them together. Expressions that
somebody might write ("the smart domestic") are notes where three different ones stand within 300 words,
warnings where six do, and notes wherever warnings stand near; one of them within 300 words of a string
that nobody writes makes that a warning.

**How to fix.** Put the original expression back, which the message names; better, go back to the text
from which this one was made, and see whether it may be published at all.

**Known limits.** Rewording by a language model or by a person leaves no such strings. Quotations and
articles about spinning are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit, Related, Severity
from textlint.rule import Context, bad, good, rule
from textlint_spun.about_spinning import is_about_spinning
from textlint_spun.spinner_evidence import SPINNER_PHRASES, Evidence, evidence_of, weigh


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
        bad(
            "The tower is handiest used in summer, and it is the maximum famous one of the town.\n",
            at=["handiest used", "maximum famous"],
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
        good(
            "The corner shop is handiest for the station; the maximum load is three tons.\n",
            why="the words in their own sense",
        ),
        good(
            "His reminiscences fill two volumes, and the celebrity signed them at a desk.\n",
            why="entries of the table beside words that they fit",
        ),
    ],
)
def spinner_phrase(document: Document, context: Context) -> Iterator[Hit]:
    found = evidence_of(document, context.phrases)
    if not found or is_about_spinning(document):
        return
    places: dict[str, list[tuple[Evidence, Severity]]] = {}
    for one, severity in weigh(found, len(document.source)):
        places.setdefault(one.phrase, []).append((one, severity))
    for same in places.values():
        first, _ = same[0]
        yield Hit(
            first.span,
            {"text": first.text, "term": first.term},
            related=tuple(Related(one.span, f'"{one.text}" again') for one, _ in same[1:20]),
            severity=max((severity for _, severity in same), key=_RANK.index),
        )


_RANK = (Severity.NOTE, Severity.WARNING)
