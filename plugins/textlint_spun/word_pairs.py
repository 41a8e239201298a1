"""How much more often two words are neighbours in English than their frequencies say: a compact map.

More than a million pairs are too many to list. They lie in an xor map (Botelho, Pagh and Ziviani,
"Simple and space-efficient minimal perfect hash functions", 2007): a pair of word numbers gives three
places in a table and a check; the values at the places and the check, xored, are the pair's level.
What is no pair gives a number that is mostly no level: one in thirteen passes for a pair. Six bits a
place, 1.23 places a pair.

Written by scripts/train_spun_score.py; `scripts/spun/pair_map.py` fills the table.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from textlint import kept

# log P(second | first) / P(second), natural, at the lower border of each level, and what a level stands for.
# The first level is of pairs of common words that are neighbours about as often as by chance.
LEVEL_BORDERS = (-math.inf, 0.7, 1.7, 3.0, 5.0)
LEVELS = (0.2, 1.2, 2.3, 3.9, 6.0)
# What is no pair is seldom: natural log of how likely the two words are together, at most, and how far below
# their frequencies that may put them.
_UNSEEN, LEAST_STRENGTH = math.log(3e-9), -3.0
CHECK_BITS = 6
_CHECK = (1 << CHECK_BITS) - 1
# Constants of splitmix64, which spreads neighbouring numbers over 64 bits.
_SPREAD, _MIX = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9
_MASK, _HALF = (1 << 64) - 1, (1 << 32) - 1


def places(first: int, second: int, size: int) -> tuple[int, int, int, int]:
    """Return the places of a pair of word numbers in the three parts of `size` each, and its check."""
    mixed = (((first << 20) | second) * _SPREAD) & _MASK
    mixed = ((mixed ^ (mixed >> 29)) * _MIX) & _MASK
    low, high = mixed & _HALF, mixed >> 32
    third = ((low ^ (high >> 7)) * _SPREAD & _MASK) >> 32
    return low % size, high % size + size, third % size + 2 * size, (mixed >> 29) & _CHECK


def unseen_strength(first: float, second: float) -> float:
    """Return log P(second | first) / P(second) of no pair, from the logs of the words' frequencies."""
    return max(LEAST_STRENGTH, min(0.0, _UNSEEN - first - second))


class WordPairs(NamedTuple):
    """The table; `size` is that of each of its three parts."""

    table: bytes
    size: int

    def level(self, first: int, second: int) -> int:
        """Return the level of a pair of word numbers, from 0 on, or -1 for what is no frequent pair."""
        table = self.table
        a, b, c, check = places(first, second, self.size)
        level = table[a] ^ table[b] ^ table[c] ^ check
        return level if level < len(LEVELS) else -1


def packed(table: Sequence[int]) -> bytes:
    """Return the file's content for the values of a table."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, 31, 9, zlib.Z_HUFFMAN_ONLY)
    return compressor.compress(bytes(table)) + compressor.flush()


def read_pairs() -> WordPairs:
    table = kept.unpacked(Path(__file__).with_name("data") / "word-pairs.bin.gz", _unpacked)
    return WordPairs(table, len(table) // 3)


def _unpacked(data: bytes) -> bytes:
    return zlib.decompress(data, 31)
