"""An established term stands in the words of a synonym dictionary: "counterfeit consciousness".

A program that puts synonyms in the place of words does not know that some words belong together.
"Artificial intelligence" becomes "counterfeit consciousness", "breast cancer" "bosom malignancy", "swimming
pool" "swimming puddle". Nobody looks for these words, nobody understands them, and they show that the
text was taken from somewhere and disguised.

The phrases come from a dictionary that is generated from lists of established terms and from
thesauri, and holds only what such a program is much likelier to write than a person. Each phrase is
reported once, with its further places beside it, and names the term, or the word, that it most likely
stands for. One alone is a note; two for different terms in a document are warnings. What a person may
write ("the traffic design" for "pattern") is reported where three terms are broken, one of them as nobody
would, or four within 300 words; what keeps the sense ("the target crowd") beside two that nobody writes.
A document that uses the term as well gets `spun/mixed-term` instead.

**How to fix.** Put the term back; better, go back to the text from which this one was made, and see whether
it may be published at all.

**Known limits.** English only. A term that is not in the inventory, and a replacement that no thesaurus
has, are not seen. Quotations and articles about spinning are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit, Related, Severity
from textlint.rule import Context, bad, good, rule
from textlint_spun.tortured import phrases_of


@rule(
    "spun/tortured-phrase",
    summary="An established term in the words of a synonym dictionary.",
    message='"{text}" is what a synonym dictionary makes of "{term}".',
    languages=["en"],
    examples=[
        bad("The swimming puddle reopens in May.\n", at="swimming puddle"),
        bad(
            "Bosom malignancy was found early, and the vitality utilization of the ward fell.\n",
            at=["Bosom malignancy", "vitality utilization"],
        ),
        bad(
            "## Genuine estate\n\nShe sells genuine estate and olive lubricant.\n",
            at=["Genuine estate", "olive lubricant"],
        ),
        bad(
            "It took a mean solar day to write the linguistic communication course for the school band. "
            "A mathematical product was its first lesson, and the first to help oneself was the teacher.\n",
            at=[
                "mean solar day",
                "linguistic communication",
                "mathematical product",
                "help oneself",
            ],
        ),
        good("It took a mean solar day, not a sidereal one.\n", why="one that a person may write"),
        good("The swimming pool reopens in May.\n", why="the term itself"),
        good("They wrote “swimming puddle” on the door.\n", why="quoted"),
        good(
            "# Tortured phrases\n\n- genuine estate\n- bosom malignancy\n",
            why="the article is about them",
        ),
        good("Call `genuine estate()` first.\n", why="code"),
        good("The water was genuine. Estate cars stood outside.\n", why="two sentences"),
    ],
)
def tortured_phrase(document: Document, context: Context) -> Iterator[Hit]:
    found = phrases_of(document)
    terms = {phrase.term for phrase in found}
    severity = Severity.WARNING if len(terms) >= 2 else Severity.NOTE
    for phrase in found:
        if phrase.term_place is not None:
            continue
        first, *others = phrase.spans
        yield Hit(
            first,
            {"text": phrase.text, "term": phrase.term},
            related=tuple(Related(span, f'"{phrase.text}" again') for span in others[:20]),
            severity=severity,
        )
