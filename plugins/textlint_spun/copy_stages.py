"""The stages that find reworded copies: keys → candidates → evidence → families → findings.

1. Each document gives its pairs of neighbouring anchors; each pair of documents that shares one is a
   vote. Keys of more than `MOST_OWNERS` documents are what everybody writes about, and templates.
2. Votes are counted; a pair with `FEWEST_SHARED` or more is a candidate.
3. 4. The fingerprints of both are joined to each candidate, and the evidence is weighed.
5. All that could be copies come together: families are joined, so that several copies of an article
   do not make its anchors look common; then each pair has its score.

Of documents with exactly one wording only the first (in order of role and path) takes part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from textlint.collection import (
    Entry,
    Found,
    Role,
    Shared,
    Stage,
    fixed_hash,
    may_pair,
    mixed,
    role_of,
)
from textlint.families import Families
from textlint.pairs import join_stages, pair_key, pair_of
from textlint.provenance import Provenance, date_in
from textlint_spun import copy_fingerprint
from textlint_spun.copy_evidence import COUNT_BITS, Candidate, Evidence, owners_in, weighed
from textlint_spun.copy_features import NOTE, exclusive, is_sure, pair_keys, score
from textlint_spun.terms import anchors_in, hashes_in

MOST_OWNERS = 16
_SAMPLED_BITS = 63  # every second key is enough to find candidates by, and to see who shares them
FEWEST_SHARED = 3
_SPUN = 60  # marks of a fingerprint from which on a document looks made by a spinner
# Documents with a term, and share of them, beyond which it is no anchor.
_COMMON, _COMMON_SHARE = 8, 0.02


# -- 0: one of each wording ------------------------------------------------------------------------


def _by_wording(entry: Entry, shared: Shared) -> Iterator[tuple[int, Entry]]:
    # A guest is compared on its own: whether it stands for its wording may not depend on others.
    guest = entry.doc if role_of(entry.doc) is Role.GUEST else 0
    yield mixed(wording_of(entry), guest), entry


def wording_of(entry: Entry) -> int:
    """Return a key that documents of exactly the same wording share."""
    return fixed_hash(copy_fingerprint.sketch_in(entry.fingerprint).hex())


def _first(key: int, entries: Sequence[Entry], shared: Shared) -> Iterator[Entry]:
    yield min(entries, key=lambda entry: (role_of(entry.doc), entry.path))


# -- 1, 2: candidates ------------------------------------------------------------------------------


def _keys(entry: Entry, shared: Shared) -> Iterator[tuple[int, int]]:
    doc = entry.doc
    for key in _keys_of(entry.fingerprint, shared):
        if key >> _SAMPLED_BITS == 0:
            yield key, doc


def _keys_of(fingerprint: bytes, shared: Shared) -> set[int]:
    """Return the keys of a document, without the anchors that are common in this collection."""
    common = _common(shared)
    anchors = anchors_in(copy_fingerprint.terms_in(fingerprint))
    return pair_keys([anchor for anchor in anchors if anchor[0] not in common])


@lru_cache(maxsize=1)
def _common(shared: Shared) -> frozenset[int]:
    """Return the terms that are common in this collection: few, where `counts` has nearly all."""
    most = max(_COMMON, _COMMON_SHARE * shared.documents)
    return frozenset(term for term, count in shared.counts.items() if count > most)


def _votes(key: int, owners: Sequence[int], shared: Shared) -> Iterator[tuple[int, int]]:
    """Yield (pair of documents, key with its number of owners) for each pair."""
    own = [doc for doc in owners if role_of(doc) is not Role.GUEST]
    if len(own) > MOST_OWNERS:
        return
    vote = key >> COUNT_BITS << COUNT_BITS
    for index, one in enumerate(owners):
        for two in owners[index + 1 :]:
            if may_pair(one, two):
                guests = role_of(one) is Role.GUEST or role_of(two) is Role.GUEST
                yield pair_key(one, two), vote | len(own) + guests


def _same(vote: tuple[int, int], shared: Shared) -> Iterator[tuple[int, int]]:
    yield vote


def _candidates(pair: int, votes: Sequence[int], shared: Shared) -> Iterator[Candidate]:
    yield Candidate(*pair_of(pair), tuple(votes))


# -- 5: families -----------------------------------------------------------------------------------


_Copy = tuple[float, Evidence]  # score, evidence


def _together(evidence: Evidence, shared: Shared) -> Iterator[tuple[int, Evidence]]:
    yield 0, evidence


def _findings(key: int, values: Sequence[Evidence], shared: Shared) -> Iterator[Found]:
    """Yield one finding for each group of documents that are reworded copies of each other."""
    sure = [e for e in values if (e.duplicate or is_sure(e.features)) and _guest_of(e) is None]
    families = Families((e.candidate.one, e.candidate.two) for e in sure)
    surplus = _surplus(values, families, shared)
    copies: list[_Copy] = []
    for evidence in values:
        if not evidence.duplicate:
            owners = _family_owners(evidence, families, surplus)
            reached = score(evidence.features, exclusive(owners)) - evidence.discount
            if reached >= NOTE:
                copies.append((reached, evidence))
    repeated = {doc for e in values if e.duplicate for doc in e.candidate[:2]}
    group_of = Families(
        (e.candidate.one, e.candidate.two)
        for e in [*(e for _, e in copies if not e.wider), *(e for e in values if e.duplicate)]
        if _guest_of(e) is None
    )
    reports: dict[int, list[_Copy]] = {}
    by_group: dict[int, list[_Copy]] = {}
    for copy in copies:
        guest = _guest_of(copy[1])
        if guest is not None:
            reports.setdefault(guest, []).append(copy)
        elif copy[1].wider and group_of.of(copy[1].candidate.one) != group_of.of(
            copy[1].candidate.two
        ):
            reports.setdefault(_wider(copy[1]), []).append(copy)
        else:
            by_group.setdefault(group_of.of(copy[1].candidate.one), []).append(copy)
    for group in by_group.values():
        reports.setdefault(_derived(group, repeated), []).extend(group)
    for doc in sorted(reports):
        yield _found(doc, reports[doc])


def _surplus(values: Sequence[Evidence], families: Families, shared: Shared) -> dict[int, int]:
    """Return by how much the owners of a key exceed the families of owners, where they do."""
    prints = {e.doc: e.fingerprint for value in values for e in (value.one, value.two)}
    found: dict[int, int] = {}
    for members in families.members().values():
        counts: Counter[int] = Counter()
        for doc in members:
            counts.update({key >> COUNT_BITS for key in _keys_of(prints[doc], shared)})
        for vote, count in counts.items():
            if count > 1:
                found[vote] = found.get(vote, 0) + count - 1
    return found


def _family_owners(
    evidence: Evidence, families: Families, surplus: dict[int, int]
) -> Iterator[int]:
    """Yield for each shared key the owners outside the pair's families, and two for the pair."""
    own = {families.of(evidence.candidate.one), families.of(evidence.candidate.two)}
    for vote in evidence.candidate.votes:
        count = owners_in(vote) - surplus.get(vote >> COUNT_BITS, 0)
        yield count + (1 if len(own) == 1 else 0)


