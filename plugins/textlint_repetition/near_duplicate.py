"""A document has the wording of another one of the collection.

The same article under two names makes search engines choose one of them, corrections miss the other,
and a corpus count it twice. Reported is the file that looks later: by date in the metadata or the path,
then by a missing byline, then by the page furniture that it carries, then by its length. Copies of
one text are one finding, with all of them as related places.

Two texts count as one when four fifths of their runs of five words are the same, or when one of them
holds nine tenths of the other and is not much longer.

**How to fix.** Keep one of them and let the other link to it. If both must stay, give one a canonical
address that points to the other, and suppress the rule there.

**Known limits.** Files made from one template with other names and figures (releases, notices) are
not reported. Shares of wording are estimated, give or take a few per cent. Texts of fewer than 40
words are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from textlint.collection import Comparison, Entry, Found, Role, Shared, Stage, may_pair, role_of
from textlint.document import BlockKind, Document
from textlint.families import Families
from textlint.model import Hit, Related, Span
from textlint.pairs import join_stages, pair_key, pair_of
from textlint.rule import bad, collection_rule, good
from textlint.sketches import hashes, same_wording
from textlint_repetition.duplicate_examples import LETTER, NOTICE, PAGE, POEM, REPORT, SALE
from textlint_repetition.duplicate_fingerprint import Print, make, read

_PROBED = 24  # of the smallest hashes of a sketch, to find candidates by
_FEWEST_SHARED = 2
_SAME_FACTS = 0.6  # share of names and figures below which two texts are of one template


def _probes(entry: Entry, shared: Shared) -> Iterator[tuple[int, int]]:
    for value in hashes(read(entry.fingerprint).sketch)[:_PROBED]:
        yield value, entry.doc


def _neighbours(key: int, docs: Sequence[int], shared: Shared) -> Iterator[tuple[int, int]]:
    """Pair each document with the first and with the next one: linear, however many share a run."""
    centre = next((doc for doc in docs if role_of(doc) is Role.MEMBER), None)
    if centre is None:
        centre = next((doc for doc in docs if role_of(doc) is Role.REFERENCE), docs[0])
    members = [doc for doc in docs if role_of(doc) is not Role.GUEST]
    pairs = {pair_key(centre, doc) for doc in docs if may_pair(centre, doc)}
    pairs |= {pair_key(a, b) for a, b in pairwise(members) if may_pair(a, b)}
    for pair in sorted(pairs):
        yield pair, key


def _vote(record: tuple[int, int], shared: Shared) -> Iterator[tuple[int, int]]:
    yield record


def _candidate(key: int, votes: Sequence[int], shared: Shared) -> Iterator[tuple[int, int]]:
    yield pair_of(key)


def _weigh(
    pair: tuple[int, int], one: Entry, two: Entry, shared: Shared
) -> Iterator[tuple[float, Entry, Entry]]:
    first, second = read(one.fingerprint), read(two.fingerprint)
    share = same_wording(first.sketch, second.sketch)
    if share and _same_facts(first, second):
        yield share, one, two


def _same_facts(one: Print, two: Print) -> bool:
    facts, others = set(one.facts), set(two.facts)
    fewer = min(len(facts), len(others))
    return fewer == 0 or len(facts & others) >= _SAME_FACTS * fewer


_Pair = tuple[float, Entry, Entry]


def _all_together(pair: _Pair, shared: Shared) -> Iterator[tuple[int, _Pair]]:
    yield 0, pair


def _families(key: int, pairs: Sequence[_Pair], shared: Shared) -> Iterator[Found]:
    entries = {entry.doc: entry for _, one, two in pairs for entry in (one, two)}
    shares: dict[int, float] = {}
    guests: dict[int, list[int]] = {}
    families = Families()
    for share, one, two in pairs:
        for entry in (one, two):
            shares[entry.doc] = max(share, shares.get(entry.doc, 0.0))
        guest = next((d for d in (one.doc, two.doc) if role_of(d) is Role.GUEST), None)
        if guest is None:
            families.join(one.doc, two.doc)
        else:  # reported on its own, and at itself
            guests.setdefault(guest, []).append(two.doc if guest == one.doc else one.doc)
    for members in families.members().values():
        latest = max(members, key=lambda doc: _lateness(entries[doc]))
        others = tuple(doc for doc in members if doc != latest)
        yield Found(latest, others, (round(100 * shares[latest]),))
    for guest, found in sorted(guests.items()):
        yield Found(guest, tuple(sorted(found)), (round(100 * shares[guest]),))


def _lateness(entry: Entry) -> tuple[Any, ...]:
    """Return what sorts the document that looks like the copy behind the other."""
    found = read(entry.fingerprint)
    return (
        role_of(entry.doc) is not Role.REFERENCE,
        *found.provenance.lateness(entry.path),
        found.provenance.furniture,
        found.runs,
        entry.path,
    )


@collection_rule(
    "repetition/near-duplicate",
    summary="A document has the wording of another one.",
    message="{percent}% of the wording is also in {others}.",
    fingerprint=make,
    stages=(
        Stage(_probes, _neighbours, at_least=2),
        Stage(_vote, _candidate, at_least=_FEWEST_SHARED),
        *join_stages(_weigh),
        Stage(_all_together, _families),
    ),
    examples=[
        bad(
            REPORT,
            at="Dorrit Vane has bought the last cinema of Ellsmouth.",
            beside={"a.md": REPORT},
        ),
        bad(
            PAGE, at="Dorrit Vane has bought the last cinema of Ellsmouth.", beside={"a.md": REPORT}
        ),
        bad(
            REPORT,
            at="Dorrit Vane has bought the last cinema of Ellsmouth.",
            filename="posts/2024-05-02-cinema.md",
            beside={"posts/2024-05-01-cinema.md": REPORT, "posts/2024-04-30-cinema.md": PAGE},
        ),
        good(LETTER, beside={"a.md": REPORT}, why="another text"),
        good(
            NOTICE.format(
                month="June", street="Calder Row", cost="41,500", firm="Pell & Daughters"
            ),
            beside={
                "a.md": NOTICE.format(
                    month="April", street="Brook Lane", cost="18,250", firm="Oakham Paving"
                )
            },
            why="one template, other facts",
        ),
        good(SALE, beside={"a.md": SALE}, why="too short to be compared"),
        good(POEM, beside={"a.md": REPORT + "\n" + POEM}, why="a small part of a longer text"),
    ],
)
def near_duplicate(comparison: Comparison) -> Iterator[Hit]:
    (percent,) = comparison.values
    first, more = comparison.paths[0], len(comparison.paths) - 1
    related = tuple(
        Related(_opening(other), "the same wording", path)
        for other, path in zip(comparison.others, comparison.paths, strict=False)
        if other is not None
    )
    yield Hit(
        _opening(comparison.document),
        {"percent": percent, "others": f"{first} and {more} more" if more else first},
        related=related,
        evidence=first,
    )


def _opening(document: Document) -> Span:
    """Return the first sentence, or the first block where there is none."""
    blocks = [block for block in document.prose if block.kind is not BlockKind.HEADING]
    for block in blocks or document.prose:
        if block.sentences:
            return block.sentences[0].span
    return Span(0, min(1, len(document.source)))
