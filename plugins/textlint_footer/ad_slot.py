"""The label or the markup of an advertisement was copied: "Advertisement", `<ins class="adsbygoogle">`,
a comment that marks an ad.

The ad is gone and the label interrupts a sentence of the article; markup that still works shows ads of
the site the text was taken from, and earns for it.

**How to fix.** Delete it.

**Known limits.** Markup is recognised by the names of the large networks.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint.model import Fix, Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.markup import ad_markup
from textlint_footer.residue import hits

_CONTINUES = lazy_pattern(r"\bcontinues (?:below|after) (?:this )?ad")
_BETWEEN = lazy_pattern(
    r"(?:(?<=[.!?…”’\"'] )(?:Story|Article|Post|Content|Recipe)|(?:STORY|ARTICLE|POST|CONTENT|RECIPE))"
    r"(?i: continues (?:below|after) (?:this )?(?:ad|advert|advertisement))\b(?= [^\W\d_a-z]| [\"'“‘—–])"
)


@rule(
    "footer/ad-slot",
    summary="The label or the markup of an advertisement left in the text.",
    message='An advertisement left its place behind: "{quote}"{more}{software}.',
    examples=[
        bad("The tide came in.\n\nAdvertisement\n\nIt went out at six.\n", at="Advertisement"),
        bad("De vloed kwam op.\n\nAdvertentie\n", at="Advertentie"),
        bad(
            'The tide came in.\n\n<ins class="adsbygoogle" data-ad-slot="12"></ins>\n',
            at='<ins class="adsbygoogle" data-ad-slot="12"></ins>',
        ),
        bad(
            "The tide came in. Article continues below advertisement It went out at six.\n",
            at="Article continues below advertisement",
        ),
        good(
            "The story continues below the advertisement, on page four.\n",
            why="a sentence about a page",
        ),
        good("The advertisement cost the harbour two thousand pounds.\n", why="a sentence"),
        good("## Ads\n\nAn ad is a row with a picture, a price and a date.\n", why="a manual"),
        good('```html\n<ins class="adsbygoogle"></ins>\n```\n', why="code that is shown"),
    ],
)
def ad_slot(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "ad-slot")
    yield from _in_paragraphs(document)
    for span in ad_markup(document):
        quote = document.source[span.start : span.end].splitlines()[0][:60]
        values = {"quote": quote, "more": "", "software": ""}
        yield Hit(span, values, fix=Fix(span, ""))


def _in_paragraphs(document: Document) -> Iterator[Hit]:
    """Yield what stands between two sentences of a paragraph, into which a copy without lines has put it."""
    for block in document.blocks_matching(_CONTINUES):
        if not block.is_prose or block.in_quote:
            continue
        for match in _BETWEEN.finditer(block.text):
            if block.is_quoted(*match.span()):
                continue
            span = block.span_at(*match.span())
            values = {"quote": match[0], "more": "", "software": ""}
            yield Hit(span, values, fix=Fix(span, "", safe=False))
