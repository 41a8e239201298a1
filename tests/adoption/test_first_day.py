"""From the first day to every day, on a real repository with the real rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

STAMP = "\n\n2019-03-02 07:15\n"
OLD = [
    "The ferry to Kelby runs again." + STAMP,
    "Nobody bought the old lighthouse at the auction." + STAMP,
    "A whale swam past the harbour wall in the night." + STAMP,
]
GOOD = "The swing bridge opens on Monday, the harbour office says.\n"
NEW = "The lighthouse is white again.\n\n2024-05-04 08:04\n\nShare this:\n\nFacebook Twitter LinkedIn\n"


def test_adopt_check_err_fix(
    git: Callable[..., str], work: Path, textlint_process: Callable[..., Any]
) -> None:
    (work / "hugo.toml").write_text('title = "Kelby"\n')
    (work / "content").mkdir()
    for number, text in enumerate(OLD):
        (work / "content" / f"old-{number}.md").write_text(text)
    (work / "content" / "good.md").write_text(GOOD)
    git("add", ".")
    git("commit", "-qm", "The site as it was")
    assert textlint_process("check", "content").returncode == 1

    adopted = textlint_process("init", "--baseline", "--pre-commit", "--workflow")
    assert adopted.returncode == 0, adopted.stderr
    git("add", ".")
    git("commit", "-qm", "Adopt textlint")
    clean = textlint_process("check")
    assert clean.returncode == 0, clean.stdout
    assert "3 accepted by the baseline" in clean.stdout

    git("checkout", "-q", "-b", "topic")
    (work / "content" / "new.md").write_text(NEW)
    old = work / "content" / "old-0.md"
    old.write_text("The ferry to Kelby runs again, from the new pier." + STAMP)
    git("add", ".")
    git("commit", "-qm", "A new article, and an old one changed")
    expected = [
        ("content/new.md", "footer/bare-timestamp"),
        ("content/new.md", "footer/share-bar"),
    ]
    for arguments in ((), ("--diff-base", "main")):
        done = textlint_process("check", "--format", "json", *arguments)
        found = [(f["path"], f["rule"]) for f in json.loads(done.stdout)["findings"]]
        assert (done.returncode, found) == (1, expected), done.stderr

    assert textlint_process("check", "--fix").returncode == 0
    assert (work / "content" / "new.md").read_text() == "The lighthouse is white again.\n"
    assert git("status", "--short") == " M content/new.md\n"
    assert textlint_process("check", "--diff-base", "main").returncode == 0
