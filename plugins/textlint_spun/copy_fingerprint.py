"""The fingerprint of `spun/reworded-copy`: provenance, sketch and terms of one document.

Six bytes of provenance, one that tells how spun the words are, 261 of the sketch (see
`textlint.sketches`), five for each term; about 1.2 KB for an article of 3 KB. It is all that the
comparison needs, so a publisher can hand out an index of originals without their texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from math import fsum
from typing import Any, NamedTuple

from textlint import provenance, sketches
from textlint.document import BlockKind, Document
from textlint.provenance import Provenance
from textlint_spun import score
from textlint_spun import terms as terms_of
from textlint_spun.terms import Term

FEWEST_ANCHORS = 5  # with fewer, a document says too little to be recognised
FEWEST_IN_MANUALS = 12  # pages of a reference are made alike: "star", "unstar"
_HEAD = provenance.BYTES + 1  # before the byte with the length of the sketch


class Fingerprint(NamedTuple):
    provenance: Provenance
    marks: int  # how spun the words are, in thousandths, at most 255; see `_marks`
    sketch: bytes
    terms: Sequence[Term]


def make(document: Document, options: Any) -> bytes | None:
    """Return the fingerprint of a document, None for one without names and figures."""
    terms = terms_of.fingerprint(document)
    if not terms_of.has_anchors(terms, FEWEST_IN_MANUALS):
        if not terms_of.has_anchors(terms, FEWEST_ANCHORS) or _is_manual(document):
            return None
    sketch = sketches.sketch_of(document)
    head = provenance.pack(provenance.provenance_of(document))
    return head + bytes([_marks(document), len(sketch) // 4]) + sketch + terms


def _is_manual(document: Document) -> bool:
    return any(block.kind is BlockKind.CODE for block in document.blocks)


def _marks(document: Document) -> int:
    """Return the mean log-odds that a spinner wrote the different words, in thousandths."""
    words = terms_of.different_words(document)
    odds = fsum([score.marks()[word] for word in words & _marked()])  # exact, so in any order
    return max(0, min(255, round(1000 * odds / max(1, len(words)))))


@cache
def _marked() -> frozenset[str]:
    return frozenset(score.marks())


@lru_cache(maxsize=4096)
def read(data: bytes) -> Fingerprint:
    """Return what `make` put into the bytes."""
    start = _HEAD + 1
    end = start + 4 * data[_HEAD]
    head = provenance.unpack(data[: provenance.BYTES])
    return Fingerprint(head, data[_HEAD - 1], data[start:end], terms_of.decode(data[end:]))


def sketch_in(data: bytes) -> bytes:
    """Return the sketch alone, without decoding the terms."""
    start = _HEAD + 1
    return data[start : start + 4 * data[_HEAD]]


def terms_in(data: bytes) -> bytes:
    """Return the part with the terms, for those who need not all of `read`."""
    return data[_HEAD + 1 + 4 * data[_HEAD] :]
