"""Pattern tables: regular expressions in parts, with named sets, in a TOML file of this package."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick

from textlint import kept
from textlint.lazy import lazy_pattern

# The start of a sentence; no negated class.
_START = lazy_pattern(r"(?<!\[)\^")
_BOUND_LETTER = lazy_pattern(r"\\b([a-z])(?![?*+{])")
_SET = lazy_pattern(r"<<([\w-]+)>>")
_LITERAL = lazy_pattern(r"[a-z -]+(?!\?)")


@dataclass(frozen=True)
class Pattern:
    """A row's pattern: `needs` are substrings of which a text holds one if the pattern matches.

    Compiled when a text first holds one of them, since most runs meet few of the rows.
    """

    source: str
    needs: tuple[str, ...]

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return lazy_pattern(_skipping(self.source))

    @cached_property
    def _loose(self) -> re.Pattern[str]:
        """The pattern with looser tests where it asks for the bounds of its sentence."""
        source = _START.sub(r"(?<!\\w)(?<!\\w )", self.source).replace("$", r"(?!\w)")
        return self.compiled if source == self.source else lazy_pattern(_skipping(source))

    def may_match_in(self, paragraph: str) -> bool:
        """Whether the pattern may match in a sentence of `paragraph`."""
        return self._loose.search(paragraph) is not None

    def is_needed_in(self, text: str) -> bool:
        return any(need in text for need in self.needs)


def _skipping(source: str) -> str:
    r"""Return `source` with "\bi" written as "i(?<=\bi)": a search skips to a letter, not to a boundary."""
    return _BOUND_LETTER.sub(r"\1(?<=\\b\1)", source)


class Needs:
    """Tells with one scan of a text which of a table's patterns may match in it."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        owners: dict[str, list[int]] = {}
        for index, pattern in enumerate(patterns):
            for need in pattern.needs:
                owners.setdefault(need, []).append(index)
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(list(owners))

    def met_in(self, text: str) -> list[int]:
        """Return the indexes of the patterns that have one of their needs in `text`, in order."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return sorted({index for need, _, _ in found for index in self._owners[need]})


def load_patterns(filename: str, table: str, **sets: str) -> list[dict[str, Any]]:
    """Return the rows of `table` in a data file; "pattern" and "needs" become one `Pattern`.

    <<name>> in a pattern stands for an entry of the file's [sets] or of `sets`.
    """
    content = kept.table(Path(__file__).with_name("data") / filename, _content)
    known = {name: "".join(parts) for name, parts in content["sets"].items()} | sets
    rows: list[dict[str, Any]] = content[table]
    return [
        row | {"pattern": Pattern(_filled("".join(row["pattern"]), known), _needs(row, known))}
        for row in rows
    ]


def _content(text: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(text)


def _needs(row: dict[str, Any], known: dict[str, str]) -> tuple[str, ...]:
    needs: list[str] = []
    for need in row["needs"]:
        name = _SET.fullmatch(need)
        needs += [need] if name is None else _beginnings(known[name[1]])
    return tuple(dict.fromkeys(needs))


def _beginnings(alternatives: str) -> list[str]:
    """Return the literal beginnings of the words of a set: "(?:nursed?|fly)" → "nurse", "fly"."""
    beginnings: list[str] = []
    for word in alternatives.removeprefix("(?:").removesuffix(")").split("|"):
        literal = _LITERAL.match(word)
        if literal is None:
            raise ValueError(f"{word!r} begins with no literal letters")
        beginnings.append(" " + literal.group())
    return beginnings


def _filled(pattern: str, known: dict[str, str]) -> str:
    return _SET.sub(lambda match: _filled(known[match[1]], known), pattern)
