"""The tables of the family fit each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textlint_persona.frames import frames
from textlint_persona.lexicon import lexicon
from textlint_persona.numbers import number, years
from textlint_persona.patterns import Pattern, load_patterns

from textlint.document import fold

HERE = Path(__file__).parent
TEXTS = [
    fold(line.replace("[[", "").replace("]]", ""))
    for path in sorted(HERE.glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and line[0] not in "#="
]
FACTS = load_patterns("facts.toml", "fact", cardinal=r"(?P<n>\d+|[a-z]+(?:-[a-z]+)?)")
PATTERNS: list[Pattern] = [frame.pattern for frame in frames()] + [row["pattern"] for row in FACTS]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.source[:40])
def test_what_a_pattern_needs_stands_wherever_it_matches(pattern: Pattern) -> None:
    overlooked = [
        text
        for text in TEXTS
        if pattern.compiled.search(text) and not any(need in text for need in pattern.needs)
    ]
    assert overlooked == []


def test_every_group_of_the_domain_words_belongs_to_a_field() -> None:
    words = lexicon()
    groups = {group for found in words.domains.values() for group in found}
    assert groups <= {field.group for field in words.fields.values()}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("an experienced analyst", "work"),
        ("a season-ticket holder", "fandom"),
        ("flight attendants", "air"),
        ("the quiet bell-ringer", "music"),
        ("the long corridor", None),
        ("an off-duty firefighter", "fire"),
    ],
)
def test_the_last_noun_tells_the_field(text: str, field: str | None) -> None:
    words = text.split()
    found = lexicon().role(words, len(words))
    assert (found[0].name if found else None) == field


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("31", 31),
        ("thirty-one", 31),
        ("ninth", 9),
        ("seventy-four", 74),
        ("9th", 9),
        ("blue", None),
    ],
)
def test_numbers_in_words(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "length"),
    [("over two decades", 20), ("a decade", 10), ("25 years", 25), ("a quarter of a century", 25)],
)
def test_stretches_of_time(text: str, length: float) -> None:
    assert years(text) == length


def test_the_lexicon_holds_no_insult() -> None:
    rude = re.compile(r"whore|slut|bitch|fuck|shit")
    assert [role for role in lexicon().roles if rude.search(role)] == []
