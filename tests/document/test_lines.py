"""Lines and columns, against what one would write without thinking of speed."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from textlint.lines import LineIndex

TEXTS = st.text(alphabet="ab\r\n\u2028\x0b\x0c\x85é漢😀\u0301\ufeff\t", max_size=40)


def naive_lines(text: str) -> list[tuple[int, int]]:
    """Return start and end of each line, the end without its line end."""
    lines = []
    start = 0
    for match in re.finditer(r"\r\n|\n|\r", text):
        lines.append((start, match.start()))
        start = match.end()
    return [*lines, (start, len(text))]


@given(TEXTS)
def test_lines_are_those_of_an_editor(text: str) -> None:
    index = LineIndex(text)
    lines = naive_lines(text)
    assert len(index) == len(lines)
    for number, (start, end) in enumerate(lines, start=1):
        span = index.line_span(number)
        assert (span.start, span.end) == (start, end)
        assert index.line_text(number) == text[start:end]


@given(TEXTS)
def test_columns_in_every_unit(text: str) -> None:
    index = LineIndex(text)
    starts = [start for start, _ in naive_lines(text)]
    for offset in range(len(text) + 1):
        line = sum(start <= offset for start in starts)
        before = text[starts[line - 1] : offset]
        assert index.line(offset) == line
        assert index.line_column(offset) == (line, len(before) + 1)
        assert index.utf16_column(offset) == 1 + sum(2 if c > "\uffff" else 1 for c in before)
        assert index.utf8_column(offset) == 1 + sum(len(c.encode()) for c in before)


def test_lone_surrogates_have_columns() -> None:
    index = LineIndex("a\ud800b")
    assert index.utf16_column(3) == 4
    assert index.utf8_column(3) == 6


def test_bytes_are_counted_over_long_lines() -> None:
    text = "é" * 10_000
    index = LineIndex(text)
    assert [index.utf8_column(i) for i in (0, 4095, 4096, 8192, 10_000)] == [
        1, 8191, 8193, 16385, 20_001
    ]  # fmt: skip
