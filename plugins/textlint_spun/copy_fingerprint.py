"""The fingerprint of `spun/reworded-copy`: provenance, sketch and terms of one document.

Six bytes of provenance, 261 of the sketch (see `textlint.sketches`), five for each term; about 1.2 KB
for an article of 3 KB. It is all that the comparison needs, so a publisher can hand out an index of
originals without their texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from textlint import provenance, sketches
from textlint.document import Document
from textlint.provenance import Provenance
from textlint_spun.copy_features import pair_keys
from textlint_spun.terms import Term, decode, encode, mentions

FEWEST_KEYS = 8  # with fewer pairs of anchors, a document says too little to be recognised


class Fingerprint(NamedTuple):
    provenance: Provenance
    sketch: bytes
    terms: Sequence[Term]


def make(document: Document, options: Any) -> bytes | None:
    """Return the fingerprint of a document, None for one without names and figures."""
    terms = [mention.term for mention in mentions(document)]
    if len(pair_keys(terms)) < FEWEST_KEYS:
        return None
    sketch = sketches.sketch_of(document)
    head = provenance.pack(provenance.provenance_of(document))
    return head + bytes([len(sketch) // 4]) + sketch + encode(terms)


@lru_cache(maxsize=4096)
def read(data: bytes) -> Fingerprint:
    """Return what `make` put into the bytes."""
    start = provenance.BYTES + 1
    end = start + 4 * data[start - 1]
    head = provenance.unpack(data[: provenance.BYTES])
    return Fingerprint(head, data[start:end], decode(data[end:]))


def sketch_in(data: bytes) -> bytes:
    """Return the sketch alone, without decoding the terms."""
    start = provenance.BYTES + 1
    return data[start : start + 4 * data[start - 1]]
