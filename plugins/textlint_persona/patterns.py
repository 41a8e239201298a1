"""Pattern tables: regular expressions in parts, with named sets, in a TOML file of this package."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick

from textlint import kept
from textlint.document import BLOCK_END, Block
from textlint.lazy import lazy_pattern

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


def _skipping(source: str) -> str:
    r"""Return `source` with "\bi" written as "i(?<=\bi)": a search skips to a letter, not to a boundary."""
    return _BOUND_LETTER.sub(r"\1(?<=\\b\1)", source)


# Of a paragraph: where each of the needs that it holds begins and ends, and whose it is.
Places = list[tuple[int, int, tuple[int, ...]]]


class Needs:
    """Tells with one scan of all paragraphs which of a table's patterns may match in which sentence."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        owners: dict[str, list[int]] = {}
        for index, pattern in enumerate(patterns):
            for need in pattern.needs:
                owners.setdefault(need, []).append(index)
        self._owners = [tuple(indexes) for indexes in owners.values()]
        self._automaton = AhoCorasick(list(owners))

    def met_in(self, said: Mapping[Block, str]) -> dict[Block, Places]:
        """Return the places of all needs in each paragraph of `said` that holds one."""
        blocks = list(said)
        starts = list(accumulate([len(text) + 1 for text in said.values()], initial=0))
        text = BLOCK_END.join(said.values())
        met: dict[Block, Places] = {}
        for need, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            index = bisect_right(starts, start) - 1
            base = starts[index]
            places = met.setdefault(blocks[index], [])
            places.append((start - base, end - base, self._owners[need]))
        return met


def met_between(places: Places, start: int, end: int) -> list[int]:
    """Return the indexes of the patterns of which a need lies in `start`..`end`, in order."""
    met: set[int] = set()
    for first, last, indexes in places:
        if start <= first and last <= end:
            met.update(indexes)
    return sorted(met)


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
