"""The generated dictionary: what it finds of a list it does not know, how it matches, what it leaves."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from textlint_spun.dictionary import dictionary
from textlint_spun.mixed_term import mixed_term
from textlint_spun.spinner_words import STRONG
from textlint_spun.tortured_phrase import tortured_phrase

from textlint.model import Severity
from textlint.testing import check, check_examples

HUNDRED = Path(__file__).with_name("tortured_hundred.csv")
BLIND = Path(__file__).with_name("tortured_hundred_blind.csv")
FIELDS = Path(__file__).with_name("tortured_hundred_fields.csv")
OWN = Path(__file__).parents[2] / "corpus" / "good"
# What is found of each list where nothing else stands beside a phrase, and beside another one.
FLOORS = {HUNDRED: (48, 67), BLIND: (21, 36), FIELDS: (45, 67)}


def hundred(path: Path) -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def test_examples() -> None:
    check_examples(tortured_phrase)
    check_examples(mixed_term)


@pytest.mark.parametrize("path", FLOORS, ids=lambda path: path.stem)
def test_recall_on_hand_made_lists(path: Path) -> None:
    rows = hundred(path)
    assert len(rows) == 100
    found = [places for row in rows if (places := list(dictionary().find(row["phrase"])))]
    alone = [places for places in found if any(place.grade == STRONG for place in places)]
    least_alone, least = FLOORS[path]
    assert len(alone) >= least_alone
    assert len(found) >= least


def test_our_clean_articles_hold_no_phrase() -> None:
    for path in OWN.glob("*.*"):
        places = dictionary().find(path.read_text(encoding="utf-8").lower())
        assert [place for place in places if place.grade == STRONG] == [], path.name


def test_every_entry_is_found_by_the_search() -> None:
    entries = list(dictionary().entries())
    assert len(entries) > 100_000
    for phrase, _ in entries[::997]:
        assert [place.phrase for place in dictionary().find(phrase)], phrase


@pytest.mark.parametrize(
    "text",
    [
        "Swimming puddle",
        "swimming-puddle",
        "swimming puddles",
        "(swimming puddle)",
        "swimming puddle's edge",
    ],
)
def test_case_hyphens_plurals_and_brackets(text: str) -> None:
    assert len(check(tortured_phrase, f"It was about the {text}, they said.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "swimming, puddle",
        "swimming. Puddle",
        "swimming and puddle",
        "`swimming puddle`",
        "swimmingpuddle",
    ],
)
def test_the_words_stand_together(text: str) -> None:
    assert check(tortured_phrase, f"It was about {text} they said.") == []


def test_one_is_a_note_and_two_terms_are_warnings() -> None:
    (one,) = check(tortured_phrase, "The swimming puddle opens.")
    assert one.finding.severity is Severity.NOTE
    assert one.message == '"swimming puddle" is what a synonym dictionary makes of "swimming pool".'
    two = check(tortured_phrase, "The swimming puddle opens. Olive lubricant is dear.")
    assert [seen.finding.severity for seen in two] == [Severity.WARNING] * 2


# For "neural network", "traffic pattern", "day" and "language": a person may write any of them.
WEAK = [
    "Her brain organization is new.",
    "The traffic design is old.",
    "It took a mean solar day.",
    "They learnt a linguistic communication.",
]
STRONG_TEXT = "The swimming puddle opens."
FAINT = "The target crowd is young."


def test_weak_ones_tell_beside_a_strong_one() -> None:
    assert check(tortured_phrase, f"{WEAK[0]} {WEAK[1]} {WEAK[2]}") == []
    found = check(tortured_phrase, f"{WEAK[0]} {WEAK[1]} {STRONG_TEXT}")
    assert [seen.finding.severity for seen in found] == [Severity.WARNING] * 3
    (alone,) = check(tortured_phrase, f"{WEAK[0]} {STRONG_TEXT}")
    assert (alone.text, alone.finding.severity) == ("swimming puddle", Severity.NOTE)
    other = " The boat lay on the sand and nobody came." * 150
    (far,) = check(tortured_phrase, f"{WEAK[0]} {WEAK[1]}{other} {STRONG_TEXT}")
    assert far.text == "swimming puddle"


def test_faint_ones_tell_beside_two_strong_ones() -> None:
    (alone,) = check(tortured_phrase, f"{FAINT} {STRONG_TEXT}")
    assert alone.text == "swimming puddle"
    found = check(tortured_phrase, f"{FAINT} {STRONG_TEXT} Olive lubricant is dear.")
    assert [seen.text for seen in found] == ["target crowd", "swimming puddle", "Olive lubricant"]


def test_four_weak_ones_tell_near_each_other() -> None:
    found = check(tortured_phrase, " ".join(WEAK))
    phrases = ["brain organization", "traffic design", "mean solar day", "linguistic communication"]
    assert [seen.text for seen in found] == phrases
    assert {seen.finding.severity for seen in found} == {Severity.WARNING}


def test_they_do_not_tell_where_they_are_fewer_or_far_from_each_other() -> None:
    first, second, third, fourth = WEAK
    other = "The boat lay on the sand and nobody came. " * 60
    assert check(tortured_phrase, f"{first} {second} {third} {other}\n\n{fourth}") == []
    assert check(tortured_phrase, f"{first} {second} {third} {third} {second} {FAINT}") == []


def test_they_do_not_tell_beside_code() -> None:
    text = " ".join(WEAK)
    assert check(tortured_phrase, f"{text}\n\n```\nput(1)\n```\n") == []


def test_a_plural_is_found_that_another_phrase_ends_with() -> None:
    ends = {phrase.rpartition(" ")[2] for phrase, _ in dictionary().entries()}
    phrase = next(p for p, _ in dictionary().entries() if f"{p.rpartition(' ')[2]}s" in ends)
    (place,) = dictionary().find(f"the {phrase}s are")
    assert place.phrase == phrase


@pytest.mark.parametrize(
    "phrase",
    [
        *("identity thieves", "voting privileges", "budget shortfall", "operating earnings"),
        *(
            "environmental change",
            "random pattern",
            "orange squash",
            "arbitrary waveform",
            "huge data",
        ),
    ],
)
def test_words_that_keep_the_sense_are_no_sign_alone(phrase: str) -> None:
    assert check(tortured_phrase, f"The report was about {phrase} last year.") == []


def test_terms_of_three_words() -> None:
    (seen,) = check(tortured_phrase, "It is about search motor optimization.")
    assert "search engine optimization" in seen.message


def test_a_repeated_phrase_is_one_finding() -> None:
    (seen,) = check(tortured_phrase, "A swimming puddle. The swimming puddles open.")
    assert seen.related == ['"swimming puddle" again']


def test_a_mixed_term_is_left_to_its_own_rule() -> None:
    text = "The swimming pool opens. The swimming puddle closes."
    assert check(tortured_phrase, text) == []
    (seen,) = check(mixed_term, text)
    assert seen.finding.severity is Severity.WARNING
    assert seen.related == ['here it is "swimming pool"']


def test_a_name_in_capitals_is_no_phrase() -> None:
    assert check(tortured_phrase, "They sailed with Genuine Estate along the quiet coast.") == []
