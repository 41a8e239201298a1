"""Where a text is inside quotation marks."""

from __future__ import annotations

import re

from textlint.lazy import lazy_pattern

# Opening mark → the marks that may close it. German and Polish close „ with “ or ”, and whoever has
# no such key with a straight one; Swedish and Finnish use ” on both sides, German and Danish »…«.
_CLOSING = {
    "“": "”“",
    "”": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
}
_OPENERS: dict[str, str] = {}  # closing mark → the marks that it may close
for _opener, _closers in _CLOSING.items():
    for _closer in _closers:
        _OPENERS[_closer] = _OPENERS.get(_closer, "") + _opener

# Every mark; of the single ones only those that do not stand inside a word. The pattern begins with
# one class, which the search skips to, and looks back from behind the mark.
_MARK = lazy_pattern(
    r"[“”„‟«»‹›「」『』〝〞〟\"'‘’‚]"
    r"(?:(?<=[^'‘’‚])|(?<=['‘‚])(?<![\w.,!?…].)|(?<=\S['’])(?!\w))"
)
# What may stand directly before an opening mark: nothing, white space, a bracket, a dash, a mark.
_BEFORE = frozenset(" \t\n\u00a0\u202f\u2009([{—–-/“„«‘\"'¿¡>*_\ufffc")
# Words that begin with an apostrophe.
_ELISION = lazy_pattern(
    r"['‘’](?:\d\ds?\b|(?:tis|twas|twere|em|n|til|till|cause|cos|bout|round|neath|s|t)\b)",
    re.IGNORECASE,
)
_SENTENCE_END = lazy_pattern(r"(?<![.!?…])[.!?…]++[\"”’)]*+(?=\s)")

# Marks that open a quotation even when nothing closes it. A single mark or a guillemet that stands
# alone is an apostrophe or an arrow.
_MAY_STAY_OPEN = frozenset('“„‟「『〝"')
LONGEST_SINGLE = 400  # code points between single marks
LONGEST_OPEN = 300  # code points of a sentence that a mark which is never closed may cover


def quoted_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open ranges of `text` inside quotation marks, the marks included, in order.

    Nested quotations belong to the outer one. A mark that is never closed and stands at the beginning
    of the text, or behind a colon or comma, opens one of several quoted paragraphs: the quotation
    runs to the end. Anywhere else it is a slip, and covers no more than the rest of its sentence.
    One pass over the marks.
    """
    if text.isascii() and '"' not in text and "'" not in text:
        return ()
    marks = list(_MARK.finditer(text))
    if not marks:
        return ()
    ranges: list[tuple[int, int]] = []
    open_marks: list[tuple[str, int]] = []
    counts = dict.fromkeys(_CLOSING, 0)
    for match in marks:
        place = match.start()
        mark = text[place]
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        opener = _opener_to_close(mark, before, after, counts)
        if opener and not (mark == opener and _opens(text, mark, place, before, after)):
            while True:
                opened, start = open_marks.pop()
                counts[opened] -= 1
                if opened == opener:
                    break
            if opener not in "'‘‚" or place - start <= LONGEST_SINGLE:
                ranges.append((start, place + 1))
        elif mark in _CLOSING and _opens(text, mark, place, before, after):
            open_marks.append((mark, place))
            counts[mark] += 1
    ranges += _unclosed(text, open_marks)
    return _outermost(ranges)


def _opener_to_close(mark: str, before: str, after: str, counts: dict[str, int]) -> str:
    """Return the open mark that `mark` closes here, or "" if there is none."""
    for opener in _OPENERS.get(mark, ""):
        if counts[opener]:
            if mark in "'’" and (before.isspace() or after.isalnum()):
                return ""
            if mark == "“" and opener == "“" and (before.isspace() or after.isalnum()):
                return ""
            return opener
    return ""


def _opens(text: str, mark: str, place: int, before: str, after: str) -> bool:
    if mark in "“„‟「『〝":
        return mark != "“" or before in _BEFORE or not after.isspace()
    if mark in "«‹":
        return before in _BEFORE
    if before not in _BEFORE or after.isspace():
        return False
    if mark in "'‘" and _ELISION.match(text, place):
        return False
    return mark not in "'‘‚" or after.isalnum() or after in '…“"([¿¡\ufffc'


def _unclosed(text: str, open_marks: list[tuple[str, int]]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for mark, start in open_marks:
        if mark not in _MAY_STAY_OPEN or (ranges and start < ranges[-1][1]):
            continue
        lead = text[max(0, start - 8) : start].rstrip()
        if not lead.strip("—–-\ufffc") or lead[-1] in ":,：，":
            ranges.append((start, len(text)))
            break
        end = _SENTENCE_END.search(text, start, start + LONGEST_OPEN)
        ranges.append((start, end.end() if end else min(len(text), start + LONGEST_OPEN)))
    return ranges


def _outermost(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    if len(ranges) < 2:
        return tuple(ranges)
    kept: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return tuple(kept)
