"""What is evidence, and what only looks like it."""

from __future__ import annotations

import pytest
from textlint_sourcing.evidence import Rung, evidence_in, has_evidence, has_link

from textlint.testing import read


def _rungs(text: str) -> set[Rung]:
    return {e.rung for block in read(text + "\n").prose for e in evidence_in(block)}


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("The toll rises, according to the harbour board.", Rung.NAMED),
        ("According to a leaflet of the health ministry, the water is safe.", Rung.NAMED),
        ("Ilse Brand told the Quay Observer so.", Rung.NAMED),
        ("The wall is wet, the council said on Friday.", Rung.NAMED),
        ("Hedwig Moll, who chairs the bank, says it will close.", Rung.NAMED),
        ("The trust confirmed that it will close.", Rung.NAMED),
        ("The quay will close, the Quay Observer reported.", Rung.NAMED),
        ("The budget, says the letter, is spent.", Rung.NAMED),
        ("Police said the road was open.", Rung.NAMED),
        ("A report by the Kelby Water Board puts it at 9 per cent.", Rung.PUBLISHED),
        ("The ministry's latest figures show a rise.", Rung.PUBLISHED),
        ("He admitted it in a statement.", Rung.PUBLISHED),
        ("It is part of the Second Harbour Plan.", Rung.PUBLISHED),
        ("Source: Kelby Water Board", Rung.PUBLISHED),
        ("KELBY (Quaywire) - The ferry sank.", Rung.PUBLISHED),
        ("PRESS RELEASE", Rung.PUBLISHED),
        ("“We had the lock and left it in the box,” he wrote.", Rung.QUOTED),
        ("Gulls dream [2, 3].", Rung.CITED),
        ("Gulls dream (4, 5).", Rung.CITED),
        ("Gulls dream (Brand & Moll, 2019).", Rung.CITED),
        ("It was published in the journal Gull Studies.", Rung.CITED),
        ("# References", Rung.CITED),
    ],
)
def test_evidence(text: str, rung: Rung) -> None:
    assert rung in _rungs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Brindle has announced a $30 million order, disclosed by its head of freight, Ilse Brand.",
        "Brand emphasised the importance of tyres and spoke about the coming winter.",
        "According to experts, the wall will hold.",
        "According to your needs, choose a boat.",
        "A study found that gulls dream.",
        "Experts say the wall will hold.",
        "Sources close to the club said it was off.",
        "The deal is called “the big one” by some.",
        "Brindle put 40 vans on the road and added 30 more.",
        "It rises (1) in May and (2) in June.",
    ],
)
def test_no_evidence(text: str) -> None:
    assert _rungs(text) == set()


def test_a_share_button_is_no_link_to_a_source() -> None:
    button = "[Share](https://www.facebook.com/sharer/sharer.php?u=x)"
    assert not has_link(read(f"The toll rises. {button} [Home](/index.html)\n"))
    assert has_link(read("The toll [rises](https://trust.example/toll).\n"))


def test_the_metadata_may_name_the_source() -> None:
    assert has_evidence(read("---\nsource: The Quay Observer\n---\nThe toll rises.\n"))
    assert not has_evidence(read("---\ntitle: Tolls\n---\nThe toll rises.\n"))
