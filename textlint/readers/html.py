"""HTML pages: visible text as blocks, metadata with its places, scripts and styles left out."""

from __future__ import annotations

from operator import attrgetter

from textlint.document import Document
from textlint.model import Span
from textlint.readers.frontmatter import FrontMatter, read_front_matter
from textlint.readers.html_blocks import HtmlBlocks
from textlint.readers.html_head import HtmlHead
from textlint.readers.html_stored import Stored, StoredHtml
from textlint.readers.inline import InlineText

_PLAIN = Stored()
_BY_START = attrgetter("span.start")
_BY_SPAN = attrgetter("span.start", "span.end")


def read_html(path: str, source: str, start: int = 0, stored: Stored = _PLAIN) -> Document:
    """Read HTML or XHTML, well-formed or not, with the front matter of a site generator if any.

    What stands before `start` is left alone, and there is no front matter behind it. `stored` says
    what there is beside HTML in the text of a blog.

    Text in `nav`, in forms and in the header or footer of the page (not of an article) is of kind
    NAVIGATION: it is on the page, but it is no part of what the page says.
    """
    front = read_front_matter(source) if not start else FrontMatter(start)
    head = HtmlHead(source)
    inline = InlineText()
    xml = path.lower().endswith(".xhtml") or source.startswith("<?xml", front.end)
    reader: HtmlBlocks
    if stored == _PLAIN:
        reader = HtmlBlocks(source, front.end, len(source), inline=inline, head=head, xml=xml)
    else:
        reader = StoredHtml(
            source, front.end, len(source), stored=stored, inline=inline, head=head, xml=xml
        )
    reader.read()
    values = front.values + [scalar.meta_value for scalar in head.scalars]
    meta_blocks = front.blocks + [scalar.block for scalar in head.scalars if scalar.value.strip()]
    blocks = meta_blocks + inline.blocks
    blocks.sort(key=_BY_START)  # what is embedded lies inside paragraphs
    return Document(
        path,
        source,
        "html",
        tuple(blocks),
        meta=tuple(values),
        links=tuple(sorted(inline.links, key=_BY_SPAN)),
        comments=tuple(reader.comments),
        notices=tuple(front.notices + reader.notices),
        footnotes=tuple(inline.footnotes),
        body=Span(front.end, len(source)),
    )
