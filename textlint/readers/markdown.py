"""Markdown through pyromark's events, whose byte ranges carry every position."""

from __future__ import annotations

import re
from typing import Any

import pyromark
from pyromark import Options

from textlint.document import Block, BlockKind, Document, Notice
from textlint.model import Span
from textlint.readers.byte_offsets import ByteOffsets
from textlint.readers.frontmatter import read_front_matter
from textlint.readers.inline import InlineText
from textlint.readers.markdown_html import HtmlInMarkdown
from textlint.readers.markdown_source import parser_copy
from textlint.readers.scalars import Piece
from textlint.readers.template_masks import applied
from textlint.readers.template_tags import ADMONITIONS, find_masks

OPTIONS = (
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
_MARKUP = frozenset({"Emphasis", "Strong", "Strikethrough"})  # text of any kind is text
_ESCAPED = re.compile(r"\\|\r\n")
_LINK_KINDS = {"Inline": "inline", "Autolink": "autolink", "Email": "email"}


def read_markdown(path: str, source: str) -> Document:
    """Read CommonMark with GitHub's extensions, footnotes, definition lists and front matter."""
    front = read_front_matter(source)
    walker = _Walker(source, front.end, is_mdx=path.lower().endswith(".mdx"))
    walker.walk()
    inline, html = walker.inline, walker.html
    html.enclose()
    inline.blocks.sort(key=lambda block: block.span.start)  # tags lie inside their paragraph
    return Document(
        path,
        source,
        "markdown",
        tuple(front.blocks + inline.blocks),
        meta=tuple(front.values),
        links=tuple(sorted(inline.links, key=lambda link: link.span.start)),
        comments=tuple(walker.comments + html.comments),
        notices=tuple(front.notices + walker.notices + html.notices),
        footnotes=tuple(inline.footnotes),
        body=Span(front.end, len(source)),
    )


class _Walker:
    """Turns the event stream of one body into blocks, links and comments.

    What costs once per event is written out in `walk`; the rest is in small methods.
    """

    def __init__(self, source: str, start: int, *, is_mdx: bool = False) -> None:
        self.source = source
        body = source[start:] if start else source
        masks = find_masks(body, start, is_mdx=is_mdx)
        self._is_mdx = is_mdx
        self.comments = masks.comments
        copy, shown = applied(body, masks.found) if masks.found else (body, body)
        self._shown = source if shown is body else source[:start] + shown
        self.inline = InlineText(has_marks=bool(masks.found))
        self.html = HtmlInMarkdown(source, self.inline, self._shown)
        self._body, notices = parser_copy(copy, start)
        self.notices = masks.notices + notices
        self._is_altered = self._body is not body  # then text is the source's, not the parser's
        self._offsets = ByteOffsets(self._body, start)
        # The block-level constructs that are open: name, value, start, and the end in bytes.
        self._open: list[tuple[str, Any, int, int]] = []
        self._has_block: list[bool] = []  # of each, whether a block in it is finished
        self._containers: tuple[str, ...] | None = ()  # None: to be made anew
        self._byte_end = 0  # where the last inline event ended
        self._skip = start  # what begins before is no prose: code of an HTML element, an autolink
        self._images: list[tuple[int, str]] = []  # start and destination of the open images
        self._alt: list[Piece] = []
        self._html_lines: list[tuple[int, int]] = []
        self._has_html = False  # whether the block being built holds any

    def walk(self) -> None:  # noqa: PLR0915 - a call into a method would be paid for every event
        inline, offsets, source = self.inline, self._offsets, self.source
        shown = self._shown
        pieces, images, is_altered = inline.pieces, self._images, self._is_altered
        low, high, shift = offsets.low, offsets.high, offsets.shift
        event: Any  # the parser's stubs make a union of thirty types of it
        for event, place in pyromark.events_with_range(self._body, options=OPTIONS):
            if event.__class__ is not str:
                value = event.get("End")
                if value is not None:
                    if value.__class__ is not str:
                        [value] = value
                    if value in _MARKUP:
                        self._byte_end = place["end"]
                    else:
                        self._on_end(value, place["end"])
                    continue
            byte = place["start"]
            if low <= byte <= high:
                start = byte - shift
            else:
                start = offsets.locate(byte)
                low, high, shift = offsets.low, offsets.high, offsets.shift
            if event.__class__ is str:
                if event == "SoftBreak" and start == inline.reached and not images:
                    inline.append_soft_break()
                else:
                    self._on_mark(event, start, place["end"])
                continue
            text = event.get("Text")
            if text is not None:
                self._byte_end = byte = place["end"]
                if low <= byte <= high:
                    end = byte - shift
                else:
                    end = offsets.locate(byte)
                    low, high, shift = offsets.low, offsets.high, offsets.shift
                if is_altered and len(text) == end - start:
                    text = (source if self._is_in_code() else shown)[start:end]
                if images:
                    self._alt.append((text, start, end))
                elif start < self._skip:
                    continue
                elif start == inline.reached and len(text) == end - start:
                    pieces.append(text)
                    inline.reached = end
                elif start - inline.reached == 1 and _ESCAPED.match(source, start - 1):
                    # An escape, or the CR of a line end in code, goes with what follows it.
                    inline.append(text[0], start - 1, start + 1)
                    inline.append(text[1:], start + 1, end)
                elif start < end:
                    inline.append(text, start, end)
                continue
            [(name, value)] = event.items()
            if name != "Start":
                self._on_inline(name, value, start, place["end"])
            elif value.__class__ is str:
                if value not in _MARKUP:
                    self._on_start(value, None, start, place["end"])
            else:
                [(name, value)] = value.items()
                self._on_start(name, value, start, place["end"])

    def _is_in_code(self) -> bool:
        """Whether template tags are shown here as they are; MDX has no indented code."""
        if not self._open or self._open[-1][0] != "CodeBlock":
            return False
        return not (self._is_mdx and self._open[-1][1] == "Indented")

    # -- structure -----------------------------------------------------------------------------

    def _on_start(self, name: str, value: Any, start: int, byte_end: int) -> None:
        if name in _STRUCTURE:
            if self.inline.pieces or self._has_html:
                self._flush()
            if name != "Paragraph" and self._open:
                self._has_block[-1] = True
            self._open.append((name, value, start, byte_end))
            self._has_block.append(False)
            if name in _CONTAINERS:
                self._containers = None
        elif name == "Link":
            kind = _LINK_KINDS.get(value["link_type"], "reference")
            self.inline.open_link(start, self._address(value["dest_url"], start, byte_end), kind)
            if kind in ("autolink", "email"):
                self._skip = self._offsets.locate(byte_end)
                self.inline.append_object(start, self._skip)
        elif name == "Image":
            self._images.append((start, self._address(value["dest_url"], start, byte_end)))

    def _address(self, destination: str, start: int, byte_end: int) -> str:
        """Return the destination as it was written, if the parser has got a copy of it."""
        if not self._is_altered:
            return destination
        copy, base = self._body, len(self.source) - len(self._body)
        end = self._offsets.locate(byte_end) - base
        place = copy.find(f"]({destination}", start - base, end) + 2 + base
        if place < base + 2:
            return destination
        return self.source[place : place + len(destination)]

    def _on_end(self, name: str, byte_end: int) -> None:
        if name in _STRUCTURE:
            if self.inline.pieces or self._has_html:
                self._flush()
            self._open.pop()
            self._has_block.pop()
            if name in _CONTAINERS:
                self._containers = None
            return
        self._byte_end = byte_end
        if name == "Link":
            end = self._offsets.locate(byte_end)
            if self.source.startswith("[]", end) and self.source[end - 1] == "]":
                end += 2  # the parser's range of a collapsed reference lacks its brackets
                self._byte_end += 2
            self.inline.close_link(end)
        elif name == "Image":
            start, destination = self._images.pop()
            if not self._images:
                span = Span(start, self._offsets.locate(byte_end))
                self.inline.image(span, destination, self._alt)
                self._alt = []

    def _flush(self) -> None:
        """End the block that is being built, if there is one."""
        inline = self.inline
        if not inline.pieces:
            self._flush_html()
            return
        name, value, start, byte_end = self._open[-1]
        kind = _LEAVES.get(name, BlockKind.PARAGRAPH)
        containers = self._containers
        if containers is None:
            containers = self._containers_here()
        level = containers.count("list") if containers else 0
        label = ""
        if kind is BlockKind.HEADING or kind is BlockKind.CODE:
            # The last line of an indented code block ends with its line end.
            end = max(self._stripped_end(start, byte_end), inline.source_end)
            if kind is BlockKind.HEADING:
                level = int(value["level"][1])
            elif value != "Indented":
                label = value["Fenced"]
                if end + 2 >= len(self.source.rstrip()):
                    self._check_fence(start, end)
            elif self._is_mdx:  # which has no such code: lines are indented like their component
                kind = BlockKind.PARAGRAPH
        else:
            end = self._offsets.locate(self._byte_end)
            marked = -1 if name in _MARKED else -2 if len(self._open) > 1 else 0
            if marked and self._open[marked][0] in _MARKED:
                kind = _MARKED[self._open[marked][0]]
                if self._is_altered and self._is_admonition(self._open[marked][2]):
                    kind = BlockKind.PARAGRAPH
                if not self._has_block[marked]:
                    self._has_block[marked] = True
                    start = self._open[marked][2]
                elif marked == -1:
                    start = inline.source_start
            elif name != "Paragraph":  # the range of a table's cell begins before its text
                start = inline.source_start
        inline.finish(kind, Span(start, end), level, containers, label)
        if self._has_html:
            self._has_html = False
            self.html.add_markup(containers, alone=False)

    def _check_fence(self, start: int, end: int) -> None:
        """Say it if the code at the end of the text has no closing fence."""
        fence = self.source[start : start + 3]
        lines = self.source[start:end].splitlines()
        if not lines[-1].strip(" \t>").startswith(fence) or len(lines) == 1:
            message = f'"{fence}" is not closed: all that follows is read as code.'
            self.notices.append(Notice(Span(start, start + 3), message))

    def _flush_html(self) -> None:
        """End a block that held nothing but HTML."""
        self._has_html = False
        containers = self._containers_here()
        if self._html_lines:
            lines, self._html_lines = self._html_lines, []
            around = self._open[-2][0] if len(self._open) > 1 else ""
            kind = _MARKED.get(around, BlockKind.PARAGRAPH)
            self.html.block(lines, containers, containers.count("list"), kind)
        else:
            self.html.add_markup(containers, alone=True)

    def _containers_here(self) -> tuple[str, ...]:
        if self._containers is None:
            self._containers = tuple(
                [
                    # GitHub's alerts are written as quotations but quote nobody.
                    "aside" if self._is_aside(name, value, start) else _CONTAINERS[name]
                    for name, value, start, _ in self._open
                    if name in _CONTAINERS
                ]
            )
        return self._containers

    def _is_aside(self, name: str, value: Any, start: int) -> bool:
        """Whether it is an alert, or an admonition that the parser was given as a list."""
        if name == "BlockQuote":
            return bool(value) or self.source.startswith("[!", start + 2)
        return name == "List" and self._is_altered and self._is_admonition(start)

    def _is_admonition(self, start: int) -> bool:
        return self.source[start : start + 40].lstrip(" ").startswith(ADMONITIONS)

    def _stripped_end(self, start: int, byte_end: int) -> int:
        end = self._offsets.locate(byte_end)
        while end > start and self.source[end - 1] in " \t\r\n":
            end -= 1
        return end

    # -- inline --------------------------------------------------------------------------------

    def _on_mark(self, event: str, start: int, byte_end: int) -> None:
        if event == "Rule":
            span = Span(start, self._stripped_end(start, byte_end))
            containers = self._containers_here()
            self.inline.blocks.append(Block(BlockKind.BREAK, "", span, (), 0, containers))
        elif self._images:
            self._alt.append((" ", start, self._offsets.locate(byte_end)))
        elif start >= self._skip:
            self.inline.append_break(" " if event == "SoftBreak" else "\n", start)

    def _on_inline(self, name: str, value: Any, start: int, byte_end: int) -> None:
        end = self._offsets.locate(byte_end)
        if name == "Html":
            if start < end:
                self._html_lines.append((start, end))
                self._has_html = True
            return
        self._byte_end = byte_end
        if self._images:
            if name == "Code":
                self._alt.append((value, start, end))
        elif start < self._skip:
            return
        elif name == "InlineHtml":
            self._has_html = True
            self._skip = self.html.tag(start, end)
        elif name == "FootnoteReference":
            self.inline.footnote(Span(start, end))
        elif name in ("Code", "InlineMath", "DisplayMath"):
            self.inline.append_object(start, end)
