"""What a sentence tells by its grammar: deeds, denials and belongings of the first person."""

from __future__ import annotations

from pathlib import Path

import pytest
from textlint_persona.belongings import belongings_in
from textlint_persona.deeds import deeds_in
from textlint_persona.denials import denials_in
from textlint_persona.places import lies_in
from textlint_persona.told import Told
from textlint_persona.trade_words import trade_words

HERE = Path(__file__).parent


def lines(filename: str) -> list[str]:
    text = (HERE / filename).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def told_in(text: str) -> list[Told]:
    return [*deeds_in(text), *denials_in(text), *belongings_in(text)]


@pytest.mark.parametrize("line", lines("told.txt"))
def test_a_sentence_tells_a_trade_or_keeps_out_of_one(line: str) -> None:
    sentence, _, group = line.partition(" | ")
    before, _, rest = sentence.lower().partition("[[")
    inner, _, after = rest.partition("]]")
    found = [
        told
        for told in told_in(before + inner + after)
        if told.start < len(before) + len(inner) and len(before) < told.end
    ]
    assert found
    if group == "lacks":
        assert found[0].stance == "lacks"
    elif group != "-":
        assert group in found[0].groups


@pytest.mark.parametrize("line", lines("not_told.txt"))
def test_a_sentence_tells_nothing(line: str) -> None:
    assert told_in(line.lower()) == []


@pytest.mark.parametrize(
    ("form", "verb"),
    [("sheared", "shear"), ("shorn", "shear"), ("fitted", "fit"), ("embalming", "embalm")],
)
def test_forms_of_a_verb_tell_the_same_deeds(form: str, verb: str) -> None:
    assert trade_words().deeds[form] == trade_words().deeds[verb]


def test_every_deed_and_belonging_is_of_a_known_group() -> None:
    from textlint_persona.lexicon import lexicon

    known = {field.group for field in lexicon().fields.values()}
    deeds = {deed.group for found in trade_words().deeds.values() for deed in found}
    belongings = {group for groups in trade_words().belongings.values() for group in groups}
    assert deeds | belongings <= known


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [
        ("Osaka", "Japan", True),
        ("Malmö", "Scandinavia", True),
        ("Devon", "Devon", True),
        ("Toronto", "France", False),
        ("Osmark", "Japan", False),
    ],
)
def test_places_lie_in_places(inner: str, outer: str, inside: bool) -> None:
    assert lies_in(inner, outer) is inside
