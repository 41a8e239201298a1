"""A comment form, a comment count or a reader poll was copied: "Leave a Reply", "3 Comments", "Your
email address will not be published", "Was this article helpful? Yes No".

**Why it matters.** The copy has no form. What looks like an invitation leads nowhere, and comments of
strangers end up as part of the article.

**How to fix.** Delete the run.

**Known limits.** Readers' comments are covered where they stand between two pieces of the form's own
furniture; a comment that was copied alone looks like prose and is left alone. "Your name" and other
fields count beside a button or a line that only a form has: letters have them as well. No sentence
behind the last line of the form is taken for a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import hits


@rule(
    "footer/comment-form",
    summary="A comment form, a comment count or a reader poll left in the text.",
    message='A comment form or count was left behind: "{quote}"{more}{software}.',
    examples=[
        bad("The bell rang.\n\nLeave a Reply\n", at="Leave a Reply"),
        bad("The bell rang.\n\n0 comments\n", at="0 comments"),
        bad(
            "O sino tocou.\n\nNenhum comentário ainda. Seja o primeiro a comentar!\n",
            at="Nenhum comentário ainda. Seja o primeiro a comentar!",
        ),
        bad(
            "Dzwon zabił.\n\nTwój adres e-mail nie zostanie opublikowany.\n",
            at="Twój adres e-mail nie zostanie opublikowany.",
        ),
        good("The council had no comment.\n", why="a sentence"),
        good(
            "Ask for the key.\n\nYours,\n\nYour Name\n\nHe answers within a week.\n",
            why="the foot of a letter",
        ),
        good(
            "## Comments\n\nA comment begins with a number sign and ends with the line.\n",
            why="a manual",
        ),
        good(
            "- The counter said “0 Comments” on pages without comments (#431).\n", why="a changelog"
        ),
    ],
)
def comment_form(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "comment-form")
