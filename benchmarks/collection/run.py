"""What rules that compare documents cost: CPU time for fingerprints and stages, bytes of index.

    .venv/bin/python benchmarks/collection/run.py [DOCUMENTS …]     (default: 1000 2000 4000)

The articles are invented (about 3 KB each); CPU time, so that a busy machine does not count. The last
column is the time of the stages against the line before: twice the documents should take at most 2.2
times as long.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

from textlint.__main__ import COLLECT_AFTER
from textlint.collection import Entry, Role, doc_number, run_stages
from textlint.plugins import load_host
from textlint.testing import read

sys.path.append(str(Path(__file__).parents[2] / "tests/collection"))


def main(sizes: list[int]) -> None:
    from invented import Writer

    gc.set_threshold(COLLECT_AFTER)  # as the program does
    rules = [rule for rule in load_host().rules if rule.collection is not None]
    print(f"{'documents':>9} {'fingerprints':>12} {'stages':>8} {'bytes each':>10} {'ratio':>6}")
    before: tuple[int, float] | None = None
    for size in sizes:
        writer = Writer(size)
        entries: dict[str, list[Entry]] = {rule.id: [] for rule in rules}
        making = 0.0
        for number in range(size):
            document = read(writer.article(), "a.txt")
            _ = document.sentences, document.word_count  # every run needs these
            started = time.process_time()
            for rule in rules:
                assert rule.collection is not None
                made = rule.collection.fingerprint(document, rule.options())
                if made is not None:
                    path = f"{number % 20}/{number}.txt"
                    entries[rule.id].append(Entry(doc_number(number, Role.MEMBER), path, made))
            making += time.process_time() - started
        started = time.process_time()
        for rule in rules:
            assert rule.collection is not None
            run_stages(rule.collection, entries[rule.id], rule.options())
        stages = time.process_time() - started
        each = sum(len(e.fingerprint) for group in entries.values() for e in group) / size
        ratio = "" if before is None else f"{stages / before[1] * 2 * before[0] / size:.2f}"
        print(f"{size:>9,} {making:>10.1f} s {stages:>6.1f} s {each:>10,.0f} {ratio:>6}")
        before = size, stages


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1000, 2000, 4000])
