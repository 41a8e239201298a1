"""A table that is searched where it lies answers as a dictionary would."""

from __future__ import annotations

import pytest
from textlint_spun.packed_words import PackedWords, pack


def test_every_word_is_found_with_its_value_and_no_other() -> None:
    words = {f"wort{number}ü": f"Ā{number}".encode() for number in range(3_000)}
    table = PackedWords(pack(words))
    assert {word: table[word] for word in words} == words
    assert dict(table.pairs()) == words
    for stranger in ("", "wort", "wort3000ü", "wort1", "\ud800", "wort1ü\tĀ1", "1ü\tĀ1\nwort2ü"):
        assert table[stranger] is None


def test_what_lies_behind_an_entry_is_no_part_of_it() -> None:
    table = PackedWords(pack({"a": b"1", "ab": b"2"}))
    assert table["a\t1\nab"] is None
    assert table["ab"] == b"2"


def test_an_empty_table_holds_nothing() -> None:
    assert PackedWords(pack({}))["a"] is None


@pytest.mark.parametrize(("word", "value"), [("a\tb", b"1"), ("a", b"1\n2"), ("a\n", b"")])
def test_words_that_would_break_a_table_are_refused(word: str, value: bytes) -> None:
    with pytest.raises(ValueError, match="tab or a line end"):
        pack({word: value})
