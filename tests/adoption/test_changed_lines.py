"""--diff-base reports what touches a changed line, on real repositories."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from textlint.changes import ChangedPlaces, parse_patch
from textlint.model import Span

Textlint = Callable[..., Any]
Git = Callable[..., str]

OLD = "A notable start.\n\nThe middle.\n\nA warnable end.\n"


@pytest.fixture
def branch(git: Git, work: Path) -> Git:
    """`work` with old articles on main and a branch that has not changed anything yet."""
    (work / "old.md").write_text(OLD)
    (work / "other.md").write_text("A wrongful one.\n")
    git("add", ".")
    git("commit", "-qm", "old")
    git("checkout", "-q", "-b", "topic")
    return git


def found(textlint: Textlint, *arguments: str) -> list[tuple[str, str]]:
    done = textlint("check", "--format", "json", "--diff-base", "main", *arguments)
    assert done.out, done.err
    return [(f["path"], f["rule"]) for f in json.loads(done.out)["findings"]]


def test_nothing_changed_is_clean(branch: Git, textlint: Textlint) -> None:
    done = textlint("check", "--diff-base", "main")
    assert done.status == 0
    assert done.err == "textlint: no article in . was changed since main\n"


def test_only_findings_on_changed_lines(branch: Git, textlint: Textlint, work: Path) -> None:
    (work / "old.md").write_text(OLD.replace("A warnable", "Really a warnable"))
    assert found(textlint) == [("old.md", "words/warned")]
    branch("commit", "-qam", "changed")
    assert found(textlint) == [("old.md", "words/warned")]
    text = textlint("check", "--diff-base", "main").out
    assert "1 outside the changed lines" in text
    assert "words/noted" not in textlint("check", "--diff-base", "main", "--show-suppressed").out


def test_a_deletion_changes_no_line(branch: Git, textlint: Textlint, work: Path) -> None:
    (work / "old.md").write_text(OLD.replace("The middle.\n\n", ""))
    assert found(textlint) == []


def test_new_files_count_whole_tracked_or_not(branch: Git, textlint: Textlint, work: Path) -> None:
    (work / "a.md").write_text(OLD)
    (work / "b.md").write_text(OLD)
    branch("add", "b.md")
    assert {path for path, _ in found(textlint)} == {"a.md", "b.md"}


def test_a_renamed_file_is_compared_with_its_old_name(
    branch: Git, textlint: Textlint, work: Path
) -> None:
    branch("mv", "old.md", "new.md")
    assert found(textlint) == []
    (work / "new.md").write_text(OLD.replace("A notable", "One notable"))
    assert found(textlint) == [("new.md", "words/noted")]


def test_what_main_did_since_does_not_count(branch: Git, textlint: Textlint, work: Path) -> None:
    branch("checkout", "-q", "main")
    (work / "old.md").write_text("Rewritten.\n")
    branch("commit", "-qam", "on main")
    branch("checkout", "-q", "topic")
    assert found(textlint) == []


NAMES = [
    "new\nline.md",
    "::error.md",
    "a b.md",
    'q"uote\\.md',
    "é.md",
    "\x1b[31m.md",
    "-x.md",
    "T.MD",
]


def test_difficult_names_and_lines_that_look_like_a_patch(
    branch: Git, textlint: Textlint, work: Path
) -> None:
    for name in NAMES:
        (work / name).write_text("One.\n\nTwo.\n")
    branch("add", ".")
    branch("commit", "-qm", "names")
    branch("branch", "-f", "main")
    for name in NAMES:
        (work / name).write_text("One.\n++ b/old.md\n@@ -1 +1,9 @@\ndiff --git a/x b/x\nwarnable\n")
    assert {path for path, _ in found(textlint)} == set(NAMES)


def test_from_a_folder_below_and_in_another_worktree(
    branch: Git, textlint: Textlint, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    branch("worktree", "add", "-q", "--detach", str(tmp_path / "tree"))
    below = tmp_path / "tree" / "news"
    below.mkdir()
    (below / "a.md").write_text("A warnable text.\n")
    monkeypatch.chdir(below)
    assert found(textlint) == [("a.md", "words/warned")]
    assert found(textlint, "..") == [("a.md", "words/warned")]


def test_utf_16_and_line_ends(branch: Git, textlint: Textlint, work: Path) -> None:
    (work / "wide.md").write_bytes("\ufeffSome warnable text.\n".encode("utf-16-le"))
    (work / "crlf.md").write_bytes(b"notable\r\rx\r\n\r\nwarnable\r\n")
    branch("add", ".")
    branch("commit", "-qm", "more")
    branch("branch", "-f", "main")
    assert found(textlint) == []
    (work / "wide.md").write_bytes("\ufeffA little warnable text.\n".encode("utf-16-le"))
    (work / "crlf.md").write_bytes(b"notable\r\rx\r\n\r\nvery warnable\r\n")
    assert found(textlint) == [("crlf.md", "words/warned"), ("wide.md", "words/warned")]


def test_a_rule_about_the_document_counts_where_the_document_changed(
    branch: Git, textlint: Textlint, install: Any, work: Path
) -> None:
    install(
        "whole",
        """
        from textlint.hookspecs import hookimpl
        from textlint.model import Hit, Related, Span
        from textlint.rule import rule

        @rule("whole/text", summary="s", message="text", about_document=True, examples=())
        def text(document, context):
            yield Hit(Span(0, 1))

        @rule("whole/ends", summary="s", message="ends", examples=())
        def ends(document, context):
            last = len(document.source.rstrip())
            yield Hit(Span(0, 1), related=(Related(Span(last - 1, last), "and here"),))

        @hookimpl
        def textlint_rules():
            return [text, ends]
        """,
    )
    select = ("--select", "whole")
    (work / "old.md").write_text(OLD.replace("The middle", "The very middle"))
    assert found(textlint, *select) == [("old.md", "whole/text")]
    (work / "old.md").write_text(OLD.replace("end.", "finish."))
    assert found(textlint, *select) == [("old.md", "whole/ends"), ("old.md", "whole/text")]


def test_a_partial_sarif_log_is_refused(branch: Git, textlint: Textlint, work: Path) -> None:
    arguments = ("check", "--diff-base", "main", "--output", f"sarif={work / 'x.sarif'}")
    done = textlint(*arguments)
    assert done.status == 2
    assert "would close all other alerts" in done.err
    assert textlint(*arguments, "--allow-partial-sarif").status == 0


@pytest.mark.parametrize("ref", ["nowhere", "-x", "", "--output=/tmp/x", "main..topic", "a\x1b[1m"])
def test_a_ref_that_does_not_exist(ref: str, branch: Git, textlint: Textlint) -> None:
    done = textlint("check", f"--diff-base={ref}")
    assert (done.status, done.out) == (2, "")
    assert "--diff-base: " in done.err
    assert "\x1b" not in done.err


def test_no_repository_no_commit_no_git(
    git: Git, textlint: Textlint, work: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (work / "a.md").write_text(OLD)
    assert "there is no commit" in textlint("check", "--diff-base", "HEAD").err
    shutil.rmtree(work / ".git")
    done = textlint("check", "--diff-base", "main")
    assert done.status == 2
    assert "there is no git repository here" in done.err
    monkeypatch.setenv("PATH", str(tmp_path))
    done = textlint("check", "--diff-base", "main")
    assert (done.status, "git is not installed" in done.err) == (2, True)


def test_a_bare_repository_is_named_as_one(
    git: Git, textlint: Textlint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q", "--bare", str(tmp_path / "bare"))
    monkeypatch.chdir(tmp_path / "bare")
    done = textlint("check", "--diff-base", "main")
    assert (done.status, "repository is bare" in done.err) == (2, True)


def test_a_submodule_is_another_repository(
    branch: Git, textlint: Textlint, work: Path, tmp_path: Path
) -> None:
    theme = tmp_path / "theme"
    branch("clone", "-q", str(work), str(theme))
    branch("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(theme), "theme")
    branch("commit", "-qm", "a theme")
    (work / "theme" / "old.md").write_text("A wrongful and warnable text.\n")
    assert found(textlint) == []
    (work / "themes.md").write_text("A wrongful text.\n")
    assert found(textlint) == [("themes.md", "words/wrong")]


def test_a_detached_worktree(
    branch: Git, textlint: Textlint, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (work / "new.md").write_text("A wrongful text.\n")
    branch("add", ".")
    branch("commit", "-qm", "new")
    branch("worktree", "add", "-q", "--detach", str(tmp_path / "away"), "HEAD")
    monkeypatch.chdir(tmp_path / "away")
    assert found(textlint) == [("new.md", "words/wrong")]


def test_a_shallow_clone_says_what_to_fetch(
    branch: Git, textlint: Textlint, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (work / "new.md").write_text(OLD)
    branch("add", ".")
    branch("commit", "-qm", "new")
    copy = tmp_path / "copy"
    branch("clone", "-q", "--depth", "1", "--branch", "topic", work.as_uri(), str(copy))
    monkeypatch.chdir(copy)
    done = textlint("check", "--diff-base", "origin/main")
    assert done.status == 2
    assert "fetch-depth: 0" in done.err
    branch("fetch", "-q", "--unshallow", "origin", "main:refs/remotes/origin/main", cwd=copy)
    done = textlint("check", "--diff-base", "origin/main")
    assert (done.status, done.err) == (1, "")


def test_nothing_of_the_repository_is_run(branch: Git, textlint: Textlint, work: Path) -> None:
    for key in ("diff.external", "core.fsmonitor", "diff.x.textconv", "diff.x.command"):
        branch("config", key, f"touch {work / 'was-run'}; false")
    (work / ".gitattributes").write_text("*.md diff=x\n")
    (work / "old.md").write_text("A warnable text.\n")
    assert found(textlint) == [("old.md", "words/warned")]
    assert not (work / "was-run").exists()


def test_what_does_not_go_together(textlint: Textlint) -> None:
    assert textlint("check", "--diff-base", "main", "--fix").status == 2
    assert textlint("check", "--diff-base", "main", "-").status == 2


def test_places() -> None:
    places = ChangedPlaces("ab\ncd\r\nef", (range(2, 3), range(3, 3), range(9, 10)))
    assert not places.touch(Span(0, 3))
    assert places.touch(Span(2, 4))
    assert places.touch(Span(5, 5))
    assert not places.touch(Span(7, 9))
    assert not places.touch(Span(9, 9))
    assert ChangedPlaces("a", (range(1, 2),)).touch(Span(1, 1))


def test_a_cut_patch_gives_what_it_holds() -> None:
    assert list(parse_patch(b"")) == []
    assert list(parse_patch(b"+++ b/a.md\n@@ -1 +1,5 @@\n+x")) == [(b"a.md", (range(1, 6),))]
