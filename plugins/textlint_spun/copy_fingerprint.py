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
from textlint_spun import terms as terms_of
from textlint_spun.terms import Term

FEWEST_ANCHORS = 5  # with fewer, a document says too little to be recognised


class Fingerprint(NamedTuple):
    provenance: Provenance
    sketch: bytes
    terms: Sequence[Term]


def make(document: Document, options: Any) -> bytes | None:
    """Return the fingerprint of a document, None for one without names and figures."""
    terms = terms_of.fingerprint(document)
    if not terms_of.has_anchors(terms, FEWEST_ANCHORS):
        return None
    sketch = sketches.sketch_of(document)
    head = provenance.pack(provenance.provenance_of(document))
    return head + bytes([len(sketch) // 4]) + sketch + terms


@lru_cache(maxsize=4096)
def read(data: bytes) -> Fingerprint:
    """Return what `make` put into the bytes."""
    start = provenance.BYTES + 1
    end = start + 4 * data[start - 1]
    head = provenance.unpack(data[: provenance.BYTES])
    return Fingerprint(head, data[start:end], terms_of.decode(data[end:]))


def sketch_in(data: bytes) -> bytes:
    """Return the sketch alone, without decoding the terms."""
    start = provenance.BYTES + 1
    return data[start : start + 4 * data[start - 1]]


def terms_in(data: bytes) -> bytes:
    """Return the part with the terms, for those who need not all of `read`."""
    return data[provenance.BYTES + 1 + 4 * data[provenance.BYTES] :]
