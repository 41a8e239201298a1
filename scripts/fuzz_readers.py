"""Gives every reader documents made from a seed and checks that all places are exact.

    python scripts/fuzz_readers.py [--count N] [--seed S] [--seconds T]

Prints how many documents were read in how much time, and the slowest. A document that a reader raises
on, gives a wrong place of, or takes more than a second of processor time for ends the run with its seed.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "readers"))

from exactness import check_document, check_records
from record_texts import FORMATS, text_of

from textlint.records import NoArticlesError
from textlint.testing import read, read_records

LONGEST = 1.0  # seconds that one document may take


def check_one(seed: int) -> float:
    """Read and check the document of a seed; return the seconds that reading it took."""
    random = Random(seed)
    suffix = FORMATS[seed % len(FORMATS)]
    text = text_of(random, suffix)
    begin = time.process_time()  # another program's turn is not the reader's fault
    if suffix in ("jsonl", "json", "xml"):
        try:
            records, notices = read_records(text, f"a.{suffix}")
        except NoArticlesError:
            return time.process_time() - begin
        taken = time.process_time() - begin
        check_records(text, records, notices, parts=seed // len(FORMATS) % 10 == 0)
    else:
        document = read(text, f"a.{suffix}")
        taken = time.process_time() - begin
        check_document(document, parts=seed // len(FORMATS) % 10 == 0)
    return taken


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=100_000, help="documents to read")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first")
    parser.add_argument("--seconds", type=float, default=0, help="stop after so much time")
    options = parser.parse_args()
    begin = time.monotonic()
    slowest = (0.0, options.seed)
    done = 0
    for seed in range(options.seed, options.seed + options.count):
        try:
            taken = check_one(seed)
        except Exception:
            print(f"seed {seed}, format {FORMATS[seed % len(FORMATS)]}:", file=sys.stderr)
            raise
        slowest = max(slowest, (taken, seed))
        done += 1
        if taken > LONGEST:
            break
        if options.seconds and time.monotonic() - begin > options.seconds:
            break
    elapsed = time.monotonic() - begin
    print(
        f"{done:,} documents in {elapsed:.0f} s, no wrong place; the slowest took "
        f"{slowest[0] * 1000:.1f} ms (seed {slowest[1]})"
    )
    return int(slowest[0] > LONGEST)


if __name__ == "__main__":
    sys.exit(main())
