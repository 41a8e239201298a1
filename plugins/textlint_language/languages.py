"""Telling languages apart by their function words, or by their script."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from textlint import kept
from textlint.lazy import lazy_pattern

# Scripts that one language (or one of a few) is written in, as ranges of a character class.
_SCRIPTS = (
    ("ja", "Japanese", "\u3040-\u30ff"),
    ("ko", "Korean", "\uac00-\ud7af\u1100-\u11ff"),
    ("zh", "Chinese", "\u4e00-\u9fff"),
    ("he", "Hebrew", "\u0590-\u05ff"),
    ("ar", "Arabic", "\u0600-\u06ff"),
    ("hi", "Hindi", "\u0900-\u097f"),
    ("th", "Thai", "\u0e00-\u0e7f"),
    ("ka", "Georgian", "\u10a0-\u10ff"),
    ("hy", "Armenian", "\u0530-\u058f"),
)
_SCRIPT_LETTER = lazy_pattern("[" + "".join(letters for _, _, letters in _SCRIPTS) + "]")
_SCRIPT_RUNS = [(code, lazy_pattern(f"[{letters}]")) for code, _, letters in _SCRIPTS]

# A text is held to be in a language when at least this share of its words are that language's function
# words (English prose has .35 to .5, Finnish .15), and when they weigh FACTOR times as much as those of
# any other language, a word counting the less the more languages use it.
SHARE = 0.14
FACTOR = 1.3
FEWEST_WORDS = 12


class Table(NamedTuple):
    """`codes[i]` are the languages, `owners[word]` the indexes of those that use a function word.

    `words[code]` are the function words of one language.
    """

    codes: tuple[str, ...]
    words: dict[str, frozenset[str]]
    owners: dict[str, tuple[int, ...]]
    names: dict[str, str]


class Evidence(NamedTuple):
    """Shares of function words in a text: of its best language and of any other that is asked for."""

    code: str | None
    words: int
    shares: dict[str, float]

    def share(self, code: str | None) -> float:
        return self.shares.get(code or "", 0.0)


@cache
def table() -> Table:
    """Return the function words of `data/stop-words.csv`, read once."""
    return Table(*kept.table(Path(__file__).with_name("data") / "stop-words.csv", _parts))


def _parts(text: str) -> tuple[Any, ...]:
    rows = list(csv.DictReader(line for line in text.split("\n") if line and line[0] != "#"))
    owners: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        for word in dict.fromkeys(row["words"].split()):
            owners.setdefault(word, []).append(index)
    names = {row["code"]: row["name"] for row in rows}
    names.update({code: name for code, name, _ in _SCRIPTS})
    return (
        tuple(row["code"] for row in rows),
        {row["code"]: frozenset(row["words"].split()) for row in rows},
        {word: tuple(indexes) for word, indexes in owners.items()},
        names,
    )


def name(code: str) -> str:
    """Return the English name of a language, or its code when it has none here."""
    return table().names.get(code, code)


def evidence(text: str) -> Evidence:
    """Return what the words of `text` (lower case) say about its language.

    `code` is None when they do not decide: too few words, a list of names, two languages.
    """
    code = language_of_script(text)
    if code is not None:
        return Evidence(code, len(text), {code: 1.0})
    words = _words(text)
    languages = table()
    owners = languages.owners
    counts = [0] * len(languages.codes)
    weights = [0.0] * len(languages.codes)
    for word, times in Counter(filter(owners.__contains__, words)).items():
        users = owners[word]
        weight = times / len(users)
        for index in users:
            counts[index] += times
            weights[index] += weight
    total = max(len(words), 1)
    shares = {code: counts[i] / total for i, code in enumerate(languages.codes) if counts[i]}
    best = max(range(len(weights)), key=lambda i: (weights[i], counts[i], -i))
    rest = max(weight for i, weight in enumerate(weights) if i != best)
    code = languages.codes[best]
    decided = len(words) >= FEWEST_WORDS and shares.get(code, 0.0) >= SHARE
    decided = decided and weights[best] >= FACTOR * rest
    return Evidence(code if decided else None, len(words), shares)


def share(text: str, code: str) -> float:
    """Return the share of function words of the language `code` in `text` (lower case)."""
    own = table().words.get(code)
    if not own:
        return 0.0
    words = _words(text)
    return sum(map(own.__contains__, words)) / max(len(words), 1)


def _words(text: str) -> list[str]:
    # Function words rarely touch punctuation, and splitting is six times as fast as a pattern.
    return text.replace("'", " ").split()


def letters(text: str) -> int:
    """Return how many letters `text` holds."""
    return sum(map(str.isalpha, text))


def language_of_script(text: str) -> str | None:
    """Return the language of most letters' script, None for scripts of many languages."""
    if text.isascii() or not _SCRIPT_LETTER.search(text):
        return None
    counts = {code: len(pattern.findall(text)) for code, pattern in _SCRIPT_RUNS}
    if sum(counts.values()) < 0.4 * letters(text):
        return None
    if counts["ja"] > 0.1 * (counts["zh"] + counts["ja"]):
        return "ja"  # Japanese mixes its own letters with Chinese ones
    code = max(counts, key=lambda key: (counts[key], key))
    return code if counts[code] >= 10 else None
