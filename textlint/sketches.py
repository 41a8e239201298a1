"""Sketches: a few bytes of a text that tell how much of its wording another text shares.

A sketch is the 64 smallest of the fixed 32-bit hashes of all runs of five words (a bottom-k sketch;
A. Broder, "On the resemblance and containment of documents", 1997). The share of equal runs in two
texts (Jaccard's coefficient) is estimated from their sketches with a standard error below 0.07.

Hashes of runs that begin with certain letters are smaller than all others. A text of some length has
more than enough of these, and its other runs need not be looked at: a fifth of the time.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from textlint.document import Document, fold
from textlint.words import UNSPACED

SIZE = 64  # hashes
RUN = 5  # words
# From this share of equal runs on, two texts are versions of one, ...
NEAR_DUPLICATE = 0.8
# ... and also when one holds nearly all of the other, if that is a good part of it: a copy with the
# furniture of its page, or one that is cut short.
CONTAINED = 0.9
CONTAINED_RESEMBLANCE = 0.4
_UTF_8 = ("utf-8", "surrogatepass")

# Runs by their first letter; one word in six begins with one of the preferred ones. What stands
# between words is a single blank.
_PREFERRED = rb" (?=([cdmp][^ ]*(?: [^ ]+){4}) )"
_FIRST_OF_OTHERS = 1 << 31
_ASCII = bytes(range(128))


@lru_cache(maxsize=2)  # several rules ask for the sketch of the document that is being checked
def sketch_of(document: Document) -> bytes:
    """Return the sketch of a document's prose; empty for one of fewer than `RUN` words."""
    joined = fold(" ".join([" ".join(block.words) for block in document.prose if block.words]))
    count = joined.count(" ") + 1 if joined else 0
    text = joined.replace("-", " ").encode(*_UTF_8)
    if not joined.isascii() and UNSPACED.search(text.translate(None, _ASCII).decode(*_UTF_8)):
        letters = UNSPACED.sub(r" \g<0> ", text.decode(*_UTF_8)).split()  # each is taken for a word
        count = len(letters)
        text = " ".join(letters).encode(*_UTF_8)
    if count < RUN:
        return struct.pack(">I", 0)
    chosen = _hashes(re.findall(_PREFERRED, b" %b " % text))
    if len(chosen) < SIZE:
        # Preferred ones among these are told twice: as what they are, and with the others.
        words = text.split(b" ")
        every = map(b" ".join, zip(*(words[start:] for start in range(RUN)), strict=False))
        chosen.update([value | _FIRST_OF_OTHERS for value in _hashes(every)])
    smallest = sorted(chosen)[:SIZE]
    return struct.pack(f">{len(smallest) + 1}I", count - RUN + 1, *smallest)


def _hashes(runs: Iterable[bytes]) -> set[int]:
    # crc32 is linear in its input: the order of its values must not follow that of the texts.
    return {crc32(run) * 0x9E3779B1 >> 1 & 0x7FFFFFFF for run in runs}


def hashes(sketch: bytes) -> tuple[int, ...]:
    """Return the hashes of a sketch in ascending order."""
    return struct.unpack(f">{len(sketch) // 4}I", sketch)[1:]


def runs(sketch: bytes) -> int:
    """Return how many runs of words the text has."""
    return int.from_bytes(sketch[:4], "big")


def resemblance(one: bytes, two: bytes) -> float:
    """Return the estimated share of runs of words that two texts have in common, 0 to 1."""
    first, second = set(hashes(one)), set(hashes(two))
    if not first or not second:
        return 0.0
    merged = sorted(first | second)[:SIZE]
    shared = first & second
    return sum(1 for value in merged if value in shared) / len(merged)


def same_wording(one: bytes, two: bytes) -> float:
    """Return how much of the wording two texts share if they are versions of one, else 0.

    The value is the greater of their resemblance and the containment of the shorter in the longer
    (both shares of runs of words), so that a page with a long tail still shows as what it is.
    """
    alike = resemblance(one, two)
    if alike < CONTAINED_RESEMBLANCE:
        return 0.0
    shared = alike * (runs(one) + runs(two)) / (1 + alike)
    contained = min(1.0, shared / min(runs(one), runs(two)))
    if alike >= NEAR_DUPLICATE or contained >= CONTAINED:
        return max(alike, contained)
    return 0.0
