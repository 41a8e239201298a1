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
from textlint.model import Fix, Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.markup import ad_markup
from textlint_footer.residue import hits


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
        good("The advertisement cost the harbour two thousand pounds.\n", why="a sentence"),
        good("## Ads\n\nAn ad is a row with a picture, a price and a date.\n", why="a manual"),
        good('```html\n<ins class="adsbygoogle"></ins>\n```\n', why="code that is shown"),
    ],
)
def ad_slot(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "ad-slot")
    for span in ad_markup(document):
        quote = document.source[span.start : span.end].splitlines()[0][:60]
        values = {"quote": quote, "more": "", "software": ""}
        yield Hit(span, values, fix=Fix(span, ""))
