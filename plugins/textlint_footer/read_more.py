""" "Read more" or "Continue reading" stands alone, and nothing can be clicked.

A teaser on an overview page ended in this link. In the copy the target is gone: either the rest of
the article is missing, or the line is.

**How to fix.** Delete the line, or give it its target: `Read more: [title](address)`.

**Known limits.** A line that is itself a link, or that is followed by one, has its target and is
left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import hits


@rule(
    "footer/read-more",
    summary='A teaser link ("Read more") without a target.',
    message='"{quote}"{more} has no target: the link was lost, and perhaps the rest of the text{software}.',
    examples=[
        bad("The mill was sold in May.\n\nRead More\n", at="Read More"),
        bad(
            "The mill was sold in May.\n\nContinue reading →\n\nThe owner is unknown.\n",
            at="Continue reading →",
        ),
        bad("El molino se vendió en mayo.\n\nSeguir leyendo\n", at="Seguir leyendo"),
        bad("Молин продан в мае.\n\nЧитать далее\n", at="Читать далее"),
        good(
            "Read more: [How the mill was sold](https://example.org/mill)\n",
            why="it has its target",
        ),
        good("[Read more](https://example.org/mill)\n", why="the line is a link"),
        good("Read more carefully: the recipe says 60 g, not 600.\n", why="a sentence"),
        good("**Read more**\n\n- [The mill](https://example.org/mill)\n", why="a label of links"),
    ],
)
def read_more(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "read-more")
