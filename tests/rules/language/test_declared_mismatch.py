"""The declared language against the language of the text, and the title against the body."""

from __future__ import annotations

import pytest
from textlint_language.declared_mismatch import declared_mismatch

from textlint.testing import check, check_examples

ENGLISH = (
    "The ferry that was to have left at noon is still in the harbour, and nobody on it knows why, as "
    "the captain has gone up to the town with the only key that fits. "
) * 3
DANISH = (
    "Færgen, som skulle være sejlet klokken tolv, ligger stadig i havnen, og ingen om bord ved hvorfor, "
    "for kaptajnen er gået op i byen med den eneste nøgle, der passer. "
) * 3


def test_the_message_names_both() -> None:
    (seen,) = check(declared_mismatch, f"---\nlang: fr-CA\n---\n{ENGLISH}\n")
    assert seen.message == '"fr-CA" declares French, but the text is in English.'


@pytest.mark.parametrize("value", ["en", "EN", "en-US", "en_GB", "tlh", "C", "english", "none"])
def test_what_agrees_or_is_unknown_is_left_alone(value: str) -> None:
    assert check(declared_mismatch, f"---\nlang: {value}\n---\n{ENGLISH}\n") == []


def test_close_languages_are_not_told_apart() -> None:
    assert check(declared_mismatch, f"---\nlang: no\n---\n{DANISH}\n") == []


def test_html_declares_in_its_root() -> None:
    page = f'<html lang="de"><body><p>{ENGLISH}</p></body></html>'
    assert [s.text for s in check(declared_mismatch, page, "a.html")] == ["de"]


@pytest.mark.parametrize(
    "title",
    [
        "Lighthouses",
        "Casa Milà",
        "Ein Platz an der Sonne: the story of a town",
        "Harbour, ferry, key, captain, town",
    ],
)
def test_names_and_short_titles_are_no_mistake(title: str) -> None:
    assert check(declared_mismatch, f"# {title}\n\n{ENGLISH}\n") == []


def test_a_forgotten_translation_of_the_title() -> None:
    title = "Warum die Fähre noch im Hafen liegt und niemand etwas weiß"
    (seen,) = check(declared_mismatch, f"---\ntitle: {title}\n---\n{ENGLISH}\n")
    assert seen.text == title


def test_examples() -> None:
    check_examples(declared_mismatch)
