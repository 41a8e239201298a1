"""Fill the xor map of `textlint_spun.word_pairs`: pairs of word numbers and their levels.

A place that only one pair uses can be set last, whatever the others are; taking such pairs away one
after the other until none is left gives the order. With 1.23 places a pair that nearly always works.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from textlint_spun.word_pairs import places

PLACES_PER_PAIR = 1.23
Placed = tuple[int, int, int, int]


def pair_map(levels: Mapping[tuple[int, int], int]) -> list[int]:
    """Return the table for pair → level; raise `ValueError` if it cannot be filled."""
    size = int(len(levels) * PLACES_PER_PAIR / 3) + 32
    found: dict[Placed, int] = {}  # two pairs that look alike cannot both be told: the first stays
    for (first, second), level in levels.items():
        found.setdefault(places(first, second, size), level)
    keys = list(found)
    rows = np.array([key[:3] for key in keys])
    users = np.zeros(3 * size, dtype=np.int64)
    sums = np.zeros(3 * size, dtype=np.int64)  # of the numbers of the pairs that use a place, xored
    for column in range(3):
        np.add.at(users, rows[:, column], 1)
        np.bitwise_xor.at(sums, rows[:, column], np.arange(len(keys)))
    count, mixed = users.tolist(), sums.tolist()
    free = [place for place, number in enumerate(count) if number == 1]
    order: list[tuple[int, int]] = []
    while free:
        place = free.pop()
        if count[place] != 1:
            continue
        number = mixed[place]
        order.append((number, place))
        for used in keys[number][:3]:
            count[used] -= 1
            mixed[used] ^= number
            if count[used] == 1:
                free.append(used)
    if len(order) < len(keys):
        raise ValueError(f"{len(keys) - len(order)} pairs have no place of their own")
    table = [0] * (3 * size)
    for number, place in reversed(order):
        key = keys[number]
        table[place] = found[key] ^ key[3] ^ table[key[0]] ^ table[key[1]] ^ table[key[2]]
    return table
