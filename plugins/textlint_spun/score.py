"""How much a passage reads as if a synonym dictionary had been through it: rates and their sum.

The model is a logistic regression on six rates that anybody can compute by hand:

- `odds`: mean over the words of log P(word | spun) / P(word | written), from `spun-words.txt.gz`;
- `rare`: mean of what of these log-odds lies above 1 (rare synonyms);
- `undone`: mean over the words of how much likelier the passage becomes when the word is undone: the
  words that it may stand for are put in its place, and where they go together with the neighbours
  (`word-pairs.bin.gz`) better than it does, that speaks for a swap;
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
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

from textlint.lazy import lazy_pattern
from textlint_spun.vocabulary import Vocabulary, read_vocabulary
from textlint_spun.word_pairs import LEVELS, WordPairs, read_pairs, unseen_strength

FEATURES = ("odds", "rare", "undone", "pairs", "articles", "phrases")
_MOST_PHRASES = 5.0
_TIMES = 2
SWAPPED = 0.25  # of the words of a spun text
_MOST_UNDONE, _MOST_GAIN = 3.0, 12.0  # one word proves nothing
TOKEN = lazy_pattern(r"(?<![\w'’-])[a-z]+(?![\w'’-])|[^\s\w'’-]+|[\w'’-]+")

Token = str | None


def tokens(text: str) -> list[Token]:
    """Return the words in small letters in their order, None for what parts or hides them."""
    return [found if is_word(found) else None for found in TOKEN.findall(text)]


def is_word(token: str) -> bool:
    return token.isalpha() and token.islower()


class Tables(NamedTuple):
    """The words, their pairs, and the log-odds of a pair's level by how common the two words are.

    `linked[c][level + 1]` is for two words whose `commonness` add up to c.
    """

    words: Vocabulary
    pairs: WordPairs
    linked: Sequence[Sequence[float]]

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
        float  # logit from which on a document is reported, as a note if nothing else speaks for it
    )
    sure: float  # logit from which on that is a warning in any case

    def logit(self, rates: Mapping[str, float]) -> float:
        return self.bias + sum(self.weights[name] * rates[name] for name in FEATURES)


def rates(
    passage: Sequence[Token], tables: Tables, articles: float, phrases: float
) -> dict[str, float]:
    """Return the features of a passage, given as its `tokens`, and the last two, per 100 words."""
    words = tables.words
    numbers = [-1 if token is None else words.numbers.get(token, -1) for token in passage]
    odds = rare = undone = linked = 0.0
    count = 0
    seen: dict[int, int] = {}
    pairs: set[tuple[int, int]] = set()
    last = len(numbers) - 1
    for at, number in enumerate(numbers):
        if number < 0:
            continue
        before = numbers[at - 1] if at else -1
        behind = numbers[at + 1] if at < last else -1
        if behind >= 0 and (number, behind) not in pairs:
            pairs.add((number, behind))
            level = tables.pairs.level(number, behind)
            together = commonness(words, number) + commonness(words, behind)
            linked += tables.linked[together][level + 1]
        value = words.odds[number]
        if value is None:
            continue
        seen[number] = times = seen.get(number, 0) + 1
        if times > _TIMES:
            continue
        count += 1
        odds += value
        if value > 1:
            rare += value - 1
        undone += undoing(before, number, behind, tables)
    count = max(count, 1)
    return {
        "odds": odds / count,
        "rare": rare / count,
        "undone": undone / count,
        "pairs": linked / max(len(pairs), 1),
        "articles": articles,
        "phrases": min(phrases, _MOST_PHRASES),
    }


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


def undoing(before: int, number: int, behind: int, tables: Tables) -> float:
    """Return the log of how much likelier a swap makes the word between its neighbours (-1: none)."""
    likelier = sum(math.exp(gain) for _, gain in gains(before, number, behind, tables))
    return min(math.log(1 - SWAPPED + SWAPPED * likelier), _MOST_UNDONE)


def likeliest_origin(before: int, number: int, behind: int, tables: Tables) -> tuple[int, float]:
    """Return the number of the word that most likely stood there, and its gain; -1 for none."""
    return max(
        gains(before, number, behind, tables), key=lambda gain: gain[1], default=(-1, -math.inf)
    )


def gains(before: int, number: int, behind: int, tables: Tables) -> Iterator[tuple[int, float]]:
    """Yield each origin of a word with the log of P(written for it) / P(written) between neighbours."""
    strength = tables.strength
    now = (strength(before, number) if before >= 0 else 0.0) + (
        strength(number, behind) if behind >= 0 else 0.0
    )
    for origin, weight in tables.words.origins(number):
        then = (strength(before, origin) if before >= 0 else 0.0) + (
            strength(origin, behind) if behind >= 0 else 0.0
        )
        yield origin, min(weight + then - now, _MOST_GAIN)


@cache
def tables() -> Tables:
    """Read the tables, once."""
    return Tables(read_vocabulary(), read_pairs(), _settings()["linked"])


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
    return Model(values["weights"], values["bias"], values["mark"], values["alarm"], values["sure"])


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
