#!/usr/bin/env python3
"""Measure what the rules find and what they raise for nothing.

    python benchmarks/quality/run.py                   our own articles and planted defects
    python benchmarks/quality/run.py DIR …             and any labelled sets besides
    python benchmarks/quality/run.py --compare         fail when a figure is worse than the baseline
    python benchmarks/quality/run.py --write           store the baseline and docs/quality.md

Prints, for each rule: recall, precision, tail coverage and false alarms per 1,000 clean words, each
with its 95 % interval. Needs textlint installed in the environment that runs it.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))

import table  # noqa: E402  the bench is a folder of scripts, found beside this one
from labelled import load  # noqa: E402
from planted import all_kinds, assemble  # noqa: E402
from scoring import Score  # noqa: E402

OWN = ROOT / "tests" / "corpus"
BASELINE = HERE / "baseline.json"
PAGE = ROOT / "docs" / "quality.md"
SEED = 20240504


def lint(directory: Path) -> list[dict[str, Any]]:
    """Return the findings of `textlint check` on a directory. Raises `RuntimeError` when it fails."""
    command = [
        sys.executable,
        "-m",
        "textlint",
        "check",
        "--isolated",
        "--no-cache",
        "--format",
        "json",
        ".",
    ]
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or not done.stdout:
        raise RuntimeError(f"textlint exited {done.returncode} on {directory}:\n{done.stderr}")
    findings: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return findings


def plant(target: Path, per_kind: int) -> None:
    """Write a labelled set of `per_kind` planted articles of each kind into `target`."""
    articles = [
        paragraphs
        for document in load(OWN)
        if document.base and len(paragraphs := _paragraphs(document.text)) >= 4
    ]
    rows = []
    for kind in all_kinds():
        chance = random.Random(f"{SEED} {kind.rule}")
        for number in range(per_kind):
            text, labels = assemble(kind.plant(chance, chance.choice(articles)), kind)
            name = f"{kind.rule.replace('/', '-')}-{number:04}.md"
            (target / name).write_text(text, encoding="utf-8", newline="")
            # The article under the defect is good but dangerous: what it makes a rule say is counted
            # where it stands alone, among the clean ones, and not once more for each copy.
            rows.append({"file": name, "kind": "defective", "complete": False, "findings": labels})
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (target / "labels.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _paragraphs(text: str) -> list[str]:
    body = text
    if text.startswith("---\n") and "\n---\n" in text[4:]:
        body = text[text.index("\n---\n", 4) + 5 :]
    return [part for part in body.strip().split("\n\n") if part.strip()]


def measure(sets: list[Path], per_kind: int) -> Score:
    """Score our own articles, the planted ones and the given sets together."""
    score = Score()
    for directory in [OWN, *sets]:
        score.add(load(directory), lint(directory))
    with tempfile.TemporaryDirectory() as temporary:
        planted = Path(temporary)
        plant(planted, per_kind)
        score.add(load(planted), lint(planted))
    return score


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="*", type=Path, help="directories with a labels.jsonl")
    parser.add_argument("--planted", type=int, default=150, help="articles for each planted kind")
    parser.add_argument("--examples", type=int, default=0, help="print that many misses and alarms")
    parser.add_argument("--compare", action="store_true", help="exit 1 when a figure got worse")
    parser.add_argument("--write", action="store_true", help="store the baseline and the page")
    arguments = parser.parse_args()
    score = measure(arguments.sets, arguments.planted)
    print(table.plain(score))
    for example in score.examples[: arguments.examples]:
        print(example)
    figures = table.figures(score)
    if arguments.write:
        BASELINE.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        PAGE.write_text(table.page(score, arguments.planted), encoding="utf-8")
    if arguments.compare:
        worse = table.worse(json.loads(BASELINE.read_text(encoding="utf-8")), figures)
        print("\n".join(worse) if worse else "no figure is worse than the stored baseline")
        return 1 if worse else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
