"""The line with a post's tags or categories was copied: "Tags: bridges, ferries", "Filed under: News".

**Why it matters.** The tags were links into another site. As text they are keywords without a sentence,
which looks like keyword stuffing to a search engine.

**How to fix.** Delete the line and put the tags into the front matter.

**Known limits.** The keywords of a scientific abstract are its own and left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import hits


@rule(
    "footer/tag-list",
    summary="A post's tags or categories left in the text.",
    message='The line of tags was left behind: "{quote}"{more}{software}.',
    examples=[
        bad("The bridge swung.\n\nTags: bridges, ferries\n", at="Tags: bridges, ferries"),
        bad("The bridge swung.\n\nFiled under: News\n", at="Filed under: News"),
        bad("Il ponte girò.\n\nEtichette: ponti, traghetti\n", at="Etichette: ponti, traghetti"),
        good("---\ntags: bridges, ferries\n---\n\nThe bridge swung.\n", why="metadata"),
        good("Tags on the cables show which crew tightened them last.\n", why="a sentence"),
        good(
            "Topics: the bridge, its keeper, and the night of the flood.\n\nWe began with the keeper.\n",
            why="a sentence",
        ),
    ],
)
def tag_list(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "tag-list")
