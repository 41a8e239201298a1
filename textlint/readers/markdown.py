"""Markdown through the events of pyromark, whose byte ranges carry every position."""

from __future__ import annotations

from operator import attrgetter

from textlint.document import Comment, Document
from textlint.model import Span
from textlint.readers.frontmatter import read_front_matter
from textlint.readers.header_lines import read_header_lines
from textlint.readers.markdown_source import with_line_feeds
from textlint.readers.markdown_walker import MarkdownWalker

_BY_START = attrgetter("span.start")


def read_markdown(path: str, source: str, begin: int = 0) -> Document:
    """Read CommonMark with GitHub's extensions, footnotes, definition lists and front matter.

    What stands before `begin` is left alone.
    """
    front = read_front_matter(source, begin)
    if front.end == begin:
        front = read_header_lines(source, begin)
    text = with_line_feeds(source)
    walker = MarkdownWalker(text, front.end, is_mdx=path.lower().endswith(".mdx"))
    walker.walk()
    inline, html = walker.inline, walker.html
    html.enclose()
    comments = walker.comments + html.comments
    if text is not source:
        comments = [_as_written(comment, text, source) for comment in comments]
    inline.blocks.sort(key=_BY_START)  # tags lie inside their paragraph
    return Document(
        path,
        source,
        "markdown",
        tuple(front.blocks + inline.blocks),
        meta=tuple(front.values),
        links=tuple(sorted(inline.links, key=_BY_START)),
        comments=tuple(comments),
        notices=tuple(front.notices + walker.notices + html.notices),
        footnotes=tuple(inline.footnotes),
        body=Span(front.end, len(source)),
    )


def _as_written(comment: Comment, text: str, source: str) -> Comment:
    """Return a comment of `text`, a copy of equal length, as `source` has it."""
    start = text.find(comment.text, comment.span.start)
    if start < 0:  # in a quotation or a list, the marks of which are no part of it
        return comment
    return Comment(comment.span, source[start : start + len(comment.text)])
