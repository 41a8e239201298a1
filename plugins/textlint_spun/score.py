"""How much a passage reads as if a synonym dictionary had been through it: features and their sum.

The model is a logistic regression on six rates that anybody can compute by hand:

- `odds`: mean over the words of log P(word | spun) / P(word | written), from `spun-words.txt.gz`;
- `rare`: mean of what of these log-odds lies above 1 (rare synonyms);
- `deficit`: how many of the neighbouring words fewer are a frequent pair of English
  (`word-pairs.bin.gz`) than words as common as these are in written text, as a share;
- `alone`: mean log-odds of the words that form a frequent pair with neither neighbour;
- `articles`: articles that do not fit, per 100 words;
- `phrases`: broken expressions (spinner and tortured phrases), per 100 words, at most 5.

Words with capitals (names, first words) and words of no table are passed over.

The tables and the weights are written by scripts/train_spun_score.py.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple
from zlib import crc32

FEATURES = ("odds", "rare", "deficit", "alone", "articles", "phrases")
BITS = 1 << 21  # size of the table of pairs: one bit for each hash
_MOST_PHRASES = 5.0
_TIMES = 2  # a word's log-odds count so often: what is said again and again is the subject
WORD = re.compile(r"(?<![\w'-])[a-z]+(?![\w'])")


class Known(NamedTuple):
    """What is known of a word: its log-odds, and how common it is (0, the rarest, to 9)."""

    odds: float
    common: int


@dataclass(frozen=True, slots=True)
class Tables:
    """The listed words, a bit for the hash of each frequent pair, and what share of pairs is frequent.

    `linked[c]` is that share in written text for two words whose `common` add up to c.
    """

    words: Mapping[str, Known]
    pairs: bytes
    linked: Sequence[float]

    def is_pair(self, first: str, second: str) -> bool:
        """Whether the pair is frequent; one in nine others passes, as hashes collide."""
        return has_bit(self.pairs, bit_of(first, second))


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of the standardised features; `mark` and `alarm` are the thresholds for documents."""

    weights: Mapping[str, float]
    bias: float
    mark: float  # different `marks()` in 1,000 words from which on a document is worth a full score
    alarm: float  # logit from which on a document is reported

    def logit(self, rates: Mapping[str, float]) -> float:
        return self.bias + sum(self.weights[name] * rates[name] for name in FEATURES)


def rates(words: Sequence[str], tables: Tables, articles: int, phrases: int) -> dict[str, float]:
    """Return the features of a passage, given as its words as `WORD` finds them in the text."""
    listed = tables.words
    odds = rare = alone = deficit = 0.0
    count = pairs = 0
    seen: dict[str, int] = {}
    before: str | None = None  # the neighbour on the left, when it is listed
    free = False  # whether the word before has high odds and no frequent pair on its left
    for word in words:
        known = listed.get(word)
        if known is None:
            before, free = None, False
            continue
        seen[word] = times = seen.get(word, 0) + 1
        count += times <= _TIMES
        value = known.odds if times <= _TIMES else 0.0
        odds += value
        if value > 1:
            rare += value - 1
        link = False
        if before is not None:
            link = tables.is_pair(before, word)
            pairs += 1
            deficit += tables.linked[listed[before].common + known.common] - link
            if free and not link:
                alone += listed[before].odds
        free = value > 0 and not link
        before = word
    words_seen, pairs_seen = max(count, 1), max(pairs, 1)
    return {
        "odds": odds / words_seen,
        "rare": rare / words_seen,
        "deficit": deficit / pairs_seen,
        "alone": alone / words_seen,
        "articles": 100 * articles / max(len(words), 1),
        "phrases": min(100 * phrases / max(len(words), 1), _MOST_PHRASES),
    }


def bit_of(first: str, second: str) -> int:
    return crc32(f"{first} {second}".encode()) % BITS


def has_bit(table: bytes, bit: int) -> bool:
    return bool(table[bit >> 3] >> (bit & 7) & 1)


@cache
def tables() -> Tables:
    """Read the tables, once."""
    data = files("textlint_spun").joinpath("data")
    words: dict[str, Known] = {}
    listed = gzip.decompress(data.joinpath("spun-words.txt.gz").read_bytes()).decode("ascii")
    for line in listed.splitlines():
        if not line.startswith("#"):
            value, common, group = line.split("\t")
            words.update(dict.fromkeys(group.split(" "), Known(float(value), int(common))))
    pairs = gzip.decompress(data.joinpath("word-pairs.bin.gz").read_bytes())
    return Tables(words, pairs, _settings()["linked"])


@cache
def marks() -> frozenset[str]:
    """Read the words that spinners write and people seldom do: enough of them mark a document."""
    data = files("textlint_spun").joinpath("data", "spun-marks.txt").read_text(encoding="ascii")
    lines = [line for line in data.splitlines() if not line.startswith("#")]
    return frozenset(" ".join(lines).split())


@cache
def model() -> Model:
    values = _settings()
    return Model(values["weights"], values["bias"], values["mark"], values["alarm"])


@cache
def _settings() -> Any:
    text = files("textlint_spun").joinpath("data", "spun-score.json").read_text(encoding="utf-8")
    return json.loads(text)
