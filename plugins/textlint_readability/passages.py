"""Passages long enough for a readability index, and their levels.

Only indexes that count letters, words and sentences are used: those that count syllables need a
pronouncing dictionary, which the library would fetch from the network.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textlint.document import OBJECT, Block, BlockKind, Document
from textlint.model import Span

# No words between spaces, so no words that could be counted.
UNSPACED = frozenset({"zh", "ja", "th", "ko", "lo", "km", "my"})


class Passage(NamedTuple):
    """Neighbouring paragraphs of one section with `words` words, and how hard they are to read.

    `lix` is the Swedish readability index (20 easy … 60 hard), `ari` the automated readability index,
    which approximates a US school grade.
    """

    blocks: tuple[Block, ...]
    words: int
    lix: float
    ari: float

    @property
    def span(self) -> Span:
        return self.blocks[0].content_span.cover(self.blocks[-1].content_span)


def passages(document: Document, fewest_words: int) -> list[Passage]:
    """Return the passages of running prose with at least `fewest_words` words each, in order.

    Paragraphs of a section are joined until they have enough; what is left over at its end is left out,
    as are lists, tables, quotations and footnotes.
    """
    if document.language in UNSPACED:
        return []
    found: list[Passage] = []
    for group in _groups(document, fewest_words):
        text = " ".join(_sentence(block) for block in group)
        words = sum(block.word_count for block in group)
        found.append(_measure(tuple(group), words, text))
    return found


def _groups(document: Document, fewest_words: int) -> Iterator[list[Block]]:
    group: list[Block] = []
    words = 0
    for block in document.prose:
        if block.kind is BlockKind.HEADING:
            group, words = [], 0
        if block.kind is not BlockKind.PARAGRAPH or block.containers:
            continue
        group.append(block)
        words += block.word_count
        if words >= fewest_words:
            yield group
            group, words = [], 0


def _sentence(block: Block) -> str:
    text = block.text.replace(OBJECT, "").strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _measure(blocks: tuple[Block, ...], words: int, text: str) -> Passage:
    import textstat

    lix = float(textstat.lix(text))
    ari = float(textstat.automated_readability_index(text))
    return Passage(blocks, words, lix, ari)
