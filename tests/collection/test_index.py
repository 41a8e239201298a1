"""The kept index: runs that are killed or meet, and files that are renamed, changed or gone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from twins import age

from textlint import collecting
from textlint.collection_index import FILE_NAME

ALPHA = {"content/c.md": ["begins as content/a.md; 3 documents"]}
PRE_COMMIT = ("--collection", "content", "content/c.md")


@pytest.fixture
def reads(monkeypatch) -> list[str]:
    """The names of the files that are read to be compared and not to be checked."""
    names: list[str] = []
    genuine = collecting.read_bytes

    def spy(path: Path, *rest: int) -> bytes:
        names.append(path.name)
        return genuine(path, *rest)

    monkeypatch.setattr(collecting, "read_bytes", spy)
    return names


def test_three_files_are_compared_with_a_folder_that_is_not_read_again(check, work, reads) -> None:
    for number in range(200):
        (work / f"content/more-{number}.md").write_text(f"word{number} stands at the start here.\n")
    age(work / "content")
    named = ["content/more-1.md", "content/more-2.md", "content/more-3.md"]
    assert check("--collection", "content", *named) == {}
    assert len(reads) == 200  # all of the 203 that were not checked
    reads.clear()
    assert check("--collection", "content", *named) == {}
    assert reads == []
    (work / "content/more-1.md").write_text("alpha is now at the start, too.\n")
    found = check("--collection", "content", *named)
    assert found == {"content/more-1.md": ["begins as content/a.md content/c.md; 203 documents"]}
    assert sorted(set(reads)) == ["a.md", "c.md", "more-1.md"]  # those that the finding shows


def test_a_renamed_file_is_read_and_a_deleted_one_forgotten(check, work, reads) -> None:
    age(work / "content")
    assert check(*PRE_COMMIT) == ALPHA
    (work / "content/a.md").rename(work / "content/aa.md")
    (work / "content/b.md").unlink()
    reads.clear()
    assert check(*PRE_COMMIT) == {"content/c.md": ["begins as content/aa.md; 2 documents"]}
    assert set(reads) == {"aa.md", "c.md"}


KILLED = """
import os, signal, sys
from pathlib import Path
from textlint.collection_index import CollectionIndex
index = CollectionIndex(Path(sys.argv[1]))
database = index._database
database.execute("PRAGMA cache_spill = 1")
database.execute("PRAGMA cache_size = 1")
database.execute("BEGIN IMMEDIATE")
row = [(os.urandom(16), os.urandom(16), os.urandom(3000), 1) for _ in range(400)]
database.executemany("INSERT INTO fingerprints VALUES (?, ?, ?, ?)", row)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_run_that_is_killed_while_it_writes_leaves_a_sound_index(check, work, tmp_path) -> None:
    age(work / "content")
    assert check(*PRE_COMMIT) == ALPHA
    before = (tmp_path / "cache" / FILE_NAME).stat().st_size
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "cache")], capture_output=True, check=False
    )
    assert killed.returncode == -9, killed.stderr
    assert (tmp_path / "cache" / FILE_NAME).stat().st_size > before  # it was in the middle of it
    assert check(*PRE_COMMIT) == ALPHA
    assert check.err == ""


def test_runs_at_a_time_find_the_same(work, tmp_path) -> None:
    folder = work / "content"
    folder.mkdir()
    for number in range(30):
        words = " ".join(f"word{number * 7 + k}" for k in range(60))
        (folder / f"{number:02}.md").write_text(f"{words}.\n")
    (folder / "copy.md").write_text((folder / "03.md").read_text())
    age(folder)
    command = [
        *(sys.executable, "-m", "textlint", "check", "--format", "json", "--exit-zero"),
        *(
            "--select",
            "repetition/near-duplicate",
            "--cache-dir",
            str(tmp_path / "cache"),
            "--collection",
            "content",
            "content/copy.md",
        ),
    ]
    running = [
        subprocess.Popen(command, cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    outputs = [process.communicate() for process in running]
    assert {error for _, error in outputs} == {b""}
    (told,) = {out for out, _ in outputs}
    assert [f["rule"] for f in json.loads(told)["findings"]] == ["repetition/near-duplicate"]
