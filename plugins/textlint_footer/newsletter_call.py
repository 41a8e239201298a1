"""The sign-up box of a newsletter or an account was copied: "Subscribe to our newsletter", the form's
fields, its thanks and its errors.

Nobody can sign up in a copy, and the reader is asked by somebody who does not publish this page.

**How to fix.** Delete the run. A call of your own keeps its link: `[Subscribe](address) to our letter`.

**Known limits.** A call that carries a link is taken for the publisher's own, unless it stands in a
run of other residue. In running text calls are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import hits


@rule(
    "footer/newsletter-call",
    summary="A newsletter's or an account's sign-up box left in the text.",
    message='A sign-up box was left behind: "{quote}"{more}{software}.',
    examples=[
        bad(
            "The choir won.\n\nSubscribe to our newsletter\n\nEnter your email address\n\nSign up\n",
            at="Subscribe to our newsletter\n\nEnter your email address\n\nSign up",
        ),
        bad(
            "El coro ganó.\n\nSuscríbete a nuestro boletín y recibe lo último del coro en tu correo\n",
            at="Suscríbete a nuestro boletín y recibe lo último del coro en tu correo",
        ),
        bad("Хор победил.\n\nПодпишитесь на нашу рассылку\n", at="Подпишитесь на нашу рассылку"),
        bad(
            "Der Chor gewann.\n\nJetzt Newsletter abonnieren und keine Nachricht vom Chor mehr verpassen!\n",
            at="Jetzt Newsletter abonnieren und keine Nachricht vom Chor mehr verpassen!",
        ),
        bad(
            "The choir won.\n\nJoin 900 singers! Leave us your email. No spam, ever.\n",
            at="Join 900 singers! Leave us your email. No spam, ever.",
        ),
        good(
            "The choir won.\n\n- Fixed: two members got the same mail.\n"
            "- Newsletter sign-up form, with double opt-in.\n",
            why="a list of changes, in whole sentences",
        ),
        good("The choir sells its newsletter at the door.\n", why="a sentence about a newsletter"),
        good(
            "## Subscribe\n\n`subscribe()` registers a callback and returns a token.\n",
            why="a manual",
        ),
        good("---\ntags:\n- newsletter\n---\n\nThe choir won.\n", why="a tag in the front matter"),
    ],
)
def newsletter_call(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "newsletter-call")
