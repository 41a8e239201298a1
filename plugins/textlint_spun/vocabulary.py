"""What is known of English words: how common they are, and what a spinner may have replaced by them.

`data/spun-words.txt.gz` has, behind its comments, the words by frequency, the commonest first, which
gives each its number; then a line with a character for each word's frequency and one with a character
for its log-odds; then a line for each word with the words that it may stand for. These are pairs of
characters: U+0100 plus the number, and a letter for the weight. Only lines that are asked for are taken
apart. Written by scripts/train_spun_score.py.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from textlint import kept

_NUMBER = 0x100
MOST_WORDS = 0xD800 - _NUMBER
_FREQUENCY, _STEPS = 33, 4  # a character for -ln P in quarters
_ODDS, _TENTHS = 80, 10
_FUNCTION = "-"  # in the place of log-odds: articles, pronouns and the like, which nobody replaces
_WEIGHT, _HALVES = ord("a"), 2
LEAST_WEIGHT = -4.0

# The fields of `Vocabulary`.
_Parts = tuple[dict[str, int], list[float], list[float | None], list[str]]
# What a word may have stood for: numbers, and log P(it is written for that one) / P(it is written).
Origins = Sequence[tuple[int, float]]


class Vocabulary(NamedTuple):
    """Number of each word; by number: natural log of the frequency, log-odds (None: function word)."""

    numbers: Mapping[str, int]
    frequencies: Sequence[float]
    odds: Sequence[float | None]
    lines: Sequence[str]

    def origins(self, number: int) -> Origins:
        """Return the words that the word of this number may have been put in the place of."""
        line = self.lines[number]
        return [
            (ord(code) - _NUMBER, LEAST_WEIGHT + (ord(weight) - _WEIGHT) / _HALVES)
            for code, weight in zip(line[::2], line[1::2], strict=True)
        ]


class Word(NamedTuple):
    """A word to be written: frequency, log-odds (None: function word), origins by word."""

    frequency: float
    odds: float | None
    origins: Mapping[str, float]


def encoded(words: Mapping[str, Word]) -> str:
    """Return the lines of the data file."""
    order = sorted(words, key=lambda word: (-words[word].frequency, word))
    if len(order) > MOST_WORDS:
        raise ValueError(f"{len(order)} words are too many")
    numbers = {word: number for number, word in enumerate(order)}
    frequencies = [
        chr(_FREQUENCY + round(-math.log(words[word].frequency) * _STEPS)) for word in order
    ]
    odds = [
        _FUNCTION if value is None else chr(_ODDS + round(value * _TENTHS))
        for value in (words[word].odds for word in order)
    ]
    lines = [" ".join(order), "".join(frequencies), "".join(odds)]
    for word in order:
        origins = sorted((numbers[other], weight) for other, weight in words[word].origins.items())
        lines.append(
            "".join(
                chr(_NUMBER + number)
                + chr(_WEIGHT + max(0, min(25, round((weight - LEAST_WEIGHT) * _HALVES))))
                for number, weight in origins
            )
        )
    return "\n".join(lines)


def decoded(text: str) -> Vocabulary:
    """Read the lines of the data file, without its comments."""
    return Vocabulary(*_parts(text))


def _parts(text: str) -> _Parts:
    words, frequencies, odds, *lines = text.split("\n")
    known_frequency = {c: -(ord(c) - _FREQUENCY) / _STEPS for c in set(frequencies)}
    known_odds = {c: None if c == _FUNCTION else (ord(c) - _ODDS) / _TENTHS for c in set(odds)}
    return (
        {word: number for number, word in enumerate(words.split(" "))},
        [known_frequency[c] for c in frequencies],
        [known_odds[c] for c in odds],
        lines,
    )


def read_vocabulary() -> Vocabulary:
    file = Path(__file__).with_name("data") / "spun-words.txt.gz"
    return Vocabulary(*kept.unpacked(file, _unpacked))


def _unpacked(packed: bytes) -> _Parts:
    text = zlib.decompress(packed, 31).decode("utf-8")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return _parts(text)
