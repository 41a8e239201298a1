"""Whatever lies among the articles: it is said, the others are linted, and nothing hangs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from textlint import files
from textlint.config import Config
from textlint.plugins import load_host
from textlint.report import FileReport, Run
from textlint.runner import RunSettings, run

HOST = load_host()
BAD = "The swing bridge opens on Monday.\n\n2024-05-04 08:04\n"
BOMB = "---\na: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{key}: &{key} [{', '.join(['*' + before] * 9)}]\n" for before, key in pairwise("abcdefghi")
)


@pytest.fixture
def lint(tmp_path: Path) -> Callable[..., Run]:
    """Lint `bad.md`, which has one finding, together with whatever else lies in the folder."""
    (tmp_path / "bad.md").write_text(BAD)

    def call(*paths: str, **settings: object) -> Run:
        config = Config.defaults(tmp_path)
        done = run(RunSettings(paths or (".",), tmp_path, HOST, config, **settings))
        found = [(finding.rule, finding.path) for finding in done.findings]
        assert ("footer/bare-timestamp", "bad.md") in found
        return done

    return call


def other(done: Run) -> FileReport:
    (report,) = [file for file in done.files if file.path != "bad.md"]
    return report


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n \n", b"\xef\xbb\xbf", b"\n", b"---\n---\n", b"<!-- -->"]
)
@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_nothing_to_read_is_fine(lint, tmp_path, data, name):
    (tmp_path / name).write_bytes(data)
    done = lint()
    assert (other(done).words, other(done).skipped, other(done).partly) == (0, None, ())
    assert done.problems == ()
    assert done.checked == 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary data, not text"),
        (b"\x7fELF\x02\x01\x01\0\0", "binary data, not text"),
        (b"\xff\xfe\x00\xd8", "not valid UTF-16-LE from byte 0"),
    ],
)
def test_what_is_no_text_is_skipped_and_makes_the_run_incomplete(lint, tmp_path, data, reason):
    (tmp_path / "x.txt").write_bytes(data)
    done = lint()
    assert other(done).skipped == reason
    assert [(p.kind, p.path, p.message) for p in done.problems] == [
        ("file", "x.txt", f"x.txt: {reason}")
    ]
    assert done.checked == 1


@pytest.mark.parametrize(
    ("data", "note"),
    [
        ("“At last”, the café says.\n".encode("cp1252"), "read as Windows-1252"),
        ("“At last”, the café says".encode() + b"\xe2\n", "invalid bytes read as U+FFFD"),
        ("At last, it says on the door of the café.\n".encode("utf-16-le"), "read as UTF-16-LE"),
    ],
)
def test_a_guess_at_the_encoding_is_said(lint, tmp_path, data, note):
    (tmp_path / "x.md").write_bytes(data)
    done = lint()
    assert note in other(done).partly[0]
    assert other(done).words > 3
    assert done.problems == ()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_positions_count_code_points_without_the_mark(lint, tmp_path, encoding):
    data = BAD.encode(encoding)
    (tmp_path / "x.md").write_bytes(data)
    report = other(lint())
    (finding,) = [f for f in report.findings if f.rule == "footer/bare-timestamp"]
    assert report.source == BAD and report.had_bom
    assert BAD[finding.span.start : finding.span.end] == "2024-05-04 08:04"
    assert report.data == (None if encoding == "utf-8-sig" else data)


def test_a_file_that_vanishes_or_cannot_be_read(lint, tmp_path, monkeypatch):
    (tmp_path / "gone.md").write_text("text")
    (tmp_path / "closed.md").write_text("text")
    opened = os.open

    def refuse(path, *arguments, **settings):
        name = Path(path).name
        if name == "gone.md":
            raise FileNotFoundError(2, "No such file or directory", str(path))
        if name == "closed.md":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **settings)

    monkeypatch.setattr(files.os, "open", refuse)
    done = lint()
    assert [(p.kind, p.message) for p in done.problems] == [
        ("file", "closed.md: permission denied"),
        ("file", "gone.md: no such file or directory"),
    ]
    assert [(f.path, f.skipped) for f in done.files] == [
        ("bad.md", None),
        ("closed.md", "permission denied"),
        ("gone.md", "no such file or directory"),
    ]


def test_links_in_a_circle_a_pipe_and_a_folder_that_looks_like_an_article(lint, tmp_path):
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "around").symlink_to(".")
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    done = lint()
    assert [p.path for p in done.problems] == ["loop.md", "pipe.md"]
    assert [f.path for f in done.files] == ["bad.md", "loop.md", "pipe.md"]


def test_a_link_is_reported_with_where_it_leads(lint, tmp_path):
    (tmp_path / ".store").mkdir()
    (tmp_path / ".store" / "x.md").write_text(BAD)
    (tmp_path / "link.md").symlink_to(".store/x.md")
    report = other(lint())
    assert (report.path, report.real_path) == ("link.md", ".store/x.md")


def test_standard_input(lint):
    done = lint("-", "bad.md", stdin=BAD.encode(), stdin_filename="draft.md")
    assert len(other(done).findings) == 1 and other(done).path == "draft.md"
    done = lint("-", "bad.md", stdin=b"\0\1")
    assert (other(done).path, other(done).skipped) == ("<stdin>", "binary data, not text")
    done = lint("-", "bad.md", stdin=b"x" * 101, max_bytes=100)
    assert "larger than" in (other(done).skipped or "")
    done = lint("-", "bad.md", stdin=BAD.encode(), stdin_filename="draft.odt")
    assert other(done).skipped == "no reader for .odt files"


def test_standard_input_in_the_place_of_an_excluded_file(lint, tmp_path):
    (tmp_path / ".textlintignore").write_text("drafts/\n")
    done = lint("-", "bad.md", stdin=BAD.encode(), stdin_filename="drafts/new.md")
    assert "excluded" in (other(done).skipped or "")
    assert done.problems == ()


FRONT_MATTER = {
    "a colon in a value": ("---\ntitle: Meta: buys\n---\n\n", True),
    "a YAML bomb": (BOMB + "---\n\n", True),
    "deeply nested YAML": ("---\na: " + "[" * 100_000 + "\n---\n\n", True),
    "broken TOML": ("+++\na = [1,\n+++\n\n", True),
    "broken JSON": ('{"a": [1,}\n\n', False),
    "an anchor to itself": ("---\na: &a\n  b: *a\n---\n\n", True),
    "no end": ("---\ntitle: x\n\n", True),
}


@pytest.mark.parametrize(("front", "is_said"), FRONT_MATTER.values(), ids=FRONT_MATTER)
def test_front_matter_that_cannot_be_read_does_not_cost_the_body(lint, tmp_path, front, is_said):
    (tmp_path / "x.md").write_text(front + BAD)
    done = lint()
    assert "footer/bare-timestamp" in {finding.rule for finding in other(done).findings}
    assert done.problems == ()
    assert bool(other(done).partly) is is_said


NESTED = {
    "block quotations": ">" * 100_000 + " word\n",
    "block quotations with spaces": "> " * 50_000 + "word\n",
    "brackets": "[" * 100_000,
    "images": "![" * 50_000,
    "links": "[" * 50_000 + "a" + "](x)" * 50_000,
    "lists": "- " * 50_000 + "word\n",
    "emphasis": "*a **b " * 20_000,
    "closed emphasis": "*" * 50_000 + "a" + "*" * 50_000,
    "comments": "<!-- " * 50_000,
    "angle brackets": "<" * 100_000,
    "elements": "<div>" * 50_000,
    "entities": "&" * 100_000,
    "backticks": "".join("`" * length + " " for length in range(1, 800)),
    "table cells": "|a" * 20_000 + "\n" + "|-" * 20_000 + "\n" + "|a" * 20_000 + "\n",
    "quotation marks": "“" * 50_000 + "\"'" * 25_000,
    "brackets and full stops": "(Dr. " * 20_000,
    "references": "".join(f"[{n}]: x\n" for n in range(3_000)) + "[a][b]" * 10_000,
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_hostile_nesting_ends_soon(lint, tmp_path, text, name):
    (tmp_path / name).write_text(text)
    begin = time.process_time()
    done = lint()
    assert time.process_time() - begin < 15
    assert [p for p in done.problems if p.kind == "crash"] == []


def test_a_line_of_fifty_megabytes_is_refused_without_reading_it_all(tmp_path):
    """In a process of its own, to see what it takes at most."""
    (tmp_path / "bad.md").write_text(BAD)
    with (tmp_path / "long.txt").open("w") as stream:
        for _ in range(50):
            stream.write("one more word and " * (1 << 20 >> 4))
    assert (tmp_path / "long.txt").stat().st_size > 50_000_000
    program = (
        "from pathlib import Path\n"
        "from textlint.cli import run\n"
        "status = run(['check', '--isolated', '--format', 'concise'])\n"
        "(peak,) = [x for x in Path('/proc/self/status').open() if x.startswith('VmHWM:')]\n"
        "print(status, peak.split()[1])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "long.txt" in done.stdout and "8 MiB" in done.stdout
    assert "footer/bare-timestamp" in done.stdout
    status, peak = done.stdout.splitlines()[-1].split()
    assert status == "3"
    assert int(peak) < 150_000  # KiB


def test_a_whole_folder_of_it_on_the_command_line(tmp_path):
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "binary.md").write_bytes(bytes(range(256)))
    (tmp_path / "empty.md").touch()
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "latin.txt").write_bytes("Café".encode("latin-1"))
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text(BAD)
    os.mkfifo(tmp_path / "pipe.md")
    outputs = [
        f"--output={name}={name}.out" for name in ("text", "concise", "json", "sarif", "github")
    ]
    done = subprocess.run(
        [sys.executable, "-m", "textlint", "check", "--isolated", *outputs, "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    for output in outputs:
        data = (tmp_path / output.rpartition("=")[2]).read_bytes()
        data.decode("utf-8")
        assert b"bad.md" in data
