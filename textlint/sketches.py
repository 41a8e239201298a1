"""Sketches: a few bytes of a text that tell how much of its wording another text shares.

A sketch is the 64 smallest of the fixed 32-bit hashes of all runs of five words (a bottom-k sketch;
A. Broder, "On the resemblance and containment of documents", 1997). The share of equal runs in two
texts (Jaccard's coefficient) is estimated from their sketches with a standard error below 0.06.
"""

from __future__ import annotations

import re
import struct
import zlib
from functools import lru_cache
from heapq import nsmallest

from textlint.document import Document

SIZE = 64  # hashes
BYTES = 4 * SIZE
RUN = 5  # words
NEAR_DUPLICATE = 0.8  # from this share of equal runs on, two texts are versions of one

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@lru_cache(maxsize=2)  # several rules ask for the sketch of the document that is being checked
def sketch_of(document: Document) -> bytes:
    """Return the sketch of a document's prose; empty for one of fewer than `RUN` words."""
    words = [word for block in document.prose for word in _WORD.findall(block.folded)]
    runs = {
        zlib.crc32(" ".join(words[start : start + RUN]).encode("utf-8", "surrogatepass"))
        for start in range(len(words) - RUN + 1)
    }
    # crc32 is linear in its input: the order of its values must not follow that of the texts.
    smallest = nsmallest(SIZE, (run * 0x9E3779B1 & 0xFFFFFFFF for run in runs))
    return struct.pack(f">{len(smallest)}I", *smallest)


def hashes(sketch: bytes) -> tuple[int, ...]:
    """Return the hashes of a sketch in ascending order."""
    return struct.unpack(f">{len(sketch) // 4}I", sketch)


def resemblance(one: bytes, two: bytes) -> float:
    """Return the estimated share of runs of words that two texts have in common, 0 to 1."""
    first, second = set(hashes(one)), set(hashes(two))
    if not first or not second:
        return 0.0
    size = SIZE if max(len(first), len(second)) >= SIZE else max(len(first | second), 1)
    merged = nsmallest(size, first | second)
    shared = first & second
    return sum(1 for value in merged if value in shared) / len(merged)
