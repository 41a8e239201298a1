"""The lines of a document as the footer rules see them: one visual line, its shape, its neighbours.

Page furniture comes in lines, articles in paragraphs. A block of the document is one line, unless
its source was broken where nothing forced a break: then each of its source lines is one.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from textlint.document import OBJECT, Block, BlockKind, Document
from textlint.model import Span

LONGEST_LINE = 420  # code points; anything longer is a paragraph of the article without a look
LONGEST_BLOCK = 4_000  # code points; a longer paragraph is not looked at line by line
NARROWEST_WRAP, WIDEST_WRAP = 60, 104
LONGEST_FRAGMENT = 120
LONGEST_SENTENCE = 160

_SENTENCE_END = re.compile(r"[.!?。！？؟](?:[\"'”’»)\]】」』]|\ufffc|\s)*\Z")
_INNER_END = re.compile(r"[.!?][\"'”’»)]?\s+[^\W\d_a-z]|[。！？].")
_FULL_STOP = re.compile(r"[^\W\d_]{3}[.!?] |[。！？]")
_BARRIERS = frozenset({BlockKind.CODE, BlockKind.MATH, BlockKind.TABLE_CELL, BlockKind.DEFINITION})
_UNSEEN = frozenset({BlockKind.META, BlockKind.ALT})
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Shape(enum.Enum):
    """What a line looks like, whatever it says."""

    FRAGMENT = "fragment"  # short, without the punctuation of a sentence
    SENTENCE = "sentence"  # one short sentence
    PROSE = "prose"  # several sentences, or a long one
    BARRIER = "barrier"  # code, table, quotation: the article's own, never residue
    MARKUP = "markup"  # raw HTML or a template's tags in Markdown


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """`block.text[start:end]`; `group` numbers the runs of lines that no blank line divides.

    `whole` says that the line is its whole block.
    """

    block: Block
    start: int
    end: int
    group: int
    shape: Shape
    whole: bool

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def folded(self) -> str:
        return self.block.folded[self.start : self.end]

    @property
    def content(self) -> Span:
        """The source of the line without its markup."""
        return self.block.span_at(self.start, self.end)

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
        return bullet or self.block.kind is BlockKind.LIST_ITEM


def lines_of(document: Document) -> list[Line]:
    """Return the lines of `document` in order of place."""
    lines: list[Line] = []
    group = 0
    reached: Block | None = None
    wrapped = not _has_long_lines(document.source)
    for block in document.blocks:
        if block.kind in _UNSEEN or not block.text:
            continue
        if reached is not None and _parted(document, reached, block):
            group += 1
        reached = block
        ranges = _ranges(document, block, wrapped)
        lines += [_line(block, start, end, group) for start, end in ranges]
    return lines


def whole_block(line: Line) -> Line:
    """Return the line that is the whole block of `line`."""
    return _line(line.block, 0, len(line.block.text), line.group)


def _line(block: Block, start: int, end: int, group: int) -> Line:
    whole = start == 0 and end == len(block.text)
    return Line(block, start, end, group, _shape(block, start, end), whole)


def _parted(document: Document, previous: Block, block: Block) -> bool:
    if document.format == "html":
        return True
    gap = document.source[previous.span.end : block.span.start]
    return gap.count("\n") > 1 or gap.count("\r") > 1


def _has_long_lines(source: str) -> bool:
    """Whether paragraphs stand on one line each, so that no line break was forced by a width."""
    lengths = [len(line) for line in source.split("\n")]
    full = sum(length > NARROWEST_WRAP for length in lengths)
    return sum(length > WIDEST_WRAP for length in lengths) * 3 > full


def _ranges(document: Document, block: Block, wrapped: bool) -> Iterator[tuple[int, int]]:
    """Yield the ranges of `block.text` that are lines."""
    text = block.text
    source = document.source
    several = block.kind is BlockKind.PARAGRAPH or block.kind is BlockKind.LIST_ITEM
    if (
        not several
        or len(text) > LONGEST_BLOCK
        or source.find("\n", block.span.start, block.span.end) < 0
        or (wrapped and _is_wrapped(source[block.span.start : block.span.end]))
    ):
        yield 0, len(text)
        return
    start = 0
    for place in [*_breaks(source, block), len(text)]:
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


def _is_wrapped(source: str) -> bool:
    """Whether most lines were broken because the next word would not have fitted any more."""
    lines = [line.strip() for line in source.split("\n")]
    width = max(len(line) for line in lines)
    if width < 40:
        return False
    pairs = list(pairwise(lines))
    forced = sum(
        len(line) + 1 + len(following.partition(" ")[0]) > width - 8 for line, following in pairs
    )
    return forced * 2 >= len(pairs)


def _shape(block: Block, start: int, end: int) -> Shape:
    if block.kind is BlockKind.HTML or block.text.startswith(("{%", "{{")):
        return Shape.MARKUP
    if block.kind in _BARRIERS or block.in_quote or "footnote" in block.containers:
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
