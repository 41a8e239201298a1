"""The fingerprint of `repetition/near-duplicate`: provenance, sketch, and a sample of the facts."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from heapq import nsmallest
from typing import Any, NamedTuple

from textlint import provenance, sketches
from textlint.document import BLOCK_END, Document
from textlint.lazy import lazy_pattern
from textlint.provenance import Provenance

FEWEST_WORDS = 40
_FACTS = 16  # hashes
_FIGURE = lazy_pattern(r"[0-9](?:[0-9.,]*[0-9])?")
_NAME = lazy_pattern(r" (?=[A-Z])(?<=[\w,;] )([A-Z][\w'’]+)")  # with a capital inside a sentence


class Print(NamedTuple):
    """`facts` are the smallest hashes of the names and figures: other facts, another document."""

    provenance: Provenance
    sketch: bytes
    facts: tuple[int, ...]

    @property
    def runs(self) -> int:
        return sketches.runs(self.sketch)


def make(document: Document, options: Any) -> bytes | None:
    """Return at most 333 bytes, or None for a text that is too short to be told from others."""
    if document.word_count < FEWEST_WORDS:
        return None
    text = BLOCK_END.join([block.text for block in document.prose])
    found = {*_FIGURE.findall(text), *_NAME.findall(text)}
    hashes = {
        zlib.crc32(fact.encode("utf-8", "surrogatepass")) * 0x9E3779B1 & 0xFFFFFFFF
        for fact in found
    }
    facts = nsmallest(_FACTS, hashes)
    head = provenance.pack(provenance.provenance_of(document))
    return head + struct.pack(f">B{len(facts)}I", len(facts), *facts) + sketches.sketch_of(document)


@lru_cache(maxsize=4096)
def read(data: bytes) -> Print:
    """Return what `make` put into the bytes."""
    start = provenance.BYTES + 1
    count = data[start - 1]
    facts = struct.unpack_from(f">{count}I", data, start)
    head = provenance.unpack(data[: provenance.BYTES])
    return Print(head, data[start + 4 * count :], facts)
