"""The quick question whether a paragraph can be a copy loses none of the copies."""

from __future__ import annotations

import random

import pytest
from textlint_repetition.duplicate_paragraph import FEWEST_WORDS, SIMILAR, duplicate_paragraph
from textlint_repetition.pieces import SeenPieces
from textlint_repetition.shingles import jaccard, shingles, unpunctuated

from textlint.testing import check

SYLLABLES = ["ba", "ket", "ri", "o", "sten", "du", "mar", "el", "fi", "nor", "a", "lu", "tsch"]


def words(chance: random.Random, count: int) -> list[str]:
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(count)]


@pytest.mark.parametrize("seed", range(200))
def test_a_copy_with_changed_words_shares_its_pieces(seed: int) -> None:
    chance = random.Random(seed)
    article = [words(chance, chance.randint(FEWEST_WORDS, 120)) for _ in range(8)]
    copy = list(chance.choice(article))
    for _ in range(chance.randint(0, len(copy) // 14)):
        copy[chance.randrange(len(copy))] = words(chance, 1)[0]
    likeness = max(jaccard(shingles(copy, 3), shingles(other, 3)) for other in article)
    seen = SeenPieces()
    alike = [seen.share(unpunctuated(" ".join(paragraph))) for paragraph in article]
    assert sum(alike) <= 1  # one of a few long words may have too few pieces to tell
    assert seen.share(unpunctuated(" ".join(copy))) or likeness < SIMILAR


@pytest.mark.parametrize("script", ["абвгдежз", "אבגדהוזח", "αβγδεζηθ"])
def test_any_script_is_cut(script: str) -> None:
    chance = random.Random(script)
    article = ["".join(chance.choices(script + "  ", k=400)) for _ in range(6)]
    seen = SeenPieces()
    for text in article:
        assert not seen.share(unpunctuated(text))
    assert all(seen.share(unpunctuated(text)) for text in article)


def test_a_lone_surrogate_and_marks_beyond_ascii() -> None:
    paragraph = (
        "The café’s wall … is \ud800 damp, and the “old” stones are loose • every year. " * 3
    )
    text = f"{paragraph}\n\nA bus runs.\n\n{paragraph}\n"
    assert len(check(duplicate_paragraph, text, "wall.txt")) == 1
