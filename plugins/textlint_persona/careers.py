"""What a text tells as a change: "before I became a cook", a role looked back on."""

from __future__ import annotations

from collections.abc import Sequence

from textlint.lazy import lazy_pattern
from textlint_persona.claim import Claim
from textlint_persona.declared import groups_named
from textlint_persona.deeds import is_past_form
from textlint_persona.grammar import DURATION, words_of
from textlint_persona.lexicon import lexicon

# "before I became", "then I retrained": the author tells the change, so it is a story, no conflict.
CAREER = lazy_pattern(
    r"\bbefore (?:i (?:became|was|went|moved|trained|took|started|turned|ever)|becoming"
    r"|turning|moving|training|going|that i)\b"
    r"|\b(?:then|later|eventually|finally|soon|afterwards) i (?:became|moved|trained"
    r"|retrained|went|took|joined|started|worked)\b"
    r"|\bi (?:then|later|eventually|finally|soon) (?:became|moved|trained|retrained|went"
    r"|took|joined|started)\b"
    r"|\bi (?:left(?! (?:school|home|university|college|for))|quit"
    r"|gave up|retrained|switched|moved on|turned (?:to|from)|swapped"
    r"|traded (?:in|my)|retired|went back|moved into|changed|ended up|went on to|fell"
    r" into|drifted|came to \w+ from)\b"
    r"|\b(?:career (?:change|switch|changer)|second career|(?:previous|former|past"
    r"|another|other|earlier) (?:life|lives|career|job|role)s?|double life|two hats|both"
    r" hats|other hat|used to be|spare time|day job|side (?:job|hustle|line|project)"
    r"|these days i|nowadays i|now i(?:'m| am| work| run| teach)"
    r"|i now(?= (?:work|run|teach|have|own|live|make|farm|am|sell|write|coach|drive|bake|cook|do"
    r"|keep|lead|spend)\b)|"
    r"i(?:'m| am) an? [a-z -]{3,30} now|i also|am also|'m"
    r" also|as well(?! as)|gone from|not always been|by (?:day|night)|part[ -]time|moonlight\w*|at"
    r" weekends|on weekends|when i am not|when i'm not)\b"
    r"|\bi(?:'ve| have) been an? [^.;:]{3,30}, an? [^.;:]{3,30}(?:,| and)\b"
    r"|-turned-|\bturned \w+er\b|\bmy (?:first|last|old|previous|former|second|new|next)"
    r" (?:job|career|role|employer|profession|trade|life)\b"
)


def tells_a_change(claim: Claim) -> bool:
    if CAREER.search(claim.block.folded, *claim.sentence) is not None:
        return True
    return is_looked_back_on(claim) or _follows_a_change(claim)


def _follows_a_change(claim: Claim) -> bool:
    """Whether the sentence before says that the speaker took up something else: "So I retrained."."""
    before = [s for s in claim.block.sentences if s.end <= claim.sentence[0]]
    if not before:
        return False
    return _TOOK_UP.search(claim.block.folded, before[-1].start, before[-1].end) is not None


_TOOK_UP = lazy_pattern(
    r"\bi(?:'ve| have|'d| had)? (?:then |so |finally |eventually )?"
    r"(?:retrained|requalified|changed (?:jobs|careers|trades)|(?:swapped|switched|changed) \w+ for"
    r"|gave (?:it|that) up|handed in my notice|went part[ -]time|took redundancy)\b"
)


def is_looked_back_on(claim: Claim) -> bool:
    """Whether a role is told in the past tense, in a paragraph that says of when it tells.

    "I walked this beat for twenty years before I had a dog. As a constable I never looked up."
    """
    text = claim.block.folded
    followed = _GOES_ON.match(text, claim.end) if claim.intro and claim.kind != "lay" else None
    return (
        followed is not None
        and (is_past_form(followed["verb"]) or followed["verb"] in _PASTS)
        and _LOOKS_BACK.search(text) is not None
    )


_GOES_ON = lazy_pattern(r",? (?:i|we)(?: never| always| often| once| \w+ly)* (?P<verb>[a-z]+)")
_PASTS = frozenset(
    {"was", "had", "slept", "knew", "saw", "met", "found", "felt", "thought"}
    | {"lost", "left", "spent", "got", "came", "told", "ate", "drank", "learnt"}
    | {"could", "dreamt", "won", "began"}
)
_LOOKS_BACK = lazy_pattern(
    rf"\bafter {DURATION} of \w+ing\b"
    r"|\b(?:(?:before|until) i(?:'d| had)? \w+|in those days|back then|at the time"
    r"|(?:since|when) i retired|i (?:have|had|'ve) retired|used to|years ago|after that"
    r"|in my (?:twenties|thirties|forties|fifties|youth))\b"
)


def told_as_one_life(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the groups of trades that are told as a change: "Before I baked I was a lawyer".

    A paragraph in which one is past tells of all that it names as one life: "I was a detective for
    fourteen years. I'm now a priest."
    """
    groups: frozenset[str] = frozenset()
    for claim in claims:
        if claim.is_whole or claim.kind == "person":
            continue
        if claim.stance == "held" and claim.groups and _WAS.match(claim.text.lower()):
            words = words_of(claim.block.folded)
            groups |= groups_named(words) | lexicon().about(words)
        elif tells_a_change(claim):
            groups |= groups_named(words_of(claim.block.folded[slice(*claim.sentence)]))
    return groups


_WAS = lazy_pattern(r"i (?:was|used to|had been|became)\b|i['’]d been\b|for [^,;:]{3,30},? i\b")
