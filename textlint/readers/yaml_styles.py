"""How YAML writes a scalar: plain, quoted or as a block; from the token to its text, with places."""

from __future__ import annotations

import re

from textlint.lazy import lazy_pattern
from textlint.readers.scalars import Piece, decoded_pieces, pieces_of

_FOLD = r"[ \t]*(?:\r\n|\n|\r)[ \t\r\n]*"
_DOUBLE = lazy_pattern(
    rf"\\(?:(?:\r\n|\n|\r)[ \t\r\n]*|x[0-9A-Fa-f]{{2}}|u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}|.)|{_FOLD}"
)
_SINGLE = lazy_pattern(rf"''|{_FOLD}")
_PLAIN = lazy_pattern(_FOLD)
_LINE_END = lazy_pattern(r"\r\n|\n|\r")
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def scalar_pieces(source: str, start: int, end: int, value: str, style: str | None) -> list[Piece]:
    """Return the pieces of `value`, whose token is `source[start:end]` in PyYAML's `style`.

    Where the pieces do not add up to the value it maps as a whole, which is exact though coarse.
    """
    if style == '"':
        pieces = decode_double(source, start, end)
    elif style == "'":
        pieces = decoded_pieces(source, start + 1, end - 1, _SINGLE, _unescape)
    elif style in ("|", ">"):
        pieces = _block_pieces(source, start, end, folded=style == ">")
    else:
        pieces = decoded_pieces(source, start, end, _PLAIN, _unescape)
    return pieces_of(value, pieces, start, end)


def decode_double(source: str, start: int, end: int) -> list[Piece]:
    """Return the pieces of the double-quoted scalar `source[start:end]`."""
    return decoded_pieces(source, start + 1, end - 1, _DOUBLE, _unescape)


def decode_block(source: str, start: int, end: int, indent: int, *, folded: bool) -> list[Piece]:
    """Return the pieces of a block scalar whose text is `source[start:end]`, indented by `indent`."""
    line_break = rf"(?:\r\n|\n|\r) {{0,{indent}}}"
    if folded:
        return decoded_pieces(source, start, end, lazy_pattern(rf"(?:{line_break})+"), _unescape)
    return decoded_pieces(source, start, end, lazy_pattern(line_break), lambda _: "\n")


def _unescape(match: re.Match[str]) -> str:
    text = match.group()
    if text == "''":
        return "'"
    if text[0] != "\\":
        return _fold(len(_LINE_END.findall(text)))
    if text[1] in "\r\n":
        return "\n" * (len(_LINE_END.findall(text)) - 1)
    if text[1] in "xuU" and len(text) > 2:
        return chr(int(text[2:], 16))
    return _ESCAPES.get(text[1], text[1])


def _fold(breaks: int) -> str:
    return " " if breaks == 1 else "\n" * (breaks - 1)


def _block_pieces(source: str, start: int, end: int, *, folded: bool) -> list[Piece]:
    header = _LINE_END.search(source, start, end)
    if header is None:
        return []
    begin = header.end()
    while source[begin] in " \r\n":  # ends: an empty block scalar has no line after its header
        begin += 1
    indent = begin - max(source.rfind("\n", 0, begin), source.rfind("\r", 0, begin)) - 1
    return decode_block(source, begin, end, indent, folded=folded)
