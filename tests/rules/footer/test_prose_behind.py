"""No paragraph of an article is taken for furniture because it stands behind some."""

from __future__ import annotations

import re

import pytest
from textlint_footer import textlint_rules
from textlint_footer.patterns import expand
from textlint_footer.residue import residue
from textlint_footer.vocabulary import rows
from textlint_footer.wording import TABLES

from textlint.rule import Example
from textlint.testing import read

from .pages import rules_and_places, uncovered

LONG = (
    "The keeper of the weir went down to the water before it was light, counted the boats and wrote "
    "the figure into his book, as his father had done for thirty years.",
    "Two of the gates were rebuilt in the winter by a mason who thought that the old stones had been "
    "laid by people who knew the river. He kept one of them.",
    "A year later the river rose again, higher than it had since the war, and took the bridge.",
)
SHORT = (
    "The gate was oiled in March.",
    "Nobody had asked the miller.",
    "Take the letter to the council, and wait for two weeks.",
    "Do you remember the old weir?",
)
ARTICLE = "\n\n".join(LONG)
FILLED = {"n": "3", "x": "Ada Moor", "net": "Facebook", "nets": "Facebook X", "date": "4 May 2024"}
BAD = [example for rule in textlint_rules() for example in rule.examples if example.at]


def taken(above: str, paragraphs: tuple[str, ...], filename: str = "copy.md") -> list[str]:
    """Return those of the paragraphs behind `above` that a finding or its fix touches."""
    text = f"{above}\n\n" + "\n\n".join(paragraphs) + "\n"
    found = residue(read(text, filename))
    spans = [stretch.span for stretch in found] + [s.fix.span for s in found if s.fix is not None]
    places = [(p, text.index(p, len(above))) for p in paragraphs]
    return [p for p, at in places if any(s.start < at + len(p) and s.end > at for s in spans)]


@pytest.mark.parametrize("table", TABLES)
def test_prose_behind_a_wording_is_kept(table: str) -> None:
    for row in rows(table.replace("-", "_") + ".csv"):
        for words in list(expand(row["pattern"]))[::4]:
            line = re.sub(r"\{(\w+)\}", lambda match: FILLED[match[1]], words)
            line += ":" * row["pattern"].endswith(":")
            assert taken(f"{ARTICLE}\n\n{line}", SHORT[:2]) == [], line


@pytest.mark.parametrize("example", BAD, ids=lambda example: example.text[-30:])
@pytest.mark.parametrize("count", [1, 2, 4, 7])
def test_prose_behind_a_bad_example_is_kept(example: Example, count: int) -> None:
    if example.text.startswith("<"):
        return  # what is pasted behind an element is no article
    paragraphs = (*SHORT, *LONG)[-count:]
    assert taken(example.text.rstrip("\n"), paragraphs, example.filename) == []


@pytest.mark.parametrize(
    "labels",
    [
        ("Leave a reply", "Cancel reply"),
        ("Leave a reply", "Name", "Email", "Website", "Post comment"),
        ("Leave your comment", "1 reply", "Trackbacks 3"),
        ("2 comments", "12 likes"),
    ],
)
@pytest.mark.parametrize("paragraphs", [SHORT[:1], SHORT, LONG[:2]])
def test_prose_behind_a_form_is_no_comment(
    labels: tuple[str, ...], paragraphs: tuple[str, ...]
) -> None:
    assert taken(f"{ARTICLE}\n\n" + "\n\n".join(labels), paragraphs) == []


def test_house_rules_between_two_pieces_of_a_form_belong_to_it() -> None:
    lines = ("Leave a reply", "Be kind to the keeper, he reads it all.", "Post comment")
    assert uncovered(f"{ARTICLE}\n\n" + "\n\n".join(lines) + "\n", lines) == []


@pytest.mark.parametrize(
    "end",
    [
        "Sincerely,\n\n[Your Name]\n",
        "Yours,\n\n[Your Name]\n\n[Your Email]\n\n[Phone Number]\n\n[Website]\n",
        "Your Name\nYour Address\nYour Phone Number\nYour Email\n\nDear keeper,\n\nOpen the gate.\n",
        "Votre nom\n\nTéléphone\n\nObjet\n",
    ],
)
def test_the_fields_of_a_letter_are_no_form(end: str) -> None:
    assert rules_and_places(f"{ARTICLE}\n\n{end}") == []


@pytest.mark.parametrize("lines", [("Your name", "Post comment"), ("Leave a reply", "Your name")])
def test_a_field_beside_another_piece_of_a_form_is_found(lines: tuple[str, ...]) -> None:
    text = f"{ARTICLE}\n\n" + "\n\n".join(lines) + "\n"
    assert uncovered(text, lines) == []
