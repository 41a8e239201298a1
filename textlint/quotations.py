"""Where a text is inside quotation marks."""

from __future__ import annotations

import re

# Opening mark → the marks that may close it. German, Polish and others close „ with “ or ”.
_CLOSING = {
    "“": "”\"",  # some programs write the closing mark straight
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’",
    '"': '"',
    "'": "'",
}
_MARK = re.compile("[“”„«»‹›「」『』‘’\"']")


def quoted_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open ranges of `text` inside quotation marks, the marks included.

    A quotation that is never closed runs to the end of the text, as in the first paragraphs of a long
    quotation; an unclosed single quote is an apostrophe and opens nothing. Nested quotations belong to
    the outer one. One pass over the marks.
    """
    ranges: list[tuple[int, int]] = []
    start: int | None = None
    opened = ""
    for match in _MARK.finditer(text):
        mark, place = match.group(), match.start()
        if start is None:
            if _opens(text, place, mark):
                start, opened = place, mark
        elif mark in _CLOSING[opened] and _closes(text, place, opened):
            ranges.append((start, place + 1))
            start = None
    if start is not None and opened not in "'‘»":
        if opened != '"' or _is_opening_straight(text, start):
            ranges.append((start, len(text)))
    return tuple(ranges)


def _opens(text: str, place: int, mark: str) -> bool:
    if mark not in _CLOSING:
        return False
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if mark in "'‘\"":
        # 2" screws, rock 'n' roll, the dogs' bowls: a straight mark opens only after white space or
        # an opening bracket and before a character that can begin a quotation.
        if before.isalnum() or after.isspace():
            return False
        if mark == "'" or mark == "‘":
            return _single_closes_later(text, place, mark)
    return mark != "»" or (before.isspace() and not after.isspace())


def _single_closes_later(text: str, place: int, mark: str) -> bool:
    close = _CLOSING[mark]
    limit = min(len(text), place + 400)
    for index in range(place + 1, limit):
        if text[index] == close and _closes(text, index, mark):
            return True
    return False


def _closes(text: str, place: int, opened: str) -> bool:
    if opened == "“" and text[place] == '"':
        return not text[place - 1].isspace()
    if opened not in "'‘":
        return True
    after = text[place + 1] if place + 1 < len(text) else " "
    return not after.isalnum() and not text[place - 1].isspace()


def _is_opening_straight(text: str, place: int) -> bool:
    return place + 1 < len(text) and not text[place + 1].isspace()
