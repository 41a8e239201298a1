"""The lines of a document as the footer rules see them: one visual line, its shape, its neighbours.

Page furniture comes in lines, articles in paragraphs. A block of the document is one line, unless
its source was broken where nothing forced a break: then each of its source lines is one.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator

from textlint.document import OBJECT, Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Span
from textlint_footer.dates import is_timestamp

LONGEST_LINE = 420  # code points; anything longer is a paragraph of the article without a look
LONGEST_BLOCK = 4_000  # code points; a longer paragraph is not looked at line by line
NARROWEST_WRAP, WIDEST_WRAP = 60, 104
LONGEST_FRAGMENT = 120
LONGEST_SENTENCE = 160

_SENTENCE_END = lazy_pattern(r"[.!?。！？؟](?:[\"'”’»)\]】」』]|\ufffc|\s)*\Z")
_INNER_END = lazy_pattern(r"[.!?][\"'”’»)]?\s+[^\W\d_a-z]|[。！？].")
_FULL_STOP = lazy_pattern(r"[^\W\d_]{3}[.!?] |[。！？]")
_BARRIERS = (BlockKind.CODE, BlockKind.MATH, BlockKind.TABLE_CELL, BlockKind.DEFINITION)
# Blocks whose lines are barriers or markup, whatever they say.
NEVER_RESIDUE = frozenset({*_BARRIERS, BlockKind.HTML})
_DAY = lazy_pattern(r"\d\d?\. ")
_CJK = lazy_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Shape(enum.Enum):
    """What a line looks like, whatever it says."""

    FRAGMENT = "fragment"  # short, without the punctuation of a sentence
    SENTENCE = "sentence"  # one short sentence
    PROSE = "prose"  # several sentences, or a long one
    BARRIER = "barrier"  # code, table, quotation: the article's own, never residue
    MARKUP = "markup"  # raw HTML or a template's tags in Markdown


class Line:
    """`block.text[start:end]`; `group` numbers the runs of lines that no blank line divides.

    `whole` says that the line is its whole block. `number` is what Markdown took for the number of a
    list item where it is the day of a timestamp: "4. " of "4. Mai 2024, 08:04 Uhr".
    """

    __slots__ = ("_shape", "block", "end", "group", "number", "start", "whole")

    def __init__(self, block: Block, start: int, end: int, group: int, number: str = "") -> None:
        self.block = block
        self.start = start
        self.end = end
        self.group = group
        self.whole = start == 0 and end == len(block.text)
        self.number = number
        self._shape: Shape | None = None

    @property
    def shape(self) -> Shape:
        """What the line looks like; found out when asked for."""
        if self._shape is None:
            self._shape = _shape(self.block, self.start, self.end)
        return self._shape

    @property
    def text(self) -> str:
        if self.whole:
            return self.number + self.block.text
        return self.block.text[self.start : self.end]

    @property
    def folded(self) -> str:
        if self.whole:
            return self.number + self.block.folded
        return self.block.folded[self.start : self.end]

    @property
    def content(self) -> Span:
        """The source of the line without its markup."""
        span = self.block.span_at(self.start, self.end)
        return Span(self.block.span.start, span.end) if self.number else span

    @property
    def source(self) -> Span:
        """The source of the line, with its block's markup when it is the whole block."""
        return self.block.span if self.whole else self.content

    @property
    def is_heading(self) -> bool:
        return self.block.kind is BlockKind.HEADING

    @property
    def is_listed(self) -> bool:
        bullet = self.block.text.startswith(("- ", "* ", "• ", "+ "), self.start)
        return bullet or (self.block.kind is BlockKind.LIST_ITEM and not self.number)


def lines_of(document: Document) -> list[Line]:
    """Return the lines of `document` in order of place."""
    lines: list[Line] = []
    group = 0
    reached = -1  # where the block before ends
    source = document.source
    html = document.format == "html"
    wrapped: bool | None = None
    for block in document.blocks:
        kind, text = block.kind, block.text
        if kind is BlockKind.META or kind is BlockKind.ALT or not text:
            continue
        first, last = block.span.start, block.span.end
        if reached >= 0:
            gap = source[reached:first]
            group += gap == "\n\n" or html or _parts(gap)
        reached = last
        if html and kind is BlockKind.PARAGRAPH and "\n" in text and len(text) <= LONGEST_BLOCK:
            lines += [
                Line(block, *place, group) for place in _ranges(text, _forced_breaks(source, block))
            ]
            continue
        if (
            (kind is not BlockKind.PARAGRAPH and kind is not BlockKind.LIST_ITEM)
            or len(text) > LONGEST_BLOCK
            or source.find("\n", first, last) < 0
        ):
            line = Line(block, 0, len(text), group)
            if kind is BlockKind.LIST_ITEM and source[first].isdigit():
                line.number = _day(source, block)
            lines.append(line)
            continue
        if wrapped is None:
            wrapped = not _has_long_lines(source)
        if wrapped and _is_wrapped(source[first:last]):
            lines.append(whole_block(block, group))
        else:
            lines += [Line(block, *place, group) for place in _ranges(text, _breaks(source, block))]
    return lines


