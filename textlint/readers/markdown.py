"""Markdown through pyromark's events, whose byte ranges carry every position."""

from __future__ import annotations

from typing import Any

import pyromark
from pyromark import Options

from textlint.document import Block, BlockKind, Document
from textlint.model import Span
from textlint.readers.byte_offsets import ByteOffsets
from textlint.readers.frontmatter import read_front_matter
from textlint.readers.inline import InlineText
from textlint.readers.markdown_html import HtmlInMarkdown
from textlint.readers.markdown_limits import within_limits
from textlint.readers.scalars import Piece

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
    | Options.ENABLE_DEFINITION_LIST
)

_CONTAINERS = {
    "BlockQuote": "quote",
    "List": "list",
    "Table": "table",
    "FootnoteDefinition": "footnote",
}
_LEAVES = {
    "Paragraph": BlockKind.PARAGRAPH,
    "Heading": BlockKind.HEADING,
    "Item": BlockKind.LIST_ITEM,
    "TableCell": BlockKind.TABLE_CELL,
    "DefinitionListTitle": BlockKind.DEFINITION,
    "DefinitionListDefinition": BlockKind.DEFINITION,
    "CodeBlock": BlockKind.CODE,
    "HtmlBlock": BlockKind.HTML,
}
# Constructs whose first paragraph begins with their marker, and what their paragraphs are.
_MARKED = {
    "Item": BlockKind.LIST_ITEM,
    "DefinitionListDefinition": BlockKind.DEFINITION,
    "FootnoteDefinition": BlockKind.PARAGRAPH,
}
_STRUCTURE = frozenset({*_CONTAINERS, *_LEAVES, "DefinitionList", "TableHead", "TableRow"})
_LINK_KINDS = {"Inline": "inline", "Autolink": "autolink", "Email": "email"}


def read_markdown(path: str, source: str) -> Document:
    """Read CommonMark with GitHub's extensions, footnotes, definition lists and front matter."""
    front = read_front_matter(source)
    walker = _Walker(source, front.end)
    walker.walk()
    inline, html = walker.inline, walker.html
    return Document(
        path,
        source,
        "markdown",
        tuple(front.blocks + html.enclosed(walker.blocks)),
        meta=tuple(front.values),
        links=tuple(sorted(inline.links, key=lambda link: link.span)),
        comments=tuple(html.comments),
        notices=tuple(front.notices + walker.notices + html.notices),
        footnotes=tuple(inline.footnotes),
        body=Span(front.end, len(source)),
    )


class _Open:
    """A block-level construct that is open: its tag, where it begins, and its end in bytes."""

    __slots__ = ("byte_end", "has_block", "name", "start", "value")

    def __init__(self, name: str, value: Any, start: int, byte_end: int) -> None:
        self.name = name
        self.value = value
        self.start = start
        self.byte_end = byte_end
        self.has_block = False


