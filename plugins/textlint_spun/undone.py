"""Words that read better when a swap is undone: where, and what they may stand for.

In clean text, some words of a thousand look like that by chance, so that this is no finding of its own; in
a document whose score is over the limit it shows the places.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textlint.document import Block
from textlint_spun.score import TOKEN, Tables, is_word, likeliest_origin
from textlint_spun.word_pairs import LEVELS

# Natural log of how much likelier a word is in the place of another one, two neighbours in that of two.
LEAST_GAIN, LEAST_GAIN_OF_TWO = 1.2, 2.5


class Swap(NamedTuple):
    """`block.text[start:end]`, one word or some in a row, may stand for `origin`."""

    block: Block
    start: int
    end: int
    origin: str
    gain: float


def swaps(block: Block, tables: Tables, names: list[str]) -> Iterator[Swap]:
    """Yield the likely swaps of a block, in order; `names` are the words by number."""
    found = list(TOKEN.finditer(block.text))
    numbers = [tables.words.numbers.get(m[0], -1) if is_word(m[0]) else -1 for m in found]
    undone = _undone(numbers, tables)
    last: Swap | None = None
    after = -1  # the token behind the last swap
    for at in sorted(undone):
        number, gain = undone[at]
        start, end = found[at].span()
        if block.is_quoted(start, end):
            continue
        if last is not None and after == at:
            last = Swap(block, last.start, end, f"{last.origin} {names[number]}", last.gain + gain)
        else:
            if last is not None:
                yield last
            last = Swap(block, start, end, names[number], gain)
        after = at + 1
    if last is not None:
        yield last


def _undone(numbers: list[int], tables: Tables) -> dict[int, tuple[int, float]]:
    """Return the number and the gain of the word that may stand at each place, where it is much likelier."""
    made: dict[int, tuple[int, float]] = {}
    may_be = [number >= 0 and tables.words.odds[number] is not None for number in numbers]
    pairs = [
        (*_two(numbers[at], numbers[at + 1], tables), at)
        for at in range(len(numbers) - 1)
        if may_be[at] and may_be[at + 1]
    ]
    for (first, second), gain, at in sorted(pairs, key=lambda pair: (-pair[1], pair[2])):
        if gain >= LEAST_GAIN_OF_TWO and at not in made and at + 1 not in made:
            made[at], made[at + 1] = (first, gain / 2), (second, gain / 2)
    for at, number in enumerate(numbers):
        if may_be[at] and at not in made:
            before = made[at - 1][0] if at - 1 in made else numbers[at - 1] if at else -1
            behind = numbers[at + 1] if at + 1 < len(numbers) else -1
            origin, gain = likeliest_origin(before, number, behind, tables)
            if gain >= LEAST_GAIN:
                made[at] = origin, gain
    return made


def _two(first: int, second: int, tables: Tables) -> tuple[tuple[int, int], float]:
    """Return the two words that two neighbours most likely stand for together, and their gain."""
    best, most = (-1, -1), 0.0
    now = tables.strength(first, second)
    if now > 0:  # they go together
        return best, most
    seconds = tables.words.origins(second)
    for origin, weight in tables.words.origins(first):
        for other, further in seconds:
            if weight + further + LEVELS[-1] - now > most and other != origin:
                gain = weight + further + tables.strength(origin, other) - now
                if gain > most:
                    best, most = (origin, other), gain
    return best, most
