"""Applying fixes to a text: which of them at once, and how the bytes of a file come back.

Only safe fixes are applied, and only those of findings that nobody suppressed or accepted: they delete
furniture or repair characters, and no sentence changes its meaning.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from textlint.decoding import decode
from textlint.lines import LINE_END
from textlint.model import Finding, Fix

MOST_ROUNDS = (
    10  # a fix may uncover another one; rules that undo each other must not go on for ever
)

_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


class UnfixableError(Exception):
    """A file that cannot be changed without harm to the rest of it; the text says why."""


def applicable(findings: Iterable[Finding]) -> list[tuple[Finding, Fix]]:
    """Return the findings whose fixes can be applied together, in order of place.

    Of two fixes that overlap, or insert at one place, the first stays: the one that starts earlier,
    of those the longer one, of those the one whose rule comes first. The other is tried again on the
    text that results.
    """
    fixes = [
        (finding, finding.fix)
        for finding in findings
        if finding.fix is not None and finding.fix.safe and not finding.suppressed
    ]
    fixes.sort(key=lambda pair: (pair[1].span.start, -pair[1].span.end, pair[0].rule))
    chosen: list[tuple[Finding, Fix]] = []
    for finding, fix in fixes:
        before = chosen[-1][1].span if chosen else None
        if (
            before is None
            or fix.span.start > before.end
            or (fix.span.start == before.end and len(before) and len(fix.span))
        ):
            chosen.append((finding, fix))
    return chosen


def apply(source: str, fixes: Iterable[Fix]) -> str:
    """Return `source` with `fixes`, which are in order of place and do not overlap.

    Line breaks of a replacement are written as the first one of the text is.
    """
    first = LINE_END.search(source)
    line_end = "\n" if first is None else first.group()
    pieces: list[str] = []
    reached = 0
    for fix in fixes:
        pieces += [source[reached : fix.span.start], LINE_END.sub(line_end, fix.replacement)]
        reached = fix.span.end
    return "".join([*pieces, source[reached:]])


def encode_like(data: bytes, text: str) -> bytes:
    """Return `text` as bytes in the encoding of `data`, with its byte-order mark if it has one.

    Raises `UnfixableError` when the text of `data` does not lead back to `data`: writing would then
    change more than what was fixed; and when the new bytes would not be read as `text`.
    """
    decoded = decode(data)
    if decoded.text is None:
        raise UnfixableError("it is no text")
    mark = _MARKS[decoded.encoding] if decoded.had_bom else b""
    try:
        if mark + decoded.text.encode(decoded.encoding) != data:
            raise UnfixableError("not all of its bytes are valid text, and the others must stay")
        encoded = mark + text.encode(decoded.encoding)
    except UnicodeEncodeError:
        raise UnfixableError(f"a repaired character does not exist in {decoded.encoding}") from None
    if decode(encoded).text != text:  # an encoding that was guessed from what is gone now
        raise UnfixableError(f"without the rest nothing would tell that it is {decoded.encoding}")
    return encoded
