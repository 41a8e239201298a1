"""Every place that a reader of any format reports is exact: documents made from seeds, all formats."""

from __future__ import annotations

from random import Random

import pytest
from exactness import check_document, check_records
from hypothesis import given, settings
from hypothesis import strategies as st
from record_texts import FORMATS, text_of

from textlint.records import NoArticlesError
from textlint.testing import read, read_records

EXAMPLES = 130
DOCUMENTS = 10  # for each format and example, so that there are 10,400 in all


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=EXAMPLES)
@given(seed=st.integers(0, 2**40))
def test_every_place_is_exact(suffix: str, seed: int) -> None:
    for number in range(DOCUMENTS):
        text = text_of(Random(seed + number), suffix)
        if suffix not in ("jsonl", "json", "xml"):
            check_document(read(text, f"a.{suffix}"), parts=number == 0)
            continue
        try:
            records, notices = read_records(text, f"a.{suffix}")
        except NoArticlesError:
            continue
        check_records(text, records, notices, parts=number == 0)
