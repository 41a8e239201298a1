"""A feed plugin's line "The post … appeared first on …" stands under the article.

The line is a machine's, made for readers of a feed. With its link it is at least a credit, though a
metadata field (`canonical`, `source`) would serve better; without the link it names a source that
nobody can reach.

**How to fix.** Say who published the article first in your own words and with a link, or in the
front matter, and delete the line.

**Known limits.** Only the machine's wording is reported. "Originally published in the Harbour
Gazette" is an editor's credit and left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textlint.document import Document
from textlint.model import Hit, Severity
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import hits


@rule(
    "footer/syndication-credit",
    summary='A feed plugin\'s "appeared first on" line left under the article.',
    message='A feed plugin\'s credit was left behind: "{quote}"{software}.',
    examples=[
        bad(
            "The dam held.\n\nThe post The dam held appeared first on Valley News.\n",
            at="The post The dam held appeared first on Valley News.",
        ),
        bad(
            "The dam held.\n\nThe post [The dam held](https://example.org/dam) appeared first on "
            "[Valley News](https://example.org).\n",
            at="The post [The dam held](https://example.org/dam) appeared first on "
            "[Valley News](https://example.org).",
        ),
        bad(
            "Der Damm hielt.\n\nDer Beitrag Der Damm hielt erschien zuerst auf Talbote.\n",
            at="Der Beitrag Der Damm hielt erschien zuerst auf Talbote.",
        ),
        good("The comet appeared first on Monday.\n", why="a sentence"),
        good("Originally published in the *Valley News* of 3 May.\n", why="an editor's credit"),
        good(
            "The post at the ford appeared first on maps of 1840, and nobody knows who drew it "
            "or why it vanished again from those of 1851.\n",
            why="a sentence about a post",
        ),
    ],
)
def syndication_credit(document: Document, context: Context) -> Iterator[Hit]:
    for hit in hits(document, "syndication-credit"):
        linked = any(link.is_external for link in document.links_in(hit.span))
        yield replace(hit, severity=Severity.NOTE) if linked else hit
