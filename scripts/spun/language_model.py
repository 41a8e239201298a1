"""How often words and pairs of words stand in English, from a language model for speech recognition.

The model is `en-us.lm.bin` of the PyPI package pocketsphinx (Carnegie Mellon University, BSD licence):
72,000 words, 2 million pairs of them that stand in its texts. The frequencies of symspellpy (MIT)
add words that are seldom said and the pairs of books.

The file's form follows from lm_trie.c and ngram_model_trie.c of the same package: a name; the order
(3); the number of n-grams of each order; tables of 65,536 probabilities and back-off weights for pairs,
and of probabilities for triples; a record for each word (probability, back-off weight, number of its
first pair); an array of bits with a record for each pair (first word, indices into the table of back-off
weights and that of probabilities, number of its first triple); an array for triples; the words. Pairs
are grouped by their second word.
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

NAME = b"Trie Language Model"
STEP = math.log(1.0001)  # the unit of the model's logarithms
UNSEEN = 1e-8  # relative frequency of a word in a source that does not have it
_BINS = 1 << 16
_WORD = re.compile(r"[a-z]+\Z")


@dataclass(frozen=True, slots=True)
class English:
    """Relative frequencies of words, and of pairs the natural log of P(second | first) / P(second)."""

    words: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]


def read_english(
    model: Path, symspell_words: Mapping[str, int], symspell_pairs: Mapping[str, int]
) -> English:
    """Put the sources together: geometric means of the words; a pair of the first source that has it."""
    total = sum(symspell_words.values())
    spoken, pairs = read_model(model)
    mixed = {
        word: math.sqrt((symspell_words.get(word, 0) / total or UNSEEN) * spoken.get(word, UNSEEN))
        for word in sorted(symspell_words.keys() | spoken.keys())
        if _WORD.match(word)
    }
    # symspellpy's pairs were counted in other texts than its words: their ratios are off by a constant.
    written = {}
    for pair, count in symspell_pairs.items():
        first, second = pair.split()
        if first in symspell_words and second in symspell_words:
            expected = symspell_words[first] * symspell_words[second] / total
            written[first, second] = math.log(count / expected)
    off = statistics.median(ratio - pairs[pair] for pair, ratio in written.items() if pair in pairs)
    for pair, ratio in written.items():
        pairs.setdefault(pair, ratio - off)
    return English(mixed, pairs)


@dataclass(frozen=True, slots=True)
class Model:
    """The model's arrays; logarithms in units of `STEP`.

    `firsts` and `seconds` are the words of the pairs; `triples_of[i]` is the number of the first triple that
    ends with pair i, the triple's first word is in `triple_firsts`.
    """

    names: list[str]
    alone: np.ndarray
    firsts: np.ndarray
    seconds: np.ndarray
    pairs: np.ndarray
    triples_of: np.ndarray
    triple_firsts: np.ndarray
    triples: np.ndarray


def open_model(path: Path) -> Model:
    """Read the file; raise `ValueError`."""
    data = path.read_bytes()
    if not data.startswith(NAME) or data[len(NAME)] != 3:
        raise ValueError(f"{path} is no language model of three orders")
    at = len(NAME) + 1
    words, pairs, triples = (int(n) for n in np.frombuffer(data, "<u4", 3, at))
    at += 12 + 4  # and an unused number
    chances = np.frombuffer(data, "<f4", _BINS, at)
    last_chances = np.frombuffer(data, "<f4", _BINS, at + 4 * 2 * _BINS)
    at += 4 * 3 * _BINS
    record = np.dtype([("chance", "<f4"), ("backoff", "<f4"), ("next", "<u4")])
    single = np.frombuffer(data, record, words + 1, at)
    at += record.itemsize * (words + 1)
    word_bits, next_bits = _bits(words), _bits(triples)
    width = word_bits + 32 + next_bits
    used = int(single["next"][words])  # a few places at the end are empty
    places = at * 8 + np.arange(used + 1, dtype=np.int64) * width
    firsts = _read_bits(data, places[:-1], word_bits)
    values = chances[_read_bits(data, places[:-1] + word_bits + 16, 16)]
    triples_of = _read_bits(data, places + word_bits + 32, next_bits)
    at += ((1 + pairs) * width + 7) // 8 + 8
    places = at * 8 + np.arange(int(triples_of[-1]), dtype=np.int64) * (word_bits + 16)
    triple_firsts = _read_bits(data, places, word_bits)
    last_values = last_chances[_read_bits(data, places + word_bits, 16)]
    at += ((1 + triples) * (word_bits + 16) + 7) // 8 + 8
    names = data[at + 4 :].decode().split("\0")[:words]
    seconds = np.repeat(np.arange(words), np.diff(single["next"].astype(np.int64)))
    alone = single["chance"][:words]
    return Model(names, alone, firsts, seconds, values, triples_of, triple_firsts, last_values)


def read_model(path: Path) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """Return P(word), and log P(second | first) / P(second) of each pair; raise `ValueError`."""
    model = open_model(path)
    names, firsts, seconds = model.names, model.firsts, model.seconds
    alone = model.alone * STEP
    usable = np.array([bool(_WORD.match(name)) for name in names])
    spoken = {
        name: math.exp(chance)
        for name, chance in zip(names, alone.tolist(), strict=True)
        if _WORD.match(name)
    }
    wanted = usable[firsts] & usable[seconds]
    rows = zip(
        firsts[wanted].tolist(),
        seconds[wanted].tolist(),
        (model.pairs * STEP - alone[seconds])[wanted].tolist(),
        strict=True,
    )
    return spoken, {(names[first], names[second]): ratio for first, second, ratio in rows}


def _bits(number: int) -> int:
    return max(number, 1).bit_length()


def _read_bits(data: bytes, places: np.ndarray, count: int) -> np.ndarray:
    """Return `count` bits from each place on, counted in bits, little-endian."""
    array = np.frombuffer(data, np.uint8)
    starts = places >> 3
    number = np.zeros(len(places), dtype=np.int64)
    for offset in range(5):
        number |= array[starts + offset].astype(np.int64) << (8 * offset)
    return (number >> (places & 7)) & ((1 << count) - 1)
