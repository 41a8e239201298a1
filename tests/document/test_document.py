"""Blocks and what a document says about itself."""

from __future__ import annotations

import sys

import pytest

from textlint.document import Block, BlockKind, Segment, fold
from textlint.model import Span
from textlint.testing import read


def test_folding_keeps_the_length_of_every_character() -> None:
    longer = [c for c in map(chr, range(sys.maxunicode + 1)) if len(c.lower()) != 1]
    assert longer == ["İ"]
    assert len(fold("İ")) == 1
    assert fold("“İstanbul’s” A–B\u00a0C") == '"istanbul\'s" a-b c'


# "A &amp; b" at 10, "*" before "b".
BLOCK = Block(
    BlockKind.PARAGRAPH,
    "A & b\nc",
    Span(10, 25),
    (Segment(0, 10, 12), Segment(2, 12, 17), Segment(3, 17, 18), Segment(4, 19, 20),
     Segment(5, 20, 24), Segment(6, 24, 25)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 7, (10, 25)),
        (0, 1, (10, 11)),
        (2, 3, (12, 17)),
        (1, 3, (11, 17)),
        (3, 5, (17, 20)),
        (4, 5, (19, 20)),
        (4, 6, (19, 24)),
        (5, 6, (20, 24)),
        (0, 0, (10, 10)),
        (3, 3, (17, 17)),
        (7, 7, (25, 25)),
    ],
)
def test_span_at(start: int, end: int, place: tuple[int, int]) -> None:
    assert BLOCK.span_at(start, end) == Span(*place)
    if start < end:
        assert BLOCK.text_range(Span(*place)) == (start, end)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 8), (3, 2)])
def test_span_at_refuses_what_is_not_in_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        BLOCK.span_at(start, end)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((13, 14), (2, 3)),
        ((18, 19), (0, 0)),
        ((0, 10), (0, 0)),
        ((11, 13), (1, 3)),
        ((0, 99), (0, 7)),
    ],
)
def test_text_range_covers_what_of_the_span_is_text(
    place: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert BLOCK.text_range(Span(*place)) == expected


def test_a_text_in_one_piece_is_as_one_with_its_segment() -> None:
    text = "It’s as written."
    short = Block(BlockKind.PARAGRAPH, text, Span(3, 21), 5, 2, ("list",))
    whole = Block(BlockKind.PARAGRAPH, text, Span(3, 21), (Segment(0, 5, 21),), 2, ("list",))
    for block in (short, short.changed(BlockKind.NAVIGATION, ("nav",))):
        assert block.span_at(5, 7) == whole.span_at(5, 7) == Span(10, 12)
        assert block.content_span == whole.content_span
        assert block.text_range(Span(0, 9)) == whole.text_range(Span(0, 9)) == (0, 4)
        assert block.segments == whole.segments
        assert block.word_count == len(block.words) == 3
        assert block.level == 2


def test_sections_are_cut_at_headings() -> None:
    document = read("---\na: b\n---\nLead.\n\n# One\n\nText.\n\n- item\n\n## Two\n\n---\n")
    assert [
        (s.heading.text if s.heading else None, [b.kind.value for b in s.blocks])
        for s in document.sections
    ] == [(None, ["paragraph"]), ("One", ["paragraph", "list item"]), ("Two", ["thematic break"])]


def test_title_and_language_come_from_the_metadata_first() -> None:
    document = read("---\ntitle: A\nlang: de-AT\n---\n# B\n")
    assert (document.title, document.language) == ("A", "de")
    assert read("# B\n").title == "B"
    assert read("text").title is None
    page = read("<html lang=fr><title>T</title><h1>H</h1>", "a.html")
    assert (page.title, page.language) == ("T", "fr")


def test_links_are_found_by_place() -> None:
    document = read("[a](x) b\n\nc [d](y) [e](z)\n")
    assert [link.destination for link in document.links_in(document.blocks[1].span)] == ["y", "z"]
    assert document.links_in(Span(7, 9)) == []
