"""A baseline accepts what was there, by content, and nothing else; a broken one is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from textlint import cli
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
    assert "2 findings that the baseline accepts are gone (a.md, b.md)" in done.err
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


PARAGRAPH = (
    "The old lock keeper of Ellsmouth opens the gate for barges at dawn, and closes it at dusk. "
)
COPY = (PARAGRAPH * 2 + "Nobody has counted the boats since the tollhouse burned down.\n\n") * 4


@pytest.fixture
def copies(work: Path) -> Path:
    """A site of which one article is the copy of another; it has a baseline."""
    for name in ("original/a.md", "copies/z.md"):
        (work / name).parent.mkdir()
        (work / name).write_text(COPY)
    (work / "textlint.toml").write_text(
        'baseline = "accepted/all.json"\nselect = ["repetition/near-duplicate"]\n'
    )
    (work / "accepted").mkdir()
    return work


@pytest.fixture
def real(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Textlint:
    """Call the command line in this process, in a folder, with the rules that are installed."""

    def call(cwd: Path, *arguments: str) -> tuple[int, str, str]:
        monkeypatch.chdir(cwd)
        capfd.readouterr()
        status = cli.run(arguments)
        done = capfd.readouterr()
        return status, done.out, done.err

    return call


def test_a_copy_stays_accepted_whatever_is_compared(copies: Path, real: Textlint) -> None:
    """A run that does not look at the other document knows nothing of what was said of both."""
    assert real(copies, "baseline")[0] == 0
    before = (copies / "accepted" / "all.json").read_bytes()
    assert b"repetition/near-duplicate" in before
    [path] = json.loads(before)["files"]
    file = (copies / "accepted" / path).resolve()
    folder = file.parent.name
    for arguments, cwd in (
        ((".",), copies),
        ((folder,), copies),  # the other document is not compared
        ((f"{folder}/{file.name}",), copies),  # nothing is: pre-commit names files so
        (("..",), copies / folder),  # the other document's path is another one from here
    ):
        status, _, said = real(cwd, "check", *arguments)
        assert (status, said) == (0, ""), arguments
        for command in (("baseline", "--prune"), ("baseline",)):
            assert real(cwd, *command, *arguments)[0] == 0
            assert (copies / "accepted" / "all.json").read_bytes() == before


def test_a_copy_that_is_gone_is_told_by_a_run_that_knows(copies: Path, real: Textlint) -> None:
    real(copies, "baseline")
    (copies / "original" / "a.md").write_text("The mill is for sale.\n")
    (copies / "copies" / "z.md").write_text("The lock is closed.\n")
    assert real(copies, "check", "copies")[2] == ""
    status, _, said = real(copies, "check")
    assert (status, "1 finding that the baseline accepts is gone" in said) == (0, True)
    assert "0 accepted findings, 0 added, 1 taken out" in real(copies, "baseline", "--prune")[1]


def test_a_path_that_does_not_exist_writes_nothing(textlint: Textlint, work: Path) -> None:
    done = textlint("baseline", "nowhere")
    assert (done.status, done.out) == (2, "")
    assert "no such file or folder: nowhere" in done.err
    assert list(work.glob("*.json")) == []


def test_a_place_that_cannot_be_written_is_said_before_anything_is_read(
    textlint: Textlint, work: Path
) -> None:
    (work / "a.md").write_text(BAD)
    done = textlint("baseline", "--baseline", "no/b.json")
    assert (done.status, done.out) == (2, "")
    assert "cannot write no/b.json: there is no folder no" in done.err


def test_the_options_of_a_check_are_those_of_a_baseline(textlint: Textlint, work: Path) -> None:
    (work / "a.md").write_text("A wrongful and warnable text.\n")
    assert textlint("baseline", "--ignore", "words/wrong", "--isolated").status == 0
    assert findings(textlint, "--baseline", "textlint-baseline.json") == [("a.md", "words/wrong")]


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
