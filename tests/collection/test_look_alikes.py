"""What comes from one template and tells other facts is no copy; an event told twice may be one."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from look_alikes import CABLE, CABLE_HEAVY, CABLE_OTHER_DESK, market, product, release, weather
from textlint_footer.repeated_block import repeated_block
from textlint_repetition.near_duplicate import near_duplicate
from textlint_spun.reworded_copy import reworded_copy
from told_again import ESSAY, ESSAY_HEAVY, STORM, STORM_HEAVY, STORM_OTHER_DESK, STRIKE

from textlint.model import Severity
from textlint.rule import Rule
from textlint.testing import compare

RULES = [repeated_block, near_duplicate, reworded_copy]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("write", [weather, product, market])
def test_a_series_from_one_template_is_silent(rule: Rule, write: Callable[..., str]) -> None:
    draw = random.Random(7)
    assert compare(rule, {f"{number}.md": write(draw) for number in range(10)}) == {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_release_notes_are_silent(rule: Rule) -> None:
    assert compare(rule, {f"{number}.md": release(number) for number in (1, 2, 3)}) == {}


def test_a_heavy_rewrite_of_a_short_report_is_found_and_another_desk_is_not() -> None:
    files = {"1.txt": CABLE, "2.txt": CABLE_HEAVY, "3.txt": CABLE_OTHER_DESK}
    found = compare(reworded_copy, files)
    assert list(found) == ["2.txt"]
    places = found["2.txt"][0].finding.related
    assert {place.path for place in places if place.path} == {"1.txt"}


def test_a_closing_paragraph_with_other_figures_is_content() -> None:
    text = "# {0}\n\nAbout {0} much is told.\n\nAnd of {0} more is not.\n\n{1}\n"
    tail = "The council meets again on {0} May at {0} o'clock in the hall behind the old school in Ardle."
    names = "abcdefg"
    other = {f"{n}.md": text.format(n, tail.format(i)) for i, n in enumerate(names, 3)}
    same = {f"{n}.md": text.format(n, tail.format(3)) for n in names}
    assert compare(repeated_block, other) == {}
    assert list(compare(repeated_block, same)) == ["a.md"]
    assert compare(repeated_block, dict(list(same.items())[:4])) == {}


def test_an_essay_is_known_by_its_rare_words() -> None:
    found = compare(reworded_copy, {"1.txt": ESSAY, "2.txt": ESSAY_HEAVY})
    ((seen,),) = found.values()
    assert "rare words" in seen.message


def test_rounded_figures_do_not_hide_a_copy_and_other_figures_do_not_make_one() -> None:
    files = {"1.txt": STORM, "2.txt": STORM_HEAVY, "3.txt": STORM_OTHER_DESK}
    assert list(compare(reworded_copy, files)) == ["2.txt"]


def test_the_next_reports_on_a_strike_are_no_copies() -> None:
    found = compare(reworded_copy, {f"{number}.txt": text for number, text in enumerate(STRIKE)})
    assert all(seen.finding.severity is Severity.NOTE for items in found.values() for seen in items)
