"""The model of one document: its blocks of prose, each with an exact map back into the source."""

from __future__ import annotations

import enum
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from textlint.folding import fold as fold  # noqa: PLC0414 - rules have it from here
from textlint.folding import fold_all
from textlint.lazy import lazy
from textlint.lines import LineIndex
from textlint.model import Span
from textlint.quotations import quoted_ranges
from textlint.sentences import sentence_ranges
from textlint.words import WORD as WORD  # noqa: PLC0414 - rules have it from here
from textlint.words import count_words, words_of

# Stands in `Block.text` for one thing that is not prose (inline code, an image, a URL, a footnote
# mark), so that the words around it neither touch nor lose their place in the sentence.
OBJECT = "\ufffc"

BLOCK_END = "\x00"  # stands between blocks in `Document.folded_text`, and in no phrase


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


@dataclass(frozen=True, eq=False, init=False)
class Block:
    """One heading, paragraph, list item, table cell, … as a rule sees it.

    `text` is what rules match: entities and escapes resolved, a soft line break is one space, a
    hard one "\\n", everything that is not prose is `OBJECT`. `span` is the whole block in the source
    with its markup; `span_at` gives the exact place of a part of the text. `containers` names what
    the block lies in, outermost first: "quote", "list", "table", "footnote", "figure", "aside",
    "details", and of HTML pages also "header", "footer", "nav", "form".
    `level` is a heading's level (1–6) or a list item's depth (from 1). `label` is the info string
    of a code block or the key of a front-matter value.
    """

    kind: BlockKind
    text: str
    span: Span
    segments: tuple[Segment, ...]
    level: int = 0
    containers: tuple[str, ...] = ()
    label: str = ""

    def __init__(  # noqa: PLR0917 - the fields, in their order
        self,
        kind: BlockKind,
        text: str,
        span: Span,
        segments: tuple[Segment, ...],
        level: int = 0,
        containers: tuple[str, ...] = (),
        label: str = "",
    ) -> None:
        # What a frozen dataclass generates takes four times as long, and blocks come in thousands.
        values = self.__dict__
        values["kind"] = kind
        values["text"] = text
        values["span"] = span
        values["segments"] = segments
        values["level"] = level
        values["containers"] = containers
        values["label"] = label

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
        return tuple(Sentence(self, start, end) for start, end in sentence_ranges(self.text))

    @lazy
    def words(self) -> tuple[str, ...]:
        return tuple(words_of(self.text))

    def word_matches(self) -> Iterator[re.Match[str]]:
        """Yield the words of `text` with their places."""
        return WORD.finditer(self.text)

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


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image: `span` is the whole construct, `text` what the reader sees of it.

    `text` is an image's alternative text, and empty where the address itself is what one sees.
    """

    span: Span
    text: str
    destination: str
    kind: str  # "inline", "reference", "autolink", "email", "bare", "image", "html"
    rel: str = ""  # what an HTML link says of itself: "nofollow", "author", …

    @property
    def is_external(self) -> bool:
        """Whether the destination is an absolute web address (or protocol-relative)."""
        return self.kind != "image" and self.destination.lower().startswith(
            ("http://", "https://", "//")
        )


class Comment(NamedTuple):
    """A real comment of the markup; `text` is what stands between its delimiters."""

    span: Span
    text: str


class MetaValue(NamedTuple):
    """A scalar of the front matter (or of HTML metadata): its key path, text and place.

    `key` is the path in lower case with dots and without list positions ("params.author").
    `span` is the value in the source.
    """

    key: str
    value: str
    span: Span


class Section(NamedTuple):
    """A heading and all blocks up to the next one; `heading` is None before the first."""

    heading: Block | None
    blocks: tuple[Block, ...]


class Document:
    """One document: the decoded source and everything a reader found in it. Not to be changed.

    `source` is the file as decoded, without its byte-order mark; all spans count its code points.
    `blocks` are in source order. `notices` say what the reader could not read, for people.
    """

    def __init__(
        self,
        path: str,
        source: str,
        format: str,
        blocks: tuple[Block, ...] = (),
        *,
        meta: tuple[MetaValue, ...] = (),
        links: tuple[Link, ...] = (),
        comments: tuple[Comment, ...] = (),
        notices: tuple[Notice, ...] = (),
        footnotes: tuple[Span, ...] = (),
        body: Span | None = None,
    ) -> None:
        self.path = path
        self.source = source
        self.format = format
        self.blocks = blocks
        self.meta = meta
        self.links = links
        self.comments = comments
        self.notices = notices
        self.footnotes = footnotes
        self.body = body if body is not None else Span(0, len(source))
        self.detector: Callable[[Document], str | None] | None = None
        self.encoding = "utf-8"  # of the file, as `textlint.decoding` names it

    def __repr__(self) -> str:
        return f"Document({self.path!r}, {self.format}, {len(self.blocks)} blocks)"

    @lazy
    def lines(self) -> LineIndex:
        return LineIndex(self.source)

    @lazy
    def prose(self) -> tuple[Block, ...]:
        """The blocks that hold prose, in source order."""
        return tuple(block for block in self.blocks if block.is_prose)

    @lazy
    def word_count(self) -> int:
        """Number of words in all prose blocks."""
        return count_words(BLOCK_END.join([block.text for block in self.prose]))

    @lazy
    def folded_text(self) -> str:
        """The `folded` texts of all blocks (not only prose) with `BLOCK_END` between them.

        For one cheap question to the whole document before a rule goes through it block by block:
        `if "sponsored" not in document.folded_text: return`. See also `blocks_matching`.
        """
        folded = fold_all([block.text for block in self.blocks])
        for block, text in zip(self.blocks, folded, strict=True):
            block.__dict__["folded"] = text  # as it would be when asked for
        return BLOCK_END.join(folded)

    @lazy
    def folded_starts(self) -> list[int]:
        """Where in `folded_text` the text of each block begins."""
        return list(accumulate([len(block.text) + 1 for block in self.blocks], initial=0))[:-1]

    def blocks_matching(self, pattern: re.Pattern[str]) -> list[Block]:
        """Return the blocks in which a match of `pattern` in `folded_text` begins, in source order.

        One search over everything instead of one for each block: of the blocks that are left, a rule
        looks closer at those it is for. Here "^" is the beginning of the document unless the pattern
        is MULTILINE, and a class such as `[^.]` runs into the next block unless it names "\x00", too.
        """
        found: list[Block] = []
        text, starts = self.folded_text, self.folded_starts
        match = pattern.search(text)
        while match is not None:
            index = bisect_right(starts, match.start())
            if index:
                found.append(self.blocks[index - 1])
            if index >= len(starts):
                break
            match = pattern.search(text, starts[index])
        return found

    @lazy
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all prose blocks, in source order."""
        return tuple(sentence for block in self.prose for sentence in block.sentences)

    @lazy
    def sections(self) -> tuple[Section, ...]:
        """The body, cut at each heading of whatever level. Metadata is in no section."""
        sections: list[tuple[Block | None, list[Block]]] = [(None, [])]
        for block in self.blocks:
            if block.kind is BlockKind.HEADING:
                sections.append((block, []))
            elif block.kind is not BlockKind.META:
                sections[-1][1].append(block)
        return tuple(Section(h, tuple(b)) for h, b in sections if h is not None or b)

    @lazy
    def title(self) -> str | None:
        """The title in the metadata, else the first heading."""
        declared = self.meta_value("title")
        if declared is not None:
            return declared.value
        return next((b.text for b in self.blocks if b.kind is BlockKind.HEADING), None)

    def meta_value(self, *keys: str) -> MetaValue | None:
        """Return the first metadata value under any of `keys` (lower case), in the order of keys."""
        for key in keys:
            for value in self.meta:
                if value.key == key and value.value.strip():
                    return value
        return None

    @lazy
    def language(self) -> str | None:
        """ISO 639-1 code: what the metadata declares, else what a plugin detects, else None."""
        declared = self.meta_value("lang", "language", "locale", "inlanguage")
        if declared is not None and re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", declared.value):
            return re.split(r"[-_]", declared.value)[0].lower()
        return self.detector(self) if self.detector is not None else None

    def links_in(self, span: Span) -> list[Link]:
        """Return the links that start inside `span`."""
        starts = self._link_starts
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return list(self.links[first:last])

    @lazy
    def _link_starts(self) -> list[int]:
        return [link.span.start for link in self.links]


class Notice(NamedTuple):
    """Something a reader could not take as it stood. `incomplete` when prose was left unread."""

    span: Span
    message: str
    incomplete: bool = False
