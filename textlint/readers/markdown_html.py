"""HTML inside Markdown: whole blocks of it and single tags in running text."""

from __future__ import annotations

import re
from itertools import pairwise

from textlint.document import Block, BlockKind, Comment, Notice
from textlint.lazy import lazy_pattern
from textlint.model import Span
from textlint.readers.builder import BlockBuilder
from textlint.readers.html_blocks import HtmlBlocks
from textlint.readers.html_markup import (
    CODE,
    EMBEDS,
    HIDDEN,
    STRUCTURAL,
    attribute_pieces,
    attributes,
)
from textlint.readers.html_stack import CONTAINERS
from textlint.readers.inline import InlineText

MAX_OPEN = 20  # elements around Markdown that are kept track of at one time
MAX_INLINE = 2_000  # characters within which an inline element must end

_TAG_NAME = lazy_pattern(r"</?([A-Za-z][A-Za-z0-9-]*)")
# A paragraph of several words.
_PARAGRAPH = lazy_pattern(r"\s*<p(?:\s[^>]{0,200})?>[^<>]*[^\W\d_]+ +[^\W\d_]+ +[^\W\d_]+")
# The end tag of an element whose content is no text, or another one that opens before it.
_RAW_END = {
    name: lazy_pattern(rf"<(?:(/){name}(?=[\s/>])[^>]{{0,200}}>|{name}\b)", re.IGNORECASE)
    for name in ("script", "style", "template", "textarea", "xmp")
}
# An end tag, or what ends the block: a blank line, or the mark of another.
_END_TAG_OR_GAP = lazy_pattern(
    r"</([A-Za-z]+)\s*>"
    r"|(?:\r\n|\n)[> \t]*(?:\r|\n|#{1,6}[ \t\r\n]|[-*+][ \t]|[0-9]{1,9}[.)][ \t]|```|~~~)"
)


