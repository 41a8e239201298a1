"""The verb of report that belongs to an indefinite noun: "some experts on the coast have warned"."""

from __future__ import annotations

from functools import cache

from textlint_sourcing.passives import BE
from textlint_sourcing.sentence_words import PUNCTUATION, SentenceWords
from textlint_sourcing.vocabulary import grammar

_VERBS = {
    "experts": "say",
    "one expert": "say",
    "profession": "general",
    "crowd": "opine",
    "studies": "show",
    "one study": "show",
    "rumours": "show",
    "one rumour": "show",
    "leaked": "show",
}
_PEOPLE = frozenset(["experts", "profession", "crowd"])
_HAVE = frozenset(["has", "have", "had"])
DEMANDS_QUANTIFIER = "crowd"
_SAID = frozenset(["said", "told", "confirmed"])
_AT_ODDS = frozenset(["agree", "agreed", "argue", "argued"])
# After "as" these begin a clause: "see the boats come in as the sun goes down".
_WHILE = frozenset(
    ["the", "he", "she", "it", "they", "we", "i", "you", "if", "though", "well", "soon"]
)
OF_CROWDS = frozenset(["speculate", "speculated"])  # "fans have speculated that"
QUANTIFIED_ALONE = frozenset(["many", "some", "most", "others", "everyone", "everybody"])
# "Some say they": the crowd speaks of itself. "Users agree to", "many think of": another sense.
_ABOUT_ITSELF = frozenset(
    [
        "about",
        "of",
        "on",
        "like",
        "they",
        "so",
        "to",
        "in",
        "i",
        "he",
        "she",
        "we",
        "their",
        "you",
        "for",
    ]
)
_PREPOSITIONS = frozenset(["in", "at", "on", "by", "from", "to", "with", "as", "under", "during"])
_REACH = 12  # tokens between a noun and its verb


@cache
def verbs_of(kind: str) -> frozenset[str]:
    """Return every word that `verb_of` may take for the verb of a noun of class `kind`."""
    return grammar(_VERBS[kind], "predicate", "regard") | _SAID


def verb_of(sentence: SentenceWords, noun: int, kind: str) -> int | None:
    """Return the verb of report that belongs to the noun whose last word is token `noun`."""
    wanted = grammar(_VERBS[kind])
    if kind == "profession" and _is_nameless(sentence, noun):
        wanted = wanted | _SAID
    # "those close to the family say": the addition has begun within the table's phrase
    attached = close = sentence.words[noun] in ("to", "with", "of")
    place = noun + 1
    while place < len(sentence.words) and place - noun <= _REACH:
        word = sentence.words[place]
        if word in wanted and _reports(sentence, place, kind):
            return place
        if word in grammar("regard") and kind in _PEOPLE:
            return _as_something(sentence, place)
        if word in grammar("predicate") and sentence.words[place - 1] in BE:
            return place if kind in _PEOPLE else None
        if word == "," and not attached:
            closing = _next_comma(sentence, place)
            if closing is None:
                return None
            place = closing
        elif word in grammar("attaches"):
            if sentence.words[noun] in QUANTIFIED_ALONE:
                return None
            attached = True
            close = close or word in grammar("close")
        elif attached:
            if word in PUNCTUATION:
                return None
            if not close and sentence.is_name(place):
                return None
        elif word not in grammar("auxiliary") and not word.endswith("ly"):
            return None
        place += 1
    return None


def _as_something(sentence: SentenceWords, place: int) -> int | None:
    """Return the "as" of "regard the battle as decisive", within the clause."""
    for end in range(place + 1, min(place + 8, len(sentence.words))):
        if sentence.words[end] == "as":
            following = sentence.words[end + 1] if end + 1 < len(sentence.words) else ""
            return None if following in _WHILE else end
        if sentence.words[end] in PUNCTUATION:
            return None
    return None


def _is_nameless(sentence: SentenceWords, noun: int) -> bool:
    """Whether "unnamed" stands before the noun or "who asked not to be named" after it."""
    return not grammar("nameless").isdisjoint(sentence.words[max(noun - 1, 0) : noun + 5])


def _next_comma(sentence: SentenceWords, place: int) -> int | None:
    """Return the comma that closes a short insertion: "experts, however, say"."""
    window = sentence.words[place + 1 : place + 6]
    return place + 1 + window.index(",") if "," in window else None


def _reports(sentence: SentenceWords, place: int, kind: str) -> bool:
    word = sentence.words[place]
    following = sentence.words[place + 1] if place + 1 < len(sentence.words) else ""
    if word in ("told", "tell", "tells") and _has_named_object(sentence, place):
        return False
    perfect = any(w in _HAVE for w in sentence.words[max(place - 3, 0) : place])
    if word in grammar("perfect") and not perfect and (kind == "profession" or word != "found"):
        return False
    if word in grammar("participle") and not perfect and following in _PREPOSITIONS:
        return False
    if kind == DEMANDS_QUANTIFIER:
        return following not in _ABOUT_ITSELF and not sentence.is_last(place)
    if following in ("so", "little", "nothing", "much"):
        return False
    return not (word in _AT_ODDS and following in ("to", "with", "over", "about", "among"))


def _has_named_object(sentence: SentenceWords, verb: int) -> bool:
    """Whether it was told to a newspaper: then the newspaper is the source."""
    for place in range(verb + 1, min(verb + 4, len(sentence.words))):
        if sentence.words[place] in ("reporters", "journalists", "newspaper", "magazine"):
            return True
        if sentence.is_name(place):
            return True
    return False
