"""A baseline accepts what was there, by content, and nothing else; a broken one is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from textlint.baseline import Baseline, Entry, load, render

BAD = "This is a warnable text.\n"

Textlint = Callable[..., Any]


def findings(textlint: Textlint, *arguments: str) -> list[tuple[str, str]]:
    done = textlint("check", "--format", "json", *arguments)
    return [(f["path"], f["rule"]) for f in json.loads(done.out)["findings"]]


def test_only_what_is_new_is_reported(textlint: Textlint, work: Path) -> None:
    (work / "old.md").write_text(BAD)
    written = textlint("baseline")
    assert written.status == 0, written.err
    assert "1 accepted finding, 1 added, 0 taken out" in written.out
    assert 'baseline = "textlint-baseline.json"' in written.out

    (work / "textlint.toml").write_text('baseline = "textlint-baseline.json"\n')
    clean = textlint("check")
    assert clean.status == 0
    assert "1 accepted by the baseline" in clean.out

    (work / "new.md").write_text("A wrongful text.\n")
    assert textlint("check").status == 1
    assert findings(textlint) == [("new.md", "words/wrong")]


def test_edits_above_and_case_of_blanks_do_not_disturb_it(textlint: Textlint, work: Path) -> None:
    (work / "a.md").write_text(BAD)
    textlint("baseline")
    (work / "a.md").write_text("# A title\n\nA new paragraph.\n\n" + BAD)
    assert findings(textlint, "--baseline", "textlint-baseline.json") == []


def test_it_is_found_from_a_folder_below(
    textlint: Textlint, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (work / "news").mkdir()
    (work / "news" / "a.md").write_text(BAD)
    (work / "textlint.toml").write_text('baseline = "accepted.json"\n')
    assert textlint("baseline").status == 0
    assert list(load(work / "accepted.json", "x").files) == ["news/a.md"]
    monkeypatch.chdir(work / "news")
    assert textlint("check").status == 0


def test_accepted_findings_are_left_out_of_sarif_unless_asked_for(
    textlint: Textlint, work: Path
) -> None:
    (work / "a.md").write_text(BAD)
    textlint("baseline")
    arguments = ("check", "--format", "sarif", "--baseline", "textlint-baseline.json")
    assert json.loads(textlint(*arguments).out)["runs"][0]["results"] == []
    shown = json.loads(textlint(*arguments, "--show-suppressed").out)["runs"][0]["results"]
    assert [result["suppressions"] for result in shown] == [[{"kind": "external"}]]
    text = textlint("check", "--baseline", "textlint-baseline.json", "--show-suppressed").out
    assert "[accepted]" in text


def test_stale_entries_are_said_and_pruned(textlint: Textlint, work: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        (work / name).write_text(BAD)
    textlint("baseline")
    (work / "a.md").write_text("A mended text.\n")
    (work / "b.md").unlink()
    (work / "c.md").write_text(BAD + "\nIt is wrongful now.\n")
    done = textlint("check", "--baseline", "textlint-baseline.json")
    assert "2 accepted findings of the baseline no longer there (a.md, b.md)" in done.err
    assert done.status == 1
    pruned = textlint("baseline", "--prune")
    assert "1 accepted finding, 0 added, 2 taken out" in pruned.out
    assert findings(textlint, "--baseline", "textlint-baseline.json") == [("c.md", "words/wrong")]


def test_what_was_not_looked_at_stays(textlint: Textlint, work: Path) -> None:
    (work / "a.md").write_text(BAD)
    (work / "b.md").write_text("A wrongful and warnable text.\n")
    textlint("baseline")
    (work / "b.md").write_text("A mended text.\n")
    textlint("baseline", "a.md")
    assert load(work / "textlint-baseline.json", "x").size == 3
    textlint("baseline", "--select", "words/wrong")
    left = load(work / "textlint-baseline.json", "x").files
    assert {path: [e.rule for e in entries] for path, entries in left.items()} == {
        "a.md": ["words/warned"],
        "b.md": ["words/warned"],
    }


def test_equal_findings_are_counted(textlint: Textlint, work: Path, install: Any) -> None:
    install(
        "every",
        """
        from textlint.hookspecs import hookimpl
        from textlint.model import Hit, Span
        from textlint.rule import rule
        import re

        @rule("every/place", summary="s", message="m", examples=())
        def place(document, context):
            for found in re.finditer("again", document.source):
                yield Hit(Span(*found.span()))

        @hookimpl
        def textlint_rules():
            return [place]
        """,
    )
    (work / "a.md").write_text("again and again\n")
    textlint("baseline")
    (work / "a.md").write_text("once again, again and again\n")
    found = textlint("check", "--format", "concise", "--baseline", "textlint-baseline.json").out
    assert "1 warning · 2 accepted by the baseline" in found


BROKEN = {
    "not there": (None, "there is no baseline b.json: `textlint baseline` writes one"),
    "conflict": (
        '{\n "version": 1,\n<<<<<<< HEAD\n "files": {}\n=======\n',
        "b.json:3: there is a merge conflict",
    ),
    "cut off": ('{\n "version": 1,\n', "b.json:3: this is not JSON"),
    "no baseline": ("[]", "b.json:1: this is no baseline of textlint"),
    "later": ('{"version": 2, "files": {}}', 'b.json:1: "version" is 2'),
    "files": ('{"version": 1, "files": []}', 'b.json: "files" must be a table'),
    "list": ('{"version": 1, "files": {"a": 1}}', 'b.json: "files", "a": must be a list'),
    "entry": (
        '{"version": 1, "files": {"a": [{"rule": "x/y"}]}}',
        'b.json: "files", "a", entry 1: must have the texts',
    ),
    "bytes": (b"\xff\xff\xff", "b.json: not UTF-8 at byte 0"),
}


@pytest.mark.parametrize("content, said", BROKEN.values(), ids=list(BROKEN))
def test_a_broken_baseline_ends_the_run(
    content: str | bytes | None, said: str, textlint: Textlint, work: Path
) -> None:
    (work / "a.md").write_text(BAD)
    if content is not None:
        (work / "b.json").write_bytes(content.encode() if isinstance(content, str) else content)
    done = textlint("check", "--baseline", "b.json")
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    if content is not None:  # nothing is lost: it is not overwritten either
        before = (work / "b.json").read_bytes()
        assert textlint("baseline", "--baseline", "b.json").status == 2
        assert (work / "b.json").read_bytes() == before


def test_writing_and_reading_agree(tmp_path: Path) -> None:
    names = ["b.md", "new\nline::error.md", "caf\udce9.md", "\u202egpj.md"]
    entries = (Entry("2f", "a/b", "text \x1b[31m"), Entry("1a", "a/b", "]"))
    baseline = Baseline(tmp_path, dict.fromkeys(names, entries))
    (tmp_path / "b.json").write_text(render(baseline), encoding="utf-8")
    again = load(tmp_path / "b.json", "b.json")
    assert set(again.files) == set(names)
    assert set(again.files["b.md"]) == set(entries)
    assert render(again) == render(baseline)
    assert "\x1b" not in render(baseline)


def test_standard_input_is_no_file(textlint: Textlint) -> None:
    assert textlint("baseline", "-").status == 2
