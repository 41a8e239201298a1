"""A consent banner was copied: "We use cookies to give you the best experience. Accept all".

The sentence speaks for another site, about cookies that this page does not set, and is a legal
statement nobody here has made.

**How to fix.** Delete it.

**Known limits.** A cookie or privacy policy consists of such sentences; a document that is one is
left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import hits


@rule(
    "footer/cookie-notice",
    summary="A cookie or consent banner left in the text.",
    message='A consent banner was left behind: "{quote}"{more}{software}.',
    examples=[
        bad(
            "The lake froze.\n\nWe use cookies to give you the best experience. Accept all\n",
            at="We use cookies to give you the best experience. Accept all",
        ),
        bad(
            "Der See fror zu.\n\nWir verwenden Cookies. Mit der Nutzung der Seite stimmen Sie dem zu.\n",
            at="Wir verwenden Cookies. Mit der Nutzung der Seite stimmen Sie dem zu.",
        ),
        bad("Göl dondu.\n\nTüm çerezleri kabul et\n", at="Tüm çerezleri kabul et"),
        good(
            "The regulator fined three sites whose banner said “Accept all” and nothing else.\n",
            why="a report",
        ),
        good(
            "# Cookie policy\n\nWe use cookies to remember your language.\n\nWe use no others.\n",
            why="a policy is about cookies",
        ),
        good(
            "Bake the cookies for nine minutes and accept that the first tray burns.\n",
            why="biscuits",
        ),
    ],
)
def cookie_notice(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "cookie-notice")
