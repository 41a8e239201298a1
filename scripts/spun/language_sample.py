"""Running text out of the trigram model of pocketsphinx: what it says when it is let talk.

The words of a trigram model stand as in the texts that it was made of, three at a time. The file's form
is described in `language_model.py`: triples are listed by their last word, the one before it and the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numba
import numpy as np
from spun.language_model import STEP, open_model

_SEED = 7
_END, _BEGIN = "</s>", "<s>"


def sample(path: Path, words: Mapping[str, int], unknown: int, length: int) -> np.ndarray:
    """Return so many numbers of words; the ends of sentences and other words are `unknown`."""
    model = open_model(path)
    names = model.names
    count = len(names)
    place = {name: number for number, name in enumerate(names)}
    order = np.lexsort((model.seconds, model.firsts))
    firsts, seconds = model.firsts[order], model.seconds[order]
    pairs = _running(np.exp(model.pairs[order] * STEP))
    by_first = np.searchsorted(firsts, np.arange(count + 1))
    keys = firsts.astype(np.int64) * count + seconds
    # Of each triple: the pair that it goes on from, its last word.
    pair = np.repeat(np.arange(len(model.firsts)), np.diff(model.triples_of))
    begun = model.triple_firsts.astype(np.int64) * count + model.firsts[pair]
    history = np.searchsorted(keys, begun)
    order = np.lexsort((model.seconds[pair], history))
    thirds = model.seconds[pair][order]
    triples = _running(np.exp(model.triples[order] * STEP))
    by_pair = np.searchsorted(history[order], np.arange(len(keys) + 1))
    alone = np.exp(model.alone * STEP)
    alone[place[_BEGIN]] = 0
    said = _say(
        length,
        (place[_BEGIN], place[_END], count, np.cumsum(alone)),
        (by_first, seconds, pairs, keys),
        (by_pair, thirds, triples),
    )
    return np.array([words.get(name, unknown) for name in names], np.int32)[said]


def _running(chances: np.ndarray) -> np.ndarray:
    return np.r_[0.0, np.cumsum(chances)]


@numba.njit
def _say(length, ones, twos, threes):
    """Draw one word after the other: of the triples, else of the pairs, else of all words."""
    begin, end, count, alone = ones
    by_first, seconds, pairs, keys = twos
    by_pair, thirds, triples = threes
    np.random.seed(_SEED)
    said = np.empty(length, np.int32)
    last, known = begin, -1  # the last word, and the number of the last pair
    for at in range(length):
        word = -1
        if known >= 0:
            low, high = by_pair[known], by_pair[known + 1]
            drawn = triples[low] + np.random.random()
            if drawn < triples[high]:
                word = thirds[
                    np.searchsorted(triples[low : high + 1], drawn, side="right") + low - 1
                ]
        if word < 0:
            low, high = by_first[last], by_first[last + 1]
            drawn = pairs[low] + np.random.random()
            if drawn < pairs[high]:
                word = seconds[
                    np.searchsorted(pairs[low : high + 1], drawn, side="right") + low - 1
                ]
        if word < 0:
            word = np.searchsorted(alone, np.random.random() * alone[-1], side="right")
        said[at] = word
        if word == end:
            last, known = begin, -1
            continue
        key = last * np.int64(count) + word
        known = np.searchsorted(keys, key)
        if known == len(keys) or keys[known] != key:
            known = -1
        last = word
    return said
