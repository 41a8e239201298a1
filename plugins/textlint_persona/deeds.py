"""What the first person does: verbs of a trade, and whatever has been done for years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textlint.lazy import lazy_pattern
from textlint_persona.belongings import DEALT, HAVING, belonging_held, fronted_object, ruled_before
from textlint_persona.frames import Stance
from textlint_persona.grammar import DURATION, SINCE, clause_end, words_of
from textlint_persona.lexicon import lexicon
from textlint_persona.told import Told
from textlint_persona.trade_words import Deed, trade_words


class _Clause(NamedTuple):
    """A clause of the first person: `text[start:end]`, its verb at `place`; `aux` is what stands before."""

    start: int
    end: int
    aux: str
    verb: str
    place: int


def deeds_in(text: str) -> Iterator[Told]:
    """Yield what the verbs of the first person tell in a sentence of folded text."""
    lasting = _LASTING.search(text) is not None
    for clause in _clauses(text, lasting):
        told = _of_clause(text, clause)
        if told is not None:
            yield told
    for match in _YEARS_AT.finditer(text) if lasting and _YEARS_OF.search(text) else ():
        told = _of_years(text, match)
        if told is not None:
            yield told


def may_last(paragraph: str) -> bool:
    """Whether a sentence of folded text may tell what is done for years."""
    return _LASTING.search(paragraph) is not None


def may_do(paragraph: str) -> bool:
    """Whether a sentence of folded text may tell a deed."""
    return (
        may_last(paragraph)
        or any(_is_telling(match["aux"], match["verb"]) for match in _SUBJECT.finditer(paragraph))
        or any(_is_telling("", match["verb"]) for match in _SECOND.finditer(paragraph))
    )


def _is_telling(aux: str, verb: str) -> bool:
    """Whether a verb may tell a deed, or a belonging: "I have forty ewes" has "forty" for its verb."""
    if verb in trade_words().deeds or verb in HAVING or verb in DEALT:
        return True
    return bool(aux) and verb in _AMOUNTS


_AMOUNTS = frozenset(
    {"a", "an", "the", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
) | {"ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty", "sixty", "some", "several"}


# A word of a long time, without which nothing has been done for years.
_LASTING = lazy_pattern(
    r"years|decade|seasons|century|since (?=[i'\d]|the |it |before)|winters|summers|harvests|vintages"
)
# The end of `_YEARS_AT`, which a search finds soon.
_YEARS_OF = lazy_pattern(
    r"(?:years|decades?|seasons|century|winters|summers|harvests|vintages)(?: and a half)?(?: spent)?"
    r"(?: of)? (?:[a-z]+ing|down|behind|under|underground|aboard|inside)\b"
)
# The first person with its auxiliaries, up to the verb.
_SUBJECT = lazy_pattern(
    r"(?:i(?<![\w'].)|w(?<![\w'].)e)"  # begins with letters, which a search skips to
    r"(?P<aux>(?:'(?:ve|m|re)|(?:,? who)? (?:have|had|am|are|was|were|used to))*)"
    r"(?: (?:also|now|still|just|once|first|mostly|usually|then|both|myself|been|\w+ly))*"
    r" (?P<verb>[a-z][a-z'-]*)"
)
# A second verb of the same subject: "I am her father and run the shop".
_SECOND = lazy_pattern(r" and(?: also| now| still)? (?P<verb>[a-z]+)(?= (?:an?|the|my|our|\w+s)\b)")
# Before "I" they make a question, a wish or a condition of it.
_ASKED = frozenset(
    {"if", "should", "could", "can", "may", "do", "did", "shall", "must", "would", "will", "unless"}
    | {"what", "have", "had", "am", "was", "let", "wish", "whether", "until", "before", "does"}
)


def _clauses(text: str, lasting: bool) -> Iterator[_Clause]:
    for match in _SUBJECT.finditer(text):
        verb = match["verb"]
        second = _SECOND.search(text, match.end(), match.end() + _NEAR) if " and " in text else None
        also = second is not None and _is_telling("", second["verb"])
        if not (lasting or also or _is_telling(match["aux"], verb)):
            continue
        if not verb.endswith("ing") and text.endswith("been ", 0, match.start("verb")):
            continue  # "I have been clean for six years"
        before = words_of(text[max(0, match.start() - 20) : match.start()])
        if before and before[-1] in _ASKED:
            continue
        end = clause_end(text, match.end(), len(text))
        yield _Clause(match.start(), end, match["aux"], verb, match.start("verb"))
        if second is not None and second.end() <= end:
            place = second.start("verb")
            yield _Clause(place, clause_end(text, place, len(text)), "", second["verb"], place)


_NEAR = 80  # code points


def _of_clause(text: str, clause: _Clause) -> Told | None:
    """Return what a verb tells: "I have sheared since 1990", "the crews I supervise"."""
    held = belonging_held(text, clause.aux, clause.verb, clause.place)
    if held and _WITH_KIN.search(text, clause.place, clause.end) is None:
        return Told(clause.start, clause.end, "belonging", "holds", held, is_long=False)
    words = words_of(text[clause.place : clause.end]) if clause.verb in trade_words().deeds else []
    deeds = trade_words().deeds_of(words, 0) if words else []
    fronted = _FRONTED.search(text, max(0, clause.start - _BEFORE), clause.start) if words else None
    if fronted is not None:
        before = trade_words().deeds_of([*words[:2], fronted["noun"]], 0)
        deeds += [deed for deed in before if deed.follow]
    if not deeds:
        return _of_long_habit(text, clause)
    if _WITH_KIN.search(text, clause.place, clause.end) is not None:
        return None
    past = _is_past(clause)
    stance: Stance = "held" if past else "holds"
    measured = _MEASURE.search(text, clause.start + 1, clause.end) is not None
    groups = frozenset(d.group for d in deeds if d.group and (measured or not d.measured))
    ruled = ruled_before(text, clause.start)
    if ruled is not None:
        start, over = ruled
        return Told(start, clause.end, "rules", stance, over | groups, is_long=past)
    if fronted is not None and (whole := fronted_object(text, clause.start)) >= 0:
        clause = clause._replace(start=whole, end=_end_of_verb(text, clause))
    if not groups and not past and (measured or clause.verb.removesuffix("ing") in _AT_WORK):
        groups = lexicon().groups(words[1:_OBJECT])
    if not groups:
        return _of_long_habit(text, clause)
    if past and not measured and _is_occasion(deeds):
        return None
    long = _LONG.search(text, clause.start, clause.end) is not None
    return Told(clause.start, clause.end, "deed", stance, groups, long)


def _end_of_verb(text: str, clause: _Clause) -> int:
    """Return where a verb ends whose object stands before it, with how long it has been done."""
    end = clause.place + len(clause.verb)
    lasts = _LASTS.match(text, end, clause.end)
    return end if lasts is None else lasts.end()


_LASTS = lazy_pattern(rf" (?:for |over |these |since )?(?:{DURATION}|{SINCE})")
# What is done may stand before who does it: "the contracts I've drafted", "the flats my wife and I let".
_FRONTED = lazy_pattern(
    r"(?P<noun>[a-z'-]+s) (?:that |which |whom )?(?:my (?:wife|husband|partner|brother|sister) and )?\Z"
)
_BEFORE = 60  # code points
_LONG = lazy_pattern(rf"{DURATION}|{SINCE}")
_OBJECT = 7  # words of a verb and its object
# What hardly anybody does but at work: with a word of a trade it tells one without a measure. The stems
# are of forms in "ing".
_AT_WORK = frozenset(
    {"administer", "advise", "audit", "cod", "commission", "commissioned", "consult", "deliver"}
    | {"design", "designed", "direct", "dispatch", "draft", "drafted", "edit", "fit", "fitt"}
    | {"handl", "handle", "inspect", "install", "installed", "lead", "look", "maintain", "manag"}
    | {"manage", "mark", "marked", "operate", "oversee", "pric", "price", "process", "program"}
    | {"represent", "sell", "staff", "stock", "supervis", "supervise", "survey", "test", "train"}
    | {"treat"}
)
# What is done with the family is done at home.
_WITH_KIN = lazy_pattern(
    r"\bwith my (?:uncle|aunt|father|dad|mother|mum|mom|grand\w+|brother|sister|wife|husband|kids|children"
    r"|son|daughter|partner|friends?)\b"
)
_UNITS = (
    r"(?:minutes?|hours?|seconds?|days?|weeks?|months?|years?|decades?|per|percent|degrees?|miles?|km"
    r"|metres?|meters?|feet|pounds?|dollars?|euros?|times?|words?|pages?|grams?|litres?|p|am|pm)\b"
)
_MEASURE = lazy_pattern(
    rf"{DURATION}|{SINCE}"
    rf"|\b(?:\d{{1,3}},\d{{3}}|\d{{2,3}}|dozens|hundreds|thousands|scores|hundred|thousand|twenty|thirty"
    rf"|forty|fifty|sixty|seventy|eighty|ninety|dozen)(?:-odd|-\w+)? (?:of )?(?!{_UNITS})"
    r"(?:[\w'-]+ ){0,2}?(?!this\b|his\b|is\b|as\b|was\b|us\b|years)[\w'-]+s\b"
    r"|\b(?:every|each|a|per|all) (?:day|night|week|shift|month|season|spring|summer|autumn|winter|year"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:for a living|professionally|by trade|for my living|all my (?:working )?life)\b"
)


def _is_past(clause: _Clause) -> bool:
    if any(word in clause.aux for word in ("used to", " was", " were", " had")):
        return True
    return not clause.aux and is_past_form(clause.verb)


def is_past_form(verb: str) -> bool:
    """Whether a verb without an auxiliary is in the past tense, as far as its form tells."""
    return (verb.endswith("ed") and not verb.endswith("eed")) or verb in _PASTS


_PASTS = (
    frozenset({"ran", "taught", "flew", "drove", "sold", "built", "led", "kept", "sang", "swam"})
    | {"fought", "wrote", "wove", "bred", "grew", "shot", "sat", "stood", "took", "did", "rode"}
    | {"broke", "stole", "drew", "made", "caught", "bought", "went", "ground", "threw", "blew"}
    | {"bound", "hung", "laid", "said", "heard", "buried", "swum", "shod", "dealt", "dug"}
    | {"oversaw", "underwrote", "ghostwrote", "pled", "hewed", "held", "shore"}
)


def _is_occasion(deeds: list[Deed]) -> bool:
    """Whether a past tense may tell of one time only: "I taught him to whistle"."""
    return all(deed.measured or not deed.follow for deed in deeds)


def _of_long_habit(text: str, clause: _Clause) -> Told | None:
    """Return what somebody has done for years: "I carried them on a motorcycle for three seasons"."""
    verb = clause.verb
    if verb in _NO_WORK or verb.removesuffix("ing") + "ed" in _NO_WORK or verb in _EVERYBODY:
        return None
    if not (verb.endswith(("ing", "en", "wn", "ght")) or is_past_form(verb)):
        return None
    found = _HABIT.match(text, clause.place + len(verb))
    if found is None or _FEW.search(found["length"] or "") is not None:
        return None
    end = clause_end(text, found.end(), len(text))
    groups = lexicon().groups(words_of(text[clause.place : end]))
    over = _is_past(clause) and "since" not in found.group()
    return Told(clause.start, end, "long deed", "held" if over else "holds", groups, is_long=True)


_HABIT = lazy_pattern(
    rf" [^.;:!?]{{3,90}}? (?:(?:for|over|across|through) (?P<length>{DURATION})(?! (?:ago|later|before))"
    rf"|(?:ever )?{SINCE})"
)


# So many years that they tell of a calling: from three on, or decades.
_YEARS_AT = lazy_pattern(
    r"(?:^|[,;:(] |\b(?:after|in|with|over|from|through|of|and|despite) )"
    rf"(?P<length>{DURATION})(?: spent)?(?: of)? "
    r"(?P<verb>[a-z]+ing|down|behind|under|underground|aboard|inside)\b"
)
_FEW = lazy_pattern(
    r"(?<![\w-])(?:one|two|a|a few|a couple of|1|2|half a) (?:\w+ )?(?:years?|seasons?|months?)\b"
)
_EVERYBODY = (
    frozenset({"waiting", "living", "being", "having", "trying", "looking", "using", "reading"})
    | {"watching", "thinking", "wondering", "talking", "listening", "growing", "getting", "going"}
    | {"doing", "learning", "eating", "drinking", "sleeping", "saving", "paying", "walking"}
    | {"feeling", "suffering", "struggling", "hoping", "owning", "wearing", "hearing", "telling"}
    | {"seeing", "wanting", "wishing", "knowing", "loving", "hating", "dating", "sharing"}
    | {"nothing", "something", "everything", "anything", "during", "according", "following"}
    | {"starting", "beginning", "making", "keeping", "coming", "moving", "travelling", "traveling"}
    | {"playing", "writing", "recovering", "raising", "bringing", "commuting", "renting"}
    | {"including", "depending", "working", "running", "taking", "avoiding", "complaining"}
)


# What is done for years by people of every trade.
_NO_WORK = frozenset(
    {"lived", "known", "waited", "wanted", "wondered", "loved", "liked", "hated", "owned", "felt"}
    | {"thought", "hoped", "tried", "wished", "worn", "used", "seen", "heard", "said", "told"}
    | {"believed", "meant", "avoided", "needed", "noticed", "watched", "asked", "enjoyed", "eaten"}
    | {"gone", "come", "slept", "dreamed", "looked", "followed", "struggled", "suffered", "drunk"}
    | {"married", "divorced", "called", "walked", "stayed", "moved", "visited", "rented", "paid"}
    | {"talked", "spoken", "agreed", "argued", "dated", "shared", "carried on", "remained", "left"}
    | {"admired", "read", "listened", "played", "bought", "driven", "smoked", "missed", "kept"}
    | {"been", "given", "written", "taken", "forgotten", "learned", "learnt", "saved", "planned"}
    | {"retired", "worked", "served", "spent", "supported", "continued", "travelled", "traveled"}
)


def _of_years(text: str, match: re.Match[str]) -> Told | None:
    """Return what years of a deed tell: "thirty-one years adjusting claims", "twenty years down a pit"."""
    verb = match["verb"]
    if verb in _EVERYBODY or _FEW.search(match["length"]) is not None:
        return None
    end = clause_end(text, match.end(), len(text))
    words = words_of(text[match.start("verb") : end])
    deeds = trade_words().deeds_of(words, 0) if words else []
    groups = frozenset(deed.group for deed in deeds if deed.group) | lexicon().groups(words)
    return Told(match.start("length"), end, "long deed", "holds", groups, is_long=True)
