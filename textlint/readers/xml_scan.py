"""A scanner for XML that people and programs write: tags, text and CDATA with their places.

It expands no entity but those that XML itself defines and those of HTML, resolves no DTD, fetches
nothing, and goes on behind what is not well-formed: a feed that was cut off still has its first items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from textlint.readers.html_markup import PLAIN_TAG, TAG, unescape
from textlint.readers.scalars import Piece, decoded_pieces

MAX_UNFINISHED = 20  # tags that run to the end of the text unfinished before quotes are given up on

REFERENCE = re.compile(r"&(?:\#[0-9]{1,9}|\#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
_OTHER = re.compile(r"&(?!(?:lt|gt|quot|apos|amp);)")


class Kind(Enum):
    START = "start tag"
    END = "end tag"
    EMPTY = "empty element"
    TEXT = "text"
    CDATA = "CDATA"
    DTD = "document type"
    CUT = "something that is never closed"


class Token(NamedTuple):
    """`source[start:end]`; of CDATA what is inside. `name` is that of a tag, as it is written."""

    kind: Kind
    start: int
    end: int
    name: str = ""


class Run(NamedTuple):
    """A stretch of character data, `source[start:end]`."""

    start: int
    end: int
    is_cdata: bool


def tokens(source: str) -> Iterator[Token]:
    """Yield what the source is made of, without comments and processing instructions."""
    find, size = source.find, len(source)
    last_close = source.rfind(">")
    position = text = 0
    unfinished = 0
    while True:
        opening = find("<", position)
        if opening < 0 or (opening > last_close and not source.startswith("<![", opening)):
            break
        match = TAG.match(source, opening) if unfinished < MAX_UNFINISHED else None
        if match is None and source[opening + 1].isalpha():
            unfinished += 1
            match = PLAIN_TAG.match(source, opening)
        if match is None and not source.startswith(("!", "?"), opening + 1):
            position = opening + 1  # a bare "<" is text
            continue
        if opening > text:
            yield Token(Kind.TEXT, text, opening)
        if match is not None:
            position = text = match.end()
            closing = Kind.EMPTY if source[position - 2] == "/" else Kind.START
            kind = Kind.END if match[1] else closing
            yield Token(kind, opening, position, match[2].rstrip("/"))
            continue
        declared, mark, skipped = _declaration(source, opening)
        close = find(mark, opening + skipped)
        if close < 0:
            if declared is Kind.CDATA:
                yield Token(declared, opening + skipped, size)
            yield Token(Kind.CUT, opening, size)
            return
        position = text = close + len(mark)
        if declared is Kind.CDATA:
            yield Token(declared, opening + skipped, close)
        elif declared is Kind.DTD and source.startswith("<!DOCTYPE", opening):
            yield Token(declared, opening, position)
    if size > text:
        yield Token(Kind.TEXT, text, size)


def _declaration(source: str, opening: int) -> tuple[Kind | None, str, int]:
    """Return what begins there, the mark that ends it, and the length of the mark that begins it."""
    if source.startswith("<!--", opening):
        return None, "-->", 4
    if source.startswith("<![CDATA[", opening):
        return Kind.CDATA, "]]>", 9
    if source.startswith("<?", opening):
        return None, "?>", 2
    return Kind.DTD, ">", 2


def value_of(source: str, runs: list[Run]) -> str:
    """Return the character data of an element, decoded."""
    return "".join(
        [
            source[run.start : run.end] if run.is_cdata else _decoded(source[run.start : run.end])
            for run in runs
        ]
    )


def pieces_of_runs(source: str, runs: list[Run]) -> list[Piece]:
    """Return the pieces of `value_of` with their places."""
    pieces: list[Piece] = []
    for start, end, is_cdata in runs:
        if is_cdata:
            pieces.append((source[start:end], start, end))
        else:
            pieces += decoded_pieces(source, start, end, REFERENCE, unescape)
    return pieces


def _decoded(text: str) -> str:
    if "&" not in text:
        return text
    if _OTHER.search(text) is None:
        for written, character in _ESCAPES:
            text = text.replace(written, character)
        return text
    return REFERENCE.sub(unescape, text)
