"""Values of structured metadata (YAML, TOML, JSON) with their exact places in the source."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from textlint.document import Block, BlockKind, MetaValue, Segment
from textlint.lazy import lazy_pattern
from textlint.model import Span
from textlint.readers.builder import BlockBuilder

MAX_KEY = 200  # characters of one key that go into the path; no generator knows a longer one

Piece = tuple[str, int, int]  # text and the source range it came from


class Scalar(NamedTuple):
    """One value: its key path, its text and the source range of its token, quotes included.

    `key` is the path in lower case, joined with dots, list positions left out ("params.author").
    `pieces` map the text into the source, in order, without the quotes. `is_text` is false for
    numbers, dates, booleans and nulls.
    """

    key: str
    value: str
    start: int
    end: int
    pieces: list[Piece]
    is_text: bool

    @property
    def meta_value(self) -> MetaValue:
        return MetaValue(self.key, self.value, Span(self.start, self.end))

    @property
    def block(self) -> Block:
        """The value as a block, so that rules can look into metadata as they look into prose."""
        return self.block_at(Span(self.start, self.end))

    def block_at(self, place: Span) -> Block:
        """Return the value as a block at `place`, which is where its token stands."""
        if len(self.pieces) == 1:
            text, start, end = self.pieces[0]
            segments = start if len(text) == end - start else (Segment(0, start, end),)
            return Block(BlockKind.META, text, place, segments, label=self.key)
        builder = BlockBuilder()
        for text, start, end in self.pieces:
            builder.append(text, start, end)
        return builder.build(BlockKind.META, place, label=self.key)


class UnreadableError(Exception):
    """Text that is not what it claims to be: what is wrong and at which source offset."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


_NUMBER_OR_DATE = lazy_pattern(
    r"[-+]?[\d.][\d._:,eE+\-]*(?:[Tt ]\d\d:\d\d\S*)?(?:[ ]?[-+Zz][\d:]*)?"
)
_CONSTANT = frozenset({"", "~", "null", "true", "false", "yes", "no", "on", "off", "none"})


def is_text(value: str) -> bool:
    """Whether an unquoted value is text, not a number, date, boolean or null."""
    return value.lower() not in _CONSTANT and _NUMBER_OR_DATE.fullmatch(value) is None


def decoded_pieces(
    source: str,
    start: int,
    end: int,
    escape: re.Pattern[str],
    decode: Callable[[re.Match[str]], str],
) -> list[Piece]:
    """Return the pieces of a value written as `source[start:end]`.

    Each match of `escape` stands for what `decode` makes of it; all else stands for itself.
    """
    pieces: list[Piece] = []
    done = start
    for match in escape.finditer(source, start, end):
        if match.start() > done:
            pieces.append((source[done : match.start()], done, match.start()))
        decoded = decode(match)
        if decoded:
            pieces.append((decoded, match.start(), match.end()))
        done = match.end()
    if end > done:
        pieces.append((source[done:end], done, end))
    return pieces


def pieces_of(value: str, pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """Return `pieces` if they add up to `value`, else one piece: exact, though coarse."""
    if "".join([text for text, _, _ in pieces]) == value:
        return pieces
    return [(value, start, end)] if value else []
