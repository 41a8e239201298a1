"""How firmly a claim of work ties its speaker to one living, 0 to 1."""

from __future__ import annotations

from textlint.lazy import lazy_pattern
from textlint_persona.avocations import WEIGHT, is_avocation
from textlint_persona.claim import Claim

_OF_KIND = {"trade": 1.0, "experience": 0.95, "learner": 0.8}
# What a frame is worth when no role is named. Frames that are not listed are worth nothing: "I cook",
# "I live in", "I grew up in" are said by everybody.
_OF_FRAME = {
    "as a role": 0.6,
    "years": 0.6,
    "years of work": 0.6,
    "my years": 0.6,
    "having": 0.6,
    "perfect": 0.6,
    "rate": 0.7,
    "trade": 0.9,
    "practises": 0.2,
    "count": 0.6,
    "took part": 0.5,
    "made it": 0.7,
    "where i sat": 0.6,
    "my people": 0.8,
    "does": 0.8,
    "deed": 0.8,
    "practises a trade": 0.8,
    "belonging": 0.8,
    "rules": 0.8,
    "at work": 0.7,
    "long deed": 0.6,
    "inside": 0.8,
    "my round": 0.8,
    "as i do": 0.8,
    "those of us": 0.8,
    "working life": 1.0,
    "apposition": 0.8,
    "since then": 0.8,
    "took up": 0.8,
    "tool": 0.8,
    "joined": 0.6,
    "we trade": 0.5,
    "degree": 0.6,
    "in my own": 0.8,
    "where i work": 0.7,
    "runs": 0.8,
    "our firm": 0.9,
    "background": 0.6,
    "works in": 0.8,
    "office": 0.8,
    "living": 1.0,
    "like me who": 0.8,
    "jobless": 0.6,
    "admitted": 0.8,
    "trained": 0.8,
    "copula": 0.8,
    "worked as": 0.8,
    "when i was": 0.9,
    "my days": 0.8,
    "back when": 0.8,
    "perspective": 0.8,
    "in my role": 0.9,
}
# Standings that name the business they are in: "a hotel owner", "head of cardiology".
_RUNS_SOMETHING = frozenset({"management", "office-holding"})
# Callings that people of every trade have beside it: they write, they review, they teach it.
PORTABLE = (
    dict.fromkeys(["writer", "author", "blogger", "reviewer", "critic", "editor", "essayist"], 0.3)
    | dict.fromkeys(["researcher", "academic", "scholar", "publisher", "poet", "novelist"], 0.45)
    | dict.fromkeys(
        ["professor", "teacher", "tutor", "instructor", "trainer", "coach", "lecturer"], 0.6
    )
)
# "We locksmiths know": a trade, but one that somebody quoted may be of.
_WE_TRADE = 0.8


def firmness(claim: Claim) -> float:
    """Return how firmly a claim of work ties its speaker to one living."""
    if is_avocation(claim):
        return WEIGHT
    if claim.head in PORTABLE:
        return PORTABLE[claim.head]
    if claim.kind == "none":
        if claim.frame == "in my own" and not claim.groups:
            return 0.4  # "in my practice" fits every profession
        return min(_OF_FRAME.get(claim.frame, 0.0), 0.45 if _is_portable_deed(claim) else 1.0)
    if claim.kind == "soft":
        if not claim.groups:
            return 0.5 if _OF_SOMETHING.search(claim.text.lower()) else 0.35
        return 0.95 if claim.field in _RUNS_SOMETHING or " " in claim.head else 0.8
    if claim.kind == "experience" and claim.frame == "perfect":
        return 0.7  # told by what was done, not by a role: "I have counted cows since 2003"
    if claim.frame == "we trade":
        return 0.5 if claim.kind != "trade" else _WE_TRADE
    return min(_OF_KIND[claim.kind], 0.5 if claim.frame == "my people" else 1.0)


def _is_portable_deed(claim: Claim) -> bool:
    return _PORTABLE_DEED.match(claim.text.lower()) is not None


_PORTABLE_DEED = lazy_pattern(
    r"i (?:\w+ )?(?:teach|taught|coach|coached|edit|edited|write|wrote)\b"
)
# "As chair of the jury": an office in a place, unlike "as a manager".
_OF_SOMETHING = lazy_pattern(r"^as (?!an? )[\w -]{3,40} (?:of|at|for)\b")
