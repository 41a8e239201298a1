"""Which sentences state figures as facts."""

from __future__ import annotations

import pytest
from textlint_sourcing.figures import claims
from textlint_sourcing.unsourced_figures import unsourced_figures

from textlint.testing import check, read


@pytest.mark.parametrize(
    "sentence",
    [
        "Brindle Freight has ordered vans for $90 million.",
        "The town will spend €412,000 on the new wall.",
        "The new quay cost the county 31 million crowns.",
        "About 38% of the boats are older than the quay.",
        "Some forty-four per cent of the tickets were sold.",
        "The port moved 500,000 crates of fish last year.",
        "Nine out of ten boats leave before the bell rings.",
        "The line carried 1.8 million people last summer.",
    ],
)
def test_claims(sentence: str) -> None:
    assert len(list(claims(read(sentence + "\n")))) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "We sold 500,000 crates of fish last year.",
        "You can save 30% if you book before June.",
        "Heat the pan to 40% of its power and wait.",
        "If 40% of the boats leave, the quay is empty.",
        "The road is 1,200 metres long and very steep.",
        "The scarf is made of 60% wool and the rest is silk.",
        "In 1921 the port moved 500,000 crates of fish.",
        "The ticket costs $79 and is valid for a week.",
        "“It costs $40 million and it leaks,” he said to me.",
        "Version 2.0 came out on 4 May 2024, at 08:04.",
        "40% more fish",
        "He was 100% certain that the ferry had sunk.",
    ],
)
def test_no_claims(sentence: str) -> None:
    assert list(claims(read(sentence + "\n"))) == []


CLAIMS = (
    "The port moved 500,000 crates last year. The county paid $40 million for the quay.\n\n"
    "Another 30% is expected by June.\n"
)


def test_the_sentences_are_related_places() -> None:
    (seen,) = check(unsourced_figures, CLAIMS)
    assert seen.text == "The port moved 500,000 crates last year."
    assert [CLAIMS[r.span.start : r.span.end] for r in seen.finding.related] == [
        "The county paid $40 million for the quay.",
        "Another 30% is expected by June.",
    ]
    assert "3 sentences" in seen.message
    assert "(lines 1, 3)" in seen.message


@pytest.mark.parametrize(
    "added",
    [
        "```\nx = 1\n```\n",
        "The toll, the board said, is fair.\n",
        "See [the budget](https://county.example/budget).\n",
        "The quay is long and the wind is cold. " * 100,
    ],
    ids=["code", "attribution", "link", "figures are not what it is about"],
)
def test_silence(added: str) -> None:
    assert check(unsourced_figures, CLAIMS + "\n" + added) == []


def test_an_internal_link_and_a_narrated_announcement_do_not_silence() -> None:
    text = CLAIMS + "\n[Home](/) The county has announced a deal worth $9 million today.\n"
    assert len(check(unsourced_figures, text)) == 1
