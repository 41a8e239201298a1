"""Rules that compare documents: fingerprints, and stages of map and reduce over them.

Such a rule takes a small fingerprint of each document while it is linted. When all documents are
known, its stages turn the fingerprints into `Found`s: `map(record) -> (key, value) pairs`, the pairs
are grouped by key, and `reduce(key, values) -> records` gives the records of the next stage. The
functions are pure and know nothing of who groups: `run_stages` does it in this process, the shuffle
of an engine for distributed data can do it just as well.

Records and values are tuples of ints, floats, strings, bytes and further tuples, so that they can be
sorted and sent; keys are ints of 64 bits, either numbers of documents or fixed hashes. Everything is
sorted before it is reduced: the result depends on the documents alone.
"""

from __future__ import annotations

import enum
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from textlint.grouping import Grouping
from textlint.model import Hit

if TYPE_CHECKING:
    from textlint.document import Document

Key = int  # unsigned, 64 bits
Value = Any
Record = Any


class Role(enum.IntEnum):
    """What a document is to a collection.

    A MEMBER is compared with everything. A REFERENCE is an original: it is never reported itself
    and not compared with its like. A GUEST was named on its own and belongs to no collection: it is
    compared with members and references, and what else is named beside it changes nothing.
    """

    REFERENCE = 0
    MEMBER = 1
    GUEST = 2


class Entry(NamedTuple):
    """One document as the stages see it; `doc` is its number (see `doc_number`).

    `record` is what a record of a file with many calls itself, empty for a file that is a document.
    """

    doc: int
    path: str
    fingerprint: bytes
    record: str = ""

    @property
    def folder(self) -> str:
        """What its siblings are in: the directory of a file, the file of a record."""
        return self.path if self.record else self.path.rpartition("/")[0]


def doc_number(rank: int, role: Role) -> int:
    """Return the number of the document at `rank` in order of path; 32 bits, the role in the last two."""
    return rank << 2 | role


def role_of(doc: int) -> Role:
    return Role(doc & 3)


def may_pair(one: int, two: int) -> bool:
    """Whether two documents, by their numbers, are compared with each other at all."""
    return one != two and ((one ^ two) & 3 != 0 or one & 3 == Role.MEMBER)


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """What every call of a map or reduce may know: small, the same everywhere, never changed.

    `documents` is the number of members and references; `counts` says for a key of the rule's
    `count` in how many of those it is, where that is more than one. One object serves a whole
    run, so that it can be part of a cache's key.
    """

    options: Any
    documents: int
    counts: Mapping[Key, int] = field(default_factory=dict)


class Stage(NamedTuple):
    """One round: `map` each record, group by key, `reduce` each group in order of key.

    A group of fewer than `at_least` values is dropped unseen. With `with_entries`, the `Entry`s of
    all documents are mapped beside the records of the stage before: that is how a stage joins
    fingerprints. (The first stage gets them in any case.)
    """

    map: Callable[[Any, Shared], Iterable[tuple[Key, Value]]]
    reduce: Callable[[Key, Sequence[Any], Shared], Iterable[Record]]
    at_least: int = 1
    with_entries: bool = False


class Found(NamedTuple):
    """What the last stage yields: the document to report, those it is about, and the evidence."""

    doc: int
    others: tuple[int, ...]
    values: tuple[Value, ...] = ()


Locate = Callable[["Comparison"], Iterable[Hit]]


class Comparison(NamedTuple):
    """A `Found` with its documents at hand: `document` is reported, `others` are in the same order.

    `others` hold None where a document cannot be read any more, or never could: a reference may be
    an index without its texts. `paths` name the others, a record as "path#id"; a related place in
    one of them has its name as the path. `in_file` when the document is a record among others.
    """

    document: Document
    others: tuple[Document | None, ...]
    paths: tuple[str, ...]
    values: tuple[Value, ...]
    options: Any
    in_file: bool = False


@dataclass(frozen=True, slots=True)
class Collection:
    """The part of a rule that compares documents.

    `fingerprint` is made of one document, None for a document that the rule has nothing to say
    about. `stages` may be a function that gives them, so that what a rule needs for comparing is loaded
    when documents are compared. `count` gives keys whose number of documents the stages may ask for;
    of documents with one and the same `wording` only the first counts. `locate` turns a `Found` into
    hits in its document; only documents that are reported are read for it again.
    """

    fingerprint: Callable[[Document, Any], bytes | None]
    stages: tuple[Stage, ...] | Callable[[], tuple[Stage, ...]]
    locate: Locate
    count: Callable[[Entry], Iterable[Key]] | None = None
    wording: Callable[[Entry], Key] | None = None


def run_stages(collection: Collection, entries: Sequence[Entry], options: Any) -> list[Found]:
    """Return what the stages find among `entries`, in order; the order of `entries` does not matter."""
    entries = sorted(entries)
    counted = [entry for entry in entries if role_of(entry.doc) is not Role.GUEST]
    shared = Shared(options, len(counted), _counts(collection, counted))
    records: Iterable[Record] = ()
    stages = collection.stages() if callable(collection.stages) else collection.stages
    for number, stage in enumerate(stages):
        first = entries if number == 0 or stage.with_entries else []
        records = _run_stage(stage, first, records, shared)
    return sorted(records)


def _run_stage(
    stage: Stage, entries: Iterable[Entry], records: Iterable[Record], shared: Shared
) -> Iterator[Record]:
    grouping = Grouping()
    for entry in entries:
        grouping.extend(stage.map(entry, shared))
    for record in records:
        grouping.extend(stage.map(record, shared))
    for key, values in grouping.groups(stage.at_least):
        yield from stage.reduce(key, values, shared)


def _counts(collection: Collection, entries: Iterable[Entry]) -> Mapping[Key, int]:
    if collection.count is None:
        return {}
    counter: Counter[Key] = Counter()
    wordings: set[Key] = set()
    for entry in entries:
        if collection.wording is not None:
            wording = collection.wording(entry)
            if wording in wordings:
                continue
            wordings.add(wording)
        counter.update(collection.count(entry))
    return {key: count for key, count in counter.items() if count > 1}


def fixed_hash(text: str, bits: int = 64) -> int:
    """Return a hash of `text` that is the same in every process and on every machine."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - bits)


_MASK = (1 << 64) - 1


def mixed(one: int, two: int) -> int:
    """Return a 64-bit hash of two ints, in this order (the finaliser of SplitMix64 over both)."""
    x = (one * 0x9E3779B97F4A7C15 + two * 0xC2B2AE3D27D4EB4F + 0x165667B19E3779F9) & _MASK
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB & _MASK
    return x ^ (x >> 31)
