"""How badly two claims of one author go together, 0 to 1, before the document is looked at."""

from __future__ import annotations

from textlint.lazy import lazy_pattern
from textlint_persona.avocations import is_avocation
from textlint_persona.claim import Claim
from textlint_persona.firmness import PORTABLE, firmness
from textlint_persona.grammar import stems

# Who follows a club is not neutral.
_SIDES = frozenset({"supporter", "fan", "season-ticket holder", "follower"})
_WORKING = frozenset({"trade", "soft", "experience", "none", "learner"})
# The groups in which each field has a licence of its own: a nurse is no surgeon.
_LICENSED = frozenset({"health", "law"})

# "As nurses, we" may be said by anybody; "we, the undersigned nurses" only by them.
_PLURAL, _PLURAL_SET_APART = 0.75, 0.9
# Two firm claims of which one tells no known field; a firm claim and a state ("deaf since birth").
_UNKNOWN, _STATE = 0.35, 0.15
# What is left of a conflict between livings of which one is told without a word of a known trade.
_UNNAMED = 0.9
_STATES = frozenset({"state", "lives", "grew up", "born", "writes from", "trained", "user"})
_ONE_HELD, _BOTH_HELD, _HELD_MEANWHILE = 0.6, 0.15, 0.8
_PAST_JOB = 0.35  # "I was a chemist once", "I used to be": told as over


def pair_weight(first: Claim, second: Claim) -> float:
    """Return how badly two claims go together."""
    if first.block is second.block and first.sentence == second.sentence:
        return 0.0
    if says_both(first, second) or says_both(second, first):
        return 0.0
    weight = _base(first, second)
    if "held" in (first.stance, second.stance) and not (first.is_whole or second.is_whole):
        if first.stance == second.stance:
            weight *= _BOTH_HELD
        else:
            # Who was a governor until June has not lectured for thirty years.
            now = first if second.stance == "held" else second
            past = second if now is first else first
            told = _PAST_JOB if past.frame == "was" and not past.is_new else _ONE_HELD
            weight *= _HELD_MEANWHILE if now.is_long else told
    if _fills_a_retirement(first, second) or _fills_a_retirement(second, first):
        weight *= _RETIRED
    if first.is_plural or second.is_plural:
        set_apart = "apposition" in (first.frame, second.frame)
        weight *= _PLURAL_SET_APART if set_apart else _PLURAL
    return weight


def _fills_a_retirement(first: Claim, second: Claim) -> bool:
    """Whether the first is retired, and the second only tells what he runs or works at."""
    return second.frame in ("runs", "where i work", "works in") and (
        _GIVEN_UP.search(first.text.lower()) is not None
    )


_GIVEN_UP, _RETIRED = lazy_pattern(r"\b(?:retired|former|ex-\w+|erstwhile|emeritus)\b"), 0.75


def are_two_livings(first: Claim, second: Claim) -> bool:
    """Whether two introductions name livings that hardly anybody combines."""
    return first.intro and second.intro and pair_weight(first, second) >= _FIRM


_FIRM = 0.95


def are_livings_apart(first: Claim, second: Claim) -> bool:
    """Whether two claims, introductions or not, tell livings that hardly anybody combines."""
    return pair_weight(first, second) >= _APART


_APART = 0.7


def says_both(first: Claim, second: Claim) -> bool:
    """Whether the first claim names the role or trade of the second in the same breath."""
    return second.head in first.also or bool(second.groups & first.also)


def _base(first: Claim, second: Claim) -> float:
    kinds = {first.kind, second.kind}
    if _denies(first, second) or _denies(second, first):
        return 1.0
    if is_veteran_and_beginner(first, second):
        return 1.0
    if _is_unbeliever(first, second) or _is_unbeliever(second, first):
        return 1.0
    if _is_from_elsewhere(first, second) or _is_from_elsewhere(second, first):
        return _FROM_ELSEWHERE
    if kinds == {"neutral", "side"} or ("neutral" in kinds and {first.head, second.head} & _SIDES):
        return 1.0
    if "lay" in kinds:
        lay, other = (first, second) if first.kind == "lay" else (second, first)
        return 0.0 if other.kind == "lay" else _outsider(lay, other)
    if "neutral" in kinds:
        return 0.4 if kinds & {"trade", "experience"} else 0.0
    if "member" in (first.stance, second.stance):
        counts = bool(kinds & {"trade", "experience"})
        return _member(first, second) if counts or _are_neighbours(first, second) else 0.0
    if "jobless" in (first.frame, second.frame):
        return _jobless(first, second)
    states = (_is_state(first), _is_state(second))
    if any(states):
        firm = second if states[0] else first
        return 0.0 if all(states) or _strength_or_none(firm) < 0.5 else _STATE
    if first.kind in _WORKING and second.kind in _WORKING:
        return _two_livings(first, second)
    return 0.0


