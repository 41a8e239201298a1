"""Phrase tables and the one scan that looks for all of them at once."""

from __future__ import annotations

import csv
import io
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textlint import folding, kept
from textlint.document import BLOCK_END, PROSE_KINDS, Block, fold
from textlint.folding import fold_all
from textlint.lines import LINE_END
from textlint.model import Span

if TYPE_CHECKING:
    from textlint.document import Document
    from textlint.rule import Rule


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row of a table: the phrase, folded for matching (see `fold`), and its other columns.

    Raises `ValueError` for a text that could match nothing, or everything.
    """

    text: str
    fields: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.text or self.text != fold(self.text) or BLOCK_END in self.text:
            raise ValueError(f"{self.text!r} is not a folded phrase")


class PhraseTable(NamedTuple):
    """A named list of phrases, usually a CSV file beside the rule that uses it.

    The file's first lines may be comments that start with `#` (what the table is and where its rows
    come from); then a header whose first column is `phrase`.
    Without `whole_words` a phrase is also found inside of words.
    """

    name: str
    phrases: tuple[Phrase, ...]
    whole_words: bool = True

    @classmethod
    def load(cls, package: str, filename: str) -> PhraseTable:
        """Read `filename` from the data folder of `package`; raise `ValueError` naming a bad row."""
        file = Path(import_module(package).__file__ or "").with_name("data") / filename
        try:
            rows = kept.table(file, _rows, folding)
        except ValueError as error:
            raise ValueError(f"{filename}: {error}") from None
        return cls(filename, tuple(_folded(text, fields) for text, fields in rows))

    @classmethod
    def parse(cls, name: str, table: str) -> PhraseTable:
        try:
            rows = _rows(table)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
        return cls(name, tuple(Phrase(text, fields) for text, fields in rows))


def _rows(table: str) -> list[tuple[str, dict[str, str]]]:
    """Return the folded phrase and the other columns of each row."""
    lines = [line for line in LINE_END.split(table) if line.strip() and not line.startswith("#")]
    reader = csv.reader(io.StringIO("\n".join(lines)), strict=True)
    columns = next(reader, [])
    if not columns or columns[0] != "phrase":
        raise ValueError("the first column must be 'phrase'")
    rows = [row for row in reader if row]
    folded = fold_all([row[0] for row in rows])
    found: dict[str, dict[str, str]] = {}
    for number, (row, text) in enumerate(zip(rows, folded, strict=True), start=1):
        phrase = " ".join(text.split())
        if not phrase or len(row) != len(columns):
            raise ValueError(f"row {number} is empty or has a wrong number of columns")
        if phrase in found:
            raise ValueError(f"{phrase!r} stands twice")
        found[phrase] = dict(zip(columns[1:], row[1:], strict=True))
    return list(found.items())


def _folded(text: str, fields: dict[str, str]) -> Phrase:
    """Return a phrase that `_rows` has folded: without the test, which takes longer than all the rest."""
    phrase = object.__new__(Phrase)
    object.__setattr__(phrase, "text", text)
    object.__setattr__(phrase, "fields", fields)
    return phrase


class PhraseMatch(NamedTuple):
    """`block.text[start:end]` is `phrase`, bounded by word boundaries where it ends in a letter
    (unless its table looks into words)."""

    table: str
    phrase: Phrase
    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.block.span_at(self.start, self.end)


class Scanned(NamedTuple):
    """What one scan found, by rule id: phrases in order of place, blocks with a clue in source order."""

    phrases: dict[str, tuple[PhraseMatch, ...]]
    clued: dict[str, tuple[Block, ...]]


class _Owner(NamedTuple):
    """A rule that looks for a phrase, and the table in which it stands."""

    rule: str
    reads: Callable[[Block], bool] | None
    table: str
    phrase: Phrase
    whole_words: bool


class PhraseScanner:
    """All phrase tables and clues of the active rules in one automaton; scans a document once."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        owners: dict[str, list[_Owner]] = {}
        clued: dict[str, list[str]] = {}
        for rule in rules:
            for table in rule.phrases:
                for phrase in table.phrases:
                    owners.setdefault(phrase.text, []).append(
                        _Owner(rule.id, rule.reads, table.name, phrase, table.whole_words)
                    )
            for clue in rule.clues:
                clued.setdefault(clue, []).append(rule.id)
        self._patterns = sorted({*owners, *clued})
        self._owners = [tuple(owners.get(pattern, ())) for pattern in self._patterns]
        self._clued = [tuple(clued.get(pattern, ())) for pattern in self._patterns]
        self._automaton = self._build() if self._patterns else None

    def _build(self) -> Callable[[str], Sequence[tuple[int, int, int]]]:
        from ahocorasick_rs import AhoCorasick, MatchKind

        automaton = AhoCorasick(self._patterns, matchkind=MatchKind.Standard)
        return lambda text: automaton.find_matches_as_indexes(text, overlapping=True)

    def scan(self, document: Document) -> Scanned:
        """Return what is found for each rule id.

        Of overlapping matches in one table the leftmost longest one stays.
        """
        if self._automaton is None:
            return Scanned({}, {})
        blocks = document.blocks
        text, starts = document.folded_text, document.folded_starts
        found: dict[str, list[PhraseMatch]] = {}
        clued: dict[str, set[int]] = {}
        for pattern, start, end in self._automaton(text):
            index = bisect_right(starts, start) - 1
            for rule_id in self._clued[pattern]:
                clued.setdefault(rule_id, set()).add(index)
            owners = self._owners[pattern]
            if not owners:
                continue
            bounded = _bounded(text, start, end)
            block = blocks[index]
            base = starts[index]
            for rule_id, reads, table, phrase, whole_words in owners:
                if whole_words and not bounded:
                    continue
                if block.kind in PROSE_KINDS if reads is None else reads(block):
                    match = PhraseMatch(table, phrase, block, start - base, end - base)
                    found.setdefault(rule_id, []).append(match)
        return Scanned(
            {rule_id: _leftmost_longest(matches) for rule_id, matches in found.items()},
            {rule_id: tuple(map(blocks.__getitem__, sorted(at))) for rule_id, at in clued.items()},
        )


def _bounded(text: str, start: int, end: int) -> bool:
    if start and text[start].isalnum() and text[start - 1].isalnum():
        return False
    return not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())


def _leftmost_longest(matches: list[PhraseMatch]) -> tuple[PhraseMatch, ...]:
    if len(matches) == 1:
        return tuple(matches)
    order = sorted(matches, key=lambda m: (m.block.span, m.block.label, m.start, -m.end, m.table))
    kept: list[PhraseMatch] = []
    reached: dict[str, tuple[Block, int]] = {}
    for match in order:
        block, end = reached.get(match.table, (None, 0))
        if block is match.block and match.start < end:
            continue
        reached[match.table] = (match.block, match.end)
        kept.append(match)
    return tuple(kept)
