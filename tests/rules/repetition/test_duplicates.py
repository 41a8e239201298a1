"""Paragraphs and openings that come twice."""

from __future__ import annotations

import pytest
from textlint_repetition.duplicate_paragraph import duplicate_paragraph
from textlint_repetition.restated_lead import restated_lead

from textlint.testing import check

PARAGRAPH = (
    "The ferry steps will be shut for nine weeks from Monday while the wall behind them is taken down"
    " stone by stone, dried, numbered and built up again by hand."
)
BETWEEN = "A bus replaces the ferry."


def test_an_exact_copy_is_found_anywhere() -> None:
    text = f"{PARAGRAPH}\n\n{BETWEEN}\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n"
    seen = check(duplicate_paragraph, text)
    assert [text.index(PARAGRAPH, 10), text.rindex(PARAGRAPH)] == [
        s.finding.span.start for s in seen
    ]
    assert {s.finding.related[0].span.start for s in seen} == {0}
    assert all("the same as the one in line 1" in s.message for s in seen)


def test_case_and_punctuation_do_not_matter() -> None:
    changed = PARAGRAPH.replace("stone by stone,", "STONE BY STONE –").replace("nine", "*nine*")
    (seen,) = check(duplicate_paragraph, f"{PARAGRAPH}\n\n{changed}\n")
    assert "the same as" in seen.message


def test_a_near_copy_needs_a_block_in_between() -> None:
    near = PARAGRAPH.replace("by hand", "by experts")
    assert check(duplicate_paragraph, f"{PARAGRAPH}\n\n{near}\n") == []
    (seen,) = check(duplicate_paragraph, f"{PARAGRAPH}\n\n{BETWEEN}\n\n{near}\n")
    assert "almost the same as" in seen.message
    assert seen.finding.fix is not None
    assert not seen.finding.fix.safe


@pytest.mark.parametrize(
    "text",
    [
        f"- {PARAGRAPH}\n- {BETWEEN}\n- {PARAGRAPH}\n",
        f"> {PARAGRAPH}\n\n{BETWEEN}\n\n> {PARAGRAPH}\n",
        f"Closing: {PARAGRAPH}\n\n{BETWEEN}\n\nClosing: {PARAGRAPH}\n",
        f"```\n{PARAGRAPH}\n```\n\n{PARAGRAPH}\n",
        f"{PARAGRAPH} All rights reserved.\n\n{BETWEEN}\n\n{PARAGRAPH} All rights reserved.\n",
        f"{BETWEEN}\n\n{PARAGRAPH}\n\n{BETWEEN}\n",
    ],
)
def test_not_compared(text: str) -> None:
    assert check(duplicate_paragraph, text) == []


def test_many_paragraphs_of_one_kind_are_compared_in_linear_time() -> None:
    names = (f"Village {chr(97 + k % 26)}{k}" for k in range(4000))
    text = "\n\n".join(PARAGRAPH.replace("ferry steps", name) for name in names)
    assert len(check(duplicate_paragraph, text + "\n")) <= 4000


def test_the_opening_again_at_the_end() -> None:
    lead = "A salon may open right across the road from its rival, the court ruled on Tuesday."
    text = f"{lead}\n\n{BETWEEN}\n\nNobody is packing a bag.\n\nThat is all. {lead}\n"
    (seen,) = check(restated_lead, text)
    assert seen.finding.span.start == text.rindex(lead)
    assert "line 1" in seen.message


def test_the_headline_as_a_line_of_text() -> None:
    text = (
        "Two Valley Banks Merge Today\nTwo valley banks merge today\n\nThe boards wrote a letter.\n"
    )
    (seen,) = check(restated_lead, text, "article.txt")
    assert seen.text == "Two valley banks merge today"


@pytest.mark.parametrize(
    "text",
    [
        f"{PARAGRAPH}\n\n{PARAGRAPH}\n",  # repetition/duplicate-paragraph reports it
        "Rovers won the cup tie at home on Saturday, after ninety long minutes.\n\n"
        "Kelby won the cup tie at home on Saturday, after ninety long minutes.\n",
        f"{PARAGRAPH}\n",
        "",
    ],
)
def test_no_restated_lead(text: str) -> None:
    assert check(restated_lead, text) == []
