"""A date and time stands alone on a line, without a word that says what happened then.

Scrapers take the timestamp of a page with them and leave its label behind, so the reader cannot tell
whether it is the time of publication, of an update or of the copy.

**How to fix.** Delete the line, or put the date into the front matter, or say what it is: "Updated
4 May 2024, 08:04".

**Known limits.** Only complete timestamps (a date with a time of day) are reported, and only at the
head or the tail of an article or between its parts, never in lists and tables of events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import BlockKind, Document
from textlint.model import Fix, Hit
from textlint.rule import Context, bad, good, rule

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:\d{{4}}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{{4}}|\d\d?\.? {_MONTH},? \d{{4}}|{_MONTH} \d\d?,? \d{{4}})"
_TIME = (
    r"\d\d?[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:utc|gmt|[a-z]{2,4}t|z|[+-]\d\d:?\d\d))?"
)
_TIMESTAMP = re.compile(rf"\W{{0,3}}(?:{_DATE}(?:,| at| -|t)? ?{_TIME}|{_TIME},? {_DATE})\W{{0,3}}")


@rule(
    "footer/bare-timestamp",
    summary="A date and time alone on a line, with nothing that says what it dates.",
    message='A timestamp stands alone: "{text}". Say what happened then, or delete it.',
    examples=[
        bad("The bridge opens on Monday.\n\n2024-05-04 08:04\n", at="2024-05-04 08:04"),
        bad("The bridge opens on Monday.\n\n4 May 2024, 08:04\n", at="4 May 2024, 08:04"),
        bad("The bridge opens.\n\nMay 4, 2024 8:04 am\n", at="May 4, 2024 8:04 am"),
        good("Updated 4 May 2024, 08:04\n", why="it says what happened then"),
        good("- 2024-05-04 08:04\n- 2024-05-05 09:00\n", why="a list of times is a schedule"),
        good("4 May 2024\n\nThe bridge opens.\n", why="a dateline without a time is usual"),
    ],
)
def bare_timestamp(document: Document, context: Context) -> Iterator[Hit]:
    for block in document.prose:
        if block.kind is BlockKind.PARAGRAPH and _TIMESTAMP.fullmatch(block.folded):
            yield Hit(
                block.content_span,
                {"text": block.text},
                fix=Fix(block.span, ""),
            )
