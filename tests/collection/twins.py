"""A plugin that compares documents by their first word, and how its tests date files."""

from __future__ import annotations

import os
import time
from pathlib import Path

# Reports a document whose first word is also the first of another one, at the later path.
TWINS_PLUGIN = '''
"""Documents that begin alike."""

from textlint.collection import Found, Role, Stage, fixed_hash, may_pair, role_of
from textlint.hookspecs import hookimpl
from textlint.model import Hit, Related, Span
from textlint.rule import collection_rule

READ = []


def fingerprint(document, options):
    READ.append(document.path)
    return document.source.split()[0].encode() if document.source.split() else None


def by_word(entry, shared):
    yield fixed_hash(entry.fingerprint.decode()), entry.doc


def found(key, docs, shared):
    for doc in docs:
        others = [d for d in docs if may_pair(doc, d) and (d < doc or role_of(d) is Role.REFERENCE)]
        if others and role_of(doc) is not Role.REFERENCE:
            yield Found(doc, tuple(others), (shared.documents,))


@collection_rule(
    "twins/same-start",
    summary="Two documents begin alike.",
    message="begins as {paths}; {count} documents",
    fingerprint=fingerprint,
    stages=[Stage(by_word, found, at_least=2)],
    examples=(),
)
def same_start(comparison):
    word = comparison.document.source.split()[0]
    start = comparison.document.source.index(word)
    yield Hit(
        Span(start, start + len(word)),
        {"paths": " ".join(comparison.paths), "count": comparison.values[0]},
        related=tuple(
            Related(Span(other.source.index(word), other.source.index(word) + len(word)), "here", path)
            for other, path in zip(comparison.others, comparison.paths)
            if other is not None
        ),
    )


@hookimpl
def textlint_rules():
    return [same_start]
'''


def age(folder: Path) -> None:
    """Make all files old enough to be trusted by their times, and this call different from others."""
    for path in folder.iterdir():
        if path.is_file():
            stamp = time.time() - 100 + len(path.read_bytes()) / 1000
            os.utime(path, (stamp, stamp))
