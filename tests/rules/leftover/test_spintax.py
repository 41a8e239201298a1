"""What counts as the source of a spinning program, and where."""

from __future__ import annotations

import pytest
from textlint_leftover.spintax import spintax

from textlint.testing import check


@pytest.mark.parametrize(
    "group",
    [
        "{great|awesome and loud}",
        "{rings at six|calls the village {at|before} dawn|wakes everybody}",
        "{The bells are old.|The bells have rung for years!}",
        "{|very loud and }",
    ],
)
def test_a_group_is_found_where_it_stands(group: str) -> None:
    text = f"The tower of Orvik {group} when the fog comes in.\n"
    found = check(spintax, text)
    assert [finding.text for finding in found] == [group]


def test_single_words_count_where_there_are_several() -> None:
    one = "The {old|ancient} tower rings.\n"
    assert not check(spintax, one)
    assert len(check(spintax, one + "\nIt is {loud|deep} in winter.\n")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Give it a {string|number} and a {boolean|null}.\n",
        "The function f{x|y z} and ${a b|c d} stay.\n",
        "Send {user.name|user.mail address} to the {api/v1|api v2} server.\n",
        "> The {old tower|ancient tower} rings.\n",
        "| a | {old tower or so} |\n|---|---|\n| b | {c d} |\n",
        "Let $S = \\{a b|c d\\}$ and \\{many words|few words\\} be sets.\n",
        "Let $S = {a b|c d}$ be a set.\n",
        "The set {x | x > 0} of {n | n is even and small} numbers.\n",
        "{{ name | upper case }} rings {value|at six}.\n",
        "# How article spinning works\n\nThe {old tower|ancient tower} rings.\n",
        "Never closed {the old tower|the ancient tower, and so on.\n",
    ],
)
def test_what_is_no_choice_between_words(text: str) -> None:
    assert not check(spintax, text)


def test_the_fix_is_the_first_choice_and_not_safe() -> None:
    (found,) = check(spintax, "The {old tower {of|in} Orvik|bell} rings when it rains.\n")
    fix = found.finding.fix
    assert fix is not None
    assert fix.replacement == "old tower of Orvik"
    assert not fix.safe


def test_expressions_of_mdx_are_code() -> None:
    text = 'import X from "y"\n\n<X v={a|b} /> It rings {a ? "at six" : b || "at seven"} here.\n'
    assert not check(spintax, text, "page.mdx")
