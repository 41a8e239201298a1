"""The trail or the menu of a site was copied: "Home > News > Harbour", "Skip to content", "About us",
"Contact", "Careers".

**Why it matters.** It describes the place of the text on another site. In the copy it is a row of words
without a verb that programs read as the first or the last sentence of the article.

**How to fix.** Delete the run.

**Known limits.** Words such as "News" or "About" are only a menu when several stand together at the
head or the tail. Links to the parts of a manual are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import hits


@rule(
    "footer/breadcrumb",
    summary="A breadcrumb trail or a site menu left in the text.",
    message='Site navigation was left behind: "{quote}"{more}{software}.',
    examples=[
        bad("Home > News > Harbour\n\nThe crane was lifted in.\n", at="Home > News > Harbour"),
        bad(
            "Accueil » Actualités » Port\n\nLa grue est arrivée.\n",
            at="Accueil » Actualités » Port",
        ),
        bad(
            "The crane was lifted in on Monday.\n\nAbout us\n\nCareers\n\nContact\n\nPress\n",
            at="About us\n\nCareers\n\nContact\n\nPress",
        ),
        good("Open File > Settings > Plugins and press Install.\n", why="a path in a program"),
        good("# News\n\nThe crane was lifted in.\n", why="a heading"),
        good("Home is where the crane is.\n", why="a sentence"),
    ],
)
def breadcrumb(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "breadcrumb")
