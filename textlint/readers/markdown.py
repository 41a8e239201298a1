"""Markdown through pyromark's events, whose byte ranges carry every position."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import Any

import pyromark
from pyromark import Options

from textlint.document import Block, BlockKind, Comment, Document, Link, Notice
from textlint.model import Span
from textlint.readers.builder import BlockBuilder
from textlint.readers.frontmatter import read_front_matter
from textlint.readers.urls import append_prose

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
    | Options.ENABLE_DEFINITION_LIST
)

_COMMENT = re.compile(r"<!--(?:>|->)?")
_BREAK = re.compile(r"<br\s*/?>\Z", re.IGNORECASE)
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


def byte_offsets(text: str) -> Callable[[int], int]:
    """Return a function from UTF-8 byte offsets of `text` to code-point offsets."""
    if text.isascii():
        return lambda offset: offset
    positions: list[int] = []  # byte offset just after each non-ASCII character
    surplus: list[int] = [0]  # bytes beyond one per character up to there
    extra = 0
    for match in re.finditer(r"[^\x00-\x7f]", text):
        extra += len(match.group().encode("utf-8")) - 1
        positions.append(match.end() + extra)
        surplus.append(extra)
    return lambda offset: offset - surplus[bisect_left(positions, offset + 1)]


def read_markdown(path: str, source: str) -> Document:
    """Read Markdown with front matter; see `Document` for what the blocks hold."""
    front = read_front_matter(source)
    walker = _Walker(source, front.end)
    walker.walk()
    return Document(
        path,
        source,
        "markdown",
        tuple(front.blocks + walker.blocks),
        meta=tuple(front.values),
        links=tuple(sorted(walker.links, key=lambda link: link.span)),
        comments=tuple(walker.comments),
        notices=tuple(front.notices + walker.notices),
        footnotes=tuple(walker.footnotes),
        body=Span(front.end, len(source)),
    )


class _Walker:
    """Turns the event stream of one body into blocks, links and comments."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.start = start
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.comments: list[Comment] = []
        self.notices: list[Notice] = []
        self.footnotes: list[Span] = []
        self._builder = BlockBuilder()
        self._open: list[tuple[str, Any, Span]] = []  # block-level constructs around us
        self._links: list[tuple[dict[str, Any], int, int]] = []
        self._text: list[str] = []  # text of the open links
        self._images = 0
        self._block_span: Span | None = None

    def walk(self) -> None:
        body = self.source[self.start :]
        locate = byte_offsets(body)
        for event, byte_range in pyromark.events_with_range(body, options=_OPTIONS):
            start = locate(byte_range["start"]) + self.start
            end = locate(byte_range["end"]) + self.start
            if isinstance(event, str):
                self._mark(event, start, end)
                continue
            ((name, value),) = event.items()
            if name == "Text":
                self._on_text(value, start, end)
            elif name == "Start":
                self._on_start(value, start, end)
            elif name == "End":
                self._on_end(value)
            else:
                self._on_inline(name, value, start, end)
        self._flush()

    # -- structure -----------------------------------------------------------------------------

    def _on_start(self, tag: Any, start: int, end: int) -> None:
        name, value = _split(tag)
        if name == "Link":
            self._links.append((value, start, end))
            if value["link_type"] in ("Autolink", "Email"):
                self._builder.append_object(start, end)
        elif name == "Image":
            if not self._images:
                self._builder.append_object(start, end)
                self.links.append(Link(Span(start, end), "", value["dest_url"], "image"))
            self._images += 1
        elif name in _LEAVES or name in _CONTAINERS or name == "DefinitionList":
            self._flush()
            self._open.append((name, value, Span(start, end)))
        elif name in ("TableHead", "TableRow", "MetadataBlock"):
            self._open.append((name, value, Span(start, end)))

    def _on_end(self, tag: Any) -> None:
        name, _ = _split(tag)
        if name == "Link":
            value, start, end = self._links.pop()
            self._close_link(value, start, end)
        elif name == "Image":
            self._images -= 1
        elif self._open and self._open[-1][0] == name:
            self._flush()
            self._open.pop()

    def _flush(self) -> None:
        if not self._builder or not self._open:
            return
        name, value, span = self._leaf()
        end = span.end
        while end > span.start and self.source[end - 1] in " \t\r\n":
            end -= 1
        lists = sum(1 for opened, _, _ in self._open if opened == "List")
        kind = _LEAVES.get(name, BlockKind.PARAGRAPH)
        level = int(value["level"][1:]) if name == "Heading" else lists
        label = ""
        if kind is BlockKind.CODE and isinstance(value, dict):
            label = str(value.get("Fenced", ""))
        containers = tuple(_CONTAINERS[o] for o, _, _ in self._open if o in _CONTAINERS)
        if name == "Paragraph" and len(self._open) > 1 and self._open[-2][0] == "Item":
            kind = BlockKind.LIST_ITEM
        self.blocks.append(
            self._builder.build(
                kind, Span(span.start, end), level=level, containers=containers, label=label
            )
        )

    def _leaf(self) -> tuple[str, Any, Span]:
        return self._open[-1]

    # -- inline --------------------------------------------------------------------------------

    def _on_text(self, text: str, start: int, end: int) -> None:
        if self._images:
            return
        name = self._open[-1][0] if self._open else ""
        if self._links:
            if self._links[-1][0]["link_type"] in ("Autolink", "Email"):
                return
            self._text.append(text)
            self._builder.append(text, start, end)
        elif name == "CodeBlock" or len(text) != end - start:
            self._builder.append(text, start, end)
        else:
            append_prose(self._builder, text, start, self.links)

    def _on_inline(self, name: str, value: Any, start: int, end: int) -> None:
        if name == "Html":
            self._builder.append(value, start, end)
            self._comments(value, start, end)
        elif name == "InlineHtml":
            if _BREAK.search(value):
                self._builder.append_break("\n", start)
            self._comments(value, start, end)
        elif self._images:
            return
        elif name in ("Code", "InlineMath", "DisplayMath"):
            self._builder.append_object(start, end)
        elif name == "FootnoteReference":
            self.footnotes.append(Span(start, end))
            self._builder.append_object(start, end)

    def _mark(self, event: str, start: int, end: int) -> None:
        if self._images:
            return
        if event == "SoftBreak":
            self._builder.append_break(" ", start)
        elif event == "HardBreak":
            self._builder.append_break("\n", start)

    def _close_link(self, value: dict[str, Any], start: int, end: int) -> None:
        kind = {"Inline": "inline", "Autolink": "autolink", "Email": "email"}.get(
            value["link_type"], "reference"
        )
        text = "".join(self._text)
        if not self._links:
            self._text = []
        self.links.append(Link(Span(start, end), text, value["dest_url"], kind))

    def _comments(self, text: str, start: int, end: int) -> None:
        for match in _COMMENT.finditer(text):
            close = text.find("-->", match.end())
            inner_end = close if close >= 0 else len(text)
            last = start + (close + 3 if close >= 0 else len(text))
            self.comments.append(
                Comment(
                    Span(start + match.start(), min(last, end)), text[match.start() + 4 : inner_end]
                )
            )


def _split(tag: Any) -> tuple[str, Any]:
    if isinstance(tag, str):
        return tag, None
    ((name, value),) = tag.items()
    return name, value
