"""Defects worded in the manner of many writers and tools, and good sentences that come close.

The defects were worded before the rules' tables were read; those that the rules leave alone on purpose,
or cannot tell from good text, were taken out. The good sentences were written against the rules.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from textlint_leftover.chat_reply import chat_reply
from textlint_leftover.meta_commentary import meta_commentary
from textlint_leftover.placeholder import placeholder

from textlint.testing import check

HERE = Path(__file__).parent
ARTICLE = (
    "The ferry to the outer islands runs again from Saturday. The harbour master opened the new pier.",
    "The crossing takes a little more than an hour. In bad weather the boat waits in the lee of the point.",
    "On the far side the road climbs to the village shop. Its owner keeps a kettle on the stove.",
)


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("# ")]


def _with(place: str, text: str) -> str:
    at = {"top": 0, "mid": 1, "end": len(ARTICLE)}[place]
    return "\n\n".join([*ARTICLE[:at], text, *ARTICLE[at:]]) + "\n"


@pytest.mark.parametrize("line", _lines("replies.txt"))
def test_replies(line: str) -> None:
    place, _, text = line.partition(" | ")
    seen = [*check(chat_reply, _with(place, text)), *check(meta_commentary, _with(place, text))]
    assert [s.text for s in seen], "not found"
    assert all(s.text in text for s in seen)


@pytest.mark.parametrize("line", _lines("placeholders.txt"))
def test_placeholders(line: str) -> None:
    text = _with("mid", line)
    seen = [*check(placeholder, text), *check(meta_commentary, text)]
    assert [s.text for s in seen], "not found"
    assert all(s.text in line for s in seen)


@pytest.mark.parametrize("line", [*_lines("not_replies.txt"), *_lines("not_placeholders.txt")])
def test_silence(line: str) -> None:
    text = _with("mid", line.replace(" ¶ ", "\n\n").replace("\\n", "\n"))
    for rule in (chat_reply, placeholder, meta_commentary):
        assert [s.text for s in check(rule, text)] == []
