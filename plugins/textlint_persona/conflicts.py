"""How badly two claims of one author go together, and what that makes of a document.

No single sign decides: the weights of all pairs of claims add up, and a document is reported from 1.0
on. Two trades claimed in different paragraphs, or an expert who is also a complete outsider to the
same subject, reach it alone; milder pairs (two standings that many people combine, a trade of the
past) need a third voice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from textlint.document import Document
from textlint_persona.claims import Claim
from textlint_persona.contradictions import contradictions
from textlint_persona.declared import declared_groups
from textlint_persona.grammar import words_of
from textlint_persona.scenes import speech

REPORTED_FROM = 0.95
_FACTS = 0.5
# More claims than this say nothing new; keeps hostile texts linear.
MOST_CLAIMS = 60

_WORKING = frozenset({"trade", "soft", "experience", "none", "learner"})
_STRENGTH = {"trade": 1.0, "experience": 0.95, "learner": 0.6, "soft": 0.6, "none": 0.5}
# What a frame is worth when no role is named; "I drive", "I cook" are said by everybody.
_FRAME_STRENGTH = {
    "practises": 0.3,
    "count": 0.6,
    "my people": 0.5,
    "we trade": 0.5,
    "degree": 0.6,
    "in my own": 0.7,
    "where i work": 0.7,
    "runs": 0.8,
    "works in": 0.8,
    "office": 0.8,
    "living": 0.8,
    "admitted": 0.8,
    "trained": 0.8,
    "back when": 0.8,
    "in my role": 0.9,
}
# Standings that name the business they are in: "a hotel owner", "head of cardiology".
_RUNS_SOMETHING = frozenset({"management", "office-holding"})
# The groups in which each field has a licence of its own: a nurse is no surgeon.
_LICENSED = frozenset({"health", "law"})

# "before I became", "then I retrained": the author tells the change, so it is a story, no conflict.
_CAREER = re.compile(
    r"\bbefore (?:i (?:became|was|went|moved|trained|took|started|turned|ever)|becoming"
    r"|turning|moving|training|going|that i)\b"
    r"|\b(?:then|later|eventually|finally|soon|afterwards) i (?:became|moved|trained"
    r"|retrained|went|took|joined|started|worked)\b"
    r"|\bi (?:then|later|eventually|finally|soon) (?:became|moved|trained|retrained|went"
    r"|took|joined|started)\b"
    r"|\bi (?:left|quit|gave up|retrained|switched|moved on|turned (?:to|from)|swapped"
    r"|traded (?:in|my)|retired|went back|moved into|changed|ended up|went on to|fell"
    r" into|drifted|came to \w+ from)\b"
    r"|\b(?:career (?:change|switch|changer)|second career|(?:previous|former|past"
    r"|another|other|earlier) (?:life|lives|career|job|role)s?|double life|two hats|both"
    r" hats|other hat|used to be|spare time|day job|side (?:job|hustle|line|project)"
    r"|these days i|nowadays i|now i(?:'m| am| work| run| teach)|i now|i also|am also|'m"
    r" also|gone from|not always been|by (?:day|night)|part[ -]time|moonlight\w*|at"
    r" weekends|on weekends|when i am not|when i'm not)\b"
    r"|-turned-|\bturned \w+er\b|\bmy (?:first|last|old|previous|former|second|new|next)"
    r" (?:job|career|role|employer|profession|trade|life)\b"
)


def weigh(document: Document, claims: Sequence[Claim]) -> float:
    """Return how strongly the claims contradict each other; 0 when they fit one person."""
    declared = declared_groups(document)
    total: dict[tuple[str, str], float] = {}
    stories = {claim: _tells_a_change(claim) for claim in claims[:MOST_CLAIMS]}
    for first, second in combinations(claims[:MOST_CLAIMS], 2):
        weight = pair_weight(first, second)
        if not weight:
            continue
        if stories[first] or stories[second]:
            weight *= 0.2
        if first.groups and second.groups and first.groups | second.groups <= declared:
            weight = 0.0
        key = (_identity(first), _identity(second))
        total[key] = max(total.get(key, 0.0), weight)
    # Facts that contradict each other make it likelier that there are several speakers.
    return sum(total.values()) + (_FACTS if contradictions(document) else 0.0)


def pair_weight(first: Claim, second: Claim) -> float:
    """Return how badly two claims go together, 0 to 1, before the document is looked at."""
    if first.sentence == second.sentence and first.block is second.block:
        return 0.0
    weight = _base(first, second)
    if not weight:
        return 0.0
    held = (first.stance == "held") + (second.stance == "held")
    weight *= (1.0, 0.5, 0.15)[held]
    if first.block is second.block:
        weight *= 0.3
    if first.is_plural or second.is_plural:
        weight *= 0.5
    return weight


def _base(first: Claim, second: Claim) -> float:
    kinds = {first.kind, second.kind}
    if "lay" in kinds:
        lay, other = (first, second) if first.kind == "lay" else (second, first)
        return _lay(lay, other)
    if kinds == {"neutral", "side"}:
        return 1.0
    if "neutral" in kinds and kinds & {"trade", "experience"}:
        return 0.4
    if first.kind in _WORKING and second.kind in _WORKING:
        return _two_trades(first, second)
    if "member" in (first.stance, second.stance) and kinds & {"trade", "side", "lay"}:
        return 0.5 if first.groups and second.groups and not first.groups & second.groups else 0.3
    return 0.0


def _two_trades(first: Claim, second: Claim) -> float:
    if first.head and first.head == second.head:
        return 0.0
    strength = min(_strength(first), _strength(second))
    if first.groups and second.groups and not first.groups & second.groups:
        return strength
    if (
        first.kind == second.kind == "trade"
        and first.field != second.field
        and first.groups & second.groups & _LICENSED
    ):
        return 0.6
    if "learner" in (first.kind, second.kind) and strength >= 0.6:
        return 0.7 if first.groups & second.groups else 0.5
    if first.intro and second.intro:
        return 0.4 if "none" in (first.kind, second.kind) else 0.3
    return 0.0


def _strength(claim: Claim) -> float:
    """Return how firmly a claim of work ties its speaker to one living, 0 to 1."""
    if claim.kind == "none":
        return _FRAME_STRENGTH.get(claim.frame, 0.5)
    if claim.kind == "soft":
        if not claim.groups:
            return 0.35
        return 0.95 if claim.field in _RUNS_SOMETHING else 0.6
    return min(_STRENGTH[claim.kind], 0.5 if claim.frame in ("my people", "we trade") else 1.0)


def _lay(lay: Claim, other: Claim) -> float:
    """Return the weight of an outsider's claim against another claim."""
    if other.kind == "lay":
        return 0.0
    if other.kind == "side":
        return 0.7 if lay.frame == "never" else 0.2
    if other.kind not in _WORKING:
        return 0.0
    if lay.frame == "denied" and lay.field not in ("", "layness", "anyone"):
        return 1.0 if lay.field == other.field else 0.0
    if lay.groups & other.groups or _shared_words(lay, other):
        return 1.0 if other.kind in ("trade", "experience") or other.is_long else 0.6
    if lay.field == "layness" or lay.intro or lay.frame in ("first time", "newcomer"):
        return 0.5 if other.kind in ("trade", "experience") else 0.3
    return 0.0


_EMPTY = frozenset(
    [
        "have",
        "been",
        "with",
        "that",
        "this",
        "from",
        "were",
        "what",
        "when",
        "which",
        "never",
        "ever",
        "even",
        "much",
        "only",
        "just",
        "very",
        "more",
        "than",
        "some",
        "such",
        "them",
        "they",
        "their",
        "there",
        "since",
        "after",
        "before",
        "years",
        "year",
        "first",
        "time",
        "last",
        "experience",
        "training",
        "anyone",
        "someone",
    ]
)


def _shared_words(first: Claim, second: Claim) -> bool:
    """Whether two claims name the same thing, by the first five letters of longer words."""
    return bool(_stems(first) & _stems(second))


def _stems(claim: Claim) -> set[str]:
    words = words_of(speech(claim.block)[claim.start : claim.end])
    return {word[:5] for word in words if len(word) >= 4 and word not in _EMPTY}


def _tells_a_change(claim: Claim) -> bool:
    text = speech(claim.block)
    return _CAREER.search(text, *claim.sentence) is not None


def _identity(claim: Claim) -> str:
    return claim.head or f"{claim.kind}:{'/'.join(sorted(claim.groups))}"
