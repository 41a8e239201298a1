"""The tables in `data/` as rows, and the word classes of `data/vocabulary.csv`."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from textlint import folding
from textlint.folding import fold
from textlint.kept import table
from textlint.lazy import lazy_pattern

DATA = Path(__file__).with_name("data")

_JOINED = lazy_pattern(r"(?<=[^\W_])'(?=[^\W_])")
_EMAIL = lazy_pattern(r"\be (?=mail)")
_MARK = lazy_pattern(r"[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u3099\u309a]+")
_NOT_WORD = lazy_pattern(r"[^\w©#@&+]+|_+")
_SPACED = {code: " " for code in range(128) if _NOT_WORD.match(chr(code))}


def normalise(folded: str) -> str:
    """Return the words of a folded line: no accents, no punctuation, single spaces."""
    words = without_accents(folded)
    if "'" in words:
        words = _JOINED.sub("", words)
    if words.isascii():  # the same as below, in a third of the time
        words = " ".join(words.translate(_SPACED).split())
    else:
        words = _NOT_WORD.sub(" ", words).strip()
    return _EMAIL.sub("e", words) if "e mail" in words else words


def without_accents(folded: str) -> str:
    """Return the compatibility decomposition of folded text without its combining marks."""
    if folded.isascii():
        return folded
    return _MARK.sub("", unicodedata.normalize("NFKD", folded)).replace("ı", "i")


def rows(filename: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table in `data/`, whose comments start with `#`."""
    return _rows((DATA / filename).read_text(encoding="utf-8"))


def _rows(text: str) -> Iterator[dict[str, str]]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    yield from csv.DictReader(io.StringIO("\n".join(lines)), strict=True)


def vocabulary(name: str) -> frozenset[str]:
    """Return the normalised words of one class of `data/vocabulary.csv`; "*" ends a stem."""
    return _classes()[name]


@cache
def first_words(*names: str) -> frozenset[str]:
    """Return the first words of the classes `names`."""
    return frozenset(w.rstrip("*").partition(" ")[0] for name in names for w in vocabulary(name))


@cache
def spelt(*names: str) -> tuple[str, ...]:
    """Return the words of the classes `names` in lower case as they are spelt, accents included.

    "*" ends a stem.
    """
    words = {word for name in names for word in _read()[1].get(name, ())}
    return tuple(sorted(words | {word.replace("'", "’") for word in words}))


def _classes() -> dict[str, frozenset[str]]:
    return _read()[0]


@cache
def _read() -> _Classes:
    return table(DATA / "vocabulary.csv", _classes_of, folding)


# Of each class its normalised words, and the words as they are spelt.
_Classes = tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]


def _classes_of(text: str) -> _Classes:
    classes: dict[str, set[str]] = {}
    spellings: dict[str, set[str]] = {}
    for row in _rows(text):
        words = row["words"].split("|")
        normal = (normalise(fold(word)) + "*" * word.endswith("*") for word in words)
        classes.setdefault(row["class"], set()).update(normal)
        spellings.setdefault(row["class"], set()).update(word.lower().strip() for word in words)
    return (
        {name: frozenset(words) for name, words in classes.items()},
        {name: frozenset(words) for name, words in spellings.items()},
    )


def alternation(words: Iterable[str]) -> str:
    """Return a regular expression for normalised `words` and stems, longest first."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w.rstrip("*")) + r"\w*" * w.endswith("*") for w in ordered)


JOINING = frozenset(
    {"and", "y", "et", "und", "e", "en", "i", "и", "ve", "or", "og", "och", "via", "on"}
)


def network_count(words: list[str]) -> int:
    """Return how many names of networks and share buttons `words` are; 0 when one is none."""
    names = network_names()
    count = index = 0
    while index < len(words):
        for length in (4, 3, 2, 1):
            if " ".join(words[index : index + length]) in names:
                index += length
                count += 1
                break
        else:
            if words[index] not in JOINING or not count:
                return 0
            index += 1
    return count


@cache
def network_names() -> frozenset[str]:
    """Return the names of networks and of share buttons."""
    return vocabulary("network") | vocabulary("button")
