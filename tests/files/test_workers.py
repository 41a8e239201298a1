"""Several processes: the same output, and nothing that a plugin does to one ends the run."""

import os
import signal
import subprocess
import sys
import time

from textlint import crew, workers

RULE = """
    import os, signal, sys, time
    from dataclasses import dataclass, field
    from textlint.hookspecs import hookimpl
    from textlint.model import Hit, Span
    from textlint.rule import rule

    @dataclass(frozen=True)
    class Options:
        call: object = field(default_factory=lambda: (lambda: None))

    @rule("odd/one", summary="s", message="m", examples=(), options={options})
    def one(document, context):
{body}
        yield Hit(Span(0, 1))

    @hookimpl
    def textlint_rules():
        yield one
"""


def _rule(body: str, options: str = "Options") -> str:
    lines = "".join(f"        {line}\n" for line in body.splitlines())
    return RULE.format(body=lines, options=options)


def _write(work, count: int = 12, special: int | None = None) -> None:
    for number in range(count):
        word = "deadly" if number == special else "warnable"
        (work / f"{number:02}.md").write_text(f"A {word} mill, number {number}.\n" * (number + 1))


OPTIONS = ("check", "--isolated", "--no-cache", "--format", "json")


def test_the_output_of_several_processes_is_that_of_one(textlint, work) -> None:
    _write(work)
    (work / "05.md").write_bytes(b"\xff\xfe\x00")
    one, three = (textlint(*OPTIONS, "--jobs", n) for n in ("1", "3"))
    assert one.out.count("words/warned") > 10
    assert (one.status, one.out, one.err) == (three.status, three.out, three.err)


def test_options_that_cannot_be_pickled_and_prints_of_rules_disturb_nothing(
    install, textlint, work
) -> None:
    install("odd", _rule("print('noise', document.path)"))
    _write(work)
    one, three = (textlint(*OPTIONS, "--jobs", n, "--select", "odd") for n in ("1", "3"))
    assert one.out == three.out
    assert "noise" not in three.out
    assert three.out.count('"odd/one"') > 10


def test_what_cannot_be_sent_is_checked_here(install, textlint, work) -> None:
    body = "class Text(str): pass\nyield Hit(Span(0, 1), evidence=Text('x'))\nreturn"
    install("odd", _rule(body))
    _write(work)
    one, three = (textlint(*OPTIONS, "--jobs", n, "--select", "odd") for n in ("1", "3"))
    assert one.out == three.out
    assert "odd/one" in three.out


def test_a_process_that_is_killed_twice_costs_one_file(install, textlint_process, work) -> None:
    install("odd", _rule("if 'deadly' in document.source: os.kill(os.getpid(), signal.SIGKILL)"))
    _write(work, special=4)
    done = textlint_process(*OPTIONS, "--select", "odd", "--jobs", "3")
    assert done.returncode == 3
    assert "04.md: the process that checked it ended twice (SIGKILL)" in done.stderr
    for number in set(range(12)) - {4}:
        assert f'"path": "{number:02}.md"' in done.stdout


def test_a_process_that_is_killed_once_costs_nothing(install, textlint_process, work) -> None:
    body = """if 'deadly' in document.source and not os.path.exists("died"):
    open("died", "w").close()
    os._exit(9)"""
    install("odd", _rule(body))
    _write(work, special=4)
    killed = textlint_process(*OPTIONS, "--select", "odd", "--jobs", "3")
    assert (work / "died").exists()
    whole = textlint_process(*OPTIONS, "--select", "odd", "--jobs", "1")
    assert (killed.returncode, killed.stdout) == (whole.returncode, whole.stdout)


def test_an_interrupt_ends_within_a_second_with_what_was_found(install, work, site) -> None:
    body = """if 'deadly' in document.source:
    open("started", "w").close()
    time.sleep(60)"""
    install("odd", _rule(body))
    _write(work, special=11)
    process = subprocess.Popen(
        [sys.executable, "-m", "textlint", *OPTIONS, "--select", "odd", "--jobs", "2"],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(site)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        until = time.monotonic() + 30
        while not (work / "started").exists() and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.5)  # what the other process does meanwhile
        begin = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        out, err = process.communicate(timeout=30)
        assert time.monotonic() - begin < 5  # one second on an idle machine, and 60 without an end
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 130, err
    assert b'"path": "00.md"' in out
    assert b"Traceback" not in err


def test_little_text_starts_no_process(textlint, work, monkeypatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(crew.Crew, "run", never)
    _write(work)
    assert textlint("check", "--isolated", "--no-cache").status == 1


def test_much_text_is_spread_by_default(textlint, work, monkeypatch) -> None:
    started = []
    run = crew.Crew.run
    monkeypatch.setattr(workers, "cores", lambda: 2)
    monkeypatch.setattr(
        crew.Crew, "run", lambda self, *rest: (started.append(rest), run(self, *rest))
    )
    for number in range(40):
        (work / f"{number}.md").write_text("A warnable mill.\n\n" * 1_000)
    one = textlint(*OPTIONS, "--jobs", "1")
    assert not started
    assert textlint(*OPTIONS).out == one.out
    assert started


def test_chunks_hold_every_file_once_and_end_small() -> None:
    numbers = list(range(0, 3_000, 3))
    sizes = {number: 2_000 + number for number in numbers}
    chunks = crew.chunks_of(numbers, sizes, 2)
    assert [number for chunk in chunks for number in chunk] == numbers
    bytes_of = [sum(sizes[number] for number in chunk) for chunk in chunks]
    assert max(bytes_of) == bytes_of[0] < sum(bytes_of) / 6
    assert max(bytes_of[-3:]) < bytes_of[0] / 8


def test_a_file_larger_than_a_chunk_is_one() -> None:
    assert list(crew.chunks_of([1, 2, 3], {1: 10, 2: 9_000_000, 3: 10}, 2)) == [[1, 2], [3]]
