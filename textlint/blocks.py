"""A block of prose as a rule sees it: its text, and the exact map of that back into the source."""

from __future__ import annotations

import enum
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from textlint.folding import fold
from textlint.lazy import lazy
from textlint.model import Span
from textlint.quotations import quoted_ranges
from textlint.sentences import sentence_ranges
from textlint.words import count_words, words_of

# Stands in `Block.text` for one thing that is not prose (inline code, an image, a URL, a footnote
# mark), so that the words around it neither touch nor lose their place in the sentence.
OBJECT = "\ufffc"


class BlockKind(enum.Enum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    DEFINITION = "definition"
    CODE = "code"
    MATH = "math"
    BREAK = "thematic break"
    HTML = "html"
    NAVIGATION = "navigation"
    ALT = "alt"
    META = "meta"

    # There is one object of each kind. Enum's own hash is a call into Python, and sets of kinds are
    # asked for every block by nearly every rule.
    __hash__ = object.__hash__


PROSE_KINDS = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.TABLE_CELL,
        BlockKind.DEFINITION,
    }
)


class Segment(NamedTuple):
    """`text[start:...]` up to the next segment came from `source[source_start:source_end]`.

    A segment of as many characters as its source range maps character by character; any other
    (an entity, a line break with its indentation, a masked URL) maps as a whole.
    """

    start: int
    source_start: int
    source_end: int


class Sentence(NamedTuple):
    """`block.text[start:end]`, one sentence without the white space around it."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.block.span_at(self.start, self.end)


_new = tuple.__new__


class Block:
    """One heading, paragraph, list item, table cell, … as a rule sees it. Not to be changed.

    `text` is what rules match: entities and escapes resolved, a soft line break is one space, a
    hard one "\\n", everything that is not prose is `OBJECT`. `span` is the whole block in the source
    with its markup; `span_at` gives the exact place of a part of the text. `containers` names what
    the block lies in, outermost first: "quote", "list", "table", "footnote", "figure", "aside",
    "details", and of HTML pages also "header", "footer", "nav", "form".
    `level` is a heading's level (1–6) or a list item's depth (from 1). `label` is the info string
    of a code block or the key of a front-matter value.

    Of a text that stands in the source as it is, as most do, `segments` may be given as the offset
    at which it begins.
    """

    # What a dataclass generates takes twice as long, and blocks come in thousands.
    def __init__(  # noqa: PLR0917 - the attributes, in their order
        self,
        kind: BlockKind,
        text: str,
        span: Span,
        segments: tuple[Segment, ...] | int,
        level: int = 0,
        containers: tuple[str, ...] = (),
        label: str = "",
    ) -> None:
        self.kind = kind
        self.text = text
        self.span = span
        self._begin = -1  # where the text stands in the source in one piece
        if isinstance(segments, int):
            self._begin = segments
        else:
            self.segments = segments
        self.level = level
        self.containers = containers
        self.label = label

    def __repr__(self) -> str:
        return f"Block({self.kind}, {self.text!r}, {self.span})"

    def changed(self, kind: BlockKind, containers: tuple[str, ...]) -> Block:
        """Return the block as one of another kind, in other containers."""
        place = self._begin if self._begin >= 0 else self.segments
        return Block(kind, self.text, self.span, place, self.level, containers, self.label)

    @lazy
    def segments(self) -> tuple[Segment, ...]:
        """The parts of the text and where each came from, in order."""
        return (Segment(0, self._begin, self._begin + len(self.text)),)

    @property
    def is_prose(self) -> bool:
        return self.kind in PROSE_KINDS

    @property
    def in_quote(self) -> bool:
        """Whether the block lies in a block quotation."""
        return "quote" in self.containers

    def span_at(self, start: int, end: int) -> Span:
        """Return the source span of `text[start:end]`; both are code points of `text`.

        Raises `ValueError` when the range does not lie inside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"{start}..{end} is outside a text of {len(self.text)}")
        begin = self._begin
        if begin >= 0:
            return Span(begin + start, begin + end)
        if not self.segments:
            return Span(self.span.start, self.span.start)
        if start == end:
            place = self._source(start, at_end=start == len(self.text))
            return Span(place, place)
        return Span(self._source(start, at_end=False), self._source(end, at_end=True))

    @property
    def content_span(self) -> Span:
        """The source span of the whole text, without the block's markup."""
        return self.span_at(0, len(self.text))

    def text_range(self, span: Span) -> tuple[int, int]:
        """Return the smallest range of `text` whose source covers what of `span` lies in it.

        The range is empty when the span does not touch the text.
        """
        start: int | None = None
        end = 0
        for index, segment in enumerate(self.segments):
            if segment.source_end <= span.start or span.end <= segment.source_start:
                continue
            text_end = self._text_end(index)
            verbatim = text_end - segment.start == segment.source_end - segment.source_start
            if start is None:
                inside = max(span.start - segment.source_start, 0) if verbatim else 0
                start = segment.start + inside
            cut = max(segment.source_end - span.end, 0) if verbatim else 0
            end = text_end - cut
        return (0, 0) if start is None else (start, end)

    @lazy
    def folded(self) -> str:
        """`text` lower-cased and with plain quotes, hyphens and spaces, of exactly equal length."""
        return fold(self.text)

    @lazy
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """Ranges of `text` inside quotation marks, the marks included, in order."""
        return quoted_ranges(self.text)

    def is_quoted(self, start: int, end: int | None = None) -> bool:
        """Whether `text[start:end]` (or the place `start`) lies inside quotation marks."""
        last = start if end is None else max(end - 1, start)
        index = bisect_right(self.quotations, (start, len(self.text) + 1)) - 1
        return index >= 0 and last < self.quotations[index][1]

    @lazy
    def sentences(self) -> tuple[Sentence, ...]:
        ranges = sentence_ranges(self.text)
        # A third of the price of Sentence(…), paid once per sentence.
        return tuple([_new(Sentence, (self, start, end)) for start, end in ranges])

    @property
    def words(self) -> list[str]:
        """The words of `text` in order; not kept, since those of a large file take more room than it."""
        return words_of(self.text)

    @lazy
    def word_count(self) -> int:
        """How many words `text` has."""
        return count_words(self.text)

    @lazy
    def _segment_starts(self) -> list[int]:
        return [segment.start for segment in self.segments]

    def _text_end(self, index: int) -> int:
        following = index + 1
        return self.segments[following].start if following < len(self.segments) else len(self.text)

    def _source(self, offset: int, *, at_end: bool) -> int:
        starts = self._segment_starts
        # An end belongs to the segment of the character before it.
        index = (
            bisect_left(starts, offset) if at_end and offset else bisect_right(starts, offset)
        ) - 1
        segment = self.segments[index]
        if self._text_end(index) - segment.start == segment.source_end - segment.source_start:
            return segment.source_start + offset - segment.start
        return segment.source_end if at_end else segment.source_start
