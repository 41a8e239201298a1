"""A publication is cited in a document that links to nothing.

"A report by the harbour board", "the ministry's figures": the reader learns whose they are but has to
look for them. A single link would do, and the document has none at all.

**How to fix.** Link the report, or give its title and date.

**Known limits.** One finding for a document, with all citations as related places. Articles from print
have their reasons to link nothing, which is why the rule runs in the strict profile only. English
only.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import BlockKind, Document
from textlint.metadata import CREDIT, ORIGINAL, values
from textlint.model import Hit, Related, Span
from textlint.rule import Context, bad, good, rule
from textlint_sourcing.evidence import Evidence, Rung, has_link, publications_in


@rule(
    "sourcing/unlinked-attribution",
    summary="A publication is cited and the whole document links to nothing.",
    message="{citations} cited here, and the document links to nothing.",
    severity="note",
    confidence="medium",
    profile="strict",
    languages=("en",),
    about_document=True,
    examples=[
        bad(
            "The wall leaks. A report by the Kelby Water Board says so.\n",
            at="A report by the Kelby Water Board says so.",
        ),
        bad(
            "The ministry's figures show a rise in tolls.\n\nThe wall is older than it looks.\n",
            at="The ministry's figures show a rise in tolls.",
        ),
        bad(
            "The owner said in a statement that the ferry will run. It did not run.\n",
            at="The owner said in a statement that the ferry will run.",
        ),
        good(
            "A [report by the Kelby Water Board](https://kelby.example/wall) says so.\n",
            why="the report is linked",
        ),
        good("The wall leaks, and nobody knows why.\n", why="nothing is cited"),
        good(
            "---\nsource: https://kelby.example/wall\n---\nA report by the Kelby Water Board says so.\n",
            why="the source stands in the metadata",
        ),
    ],
)
def unlinked_attribution(document: Document, context: Context) -> Iterator[Hit]:
    if has_link(document) or document.footnotes or any(values(document, (*ORIGINAL, *CREDIT))):
        return
    if any(block.kind is BlockKind.CODE for block in document.blocks):
        return  # "data from the stream" is no publication
    found = [e for block in document.prose for e in publications_in(block)]
    if any(evidence.rung is Rung.CITED for evidence in found):
        return
    spans = list(dict.fromkeys(_sentence(e) for e in found if e.rung is Rung.PUBLISHED))
    if spans:
        number = "A publication is" if len(spans) == 1 else f"{len(spans)} publications are"
        related = tuple(Related(span, "cited without a link") for span in spans[1:])
        yield Hit(spans[0], {"citations": number}, related=related)


def _sentence(evidence: Evidence) -> Span:
    block = evidence.block
    for sentence in block.sentences:
        if sentence.start <= evidence.start < sentence.end:
            return sentence.span
    return block.content_span
