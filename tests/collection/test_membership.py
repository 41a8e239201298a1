"""`textlint check` with collections: who is compared with whom, the index, suppressions, references."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest
from twins import age

from textlint import collecting
from textlint.caching import content_key, default_folder
from textlint.collection_index import FILE_NAME, CollectionIndex

MAKERS = {"r": b"m" * 16}
PRINTS = ((None, {"r": b"print"}),)
ALPHA = {"content/c.md": ["begins as content/a.md; 3 documents"]}


def test_a_named_folder_is_a_collection(check) -> None:
    assert check("content") == ALPHA


def test_files_named_one_by_one_are_none(check) -> None:
    assert check("content/a.md", "content/c.md") == {}


def test_a_root_is_the_collection_whatever_is_checked(check, work) -> None:
    (work / "textlint.toml").write_text('[collection]\nroot = "content"\n')
    assert check("content/c.md") == ALPHA
    assert check("content/c.md", "content/b.md") == ALPHA
    assert check("content/a.md") == {}
    assert check("content") == ALPHA


def test_the_root_is_relative_to_the_configuration(check, work, monkeypatch) -> None:
    (work / "textlint.toml").write_text('[collection]\nroot = "content"\n')
    monkeypatch.chdir(work / "content")
    assert check("c.md") == {"c.md": ["begins as a.md; 3 documents"]}


@pytest.mark.parametrize("root", ["/etc", "../x", "", 3])
def test_a_root_elsewhere_is_a_mistake(textlint, work, root) -> None:
    (work / "textlint.toml").write_text(f"[collection]\nroot = {json.dumps(root)}\n")
    done = textlint("check")
    assert done.status == 2
    assert "textlint.toml:2" in done.err


def test_a_guest_is_compared_with_the_collection_and_not_with_guests(check, work) -> None:
    (work / "second.md").write_text("alpha five and more.\n")
    expected = ["begins as content/a.md content/c.md; 3 documents"]
    assert check("--collection", "content", "loose.md") == {"loose.md": expected}
    both = check("--collection", "content", "loose.md", "second.md")
    assert both == {"loose.md": expected, "second.md": expected}


def test_references_are_not_reported(check, work) -> None:
    assert check("--reference", "content", "loose.md") == {
        "loose.md": ["begins as content/a.md content/c.md; 3 documents"]
    }
    assert check("--reference", "content", "content") == {}


def test_places_in_a_document_that_is_not_checked_have_lines(check) -> None:
    check("--collection", "content", "loose.md")
    (finding,) = check.log["findings"]
    assert [(r["path"], r["line"], r["column"]) for r in finding["related"]] == [
        ("content/a.md", 1, 1),
        ("content/c.md", 3, 1),
    ]


def test_a_finding_can_be_suppressed(check, work) -> None:
    (work / "content/c.md").write_text("<!-- textlint: ignore-file[twins] a series -->\nalpha.\n")
    (work / "content/d.md").write_text("---\ntextlint: {ignore: [twins/same-start]}\n---\nalpha.\n")
    assert check("content") == {}


def test_unchanged_documents_are_not_read_again(check, work, monkeypatch, tmp_path) -> None:
    age(work / "content")
    assert check("--collection", "content", "content/c.md") == ALPHA
    read: list[Path] = []
    genuine = collecting.read_bytes

    def spy(path: Path, *rest: int) -> bytes:
        read.append(path)
        return genuine(path, *rest)

    monkeypatch.setattr(collecting, "read_bytes", spy)
    assert check("--collection", "content", "content/c.md") == ALPHA
    assert sorted({path.name for path in read}) == ["a.md", "c.md"]  # those of the finding
    read.clear()
    (work / "content/b.md").write_text("alpha now as well, too.\n")
    age(work / "content")
    assert check("--collection", "content", "content/c.md") == {
        "content/c.md": ["begins as content/a.md content/b.md; 3 documents"]
    }
    assert "b.md" in {path.name for path in read}


def test_a_document_that_has_gone_is_compared_no_more(check, work) -> None:
    age(work / "content")
    assert check("--collection", "content", "content/c.md") == ALPHA
    (work / "content/a.md").unlink()
    assert check("--collection", "content", "content/c.md") == {}


def test_a_damaged_index_is_made_anew_and_said(check, work, tmp_path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"this is no database, " * 200)
    assert check("--collection", "content", "content/c.md") == ALPHA
    assert "damaged" in check.err
    assert check("--collection", "content", "content/c.md") == ALPHA
    assert check.err == ""


def test_an_index_of_another_version_is_made_anew(check, tmp_path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    with sqlite3.connect(folder / FILE_NAME) as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    assert check("--collection", "content", "content/c.md") == ALPHA
    assert "another version" in check.err


def test_a_cache_folder_that_cannot_be_used_costs_nothing_but_time(check, work, tmp_path) -> None:
    (tmp_path / "cache").write_text("a file")
    done = check("--collection", "content", "content/c.md", cache=False)
    assert done == ALPHA
    index = CollectionIndex(tmp_path / "cache")
    assert index.notices
    assert index.content_of(work / "loose.md") is None
    index.flush()
    index.close()


def test_a_name_that_is_no_text(tmp_path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe\n'.md"))
    file.write_text("alpha")
    os.utime(file, (1e9, 1e9))
    for _ in range(2):
        index = CollectionIndex(tmp_path)
        index.keep(file, file.stat(), content_key(b"alpha"), MAKERS, PRINTS, many=False)
        index.flush()
        assert index.content_of(file) == content_key(b"alpha")
        assert index.notices == []
        index.close()


def test_a_user_without_a_home_has_no_index(monkeypatch) -> None:
    def no_home() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", no_home)
    assert default_folder() is None


def test_no_index_is_written_where_none_is_needed(check, tmp_path) -> None:
    check("content")
    assert not (tmp_path / "cache" / FILE_NAME).exists()


def test_an_index_in_use_is_waited_for_or_left_alone(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("textlint.stores.BUSY_SECONDS", 0.05)
    file = tmp_path / "a.md"
    file.write_text("alpha")
    age(tmp_path)
    one, two = CollectionIndex(tmp_path), CollectionIndex(tmp_path)
    for index in (one, two):
        index.keep(file, file.stat(), content_key(b"alpha"), MAKERS, PRINTS, many=False)
    one.flush()
    two.flush()
    assert two.content_of(file) == content_key(b"alpha")
    assert two.prints_of(content_key(b"alpha"), MAKERS, many=False) == PRINTS
    with sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        two.keep(file, file.stat(), content_key(b"beta"), MAKERS, PRINTS, many=False)
        two.flush()
        assert two.notices
        other.execute("ROLLBACK")
    other.close()
    one.close()
    two.close()


def test_standard_input_stands_for_its_file(check, work, monkeypatch) -> None:
    import io
    from types import SimpleNamespace

    stdin = SimpleNamespace(buffer=io.BytesIO(b"beta instead of alpha.\n"))
    monkeypatch.setattr("sys.stdin", stdin)
    found = check("--collection", "content", "-", "--stdin-filename", "content/c.md")
    assert found == {"content/c.md": ["begins as content/b.md; 3 documents"]}


def test_the_cache_folder_is_the_systems(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "textlint"
    monkeypatch.setattr("sys.platform", "darwin")
    assert default_folder().parts[-2:] == ("Caches", "textlint")
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert default_folder() == tmp_path / "textlint"
