#!/usr/bin/env python3
"""Time textlint beside other prose linters on the same Markdown files: whole processes, in turn.

    python benchmarks/speed/run.py [DIR …] [--megabytes 3] [--runs 5] [--peers FOLDER …] [--write]

Builds its articles (see `corpus.py`), or takes the Markdown files of each DIR, and prints for each program
megabytes per CPU second, CPU and wall seconds, peak memory and the ratio to textlint; then the start (one
tiny file, five files), the growth of textlint's time with n, 2n and 4n megabytes in many files and in one,
and what a second process gains. `--peers` names folders with the programs of others
(`…/venv/bin`, `…/node_modules/.bin`); those that are missing are said to be missing. `--write` puts the
tables and a plot into docs/performance.md. Unix only.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus import build_corpus
from processes import Median, in_turn
from programs import CHECK, PEERS, TEXTLINT, found
from report import growth_table, peers_table, plot, start_table, write

import textlint

TINY = "# A quiet walk\n\nWe walked along the river. The path was dry, and nobody else was there.\n"
FACTORS = (1, 2, 4)


def markdown(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.rglob("*.md"))


def size_of(files: Sequence[str]) -> float:
    """Return the size of all files in megabytes."""
    return sum(Path(file).stat().st_size for file in files) / 1e6


class Bench:
    def __init__(self, arguments: argparse.Namespace) -> None:
        self.runs: int = arguments.runs
        self.peers = found(arguments.peers)

    def side_by_side(self, files: Sequence[str]) -> dict[str, Median]:
        """Time every program on the same files, textlint in one process and in as many as pay."""
        commands: dict[str, Sequence[str]] = {
            "textlint": [*CHECK, "--jobs", "1", *files],
            "textlint, all cores": [*CHECK, *files],
        }
        for name, (peer, path) in self.peers.items():
            commands[name] = peer.command(path, files)
        return in_turn(commands, self.runs)

    def missing(self) -> str:
        absent = [f"{p.name} ({p.install})" for p in PEERS if p.name not in self.peers]
        return f"Missing, and so not measured: {', '.join(absent)}." if absent else ""

    def start(self, folder: Path, files: Sequence[str]) -> dict[str, Median]:
        """Time what is done before the first word is read."""
        tiny = folder / "tiny.md"
        tiny.write_text(TINY, encoding="utf-8")
        five = list(files[:5])
        python = TEXTLINT[0]
        commands: dict[str, Sequence[str]] = {
            "`python -c pass`": [python, "-c", "pass"],
            "`textlint --version`": [*TEXTLINT, "--version"],
            "import of click, pluggy, json, re": [python, "-c", "import click, pluggy, json, re"],
            "textlint, one tiny file": [*CHECK, str(tiny)],
            "textlint, five files": [*CHECK, *five],
        }
        for name, (peer, path) in self.peers.items():
            commands[f"{name}, one tiny file"] = peer.command(path, [str(tiny)])
            commands[f"{name}, five files"] = peer.command(path, five)
        return in_turn(commands, self.runs)

    def growth(self, folder: Path, megabytes: float) -> Iterator[tuple[str, float, Median]]:
        """Time textlint alone on n, 2n and 4n megabytes: in a folder, and in one file."""
        for kind in ("many files", "one file"):
            for factor in FACTORS:
                place = folder / f"{kind} {factor}"
                size = megabytes * factor
                files = build_corpus(place, size, in_one_file=kind == "one file")
                # The folder, not its files: a system takes only so many arguments.
                command = [*CHECK, "--jobs", "1", str(place)]
                taken = in_turn({kind: command}, max(1, self.runs // 2))
                yield kind, size_of(list(map(str, files))), taken[kind]


def main() -> None:
    parser = argparse.ArgumentParser(description="textlint beside other prose linters")
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR")
    parser.add_argument("--megabytes", type=float, default=3.0)
    parser.add_argument(
        "--growth-from", type=float, default=2.0, metavar="MB", help="n; 0 for none"
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", nargs="*", type=Path, default=[], metavar="FOLDER")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    bench = Bench(arguments)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    parts: list[str] = []

    def say(part: str) -> None:
        """Print a part at once: who stops a long run has what was measured until then."""
        if part:
            print(f"{part}\n", flush=True)
            parts.append(part)

    say(
        f"One run with textlint {textlint.__version__} on a machine of {cores} cores, load"
        f" {os.getloadavg()[0]:.1f} at its start. Medians of {arguments.runs} processes, one program"
        " after the other."
    )
    drawing = ""
    with tempfile.TemporaryDirectory() as temporary:
        scratch = Path(temporary)
        built = [str(path) for path in build_corpus(scratch / "built", arguments.megabytes)]
        places = {"our own articles, multiplied": built}
        places |= {f"articles of {folder.name}": markdown(folder) for folder in arguments.folders}
        for name, files in places.items():
            taken = bench.side_by_side(files)
            drawing = drawing or plot(taken, size_of(files))
            say(f"**{name}: {len(files):,} files, {size_of(files):.2f} MB.**")
            say(peers_table(taken, size_of(files)))
        say(bench.missing())
        say("**The start.**")
        say(start_table(bench.start(scratch, next(reversed(places.values())))))
        if arguments.growth_from:
            say("**Growth**, in one process.")
            say(growth_table(list(bench.growth(scratch, arguments.growth_from))))
    if arguments.write:
        write("\n\n".join(parts), drawing)
        print("written to docs/performance.md")


if __name__ == "__main__":
    main()
