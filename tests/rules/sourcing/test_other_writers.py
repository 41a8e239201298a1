"""Defects worded in the manner of many writers and tools, and good sentences that come close.

The defects were worded before the rules' tables were read; those that the rules leave alone on purpose,
or cannot tell from good text, were taken out. The good sentences were written against the rules.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from textlint_sourcing.unsourced_figures import unsourced_figures
from textlint_sourcing.vague_attribution import vague_attribution

from textlint.testing import check

HERE = Path(__file__).parent
WITHOUT_CLAIMS = [
    "The bridge was built in 1867. Half of the arches are gone, and a third of the wall. It is long.\n",
    "Serves 4. Take half of the flour and a quarter of the milk. Bake until the size has doubled.\n",
    "The boil takes 3 minutes on average. It costs £49.99. Every second kettle leaks.\n",
    "Rovers won 3-1. Keane scored in every third match. United had 62% of the ball. Half of it left.\n",
]


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("# ")]


@pytest.mark.parametrize("line", _lines("vague.txt"))
def test_vague_sources(line: str) -> None:
    (seen,) = check(vague_attribution, f"The boat goes at nine.\n\n{line} It is late.\n")
    assert seen.text in line


@pytest.mark.parametrize("line", _lines("not_vague.txt"))
def test_no_vague_sources(line: str) -> None:
    seen = check(vague_attribution, f"The boat goes at nine.\n\n{line} It is late.\n")
    assert [s.text for s in seen] == []


@pytest.mark.parametrize("line", _lines("figures.txt"))
def test_figures(line: str) -> None:
    assert len(check(unsourced_figures, line.replace(" ¶ ", "\n\n") + "\n")) == 1


@pytest.mark.parametrize("text", WITHOUT_CLAIMS)
def test_no_claims(text: str) -> None:
    assert check(unsourced_figures, text) == []
