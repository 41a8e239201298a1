"""The ladder of evidence: one is a note, two are warnings, weak ones count in numbers only."""

from __future__ import annotations

from textlint_spun.spinner_phrase import spinner_phrase

from textlint.model import Severity
from textlint.testing import check, check_examples

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
