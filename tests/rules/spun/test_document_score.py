"""When the sum of evidence is a finding, and when it is not."""

from __future__ import annotations

import pytest
from textlint_spun import score
from textlint_spun.article_mismatch import article_mismatch
from textlint_spun.document_score import document_score
from textlint_spun.doubled_synonym import doubled_synonym

from textlint.testing import check, check_examples

SPUN = (
    "The antediluvian vessel was meticulously refurbished by proficient artisans, and a aged mariner "
    "narrated a enthralling chronicle regarding the tempestuous voyage across the perilous gulf. "
    "Copious onlookers congregated nigh the wharf to behold the magnificent spectacle. "
)


def test_examples() -> None:
    check_examples(document_score)
    check_examples(article_mismatch)
    check_examples(doubled_synonym)


def test_the_finding_lists_its_evidence() -> None:
    (seen,) = check(document_score, SPUN * 6)
    assert "words such as" in seen.message
    assert 'articles: "a aged", "a enthralling"' in seen.message


def test_the_limit_is_an_option() -> None:
    assert check(document_score, SPUN * 6, alarm=1000.0) == []


def test_texts_about_spinning_are_left_alone() -> None:
    assert check(document_score, "# How article spinning works\n\n" + SPUN * 6) == []


def test_a_word_that_is_repeated_is_the_subject() -> None:
    tables = score.tables()
    word = max(tables.words, key=lambda w: tables.words[w].odds)
    plain = ["the", "house", "is", "old"] * 20
    once = score.rates([*plain, word, word], tables, 0, 0)
    often = score.rates([*plain, *[word] * 20], tables, 0, 0)
    assert often["odds"] <= once["odds"] + 1e-9


def test_rates_of_nothing_known() -> None:
    assert set(score.rates(["qqqq", "zzzz"], score.tables(), 0, 0)) == set(score.FEATURES)


@pytest.mark.parametrize("text", ["a hour", "a honest", "an user", "an union"])
def test_sounds_that_are_not_sure_are_left_out(text: str) -> None:
    assert check(article_mismatch, f"It was {text} of sorts.") == []


def test_mismatches_are_one_finding_with_places() -> None:
    (seen,) = check(article_mismatch, "It was a extra day, and an brilliant one.")
    assert (
        seen.message == '"a extra" should be "an extra"; 2 articles of this kind in the document.'
    )
    assert seen.related == ['"an brilliant"']
