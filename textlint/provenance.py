"""What a document says about where it comes from, and which of two copies looks like the later one.

Nothing in a text proves which of two versions was first. What an editor would go by is: the date in
the metadata or in the path, a byline, and the furniture of another page that came along.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import NamedTuple

from textlint.document import BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.metadata import AUTHOR, DATE, values

BYTES = 6
_FORMAT = struct.Struct(">IBB")
_DATE = lazy_pattern(r"((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_UNDATED = 99999999
_LONGEST_LABEL = 8  # words


class Provenance(NamedTuple):
    """`date` as the number yyyymmdd, 0 for none; `furniture` counts lines that are no sentences."""

    date: int
    has_author: bool
    furniture: int

    def lateness(self, path: str) -> tuple[int, bool]:
        """Return what sorts the document that looks later behind the other: date, no byline.

        An undated document counts as later than a dated one: copies lose their metadata.
        """
        return (self.date or date_in(path) or _UNDATED, not self.has_author)


def date_in(text: str) -> int:
    """Return the first date of `text` (a path, a metadata value) as the number yyyymmdd, else 0."""
    match = _DATE.search(text)
    return int("".join(match.groups())) if match else 0


@lru_cache(maxsize=2)  # several rules ask about the document that is being checked
def provenance_of(document: Document) -> Provenance:
    dates = (date_in(value.value) for value in values(document, DATE))
    furniture = sum(
        1
        for block in document.prose
        if block.kind is not BlockKind.HEADING
        and len(block.words) <= _LONGEST_LABEL
        and not block.text.rstrip().endswith((".", "!", "?", ":", "…", "”", '"'))
    )
    return Provenance(
        date=next((date for date in dates if date), 0),
        has_author=next(values(document, AUTHOR), None) is not None,
        furniture=min(furniture, 255),
    )


def pack(provenance: Provenance) -> bytes:
    return _FORMAT.pack(*provenance)


def unpack(data: bytes) -> Provenance:
    date, has_author, furniture = _FORMAT.unpack(data)
    return Provenance(date, bool(has_author), furniture)
