"""What counts as a second introduction, and what the fix writes."""

from __future__ import annotations

import pytest
from textlint_repetition.reexpanded_acronym import reexpanded_acronym

from textlint.model import Severity
from textlint.testing import check, read


def _fixed(text: str, filename: str = "example.md") -> str:
    for seen in reversed(check(reexpanded_acronym, text, filename)):
        fix = seen.finding.fix
        if fix is not None:
            text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    return text


def test_second_is_a_note_and_third_a_warning() -> None:
    text = "A tide gauge (TG) sank. The tide gauge (TG) was new.\n\nNo Tide Gauge (TG) is cheap.\n"
    seen = check(reexpanded_acronym, text)
    assert [s.finding.severity for s in seen] == [Severity.NOTE, Severity.WARNING]
    assert [s.finding.related[0].span.start for s in seen] == [2, 2]
    assert "3rd time; line 1 introduced TG" in seen[1].message


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a network bridge adapter (NBA)", "an NBA"),
        ("A network bridge adapter (NBA)", "An NBA"),
        ("network bridge adapters (NBAs)", "NBAs"),
        ("network bridge adapters (NBA)", "NBAs"),
        ("**network bridge** adapter (NBA)", "**network bridge** adapter (NBA)"),
    ],
)
def test_the_fix(before: str, after: str) -> None:
    text = "The network bridge adapter (NBA) is here; it has {}.\n"
    assert _fixed(text.format(before)) == text.format(after)


def test_an_acronym_that_may_be_spoken_as_a_word_gives_no_safe_article() -> None:
    text = "The near orbit scanner array (NOSA) flew. It is a near orbit scanner array (NOSA).\n"
    (seen,) = check(reexpanded_acronym, text)
    assert seen.finding.fix is not None
    assert not seen.finding.fix.safe


def test_sections_of_a_long_document_stand_alone() -> None:
    filler = "The quay is long and the wind is cold. " * 120
    section = "## Part {}\n\nA tide gauge (TG) stands here. " + filler + "\n\n"
    short = "## Part 1\n\nA tide gauge (TG).\n\n## Part 2\n\nA tide gauge (TG).\n"
    assert check(reexpanded_acronym, section.format(1) + section.format(2)) == []
    assert len(check(reexpanded_acronym, short)) == 1


def test_an_abstract_stands_alone() -> None:
    text = (
        "ABSTRACT\n\nPassive dust sampling (PDS) is slow.\n\n"
        "1. INTRODUCTION\n\nPassive dust sampling (PDS) began in 1921.\n"
    )
    assert check(reexpanded_acronym, text, "paper.txt") == []


@pytest.mark.parametrize(
    "text",
    [
        "> A tide gauge (TG) is here.\n\nA tide gauge (TG) is there.\n",
        "| a | b |\n|---|---|\n| tide gauge (TG) | x |\n\nA tide gauge (TG) is there.\n",
        "- Tide gauge (TG): a stick\n\nA tide gauge (TG) is there.\n",
        "See `tide gauge (TG)`. A tide gauge (TG) is there.\n",
        "## Tide gauge (TG)\n\nA tide gauge (TG) is there.\n",
        "It is here.[^1] A tide gauge (TG) is there.\n\n[^1]: A tide gauge (TG).\n",
    ],
)
def test_other_places_do_not_count(text: str) -> None:
    assert check(reexpanded_acronym, text) == []


def test_positions_lead_through_markup() -> None:
    text = "A *tide gauge* (TG).\n\nThe _tide_ [gauge](https://x.example) (TG) &amp; co.\n"
    (seen,) = check(reexpanded_acronym, text)
    assert seen.text == "tide_ [gauge](https://x.example) (TG)"
    assert read(text).source == text
