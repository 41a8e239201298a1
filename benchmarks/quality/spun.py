#!/usr/bin/env python3
"""Measure the tortured phrases and the document score.

    python benchmarks/quality/spun.py [SET …]     labelled sets: folders with a labels.jsonl

Prints recall on the three hand-made hundreds, false hits per 1,000 words of clean text (our own articles and
those of the sets), speed, and for documents of 150 words or more how many spun ones and clean ones
the document score reports. `--curve FILE.svg` draws the curve of the score over these documents.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections.abc import Iterator
from pathlib import Path

from textlint_spun import score
from textlint_spun.dictionary import dictionary
from textlint_spun.document_score import LEAST_DIFFERENT, scored_text
from textlint_spun.spinner_words import STRONG
from textlint_spun.tortured import phrases_of

from textlint.document import Document
from textlint.testing import read

ROOT = Path(__file__).resolve().parents[2]
LEAST_WORDS = 150
HUNDREDS = ("tortured_hundred.csv", "tortured_hundred_blind.csv", "tortured_hundred_fields.csv")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the spun rules.")
    parser.add_argument("sets", nargs="*", type=Path)
    parser.add_argument("--curve", type=Path)
    options = parser.parse_args()
    start = time.process_time()
    dictionary()
    print(f"dictionary read in {1000 * (time.process_time() - start):.0f} ms of CPU")
    for name in HUNDREDS:
        text = (ROOT / "tests/rules/spun" / name).read_text(encoding="utf-8")
        rows = list(csv.DictReader(line for line in text.splitlines() if line[0] != "#"))
        places = [list(dictionary().find(row["phrase"])) for row in rows]
        alone = sum(any(place.grade == STRONG for place in found) for found in places)
        print(f"{name}: {alone} of {len(rows)} alone, {sum(map(bool, places))} beside another one")
    scores: list[tuple[float, bool]] = []
    for folder in [ROOT / "tests" / "corpus", *options.sets]:
        scores += measure(folder)
    if options.curve:
        options.curve.write_text(curve(scores), encoding="utf-8")


def documents(folder: Path) -> Iterator[tuple[Document, bool | None]]:
    """Yield the documents with True for spun, False for clean, None for other defects."""
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = folder / row["file"]
        if path.suffix in {".md", ".txt", ".html"}:
            spun = any(label["class"] == "spun" for label in row.get("findings", []))
            kind = False if row.get("kind") == "clean" else (True if spun else None)
            yield read(path.read_text(encoding="utf-8", errors="replace"), path.name), kind


def measure(folder: Path) -> list[tuple[float, bool]]:
    words = hits = size = 0
    seconds = 0.0
    scores = []
    for document, spun in documents(folder):
        folded = [block.folded for block in document.prose]
        start = time.process_time()
        for text in folded:
            list(dictionary().find(text))
        seconds += time.process_time() - start
        size += sum(map(len, folded))
        phrases = phrases_of(document)
        if spun is False:
            words += document.word_count
            hits += len(phrases)
        if spun is not None and (value := logit(document)) is not None:
            scores.append((value, spun))
    print(f"{folder.name}: {hits} false phrases in {words} clean words", end="")
    print(
        f" ({1000 * hits / max(words, 1):.4f} per 1,000); {size / max(seconds, 1e-9) / 1e6:.1f} MB/s"
    )
    alone = score.model().alone
    for name, kind in (("spun", True), ("clean", False)):
        values = [value for value, spun in scores if spun is kind]
        print(
            f"  document score: {sum(v >= alone for v in values)} of {len(values)} {name} documents"
        )
    return scores


def logit(document: Document) -> float | None:
    scored = scored_text(document, len(phrases_of(document)))
    judged = document.word_count >= LEAST_WORDS and scored.different >= LEAST_DIFFERENT
    return scored.total if judged else None


def curve(scores: list[tuple[float, bool]]) -> str:
    """Draw found spun documents over false alarms, the latter on a root scale, as SVG."""
    spun = sum(kind for _, kind in scores)
    clean = len(scores) - spun
    points, true, false = ["40,260"], 0, 0
    for _, kind in sorted(scores, reverse=True):
        true, false = true + kind, false + (not kind)
        x = 40 + 400 * (false / max(clean, 1)) ** 0.5
        points.append(f"{x:.1f},{260 - 220 * true / max(spun, 1):.1f}")
    ticks = "".join(
        f'<text x="{40 + 400 * (share**0.5):.0f}" y="278" text-anchor="middle">{100 * share:g} %</text>'
        for share in (0, 0.005, 0.05, 0.2, 0.5, 1)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300"'
        ' font-family="sans-serif" font-size="11">'
        '<rect width="480" height="300" fill="white"/>'
        '<path d="M40 40V260H440" fill="none" stroke="#444"/>'
        f'<polyline points="{" ".join(points)}" fill="none" stroke="#06c" stroke-width="2"/>'
        f'{ticks}<text x="36" y="44" text-anchor="end">100 %</text>'
        '<text x="36" y="264" text-anchor="end">0</text>'
        f'<text x="240" y="294" text-anchor="middle">clean documents reported (of {clean})</text>'
        f'<text x="44" y="32">spun documents found (of {spun})</text></svg>\n'
    )


if __name__ == "__main__":
    main()
