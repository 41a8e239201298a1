"""A date and time stands alone on a line, without a word that says what happened then.

Scrapers take the timestamp of a page with them and leave its label behind, so the reader cannot tell
whether it is the time of publication, of an update or of the copy.

**How to fix.** Delete the line, or put the date into the front matter, or say what it is: "Updated
4 May 2024, 08:04".

**Known limits.** Only complete timestamps (a date with a time of day) are reported, and only at the
tail of an article or beside other residue: at its head a date is usual, in a log it is the subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import hits


@rule(
    "footer/bare-timestamp",
    summary="A date and time alone on a line, with nothing that says what it dates.",
    message='A timestamp stands alone: "{quote}"{more}. Say what happened then, or delete it.',
    examples=[
        bad("The bridge opens on Monday.\n\n2024-05-04 08:04\n", at="2024-05-04 08:04"),
        bad("The bridge opens on Monday.\n\n4 May 2024, 08:04\n", at="4 May 2024, 08:04"),
        bad("The bridge opens on May Day.\n\nMay 4, 2024 8:04 am\n", at="May 4, 2024 8:04 am"),
        bad(
            "Le pont ouvre lundi.\n\n4 mai 2024 à 08h04\n",
            at="4 mai 2024 à 08h04",
        ),
        bad(
            "Die Brücke öffnet am Montag.\n\n4. Mai 2024, 08:04 Uhr\n",
            at="4. Mai 2024, 08:04 Uhr",
        ),
        good("Updated 4 May 2024, 08:04\n", why="it says what happened then"),
        good("- 2024-05-04 08:04\n- 2024-05-05 09:00\n", why="a list of times is a schedule"),
        good(
            "Die Fähre fährt.\n\n1. Mai 2024, 08:04 Uhr\n2. Juni 2024, 09:00 Uhr\n",
            why="a list of times in German",
        ),
        good("4 May 2024\n\nThe bridge opens.\n", why="a dateline without a time is usual"),
        good(
            "2024-05-04 08:04\n\nThe bridge opened for the mail boat.\n\n"
            "2024-05-04 09:30\n\nIt closed again.\n",
            why="a log",
        ),
    ],
)
def bare_timestamp(document: Document, context: Context) -> Iterator[Hit]:
    yield from hits(document, "bare-timestamp")
