"""What lets several claims be those of one person: said together, declared, beside a living, a life."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint_persona.avocations import is_avocation, unpaid_groups
from textlint_persona.claim import Claim
from textlint_persona.declared import groups_named, roles_named
from textlint_persona.grammar import stems, words_of
from textlint_persona.scenes import sentence_counts
from textlint_persona.weights import are_livings_apart, is_veteran_and_beginner, says_both

# What is left of it when both stand in one paragraph.
SIDE_BY_SIDE = 0.3
# The same for two livings that hardly anybody combines.
_SIDE_BY_SIDE_APART = 0.85
# A life holds many roles, and each paragraph of it tells of one: with so many of so many sentences in the
# first person the text is one person's, in a shorter one the heaviest pair alone counts where so many roles
# are past.
LIFE, _TOLD = 0.5, 8
_ROLES_OF_A_LIFE = 2
# "Monday. The ferry was late": so many different days make a diary.
_DAYS = 3
_DAY = lazy_pattern(
    r"\W{0,3}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\b)(?=[\s.,:;–—*_-])"
)


def told_together(claims: Sequence[Claim]) -> dict[frozenset[str], float]:
    """Return a factor for the pairs of roles that the author sets side by side somewhere.

    "As a curator, I wanted long labels; as a webmaster, short ones": whoever says so is both.
    """
    factors: dict[frozenset[str], float] = {}
    breaths = [
        (first.groups, second.groups)
        for first, second in combinations(claims, 2)
        if first.block is second.block
        and first.sentence == second.sentence
        and "lay" not in (first.kind, second.kind)
        and first.groups
        and second.groups
        and not first.groups & second.groups
    ]
    for first, second in combinations(claims, 2):
        if first.block is second.block:
            pair = frozenset({identity(first), identity(second)})
            same = first.sentence == second.sentence
            apart = is_veteran_and_beginner(first, second) or (
                are_livings_apart(first, second)
                and (
                    "lay" in (first.kind, second.kind)
                    or not (_mentions(first, second) or _mentions(second, first))
                )
            )
            beside = _SIDE_BY_SIDE_APART if apart else SIDE_BY_SIDE
            factors[pair] = min(factors.get(pair, 1.0), 0.0 if same else beside)
        if any(_are_named(first, second, both) for both in breaths):
            pair = frozenset({identity(first), identity(second)})
            factors[pair] = min(factors.get(pair, 1.0), SIDE_BY_SIDE)
        if says_both(first, second) or says_both(second, first) or _adds(first, second):
            factors[frozenset({identity(first), identity(second)})] = 0.0
    return factors


def _are_named(first: Claim, second: Claim, both: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether two claims are of trades that one sentence told of its speaker."""
    one, other = both
    return bool(
        (first.groups & one and second.groups & other)
        or (first.groups & other and second.groups & one)
    )


def identity(claim: Claim) -> str:
    return claim.head or f"{claim.frame}:{'/'.join(sorted(claim.groups))}"


def _adds(first: Claim, second: Claim) -> bool:
    """Whether the second of two claims in a paragraph adds a role: "I'm a nurse. I'm also a potter"."""
    return first.block is second.block and _ADDED.search(second.text.lower()) is not None


_ADDED = lazy_pattern(r"\bi(?:'m|’m| am|'ve been| have been|) (?:also|too|besides)\b")


def _mentions(first: Claim, second: Claim) -> bool:
    """Whether the sentence of one claim names the trade of another: "as a lifeguard I …, and in the bank"."""
    words = words_of(first.block.folded[slice(*first.sentence)])
    named = roles_named(words) if second.head else groups_named(words)
    return bool(second.groups & (named - first.denied))


def is_declared(claim: Claim, groups: frozenset[str], named: frozenset[str]) -> bool:
    """Whether the page says of its author what a claim does: "has a doctorate in chemistry", a chemist."""
    if claim.groups and claim.groups <= groups:
        return True
    return bool(claim.head) and stems(claim.head) <= named


def beside_a_living(document: Document, claims: Sequence[Claim]) -> frozenset[Claim]:
    """Return the claims of what goes with every living, or is said to be none, and what belongs to them.

    "As your mayor, I've put it off since I was elected" tells of one office.
    """
    unpaid = unpaid_groups(document)
    beside = {c for c in claims if is_avocation(c) or (c.groups and c.groups <= unpaid)}
    told = {(claim.block, claim.sentence) for claim in beside if claim.kind == "soft" or claim.head}
    return frozenset(beside) | {
        claim for claim in claims if not claim.head and (claim.block, claim.sentence) in told
    }


def plays_with_hats(claims: Sequence[Claim]) -> bool:
    """Whether a paragraph sets two roles side by side on purpose: "As a guest I …; as a cook I …"."""
    return any(
        first.block is second.block and first.intro and second.intro and first.head != second.head
        for first, second in pairwise(claims)
    )


def is_told_by_one(document: Document) -> bool:
    """Whether a text is told in the first person throughout, or is a diary: by one person, then.

    Where each paragraph was reworded as by another expert, each says "I" once or twice and goes on about the
    subject: in 142 such articles by several writers at most four sentences in ten were in the first person.
    """
    sentences, personal = sentence_counts(document)
    if sentences >= _TOLD and personal >= LIFE * sentences:
        return True
    days = {match[0] for block in document.prose if (match := _DAY.match(block.folded))}
    return len(days) >= _DAYS


def is_life(document: Document, claims: Sequence[Claim]) -> bool:
    """Whether a text in the first person tells what its author was, one thing after the other."""
    sentences, personal = sentence_counts(document)
    past = sum(claim.stance == "held" for claim in claims)
    return past >= _ROLES_OF_A_LIFE and personal >= LIFE * sentences
