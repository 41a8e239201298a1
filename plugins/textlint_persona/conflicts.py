"""What the claims of one document come to: how strongly they speak for several authors.

No single sign decides: the weights of all pairs of claims add up, and a document is reported from
`REPORTED_FROM` on. What the text tells as one life (a change of career, a bio that names both trades)
takes weight off. How the first person is used counts too: in a report that is otherwise impersonal,
lone sentences that each introduce somebody are a patchwork; in a memoir they are a life.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from textlint.document import Document
from textlint_persona.avocations import WEIGHT
from textlint_persona.careers import tells_a_change, told_as_one_life
from textlint_persona.claim import Claim
from textlint_persona.claims import claims_of
from textlint_persona.contradictions import contradictions
from textlint_persona.declared import declared_groups, declared_stems, is_by_several
from textlint_persona.grammar import stems, words_of
from textlint_persona.introductions import introduces_several, is_patchwork
from textlint_persona.lexicon import lexicon
from textlint_persona.memory import once_per_document
from textlint_persona.one_life import (
    LIFE,
    beside_a_living,
    identity,
    is_declared,
    is_life,
    plays_with_hats,
    told_together,
)
from textlint_persona.scenes import sentence_counts
from textlint_persona.self_facts import facts_of
from textlint_persona.weights import is_outsider, is_veteran_and_beginner, pair_weight

REPORTED_FROM = 0.95
# What somebody who knows the subject weighs against somebody who does not, when the text is about it.
_TOPICAL = 0.65
# Facts that contradict each other make it likelier that there are several speakers.
_FACTS = 0.5
_OF_AGE = 18  # years
# More claims than this say nothing new; keeps hostile texts linear.
MOST_CLAIMS = 60
# Under which all pairs are counted as one of which a claim is no living: some people hold five offices.
_BESIDE = ("", "")
# What a story of one life leaves of a pair's weight.
_STORY = 0.2
_STORY_AGAINST_A_LIFE = 0.9
# What is left of everything in a text that plays with roles.
_HATS = 0.6
# The same for a text that several people sign: each may say "I" of himself.
_BY_SEVERAL = 0.5
# Factors for a patchwork of lone first-person sentences and for a text told in the first person.
_PATCHWORK, _MEMOIR = 1.5, 0.75
# The factor for a text that hardly uses the first person though it does more than introduce people,
# and the share of such sentences it may have.
_IMPERSONAL, _HARDLY = 1.4, 0.3
# Factor for such a text when it tells of a change of career somewhere.
_CAREER_TOLD = 0.6
# What two claims have to weigh to be enough in an impersonal text.
_ENOUGH = 0.6
# Two introductions of different people in an impersonal text.
_INTRODUCED_TWICE = 1.0


def weigh(document: Document, claims: Sequence[Claim]) -> float:
    """Return how strongly the claims contradict each other; 0 when they fit one person."""
    claims = claims[:MOST_CLAIMS]
    clashes = [
        (first, second, weight)
        for first, second in combinations(claims, 2)
        if (weight := pair_weight(first, second))
    ]
    introduced = _INTRODUCED_TWICE if introduces_several(document, claims) else 0.0
    if not clashes:
        return introduced
    declared = declared_groups(document) | told_as_one_life(claims)
    named = declared_stems(document)
    patchwork = is_patchwork(document)
    heaviest: dict[tuple[str, str], float] = {}
    together = told_together(claims)
    beside = beside_a_living(document, claims)
    stories = {claim: tells_a_change(claim) for claim in claims}
    for first, second, alone in clashes:
        weight = alone
        if stories[first] or stories[second]:
            # Who has been at one thing all his life has not left it for another.
            always = first.is_whole or second.is_whole or is_veteran_and_beginner(first, second)
            weight *= _STORY_AGAINST_A_LIFE if always else _STORY
        both = all(is_declared(claim, declared, named) for claim in (first, second))
        if both and not is_veteran_and_beginner(first, second):
            continue
        if (
            weight < _TOPICAL
            and "lay" in (first.kind, second.kind)
            and (_on_topic(document, first, second) or (patchwork and is_outsider(first, second)))
        ):
            weight = _TOPICAL
        pair = (identity(first), identity(second))
        weight *= together.get(frozenset(pair), 1.0)
        outside = "lay" in (first.kind, second.kind) or first.denied or second.denied
        if not outside and not beside.isdisjoint((first, second)):
            weight = min(weight, WEIGHT)
            pair = _BESIDE
        heaviest[pair] = max(heaviest.get(pair, 0.0), weight)
    if not heaviest:
        return introduced
    if max(heaviest.values()) >= _ENOUGH and is_patchwork(document):
        introduced = _INTRODUCED_TWICE
    lived = is_life(document, claims)
    total = (max if lived else sum)(heaviest.values()) * _manner(document, claims)
    if plays_with_hats(claims):
        total *= _HATS
    if is_by_several(document):
        total, introduced = total * _BY_SEVERAL, 0.0
    total += _FACTS if contradictions(document) or _is_too_young(document) else 0.0
    return max(total, introduced)


def _on_topic(document: Document, first: Claim, second: Claim) -> bool:
    """Whether an impersonal text is about what both claims name: one knows it, the other does not."""
    lay, other = (first, second) if first.kind == "lay" else (second, first)
    return (
        is_patchwork(document)
        and _is_topic(document, lay)
        and (_is_topic(document, other) or bool(other.groups & _subject(document)))
    )


@once_per_document
def _subject(document: Document) -> frozenset[str]:
    """Return the groups of trades that come back in a text: what it is about."""
    told = {claim.block for claim in claims_of(document)}
    blocks = (lexicon().about(words_of(b.folded)) for b in document.prose if b not in told)
    counts = Counter(group for groups in blocks for group in groups)
    return frozenset(group for group, count in counts.items() if count >= _OFTEN)


def _is_topic(document: Document, claim: Claim) -> bool:
    named = stems(" ".join(words_of(claim.block.folded[claim.start : claim.end])[:_NAMING_WORDS]))
    others = [block for block in document.prose if block is not claim.block]
    title = document.prose[0].folded if others[:1] == [document.prose[0]] else ""
    return any(
        stem in title or sum(stem in block.folded for block in others) >= _OFTEN
        for stem in named
        if len(stem) >= 4
    )


# In how many other blocks a topic comes back, and in how many first words a claim names its own.
_OFTEN, _NAMING_WORDS = 2, 7


def _manner(document: Document, claims: Sequence[Claim]) -> float:
    """Return the factor for the way in which the document uses the first person."""
    if is_patchwork(document):
        return _PATCHWORK
    sentences, personal = sentence_counts(document)
    if sentences >= _ENOUGH_SENTENCES and personal <= _HARDLY * sentences:
        return _IMPERSONAL
    if sentences < 6 or personal < LIFE * sentences:
        return 1.0
    return _MEMOIR * (_CAREER_TOLD if any(map(tells_a_change, claims)) else 1.0)


_ENOUGH_SENTENCES = 12


def _is_too_young(document: Document) -> bool:
    """Whether a minor speaks somewhere; with a living claimed beside it that is a second sign."""
    return any(
        fact.kind == "age" and fact.number is not None and fact.number < _OF_AGE
        for fact in facts_of(document)
    )
