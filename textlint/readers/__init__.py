"""Readers: from decoded text to a `Document`, one module per format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from textlint.document import Document, Notice
from textlint.records import Record, RecordSettings


class Reader(NamedTuple):
    """A file format: its name, the suffixes it is chosen by and the function that reads it.

    `read(path, source)` takes the path as it will be reported and the decoded text without its
    byte-order mark, and returns the document. It must not raise for any text: what it cannot take
    as it stands becomes a `Notice`.
    """

    format: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], Document]


class RecordReader(NamedTuple):
    """A file format whose files hold many articles; else as `Reader`.

    `read(path, source, settings)` yields the articles one by one, and in between what it could not
    take as it stands. It may raise `NoArticlesError` before the first of them, when the suffix is
    one of general use and the file holds something else.
    """

    format: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str, RecordSettings], Iterator[Record | Notice]]


AnyReader = Reader | RecordReader


def _read_markdown(path: str, source: str) -> Document:
    from textlint.readers.markdown import read_markdown

    return read_markdown(path, source)


def _read_html(path: str, source: str) -> Document:
    from textlint.readers.html import read_html

    return read_html(path, source)


def _read_text(path: str, source: str) -> Document:
    from textlint.readers.text import read_text

    return read_text(path, source)


def _read_rst(path: str, source: str) -> Document:
    from textlint.readers.rst import read_rst

    return read_rst(path, source)


def _read_asciidoc(path: str, source: str) -> Document:
    from textlint.readers.asciidoc import read_asciidoc

    return read_asciidoc(path, source)


def _read_jsonl(path: str, source: str, settings: RecordSettings) -> Iterator[Record | Notice]:
    from textlint.readers.jsonl import read_jsonl

    return read_jsonl(path, source, settings)


def _read_json(path: str, source: str, settings: RecordSettings) -> Iterator[Record | Notice]:
    from textlint.readers.json_exports import read_json

    return read_json(path, source, settings)


def _read_feed(path: str, source: str, settings: RecordSettings) -> Iterator[Record | Notice]:
    from textlint.readers.feeds import read_feed

    return read_feed(path, source)


MARKDOWN = Reader("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx"), _read_markdown)
HTML = Reader("html", (".html", ".htm", ".xhtml"), _read_html)
TEXT = Reader("text", (".txt", ".text"), _read_text)
RST = Reader("rst", (".rst", ".rest"), _read_rst)
ASCIIDOC = Reader("asciidoc", (".adoc", ".asciidoc"), _read_asciidoc)
JSONL = RecordReader("jsonl", (".jsonl", ".ndjson"), _read_jsonl)
JSON = RecordReader("json", (".json",), _read_json)
FEED = RecordReader("feed", (".xml", ".rss", ".atom", ".wxr"), _read_feed)
BUILT_IN: tuple[AnyReader, ...] = (MARKDOWN, HTML, TEXT, RST, ASCIIDOC, JSONL, JSON, FEED)