def _is_unbeliever(first: Claim, second: Claim) -> bool:
    """Whether an atheist has a parish."""
    godless = first.head.split()[-1:] in (["atheist"], ["agnostic"], ["unbeliever"])
    return (godless or _GODLESS.search(first.text.lower()) is not None) and (
        second.kind in _WORKING and "religion" in second.groups
    )


_GODLESS = lazy_pattern(
    r"\b(?:hold with religion|believe in (?:god|any of it)|believer|no (?:faith|religion)|not religious)\b"
)


def _is_from_elsewhere(first: Claim, second: Claim) -> bool:
    """Whether one living "has never set foot in the village" and the other belongs there."""
    return (
        first.kind in ("trade", "soft")
        and second.kind in ("trade", "soft")
        and first.head != second.head
        and _NEVER_THERE.search(first.text.lower()) is not None
        and _NEVER_THERE.search(second.text.lower()) is None
    )


_NEVER_THERE = lazy_pattern(
    r"\b(?:never|not) (?:once |even )?(?:set foot|been (?:to|in|near|there|here)|visited|lived|met)\b"
)
_FROM_ELSEWHERE = 0.8


def is_veteran_and_beginner(first: Claim, second: Claim) -> bool:
    """Whether one has been for years what the other has only just become, or a child has a career."""
    if not {first.kind, second.kind} <= _WORKING:
        return False
    old, new = (first, second) if second.is_new else (second, first)
    if not new.is_new or old.is_new or not old.is_long:
        return False
    return bool(old.groups & new.groups) or new.field == "learning"


def _denies(first: Claim, second: Claim) -> bool:
    """Whether a living names what it knows nothing of, and that is the other's: see `Claim.denied`."""
    return (
        first.kind in ("trade", "soft", "none")
        and second.kind in ("trade", "experience")
        and bool(first.denied & (second.themes | stems(_folded(second))))
        and (first.field != second.field or not first.field)
    )


def _jobless(first: Claim, second: Claim) -> float:
    """Return the weight of being out of work against what is told of the speaker's own work now."""
    other = second if first.frame == "jobless" else first
    if other.stance != "holds" or other.frame not in _AT_WORK_NOW:
        return 0.0
    return min(_JOBLESS, _strength_or_none(other))


_JOBLESS = 0.6
_AT_WORK_NOW = frozenset(
    {"in my role", "where i work", "at work", "works in", "my people", "runs", "office", "rules"}
    | {"deed", "belonging", "practises a trade", "our firm", "rate", "in my own"}
)


def _is_state(claim: Claim) -> bool:
    return claim.kind == "none" and claim.frame in _STATES and not claim.groups


def _strength_or_none(claim: Claim) -> float:
    return firmness(claim) if claim.kind in _WORKING else 0.0


def _two_livings(first: Claim, second: Claim) -> float:
    if first.head and first.head == second.head:
        return 0.0
    if first.head in PORTABLE and second.head in PORTABLE:
        return 0.0
    if is_avocation(first) and is_avocation(second):
        return 0.0
    strength = min(firmness(first), firmness(second))
    if first.groups and second.groups and not first.groups & second.groups:
        return strength
    kinds = (first.kind, second.kind)
    if (
        kinds == ("trade", "trade")
        and first.field != second.field
        and first.groups & second.groups & _LICENSED
    ):
        return 0.6
    if "learner" in kinds and strength >= 0.6:
        return 0.7 if first.groups & second.groups or (first.themes and second.themes) else 0.5
    if first.head in PORTABLE or second.head in PORTABLE:
        return 0.0
    if first.intro and second.intro and first.head and second.head:
        return 0.3
    if (first.groups and second.groups) or _shared_words(first, second) or strength < 0.5:
        return 0.0
    if first.themes & second.themes:
        return 0.0
    if (first.themes or _names_a_trade(first)) and (second.themes or _names_a_trade(second)):
        return _UNNAMED * strength
    return _UNKNOWN


