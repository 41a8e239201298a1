"""The document uses a term and, elsewhere, a synonym dictionary's version of the same term.

"The machine learning model" in one paragraph and "the gadget studying model" in another: nobody who
knows the term changes it on the way. Part of the text went through a program that puts synonyms
in the place of words, or parts of it come from different hands and nobody read the whole.

The finding marks the broken version and shows a place where the term itself is used.

**How to fix.** Use the term throughout, and compare the passage with the text from which it was made.

**Known limits.** Only versions that the generated dictionary of `spun/tortured-phrase` holds are known.
Quotations and articles about spinning are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit, Related
from textlint.rule import Context, bad, good, rule
from textlint_spun.tortured import phrases_of


@rule(
    "spun/mixed-term",
    summary="A term and a synonym dictionary's version of it in one document.",
    message='"{term}" and, in the same document, what a synonym dictionary makes of it: "{text}".',
    languages=["en"],
    examples=[
        bad(
            "The swimming pool has new tiles.\n\nThe swimming puddle reopens in May.\n",
            at="swimming puddle",
        ),
        bad(
            "Genuine estate is dear here. Most real estate belongs to the harbour.\n",
            at="Genuine estate",
        ),
        bad(
            "- olive lubricant, two spoons\n- bread\n\nWarm the olive oil first.\n",
            at="olive lubricant",
        ),
        good("The swimming pool has new tiles. The pool reopens in May.\n", why="the term only"),
        good("The olive oil is warm, and so is the water.\n", why="nothing is replaced"),
        good("They called the swimming pool a “swimming puddle”.\n", why="the second is quoted"),
    ],
)
def mixed_term(document: Document, context: Context) -> Iterator[Hit]:
    for phrase in phrases_of(document):
        if phrase.term_place is not None:
            first, *others = phrase.spans
            again = tuple(Related(span, f'"{phrase.text}" again') for span in others[:20])
            term = Related(phrase.term_place, f'here it is "{phrase.term}"')
            yield Hit(first, {"text": phrase.text, "term": phrase.term}, related=(term, *again))