def _day(source: str, block: Block) -> str:
    """Return the number of a list item that is the day of a timestamp, else nothing."""
    number = _DAY.match(source, block.span.start)
    if number is None or not is_timestamp(number[0] + block.folded):
        return ""
    return number[0]


def whole_block(block: Block, group: int) -> Line:
    """Return the line that is the whole of `block`."""
    return Line(block, 0, len(block.text), group)


def _parts(gap: str) -> bool:
    """Whether what stands between two blocks holds a blank line."""
    return len(gap) > 1 and (gap.count("\n") > 1 or gap.count("\r") > 1)


def _has_long_lines(source: str) -> bool:
    """Whether paragraphs stand on one line each, so that no line break was forced by a width."""
    lengths = [*map(len, source.split("\n"))]
    full = sum(map(NARROWEST_WRAP.__lt__, lengths))
    return sum(map(WIDEST_WRAP.__lt__, lengths)) * 3 > full


def _ranges(text: str, breaks: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a block's text that are lines."""
    start = 0
    for place in [*breaks, len(text)]:
        piece = text[start:place]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            yield left, right
        start = place + 1


def _breaks(source: str, block: Block) -> list[int]:
    """Return the places in `block.text` of the white space that was a line break in the source."""
    places: set[int] = set()
    segments = block.segments
    for index, segment in enumerate(segments):
        end = segments[index + 1].start if index + 1 < len(segments) else len(block.text)
        piece = source[segment.source_start : segment.source_end]
        if "\n" not in piece:
            continue
        if len(piece) == end - segment.start:
            places.update(segment.start + m.start() for m in re.finditer("\n", piece))
        elif block.text[segment.start : end].isspace():
            places.add(segment.start)
    return sorted(places)


def _forced_breaks(source: str, block: Block) -> list[int]:
    """Return the places in `block.text` of the line breaks that HTML has as an element."""
    return [
        segment.start
        for segment in block.segments
        if source[segment.source_start : segment.source_start + 3].lower() == "<br"
    ]


def _is_wrapped(source: str) -> bool:
    """Whether most lines were broken because the next word would not have fitted any more."""
    lines = [*map(str.strip, source.split("\n"))]
    lengths = [*map(len, lines)]
    width = max(lengths)
    if width < 40:
        return False
    breaks = len(lines) - 1
    # Where a line is nearly as wide as the widest, any next word would have been too long for it.
    if sum(map((width - 9).__lt__, lengths[:-1])) * 2 >= breaks:
        return True
    forced = 0
    for length, following in zip(lengths, lines[1:], strict=False):
        forced += length + 1 + len(following.partition(" ")[0]) > width - 8
    return forced * 2 >= breaks


def _shape(block: Block, start: int, end: int) -> Shape:
    kind = block.kind
    if kind is BlockKind.HTML or block.text.startswith(("{%", "{{")):
        return Shape.MARKUP
    if kind in _BARRIERS or (
        block.containers and (block.in_quote or "footnote" in block.containers)
    ):
        return Shape.BARRIER
    length = end - start
    if length > LONGEST_SENTENCE:
        return Shape.PROSE
    text = block.text[start:end]
    if not text.isascii() and max(text) >= "\u3040" and _CJK.search(text):
        length *= 2  # a character of these scripts carries about as much as two letters
    if text.startswith(">"):
        return Shape.BARRIER  # a quotation in plain text
    if text.endswith((":", "：")) and _FULL_STOP.search(text):
        return Shape.SENTENCE
    if text.endswith(("...", "…")) or _SENTENCE_END.search(text, max(len(text) - 8, 0)) is None:
        return Shape.FRAGMENT if length <= LONGEST_FRAGMENT else Shape.PROSE
    if " " not in text.strip(f"{OBJECT} ") and text.isascii():
        return Shape.FRAGMENT
    if length > LONGEST_SENTENCE or _INNER_END.search(text):
        return Shape.PROSE
    return Shape.SENTENCE
