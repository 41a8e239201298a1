"""The shipped tables of words and pairs: what they say of ordinary English, and how they are read."""

from __future__ import annotations

import math

import pytest
from textlint_spun import score
from textlint_spun.undone import swaps
from textlint_spun.vocabulary import Word, decoded, encoded
from textlint_spun.word_pairs import LEAST_STRENGTH, LEVELS, places, unseen_strength

from textlint.testing import read


def test_words_are_read_as_they_were_written() -> None:
    words = {
        "the": Word(0.04, None, {}),
        "pool": Word(2e-5, -0.3, {"lake": -1.5}),
        "puddle": Word(1e-6, 2.1, {"pool": 1.0, "lake": -9.0}),
        "lake": Word(3e-5, 0.0, {}),
    }
    read_again = decoded(encoded(words))
    assert read_again.numbers == {"the": 0, "lake": 1, "pool": 2, "puddle": 3}
    assert read_again.odds == [None, 0.0, -0.3, 2.1]
    assert read_again.frequencies[3] == pytest.approx(math.log(1e-6), abs=0.13)
    assert read_again.origins(3) == [
        (1, -4.0),
        (2, 1.0),
    ]  # the least weight stands for all below it
    assert read_again.origins(0) == []


@pytest.mark.parametrize(
    "pair", ["swimming pool", "credit card", "take care", "breast cancer", "in order"]
)
def test_neighbours_of_english_go_together(pair: str) -> None:
    tables = score.tables()
    first, second = (tables.words.numbers[word] for word in pair.split())
    assert tables.pairs.level(first, second) >= 3
    assert tables.strength(first, second) in LEVELS


def test_few_strangers_pass_for_neighbours() -> None:
    """Words that are as rare as these are hardly ever neighbours; one pair in twelve seems to be."""
    pairs = score.tables().pairs
    passed = sum(pairs.level(20_000 + 7 * n, 30_000 + 11 * n) >= 0 for n in range(1000))
    assert passed < 130


def test_common_words_that_are_never_neighbours_count_against_each_other() -> None:
    assert unseen_strength(math.log(1e-3), math.log(1e-3)) == LEAST_STRENGTH
    assert unseen_strength(math.log(1e-6), math.log(1e-7)) == 0.0


def test_places_lie_in_their_parts() -> None:
    for number in range(200):
        a, b, c, check = places(number, number * 3, 1000)
        assert 0 <= a < 1000 <= b < 2000 <= c < 3000
        assert 0 <= check < 64


def test_swaps_name_the_word_that_fits_better() -> None:
    (block,) = read("She treats bosom malignancy in women.\n").prose
    tables = score.tables()
    found = list(swaps(block, tables, list(tables.words.numbers)))
    texts = [(block.text[swap.start : swap.end], swap.origin) for swap in found]
    assert ("bosom malignancy", "breast cancer") in texts


def test_swaps_in_quotations_are_left_out() -> None:
    (block,) = read("They wrote “bosom malignancy” on the door.\n").prose
    tables = score.tables()
    assert list(swaps(block, tables, list(tables.words.numbers))) == []


def test_tokens_are_parted_by_punctuation_and_names() -> None:
    assert score.tokens("The old Mill, it's well-known; so is x2.") == [
        None,
        "old",
        None,
        None,
        None,
        None,
        None,
        "so",
        "is",
        None,
        None,
    ]
