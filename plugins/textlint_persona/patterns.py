"""Pattern tables: regular expressions in parts, with named sets, in a TOML file of this package."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from ahocorasick_rs import AhoCorasick

_SET = re.compile(r"<<([\w-]+)>>")


@dataclass(frozen=True)
class Pattern:
    """A row's pattern: `needs` are substrings of which a text holds one if the pattern matches.

    Compiled when a text first holds one of them, since most runs meet few of the rows.
    """

    source: str
    needs: tuple[str, ...]

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.source)


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
    text = files(__package__).joinpath("data", filename).read_text(encoding="utf-8")
    content: dict[str, Any] = tomllib.loads(text)
    known = {name: "".join(parts) for name, parts in content["sets"].items()} | sets
    rows: list[dict[str, Any]] = content[table]
    return [
        row | {"pattern": Pattern(_filled("".join(row["pattern"]), known), tuple(row["needs"]))}
        for row in rows
    ]


def _filled(pattern: str, known: dict[str, str]) -> str:
    return _SET.sub(lambda match: _filled(known[match[1]], known), pattern)
