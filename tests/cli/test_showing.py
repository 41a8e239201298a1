"""What is read and how: `show-prose`, `check --show-files` and `check --show-settings`."""

import json

import pytest

ARTICLE = """---
title: The tower
---
# The *tower*

It is tall,
says `the keeper`.\\
It stands.

```sh
run
```

![A lamp](l.png)
"""


def test_prose_is_shown_as_rules_see_it(textlint, work) -> None:
    (work / "a.md").write_text(ARTICLE)
    done = textlint("show-prose", "a.md")
    assert done.status == 0
    assert done.err == ""
    assert done.out.splitlines() == [
        "    4  The tower",
        "    6  It is tall, says \ufffc.",
        "       It stands.",
        "   14  \ufffc",
    ]


def test_all_blocks_are_shown_with_what_they_are(textlint, work) -> None:
    (work / "a.md").write_text(ARTICLE)
    lines = textlint("show-prose", "--all", "a.md").out.splitlines()
    assert lines[0] == "    2  (title) The tower"
    assert "   10  (sh) run" in lines
    assert "   14  (alt) A lamp" in lines


def test_of_records_each_is_named_and_has_the_lines_of_the_file(textlint, work) -> None:
    records = [{"id": "p1", "text": "One.\n\nTwo."}, {"id": "p2", "story": "Three."}]
    (work / "a.jsonl").write_text("\n".join(map(json.dumps, records)))
    done = textlint("show-prose", "a.jsonl")
    assert done.out.splitlines() == ["      [p1]", "    1  One.", "    1  Two."]
    assert "line 2: This record has no text" in done.err
    assert done.status == 3
    named = textlint("show-prose", "--text-field", "story", "a.jsonl")
    assert "    2  Three." in named.out.splitlines()


def test_several_files_are_named(textlint, work) -> None:
    for name in ("a.md", "b.txt"):
        (work / name).write_text(f"In {name}.")
    assert textlint("show-prose", "a.md", "b.txt").out.splitlines() == [
        "a.md",
        "    1  In a.md.",
        "b.txt",
        "    1  In b.txt.",
    ]


@pytest.mark.parametrize(
    ("name", "data", "outcome"),
    [
        ("a.md", b"a\0b", ("binary data", 3)),
        ("a.txt", b"caf\xe9, so fine", ("Windows-1252", 0)),
        ("a.html", b"<p>One.<!-- Two.", ("line 1: A comment is never closed", 3)),
        ("a.json", b"{}", ("JSON without articles", 3)),
        ("a.md", b"a {% if b\n", ('line 1: "{%" is not closed', 0)),
    ],
)
def test_what_could_not_be_read_is_said(textlint, work, name, data, outcome) -> None:
    said, status = outcome
    (work / name).write_bytes(data)
    done = textlint("show-prose", name)
    assert said in done.err
    assert done.status == status


def test_of_a_record_that_holds_an_unclosed_comment_the_place_in_the_file_is_said(
    textlint, work
) -> None:
    line = json.dumps({"content_html": "<p>One.</p><!-- Two."})
    (work / "a.jsonl").write_text(f"\n{line}\n")
    done = textlint("show-prose", "a.jsonl")
    assert "line 2: A comment is never closed" in done.err
    assert done.status == 3


@pytest.mark.parametrize(
    ("arguments", "status"), [(["none.md"], 3), (["a.png"], 2), ([], 2), (["--nothing", "a.md"], 2)]
)
def test_wrong_usage_of_show_prose(textlint, work, arguments, status) -> None:
    (work / "a.png").write_bytes(b"")
    done = textlint("show-prose", *arguments)
    assert done.status == status
    assert done.out == ""
    assert done.err.startswith(("textlint:", "Usage:", "Error:"))


def test_control_characters_are_shown_and_not_sent(textlint, work) -> None:
    (work / "a.txt").write_text("One \x1b[31mred\u202e.")
    done = textlint("show-prose", "a.txt")
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out


def test_files_are_listed_with_their_readers(textlint, work) -> None:
    for name in ("a.md", "b.html", "c.png", "drafts/d.rst"):
        (work / name).parent.mkdir(exist_ok=True)
        (work / name).write_text("Text.")
    (work / ".gitignore").write_text("b.html\n")
    done = textlint("check", "--show-files")
    assert done.status == 0
    assert [line.split() for line in done.out.splitlines()] == [
        ["a.md", "markdown"],
        ["drafts/d.rst", "rst"],
    ]


def test_settings_of_a_file_are_those_of_its_path(textlint, work) -> None:
    (work / "textlint.toml").write_text(
        'ignore = ["words/noted"]\n\n[[per-path]]\npaths = ["old/"]\nignore = ["words/wrong"]\n'
    )
    (work / "old").mkdir()
    for name in ("a.md", "old/a.md"):
        (work / name).write_text("Text.")
    shown = textlint("check", "--show-settings", "a.md").out
    assert "markdown" in shown
    assert "textlint.toml" in shown
    assert "words/wrong" in shown
    assert "words/noted" not in shown
    assert "words/wrong" not in textlint("check", "--show-settings", "old/a.md").out
