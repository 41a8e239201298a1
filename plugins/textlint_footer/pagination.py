"""Links to the neighbouring posts or pages were copied: "← Previous Post | Next Post →", "Page 1 of 3".

**Why it matters.** There is no next page here. "Page 1 of 3" also says that two thirds are missing.

**How to fix.** Delete the line, after a look whether the other pages came along.

**Known limits.** Links between the chapters of a manual are its own and left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import hits


@rule(
    "footer/pagination",
    summary="Links to other pages of the site, or page numbers, left in the text.",
    message='Links to the neighbouring pages were left behind: "{quote}"{more}{software}.',
    examples=[
        bad(
            "The kiln cooled.\n\n← Previous Post | Next Post →\n",
            at="← Previous Post | Next Post →",
        ),
        bad("The kiln cooled.\n\nPage 1 of 3\n", at="Page 1 of 3"),
        bad(
            "Der Ofen kühlte ab.\n\nVorheriger Beitrag\n\nNächster Beitrag\n",
            at="Vorheriger Beitrag\n\nNächster Beitrag",
        ),
        good("[Next: glazing](glazing.md)\n", why="a chapter's own link"),
        good("Page 1 of the ledger is missing.\n", why="a sentence"),
        good("The kiln cooled.\n\nNext\n", why="one word says too little"),
    ],
)
def pagination(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "pagination")
