"""The family stays linear and cheap, on prose and on hostile text."""

from __future__ import annotations

import time

import pytest
from textlint_persona import textlint_rules

from textlint.engine import ActiveRule, Engine
from textlint.testing import read

ENGINE = Engine([ActiveRule(rule, rule.options()) for rule in textlint_rules()])

HOSTILE = {
    "claims": "As a nurse, I worked for ten years as a pilot. ",
    "claims in paragraphs": "As a nurse, I worked for ten years as a pilot.\n\n",
    "no full stops": "as a nurse i have been in my years as a pilot and ",
    "first persons": "i my i'm we i've my ",
    "lay": "I have never been to a ward in my life, so to speak. ",
    "dashes": "I — as a nurse — am — a pilot — ",
    "parentheses": "As a (nurse I (",
    "labels": "Anna: As a nurse, I sleep.\n\nBo: As a pilot, I do not.\n\n",
    "signatures": "As a nurse, I sleep less than the others on the ward do.\n\n— Anna, Osmark\n\n",
    "headings": "COMMENTS\n\nAs a nurse, I sleep.\n\n",
    "ages": "I am nine years old, and I was born in Osmark. ",
    "prose": "The council met on Monday and voted for the bridge. I saw it pass. ",
}


def seconds(text: str) -> float:
    """Return the CPU time for one check of `text`, the best of two."""
    times = []
    for _ in range(2):
        document = read(text, "example.txt")
        start = time.process_time()
        checked = ENGINE.check(document)
        times.append(time.process_time() - start)
        assert not checked.problems
    return min(times)


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_takes_twice_the_time(name: str) -> None:
    unit = HOSTILE[name]
    seconds(unit)  # reads the tables, compiles the patterns
    once = seconds(unit * (8_000 // len(unit)))
    twice = seconds(unit * (32_000 // len(unit)))
    # Four times the text: 4 when linear, 16 when quadratic; the rest is for a busy machine.
    assert twice < 7 * max(once, 0.02)


def test_text_without_a_first_person_costs_next_to_nothing() -> None:
    paragraph = "The council met on Monday and voted for the bridge, which will open in May. " * 8
    text = (paragraph + "\n\n") * 600
    document = read(text, "example.txt")
    for block in document.blocks:
        assert block.folded  # the phrase scan needs it in any case
    start = time.process_time()
    assert not ENGINE.check(document).findings
    per_kilobyte = (time.process_time() - start) / (len(text) / 1024)
    assert per_kilobyte < 0.0002  # 0.2 ms; a fifth of that on a quiet machine
