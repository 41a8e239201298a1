"""A text that introduces its "I" anew, as somebody else: a patchwork of lone first-person sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint_persona.careers import CAREER, is_looked_back_on, told_as_one_life
from textlint_persona.claim import Claim
from textlint_persona.claims import claims_of
from textlint_persona.declared import declared_groups, declared_stems
from textlint_persona.grammar import DURATION, SINCE
from textlint_persona.memory import once_per_document
from textlint_persona.one_life import (
    SIDE_BY_SIDE,
    beside_a_living,
    identity,
    is_declared,
    told_together,
)
from textlint_persona.scenes import sentence_counts
from textlint_persona.weights import are_two_livings, pair_weight

# The share of first-person sentences that a patchwork may have, and when each of them claims something.
_FEW, _FEW_AND_CLAIMING = 0.5, 0.7
# What two introductions weigh from which on they are not of one person.
_FIRM_PAIR = 0.6
_OPENING = 3  # code points: a quotation mark, a dash
# Fields of what somebody of any trade does for love.
_PASTIMES = frozenset({"supporting", "play"})
# Fields of persons that stand for a narrator; kin, origin, age, belief and custom go with every role.
_STANDINGS = _PASTIMES | {"anyone"}


@once_per_document
def is_patchwork(document: Document) -> bool:
    """Whether nearly all of the few first-person sentences of a document introduce somebody."""
    sentences, personal = sentence_counts(document)
    claiming = len({(claim.block, claim.sentence) for claim in claims_of(document)})
    few = _FEW_AND_CLAIMING if claiming >= personal else _FEW
    return claiming >= 2 and personal <= few * sentences and claiming >= 0.6 * personal


def introduces_several(document: Document, claims: Sequence[Claim]) -> bool:
    """Whether two paragraphs of an impersonal text each introduce an "I", as different people.

    Here the trades need not clash: whoever has said "As an experienced trader, I …" does not begin
    again with "As a researcher, I …" four paragraphs of plain report later. In one paragraph two roles
    may be set side by side on purpose; then they have to be livings that do not go together.
    """
    fresh = [claim for claim in claims if _introduces(claim)]
    if len(fresh) < 2 or not is_patchwork(document):
        return False
    beside = beside_a_living(document, claims)
    fresh = [
        claim
        for claim in fresh
        if claim not in beside
        and not CAREER.search(claim.block.folded)
        and not is_looked_back_on(claim)
    ]
    declared = declared_groups(document) | told_as_one_life(claims)
    named = declared_stems(document)
    together = told_together(claims)
    return any(
        (first.block is not second.block or are_two_livings(first, second))
        and (first.kind != "trade" or first.field != second.field)
        and _are_strangers(first, second)
        and first.head.split()[-1:] != second.head.split()[-1:]
        and together.get(frozenset({identity(first), identity(second)}), 1.0) > SIDE_BY_SIDE
        and not all(is_declared(claim, declared, named) for claim in (first, second))
        for first, second in combinations(fresh, 2)
    )


def _are_strangers(first: Claim, second: Claim) -> bool:
    """Whether two introductions are too firm to be hats of one person: a founder also writes code."""
    if pair_weight(first, second) >= _FIRM_PAIR:
        return True
    for_love = any(
        claim.field in _PASTIMES and "professional" not in claim.text.lower()
        for claim in (first, second)
    )
    if for_love and "trade" in (first.kind, second.kind):
        return False
    return _vouches(first) and _vouches(second)


def _vouches(claim: Claim) -> bool:
    """Whether a claim tells a trade, a specialty or a long time: "an IT consultant", "a seasoned one"."""
    if claim.kind in ("trade", "experience", "lay") or claim.is_long:
        return True
    words = claim.text.lower().split()
    if len(words) < 3 or words[1] not in ("a", "an") or not claim.head:
        return False
    return words[2] not in _NO_SPECIALTY and not claim.head.startswith(words[2])


# What stands before a noun for a role and tells no specialty.
_NO_SPECIALTY = (
    frozenset({"former", "retired", "bad", "poor", "new", "young", "old", "older", "younger"})
    | {"working", "proud", "local", "small", "fellow", "mere", "simple", "humble", "keen"}
    | {"lifelong", "good", "sometime", "occasional", "slow", "fast", "would-be", "amateur"}
    | {"part-time", "full-time", "newly", "one-time"}
)


def _introduces(claim: Claim) -> bool:
    """Whether a sentence opens with who is speaking: "As a nurse, I …", not "I am a nurse"."""
    if claim.text[:2].lower() in ("i ", "i'", "i’") or claim.stance != "holds":
        return False
    if claim.is_plural or claim.start - claim.sentence[0] > _OPENING:
        return False
    if claim.kind == "lay":
        return claim.intro
    if claim.kind == "person":
        return claim.intro and claim.field in _STANDINGS
    if claim.kind == "experience":
        return _AT_ONCE.search(claim.text.lower(), 0, _SOON) is not None
    return claim.kind in ("trade", "soft", "side")


# "In my twelve years as a vet", and not "My wife and I bought it after twelve years in other people's".
_AT_ONCE, _SOON = lazy_pattern(rf"{DURATION}|{SINCE}|career|lifetime"), 45  # code points
