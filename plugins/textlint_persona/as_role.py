"""The voice "As a nurse, I …": whose role it is depends on the subject of the clause it stands in."""

from __future__ import annotations

import re
from typing import NamedTuple

from textlint.lazy import lazy_pattern
from textlint_persona.grammar import RELATIVE, Role, clause_end, noun_phrase, words_of
from textlint_persona.lexicon import lexicon
from textlint_persona.scenes import Scene

AS_ROLE = lazy_pattern(
    r"(?P<lead>(?:(?:speaking|writing|talking|coming|looking|viewed|seen|judging|reading|considering"
    r"|thinking|approaching|answering|judged|taken|asked|arguing)(?: (?:at|to|on|about|of)?(?: ?(?:this|it"
    r"|that|the (?:\w+ )?\w+))?)?)(?: \w+ly| here| now| only| strictly)* )?"
    r"\bas (?:(?P<noun>(?:an?|the|one of(?: the)?|another|both an?|your|my|its|their|our)\b)"
    r"|(?P<bare>(?=(?:[\w.-]+'s? )?[a-z-]+)))"
)
_SUBJECT = lazy_pattern(
    r"\s*[,;)]?\s*(?:(?:and|but|so|then|though|however|too|today|now|yes|yet|of course"
    r"|naturally|frankly|honestly|personally|\w+ly),? )*"
    r"(?P<subject>[\w']+)"
)
_INSERTED = lazy_pattern(r"\b(?:i|i'm|i am|me|myself|mine|my \w+|us|we),? $")
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
_FINITE = frozenset(
    {"was", "is", "had", "has", "would", "could", "did", "does", "will", "can"}
    | {"said", "says", "knew", "told", "gave", "made", "took", "taught", "never", "always"}
)
_WE = frozenset({"we", "we're", "we've", "we'll", "we'd", "our"})
_WE_BEFORE = lazy_pattern(r"\b(?:we|us|our)\b")
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
    r"(?:someone|somebody|one|a person|a man|a woman|the (?:person|one|man|woman)"
    r"|(?:people|men|women|those) who)\b"
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
        if paragraph.startswith(_A_ROLE, match.end()) and _OWN_DEED.search(
            paragraph, max(0, match.start() - _LONGEST_DEED_BEFORE), match.start() + 1
        ):
            return True
    return False


_A_ROLE = ("a ", "an ", "your ", "the only ", "one ")


_AS = lazy_pattern(r"[ \n(\[\"'*;\-]as (?=\w)")


def as_role(scene: Scene, match: re.Match[str]) -> AsRole | None:
    """Return what a match of `AS_ROLE` claims, or None when the role is not the speaker's own."""
    text, place, end = scene.text, match.start(), len(scene.text)
    inserted = _INSERTED.search(text, max(0, place - 24), place) is not None
    said = not inserted and _is_own_deed(scene, place)
    if not (inserted or said or match["lead"] or _opens_clause(text[:place])):
        return None  # "my years as a" is a frame of its own
    if _AS_THEY_DO.match(text, match.end()):
        return None
    if not said and text.startswith(("his ", "her "), match.end()):
        return None
    inserted = (inserted or said) and not _is_kin(text, place)
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
        # "My aunt, as a weaver of long standing, had left me her reeds": her role.
        if follows["subject"] in _FINITE and text[:place].endswith(", "):
            return None
    if not (mine or deed or match["lead"]) and _SINGULAR.search(text, stop, end) is None:
        return None
    role = noun_phrase(text, match.end(), stop)
    if role is not None and role.field.kind == "thing":
        return None
    if said and (role is None or role.field.kind == "person"):
        return None
    plural = (follows is not None and follows["subject"] in _WE) or (
        inserted and _WE_BEFORE.search(text, 0, place) is not None
    )
    noun = match.end() if match["noun"] is None else match.start("noun")
    if match["noun"] is None and not _is_bare_role(text, match.end(), stop, role, plural=plural):
        return None
    if role is None and not ((mine or match["lead"]) and _is_somebody(text, noun, stop)):
        return None
    start = 0 if deed else _start_of_deed(text, place) if said else place
    return AsRole(start, stop, noun, role, mine and not inserted)


