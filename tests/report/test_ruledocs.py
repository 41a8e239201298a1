"""The documentation of rules: made from the rule alone, for pages, terminals and SARIF."""

from __future__ import annotations

import dataclasses
import re
from typing import Literal

import pytest
from runs import RULES, make_rule

from textlint import ruledocs
from textlint.excerpts import cell_width
from textlint.plugins import load_host
from textlint.rule import Rule, bad, good


@dataclasses.dataclass(frozen=True)
class Options:
    """`least-depth` is in metres."""

    least_depth: float = 2.5
    names: tuple[str, ...] = ("pier", 'the "old" pier')
    strict: bool = False
    tide: Literal["low", "high"] = "low"
    limit: int | None = None


RULE = make_rule(
    "water/too-shallow",
    options=Options,
    examples=[
        bad("The harbour is silted.\n\nIt is `silted` too.\n", at=["silted", "silted"]),
        bad("One\ntwo.", at="One\ntwo"),
        good("It is deep.", why="it can be used"),
    ],
)


def test_the_explanation_is_read_by_its_bold_titles() -> None:
    assert ruledocs.sections(RULE) == [
        (
            "",
            (
                "Something is wrong with the harbour.",
                "It matters because ships [sink](https://example.org/).",
            ),
        ),
        ("How to fix", ("Dredge it.",)),
    ]


def test_options_with_types_and_defaults() -> None:
    assert ruledocs.options(RULE) == [
        ("least-depth", "number", "2.5"),
        ("names", "list, each text", r'["pier", "the \"old\" pier"]'),
        ("strict", "true or false", "false"),
        ("tide", 'one of "low", "high"', '"low"'),
        ("limit", "whole number", ""),
    ]


def test_the_places_of_equal_texts_are_told_apart() -> None:
    places = ruledocs.marked_places(RULE.bad_examples[0])
    assert [place.start for place in places] == [15, 31]


def test_a_page() -> None:
    page = ruledocs.markdown_page(RULE, "harbour 1.0")
    assert page.startswith("# water/too-shallow\n\nWhat water/too-shallow finds.\n")
    assert "| warning | high | default | all | 0.1.0 | harbour 1.0 |" in page
    assert "## How to fix\n\nDredge it.\n" in page
    assert "Marked: `silted`, `silted`." in page
    assert "It can be used." in page
    assert '| `names` | list, each text | `["pier", "the \\"old\\" pier"]` |' in page
    assert "`least-depth` is in metres." in page
    assert '[rules."water/too-shallow"]\nseverity = "warning"\nleast-depth = 2.5\n' in page
    assert "<!-- textlint: ignore[water/too-shallow] the reason -->" in page


def test_what_explain_prints() -> None:
    page = ruledocs.terminal_page(RULE, 60, heading=str.upper)
    assert page.startswith("WATER/TOO-SHALLOW\nWhat water/too-shallow finds.\n")
    assert "  │ The harbour is silted.\n  │                ^^^^^^\n" in page
    assert "  │ It is `silted` too.\n  │        ^^^^^^\n" in page
    assert "  │ One\n  │ ^^^\n  │ two.\n  │ ^^^\n" in page
    assert "ships sink (https://example.org/)." in page
    assert all(cell_width(line) <= 80 for line in page.splitlines())


def test_long_and_empty_lines_of_an_example() -> None:
    long = "The harbour of Kelby is " + "very " * 30 + "deep."
    rule = make_rule(
        "water/too-shallow",
        examples=[bad("One\n\ntwo\n", at="One\n\ntwo"), good(f"    {long}\n"), good(long)],
    )
    page = ruledocs.terminal_page(rule, 60)
    assert "  │ One\n  │ ^^^\n  │\n  │ two\n  │ ^^^\n" in page
    assert all(cell_width(line) <= 60 for line in page.splitlines()[:-1])  # the last is an address


def test_the_help_of_sarif() -> None:
    text = ruledocs.help_text(RULE)
    assert "**" not in text and "](" not in text
    assert "How to fix: Dredge it." in text
    markdown = ruledocs.help_markdown(RULE)
    assert markdown.count("```") == 4
    assert markdown.endswith("(https://textlint.readthedocs.io/en/latest/rules/water/too-shallow/)")


def test_fences_are_longer_than_what_they_hold() -> None:
    rule = make_rule(
        "water/too-shallow", examples=[bad("````\nx\n````", at="x"), *RULES[0].examples]
    )
    assert "`````markdown\n````\nx\n````\n`````" in ruledocs.markdown_page(rule)


def test_examples_are_sanitised() -> None:
    rule = make_rule(
        "water/too-shallow", examples=[bad("a\u202eb\x1b", at="a\u202eb"), *RULES[0].examples]
    )
    for page in (
        ruledocs.markdown_page(rule),
        ruledocs.terminal_page(rule, 80),
        ruledocs.help_markdown(rule),
    ):
        assert "\x1b" not in page and "\u202e" not in page
        assert r"a\u202eb" in page


INSTALLED = load_host().rules


@pytest.mark.parametrize("rule", INSTALLED, ids=lambda rule: rule.id)
def test_every_rule_says_what_why_and_how_to_fix(rule: Rule) -> None:
    titles = [section.title for section in ruledocs.sections(rule)]
    assert "How to fix" in titles
    assert "Known limits" in titles
    assert len(ruledocs.description(rule)) <= 1024
    assert rule.summary.endswith(".")
    # The place of every marked text is found again, so that a page shows it.
    for example in rule.bad_examples:
        assert len(ruledocs.marked_places(example)) == len(example.at)
    page = ruledocs.terminal_page(rule, 100)
    assert re.search(r"^  │ *\^+$", page, re.MULTILINE)
