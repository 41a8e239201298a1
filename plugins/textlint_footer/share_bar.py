"""The names of share buttons, "Share this:", "0 shares" or a view counter stand in the text.

On the page these were icons and links. In a copy they are a row of company names that interrupts
the reader and tells every reader, and every program, that nobody looked at the end of the article.

**How to fix.** Delete the line, or the whole run; the fix does that.

**Known limits.** A single name such as "Facebook" is only residue in company. Sentences that ask
readers to follow somebody ("Follow us on Mastodon.") are the author's own and left alone unless they
stand in a run of other residue.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import hits


@rule(
    "footer/share-bar",
    summary="Share buttons, follow buttons or their counters left in the text.",
    message='Share buttons were left behind: "{quote}"{more}{software}.',
    examples=[
        bad(
            "The ferry sails again on Monday.\n\nShare this: Facebook | X | WhatsApp\n",
            at="Share this: Facebook | X | WhatsApp",
        ),
        bad(
            "Il traghetto riparte lunedì.\n\nCondividi\n\nFacebook\n\nTwitter\n\nWhatsApp\n",
            at="Condividi\n\nFacebook\n\nTwitter\n\nWhatsApp",
        ),
        bad(
            "The weir was rebuilt.\n\nClick to share on Facebook (Opens in new window)\n",
            at="Click to share on Facebook (Opens in new window)",
        ),
        bad(
            "Die Fähre fährt wieder.\n\nArtikel teilen: Facebook | X | E-Mail\n",
            at="Artikel teilen: Facebook | X | E-Mail",
        ),
        bad("The weir was rebuilt.\n\nPost Views: 1,204\n", at="Post Views: 1,204"),
        good(
            "The council posts its minutes on Facebook, Twitter and Telegram.\n",
            why="a sentence about networks",
        ),
        good(
            "# Networks we compared\n\n- Facebook\n- Twitter\n- Telegram\n",
            why="a list that is the article's subject",
        ),
        good(
            "## Share this\n\nThe button calls `share()` and opens the dialog of the system.\n",
            why="a section about a button",
        ),
    ],
)
def share_bar(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "share-bar")
