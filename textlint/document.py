"""The model of one document: its blocks, links, comments and metadata, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

from textlint.blocks import OBJECT, PROSE_KINDS, Block, BlockKind, Segment, Sentence
from textlint.folding import fold, fold_all
from textlint.lazy import lazy
from textlint.lines import LineIndex
from textlint.model import Span
from textlint.words import WORD, count_words

__all__ = [  # rules have all that they need from here
    "BLOCK_END",
    "OBJECT",
    "PROSE_KINDS",
    "WORD",
    "Block",
    "BlockKind",
    "Comment",
    "Document",
    "Link",
    "MetaValue",
    "Notice",
    "Section",
    "Segment",
    "Sentence",
    "fold",
]

BLOCK_END = "\x00"  # stands between blocks in `Document.folded_text`, and in no phrase


class Link(NamedTuple):
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
            block.folded = text  # as it would be when asked for
        return BLOCK_END.join(folded)

    @lazy
    def text(self) -> str:
        """The texts of all blocks as they are, with `BLOCK_END` between them."""
        return BLOCK_END.join([block.text for block in self.blocks])

    @lazy
    def folded_starts(self) -> list[int]:
        """Where in `folded_text`, and in `text`, the text of each block begins."""
        return list(accumulate([len(block.text) + 1 for block in self.blocks], initial=0))[:-1]

    def blocks_holding(self, *pieces: str) -> list[Block]:
        """Return the blocks whose folded text holds one of `pieces`, in source order.

        For one or two plain strings this is quicker than `blocks_matching`; many are better declared
        as the clues of a rule.
        """
        text, starts = self.folded_text, self.folded_starts
        found: set[int] = set()
        for piece in pieces:
            place = text.find(piece)
            while place >= 0:
                index = bisect_right(starts, place)
                found.add(index - 1)
                if index == len(starts):
                    break
                place = text.find(piece, starts[index])
        return [self.blocks[index] for index in sorted(found)]

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
