"""The grammar of vague attribution, sentence by sentence."""

from __future__ import annotations

import pytest
from textlint_sourcing.vague_attribution import vague_attribution

from textlint.model import Severity
from textlint.testing import check


@pytest.mark.parametrize(
    "sentence",
    [
        "Experts say the wall will hold.",
        "Most experts now believe that the wall will hold.",
        "A growing number of engineers warn that the wall is wet.",
        "The majority of geologists agree on this point.",
        "Some analysts expect the toll to double by June.",
        "Industry insiders whisper that the ferry is for sale.",
        "Sources close to the owner said the sale was off.",
        "Those close to the family say he is ill.",
        "A source close to the club revealed that the keeper will leave.",
        "Several recent studies have linked gulls to longer lives.",
        "A recent study found that gulls dream.",
        "Data suggests that the herring has gone.",
        "Nutritionists are unanimous that seaweed is good.",
        "Many people believe that the quay is haunted.",
        "Many believe the toll will fall.",
        "It is widely believed that the mayor fled.",
        "It is believed the bell was stolen.",
        "It's been suggested that the count was wrong.",
        "It is generally accepted that tar is bad for boats.",
        "The owner is said to be preparing an offer.",
        "The ferry is widely regarded as the worst of its kind.",
        "Rumours suggest a second ferry is in the works.",
        "Leaked drawings show a wider deck.",
        "According to experts, the wall will hold.",
        "The quay will close, according to people familiar with the matter.",
        "The wall is doomed, experts say.",
        "The wall, engineers say, is doomed.",
        "The toll will double, say insiders.",
        "Everyone knows that the bell was stolen.",
        "Science has shown that salt cures colds.",
        "There is talk that the captain will go.",
    ],
)
def test_vague(sentence: str) -> None:
    assert len(check(vague_attribution, sentence + "\n")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The experts say the wall will hold.",
        "Oxbridge researchers found that gulls dream.",
        "Researchers at Kelby University found that gulls dream.",
        "A study by the Kelby Water Board found that the wall is wet.",
        "Two people familiar with the sale told the Quay Observer that it was off.",
        "According to Ilse Brand, experts are rare.",
        "Our research shows that visitors prefer the stairs.",
        "The report says nothing about tolls.",
        "He reports that the wall is wet.",
        "Users report bugs in the tracker.",
        "A set is said to be closed if it holds its limits.",
        "The value is considered invalid.",
        "She thinks experts agree too often.",
        "Ask experts to say what they mean.",
        "If experts say so, ask them why.",
        "Evidence found at the scene was kept.",
        "Data shown in the table are rounded.",
        "He studies shows from the fifties.",
        "The bug was reported to the team.",
        "Experts disagree.",
        "What do experts say about it?",
        "“Experts say the wall will hold,” he laughed.",
        "Studies show that gulls dream (Brand, 2019).",
        "Studies show that gulls dream [4].",
    ],
)
def test_not_vague(sentence: str) -> None:
    assert check(vague_attribution, sentence + "\n") == []


def test_a_claim_ends_where_the_next_one_begins() -> None:
    text = "Insiders claim the owner is broke, and there is talk that he fled.\n"
    assert [seen.text for seen in check(vague_attribution, text)] == [
        "Insiders claim the owner is broke",
        "there is talk that he fled.",
    ]


@pytest.mark.parametrize(
    "following",
    [
        "“It is sound,” said Ilse Brand, who builds quays.",
        "Ilse Brand, who builds quays, told the council so.",
        "The county has [looked at it](https://county.example/wall).",
        "It is as old as the town [3].",
    ],
)
def test_what_follows_may_name_the_source(following: str) -> None:
    assert check(vague_attribution, f"Experts say the wall will hold.\n\n{following}\n") == []
    assert (
        len(check(vague_attribution, f"Experts say it is wet.\n\nIt rained.\n\n{following}\n")) == 1
    )


def test_a_name_does_not_answer_for_a_rumour() -> None:
    text = "The ferry is rumoured to be for sale. “No comment,” said Ilse Brand.\n"
    assert len(check(vague_attribution, text)) == 1


def test_three_in_a_short_text_warn_once() -> None:
    text = "Experts say it is wet. Studies show it is old. It is believed that it leaks.\n"
    seen = check(vague_attribution, text)
    assert [s.finding.severity for s in seen] == [Severity.WARNING, Severity.NOTE, Severity.NOTE]
    assert len(seen[0].finding.related) == 2
    assert "3 claims" in seen[0].message
    long = text + "\n" + "The quay is long and the wind is cold. " * 120
    assert {s.finding.severity for s in check(vague_attribution, long)} == {Severity.NOTE}


def test_only_running_text_is_read() -> None:
    text = "# Experts say it is wet\n\n> Experts say it is wet\n\n`experts say`\n"
    assert check(vague_attribution, text) == []
