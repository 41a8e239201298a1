"""Where a sentence says who its author is, and where it only sounds so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textlint_persona.claims import claims_of
from textlint_persona.self_facts import facts_of

from textlint.testing import read

HERE = Path(__file__).parent
# What authors say of themselves without taking on a role; not counted as a claim made here.
HARMLESS = {"person", "side"}


def sentences(filename: str) -> list[str]:
    lines = (HERE / filename).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("line", sentences("claims_made.txt"))
def test_a_claim_is_found_with_most_of_its_words(line: str) -> None:
    marked = re.search(r"\[\[(.+?)\]\]", line)
    assert marked is not None
    text = line.replace("[[", "").replace("]]", "")
    start, end = marked.start(), marked.end() - 4
    document = read(text, "example.txt")
    places = [(c.start, c.end) for c in claims_of(document)]
    places += [(f.start, f.end) for f in facts_of(document)]
    covered = {
        place for first, last in places for place in range(max(first, start), min(last, end))
    }
    assert len(covered) >= 0.5 * (end - start), [text[slice(*place)] for place in places]


@pytest.mark.parametrize("line", sentences("claims_not_made.txt"))
def test_no_claim_is_found(line: str) -> None:
    claims = claims_of(read(line, "example.txt"))
    assert [(c.frame, c.text) for c in claims if c.kind not in HARMLESS] == []