def _guest_of(evidence: Evidence) -> int | None:
    """Return the guest of a pair: each is reported on its own, and at itself."""
    return next((d for d in evidence.candidate[:2] if role_of(d) is Role.GUEST), None)


def _wider(evidence: Evidence) -> int:
    """Return the document with a copy in it: the one that has more around it, if it is not older."""
    wide, narrow = evidence.two, evidence.one
    if evidence.wider == 1:
        wide, narrow = narrow, wide
    dates = [_provenance(e).date or date_in(e.path) for e in (wide, narrow)]
    older = all(dates) and dates[0] < dates[1]
    if role_of(wide.doc) is Role.REFERENCE or (older and role_of(narrow.doc) is not Role.REFERENCE):
        return narrow.doc
    return wide.doc


def _derived(copies: list[_Copy], repeated: set[int]) -> int:
    """Return the document of a group that looks made from the others.

    Later date, then no byline, then the words of spinners, then the one whose wording stands alone
    while another's is found twice, then the one that adds nothing to the others.
    """
    entries = {e.doc: e for _, evidence in copies for e in (evidence.one, evidence.two)}
    led: Counter[int] = Counter()
    for _, evidence in copies:
        led[evidence.candidate.one] += evidence.direction
        led[evidence.candidate.two] -= evidence.direction

    def lateness(doc: int) -> tuple[Any, ...]:
        entry, origin = entries[doc], _provenance(entries[doc])
        return (
            role_of(doc) is not Role.REFERENCE,
            *origin.lateness(entry.path),
            copy_fingerprint.read(entry.fingerprint).marks >= _SPUN,
            doc not in repeated,
            led[doc],
            origin.furniture,
            entry.path,
        )

    return max(entries, key=lateness)


def _provenance(entry: Entry) -> Provenance:
    return copy_fingerprint.read(entry.fingerprint).provenance


def _found(doc: int, copies: list[_Copy]) -> Found:
    """Return the finding at `doc`: its best match first, then the other documents of the group."""
    own = sorted(
        (copy for copy in copies if doc in copy[1].candidate[:2]),
        key=lambda copy: (-copy[0], copy[1].candidate),
    )
    others = [next(d for d in e.candidate[:2] if d != doc) for _, e in own]
    docs = {d for _, evidence in copies for d in evidence.candidate[:2]}
    best_score, best = own[0]
    others += sorted(docs - {doc, *others})
    return Found(
        doc,
        tuple(others),
        (
            round(best_score, 2),
            best.kept,
            best.anchors,
            int(best.covered == doc),
            int(best.with_words),
        ),
    )


STAGES = (
    Stage(_by_wording, _first),
    Stage(_keys, _votes, at_least=2),
    Stage(_same, _candidates, at_least=FEWEST_SHARED),
    *join_stages(weighed),
    Stage(_together, _findings),
)


def terms_in(entry: Entry) -> set[int]:
    """Return each term of a document once, for the collection's own frequencies."""
    return hashes_in(copy_fingerprint.terms_in(entry.fingerprint))
