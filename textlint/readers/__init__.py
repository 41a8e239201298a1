"""Readers: from decoded text to a `Document`, one module per format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textlint.document import Document


@dataclass(frozen=True, slots=True)
class Reader:
    """A file format: its name, the suffixes it is chosen by and the function that reads it.

    `read(path, source)` takes the path as it will be reported and the decoded text without its
    byte-order mark, and returns the document. It must not raise for any text: what it cannot take
    as it stands becomes a `Notice`.
    """

    format: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], Document]


def _read_markdown(path: str, source: str) -> Document:
    from textlint.readers.markdown import read_markdown

    return read_markdown(path, source)


def _read_html(path: str, source: str) -> Document:
    from textlint.readers.html import read_html

    return read_html(path, source)


def _read_text(path: str, source: str) -> Document:
    from textlint.readers.text import read_text

    return read_text(path, source)


MARKDOWN = Reader("markdown", (".md", ".markdown", ".mdown", ".mkd"), _read_markdown)
HTML = Reader("html", (".html", ".htm", ".xhtml"), _read_html)
TEXT = Reader("text", (".txt", ".text"), _read_text)
BUILT_IN: tuple[Reader, ...] = (MARKDOWN, HTML, TEXT)
