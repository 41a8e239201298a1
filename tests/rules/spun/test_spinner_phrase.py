"""The ladder of evidence: one is a note, two are warnings, weak ones count in numbers only."""

from __future__ import annotations

import pytest
from textlint_spun.spinner_phrase import spinner_phrase
from textlint_spun.spinner_words import STRONG, spinner_table

from textlint.model import Severity
from textlint.testing import check, check_examples

# What the table makes out in a sentence, and what it says was meant.
BROKEN = [
    ("It is handiest used at night.", "handiest used", "only used"),
    ("The maximum popular route is closed.", "maximum popular", "most popular"),
    ("She did now no longer answer.", "did now no longer", "did not"),
    ("They looked lower back at the mill.", "looked lower back", "looked back"),
    ("The store is duty unfastened.", "duty unfastened", "duty free"),
    ("A flash reminiscence, and a reminiscence leak.", "flash reminiscence", "flash memory"),
    ("An email (virtual reminiscence) is lost.", "virtual reminiscence", "virtual memory"),
    ("He wants to change into able, but turned into born here.", "turned into born", "was born"),
]

PLAIN = "The keeper climbs the stairs at dusk and writes the hour into the book. "


def test_examples() -> None:
    check_examples(spinner_phrase)


def test_one_strong_phrase_is_a_note() -> None:
    (seen,) = check(spinner_phrase, "The key is withinside the drawer.")
    assert seen.finding.severity is Severity.NOTE
    assert seen.message == '"withinside the" is what a synonym dictionary makes of "in the".'


def test_two_strong_phrases_are_warnings() -> None:
    seen = check(spinner_phrase, "It is withinside the book, via way of means of law.")
    assert [s.finding.severity for s in seen] == [Severity.WARNING] * 2


def test_a_repeated_phrase_is_one_finding_and_one_phrase() -> None:
    text = "It is withinside the drawer. It was withinside the chest."
    (seen,) = check(spinner_phrase, text)
    assert seen.finding.severity is Severity.NOTE
    assert seen.related == ['"withinside the" again']


def test_weak_phrases_far_apart_stay_silent() -> None:
    text = (
        f"A smart domestic. {PLAIN * 40}\n\nIt costs more each 12 months. {PLAIN * 40} Fast meals."
    )
    assert check(spinner_phrase, text) == []


def test_case_and_typographic_hyphens_do_not_matter() -> None:
    assert [s.text for s in check(spinner_phrase, "A ONE‑FORESTALL shop.")] == ["ONE‑FORESTALL"]


def test_a_text_in_another_language_is_not_read() -> None:
    text = "---\nlang: de\n---\nEr sagt withinside the und get right of entry to."
    assert check(spinner_phrase, text) == []


@pytest.mark.parametrize(("sentence", "text", "term"), BROKEN)
def test_the_table_sees_a_word_beside_a_neighbour_it_does_not_fit(
    sentence: str, text: str, term: str
) -> None:
    folded = sentence.casefold()
    places = {folded[p.start : p.end]: p.term for p in spinner_table().find(folded)}
    assert places[text] == term


def test_every_row_of_the_table_can_be_read() -> None:
    rows = list(spinner_table().entries())
    assert len(rows) > 1500
    assert all(row.entry and row.word and (row.lefts + row.rights).strip() for row in rows)
    assert sum(row.grade == STRONG for row in rows) > 100


def test_an_expression_does_not_reach_over_the_end_of_a_block() -> None:
    assert check(spinner_phrase, "# The maximum\n\nPopular songs are sung.") == []


def test_two_expressions_of_one_word_are_no_proof() -> None:
    text = "The maximum popular song is the maximum famous one."
    assert [s.finding.severity for s in check(spinner_phrase, text)] == [Severity.NOTE] * 2


def test_what_stands_far_apart_does_not_bear_out_each_other() -> None:
    text = f"It is handiest used here.\n\n{PLAIN * 120}\n\nThe maximum popular song."
    assert [s.finding.severity for s in check(spinner_phrase, text)] == [Severity.NOTE] * 2


def test_one_string_in_a_text_long_as_a_book_is_nothing() -> None:
    assert check(spinner_phrase, f"The maximum popular song. {PLAIN * 900}") == []


def test_weak_ones_are_warnings_where_six_stand_together() -> None:
    text = "A smart domestic. It costs more each 12 months. Fast meals. The fireplace department."
    few = check(spinner_phrase, text)
    many = check(spinner_phrase, f"{text} A neural community. They extrade it. Human assets.")
    assert {s.finding.severity for s in few} == {Severity.NOTE}
    assert {s.finding.severity for s in many} == {Severity.WARNING}


def test_a_weak_one_beside_a_strong_one_bears_it_out() -> None:
    near = check(spinner_phrase, f"The key is withinside the drawer. {PLAIN} It serves fast meals.")
    far = check(
        spinner_phrase, f"The key is withinside the drawer. {PLAIN * 40} It serves fast meals."
    )
    severities = {s.text: s.finding.severity for s in near}
    assert severities == {"withinside the": Severity.WARNING, "fast meals": Severity.NOTE}
    assert [(s.text, s.finding.severity) for s in far] == [("withinside the", Severity.NOTE)]


def test_faint_ones_are_shown_only_in_a_spun_text() -> None:
    faint = "The statistics of the town are kept in a desk. "
    spun = "It is withinside the hall, and the maximum popular room is handiest used at night."
    assert check(spinner_phrase, faint) == []
    assert "a desk" in [s.text for s in check(spinner_phrase, faint + spun)]
