"""What holds for every document that any reader makes of any text."""

from __future__ import annotations

import html
import json

from textlint.document import OBJECT, Block, BlockKind, Document, Notice
from textlint.model import Span
from textlint.readers.json_objects import whole
from textlint.records import Record


def source_of(document: Document, span: Span) -> str:
    return document.source[span.start : span.end]


def check_document(document: Document, *, parts: bool = True) -> None:
    """Raise `AssertionError` unless all places in `document` are exact and in order.

    With `parts`, parts of its blocks are looked at, too, which takes most of the time.
    """
    end = len(document.source)
    reached = 0
    for block in document.blocks:
        assert reached <= block.span.start <= block.span.end <= end, block
        reached = block.span.start
        check_block(document, block, parts=parts)
    for link in document.links:
        assert link.span.end <= end
    assert [link.span.start for link in document.links] == sorted(
        link.span.start for link in document.links
    )
    for comment in document.comments:
        assert source_of(document, comment.span).startswith(("<!--", "//", "..", "{"))
    for value in document.meta:
        assert value.span.end <= end
    for footnote in document.footnotes:
        assert footnote.end <= end
    for notice in document.notices:
        assert notice.span.end <= end
        assert notice.message


def check_records(
    source: str, records: list[Record], notices: list[Notice], *, parts: bool = True
) -> None:
    """Raise `AssertionError` unless all records are exact and lead back into the file."""
    for notice in notices:
        assert notice.message
        assert notice.span.end <= len(source)
    for record in records:
        document = record.document
        check_document(document, parts=parts)
        assert record.span.end <= len(source)
        assert record.id
        reached = 0
        for field in record.fields:
            assert field.start >= reached
            reached = field.start + field.size
            block = field.block
            assert block.text == document.source[field.start : reached], field
            if not block.text:
                continue
            check_field(source, block)
        assert reached == len(document.source)
        for block in document.blocks:
            span = record.file_span(block.span)
            assert span.end <= len(source)
            assert len(span) or not len(block.span)


def check_field(source: str, block: Block) -> None:
    """A value of a container: what is not written as it is, is an escape of JSON or XML."""
    reached = block.span.start
    for index, segment in enumerate(block.segments):
        last = index + 1 == len(block.segments)
        end = len(block.text) if last else block.segments[index + 1].start
        seen = block.text[segment.start : end]
        origin = source[segment.source_start : segment.source_end]
        assert reached <= segment.source_start < segment.source_end <= len(source)
        reached = segment.source_end
        if seen != origin:
            decoded = (
                whole(json.loads(f'"{origin}"')) if origin[0] == "\\" else html.unescape(origin)
            )
            assert seen == decoded, (seen, origin)


def check_block(document: Document, block: Block, *, parts: bool = True) -> None:
    text, segments = block.text, block.segments
    assert bool(text) == bool(segments), block
    if block.kind is BlockKind.BREAK:
        return
    assert segments[0].start == 0
    reached = block.span.start
    for index, segment in enumerate(segments):
        last = index + 1 == len(segments)
        text_end = len(text) if last else segments[index + 1].start
        assert segment.start < text_end, block
        assert reached <= segment.source_start < segment.source_end, (block, segment)
        reached = segment.source_end
        seen = text[segment.start : text_end]
        origin = document.source[segment.source_start : segment.source_end]
        check_segment(seen, origin, block)
    assert reached <= block.span.end, block
    if parts:
        check_parts(document, block)


def check_segment(seen: str, origin: str, block: Block) -> None:
    if len(seen) == len(origin):
        for character, written in zip(seen, origin, strict=True):
            assert (
                character == written
                or (character == " " and written in "\t\n\r\f")
                or (
                    character == " "
                    and written == ">"
                    and (block.kind is BlockKind.CODE or block.in_quote)
                )
                or (character == OBJECT and block.kind is not BlockKind.CODE)
                or (character == "\ufffd" and written == "\x00")
                or (character == "\n" and written == "\r")
                or (character == "\ufffd" and "\ud800" <= written <= "\udfff")
            ), (seen, origin)
        return
    assert (
        seen == OBJECT
        or origin[0] in "&\\"  # an entity or an escape
        or seen.isspace()  # a line break, white space
        or seen in ("“", "”", "‘", "’")  # <q>, quotes of AsciiDoc
        or origin[0] == "`"  # code in an alternative text
        or block.kind is BlockKind.META
    ), (seen, origin)


def check_parts(document: Document, block: Block) -> None:
    """Spans of parts nest, cover the text in order, and lead back to it."""
    size = len(block.text)
    whole = block.content_span
    assert block.span.contains(whole)
    step = max(1, size // 12)
    previous = whole.start
    for start in range(0, size, step):
        end = min(start + step, size)
        span = block.span_at(start, end)
        assert whole.contains(span)
        assert span.start < span.end
        assert previous <= span.start or start == 0 or block.span_at(start - 1, end).contains(span)
        low, high = block.text_range(span)
        assert low <= start <= end <= high, (start, end, low, high, block)
        assert block.span_at(low, high) == span
        previous = span.end if span.end - span.start == end - start else previous
    point = block.span_at(size, size)
    assert point.start == point.end == whole.end
