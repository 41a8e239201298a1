"""The voice "As a nurse, I …": whose role it is depends on the subject of the clause it stands in."""

from __future__ import annotations

import re
from typing import NamedTuple

from textlint.lazy import lazy_pattern
from textlint_persona.grammar import RELATIVE, Role, clause_end, noun_phrase, words_of
from textlint_persona.lexicon import lexicon
from textlint_persona.scenes import Scene

AS_ROLE = lazy_pattern(
    r"(?P<lead>(?:speaking|writing|talking|coming at (?:this|it)|looking at (?:this|it)|viewed|seen"
    r"|judging)(?: \w+ly| here| now| only| purely| strictly)* )?"
    r"\bas (?:(?P<noun>(?:an?|the|one of(?: the)?|another|both an?|your|my|its|their|our)\b)"
    r"|(?P<bare>(?=(?:[\w.-]+'s? )?[a-z-]+)))"
)
_SUBJECT = lazy_pattern(
    r"\s*[,;)]?\s*(?:(?:and|but|so|then|though|however|too|today|now|yes|yet|of course"
    r"|naturally|frankly|honestly|personally|\w+ly),? )*"
    r"(?P<subject>[\w']+)"
)
_INSERTED = lazy_pattern(r"\b(?:i|me|myself|mine|my \w+|us|we),? $")
_OWN_SUBJECT = lazy_pattern(r"\s(?:i|my|we|i'm|i've|i'd|i'll)\b")
_LINK = lazy_pattern(r"\b(?:who|whose|that|whom|which|like)\b")
_SINGULAR = lazy_pattern(r"\b(?:i|my|me|mine|myself)\b(?!\.\w)")
_NOT_MY_ROLE = frozenset({"he", "she", "they", "you", "his", "her", "their", "your", "it's"}) | {
    "someone",
    "everyone",
    "nobody",
    "people",
    "readers",
    "many",
    "most",
}
_MINE = frozenset({"i", "i'm", "i've", "i'd", "i'll", "my", "me", "mine", "myself"}) | {
    "we",
    "we're",
    "we've",
    "we'll",
    "we'd",
    "our",
    "us",
}
_LONGEST_DEED = 120  # code points
_OPENERS = (
    frozenset({"and", "but", "so", "yet", "still", "well", "now", "look", "also", "then", "yes"})
    | {"besides", "though", "although", "because", "since", "even", "especially", "no", "both"}
    | {"particularly", "again", "personally"}
    | {"and so", "but then", "and yet", "not least", "of course", "and now", "so too", "yet even"}
)
_CONJUNCTIONS = frozenset(
    {"and", "but", "so", "yet", "that", "because", "since", "though", "although", "while", "which"}
)
_BEFORE_AS = (
    frozenset(opener.split()[-1] for opener in _OPENERS | _CONJUNCTIONS)
    | {"speaking", "writing", "talking", "this", "it", "viewed", "seen", "judging"}
    | {"here", "only"}
)
_AFTER_OFFICE = frozenset(
    {"of", "at", "for", "in", "to", "with", "on", "that", "here", "since", "who"}
)
_PERSON_SUFFIX = lazy_pattern(
    r"\w{2,}(?:er|or|ist|ian|eer|man|woman|person|logist|maker|keeper|owner|holder|ee)"
)
_SOMEBODY = lazy_pattern(
    r"(?:someone|somebody|one|a person|a man|a woman|the (?:person|one|man|woman))\b"
)


class AsRole(NamedTuple):
    """`text[start:end]` is "as a ROLE …"; `role` is None for "as someone who …".

    `intro` when the clause goes on with the speaker as its subject.
    """

    start: int
    end: int
    complement: int
    role: Role | None
    intro: bool


def may_speak_as(paragraph: str) -> bool:
    """Whether "as" stands in folded text where a clause may begin or the speaker is named.

    A quick test, before the sentences of a paragraph are looked for.
    """
    if paragraph.startswith("as "):
        return True
    for match in _AS.finditer(paragraph):
        before = paragraph[max(0, match.start() - 23) : match.start() + 1]
        lead = before.rstrip(" \"'([*")
        if not lead or not lead[-1].isalnum() or lead.endswith("ly"):
            return True
        if lead.rpartition(" ")[2] in _BEFORE_AS or _INSERTED.search(before) is not None:
            return True
    return False


_AS = lazy_pattern(r"[ \n(\[\"'*;\-]as (?=\w)")


def as_role(scene: Scene, match: re.Match[str]) -> AsRole | None:
    """Return what a match of `AS_ROLE` claims, or None when the role is not the speaker's own."""
    text, place, end = scene.text, match.start(), len(scene.text)
    inserted = _INSERTED.search(text, max(0, place - 24), place) is not None
    if not (inserted or match["lead"] or _opens_clause(text[:place])):
        return None  # "worked as a", "my years as a" are frames of their own
    stop = clause_end(text, match.end(), end, RELATIVE)
    own = _OWN_SUBJECT.search(text, match.end(), stop)
    if own is not None and _LINK.search(text, match.end(), own.start()) is None:
        stop = own.start()
    follows = _SUBJECT.match(text, stop, end)
    # "I drew the first sketch, as its architect": the clause before it tells the deed.
    deed = text.startswith(("i ", "i'")) and text[:place].endswith(", ") and place < _LONGEST_DEED
    mine = inserted or (follows is not None and follows["subject"] in _MINE)
    if not mine and follows is not None:
        name = scene.raw[follows.start("subject")].isupper()
        if follows["subject"] in _NOT_MY_ROLE or name:
            return None
    if not (mine or deed or match["lead"]) and _SINGULAR.search(text, stop, end) is None:
        return None
    role = noun_phrase(text, match.end(), stop)
    if role is not None and role.field.kind == "thing":
        return None
    noun = match.end() if match["noun"] is None else match.start("noun")
    if match["noun"] is None and not _is_bare_role(text, match.end(), stop, role):
        return None
    if role is None and not ((mine or match["lead"]) and _is_somebody(text, noun, stop)):
        return None
    return AsRole(0 if deed else place, stop, noun, role, mine and not inserted)


def _is_bare_role(text: str, start: int, end: int, role: Role | None) -> bool:
    """Whether "as" without an article leads to an office: "as headteacher of", "as chair, I"."""
    if _SOMEBODY.match(text, start, end):
        return True
    if role is None or role.field.kind in ("thing", "person") or role.head.endswith("s"):
        return False
    after = text[role.end : end].split()
    return not after or after[0] in _AFTER_OFFICE


def _opens_clause(before: str) -> bool:
    """Whether a clause may begin after `before`."""
    before = before.strip(" \"'([*")
    words = before.split()
    return not before or before[-1] in ",;:(-" or before in _OPENERS or words[-1] in _CONJUNCTIONS


def _is_somebody(text: str, start: int, end: int) -> bool:
    """Whether the words name a person without a known role: "someone who …", "a kelp wrangler"."""
    if _SOMEBODY.match(text, start, end):
        return True
    head = ""
    for word in words_of(text[start:end])[:6]:
        if word in ("who", "in", "of", "at", "for", "with", "on", "and", "from", "to", "that"):
            break
        head = word.rpartition("-")[2]
    return _PERSON_SUFFIX.fullmatch(head) is not None and head not in lexicon().roles
