"""How well a word fits between its neighbours, and into the subject of its passage: vectors of words.

Two words may never have been seen side by side and go together all the same, because words like them do.
A log-bilinear model (Mnih and Hinton, "Three new graphical models for statistical language modelling",
2007) knows that. Each word has a vector as a word to be written, and others for standing one or two places
before or behind a word; the product of the first with the sum of those of the four neighbours says how much
likelier the word is there. Words whose texts are about the same things have similar vectors of topics.

`data/word-fit.bin.gz` holds the numbers, small integers, of the `LISTED` commonest words of
`vocabulary.py`, by their numbers there. Written by scripts/train_word_fit.py.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from operator import mul
from pathlib import Path
from typing import NamedTuple

from textlint import kept

LISTED = 30_000  # words
FAR = 10_000  # words that tell something two places away; the others are like an unknown word there
SIZE, TOPICS = 24, 32  # numbers of a vector
BIASES = 8  # steps of one
_HEAD = struct.Struct("<f")
# Rows and their length: two before, before, behind, two behind, words, biases, topics. The last row
# of each of the first four stands for what is no listed word: names, numbers, punctuation.
PARTS = (
    (FAR + 1, SIZE),
    (LISTED + 1, SIZE),
    (LISTED + 1, SIZE),
    (FAR + 1, SIZE),
    (LISTED, SIZE),
    (LISTED, 1),
    (LISTED, TOPICS),
)
# The model learnt to tell words from others that come up as often as the power of .75 of their frequency.
_NOISE = 0.75
# A word of a subject weighs more when it is rare: -ln P less 5, over 4, between these.
_LEAST, _MOST = 0.3, 2.0

Vector = Sequence[float]


class WordFit(NamedTuple):
    """The parts of the file, and what one in a product of vectors stands for."""

    unit: float
    parts: Sequence[memoryview]

    def context(self, far: int, before: int, behind: int, beyond: int) -> Sequence[int]:
        """Return the sum of the vectors of four neighbours, given by number, -1 for none."""
        first, second, third, fourth = self.parts[:4]
        a = SIZE * (far if 0 <= far < FAR else FAR)
        b = SIZE * (before if 0 <= before < LISTED else LISTED)
        c = SIZE * (behind if 0 <= behind < LISTED else LISTED)
        d = SIZE * (beyond if 0 <= beyond < FAR else FAR)
        rows = (
            first[a : a + SIZE],
            second[b : b + SIZE],
            third[c : c + SIZE],
            fourth[d : d + SIZE],
        )
        return [sum(column) for column in zip(*rows, strict=True)]

    def fit(self, number: int, context: Sequence[int], frequency: float) -> float:
        """Return log P(word | neighbours) / P(word), but for a constant, of a listed word.

        `frequency` is the natural log of the word's.
        """
        at = SIZE * number
        product: int = sum(map(mul, context, self.parts[4][at : at + SIZE]))
        return product * self.unit + self.parts[5][number] / BIASES - (1 - _NOISE) * frequency

    def topic(self, number: int) -> Vector | None:
        """Return the topics of a listed word as a vector of length one; None where they are not known."""
        at = TOPICS * number
        row = self.parts[6][at : at + TOPICS]
        length = sum(map(mul, row, row)) ** 0.5
        return [value / length for value in row] if length else None


def weight(frequency: float) -> float:
    """Return what a word counts for the subject of its passage, from the log of its frequency."""
    return max(_LEAST, min(_MOST, (-frequency - 5) / 4))


def subject(words: Iterable[tuple[Vector | None, float]]) -> Vector:
    """Return the sum of the topics of words with their weights."""
    total = [0.0] * TOPICS
    for vector, counts in words:
        if vector:
            total = [t + counts * v for t, v in zip(total, vector, strict=True)]
    return total


def without(total: Vector, vector: Vector | None, counts: float) -> Vector:
    """Return a subject less one word, as a vector of length one."""
    rest = [t - counts * v for t, v in zip(total, vector, strict=True)] if vector else list(total)
    length = sum(map(mul, rest, rest)) ** 0.5 + 1e-9
    return [value / length for value in rest]


def nearness(vector: Vector | None, subject: Vector) -> float:
    return sum(map(mul, vector, subject)) if vector else 0.0


def packed(unit: float, parts: Sequence[bytes]) -> bytes:
    """Return the file's content."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, 31, 9)
    return compressor.compress(_HEAD.pack(unit) + b"".join(parts)) + compressor.flush()


def unpacked(data: bytes) -> WordFit:
    content = memoryview(data)
    (unit,) = _HEAD.unpack_from(content)
    made = []
    at = _HEAD.size
    for rows, length in PARTS:
        made.append(content[at : at + rows * length].cast("b"))
        at += rows * length
    return WordFit(unit, made)


def read_word_fit() -> WordFit:
    return unpacked(kept.unpacked(Path(__file__).with_name("data") / "word-fit.bin.gz", _inflated))


def _inflated(data: bytes) -> bytes:
    return zlib.decompress(data, 31)
