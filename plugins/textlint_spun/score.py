"""How much a passage reads as if a synonym dictionary had been through it: rates and their sum.

The model is a logistic regression on rates that anybody can compute by hand:

- `undone`: mean over the words of how much likelier the passage becomes when the word is undone: the
  words that it may stand for are put in its place, and where they go together with the neighbours
  (`word-pairs.bin.gz`), fit among them and belong to the subject (`word_fit.py`) better than it does, that
  speaks for a swap;
- `fit`: mean over the words of log P(cell | spun) / P(cell | written), the cell being how well the word fits
  between four neighbours, how common it is, and log P(word | spun) / P(word | written) from
  `spun-words.txt.gz`: a rare synonym of common words that fits badly weighs most;
- `pairs`: mean over the pairs of neighbours of log P(level | spun) / P(level | written), the level being
  that of `word_pairs.py`, for pairs of words as common as these;
- `articles`: articles that do not fit, per 100 words;
- `phrases`: broken expressions (spinner and tortured phrases), per 100 words, at most 5.

Words with capitals (names, first words) and words of no table are passed over, and punctuation
parts neighbours. What is said again and again is the subject: a word counts twice, a pair once.

The tables and the weights are written by scripts/train_spun_score.py.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, repeat
from pathlib import Path
from typing import Any, NamedTuple

from textlint.lazy import lazy_pattern
from textlint_spun.vocabulary import Vocabulary, read_vocabulary
from textlint_spun.word_fit import (
    LISTED,
    Vector,
    WordFit,
    nearness,
    read_word_fit,
    subject,
    without,
)
from textlint_spun.word_fit import weight as weight_of
from textlint_spun.word_pairs import LEVELS, WordPairs, read_pairs, unseen_strength

FEATURES = ("undone", "fit", "pairs", "articles", "phrases")
_MOST_PHRASES = 5.0
_TIMES = 2
SWAPPED = 0.25  # of the words of a spun text
_MOST_UNDONE, _MOST_GAIN = 3.0, 12.0  # one word proves nothing
# What counts of a gain by pairs, by the fit among four neighbours and by the subject: the three see the
# same in part.
_LINKED, _FIT, _SUBJECT = 0.5, 0.5, 6.0
# Share of words in no table from which on a text is in another English, in dialect or of long ago, or in
# another language: what seems rare there is not.
OTHER_ENGLISH = 0.17
# Borders of the levels of fit and of log-odds, and the number of classes of rarity, a power of e each.
FITS = (-3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 4.5)
ODDS = (-0.1, 0.3, 1.0)
RARITIES = 8
LEVELS_OF_FIT = len(FITS) + 2
TOKEN = lazy_pattern(r"(?<![\w'’-])[a-z]+(?![\w'’-])|[^\s\w'’-]+|[\w'’-]+")

Token = str | None


def tokens(text: str) -> list[Token]:
    """Return the words in small letters in their order, None for what parts or hides them."""
    return [found if is_word(found) else None for found in TOKEN.findall(text)]


def is_word(token: str) -> bool:
    return token.isalpha() and token.islower()


class Tables(NamedTuple):
    """The words, their pairs, their fit, and the log-odds of a level of these.

    `linked[c][level + 1]` is for two words whose `commonness` add up to c, and `fitting[cell]` for a word
    of this `cell`.
    """

    words: Vocabulary
    pairs: WordPairs
    fit: WordFit
    linked: Sequence[Sequence[float]]
    fitting: Sequence[float]

    def strength(self, first: int, second: int) -> float:
        """Return log P(second | first) / P(second) as far as the tables know it."""
        level = self.pairs.level(first, second)
        if level >= 0:
            return LEVELS[level]
        frequencies = self.words.frequencies
        return unseen_strength(frequencies[first], frequencies[second])


class Model(NamedTuple):
    """Weights of the rates; `mark`, `alarm` and `sure` are the thresholds for documents."""

    weights: Mapping[str, float]
    bias: float
    mark: float  # mean of the `marks()` over different words from which on a full score is worth it
    alarm: (
        float  # logit from which on a document is reported where something else speaks for a swap
    )
    alone: float  # the same where nothing does, as a note
    sure: float  # logit from which on that is a warning in any case

    def logit(self, rates: Mapping[str, float]) -> float:
        return self.bias + sum(self.weights[name] * rates[name] for name in FEATURES)


def rates(
    passage: Sequence[Token], tables: Tables, articles: float, phrases: float
) -> dict[str, float]:
    """Return the features of a passage, given as its `tokens`, and the last two, per 100 words."""
    words = tables.words
    numbers = [-1 if token is None else words.numbers.get(token, -1) for token in passage]
    places = counted(numbers, words)
    count = max(len(places), 1)
    undone, fitting = _swaps(numbers, places, tables)
    return {
        "undone": undone / count,
        "fit": fitting / count,
        "pairs": _linked(numbers, tables),
        "articles": articles,
        "phrases": min(phrases, _MOST_PHRASES),
    }


def counted(numbers: Sequence[int], words: Vocabulary) -> list[int]:
    """Return the places of the words that may have been swapped, each word at most twice."""
    seen: Counter[int] = Counter()
    places = []
    for at, number in enumerate(numbers):
        if number >= 0 and words.odds[number] is not None:
            seen[number] += 1
            if seen[number] <= _TIMES:
                places.append(at)
    return places


def _linked(numbers: Sequence[int], tables: Tables) -> float:
    """Return the mean log-odds of the different pairs of neighbours."""
    words = tables.words
    pairs = {(a, b) for a, b in pairwise(numbers) if a >= 0 and b >= 0}
    total = 0.0
    for first, second in pairs:
        together = commonness(words, first) + commonness(words, second)
        total += tables.linked[together][tables.pairs.level(first, second) + 1]
    return total / max(len(pairs), 1)


def _swaps(numbers: Sequence[int], places: Sequence[int], tables: Tables) -> tuple[float, float]:
    """Return the sums of what undoing each word gains, and of the log-odds of how it fits."""
    words, fit = tables.words, tables.fit
    topics: dict[int, Vector | None] = {}

    def topic(number: int) -> Vector | None:
        if number not in topics:
            topics[number] = fit.topic(number) if number < LISTED else None
        return topics[number]

    weights = [weight_of(words.frequencies[numbers[at]]) for at in places]
    total = subject(
        (topic(numbers[at]), weight) for at, weight in zip(places, weights, strict=True)
    )
    undone = fitting = 0.0
    for at, weight in zip(places, weights, strict=True):
        number = numbers[at]
        context, now = fit_at(numbers, at, tables)
        fitting += tables.fitting[cell(words, number, now)]
        mine = topic(number)
        rest = without(total, mine, weight)
        near = nearness(mine, rest)
        likelier = 0.0
        before = numbers[at - 1] if at else -1
        behind = numbers[at + 1] if at + 1 < len(numbers) else -1
        for origin, prior, linked in origins(before, number, behind, tables):
            gain = prior + _LINKED * linked + _SUBJECT * (nearness(topic(origin), rest) - near)
            if now is not None and origin < LISTED:
                then = fit.fit(origin, context, words.frequencies[origin])
                gain += _FIT * (then - now)
            likelier += math.exp(min(gain, _MOST_GAIN))
        undone += min(math.log(1 - SWAPPED + SWAPPED * likelier), _MOST_UNDONE)
    return undone, fitting


def fit_at(numbers: Sequence[int], at: int, tables: Tables) -> tuple[Sequence[int], float | None]:
    """Return the context at a place, and how well its word fits there (None: no listed word)."""
    number, last = numbers[at], len(numbers) - 1
    context = tables.fit.context(
        numbers[at - 2] if at > 1 else -1,
        numbers[at - 1] if at else -1,
        numbers[at + 1] if at < last else -1,
        numbers[at + 2] if at < last - 1 else -1,
    )
    if number >= LISTED:
        return context, None
    return context, tables.fit.fit(number, context, tables.words.frequencies[number])


def cell(words: Vocabulary, number: int, fit: float | None) -> int:
    """Return the place in `Tables.fitting` of a word that fits like this (None: unknown)."""
    level = 0 if fit is None else 1 + bisect_right(FITS, fit)
    rarity = max(0, min(RARITIES - 1, int(-words.frequencies[number] - 6)))
    return (
        bisect_right(ODDS, words.odds[number] or 0.0) * RARITIES + rarity
    ) * LEVELS_OF_FIT + level


def commonness(words: Vocabulary, number: int) -> int:
    """Return half decades of frequency: 9 for the commonest words, 0 for those below 1e-7."""
    decades = words.frequencies[number] / math.log(10)
    return max(0, min(9, round(2 * (decades + 7))))


def swappable(passage: Iterable[Token], words: Vocabulary) -> Iterator[int]:
    """Yield the numbers of the words that are no function words."""
    for token in passage:
        number = -1 if token is None else words.numbers.get(token, -1)
        if number >= 0 and words.odds[number] is not None:
            yield number


def unknown_share(passage: Iterable[Token]) -> float:
    """Return the share of the words that are in no table."""
    numbers = tables().words.numbers
    written = [token for token in passage if token is not None]
    return sum(word not in numbers for word in written) / max(len(written), 1)


def likeliest_origin(before: int, number: int, behind: int, tables: Tables) -> tuple[int, float]:
    """Return the number of the word that most likely stood there, and its gain; -1 for none."""
    return max(
        gains(before, number, behind, tables), key=lambda gain: gain[1], default=(-1, -math.inf)
    )


def gains(before: int, number: int, behind: int, tables: Tables) -> Iterator[tuple[int, float]]:
    """Yield each origin of a word with the log of P(written for it) / P(written) between neighbours."""
    for origin, weight, linked in origins(before, number, behind, tables):
        yield origin, min(weight + linked, _MOST_GAIN)


def origins(
    before: int, number: int, behind: int, tables: Tables
) -> Iterator[tuple[int, float, float]]:
    """Yield each origin of a word, its weight, and how much better it goes with the neighbours (-1: none)."""
    strength = tables.strength
    now = (strength(before, number) if before >= 0 else 0.0) + (
        strength(number, behind) if behind >= 0 else 0.0
    )
    for origin, weight in tables.words.origins(number):
        then = (strength(before, origin) if before >= 0 else 0.0) + (
            strength(origin, behind) if behind >= 0 else 0.0
        )
        yield origin, weight, then - now


@cache
def tables() -> Tables:
    """Read the tables, once."""
    settings = _settings()
    return Tables(
        read_vocabulary(), read_pairs(), read_word_fit(), settings["linked"], settings["fitting"]
    )


@cache
def marks() -> Mapping[str, float]:
    """Read the log-odds of the words that spinners write and people seldom do."""
    data = (Path(__file__).with_name("data") / "spun-marks.txt").read_text(encoding="ascii")
    found: dict[str, float] = {}
    for line in data.splitlines():
        if not line.startswith("#"):
            tenths, *words = line.split(" ")
            found.update(dict.fromkeys(words, int(tenths) / 10))
    return found


def is_marked(words: Collection[str]) -> bool:
    """Whether different words are of a kind that makes a full score worth its time."""
    return sum(map(marks().get, words, repeat(0.0))) >= model().mark * len(words)


@cache
def model() -> Model:
    values = _settings()
    limits = (values[name] for name in ("mark", "alarm", "alone", "sure"))
    return Model(values["weights"], values["bias"], *limits)


@cache
def _settings() -> Any:
    text = (Path(__file__).with_name("data") / "spun-score.json").read_text(encoding="utf-8")
    return json.loads(text)


def joined(texts: Iterable[str]) -> list[Token]:
    """Return the tokens of several blocks, no word of one being the neighbour of another's."""
    made: list[Token] = []
    for text in texts:
        made += tokens(text)
        made.append(None)
    return made
