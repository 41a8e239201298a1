"""Stages that pairs of documents go through in every rule that has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from textlint.collection import Entry, Record, Shared, Stage

# A candidate: any tuple that begins with the numbers of two documents, the smaller first.
Candidate = Any
Weigh = Callable[[Candidate, Entry, Entry, Shared], Iterable[Record]]

_ENTRY, _CANDIDATE = (
    0,
    1,
)  # so that a document's entry is sorted before the candidates that wait for it


def pair_key(one: int, two: int) -> int:
    """Return the key of an unordered pair of documents; `pair_of` gives the numbers back."""
    return one << 32 | two if one < two else two << 32 | one


def pair_of(key: int) -> tuple[int, int]:
    return key >> 32, key & 0xFFFFFFFF


def join_stages(weigh: Weigh) -> tuple[Stage, Stage]:
    """Return two stages that call `weigh(candidate, first entry, second entry, shared)` for each pair.

    They are a join of the candidates with the entries of both of their documents.
    """
    return (
        Stage(partial(_by_document, 0), _with_first, at_least=2, with_entries=True),
        Stage(partial(_by_document, 1), partial(_weighed, weigh), at_least=2, with_entries=True),
    )


def _by_document(side: int, record: Any, shared: Shared) -> Iterator[tuple[int, Any]]:
    if isinstance(record, Entry):
        yield record.doc, (_ENTRY, record)
    else:
        candidate = record if side == 0 else record[0]
        yield candidate[side], (_CANDIDATE, record)


def _with_first(
    doc: int, values: Sequence[Any], shared: Shared
) -> Iterator[tuple[Candidate, Entry]]:
    if values[0][0] == _ENTRY:
        for _, candidate in values[1:]:
            yield candidate, values[0][1]


def _weighed(weigh: Weigh, doc: int, values: Sequence[Any], shared: Shared) -> Iterator[Record]:
    if values[0][0] == _ENTRY:
        for _, (candidate, first) in values[1:]:
            yield from weigh(candidate, first, values[0][1], shared)
