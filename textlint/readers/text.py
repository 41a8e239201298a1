"""Plain text: paragraphs between blank lines, with hard-wrapped lines joined."""

from __future__ import annotations

import re

from textlint.document import BlockKind, Document
from textlint.model import Span
from textlint.readers.inline import InlineText

# Text wrapped by hand or by an editor is about this wide, in characters.
WIDTHS = range(40, 133)

# One line with its indentation and trailing blanks cut off; `gap` when blank lines stand before it.
_LINE = re.compile(r"(?P<gap>(?:[^\S\r\n]*(?:\r\n|\n|\r))*)[^\S\r\n]*(?P<text>\S(?:[^\r\n]*\S)?)")
_WORD = re.compile(r"\S+")


def read_text(path: str, source: str, begin: int = 0) -> Document:
    """Read plain text from `begin` on.

    Each line is a block of its own unless the line break before it was forced.

    A break was forced when the first word of the next line would not have fitted into the width of
    the text: so text wrapped at 72 columns becomes paragraphs again, while a list of short lines
    (the usual shape of scraped page furniture) stays a list.
    """
    lines = _lines(source, begin)
    joined = _forced_breaks(source, lines)
    inline = InlineText()
    start = end = 0
    for index, (line_start, line_end, _) in enumerate(lines):
        if joined[index]:
            inline.append_break(" ", end)
        else:
            inline.finish(BlockKind.PARAGRAPH, Span(start, end))
            start = line_start
        inline.append(source[line_start:line_end], line_start, line_end)
        end = line_end
    inline.finish(BlockKind.PARAGRAPH, Span(start, end))
    blocks, links = tuple(inline.blocks), tuple(inline.links)
    body = Span(begin, len(source))
    return Document(path, source, "text", blocks, links=links, body=body)


def _lines(source: str, position: int) -> list[tuple[int, int, bool]]:
    """Return start and end of each line's text, and whether the line before it is not blank."""
    lines = []
    while match := _LINE.match(source, position):
        gap = match["gap"]
        breaks = gap.count("\n") + gap.count("\r") - gap.count("\r\n")
        start, position = match.span("text")
        lines.append((start, position, breaks == 1))
    return lines


def _forced_breaks(source: str, lines: list[tuple[int, int, bool]]) -> list[bool]:
    """Return for each line whether it goes on with the line before it."""
    joined = [False] * len(lines)
    pairs = []  # index of a line, width of the one before it, width it would have with one word more
    for index in range(1, len(lines)):
        start, _, follows = lines[index]
        if follows:
            before = lines[index - 1][1] - lines[index - 1][0]
            word = _WORD.match(source, start)
            pairs.append((index, before, before + 1 + (word.end() - start if word else 0)))
    # A line longer than any wrapping (an address, a heading) says nothing about the width.
    width = max((before for _, before, _ in pairs if before < WIDTHS.stop), default=0)
    if width in WIDTHS:
        forced = [index for index, before, longer in pairs if before <= width < longer]
        for index in forced:
            joined[index] = True
    return joined
