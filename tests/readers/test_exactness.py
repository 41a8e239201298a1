"""Every place that a reader reports is exact, whatever the text."""

from __future__ import annotations

import pyromark
import pytest
from exactness import check_document
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_texts import MARKDOWN

from textlint.document import Document
from textlint.readers.byte_offsets import ByteOffsets
from textlint.readers.markdown_source import OPTIONS, encoded, with_line_feeds, without_deep_lines
from textlint.readers.template_masks import applied
from textlint.readers.template_tags import find_masks
from textlint.testing import read

NAMES = ["a.md", "a.html", "a.txt"]


@given(MARKDOWN)
def test_markdown_is_exact(text: str) -> None:
    check_document(read(text, "a.md"))


@given(MARKDOWN)
def test_html_is_exact(text: str) -> None:
    check_document(read(text, "a.html"))


@given(MARKDOWN)
def test_text_is_exact(text: str) -> None:
    check_document(read(text, "a.txt"))


@pytest.mark.parametrize("name", NAMES)
@given(st.text(st.characters(codec=None), max_size=60))
@example("\ud800*a*\udfff")
def test_no_reader_raises(name: str, text: str) -> None:
    check_document(read(text, name))


MARKS = "<>&;/!?-=\"'()[]{}*_~`#|:.+\\ \t\r\n\0aAép1"


@pytest.mark.parametrize("name", NAMES)
@given(st.text(alphabet=MARKS, max_size=80))
def test_no_reader_raises_on_markup(name: str, text: str) -> None:
    check_document(read(text, name))


def covered(document: Document) -> set[int]:
    """Return the places of the source that some block's text came from."""
    return {
        place
        for block in document.blocks
        for segment in block.segments
        for place in range(segment.source_start, segment.source_end)
    }


@given(MARKDOWN)
def test_no_text_of_markdown_is_lost(text: str) -> None:
    document = read(text, "a.md")
    if document.notices or "<script" in text:
        return
    seen = covered(document)
    body = with_line_feeds(document.source[document.body.start :])
    offsets = ByteOffsets(body.encode(), document.body.start)
    copy, shown = applied(body, find_masks(body, 0, encoded(body)[1]).found)
    masked = {i + document.body.start for i, c in enumerate(shown) if c != body[i]}
    seen |= masked
    body, _ = without_deep_lines(encoded(copy)[0], 0)
    for event, place in pyromark.events_with_range(body, options=OPTIONS):
        if isinstance(event, dict) and "Text" in event:
            start, end = offsets.locate(place["start"]), offsets.locate(place["end"])
            lost = [i for i in range(start, end) if i not in seen and not text[i].isspace()]
            assert not lost, event


@given(MARKDOWN)
def test_no_text_of_plain_text_is_lost(text: str) -> None:
    document = read(text, "a.txt")
    seen = covered(document)
    assert all(i in seen or character.isspace() for i, character in enumerate(text))


_HTML_PARTS = """<p> </p> <div> <li> </ul> <b> <td> </table> <h1> word <blockquote> <!--c--> <pre>
<code>x</code> <a> </a> &lt; <br> <tr> <nav> </nav> <article> <footer> text&amp;more"""


@given(st.lists(st.sampled_from([*_HTML_PARTS.split(), "< ", "\n", " "])))
def test_no_text_of_html_is_lost(parts: list[str]) -> None:
    document = read("".join(parts), "a.html")
    text = " ".join(block.text for block in document.blocks)
    assert text.count("word") == parts.count("word")
    assert text.count("text&more") == parts.count("text&amp;more")