class HtmlInMarkdown:
    """Reads the HTML that the Markdown parser passes through, with the source's own offsets."""

    def __init__(self, source: str, inline: InlineText, shown: str) -> None:
        self.source = source
        self._shown = shown  # the source without template syntax, of the same length
        self.comments: list[Comment] = []
        self.notices: list[Notice] = []
        self._inline = inline
        self._tags: list[
            tuple[int, int, str]
        ] = []  # start, end and name of the block's inline tags
        # Of each element, up to where its end tag was looked for in vain.
        self._no_end_before: dict[str, int] = {}
        self._open: list[tuple[str, int, int]] = []  # name, number of blocks before it, depth
        self._enclosed: list[tuple[str, int, int, int]] = []  # name, blocks from and to, depth
        # Number of blocks before the rest of a script, and where its end tag ends.
        self._raw: list[tuple[int, int]] = []
        self._no_raw_end: set[str] = set()

    def block(
        self,
        lines: list[tuple[int, int]],
        containers: tuple[str, ...],
        level: int,
        kind: BlockKind,
    ) -> None:
        """Read the HTML that stands on `lines` of the source: one raw block, then the prose in it.

        Lines lack what belongs to the block quotes and lists around.
        """
        blocks = self._inline.blocks
        before = len(blocks)
        source = self.source
        start, end = lines[0][0], lines[-1][1]
        while end > start and source[end - 1] in " \t\r\n":
            end -= 1
        text, shift = self._shown, 0
        if any(line[0] != before[1] for before, line in pairwise(lines)):
            # What stands between the lines is read as spaces, so that offsets stay the source's.
            text, shift = _with_gaps_blank(text, lines, end), start
        raw = BlockBuilder()
        for line_start, line_end in lines:
            line = source[line_start : min(line_end, end)]
            raw.append(line, line_start, line_start + len(line))
        name = _TAG_NAME.match(source, start, end)
        label = name[1].lower() if name else ""
        blocks.append(raw.build(BlockKind.HTML, Span(start, end), level, containers, label))
        reader = HtmlBlocks(
            text,
            start - shift,
            end - shift,
            inline=self._inline,
            shift=shift,
            containers=containers,
            level=level,
            kind=kind,
        )
        reader.read()
        self.comments += reader.comments
        self.notices += [notice for notice in reader.notices if not self._goes_on(notice, end)]
        self._enclose(reader, before, len(containers))

    def _enclose(self, reader: HtmlBlocks, before: int, depth: int) -> None:
        after = len(self._inline.blocks)
        for name in reader.unopened:
            for index in range(len(self._open) - 1, -1, -1):
                if self._open[index][0] == name and self._open[index][2] == depth:
                    _, first, _ = self._open[index]
                    del self._open[index:]
                    self._enclosed.append((name, first, before, depth))
                    break
        for name in reader.unclosed:
            if len(self._open) < MAX_OPEN:
                self._open.append((name, after, depth))

    def _goes_on(self, notice: Notice, end: int) -> bool:
        """Whether the script that lacks its end in a block of HTML up to `end` has it further down.

        A blank line ends the block for Markdown, and not the element for a browser.
        """
        name = _TAG_NAME.match(self.source, notice.span.start)
        end_tag = _RAW_END.get(name[1].lower()) if name is not None else None
        if name is None or end_tag is None or name[1].lower() in self._no_raw_end:
            return False
        if self._raw and end < self._raw[-1][1]:
            return True  # inside the one before
        close = end_tag.search(self._shown, end)
        if close is None:
            self._no_raw_end.add(name[1].lower())
            return False
        if close[1] is None:
            return False
        self._raw.append((len(self._inline.blocks), close.end()))
        return True

    def _hide(self, first: int, end: int) -> None:
        """Take for code what Markdown made of the rest of a script: all blocks up to `end`."""
        blocks = self._inline.blocks
        for index in range(first, len(blocks)):
            block = blocks[index]
            if block.span.start >= end:
                break
            if block.is_prose and not self.source[end : block.span.end].strip():
                blocks[index] = block.changed(BlockKind.CODE, block.containers)

    def _say_indented(self) -> None:
        """Say of paragraphs that Markdown takes them for code, where others are HTML as well."""
        blocks = self._inline.blocks
        if not any(block.kind is BlockKind.HTML and block.label == "p" for block in blocks):
            return
        for block in blocks:
            if (
                block.kind is BlockKind.CODE
                and _PARAGRAPH.match(block.text)
                and not self.source.startswith(("`", "~"), block.span.start)
            ):
                message = "HTML indented by four blanks is code in Markdown: it is not read."
                self.notices.append(Notice(block.span, message))
                return

    def enclose(self) -> None:
        """Give blocks the containers whose tags stand in two blocks of HTML around them.

        An element that is never closed encloses nothing: better a paragraph too much than an article
        that is taken for a quotation.
        """
        for first, end in self._raw:
            self._hide(first, end)
        self._say_indented()
        blocks = self._inline.blocks
        for name, first, last, depth in self._enclosed:
            for index in range(first, last):
                block = blocks[index]
                around = block.containers
                kind = block.kind
                if name == "nav" and block.is_prose:
                    kind = BlockKind.NAVIGATION
                inside = (*around[:depth], CONTAINERS[name], *around[depth:])
                blocks[index] = block.changed(kind, inside)

    def tag(self, start: int, end: int, limit: int) -> int:
        """Take the inline tag or comment `source[start:end]` of a block that ends at `limit`.

        Return the offset up to which what follows is not prose.
        """
        source = self.source
        if source.startswith("<!--", start):
            close = end - 3 if source.startswith("-->", end - 3) else end
            inner = min(start + 4, close)
            self.comments.append(Comment(Span(start, end), source[inner:close]))
            return end
        match = _TAG_NAME.match(source, start, end)
        if match is None:
            return end
        name = match[1].lower()
        closing = source[start + 1] == "/"
        self._tags.append((start, end, "" if closing else name))
        builder = self._inline
        if name == "br" or name in STRUCTURAL:
            builder.append_break("\n", start)
        elif name == "q":
            builder.append("”" if closing else "“", start, end)
        elif closing:
            if name == "a":
                self._inline.close_link(end, "html")
        elif name in ("a", "img"):
            self._link_or_image(name, start, end)
        elif name in CODE or name in HIDDEN:
            return self._element(name, start, end, limit)
        return end

    def add_markup(self, containers: tuple[str, ...], *, alone: bool) -> None:
        """Add the tags of the block just ended as blocks of HTML, and forget them.

        `alone`: the block held nothing else, so that all of it is one block; else only what brings in
        something from elsewhere is one.
        """
        tags, self._tags = self._tags, []
        if alone and tags:
            tags = [(tags[0][0], tags[-1][1], tags[0][2])]
        else:
            tags = [tag for tag in tags if tag[2] in EMBEDS]
        for start, end, name in tags:
            text, span = self.source[start:end], Span(start, end)
            block = Block(BlockKind.HTML, text, span, start, 0, containers, name)
            self._inline.blocks.append(block)

    def _link_or_image(self, name: str, start: int, end: int) -> None:
        found = attributes(self.source, start, end)
        if name == "img":
            alt = attribute_pieces(self.source, found["alt"]) if "alt" in found else []
            source = found["src"].value if "src" in found else ""
            self._inline.image(Span(start, end), source, alt)
        elif "href" in found:
            rel = found["rel"].value.lower() if "rel" in found else ""
            self._inline.open_link(start, found["href"].value.strip(), "html", rel)

    def _element(self, name: str, start: int, end: int, limit: int) -> int:
        if end < self._no_end_before.get(name, 0):
            return end
        limit = min(end + MAX_INLINE, limit)
        for match in _END_TAG_OR_GAP.finditer(self.source, end, limit):
            if match[1] is None:
                limit = match.start()
                break
            if match[1].lower() == name:
                if name not in ("script", "style", "template"):
                    self._inline.append_object(start, match.end())
                return match.end()
        self._no_end_before[name] = limit
        return end


def _with_gaps_blank(source: str, lines: list[tuple[int, int]], end: int) -> str:
    """Return the source from the first line to `end`, with spaces for what is on no line."""
    pieces: list[str] = []
    reached = lines[0][0]
    for line_start, line_end in lines:
        pieces += (" " * (line_start - reached), source[line_start : min(line_end, end)])
        reached = line_end
    return "".join(pieces)
