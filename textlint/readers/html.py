"""HTML pages: visible text as blocks, metadata with its places, scripts and styles left out."""

from __future__ import annotations

from textlint.document import Document
from textlint.model import Span
from textlint.readers.frontmatter import FrontMatter, read_front_matter
from textlint.readers.html_blocks import HtmlBlocks
from textlint.readers.html_head import HtmlHead
from textlint.readers.html_paragraphs import ParagraphedHtml
from textlint.readers.inline import InlineText


def read_html(path: str, source: str, start: int = 0, *, paragraphs: bool = False) -> Document:
    """Read HTML or XHTML, well-formed or not, with the front matter of a site generator if any.

    What stands before `start` is left alone, and there is no front matter behind it. With
    `paragraphs`, a blank line ends a paragraph, as in what WordPress stores.

    Text in `nav`, in forms and in the header or footer of the page (not of an article) is of kind
    NAVIGATION: it is on the page, but it is no part of what the page says.
    """
    front = read_front_matter(source) if not start else FrontMatter(start)
    head = HtmlHead(source)
    inline = InlineText()
    xml = path.lower().endswith(".xhtml") or source.startswith("<?xml", front.end)
    blocks_of = ParagraphedHtml if paragraphs else HtmlBlocks
    reader = blocks_of(source, front.end, len(source), inline=inline, head=head, xml=xml)
    reader.read()
    values = front.values + [scalar.meta_value for scalar in head.scalars]
    meta_blocks = front.blocks + [scalar.block for scalar in head.scalars if scalar.value.strip()]
    blocks = meta_blocks + inline.blocks
    blocks.sort(key=lambda block: block.span.start)  # what is embedded lies inside paragraphs
    return Document(
        path,
        source,
        "html",
        tuple(blocks),
        meta=tuple(values),
        links=tuple(sorted(inline.links, key=lambda link: link.span)),
        comments=tuple(reader.comments),
        notices=tuple(front.notices + reader.notices),
        footnotes=tuple(inline.footnotes),
        body=Span(front.end, len(source)),
    )
