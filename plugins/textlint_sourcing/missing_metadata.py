"""A document has no author, date, canonical address or source, though nearly all beside it have one.

Where a whole directory names its authors, one file without one is an oversight, or came from
elsewhere and lost its origin on the way. What nobody in a directory gives is not asked for.

**How to fix.** Add the value to the metadata, under the key that the other files of the directory
use.

**Known limits.** Compared are files of one directory, one suffix and one layout or type, at least six
of them. A value is missed where four out of five have it. Index pages, what every site has (contact,
privacy, …), drafts, records of a file with many and files of fewer than 40 words are not compared. What
an author is called differs by generator: all usual keys count, and so does a date in the file's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from textlint.collection import Comparison, Entry, Found, Role, Shared, Stage, fixed_hash, role_of
from textlint.document import Document
from textlint.metadata import AUTHOR, CANONICAL, CREDIT, DATE, ORIGINAL, values
from textlint.model import Hit, Span
from textlint.provenance import date_in
from textlint.rule import bad, collection_rule, good

FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("author", AUTHOR),
    ("date", DATE),
    ("canonical address", CANONICAL),
    ("source", (*ORIGINAL, *CREDIT)),
)
_FEWEST_WORDS = 40
_PAGES = frozenset(  # what is no article, whatever stands beside it
    [
        *(
            "index",
            "_index",
            "readme",
            "contents",
            "toc",
            "_toc",
            "404",
            "search",
            "sitemap",
            "tags",
        ),
        *("about", "contact", "privacy", "privacy-policy", "terms", "imprint", "impressum", "faq"),
        *("license", "contributing", "changelog", "template", "archive", "archives", "categories"),
    ]
)
_DATE_BIT = 1 << [name for name, _ in FIELDS].index("date")
_LAYOUT = ("layout", "type", "template")
_NOT_PUBLISHED = (
    ("draft", frozenset(["true", "yes", "1"])),
    ("published", frozenset(["false", "no", "0"])),
    ("status", frozenset(["draft", "hidden"])),
)


@dataclass(frozen=True, slots=True)
class Options:
    """`siblings` that a directory must hold, and the `share` of them that must have a value."""

    siblings: int = 6
    share: float = 0.8

    def __post_init__(self) -> None:
        if self.siblings < 2 or not 0.5 <= self.share < 1:
            raise ValueError("siblings must be 2 or more, share from 0.5 to below 1")


def _make(document: Document, options: Any) -> bytes | None:
    """Return a byte with a bit for each of `FIELDS` that the metadata has, and eight for a layout."""
    if document.word_count < _FEWEST_WORDS or _is_draft(document):
        return None
    has = [next(values(document, keys), None) is not None for _, keys in FIELDS]
    layout = " ".join(value.value.lower() for value in values(document, _LAYOUT))
    kind = fixed_hash(layout).to_bytes(8, "big") if layout else b""
    return bytes([sum(1 << bit for bit, present in enumerate(has) if present)]) + kind


def _is_draft(document: Document) -> bool:
    return any(
        value.value.strip().lower() in meant
        for key, meant in _NOT_PUBLISHED
        for value in values(document, (key,))
    )


_File = tuple[int, int, bytes]  # document, fields, layout


def _by_directory(entry: Entry, shared: Shared) -> Iterator[tuple[int, _File]]:
    folder, _, name = entry.path.rpartition("/")
    stem, _, suffix = name.rpartition(".")
    is_file = role_of(entry.doc) is Role.MEMBER and not entry.record
    if is_file and stem.lower() not in _PAGES:
        has, layout = entry.fingerprint[0], entry.fingerprint[1:]
        if date_in(name):
            has |= _DATE_BIT
        yield fixed_hash(f"{folder}\0{suffix.lower()}"), (entry.doc, has, layout)


def _outliers(key: int, files: Sequence[_File], shared: Shared) -> Iterator[Found]:
    """Yield the files that lack a field; those without a layout count among the most frequent one."""
    layouts = Counter(layout for _, _, layout in files if layout)
    usual = max(layouts, key=lambda layout: (layouts[layout], layout), default=b"")
    for layout in sorted({usual, *layouts}):
        alike = [(doc, has) for doc, has, own in files if (own or usual) == layout]
        yield from _among(alike, shared.options)


def _among(files: Sequence[tuple[int, int]], options: Options) -> Iterator[Found]:
    if len(files) < options.siblings:
        return
    counts = [sum(has >> bit & 1 for _, has in files) for bit in range(len(FIELDS))]
    asked = [bit for bit, count in enumerate(counts) if count >= options.share * len(files)]
    for doc, has in files:
        missing = tuple(bit for bit in asked if not has >> bit & 1)
        if missing:
            yield Found(doc, (), (len(files), min(counts[bit] for bit in missing), *missing))


_TEXT = (
    "The lock-keeper of Brannock has counted boats for forty years. This summer there were more canoes"
    " than barges for the first time, and he has started to write down the names of the dogs as well,"
    " since nobody else seems to do it and somebody may want to know.\n"
)


def _siblings(head: str, suffix: str = "md") -> dict[str, str]:
    return {f"{name}.{suffix}": f"---\n{head}\n---\n\n{_TEXT}" for name in "bcdefgh"}


@collection_rule(
    "sourcing/missing-metadata",
    summary="Metadata that nearly all documents beside this one have is missing.",
    message="No {fields} in the metadata; {having} of the {count} documents of this directory have one.",
    fingerprint=_make,
    options=Options,
    stages=(Stage(_by_directory, _outliers),),
    examples=[
        bad(
            f"---\ntitle: Locks\n---\n\n{_TEXT}", at="Locks", beside=_siblings("author: Ada Brook")
        ),
        bad(
            f"---\ntitle: Locks\nauthor: Ada Brook\n---\n\n{_TEXT}",
            at="Locks",
            beside=_siblings("byline: Ada Brook\npublished_at: 2024-05-01"),
        ),
        bad(
            _TEXT,
            at=_TEXT.split(". ", maxsplit=1)[0] + ".",
            beside=_siblings("source: The Brannock Mail"),
        ),
        good(_TEXT, beside=_siblings("title: Locks"), why="nobody here names an author"),
        good(
            f"---\nparams:\n  author: Ada Brook\n---\n\n{_TEXT}",
            beside=_siblings("author: Ada Brook"),
            why="another generator's key",
        ),
        good(
            f"---\nlayout: page\n---\n\n{_TEXT}",
            beside=_siblings("author: Ada\nlayout: post"),
            why="another kind of page",
        ),
        good(f"---\ndraft: true\n---\n\n{_TEXT}", beside=_siblings("author: Ada"), why="a draft"),
        good(
            f"---\ntitle: Locks\n---\n\n{_TEXT}",
            filename="2024-05-01-locks.md",
            beside=_siblings("date: 2024-04-01"),
            why="its name has the date",
        ),
        good(_TEXT, filename="index.md", beside=_siblings("author: Ada"), why="an index page"),
        good(_TEXT, filename="a.txt", beside=_siblings("author: Ada"), why="another kind of file"),
    ],
)
def missing_metadata(comparison: Comparison) -> Iterator[Hit]:
    count, having, *missing = comparison.values
    fields = [FIELDS[bit][0] for bit in missing]
    listed = " and no ".join(filter(None, (", no ".join(fields[:-1]), fields[-1])))
    yield Hit(
        _place(comparison.document),
        {"fields": listed, "count": count, "having": having},
        evidence=listed,
    )


def _place(document: Document) -> Span:
    """Return the first value of the metadata, or where the text begins."""
    if document.meta:
        return min(value.span for value in document.meta)
    for block in document.prose:
        if block.sentences:
            return block.sentences[0].span
    return Span(0, min(1, len(document.source)))
