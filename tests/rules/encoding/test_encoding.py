"""Garbled, lost, escaped and invisible characters: where they are, and what the fixes leave."""

from __future__ import annotations

import pytest
from textlint_encoding.invisible import invisible
from textlint_encoding.mojibake import mojibake
from textlint_encoding.replacement_character import replacement_character
from textlint_encoding.stray_entity import stray_entity

from textlint.rule import Rule
from textlint.testing import Seen, check, check_examples

RULES = [invisible, mojibake, replacement_character, stray_entity]


def repaired(rule: Rule, text: str, filename: str = "example.md") -> str:
    """Return `text` with all fixes of the rule applied."""
    for seen in reversed(check(rule, text, filename)):
        fix = seen.finding.fix
        assert fix is not None
        assert fix.safe
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    return text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    check_examples(rule)


@pytest.mark.parametrize(
    "text",
    [
        "It’s the café by the harbour – open “daily” for £3.",
        "Der Schlüssel für die Tür: „heiß“ und größer.",
        "El niño comió piñas en São Paulo.",
        "Łódź i Gdańsk są piękne.",
        "Привет из Москвы.",
        "Η θάλασσα είναι ήσυχη.",
        "日本の灯台です。",
        "A smile 😀 at the end…",
    ],
)
def test_what_was_read_wrongly_is_put_right_and_right_text_is_left(text: str) -> None:
    garbled = text.encode("utf-8").decode("cp1252", errors="replace")
    assert check(mojibake, text) == []
    if "\ufffd" not in garbled:
        assert repaired(mojibake, garbled) == text


def test_one_finding_for_each_paragraph() -> None:
    text = "Itâ€™s the keeperâ€™s key.\n\nThe cafÃ© is open.\n"
    seen = check(mojibake, text)
    assert [s.text for s in seen] == ["Itâ€™s", "cafÃ©"]
    assert seen[0].related == ['also "keeperâ€™s"']
    assert repaired(mojibake, text) == "It’s the keeper’s key.\n\nThe café is open.\n"


def test_text_read_wrongly_twice() -> None:
    twice = "It’s".encode().decode("cp1252").encode().decode("cp1252")
    assert repaired(mojibake, f"{twice} late.\n") == "It’s late.\n"


@pytest.mark.parametrize(
    ("text", "fixed", "filename"),
    [
        ("Bread &amp;amp; butter\n", "Bread &amp; butter\n", "a.md"),
        ("Bread &amp; butter\n", "Bread & butter\n", "a.txt"),
        ("The keeper&amp;#8217;s&amp;nbsp;key\n", "The keeper’s\xa0key\n", "a.md"),
        ("a &amp;lt;b&amp;gt; c\n", "a &lt;b&gt; c\n", "a.md"),
    ],
)
def test_references_are_unescaped_once(text: str, fixed: str, filename: str) -> None:
    assert repaired(stray_entity, text, filename) == fixed


def test_lost_characters_are_not_guessed() -> None:
    (seen,) = check(replacement_character, "The keeper\ufffds key and caf\ufffd.\n")
    assert seen.finding.fix is None
    assert seen.message == 'A character was lost in "keeper\ufffds". Look it up in the original.'


def test_question_marks_need_two_contractions() -> None:
    assert check(replacement_character, "Is it?s a question?\n") == []
    seen = check(replacement_character, "It?s late. They don?t come.\n")
    assert [s.text for s in seen] == ["It?s"]
    assert len(seen[0].related) == 1


def test_invisible_characters_are_deleted() -> None:
    text = "The light\u200bhouse is hy\u00adphenated\ufeff.\n"
    (seen,) = check(invisible, text)
    assert seen.message == (
        "3 invisible characters here: byte-order mark inside the text, soft hyphen, zero-width space."
    )
    assert repaired(invisible, text) == "The lighthouse is hyphenated.\n"


@pytest.mark.parametrize(
    "text",
    [
        "👨‍👩‍👧‍👦 and 👩🏽‍🚀 and ❤️‍🔥",
        "می‌خواهم",
        "क्‍ष और श्‍र",
        "ភាសា\u200bខ្មែរ",
        "The name \u2067עברית\u2069 is Hebrew.",
        "He ran\u2060—fast.",
    ],
)
def test_invisible_characters_with_work_to_do(text: str) -> None:
    assert check(invisible, f"{text}\n") == []


def test_ascii_costs_nothing_and_finds_nothing() -> None:
    none: list[Seen] = []
    for rule in (invisible, mojibake):
        assert check(rule, "Plain text.\n") == none
