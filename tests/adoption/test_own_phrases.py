"""`[[phrases]]`: rules that a user writes in the configuration file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Textlint = Callable[..., Any]

TABLE = '[[phrases]]\nid = "house/words"\n'


def found(textlint: Textlint, work: Path, table: str, article: str) -> list[tuple[str, str]]:
    (work / "textlint.toml").write_text(TABLE + table, encoding="utf-8")
    (work / "a.md").write_text(article, encoding="utf-8")
    done = textlint("check", "--format", "json")
    assert done.out, done.err
    report = json.loads(done.out)
    assert report["problems"] == []
    return [(f["text"], f["message"]) for f in report["findings"]]


@pytest.mark.parametrize(
    "table, article, texts",
    [
        ('phrases = ["utilise"]', "We Utilise it, utilised.", ["Utilise"]),
        ('phrases = ["utilise"]\nwhole-words = false', "It is utilised.", ["utilise"]),
        ('phrases = ["May", "IT"]\nmatch-case = true', "In May it may; IT.", ["May", "IT"]),
        ('phrases = ["don\'t  know"]', "I don’t know.", ["don’t know"]),
        (
            'phrases = ["black"]\nexcept = ["Black Sea"]',
            "The black Black Sea is black.",
            ["black"] * 2,
        ),
        ('phrases = ["{x}", "C++"]', "Use {x} and C++.", ["{x}", "C++"]),
        ('phrases = ["straße"]', "Die STRASSE, die Straße.", ["Straße"]),
        ('phrases = ["in code"]', "Say `in code`.\n\n    in code\n", []),
    ],
)
def test_what_is_found(
    table: str, article: str, texts: list[str], textlint: Textlint, work: Path
) -> None:
    assert [text for text, _ in found(textlint, work, table, article)] == texts


def test_messages(textlint: Textlint, work: Path) -> None:
    article = "They utilise it.\n"
    phrases = 'phrases = ["utilise"]\n'
    assert found(textlint, work, phrases, article)[0][1] == '"utilise" is not to be used here.'
    table = phrases + 'suggestion = "use"\n'
    assert found(textlint, work, table, article)[0][1] == 'Write "use" for "utilise".'
    table += 'message = "{phrase} is long"\n'
    assert found(textlint, work, table, article)[0][1] == "utilise is long"


def test_it_is_a_rule_like_any_other(textlint: Textlint, work: Path) -> None:
    (work / "textlint.toml").write_text(
        f'ignore = ["others"]\n\n{TABLE}phrases = ["boat"]\nseverity = "error"\n'
        f'explain = "Ships are not boats."\n\n{TABLE}phrases = ["anchor"]\nseverity = "note"\n\n'
        '[[per-path]]\npaths = ["b.md"]\nignore = ["house"]\n'
    )
    (work / "a.md").write_text(
        "A boat at anchor.\n\n<!-- textlint: ignore[house/words] a quotation -->\nA boat.\n"
    )
    (work / "b.md").write_text("A boat.\n")
    done = textlint("check", "--format", "concise")
    lines = [line for line in done.out.splitlines() if line.startswith(("a.md", "b.md"))]
    assert [line.split()[:3] for line in lines] == [
        ["a.md:1:3:", "error", "house/words"],
        ["a.md:1:11:", "note", "house/words"],
    ]
    assert textlint("check", "--ignore", "house/words").status == 0
    assert textlint("baseline").status == 0
    assert textlint("check", "--baseline", "textlint-baseline.json").status == 0
    explained = textlint("explain", "house/words").out
    assert "Ships are not boats." in explained
    assert 'Looked for: "boat", "anchor".' in explained
    assert "… boat …" in explained
    assert "Not reported" not in explained  # there is no exception
    assert "house/words" in textlint("rules").out
    assert textlint("check", "--fix").status == 1  # prose is never rewritten
    assert (work / "b.md").read_text() == "A boat.\n"
    log = json.loads(textlint("check", "--format", "sarif").out)["runs"][0]
    [rule] = [rule for rule in log["tool"]["driver"]["rules"] if rule["id"] == "house/words"]
    assert rule["helpUri"].endswith("/configuration/#phrases")


@pytest.mark.parametrize(
    "text, said",
    [
        ("[phrases]\n", 'textlint.toml:1: "phrases" must be an array of tables'),
        ("[[phrases]]\n", 'textlint.toml:1: a table [[phrases]] needs the key "id"'),
        (TABLE, 'textlint.toml:1: a table [[phrases]] needs the key "phrases"'),
        (TABLE + "phrases = []\n", 'textlint.toml:3: "phrases" must hold at least one'),
        (TABLE + 'phrases = ["a",\n " "]\n', "textlint.toml:4: "),
        (
            TABLE + 'phrase = ["a"]\n',
            'textlint.toml:3: there is no key "phrase" here; did you mean',
        ),
        (TABLE + 'phrases = ["a"]\nmatch-case = 1\n', 'textlint.toml:4: "match-case" must be true'),
        ('[[phrases]]\nid = "Bad Id"\nphrases = ["a"]\n', "textlint.toml:2: rule id 'Bad Id'"),
        ('[[phrases]]\nid = "words/noted"\nphrases = ["a"]\n', "textlint.toml:2: there is a rule"),
    ],
)
def test_mistakes_are_told_with_their_line(
    text: str, said: str, textlint: Textlint, work: Path
) -> None:
    (work / "textlint.toml").write_text(text)
    (work / "a.md").write_text("A text.\n")
    done = textlint("check")
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    listed = textlint("rules")
    assert listed.status == 0
    assert said in listed.err
