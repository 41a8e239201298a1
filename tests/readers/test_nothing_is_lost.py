"""What is read and what is left out add up to the text: each word is where it belongs, and once."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_texts import PIECES, in_records, marked_text, numbered

from textlint.document import BlockKind, Document
from textlint.testing import read, read_records

WORD = re.compile(r"\b[kcamntx]word\d+")
NOT_IN_PROSE = {"c": BlockKind.CODE, "a": BlockKind.ALT, "n": BlockKind.NAVIGATION}


def words(text: str, kinds: str) -> list[str]:
    return [word for word in WORD.findall(text) if word[0] in kinds]


def check_words(document: Document, source: str) -> None:
    """Raise `AssertionError` unless each word of `source` is read as what its first letter says."""
    prose = [word for block in document.prose for word in words(block.text, "kcamntx")]
    assert sorted(prose) == sorted(words(source, "k"))
    for letter, kind in NOT_IN_PROSE.items():
        found = [w for b in document.blocks if b.kind is kind for w in words(b.text, letter)]
        assert sorted(found) == sorted(words(source, letter)), kind
    comments = [word for comment in document.comments for word in words(comment.text, "m")]
    assert sorted(comments) == sorted(words(source, "m"))
    meta = [word for value in document.meta for word in words(value.value, "t")]
    assert sorted(meta) == sorted(words(source, "t"))
    for block in document.prose:
        for match in WORD.finditer(block.text):
            span = block.span_at(*match.span())
            assert document.source[span.start : span.end] == match.group()


@pytest.mark.parametrize(
    ("suffix", "piece"), [(s, p) for s, pieces in PIECES.items() for p in pieces]
)
def test_each_word_of_a_piece_is_read_as_what_it_is(suffix: str, piece: str) -> None:
    source = numbered(f"K before.\n\n{piece}\n\nK after.\n")
    check_words(read(source, f"a.{suffix}"), source)


@pytest.mark.parametrize("suffix", PIECES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=repr)
@settings(max_examples=30)
@given(seed=st.integers(0, 2**40))
def test_each_word_is_read_as_what_it_is(suffix: str, line_end: str, seed: int) -> None:
    source = marked_text(Random(seed), suffix).replace("\n", line_end)
    check_words(read(source, f"a.{suffix}"), source)


@pytest.mark.parametrize("suffix", ["jsonl", "xml"])
@settings(max_examples=30)
@given(seed=st.integers(0, 2**40))
def test_each_word_of_a_record_is_read_as_what_it_is(suffix: str, seed: int) -> None:
    source = in_records(Random(seed), suffix)
    records, notices = read_records(source, f"a.{suffix}")
    assert not notices
    for record in records:
        check_words(record.document, record.document.source)
        for block in record.document.prose:
            for match in WORD.finditer(block.text):
                span = record.file_span(block.span_at(*match.span()))
                assert source[span.start : span.end] == match.group()


@pytest.mark.parametrize("suffix", PIECES)
@settings(max_examples=60)
@given(seed=st.integers(0, 2**40))
def test_of_a_text_that_is_cut_off_no_word_is_lost_unsaid(suffix: str, seed: int) -> None:
    random = Random(seed)
    whole = marked_text(random, suffix)
    source = whole[: random.randrange(len(whole))] if whole else whole
    document = read(source, f"a.{suffix}")
    seen = {word for block in document.blocks for word in words(block.text, "k")}
    seen |= {word for comment in document.comments for word in words(comment.text, "k")}
    lost = [word for word in words(source, "k") if word not in seen]
    # A word that the cut goes through may stand in what is left of a tag or an address.
    assert not [word for word in lost if not source.endswith(word)] or document.notices
