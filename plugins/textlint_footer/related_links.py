"""A box that recommended other pages was copied: "You may also like", "Most read", with or without the
headlines that stood in it; or the furniture of an author box.

The headlines lead nowhere, and a search engine or a summary takes them for part of the story.

**How to fix.** Delete the run, or make it a list of real links.

**Known limits.** A label that is followed by links is the author's own list and left alone, unless it
stands in a run of other residue. Headlines after the label count as part of the box up to the end of
the document, in the middle of an article only when they are glued to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import hits


@rule(
    "footer/related-links",
    summary="Recommendations of other pages left in the text.",
    message='Recommendations of other pages were left behind: "{quote}"{more}{software}.',
    examples=[
        bad(
            "The orchard bloomed twice.\n\nYou may also like\n\nTen pears worth planting\n\n"
            "A year among bees\n",
            at="You may also like\n\nTen pears worth planting\n\nA year among bees",
        ),
        bad("Der Obstgarten blühte zweimal.\n\nMehr zum Thema\n", at="Mehr zum Thema"),
        bad("果樹園は二度咲いた。\n\n関連記事\n", at="関連記事"),
        good(
            "## See also\n\n- [Pears](https://example.org/pears)\n- [Bees](https://example.org/bees)\n",
            why="real links",
        ),
        good(
            "## Useful links\n\nA few pages that helped while this was written:\n\n"
            "- [Grafting](https://example.org/grafting)\n\n- The actual [plan](https://example.org/plan)\n",
            why="a section of an article, with its links",
        ),
        good("Related work in the orchard began in 1911.\n", why="a sentence"),
        good(
            "## Related posts\n\nThe plugin finds them by their tags and sorts them by date.\n",
            why="a manual",
        ),
    ],
)
def related_links(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "related-links")