def _names_a_trade(claim: Claim) -> bool:
    """Whether a claim tells a specific calling, though none that a table knows."""
    if claim.kind == "experience" and claim.is_long and claim.frame in _DEEDS:
        return True
    return claim.kind == "trade" or claim.frame in _OCCUPATIONS


_DEEDS = frozenset({"years", "my years", "having", "perfect", "years of work"})


_OCCUPATIONS = frozenset(
    {"does", "made it", "living", "as i do", "those of us", "working life", "apposition"}
    | {"like me who"}
)


def _outsider(lay: Claim, other: Claim) -> float:
    """Return the weight of "I have never …" and the like against another claim."""
    past = lay.is_past and lay.frame != "kept out"
    return (0.5 if past else 1.0) * _outsider_now(lay, other)


def _outsider_now(lay: Claim, other: Claim) -> float:
    if other.kind == "side":
        return 0.7 if lay.frame == "never" else 0.2
    inside = (
        other.kind in ("trade", "experience")
        or other.is_long
        or (other.frame in ("deed", "practises a trade", "living") and bool(other.groups))
    )
    if lay.frame == "denied" and lay.field not in ("", "anyone"):
        return 1.0 if lay.field == other.field else 0.0
    if lay.frame == "kept out" and other.frame == "took part":
        return 1.0
    if other.kind not in _WORKING and other.stance != "member":
        return 0.0
    if lay.field == "hobby":
        return 1.0 if lay.groups & other.groups and inside else 0.0
    if lay.groups & other.groups or _shared_words(lay, other):
        return 1.0 if inside else 0.6
    if lay.field == "layness" or lay.intro or lay.frame in ("first time", "newcomer"):
        return 0.65 if inside else 0.3
    if lay.themes & other.themes:
        return 0.5
    firm = inside or other.stance == "member" or _strength_or_none(other) >= 0.5
    return _UNKNOWN if firm else 0.0


def is_outsider(first: Claim, second: Claim) -> bool:
    """Whether one of two claims keeps its speaker out of a whole sort of thing, and one is a living.

    "I have never been up a hill" does; "I have never owned a power sharpener" names a tool.
    """
    lay, other = (first, second) if first.kind == "lay" else (second, first)
    strength = _strength_or_none(other)
    firm = other.kind in ("trade", "experience") or strength >= (0.6 if other.is_long else _APART)
    return (
        firm
        and not lay.is_past
        and lay.stance == "lacks"
        and lay.field != "hobby"
        and _NEVER_DONE.search(lay.text.lower()) is not None
    )


_NEVER_DONE = lazy_pattern(
    r"\b(?:never|not|n['’]t)(?: once| even| so much as| actually| ever)* (?:been(?! so)|set foot|held|touched"
    r"|opened|tried|learned|learnt|studied|worked|attended|entered|visited|handled|picked up|met|run|built"
    r"|ridden|flown|driven|cooked|baked|played|sung|danced|taught|traded|invested|written|grown|planted"
    r"|spent|employed|voted|had an?|done|set eyes|seen the)\b|\b(?:limited|confined|restricted) to\b"
)


def _member(first: Claim, second: Claim) -> float:
    """Return the weight of "we at Brightwell" against a trade or "we who live here"."""
    if _are_neighbours(first, second):
        return 0.8
    return 0.5 if first.groups and second.groups and not first.groups & second.groups else 0.3


def _are_neighbours(first: Claim, second: Claim) -> bool:
    """Whether one of two claims is of the sort of "we who live at the end of the line"."""
    return "those of us" in (first.frame, second.frame)


def _shared_words(first: Claim, second: Claim) -> bool:
    """Whether two claims name the same thing, by the first five letters of longer words."""
    return bool(stems(_folded(first)) & stems(_folded(second)))


def _folded(claim: Claim) -> str:
    return claim.block.folded[claim.start : claim.end]
