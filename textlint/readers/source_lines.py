"""What readers share that go line by line: the lines of a source, and what is found on them."""

from __future__ import annotations

from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar

from textlint.document import Block, BlockKind, Comment, Document, MetaValue, Notice
from textlint.lines import LINE_END
from textlint.model import Span
from textlint.readers.inline import InlineText

_TAB = 8  # columns, in reStructuredText
_BY_START = attrgetter("span.start")
_BY_SPAN = attrgetter("span.start", "span.end")


class SourceLine(NamedTuple):
    """`source[start:end]` is the line without indentation and trailing blanks; blank if they meet."""

    start: int
    end: int
    indent: int
    text: str


def source_lines(source: str) -> list[SourceLine]:
    """Return all lines of a source."""
    lines = []
    start = 0
    ends = [match.span() for match in LINE_END.finditer(source)]
    for end, after in (*ends, (len(source), len(source))):
        line = source[start:end]
        bare = line.lstrip(" \t\f\v")
        margin = line[: len(line) - len(bare)]
        text = bare.rstrip()
        first = start + len(margin)
        indent = len(margin.expandtabs(_TAB)) if "\t" in margin else len(margin)
        lines.append(SourceLine(first, first + len(text), indent, text))
        start = after
    return lines


Inline = TypeVar("Inline", bound=InlineText)


class LineReader(Generic[Inline]):
    """Collects what a reader finds on the lines of one source, until `document` puts it together."""

    def __init__(self, path: str, source: str, inline: Inline) -> None:
        self.path = path
        self.source = source
        self.lines = source_lines(source)
        self.inline = inline
        self.meta: list[MetaValue] = []
        self.meta_blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.notices: list[Notice] = []

    def add_meta(self, key: str, start: int, end: int) -> None:
        """Add `source[start:end]` as the value of `key`, if there is anything."""
        if end > start:
            span, value = Span(start, end), self.source[start:end]
            self.meta.append(MetaValue(key, value, span))
            self.meta_blocks.append(Block(BlockKind.META, value, span, start, label=key))

    def add_lines(
        self,
        first: int,
        end: int,
        containers: tuple[str, ...],
        label: str = "",
        kind: BlockKind = BlockKind.CODE,
    ) -> None:
        """Add the lines `first` to `end` as they are, as code."""
        while first < end and not self.lines[first].text:
            first += 1
        if first < end and self.lines[end - 1].end > self.lines[first].start:
            start, stop = self.lines[first].start, self.lines[end - 1].end
            text = self.source[start:stop]
            block = Block(kind, text, Span(start, stop), start, 0, containers, label)
            self.inline.blocks.append(block)

    def add_break(self, line: SourceLine, containers: tuple[str, ...]) -> None:
        """Add a thematic break."""
        span = Span(line.start, line.end)
        self.inline.blocks.append(Block(BlockKind.BREAK, "", span, (), 0, containers))

    def document(self, format: str, body: int = 0) -> Document:
        """Return the document; what is no metadata begins at `body`."""
        inline = self.inline
        blocks = sorted([*inline.blocks, *self.meta_blocks], key=_BY_START)
        return Document(
            self.path,
            self.source,
            format,
            tuple(blocks),
            meta=tuple(self.meta),
            links=tuple(sorted(inline.links, key=_BY_SPAN)),
            comments=tuple(self.comments),
            notices=tuple(self.notices),
            footnotes=tuple(inline.footnotes),
            body=Span(body, len(self.source)),
        )
