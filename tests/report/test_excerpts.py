"""Windows around a mark: they fit, they show the mark, and the carets stand under it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runs import texts

from textlint.escaping import visible
from textlint.excerpts import Excerpt, cell_width, excerpt, wrap
from textlint.lines import LineIndex
from textlint.model import Span

PARAGRAPH = (
    "The ferry leaves at nine and the pilot, who has steered it since the bridge was closed, says"
    " that the harbour is too shallow for anything larger than a rowing boat; the council has"
    " heard this before and will hear it again, since dredging costs more than the ferry earns."
)


def shown(line: str, text: str, width: int) -> Excerpt:
    start = line.index(text)
    return excerpt(line, Span(0, len(line)), Span(start, start + len(text)), width)


def test_a_short_line_is_shown_whole_without_its_indentation() -> None:
    result = shown("    The harbour is shallow.", "harbour", 40)
    assert result.text == "The harbour is shallow."
    assert result.caret_line == "    ^^^^^^^"


def test_a_long_line_is_cut_between_words_on_both_sides() -> None:
    result = shown(PARAGRAPH, "too shallow", 60)
    assert result.text == "…the harbour is too shallow for anything larger than a…"
    assert result.caret_line == "                ^^^^^^^^^^^"


def test_a_script_without_blanks_is_cut_anywhere() -> None:
    line = (
        "港は静かで船が出ました。" * 9
        + "そして [Insert name] と書いてあります。"
        + "それから長い文が続きます。" * 9
    )
    result = shown(line, "[Insert name]", 60)
    assert result.text == "…ました。そして [Insert name] と書いてあります。それから長…"
    assert result.caret_line == " " * 16 + "^" * 13


def test_what_one_side_does_not_need_goes_to_the_other() -> None:
    assert shown(PARAGRAPH, "The ferry", 42).text == "The ferry leaves at nine and the pilot,…"
    assert shown(PARAGRAPH, "ferry earns.", 44).text == "…dredging costs more than the ferry earns."


def test_a_mark_that_does_not_fit_is_cut_at_its_end() -> None:
    result = shown(PARAGRAPH, PARAGRAPH[4:200], 40)
    assert (result.before, result.marked) == ("…", "ferry leaves at nine and the pilot,…")
    assert result.caret_line == " " + "^" * len(result.marked)


def test_a_place_between_characters_has_one_caret() -> None:
    result = excerpt("shallow", Span(0, 7), Span(7, 7), 40)
    assert (result.text, result.caret_line) == ("shallow", "       ^")
    assert excerpt("", Span(0, 0), Span(0, 0), 40).caret_line == "^"


@pytest.mark.parametrize(
    ("line", "mark", "carets"),
    [
        ("漢字 shallow", "shallow", "     ^^^^^^^"),
        ("shallow 漢字 x", "漢字", "        ^^^^"),
        ("cafe\u0301 shallow", "shallow", "     ^^^^^^^"),
        ("a\tshallow", "shallow", "  ^^^^^^^"),
        ("a\u202eb shallow", "shallow", "         ^^^^^^^"),
        ("😀 shallow", "shallow", "   ^^^^^^^"),
        ("\u1112\u1161\u11ab shallow", "shallow", "   ^^^^^^^"),
    ],
)
def test_carets_stand_under_the_mark(line: str, mark: str, carets: str) -> None:
    assert shown(line, mark, 60).caret_line == carets


def test_only_the_marked_line_is_shown() -> None:
    source = "First line.\r\nSecond line.\r\nThird line."
    start = source.index("Second")
    line = LineIndex(source).line_span(2)
    assert excerpt(source, line, Span(start, start + 6), 40).text == "Second line."


@given(texts, st.integers(10, 70), st.data())
def test_an_excerpt_fits_and_marks_what_it_should(
    source: str, width: int, data: st.DataObject
) -> None:
    index = LineIndex(source)
    line = index.line_span(data.draw(st.integers(1, len(index))))
    start = data.draw(st.integers(line.start, line.end))
    end = data.draw(st.integers(start, line.end))
    result = excerpt(source, line, Span(start, end), width)
    assert visible(result.text) == result.text
    assert cell_width(result.text) <= width
    assert result.indent == cell_width(result.before)
    printed = visible(source[start:end].replace("\t", " "))
    if result.marked.endswith("…"):
        assert printed.startswith(result.marked[:-1])
    else:
        assert result.marked == printed
        assert result.carets == max(cell_width(printed), 1)


def test_a_huge_line_is_not_walked() -> None:
    """A thousand excerpts of one line of ten million characters: quick only if they are local."""
    source = "shallow water " * 700_000
    line = Span(0, len(source))
    for start in range(0, 7_000_000, 7_000):
        assert excerpt(source, line, Span(start, start + 7), 80).marked == source[start : start + 7]


def test_wrap_breaks_between_words_and_only_then_inside() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("漢字漢字", 5) == ["漢字", "漢字"]
    assert wrap("a bcdefghij", 4) == ["a", "bcde", "fghi", "j"]
    assert wrap("", 10) == [""]


@given(texts.map(visible), st.integers(2, 50))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
