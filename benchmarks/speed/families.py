#!/usr/bin/env python3
"""Time the families of rules beside the floor: what reading a file costs any program that looks for phrases.

    python benchmarks/speed/families.py [DIR] [--megabytes 2] [--runs 5]

The floor is reading the bytes, decoding them, lower-casing the text and looking for all phrases of all
rules in it, in one process, over the same files. Then the files are read into documents; what these
work out once for all rules (folded text, sentences, words, quotations) is asked for; and the rules of
the default profile run, each with a clock of its own. All times are CPU seconds; each figure is the
median of the runs. Loading the program and the first, unmeasured file are left out: the first use of a
rule reads its tables. Needs textlint to be installed with its plugins.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind
from corpus import build_corpus

from textlint.decoding import decode
from textlint.document import Document
from textlint.engine import ActiveRule, Engine
from textlint.model import Hit
from textlint.plugins import Host, load_host
from textlint.rule import Check, Context, Rule
from textlint.testing import read

Seconds = dict[str, float]


class Bench:
    """All rules of the default profile, and the seconds that they have taken so far, by family."""

    def __init__(self, host: Host) -> None:
        rules = [rule for rule in host.rules if rule.profile == "default"]
        phrases = sorted(
            {p.text for rule in rules for table in rule.phrases for p in table.phrases}
        )
        self.automaton = AhoCorasick(phrases, matchkind=MatchKind.Standard)
        timed = [rule._replace(check=self._timed(rule)) for rule in rules]
        self.engine = Engine(
            [ActiveRule(rule, rule.options()) for rule in timed],
            detect_language=host.detect_language,
        )
        self.families = sorted({rule.family for rule in rules})
        self.seconds: Seconds = defaultdict(float)

    def _timed(self, rule: Rule) -> Check:
        def check(document: Document, context: Context) -> Iterable[Hit]:
            start = time.process_time()
            hits = list(rule.check(document, context))
            self.seconds[rule.family] += time.process_time() - start
            return hits

        return check

    def run(self, files: list[Path]) -> Seconds:
        """Return the seconds of each step over all `files`."""
        self.seconds = defaultdict(float)
        clock = time.process_time
        for path in files:
            start = clock()
            text = path.read_bytes().decode("utf-8").lower()
            self.automaton.find_matches_as_indexes(text, overlapping=True)
            self.seconds["floor"] += clock() - start

            start = clock()
            document = read(decode(path.read_bytes()).text or "", path.name)
            self.seconds["reading"] += clock() - start

            start = clock()
            ask_for_facts(document)
            self.seconds["shared facts"] += clock() - start

            start = clock()
            checked = self.engine.check(document)
            self.seconds["check"] += clock() - start
            assert not checked.problems, checked.problems
        return dict(self.seconds)


def ask_for_facts(document: Document) -> None:
    """Have a document work out what several families ask for, so that none pays for the others."""
    assert document.folded_text is not None
    assert document.word_count >= 0
    for block in document.prose:
        assert block.sentences is not None
        assert block.quotations is not None


def table(runs: list[Seconds], families: list[str], kilobytes: float) -> str:
    """Return the medians as a Markdown table."""

    def median(*steps: str) -> float:
        return statistics.median(sum(run.get(step, 0.0) for step in steps) for run in runs)

    floor = median("floor")
    rest = statistics.median(
        run["check"] - sum(run.get(family, 0.0) for family in families) for run in runs
    )
    rows = [
        ("floor: read, decode, lower-case, phrase scan", floor),
        ("reading into documents", median("reading")),
        ("folded text, sentences, words, quotations", median("shared facts")),
        ("language, phrase scan, findings", rest),
        *((f"`{family}`", median(family)) for family in families),
        ("all families together", median(*families)),
        ("all families, with what they share and the scan", median("shared facts", "check")),
        ("everything, from bytes to findings", median("reading", "shared facts", "check")),
    ]
    lines = ["| step | ms per KB | × floor |", "|---|---:|---:|"]
    for name, seconds in rows:
        lines.append(f"| {name} | {1000 * seconds / kilobytes:.4f} | {seconds / floor:.1f} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="the cost of each family beside the floor")
    parser.add_argument("directory", nargs="?", type=Path)
    parser.add_argument("--megabytes", type=float, default=2.0)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    bench = Bench(load_host())
    with tempfile.TemporaryDirectory() as temporary:
        directory = arguments.directory or Path(temporary)
        if arguments.directory is None:
            build_corpus(directory, arguments.megabytes)
        files = sorted(directory.rglob("*.md"))
        kilobytes = sum(path.stat().st_size for path in files) / 1000
        bench.run(files[: max(1, len(files) // 10)])
        runs = [bench.run(files) for _ in range(arguments.runs)]
    print(f"{len(files)} files, {kilobytes:.0f} KB, medians of {arguments.runs} runs\n")
    print(table(runs, bench.families, kilobytes))


if __name__ == "__main__":
    main()
