"""Plain text: paragraphs between blank lines, with hard-wrapped lines joined."""

from __future__ import annotations

from textlint.document import Block, BlockKind, Document, Link
from textlint.lines import LINE_END
from textlint.model import Span
from textlint.readers.builder import BlockBuilder
from textlint.readers.urls import append_prose

# A file whose longest line is longer than this was not wrapped by hand or by an editor.
WIDEST_WRAP = 132


def read_text(path: str, source: str) -> Document:
    """Read plain text. Each line is a block of its own unless the line break before it was forced.

    A break was forced when the first word of the next line would not have fitted into the width of
    the file's longest line: so text wrapped at 72 columns becomes paragraphs again, while a list of
    short lines (the usual shape of scraped page furniture) stays a list.
    """
    lines = _lines(source)
    width = max((end - start for start, end in lines), default=0)
    blocks: list[Block] = []
    links: list[Link] = []
    builder = BlockBuilder()
    previous = (0, 0)
    block_start = 0
    for start, end in lines:
        content_start = start + _leading(source, start, end)
        content_end = end - _trailing(source, content_start, end)
        if content_start == content_end:
            if builder:
                blocks.append(builder.build(BlockKind.PARAGRAPH, Span(block_start, previous[1])))
            continue
        if builder and _continues(source, previous, (content_start, content_end), width):
            builder.append(" ", previous[1], content_start)
        else:
            if builder:
                blocks.append(builder.build(BlockKind.PARAGRAPH, Span(block_start, previous[1])))
            block_start = content_start
        append_prose(builder, source[content_start:content_end], content_start, links)
        previous = (content_start, content_end)
    if builder:
        blocks.append(builder.build(BlockKind.PARAGRAPH, Span(block_start, previous[1])))
    return Document(path, source, "text", tuple(blocks), links=tuple(links))


def _lines(source: str) -> list[tuple[int, int]]:
    ranges = []
    start = 0
    for match in LINE_END.finditer(source):
        ranges.append((start, match.start()))
        start = match.end()
    ranges.append((start, len(source)))
    return ranges


def _leading(source: str, start: int, end: int) -> int:
    line = source[start:end]
    return len(line) - len(line.lstrip())


def _trailing(source: str, start: int, end: int) -> int:
    line = source[start:end]
    return len(line) - len(line.rstrip())


def _continues(source: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    if width > WIDEST_WRAP or width < 40:
        return False
    space = following[0]
    while space < following[1] and not source[space].isspace():
        space += 1
    return line[1] - line[0] + 1 + space - following[0] > width
