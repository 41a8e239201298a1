#!/usr/bin/env python3
"""Time `textlint check` and `proselint check` on the same Markdown files, in turn.

    python benchmarks/speed/compare.py [DIR] [--megabytes 3] [--runs 5] [--proselint PATH]

Without DIR the articles of `examples/` and `tests/corpus/` are multiplied, each copy with other
figures and a paragraph order of its own, until the wanted size is reached. Needs nothing but the
standard library; `proselint` is optional and said to be missing when it is. Each program runs once
beforehand, unmeasured, so that Python's byte code and the file cache are there for both. Unix only
(it reads the operating system's account of each finished child process).
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Without its byte code a program would be compiled anew in each run, which no user waits for.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True)
class Sample:
    """One finished process: CPU and wall seconds, peak resident memory in MB, exit status."""

    cpu: float
    wall: float
    megabytes: float
    status: int


def build_corpus(target: Path, megabytes: float) -> None:
    """Write varied copies of the project's own Markdown articles until `megabytes` are reached."""
    sources = sorted((ROOT / "examples").rglob("*.md")) + sorted(
        (ROOT / "tests" / "corpus").rglob("*.md")
    )
    texts = [path.read_text(encoding="utf-8") for path in sources if path.name != "README.md"]
    # Mixed languages in one article are the exception that costs most; they would be the rule here.
    articles = [text for text in texts if "\nlang: " not in text and is_english(text)]
    chance = random.Random(20240504)
    written = number = 0
    while written < megabytes * 1_000_000:
        paragraphs: list[str] = []
        for text in chance.sample(articles, min(3, len(articles))):
            body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
            paragraphs += body.strip().split("\n\n")
        chance.shuffle(paragraphs)
        text = re.sub(r"\d", lambda _: str(chance.randrange(10)), "\n\n".join(paragraphs)) + "\n"
        (target / f"article-{number:05}.md").write_text(text, encoding="utf-8")
        written += len(text.encode("utf-8"))
        number += 1


def is_english(text: str) -> bool:
    """Whether one word in a hundred is "the"."""
    return 100 * text.lower().count(" the ") >= len(text.split())


def run(command: list[str]) -> Sample:
    """Run `command` with its output thrown away and return what it used."""
    start = time.perf_counter()
    with Path(os.devnull).open("wb") as nowhere:
        child = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, env=_ENVIRONMENT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss: bytes there, kilobytes here
    return Sample(
        usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit / 1e6, child.returncode
    )


def describe(name: str, samples: list[Sample], size: float) -> float:
    """Print one row of the table and return the median CPU seconds."""
    cpu = statistics.median(sample.cpu for sample in samples)
    wall = statistics.median(sample.wall for sample in samples)
    peak = max(sample.megabytes for sample in samples)
    spread = f"{min(s.cpu for s in samples):.2f}–{max(s.cpu for s in samples):.2f}"
    print(
        f"{name:<12}{size / cpu:>8.2f} MB/s CPU  {cpu:>7.2f} s CPU ({spread})"
        f"  {wall:>7.2f} s wall  {peak:>6.0f} MB peak  exit {samples[0].status}"
    )
    return cpu


def main() -> int:
    parser = argparse.ArgumentParser(description="textlint beside proselint on the same files")
    parser.add_argument("directory", nargs="?", type=Path)
    parser.add_argument("--megabytes", type=float, default=3.0)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--proselint", default=shutil.which("proselint"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        directory = arguments.directory or Path(temporary)
        if arguments.directory is None:
            build_corpus(directory, arguments.megabytes)
        files = sorted(str(path) for path in directory.rglob("*.md"))
        size = sum(Path(path).stat().st_size for path in files) / 1e6
        print(f"{len(files)} files, {size:.2f} MB, {arguments.runs} runs each, in turn")
        check = [
            sys.executable,
            "-m",
            "textlint",
            "check",
            "--isolated",
            "--no-cache",
            "--format",
            "json",
        ]
        ours: list[Sample] = []
        theirs: list[Sample] = []
        run([*check, files[0]])
        if arguments.proselint:
            run([arguments.proselint, "check", files[0]])
        for _ in range(arguments.runs):
            ours.append(run([*check, *files]))
            if arguments.proselint:
                theirs.append(run([arguments.proselint, "check", *files]))
        mine = describe("textlint", ours, size)
        if theirs:
            other = describe("proselint", theirs, size)
            print(f"ratio: textlint reads {other / mine:.1f}× as many MB per CPU second")
        else:
            print("proselint is missing: pip install proselint, or name it with --proselint")
    return 0


if __name__ == "__main__":
    sys.exit(main())
