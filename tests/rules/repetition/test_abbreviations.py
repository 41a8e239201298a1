"""The pairing of long and short forms."""

from __future__ import annotations

import pytest
from textlint_repetition.abbreviations import Pair, find_pairs


def _only(text: str) -> Pair:
    (pair,) = find_pairs(text)
    return pair


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They use harbour traffic control (HTC) here.", "harbour traffic control (HTC)"),
        ("the Bureau of Tides and Ferries (BTF)", "Bureau of Tides and Ferries (BTF)"),
        ("a Centre for Dredging Control and Prevention (CDC)", "Centre for Dredging Control"),
        ("new low-lift pumps (LLPs) arrived", "low-lift pumps (LLPs)"),
        ("a point-of-departure (POD) form", "point-of-departure (POD)"),
        ("software as a service (SaaS)", "software as a service (SaaS)"),
        ("passenger experience (PX)", "passenger experience (PX)"),
        ("the Office of Quay Safety (the “OQS”)", "Office of Quay Safety (the “OQS”)"),
        ("grain drying units (GDUs; see below)", "grain drying units (GDUs; see below)"),
        ("an LTO (licence to operate) costs", "LTO (licence to operate)"),
        ("with quarrier's lung (QL)", "quarrier's lung (QL)"),
        ("dock-to-dock (D2D) transport", "dock-to-dock (D2D)"),
        ("hydrometeorology (HM) is", "hydrometeorology (HM)"),
    ],
)
def test_pairs(text: str, expected: str) -> None:
    pair = _only(text)
    assert text[pair.start : pair.end].startswith(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Report (2019) and volume (IV) and note (a).",
        "The match (see AB) ended early.",
        "Ilse Brand (SPD) and Otto Reim (CDU) agreed.",
        "They met. (RDF) is a way to find ships.",
        "radio (AB) direction",
        "(ABC) begins here",
        "the tall ship (NASA) sailed",
        "HTC (their phone maker) said",
    ],
)
def test_not_pairs(text: str) -> None:
    assert list(find_pairs(text)) == []


@pytest.mark.parametrize(
    "text",
    ["Brindle (BRDL) rose", "New Zoland (NZL) won", "Bitcoline (BTC) fell"],
)
def test_a_code_of_a_name_is_uncertain(text: str) -> None:
    assert all(not pair.certain for pair in find_pairs(text))


def test_case_hyphens_and_number_do_not_matter() -> None:
    texts = (
        "Loan-To-Value (LTV)",
        "loan to value (LTV)",
        "LTV (loan-to-value)",
        "loans to value (LTV)",
    )
    assert len({_only(text).key for text in texts}) == 1


def test_plural_is_not_part_of_the_short_form() -> None:
    assert [
        (_only(t).short, _only(t).plural) for t in ("tide gauges (TGs)", "tide gauge (TG)")
    ] == [
        ("TG", True),
        ("TG", False),
    ]


def test_many_brackets_take_linear_time() -> None:
    # Each bracket looks at no more than a bounded stretch before it.
    text = "a b c d e f g h i j k l m n o p (QR) " * 20_000
    assert list(find_pairs(text)) == []
