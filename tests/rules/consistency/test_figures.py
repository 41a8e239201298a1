"""Quantities as they are written, and figures that do not fit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from textlint_consistency.figures import figures
from textlint_consistency.quantities import quantities

from textlint.testing import check, check_examples, read


def seen(text: str) -> list[tuple[Decimal, str, str]]:
    (sentence,) = read(text).prose[0].sentences
    return [(q.value, q.unit, q.head) for q in quantities(sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs $1.8 billion today", (Decimal("1.8e9"), "$", "today")),
        ("A 5,400 mAh cell", (Decimal(5400), "mah", "cell")),
        ("Thirty-one clients left", (Decimal(31), "clients", "left")),
        ("It grew 12.5% overnight", (Decimal("12.5"), "%", "overnight")),
        ("They sold 40 thousand pumps", (Decimal(40000), "pumps", "")),
    ],
)
def test_a_quantity_is_read(text: str, expected: tuple[Decimal, str, str]) -> None:
    assert seen(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["On 2024-05-04 it rang", "At 8:04 it rang", "The 3rd bell", "Version 1.2.3", "A 3-2 win"],
)
def test_dates_times_and_scores_are_no_quantities(text: str) -> None:
    assert [q for q in seen(text) if q[1]] == []


def test_three_values_are_three_things() -> None:
    text = "It has 12 bells.\n\nWe saw 14 bells.\n\nThey rang 18 bells.\n"
    assert check(figures, text) == []


def test_one_value_twice_is_no_contradiction() -> None:
    assert check(figures, "We saw 14 bells.\n\nThey rang fourteen bells.\n") == []


def test_the_earlier_figure_is_related() -> None:
    (found,) = check(figures, "The tower has 12 bells.\n\nVisitors hear 14 bells at noon.\n")
    assert found.message == '"14 bells" differs from "12 bells", said of the same thing.'
    assert found.related == ['"12 bells" here']


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was 98% of voters.",
        "It reached 45 of the 50 farms (90%).",
        "He gave 110% and more.",
        "Sales rose by 240% in a year.",
        "It bought 400 pumps at $50 each and a $700 hose.",
    ],
)
def test_what_can_be_is_left_alone(text: str) -> None:
    assert check(figures, f"{text}\n") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Prices fell by 140% in May.", "Prices fell by 140%"),
        ("It reached 12 of 10 farms (80%).", "12 of 10 farms (80%)"),
        ("Some 120% of the respondents agreed.", "120% of the respondents"),
    ],
)
def test_what_cannot_be(text: str, place: str) -> None:
    assert [s.text for s in check(figures, f"{text}\n")] == [place]


def test_examples() -> None:
    check_examples(figures)
