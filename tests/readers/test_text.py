"""Plain text: which line breaks were forced."""

from __future__ import annotations

import pytest
from exactness import check_document, source_of

from textlint.testing import read

WRAPPED = """The harbour was closed for the whole of the winter, since the crane that
had been ordered in spring did not arrive before the ice came. It was put
up in May.

Share this
Tweet
Read more about harbours
"""


def texts(source: str) -> list[str]:
    document = read(source, "a.txt")
    check_document(document)
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_joined_and_short_ones_are_not(end: str) -> None:
    first, *rest = texts(WRAPPED.replace("\n", end))
    assert first.startswith("The harbour") and first.endswith("up in May.")
    assert "that had been" in first and "put up" in first
    assert rest == ["Share this", "Tweet", "Read more about harbours"]


def test_one_long_line_does_not_hide_the_width() -> None:
    long = "https://harbour.example/" + "a" * 200 + "\n\n"
    assert len(texts(long + WRAPPED)) == 5


def test_paragraphs_of_one_line_each() -> None:
    line = "A paragraph that no editor has wrapped. " * 8
    assert texts(f"{line}\n{line}\nEnd\n") == [line.strip(), line.strip(), "End"]


def test_white_space_is_no_text() -> None:
    assert texts(" \t\r\n\u3000\n") == []
    assert texts("  a  \n\n\t\n  b") == ["a", "b"]


def test_addresses_are_links() -> None:
    document = read("See http://a.example/x. Or b@c.example", "a.txt")
    assert document.blocks[0].text == "See \ufffc. Or \ufffc"
    assert [source_of(document, link.span) for link in document.links] == [
        "http://a.example/x",
        "b@c.example",
    ]
