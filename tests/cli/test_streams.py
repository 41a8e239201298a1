"""Pipes that close, disks that are full, terminals, colours and the interrupt key."""

import io
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from textlint.commands.progress import ProgressLine
from textlint.commands.streams import abandon_stdout, read_stdin, wants_color, write_stdout

COMMAND = [sys.executable, "-m", "textlint"]

SLOW = '''
"""A rule that interrupts the run at its second document, as the interrupt key does."""
import os
import signal
from textlint.hookspecs import hookimpl
from textlint.model import Hit, Span
from textlint.rule import rule


@rule("slow/rule", summary="A test.", message="Found in time.", severity="error", examples=())
def check(document, context):
    if "second" in document.source:
        os.kill(os.getpid(), signal.SIGINT)
    yield Hit(Span(0, 1))


@hookimpl
def textlint_rules():
    return [check]
'''


@pytest.fixture
def articles(work: Path) -> Path:
    """Articles of which `leftover/chat-reply` has much to say."""
    for number in range(400):
        (work / f"{number:03}.md").write_text("Certainly! Here is the rewritten article:\n")
    return work


def test_a_reader_that_leaves_early_sees_no_traceback(articles: Path) -> None:
    for arguments in (["check"], ["check", "--format", "json"], ["rules"], ["explain", "footer"]):
        process = subprocess.Popen(
            [*COMMAND, *arguments], cwd=articles, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        said = process.stderr.read().decode()
        process.stderr.close()
        # What was found decides, as if everything had been read.
        assert process.wait() == (1 if arguments[0] == "check" else 0), said
        assert said == ""


@pytest.mark.parametrize("arguments", [["check"], ["rules"], ["plugins"], ["--help"]])
def test_a_full_disk_below_standard_output_is_said(articles: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:  # Linux has it
        done = subprocess.run(
            [*COMMAND, *arguments], cwd=articles, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 3
    said = done.stderr.decode()
    assert "cannot write standard output: No space left on device" in said
    assert "Traceback" not in said
    assert "Exception ignored" not in said


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-"])
def test_closed_streams_give_no_traceback(articles: Path, closed: str) -> None:
    command = " ".join(COMMAND)
    done = subprocess.run(
        ["/bin/sh", "-c", f"{command} check 000.md {closed}"],
        cwd=articles,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == (3 if closed == ">&-" else 1)


def test_the_interrupt_key_ends_the_run_with_what_was_found(
    textlint_process, install, work: Path
) -> None:
    install("slow", SLOW)
    for name, text in (("1.md", "The first."), ("2.md", "The second."), ("3.md", "The third.")):
        (work / name).write_text(text)
    done = textlint_process("check", "--format", "json", "--select", "slow")
    assert done.returncode == 130, done.stderr
    assert [finding["path"] for finding in json.loads(done.stdout)["findings"]] == ["1.md"]
    assert "Traceback" not in done.stderr
    sarif = json.loads(textlint_process("check", "--format", "sarif", "--select", "slow").stdout)
    assert sarif["runs"][0]["invocations"][0]["executionSuccessful"] is False


def test_the_interrupt_key_while_nothing_is_found_yet(work: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "check", "-"],
        cwd=work,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdin is not None
    # It waits for standard input: give it the time to get there.
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=2)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in said


def test_standard_input_that_is_no_text_is_named(textlint_process) -> None:
    done = textlint_process("check", "-", stdin=bytes(range(256)) * 20)
    assert "<stdin>: " in done.stdout
    assert "no such file" not in done.stderr


def test_standard_input_as_bytes(textlint_process) -> None:
    text = "\ufeffCertainly! Here is the rewritten article:\r\n"
    done = textlint_process(
        "check", "-", "--stdin-filename", "a.md", "--format", "json", stdin=text.encode()
    )
    finding = json.loads(done.stdout)["findings"][0]
    assert (finding["path"], finding["start"], finding["column"]) == ("a.md", 0, 1)


def on_terminal(folder: Path, *arguments: str, **variables: str) -> str:
    """Return what the program writes when standard output is a terminal."""
    leader, follower = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        stdout=follower,
        stderr=follower,
        env={**environment, "TERM": "xterm", **variables},
    )
    os.close(follower)
    written = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # Linux: the other side is gone
            break
        if not part:
            break
        written += part
    process.wait(timeout=20)
    os.close(leader)
    return written.decode()


def test_a_terminal_gets_colour_and_may_refuse_it(articles: Path) -> None:
    assert "\x1b[" in on_terminal(articles, "check", "000.md")
    assert "\x1b[" not in on_terminal(articles, "check", "000.md", NO_COLOR="1")
    assert "\x1b[" not in on_terminal(articles, "check", "000.md", TERM="dumb")


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": ""}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    ],
)
def test_colour_where_there_is_no_terminal(monkeypatch, variables, expected) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wants_color(None) is expected


def test_the_order_of_files_named_does_not_matter(textlint, work) -> None:
    for name in ("b.md", "a.md", "c.txt"):
        (work / name).write_text("A warnable text.")
    first = textlint("check", "a.md", "b.md", "c.txt", "--format", "json").out
    assert textlint("check", "c.txt", "b.md", "a.md", "./a.md", "--format", "json").out == first


class Terminal:
    """A stream that says it is a terminal and keeps what is written."""

    closed = False

    def __init__(self) -> None:
        self.written = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.written += text

    def flush(self) -> None:
        pass


def test_progress_is_shown_on_long_work_only_and_is_wiped_out(monkeypatch) -> None:
    now = 100.0
    monkeypatch.setattr("textlint.commands.progress.time.monotonic", lambda: now)
    terminal = Terminal()
    progress = ProgressLine(terminal)
    progress(0, 3, "a.md")
    assert terminal.written == ""
    now = 110.0
    progress(1, 3, "b\x1b[31m.md")
    assert terminal.written.endswith("1 of 3 b\\x1b[31m.md")
    progress(2, 3, "c.md")  # too soon after the last
    assert "c.md" not in terminal.written
    progress.clear()
    assert terminal.written.endswith("\r\x1b[2K")


def test_progress_is_silent_where_there_is_no_terminal(monkeypatch, capsys) -> None:
    now = 100.0
    monkeypatch.setattr("textlint.commands.progress.time.monotonic", lambda: now)
    progress = ProgressLine()
    now = 110.0
    progress(1, 3, "a.md")
    progress.clear()
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_a_caller_may_put_a_text_stream_in_the_place_of_standard_output(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    write_stdout("„Ein Satz“\n")
    abandon_stdout()
    assert stream.getvalue() == "„Ein Satz“\n"


def test_a_caller_may_put_a_text_stream_in_the_place_of_standard_input(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("„Ein Satz“"))
    assert read_stdin().decode() == "„Ein Satz“"


def test_standard_input_that_is_closed_is_a_usage_error(tmp_path: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m textlint check - <&-",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == "Error: cannot read standard input: it is closed\n"
