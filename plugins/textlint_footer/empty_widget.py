"""A widget of the page had nothing to show, could not load, or asked the reader to log in, and what it
said then was copied as if it were text: "Sorry. No data so far.", "Nothing found.", "You have read
1 of 3 free articles".

The sentence is false in its new place, and it names the software of the page it came from.

**How to fix.** Delete the line.

**Known limits.** The wordings come from tables of themes, plugins and paywalls; a widget of a site's
own making is found only beside other residue.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import hits


@rule(
    "footer/empty-widget",
    summary="What an empty or broken widget of the page said.",
    message='"{quote}"{more} is what a widget of the page says when it has nothing to show{software}.',
    examples=[
        bad("The lock reopened.\n\nSorry. No data so far.\n", at="Sorry. No data so far."),
        bad(
            "The lock reopened.\n\nNothing found. Please check back later.\n",
            at="Nothing found. Please check back later.",
        ),
        bad("L’écluse a rouvert.\n\nAucun article similaire\n", at="Aucun article similaire"),
        bad(
            "The lock reopened.\n\nYou have read 1 of 3 free articles this month\n",
            at="You have read 1 of 3 free articles this month",
        ),
        good(
            "The search returns “Nothing found” when the index is empty.\n",
            why="quoted in a sentence",
        ),
        good(
            "## No results found\n\nCheck the spelling of the street and try again.\n",
            why="a section of a manual",
        ),
        good("> Nothing found.\n", why="a quotation"),
    ],
)
def empty_widget(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "empty-widget")
