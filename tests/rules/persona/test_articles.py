"""Whole articles: several authors in one must be seen, one author must be left in peace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textlint_persona import textlint_rules

from textlint.document import Document
from textlint.engine import ActiveRule, Engine
from textlint.model import Finding
from textlint.testing import read

HERE = Path(__file__).parent
ENGINE = Engine([ActiveRule(r, r.options()) for r in textlint_rules() if r.profile == "default"])


def articles(filename: str) -> dict[str, str]:
    """Return the articles of a file by name; each line of a plain-text one is a paragraph."""
    found: dict[str, str] = {}
    for part in re.split(r"^=== ", (HERE / filename).read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, _, text = part.partition("\n")
        found[name] = text.strip() + "\n"
        if not name.endswith(".md"):
            found[name] = re.sub(r"\n+", "\n\n", found[name])
    return found


MIXED: dict[str, str] = {}
for name in ("mixed", "mixed_more", "mixed_reports", "mixed_lone", "mixed_deeds", "mixed_plain"):
    MIXED |= articles(f"{name}.txt")
SINGLE: dict[str, str] = {}
for name in (
    "single",
    "single_lives",
    "single_light",
    "single_hats",
    "single_reports",
    "single_traps",
    "single_deeds",
    "single_beside",
):
    SINGLE |= articles(f"{name}.txt")


def findings(text: str, name: str) -> tuple[Document, tuple[Finding, ...]]:
    document = read(text, "article.md" if name.endswith(".md") else "article.txt")
    checked = ENGINE.check(document)
    assert not checked.problems
    return document, tuple(checked.findings)


@pytest.mark.parametrize("name", MIXED)
def test_a_mixed_author_is_seen_with_every_claim(name: str) -> None:
    pieces = re.split(r"\[\[(.+?)\]\]", MIXED[name])
    text = "".join(pieces)
    _, found = findings(text, name)
    assert found, "nothing found"
    spans = [f.span for f in found] + [r.span for f in found for r in f.related]
    covered = {place for span in spans for place in range(span.start, span.end)}
    missed = []
    place = 0
    for index, piece in enumerate(pieces):
        if index % 2:
            places = range(place, place + len(piece))
            if sum(p in covered for p in places) < 0.5 * len(piece):
                missed.append(piece)
        place += len(piece)
    assert missed == []


@pytest.mark.parametrize("name", SINGLE)
def test_one_author_is_left_in_peace(name: str) -> None:
    _, found = findings(SINGLE[name], name)
    assert [f"{f.rule}: {f.message}" for f in found] == []
