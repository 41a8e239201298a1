"""From the parser's stream of events to blocks, links and comments."""

from __future__ import annotations

import re
from typing import Any

import pyromark

from textlint.document import Block, BlockKind, Notice
from textlint.model import Span
from textlint.readers.inline import InlineText
from textlint.readers.markdown_html import HtmlInMarkdown
from textlint.readers.markdown_source import OPTIONS
from textlint.readers.markdown_texts import MarkdownTexts
from textlint.readers.scalars import Piece

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
_PARAGRAPH_END = {"End": "Paragraph"}
_ESCAPED = re.compile(r"\\|\r\n")
_LINK_KINDS = {"Inline": "inline", "Autolink": "autolink", "Email": "email"}


class MarkdownWalker:
    """Turns the event stream of one body into blocks, links and comments.

    What costs once per event is written out in `walk`; the rest is in small methods.
    """

    def __init__(self, source: str, start: int, *, is_mdx: bool = False) -> None:
        self.source = source
        self._is_mdx = is_mdx
        self._text_end = len(source.rstrip())
        texts = self._texts = MarkdownTexts(source, start, is_mdx=is_mdx)
        self._offsets = texts.offsets
        self.comments = texts.comments
        self.notices = texts.notices
        self.inline = InlineText(has_marks=texts.has_masks)
        self.html = HtmlInMarkdown(source, self.inline, texts.shown)
        self._written = texts.shown  # the text of which the parser has got a copy
        # The block-level constructs that are open: name, value, start, and the end in bytes.
        self._open: list[tuple[str, Any, int, int]] = []
        self._has_block: list[bool] = []  # of each, whether a block in it is finished
        self._containers: tuple[str, ...] | None = ()  # None: to be made anew
        self._level = 0  # how many of them are lists
        self._byte_end = 0  # where the last inline event ended
        self._skip = start  # what begins before is no prose: code of an HTML element, an autolink
        self._images: list[tuple[int, str]] = []  # start and destination of the open images
        self._alt: list[Piece] = []
        self._html_lines: list[tuple[int, int]] = []
        self._has_html = False  # whether the block being built holds any

    def walk(self) -> None:  # noqa: PLR0915 - a call would be paid for every event
        inline, offsets, texts = self.inline, self._offsets, self._texts
        pieces, images, is_altered = inline.pieces, self._images, texts.is_altered
        low, high, shift = offsets.low, offsets.high, offsets.shift
        events = pyromark.events_with_range(texts.body, options=OPTIONS)
        event: Any  # the parser's stubs make a union of thirty types of it
        for event, place in events:
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
            [name] = event
            value = event[name]
            if name == "Text":
                self._byte_end = byte_end = place["end"]
                if low <= byte_end <= high:
                    end = byte_end - shift
                else:
                    end = offsets.locate_end(byte_end)
                    low, high, shift = offsets.low, offsets.high, offsets.shift
                is_whole = len(value) == end - start
                if is_altered and is_whole:
                    value = self._written[start:end]
                if is_whole and start == inline.reached:
                    pieces.append(value)
                    inline.reached = end
                elif is_whole and value and not (pieces or images or start < self._skip):
                    pieces.append(value)
                    inline.origin = start
                    inline.reached = end
                else:
                    self._on_text(value, start, end, byte, byte_end)
            elif name == "Start":
                if value.__class__ is str:
                    name, value = value, None
                else:
                    [name] = value
                    value = value[name]
                if name in _STRUCTURE:
                    if pieces or self._has_html:
                        self._flush()
                    if name == "Paragraph":
                        if self._take_plain(start, byte, place["end"]):
                            # Its events tell nothing new: there is one of text for each line.
                            while next(events)[0] != _PARAGRAPH_END:
                                pass
                            continue
                    elif self._has_block:
                        self._has_block[-1] = True
                    self._open.append((name, value, start, place["end"]))
                    self._has_block.append(False)
                    if name in _CONTAINERS:
                        self._containers = None
                    elif name == "CodeBlock":  # in which template tags are shown as they are
                        self._written = self.source
                elif name not in _MARKUP:
                    self._on_start(name, value, start, byte, place["end"])
            elif name == "End":
                if value.__class__ is not str:
                    [value] = value
                if value in _STRUCTURE:
                    if pieces or self._has_html:
                        self._flush()
                    self._open.pop()
                    self._has_block.pop()
                    if value in _CONTAINERS:
                        self._containers = None
                    elif value == "CodeBlock":
                        self._written = texts.shown
                else:
                    self._byte_end = place["end"]
                    if value not in _MARKUP:
                        self._on_end(value, place["end"])
            else:
                self._on_inline(name, value, start, place["end"])

    def _take_plain(self, start: int, byte: int, byte_end: int) -> bool:
        """Take the paragraph at `start` as it stands, if there is nothing in it but text."""
        text = self._texts.plain(start, byte, byte_end)
        if not text:
            return False
        self._byte_end = byte_end
        kind, begin = BlockKind.PARAGRAPH, start
        if self._open:
            kind, begin = self._as_first(-1, kind, start)
        containers = self._containers
        if containers is None:
            containers = self._containers_here()
        if "\n" in text:
            text = text.replace("\n", " ")
        span = Span(begin, start + len(text))
        self.inline.blocks.append(Block(kind, text, span, start, self._level, containers))
        return True

    def _on_text(self, text: str, start: int, end: int, byte: int, byte_end: int) -> None:
        """Take text that is not simply the first of its block or what follows the text before it."""
        inline, size = self.inline, end - start
        is_cut = self._texts.is_cut
        if self._images:
            self._alt.append((text, start, end))
        elif start < self._skip:
            return
        elif start - inline.reached == 1 and _ESCAPED.match(self.source, start - 1):
            # An escape, or the CR of a line end in code, goes with what follows it.
            inline.append(text[0], start - 1, start + 1)
            if is_cut and text[0] == "\n":
                self._add_lines(byte + 1, byte_end)
            else:
                inline.append(text[1:], start + 1, end)
        elif len(text) != size and is_cut and "\n" in text:
            self._add_lines(byte, byte_end)
        elif start < end:
            inline.append(text, start, end)

    def _add_lines(self, byte: int, byte_end: int) -> None:
        """Add text of which some lines had a margin that the parser was not to see."""
        for piece in self._texts.lines(byte, byte_end, self._written):
            self.inline.append(*piece)

    # -- structure -----------------------------------------------------------------------------

    def _on_start(self, name: str, value: Any, start: int, byte: int, byte_end: int) -> None:
        if name == "Link":
            kind = _LINK_KINDS.get(value["link_type"], "reference")
            destination = self._texts.address(value["dest_url"], byte, byte_end)
            self.inline.open_link(start, destination, kind)
            if kind in ("autolink", "email"):
                self._skip = self._offsets.locate_end(byte_end)
                self.inline.append_object(start, self._skip)
        elif name == "Image":
            destination = self._texts.address(value["dest_url"], byte, byte_end)
            self._images.append((start, destination))

    def _on_end(self, name: str, byte_end: int) -> None:
        if name == "Link":
            end = self._offsets.locate_end(byte_end)
            if self.source.startswith("[]", end) and self.source[end - 1] == "]":
                end += 2  # the parser's range of a collapsed reference lacks its brackets
                self._byte_end += 2
            self.inline.close_link(end)
        elif name == "Image":
            start, destination = self._images.pop()
            if not self._images:
                span = Span(start, self._offsets.locate_end(byte_end))
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
        level = self._level
        label = ""
        if kind is BlockKind.HEADING or kind is BlockKind.CODE:
            # The last line of an indented code block ends with its line end.
            end = max(self._texts.stripped_end(start, byte_end), inline.source_end)
            if kind is BlockKind.HEADING:
                level = int(value["level"][1])
            elif value != "Indented":
                label = value["Fenced"]
                if end + 2 >= self._text_end:
                    self._check_fence(start, end)
            elif self._is_mdx:  # which has no such code: lines are indented like their component
                kind = BlockKind.PARAGRAPH
        else:
            end = self._offsets.locate_end(self._byte_end)
            if self._has_html:  # of an element that is code, all belongs to the block
                end = max(end, inline.source_end)
            if name != "Paragraph":  # the range of a table's cell begins before its text
                start = inline.source_start
            if name in _MARKED:
                kind, start = self._as_first(-1, kind, start)
            elif len(self._open) > 1:
                kind, start = self._as_first(-2, kind, start)
        inline.finish(kind, Span(start, end), level, containers, label)
        if self._has_html:
            self._has_html = False
            self.html.add_markup(containers, alone=False)

    def _as_first(self, around: int, kind: BlockKind, start: int) -> tuple[BlockKind, int]:
        """Return what a paragraph is in the open construct `around`, and where it begins.

        The first one in a list item, a definition or a note begins with the mark of that.
        """
        name, _, outer, _ = self._open[around]
        if name not in _MARKED:
            return kind, start
        is_admonition = self._texts.is_admonition(outer)
        kind = BlockKind.PARAGRAPH if is_admonition else _MARKED[name]
        if not self._has_block[around]:
            self._has_block[around] = True
            start = outer
        return kind, start

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
            self._level = self._containers.count("list")
        return self._containers

    def _is_aside(self, name: str, value: Any, start: int) -> bool:
        """Whether it is an alert, or an admonition that the parser was given as a list."""
        if name == "BlockQuote":
            return bool(value) or self.source.startswith("[!", start + 2)
        return name == "List" and self._texts.is_admonition(start)

    # -- inline --------------------------------------------------------------------------------

    def _on_mark(self, event: str, start: int, byte_end: int) -> None:
        if event == "Rule":
            span = Span(start, self._texts.stripped_end(start, byte_end))
            containers = self._containers_here()
            self.inline.blocks.append(Block(BlockKind.BREAK, "", span, (), 0, containers))
        elif self._images:
            self._alt.append((" ", start, self._offsets.locate_end(byte_end)))
        elif start >= self._skip:
            self.inline.append_break(" " if event == "SoftBreak" else "\n", start)

    def _on_inline(self, name: str, value: Any, start: int, byte_end: int) -> None:
        end = self._offsets.locate_end(byte_end)
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
            limit = self._offsets.locate_end(self._open[-1][3]) if self._open else len(self.source)
            self._skip = self.html.tag(start, end, limit)
        elif name == "FootnoteReference":
            self.inline.footnote(Span(start, end))
        elif name in ("Code", "InlineMath", "DisplayMath"):
            self.inline.append_object(start, end)
