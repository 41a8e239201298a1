"""The language of a whole document, from a sample of its prose."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from textlint.document import BlockKind, Document
from textlint_language.languages import evidence

SAMPLE = 2000  # code points
# Headings, table cells and captions hold too few function words to say anything.
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.DEFINITION})

_KNOWN: WeakKeyDictionary[Document, str | None] = WeakKeyDictionary()


def detect_language(document: Document) -> str | None:
    """Return the ISO 639-1 code of the language most of the sample is in, or None when unsure.

    The sample is taken in three parts, from the head, the middle and the end, so that a
    foreign motto or a footer does not decide. Worked out once: the engine and two rules ask.
    """
    if document not in _KNOWN:
        _KNOWN[document] = _detect(document)
    return _KNOWN[document]


def _detect(document: Document) -> str | None:
    blocks = [
        block
        for block in document.prose
        if block.kind in _RUNNING and not (block.containers and block.in_quote)
    ]
    if not blocks:
        return None
    third = len(blocks) // 3
    pieces: list[str] = []
    for start, end in ((0, third), (third, 2 * third), (2 * third, len(blocks))):
        left = SAMPLE // 3
        for block in blocks[start:end]:
            if left <= 0:
                break
            pieces.append(block.folded[:left])
            left -= len(pieces[-1])
    return evidence(" ".join(pieces)).code
