"""An article tells what another article of the collection tells, in other words.

Rewording changes every sentence, but names, figures and rare words stay, and they stay together in
small groups. This article shares nearly all of its names and figures with another one, groups them
as that one does and adds none of its own. The related places show which passages belong together.

That is evidence and no verdict: the other article may be the one that was made from this one, and
both may come from the same press release. A copy is reported at the file that looks later: by date in
the metadata or the path, then by a missing byline, then by the words of article spinners in it, then by
what it leaves out. A group of copies is reported once. Copies with the same wording are
`repetition/near-duplicate`. Of an article with few names and figures the rare words count as well.

**How to fix.** Name and link the article that this one retells and say what was changed, or take it
down. If the two belong together (a series, an update), suppress the rule in this file.

**Known limits.** A copy that keeps few names and rounds all figures is missed; so, mostly, is a heavy
rewrite with another article around it. Two articles with the same cast and no facts of their own (a
report that only sums up an interview, two short news of one strike, two episodes of one series) come
close to a copy and may be reported; a report that adds names or figures of its own is not. Names are
known by their capitals, so the rule reads English only. Only documents of one collection are compared,
and those with the folders of `--reference`. What more than 16 documents share tells nothing. Texts that
keep the wording and exchange the facts (releases, notices of one template), and those that share
passages word for word, are no rewording. Pages with blocks of code are compared from twelve names, figures
and rare words on: the pages of a manual are made alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from textlint.collection import Comparison, Entry, Key, Stage
from textlint.document import Document
from textlint.model import Confidence, Hit, Severity
from textlint.rule import bad, collection_rule, good
from textlint_spun.copy_examples import (
    AUDIT,
    BRIDGE,
    BRIDGE_ADVISORY,
    BRIDGE_REWORDED,
    FERRY,
    FERRY_REWORDED,
    HARBOUR,
    HARBOUR_OTHER_DESK,
    ORCHARD,
    ORCHARD_REWORDED,
)

_OF_THE_OTHER = (
    "{kept} of the {anchors} {facts} of {other} are also here, told in the same groups{more}."
)


# What follows is loaded when documents are compared: a check of single files needs none of it.


def _make(document: Document, options: Any) -> bytes | None:
    from textlint_spun.copy_fingerprint import make

    return make(document, options)


def _stages() -> tuple[Stage, ...]:
    from textlint_spun.copy_stages import STAGES

    return STAGES


def _count(entry: Entry) -> Iterable[Key]:
    from textlint_spun.copy_stages import terms_in

    return terms_in(entry)


def _wording(entry: Entry) -> Key:
    from textlint_spun.copy_stages import wording_of

    return wording_of(entry)


@collection_rule(
    "spun/reworded-copy",
    summary="An article retells another one of the collection in other words.",
    message=(
        "{kept} of the {anchors} {facts} here are also in {other}, told in the same groups{more}."
    ),
    fingerprint=_make,
    stages=_stages,
    count=_count,
    wording=_wording,
    confidence="medium",
    languages=("en",),
    examples=[
        bad(BRIDGE_REWORDED.text, at=BRIDGE_REWORDED.at, filename="b.md", beside={"a.md": BRIDGE}),
        bad(
            FERRY_REWORDED.text,
            at=FERRY_REWORDED.at,
            filename="2024/10/14/kelby-point.txt",
            beside={"2024/10/13/aground.txt": FERRY},
        ),
        bad(
            ORCHARD_REWORDED.text,
            at=ORCHARD_REWORDED.at,
            filename="2024-06-02-orchard.md",
            beside={"2024-05-30-orchard.md": ORCHARD},
        ),
        good(
            HARBOUR_OTHER_DESK,
            filename="b.md",
            beside={"a.md": HARBOUR},
            why="another newsroom's report of the same event",
        ),
        good(
            BRIDGE_ADVISORY,
            filename="b.md",
            beside={"a.md": BRIDGE},
            why="a notice for travellers about the same bridge",
        ),
        good(BRIDGE, filename="b.md", beside={"a.md": BRIDGE}, why="repetition/near-duplicate"),
        good(AUDIT, filename="b.md", beside={"a.md": BRIDGE, "c.md": FERRY}, why="another article"),
    ],
)
def reworded_copy(comparison: Comparison) -> Iterator[Hit]:
    from textlint_spun.copy_features import WARNING
    from textlint_spun.copy_passages import aligned

    reached, kept, anchors, own_names, with_words = comparison.values
    original = comparison.others[0]
    more = len(comparison.paths) - 1
    values = {
        "kept": kept,
        "anchors": anchors,
        "facts": "rare words, names and figures" if with_words else "names and figures",
        "other": comparison.paths[0],
        "more": f", and {more} more tell the same" if more else "",
    }
    where, related = aligned(comparison.document, original, comparison.paths[0])
    if reached >= WARNING:
        severity, confidence = None, Confidence.HIGH if reached >= 2 * WARNING else None
    else:
        severity, confidence = Severity.NOTE, Confidence.LOW
    yield Hit(
        where,
        values,
        related=related,
        severity=severity,
        confidence=confidence,
        message=None if own_names else _OF_THE_OTHER,
        evidence=comparison.paths[0],
    )
