"""Reading regular files only, and writing so that nobody sees half a file."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from textlint.files import UnreadableError, read_bytes, write_atomically


def test_reads_bytes_as_they_are(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"a\r\n\x00\xff")
    assert read_bytes(path) == b"a\r\n\x00\xff"


def test_a_file_above_the_limit_is_refused(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 100)
    assert len(read_bytes(path, 100)) == 100
    with pytest.raises(UnreadableError, match="larger than"):
        read_bytes(path, 99)


def test_a_link_to_a_device_is_refused(tmp_path):
    path = tmp_path / "endless.md"
    path.symlink_to("/dev/zero")
    with pytest.raises(UnreadableError, match="a device is not read"):
        read_bytes(path, 99)


def test_a_pipe_that_took_the_place_of_a_file_is_refused_at_once(tmp_path):
    path = tmp_path / "a.md"
    os.mkfifo(path)
    results = []

    def read() -> None:
        with pytest.raises(UnreadableError, match="a named pipe is not read"):
            read_bytes(path)
        results.append("refused")

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    thread.join(10)
    assert results == ["refused"]


def test_a_missing_file_a_folder_and_a_broken_name(tmp_path):
    for path in (tmp_path / "gone.md", tmp_path, Path("nul\0byte")):
        with pytest.raises(UnreadableError):
            read_bytes(path)


# -- writing ----------------------------------------------------------------------------------


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writes_a_new_file_with_the_permissions_of_the_umask(tmp_path):
    old = os.umask(0o027)
    try:
        write_atomically(tmp_path / "out.sarif", b"{}\n")
    finally:
        os.umask(old)
    assert (tmp_path / "out.sarif").read_bytes() == b"{}\n"
    assert stat.S_IMODE((tmp_path / "out.sarif").stat().st_mode) == 0o640
    assert listing(tmp_path) == ["out.sarif"]


def test_keeps_the_permissions_of_an_existing_file(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o751)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o751


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real/a.md")
    write_atomically(tmp_path / "link.md", b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real" / "a.md").read_bytes() == b"new"
    assert listing(tmp_path / "real") == ["a.md"]


def test_the_longest_name_can_be_written(tmp_path):
    path = tmp_path / ("x" * 252 + ".md")
    write_atomically(path, b"text")
    assert path.read_bytes() == b"text"


def test_what_is_no_regular_file_is_written_to_as_it_is():
    write_atomically(Path("/dev/null"), b"text")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_failure_leaves_the_old_content_and_no_temporary_file(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert listing(tmp_path) == ["a.md"]


def test_a_folder_and_a_missing_folder_are_errors(tmp_path):
    with pytest.raises(OSError):
        write_atomically(tmp_path, b"")
    with pytest.raises(OSError):
        write_atomically(tmp_path / "gone" / "a.md", b"")
    assert listing(tmp_path) == []
