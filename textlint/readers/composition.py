"""Composes a document out of the fields of a record: its metadata line by line, then its text."""

from __future__ import annotations

import re
from collections.abc import Callable

from textlint.document import Block, BlockKind, Document, MetaValue
from textlint.model import Span
from textlint.readers.html import read_html
from textlint.readers.html_stored import Stored
from textlint.readers.text import read_text
from textlint.records import Record, RecordField, RecordKind

LONGEST_META = 2000  # characters; what is longer says nothing about where an article comes from

_HTML = re.compile(
    r"</(?:p|div|h[1-6]|ul|ol|table|blockquote|figure|section|article)\s*>|<br\s*/?>"
)
_MARKDOWN = re.compile(
    r"^#{1,6}[ \t]|\]\(\S|^```|\*\*\w|^[*-] [^\r\n]*(?:\r\n|\n|\r)[*-] ", re.MULTILINE
)
_MARKS = ("](", "**", "```", "# ", "#\t", "\n- ", "\n* ", "\r- ", "\r* ")  # one of which is in each
_FORMATS = {"html": "html", "markdown": "markdown", "md": "markdown"}


class Composition:
    """Collects the fields of one record; `locate` and `escape` are as in `RecordField`."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._fields: list[RecordField] = []
        self._meta: list[MetaValue] = []
        self._blocks: list[Block] = []

    def add_meta(
        self,
        key: str,
        value: str,
        *,
        locate: Callable[[], Block],
        escape: Callable[[str], str | None],
        name: str | None = None,
        is_text: bool = True,
    ) -> None:
        """Add a value under `key` (lower case); the field is called `name` in the file."""
        if not value or len(value) > LONGEST_META:
            return
        start = self._add(name or key, value, locate, escape)
        span = Span(start, start + len(value))
        self._meta.append(MetaValue(key, value, span))
        if is_text and value.strip():
            self._blocks.append(Block(BlockKind.META, value, span, start, label=key))

    def _add(
        self,
        name: str,
        value: str,
        locate: Callable[[], Block],
        escape: Callable[[str], str | None],
    ) -> int:
        start = self._size
        self._fields.append(RecordField(name, start, len(value), locate, escape))
        self._parts += [value, "\n"]
        self._size += len(value) + 1
        return start

    def record(
        self,
        path: str,
        id: str,
        kind: RecordKind,
        span: Span,
        *,
        name: str,
        text: str,
        format: str,
        locate: Callable[[], Block],
        escape: Callable[[str], str | None],
        stored: Stored | None = None,
    ) -> Record:
        """End the record with its text, which is in the `format` of one of the readers.

        `stored` says what there is beside HTML in the text of a blog.
        """
        start = self._add(name, text, locate, escape)
        self._parts.pop()
        source = "".join(self._parts)
        body = _read(path, source, start, format, stored or Stored())
        document = Document(
            path,
            source,
            body.format,
            (*self._blocks, *body.blocks),
            meta=(*self._meta, *body.meta),
            links=body.links,
            comments=body.comments,
            notices=body.notices,
            footnotes=body.footnotes,
            body=body.body,
        )
        return Record(document, id, kind, span, self._fields)


def format_of(name: str, text: str) -> str:
    """Return the format that a text is in, by the name of its field, else by its markup."""
    for part in re.split(r"[_.\-:]", name.lower()):
        if part in _FORMATS:
            return _FORMATS[part]
    if "<" in text and _HTML.search(text):
        return "html"
    marked = any(mark in text for mark in _MARKS) and _MARKDOWN.search(text)
    return "markdown" if marked else "text"


def _read(path: str, source: str, start: int, format: str, stored: Stored) -> Document:
    if format == "html":
        return read_html(path, source, start, stored)
    if format == "text":
        return read_text(path, source, start)
    from textlint.readers.markdown import read_markdown

    return read_markdown(path, source, start)