class _Walker:
    """Turns the event stream of one body into blocks, links and comments."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.inline = InlineText()
        self.html = HtmlInMarkdown(source, self.inline)
        self._body, self.notices = within_limits(source[start:] if start else source, start)
        self._offsets = ByteOffsets(self._body, start)
        self._open: list[_Open] = []
        self._containers: tuple[str, ...] | None = ()  # None: to be made anew
        self._end = start  # where the last inline event ended
        self._skip = start  # what begins before is no prose: code of an HTML element, an autolink
        self._images: list[tuple[int, str]] = []  # start and destination of the open images
        self._alt: list[Piece] = []
        self._html_lines: list[tuple[int, int]] = []

    def walk(self) -> None:
        """Read all events. The loop is the reader's hot path: text and breaks are handled in it."""
        source, builder, offsets = self.source, self.inline.builder, self._offsets
        locate, append = offsets.locate, builder.append
        images = self._images
        low, high, shift = 0, -1, 0
        event: Any  # the parser's stubs make a union of thirty types of it
        for event, place in pyromark.events_with_range(self._body, options=_OPTIONS):
            if event.__class__ is str:
                start = locate(place["start"])[0]
                self._on_mark(event, start, place["end"])
                continue
            ((name, value),) = event.items()
            # The start of an End event lies far behind; all other offsets go forward.
            offset = place["end"] if name == "End" else place["start"]
            if low <= offset <= high:
                position = offset + shift
            else:
                position, low, high, shift = locate(offset)
            if name == "Text":
                offset = place["end"]
                end = offset + shift if low <= offset <= high else locate(offset)[0]
                if images:
                    self._alt.append((value, position, end))
                elif position >= self._skip:
                    if position - builder.reached == 1 and source[position - 1] in "\\\r":
                        # An escape, or the CR of a line end in code, goes with what follows it.
                        if position and value:
                            append(value[0], position - 1, position + 1)
                            value = value[1:]
                            position += 1
                    if position < end:
                        append(value, position, end)
                    self._end = end
            elif name == "Start":
                self._on_start(value, position, place["end"])
            elif name == "End":
                self._on_end(value, position)
            else:
                self._on_inline(name, value, position, locate(place["end"])[0])

    # -- structure -----------------------------------------------------------------------------

    def _on_start(self, tag: Any, start: int, byte_end: int) -> None:
        name: str
        value: Any = None
        if tag.__class__ is str:
            name = tag
        else:
            ((name, value),) = tag.items()
        if name in _STRUCTURE:
            self._flush()
            if name != "Paragraph" and self._open:
                self._open[-1].has_block = True
            self._open.append(_Open(name, value, start, byte_end))
            if name in _CONTAINERS:
                self._containers = None
        elif name == "Link":
            kind = _LINK_KINDS.get(value["link_type"], "reference")
            self.inline.open_link(start, value["dest_url"], kind)
            if kind in ("autolink", "email"):
                self._skip = self._offsets.locate(byte_end)[0]
                self.inline.builder.append_object(start, self._skip)
        elif name == "Image":
            self._images.append((start, value["dest_url"]))

    def _on_end(self, tag: Any, end: int) -> None:
        if tag.__class__ is str:
            name = tag
        else:
            (name,) = tag
        if name in _STRUCTURE:
            self._flush()
            self._open.pop()
            if name in _CONTAINERS:
                self._containers = None
            return
        if name == "Link":
            if self.source.startswith("[]", end) and self.source[end - 1] == "]":
                end += 2  # the parser's range of a collapsed reference lacks its brackets
            self.inline.close_link(end)
        elif name == "Image":
            start, destination = self._images.pop()
            if not self._images:
                self.inline.image(Span(start, end), destination, self._alt)
                self._alt = []
        self._end = end

    def _flush(self) -> None:
        """End the block that is being built, if there is one."""
        if not self._open:
            return
        top = self._open[-1]
        if self._html_lines:
            self._flush_html()
        elif self.inline.builder:
            kind = _LEAVES.get(top.name, BlockKind.PARAGRAPH)
            start, end, label = top.start, self._end, ""
            if kind is BlockKind.HEADING or kind is BlockKind.CODE:
                end = self._stripped_end(top)
                if kind is BlockKind.CODE and top.value != "Indented":
                    label = top.value["Fenced"]
            elif kind is BlockKind.TABLE_CELL:
                start = self.inline.builder.source_span.start
            else:
                around = self._open[-2] if len(self._open) > 1 else top
                marked = top if top.name in _MARKED else around
                if marked.name in _MARKED:
                    kind = _MARKED[marked.name]
                    if not marked.has_block:
                        marked.has_block = True
                        start = marked.start
                    elif marked is top:
                        start = self.inline.builder.source_span.start
            self.blocks += self.inline.finish(
                kind,
                Span(start, end),
                level=self._level(top),
                containers=self._containers_here(),
                label=label,
            )
            if self.html.has_tags:
                self.blocks += self.html.markup(self._containers_here(), alone=False)
        elif self.html.has_tags:
            self.blocks += self.html.markup(self._containers_here(), alone=True)

    def _flush_html(self) -> None:
        lines, self._html_lines = self._html_lines, []
        around = self._open[-2].name if len(self._open) > 1 else ""
        self.blocks += self.html.block(
            lines,
            len(self.blocks),
            containers=self._containers_here(),
            level=self._containers_here().count("list"),
            kind=_MARKED.get(around, BlockKind.PARAGRAPH),
        )

    def _level(self, top: _Open) -> int:
        if top.name == "Heading":
            return int(top.value["level"][1])
        return self._containers_here().count("list")

    def _containers_here(self) -> tuple[str, ...]:
        if self._containers is None:
            self._containers = tuple(
                [
                    # GitHub's alerts are written as quotations but quote nobody.
                    "aside" if o.name == "BlockQuote" and o.value else _CONTAINERS[o.name]
                    for o in self._open
                    if o.name in _CONTAINERS
                ]
            )
        return self._containers

    def _stripped_end(self, top: _Open) -> int:
        end = self._offsets.locate(top.byte_end)[0]
        while end > top.start and self.source[end - 1] in " \t\r\n":
            end -= 1
        return end

    # -- inline --------------------------------------------------------------------------------

    def _on_mark(self, event: str, start: int, byte_end: int) -> None:
        if event == "Rule":
            end = self._offsets.locate(byte_end)[0]
            span = Span(start, start + len(self.source[start:end].rstrip()))
            containers = self._containers_here()
            self.blocks.append(Block(BlockKind.BREAK, "", span, (), containers=containers))
        elif self._images:
            self._alt.append((" ", start, self._offsets.locate(byte_end)[0]))
        elif start >= self._skip:
            self.inline.builder.append_break(" " if event == "SoftBreak" else "\n", start)

    def _on_inline(self, name: str, value: Any, start: int, end: int) -> None:
        if name == "Html":
            if start < end:
                self._html_lines.append((start, end))
            return
        if self._images:
            if name == "Code":
                self._alt.append((value, start, end))
            return
        if start < self._skip:
            return
        if name == "InlineHtml":
            limit = self._offsets.locate(self._open[-1].byte_end)[0] if self._open else end
            self._skip = self.html.tag(start, end, limit)
            end = self._skip
        elif name == "FootnoteReference":
            self.inline.footnote(Span(start, end))
        elif name in ("Code", "InlineMath", "DisplayMath"):
            self.inline.builder.append_object(start, end)
        self._end = end
