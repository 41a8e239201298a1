"""Texts cut into pieces at places that their own letters choose, so that copies share most pieces.

A cut at one letter, every few words, costs a tenth of reading all the words, and tells of nearly
every paragraph of a document that it is no copy of another. (Files are cut like this where backups
look for what they hold already: "content-defined chunking".)
"""

from __future__ import annotations

from collections import Counter

# Paragraphs about one thing share a few short pieces; a copy shares most of its text.
_SHARED = 0.35
_FEWEST = 4  # with fewer pieces a changed word may spoil them all
_PIECE = 20  # bytes, about


class SeenPieces:
    """The pieces of the texts seen so far. The first text decides at which letter is cut."""

    def __init__(self) -> None:
        self._cut: bytes | None = None
        self._seen: set[bytes] = set()

    def share(self, data: bytes) -> bool:
        """Whether `data` (see `unpunctuated`) may be a copy, changed or not, of one seen before."""
        if self._cut is None:
            self._cut = _letter(data)
        pieces = data.split(self._cut)
        known = sum(map(len, filter(self._seen.__contains__, pieces)))
        few = len(pieces) < _FEWEST and bool(self._seen)
        may = few or 0 < known >= _SHARED * len(data)
        self._seen.update(pieces)
        return may


def _letter(data: bytes) -> bytes:
    """Return the letter (or first byte of one) that cuts `data` into pieces of about `_PIECE`."""
    counts = Counter(data.replace(b" ", b""))
    wanted = len(data) / _PIECE
    best = min(counts, key=lambda byte: (abs(counts[byte] - wanted), byte), default=0)
    return bytes([best])
