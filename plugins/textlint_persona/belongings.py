"""What the first person has: patients, a herd, a crew; whom he leads, and where he is when at work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.lazy import lazy_pattern
from textlint_persona.grammar import CARDINAL, clause_end, words_of
from textlint_persona.lexicon import lexicon
from textlint_persona.told import Told
from textlint_persona.trade_words import trade_words


def may_belong(paragraph: str) -> bool:
    """Whether a sentence of folded text may tell a belonging, those led or a place of work."""
    if any(led in paragraph for led in _LED):
        return True
    known = trade_words().belonging_words
    return (
        any(
            any(word in known or word.removesuffix("s") in known for word in match["noun"].split())
            for match in _MINE.finditer(paragraph)
        )
        or _AT_WORK.search(paragraph) is not None
    )


def belongings_in(text: str) -> Iterator[Told]:
    """Yield what nouns tell that belong to the first person in a sentence of folded text."""
    for match in _MINE.finditer(text) if "my " in text or "our " in text else ():
        told = _of_mine(text, match)
        if told is not None:
            yield told
    for match in _UNDER_ME.finditer(text) if any(led in text for led in _LED) else ():
        groups = _led(words_of(match["noun"])) or frozenset()
        end = clause_end(text, match.end(), len(text))
        yield Told(match.start(), end, "rules", "holds", groups, is_long=False)
    for match in _AT_WORK.finditer(text):
        told = _of_place(text, match)
        if told is not None:
            yield told


_LED = (" to me", " under me", " for me", " to us", " under us", " for us")
_MINE = lazy_pattern(
    r"(?P<whose>m(?<![\w'].)y|o(?<![\w'].)ur) (?P<noun>[\w'&-]+(?: [\w'&-]+){0,4})"
)
# "The underwriters who report to me": who is led.
_UNDER_ME = lazy_pattern(
    r"\b(?:the|those|all|most|every|each|of) (?P<noun>[\w'&-]+(?: [\w'&-]+){0,3}?) (?:who |that )?"
    r"(?:report|reports|reported|answer|answers|answered|work|works|worked) (?:to|under|for) (?:me|us)\b"
)
# "Between rehearsals", "on nights in resus", "at the mill we": where the speaker is when at work.
_AT_WORK = lazy_pattern(
    r"(?:^|[,;:] )(?:(?:between|during|after|before) (?P<noun>[\w'&-]+(?: [\w'&-]+){0,3})"
    r"|on (?:nights|days|lates|earlies|shift|call|duty|watch|patrol|tour|location)"
    r"(?= (?:in|at|with|on|for)\b)"
    r"|(?:at|in|on|from|behind|inside) (?:the|our|this) (?P<place>[\w'-]+(?: [\w'-]+){0,4}?),?"
    r" (?:we|i) (?P<verb>[\w'-]+))"
)


def _of_mine(text: str, match: re.Match[str]) -> Told | None:
    """Return what "my" and a noun tell: "my congregation", "our two tugs"."""
    words = words_of(match["noun"])
    known = _belonging(words)
    if known is None:
        return None
    groups, first, end = known
    stop = clause_end(text, match.end(), len(text))
    if match["whose"] == "our" and (not groups or _OURS.isdisjoint(words[first:end])):
        return None
    groups = groups or lexicon().groups(words_of(text[match.start("noun") : stop]))
    if not groups:
        return None
    who = _WHO_COME.search(text, max(0, match.start() - _NEAR), match.start())
    start = match.start() if who is None else who.start("who")
    return Told(start, stop, "belonging", "holds", groups, is_long=False)


# "The pensioners who queue at my counter", "most of my pupils".
_WHO_COME = lazy_pattern(
    r"(?P<who>\b(?:(?:the|those|most|many|few|some|all) [\w'-]+s (?:who|that) [a-z]+"
    r"(?: (?:to|into|at|in|on))?"
    r"|(?:nearly |almost )?(?:all|most|many|half|some|none|one|two|three)(?: of)?)) \Z"
)


def _belonging(words: list[str]) -> tuple[frozenset[str], int, int] | None:
    """Return the groups of the belonging that heads a noun phrase, with its first and last word."""
    for first in range(min(_MODIFIERS + 1, len(words))):
        known = trade_words().belonging(words, first)
        if known is not None and _heads(words, known[1]):
            return known[0], first, known[1]
        if words[first] in _NO_MODIFIER:
            return None
    return None


_MODIFIERS = 2  # words before a belonging: "my old ward", "our two small tugs"


def belonging_held(text: str, aux: str, verb: str, place: int) -> frozenset[str]:
    """Return the groups of what "I" has, when the verb at `text[place]` says so: "I have forty ewes"."""
    if verb in HAVING:
        found = _HELD.match(text, place + len(verb))
    elif aux.endswith(("have", "'ve")):
        found = _HELD.match(text, place - 1)  # the auxiliary was none
    elif verb in DEALT:
        found = _SO_MANY.match(text, place + len(verb))
    else:
        return frozenset()
    known = _belonging(words_of(found["noun"])) if found is not None else None
    return known[0] if known is not None else frozenset()


# "I lost eleven lambs" tells that they were the speaker's; "I saw eleven lambs" does not.
DEALT = frozenset(
    {"lost", "sold", "sent", "raised", "employ", "employed", "buried", "lose", "sell"}
)
_SO_MANY = lazy_pattern(
    rf" (?:about |over |some |nearly |almost )?{CARDINAL}(?: (?:of my|of our))? "
    r"(?P<noun>[\w'&-]+(?: [\w'&-]+){0,4})"
)
HAVING = frozenset({"got", "own", "keep", "run"})
_HELD = lazy_pattern(
    r" (?:(?:an?|the|some|about|over|nearly|just|only)\b )*(?P<noun>[\w'&-]+(?: [\w'&-]+){0,4})"
)


def fronted_object(text: str, place: int) -> int:
    """Return where the object begins that stands before "I" at `text[place]`; -1 when there is none.

    "The nine holiday flats I rent out": a noun phrase with an article or a number, in the plural.
    """
    found = _OBJECT.search(text, max(0, place - _NEAR), place)
    return -1 if found is None or found["noun"] in _TIMES else found.start("object")


_OBJECT = lazy_pattern(
    r"(?:^|[,;:] |\b)(?P<object>(?:the|those|these|all|most|many|every|some|nearly all)(?: of)?(?: the| my)?"
    r" (?:[\w'-]+ ){0,3}?(?P<noun>[\w'-]+s)) (?:that |which |whom )?(?:my \w+ and )?\Z"
)
_TIMES = frozenset(
    {"evenings", "mornings", "afternoons", "nights", "days", "weeks", "weekends", "months"}
    | {"years", "summers", "winters", "times", "ways", "reasons", "things", "this"}
    | {"is", "was", "has"}
)


def ruled_before(text: str, place: int) -> tuple[int, frozenset[str]] | None:
    """Return where the noun begins that "I run" at `text[place]` follows, and its groups.

    "The wing I ran", "the governors I chair"; None when no such noun stands there.
    """
    if text[place - 1 : place] != " ":
        return None
    groups = _led(words_of(text[max(0, place - _NEAR) : place]))
    if not groups:
        return None
    article = _ARTICLE.search(text, max(0, place - _NEAR), place)
    return (place if article is None else article.start()), groups


_NEAR = 60  # code points
_ARTICLE = lazy_pattern(r"\b(?:the|those|these|every|each|all|of)\b [^,;:.]*$|\w+ $")


def _led(before: list[str]) -> frozenset[str] | None:
    """Return the groups of the noun at the end of `before`; None when it is none that is led."""
    if before and before[-1] in ("that", "which", "whom", "where", "who"):
        before = before[:-1]
    table, words = trade_words(), lexicon()
    for start in range(max(0, len(before) - 3), len(before)):
        phrase = before[start:]
        known = table.belonging(phrase, 0)
        if known is not None and known[1] == len(phrase):
            return known[0] | words.groups(phrase)
    role = words.role(before, len(before)) if before else None
    if role is not None and before[-1].endswith("s") and role[0].kind in ("trade", "soft"):
        return frozenset({role[0].group} - {""})
    return None


def _of_place(text: str, match: re.Match[str]) -> Told | None:
    """Return what a circumstance tells: "between rehearsals with the orchestra", "at the mill we grind"."""
    end = clause_end(text, match.end(), len(text))
    start = match.start() + len(match.group()) - len(match.group().lstrip(" ,;:"))
    if match["noun"] is None and match["place"] is None:
        groups = lexicon().groups(words_of(text[match.start() : end]))
        return Told(start, end, "at work", "holds", groups, is_long=False) if groups else None
    if match["place"] and (match["verb"] in _THEN or match["verb"].endswith("ed")):
        return None  # "in the ward we waited": a visit
    words = words_of(match["noun"] or match["place"])
    known = _belonging(words)
    if known is None or not known[0] or not (match["place"] or words[known[2] - 1].endswith("s")):
        return None
    return Told(start, end, "belonging", "holds", known[0], is_long=False)


_THEN = frozenset(
    {"was", "were", "had", "saw", "got", "came", "met", "ate", "found", "felt", "thought"}
) | {"left", "sat", "stood", "lay", "slept", "went", "took", "bought", "made", "heard", "knew"}
# What a whole firm, club or paper calls its own, whoever writes there.
_OURS = frozenset({"crew", "herd", "flock", "platoon", "squadron", "regiment", "ward", "trawler"})
_NO_MODIFIER = (
    frozenset({"and", "or", "but", "to", "of", "in", "on", "at", "for", "with", "from", "by", "as"})
    | {"is", "was", "are", "were", "has", "have", "had", "mother", "father", "wife", "husband"}
    | {"brother", "sister", "son", "daughter", "friend", "uncle", "aunt", "grandfather"}
    | {"grandmother", "partner", "mum", "dad", "cousin", "neighbour", "neighbor", "local"}
    | {"favourite", "favorite", "son's", "daughter's", "not", "who", "that", "i", "nearest"}
)
_FOLLOWS = (
    frozenset({"and", "or", "but", "to", "of", "in", "on", "at", "for", "with", "from", "by", "as"})
    | {"is", "was", "are", "were", "has", "have", "had", "who", "that", "which", "where", "when"}
    | {"would", "will", "can", "could", "should", "may", "might", "never", "always", "often"}
    | {"i", "we", "you", "it", "this", "because", "since", "after", "before", "while", "did"}
    | {"do", "does", "than", "so", "if", "now", "then", "there", "here", "under", "over"}
    | {"they", "he", "she", "not", "into", "about", "behind", "between", "during", "until"}
)


def _heads(words: list[str], end: int) -> bool:
    """Whether the noun that ends before `words[end]` is the head: "my desk at", not "my desk lamp"."""
    if end >= len(words) or words[end - 1].endswith("s"):
        return True
    return words[end] in _FOLLOWS or words[end].endswith(("s", "ed", "ly"))
