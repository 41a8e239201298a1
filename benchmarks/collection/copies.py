"""How many reworded copies `spun/reworded-copy` finds among other articles, and how many it invents.

    .venv/bin/python benchmarks/collection/copies.py PAIRS [BACKGROUND …]

PAIRS is a folder with `originals/`, `rewrites/` and `independent/` (reports of the same events by
others), files of one name belonging together, and `pairs.jsonl` with the `name` and `level` (light,
medium, heavy) of each rewrite. Each BACKGROUND is a folder of other articles, read with its folders.

Printed are, by level, the rewrites that are found at the level of a warning and at all, alone and
with an article of the background appended; all other findings by path; and whether the pairs are
found among 10, 50, 250 and 2,000 files (invented articles fill up where the background ends).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from textlint.collection import Entry, Role, doc_number, run_stages
from textlint.plugins import load_host
from textlint.testing import read

sys.path.append(str(Path(__file__).parents[2] / "tests/collection"))

WARNING = 3.0
SUFFIXES = (".md", ".txt", ".html")
LEVELS = ("light", "medium", "heavy")
(RULE,) = (rule for rule in load_host().rules if rule.id == "spun/reworded-copy")
assert RULE.collection is not None
COLLECTION = RULE.collection

Prints = dict[str, bytes]
Pair = tuple[str, str]


def prints_of(texts: Mapping[str, str]) -> Prints:
    """Return the fingerprints of texts by path, of those that have one."""
    made = {p: COLLECTION.fingerprint(read(text, p), RULE.options()) for p, text in texts.items()}
    return {path: data for path, data in made.items() if data is not None}


def texts_in(folder: Path) -> dict[str, str]:
    return {
        file.as_posix(): file.read_text("utf-8", "replace")
        for file in sorted(folder.rglob("*"))
        if file.suffix in SUFFIXES
    }


def compare(prints: Prints) -> list[tuple[str, list[str], float]]:
    """Return what is found: the path, the other paths and the score."""
    paths = sorted(prints)
    entries = [
        Entry(doc_number(rank, Role.MEMBER), path, prints[path]) for rank, path in enumerate(paths)
    ]
    return [
        (paths[found.doc >> 2], [paths[doc >> 2] for doc in found.others], found.values[0])
        for found in run_stages(COLLECTION, entries, RULE.options())
    ]


def judge(prints: Prints, pairs: Mapping[Pair, str], title: str) -> None:
    """Print how many of `pairs` (original, rewrite; with the level) are found, and what else is.

    A rewrite counts as found when it is in one finding with its original or one of its twins.
    """
    twins: dict[bytes, list[str]] = {}
    for path, data in prints.items():
        twins.setdefault(data[6:], []).append(path)  # without the provenance
    sure: Counter[str] = Counter()
    told: Counter[str] = Counter()
    expected: set[str] = set()
    found = compare(prints)
    for (original, rewrite), level in pairs.items():
        originals = set(twins.get(prints.get(original, b"")[6:], [original]))
        expected |= {*originals, rewrite}
        scores = [
            score
            for path, others, score in found
            if rewrite in (path, *others) and originals & {path, *others}
        ]
        told[level] += bool(scores)
        sure[level] += bool(scores) and max(scores) >= WARNING
    total = Counter(pairs.values())
    row = "   ".join(f"{lv} {sure[lv]}/{total[lv]} ({told[lv]} with notes)" for lv in LEVELS)
    print(f"{title:<34} {len(prints):>5} files   {row}")
    for path, others, score in found:
        strangers = {path, others[0]} - expected
        if strangers:
            print(f"    also found ({score:.1f}): {path} <- {', '.join(others[:3])}")


def main(folder: Path, backgrounds: list[Path]) -> None:
    from invented import Writer

    own = texts_in(folder)
    others = {path: text for place in backgrounds for path, text in texts_in(place).items()}
    lines = (folder / "pairs.jsonl").read_text("utf-8").splitlines()
    names = {record["name"]: record["level"] for record in map(json.loads, lines)}
    pairs: dict[Pair, str] = {}
    for name, level in names.items():
        original, rewrite = (
            (folder / d / f"{name}.txt").as_posix() for d in ("originals", "rewrites")
        )
        pairs[original, rewrite] = level
    mine, background = prints_of(own), prints_of(others)
    judge({**background, **mine}, pairs, "among the background")

    tails = [path for path in background if 1500 < len(others[path]) < 8000]
    used = [tails[number * 7 % len(tails)] for number in range(len(pairs))]
    longer = {
        rewrite: f"{own[rewrite]}\n\n{others[tail]}"
        for (_, rewrite), tail in zip(pairs, used, strict=True)
    }
    rest = {path: data for path, data in background.items() if path not in used}
    judge({**rest, **mine, **prints_of(longer)}, pairs, "with another article appended")

    writer = Writer(5)
    filled = list(background.items())
    for size in (10, 50, 250, 2000):
        while len(filled) < size:
            path = f"invented/{len(filled)}.txt"
            filled += prints_of({path: writer.article(12)}).items()
        some = dict(list(pairs.items())[::4] if size == 10 else pairs)
        together = {path: mine[path] for pair in some for path in pair}
        rest = dict(filled[:: max(1, len(filled) // size)][: size - len(together)])
        judge({**rest, **together}, some, f"in a folder of {size:,}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