def _is_kin(text: str, place: int) -> bool:
    """Whether the words before `place` name somebody of the speaker's: "my aunt, as a midwife"."""
    found = _WHOSE.search(text, max(0, place - _NEAR), place)
    role = None if found is None else noun_phrase(text, found.start("who"), found.end("who"))
    return role is not None and found is not None and role.end == found.end("who")


_WHOSE = lazy_pattern(r"\b(?:my|our) (?P<who>[\w'-]+(?: [\w'-]+){0,3}?),? \Z")
_NEAR = 50  # code points


def _start_of_deed(text: str, place: int) -> int:
    """Return where "let me speak plainly as" begins, when it is short and begins a clause."""
    found = _SHORT_DEED.search(text, max(0, place - _LONGEST_DEED_BEFORE), place)
    return place if found is None else found.start("deed")


_SHORT_DEED = lazy_pattern(
    r"(?:^|[,;:.] )(?P<deed>(?:i|i'\w+|let me|allow me|permit me|my) [^,;:.]{3,60})$"
)


# "As a doctor would say": somebody else's way.
_AS_THEY_DO = lazy_pattern(
    r"(?:[\w'-]+ ){1,3}(?:would|might|could|should|does|will|can|must|may)\b(?! you| i\b| we\b)"
)
# The speaker tells what he does, thinks or asks leave to do: "I can only speak as a nurse",
# "let me add, as a coroner", "my advice as a locksmith".
_OWN_DEED = lazy_pattern(
    r"(?:\b(?:i|i'm|i'd|i've|i'll|let me|allow me|permit me|(?:my|our) (?:\w+ )?(?:advice|view|opinion"
    r"|experience|verdict|instinct|guess|worry|duty|job|answer|impression|feeling|years|hope|concern"
    r"|interest|perspective))\b)"
    r"(?P<deed>[^.;:!?]{0,80}?),?\s*$|\b(?:trust|believe|ask|told|asked|hired|to|for|took) (?:me|us),? $"
)
_OTHERS_DEED = lazy_pattern(
    r"\b(?:he|she|they|you|it|him|her|them|himself|herself|themselves|who|people|someone|this|that"
    r"|see|saw|view|regard|regarded|describe|described|treat|treated|thought of|think of|use|used|hire|hired"
    r"|cast|casts|portray|dressed|dress|pose|posed|remember|remembered|refer|label|recogni[sz]e|count|known|knew"
    r"|acts?|acted|plays?|played|serves?|such|same|just|far|long|soon|well|much|many|not so|choose|chose"
    r"|train|work|works|worked|spent|started|began|years|time|days|career|life|trained|qualified|regret|if|whether)\b"
)
_LONGEST_DEED_BEFORE = 100  # code points


def _is_own_deed(scene: Scene, place: int) -> bool:
    """Whether the words before "as" say what the speaker does, with nobody else between."""
    before = scene.text[max(0, place - _LONGEST_DEED_BEFORE) : place]
    found = _OWN_DEED.search(before)
    if found is None:
        return False
    between = found["deed"] or ""
    at = place - len(before) + found.start("deed")
    names = any(w[:1].isupper() and w != "I" for w in scene.raw[at:place].split())
    return not names and _OTHERS_DEED.search(between) is None


def _is_bare_role(text: str, start: int, end: int, role: Role | None, *, plural: bool) -> bool:
    """Whether "as" without an article leads to an office: "as headteacher of", "as chair, I"."""
    if _SOMEBODY.match(text, start, end):
        return True
    if role is None or role.field.kind in ("thing", "person"):
        return False
    if role.head.endswith("s"):  # "as actuaries, we", "we, as installers with a van"
        return plural
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
