"""The vectors of words: how they are packed, and what they say of ordinary English."""

from __future__ import annotations

import pytest
from textlint_spun import score, word_fit
from textlint_spun.word_fit import FAR, LISTED, PARTS, SIZE


def number(word: str) -> int:
    return score.tables().words.numbers[word]


def fit(word: str, neighbours: str) -> float:
    """Return how well a word fits at the mark of "far before _ behind beyond"."""
    tables = score.tables()
    far, before, behind, beyond = (number(w) for w in neighbours.replace("_ ", "").split())
    context = tables.fit.context(far, before, behind, beyond)
    return tables.fit.fit(number(word), context, tables.words.frequencies[number(word)])


@pytest.mark.parametrize(
    ("neighbours", "written", "spun"),
    [
        ("should see _ doctor about", "your", "you"),
        ("is the _ important thing", "most", "maximum"),
        ("she has _ cancer and", "breast", "bosom"),
        ("can be _ by the", "used", "usage"),
        ("he had _ been there", "never", "by"),
    ],
)
def test_what_is_written_fits_better(neighbours: str, written: str, spun: str) -> None:
    assert fit(written, neighbours) > fit(spun, neighbours) + 0.5


def test_words_of_a_subject_are_near_each_other() -> None:
    known = score.tables().fit
    topics = {w: known.topic(number(w)) for w in ("doctor", "patient", "harbour", "quay")}
    near = word_fit.nearness(topics["doctor"], topics["patient"] or [])
    assert near > word_fit.nearness(topics["doctor"], topics["quay"] or []) + 0.2


def test_a_subject_less_its_only_word_is_nothing() -> None:
    topic = score.tables().fit.topic(number("harbour"))
    total = word_fit.subject([(topic, 2.0), (None, 1.0)])
    assert word_fit.without(total, topic, 2.0) == pytest.approx([0.0] * word_fit.TOPICS, abs=1e-6)
    assert word_fit.nearness(topic, word_fit.without(total, None, 1.0)) == pytest.approx(1.0)
    assert word_fit.nearness(None, total) == 0.0


def test_parts_are_read_as_they_were_packed() -> None:
    parts = [bytes([number % 7]) * (rows * length) for number, (rows, length) in enumerate(PARTS)]
    read = word_fit.unpacked(word_fit._inflated(word_fit.packed(0.5, parts)))
    assert read.unit == 0.5
    assert [bytes(part) for part in read.parts] == parts
    # 0 + 1 + 2 + 3 in each place; a word of 24 fours; a bias of 5 / 8; frequency 1
    assert read.context(0, 1, 2, 3) == [6] * SIZE
    assert read.fit(7, [6] * SIZE, 0.0) == 6 * 4 * SIZE * 0.5 + 5 / 8


def test_what_is_no_listed_word_has_a_vector_as_a_neighbour() -> None:
    known = score.tables().fit
    nothing = known.context(-1, -1, -1, -1)
    assert known.context(FAR, LISTED, LISTED + 5, 10**6) == nothing
    assert known.context(FAR - 1, LISTED - 1, LISTED - 1, FAR - 1) != nothing
