"""What the first person has never done, does not do and cannot do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.lazy import lazy_pattern
from textlint_persona.grammar import clause_end, words_of
from textlint_persona.lexicon import lexicon
from textlint_persona.told import Told


def may_deny(text: str) -> bool:
    """Whether folded text may deny something of its speaker."""
    return ("n't" in text or " never" in text or "not" in text) and _DENIED.search(text) is not None


def denials_in(text: str) -> Iterator[Told]:
    """Yield what a sentence of folded text says that its speaker stands outside of."""
    for match in _DENIED.finditer(text):
        if _is_telling(text, match):
            end = clause_end(text, match.end(), len(text))
            groups = lexicon().groups(words_of(text[match.start("verb") : end]))
            yield Told(match.start(), end, "denial", "lacks", groups, is_long=False)


# "I don't drink coffee", "I cannot read a note", "I have never opened one": what the speaker is not.
_DENIED = lazy_pattern(
    r"(?<![\w'])(?:(?P<who>i|we)(?: \w+ly)?|(?<=, )and|and|but|having|who)"
    r"(?P<no> (?:don't|do not|can't|cannot|couldn't|could not)"
    r"|(?:'ve|'d| have| had|)(?: not|n't| never|n't ever| never once))"
    r"(?: (?:even|once|actually|really|yet|so much as|personally|ever|myself|\w+ly))*"
    r" (?P<verb>[a-z]+)(?= (?P<object>[^.;:!?,]{2,60}))?"
)
_HABITS = frozenset(
    {"drink", "eat", "own", "drive", "ride", "cook", "bake", "garden", "fish", "hunt", "smoke"}
    | {"swim", "play", "watch", "follow", "read", "wear", "keep", "speak", "vote", "pray", "knit"}
    | {"sew", "dance", "sing", "invest", "farm", "ski", "climb", "camp", "fly", "travel", "teach"}
    | {"code", "program", "run", "boil", "draw", "paint", "spell", "count", "hear", "walk"}
)
# What everybody has never done: it tells of a feeling and of no life.
_FEELINGS = frozenset(
    {"seen", "met", "known", "had", "found", "received", "heard", "come", "felt", "thought", "been"}
    | {"understood", "regretted", "doubted", "forgotten", "liked", "loved", "wanted", "needed"}
    | {"believed", "trusted", "noticed", "managed", "told", "said", "asked", "looked", "stopped"}
    | {"minded", "failed", "worried", "agreed", "missed", "enjoyed", "expected", "imagined", "gone"}
    | {"got", "gotten", "let", "made", "left", "lost", "quite", "recovered", "been so"}
    | {"forgiven", "looked", "wondered", "considered", "dared", "changed", "paid", "cared", "taken"}
)


def _is_telling(text: str, match: re.Match[str]) -> bool:
    """Whether a denial tells what its speaker is not: "I have never missed it" does not."""
    verb, denied, object_ = match["verb"], match["no"].strip(), match["object"] or ""
    if verb in _NO_VERBS or (verb in _SOUGHT and object_.startswith("for ")):
        return False
    if denied == "not" or _COMPARING.search(object_) is not None:
        return False
    if match["who"] is None and not _FIRST.search(text, max(0, match.start() - 90), match.start()):
        return False
    if denied.startswith(("do", "can", "could")):
        return verb in _HABITS and match["who"] != "we"
    if verb == "had":
        return "never" in denied and _NEVER_HAD.match(object_) is not None
    return match["who"] != "we" and verb not in _FEELINGS and verb.endswith(_PARTICIPLE)


# "And never on a Sunday", "I don't fish for praise".
_NO_VERBS = frozenset(
    {"on", "in", "then", "when", "again", "alone", "often", "even", "an", "the", "at"}
) | {"for", "mine", "one", "more", "quite", "since", "once", "before", "are", "late", "between"}
_SOUGHT = frozenset({"hunt", "fish", "watch", "run", "travel", "vote"})
_PARTICIPLE = ("ed", "en", "wn", "un", "ung", "ght", "ad", "n", "t", "e")
_NEVER_HAD = lazy_pattern(
    r"(?:an?|any) (?!problems?|chance|reason|doubt|cause|moment|bad|good|better|complaints?|issues?|clue|idea"
    r"|time|say|proper|real|single|more|less|finer|quarrel|accident|dull|regret|such)\w+"
)
_FIRST = lazy_pattern(r"(?<![\w'])(?:i|i'm|i've|we)\b")
_COMPARING = lazy_pattern(
    r"^(?:it|that|this|him|her|them|you|so|such|as|more|less|better|worse|again|anything|anyone|why|how"
    r"|what|to|the|my|our|these|those|his|its|their)\b"  # one thing is not the whole of it
    r"|\b(?:such|better|worse|again|like (?:it|this|that)|as \w+ as|so \w+)\b"
)
