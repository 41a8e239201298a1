"""The small grammar of self-description that the patterns of claims share: regular expressions over
folded text (lower case, plain quotes and hyphens), and the noun phrase with its head.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from textlint.lazy import lazy_pattern
from textlint_persona.lexicon import Field, lexicon

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
CARDINAL = rf"(?:\d{{1,3}}|(?:{_TENS})(?:-(?:{_ONES}))?|{_TEENS}|{_ONES})"
_ROUGHLY = (
    r"(?:over|more than|nearly|almost|about|around|some|close to|well over|the (?:best"
    r"|better) part of|upwards? of|at least|just (?:over|under)|the (?:last|past|first)|all"
    r" (?:of )?|these|those|my|my (?:first|last)|a full|a good|the)"
)
SPELL = (
    r"(?:years?|decades?|seasons?|months?|terms?|tours|winters|summers|harvests|vintages|elections"
    r"|campaigns|semesters|parliaments|deployments|lambings|seasons'|tax seasons|growing seasons|odd years)"
)
# "over two decades", "more than fifteen years", "a quarter of a century", "my first nine seasons"
DURATION = (
    rf"(?:{_ROUGHLY} )*(?:(?:{CARDINAL}|a|an|the|several|many|a few|a couple of|(?:a"
    rf" )?dozen|half a|too many|countless)[ -](?:\w+[ -])?{SPELL}"
    r"(?: and a half)?|(?:a )?(?:quarter|half)(?: of)?[ -]a?[ -]?century|(?:my|the)"
    r" (?:whole|entire) (?:career|life|adult life|working life)|decades|years)"
)
SINCE = (
    r"since (?:it (?:was|began|opened|started)|(?:it|they|the \w+) (?:was|were) \w+ed"
    r"|(?:the )?(?:early|late|mid)?[ -]?(?:19|20)\d\d|the (?:\w+ )?(?:\d0s|\w+ties)"
    r"|i (?:was|left|qualified|graduated)|before|leaving|childhood|university)"
)

LONGEST_CLAUSE = 300  # code points; keeps a text without punctuation linear

# Where a clause ends: strong punctuation, a dash, or a comma.
_CLAUSE_END = lazy_pattern(r"[,;:.!?()\[\]]|\s-+\s|-{2,}|(?<=\w)-(?=\s)|\s\ufffc")
# What may follow the comma of a claim and still belong to it: a relative clause; after a finite verb
# also a second verb or a further circumstance.
RELATIVE = lazy_pattern(r", (?:who|whom|whose|where|which)\b")
_GOES_ON = lazy_pattern(
    r", (?:who|whom|whose|where|which|and (?:i )?(?:have|had|am|was|never|still)\b"
    r"|\w+ed (?:by|in|at|over|through)\b"
    r"|or (?:have|set|been|at|in|on|near|even)\b|nor\b|as\b (?!for|well|a result)"
    r"|(?:in|on|at|from|to|by|since|until|over|near|behind|after|with)\b"
    r"(?! (?:fact|short|all|least|last|first|course|the (?:way|other|whole|end)|that case)\b))"
)

_WORD = lazy_pattern(r"[^\W_]+(?:[&'.\-][^\W_]+)*'?")
# Words that end the noun phrase that a role heads.
_AFTER_HEAD = (
    frozenset({"who", "whom", "whose", "that", "which", "with", "without", "in", "of", "for", "at"})
    | {"from", "on", "to", "by", "since", "until", "after", "before", "during", "behind", "under"}
    | {"across", "and", "or", "but", "i", "my", "we", "our", "me", "it", "is", "am", "was"}
    | {"were", "are", "has", "have", "had", "having", "be", "been", "living", "working", "based"}
    | {"specialising", "specializing", "turned", "trying", "looking", "writing", "covering"}
    | {"than", "when", "where", "while", "because", "so", "not", "myself", "himself", "herself"}
    | {"ourselves", "about", "into", "through", "over", "against", "among", "near", "like"}
    | {"such", "rather", "this", "these", "the", "here", "there", "would", "could", "should"}
    | {"can", "will", "may", "might", "must", "do", "did", "does", "serving", "struggling"}
    | {"raising", "running", "teaching", "practising", "practicing", "employed", "if", "though"}
    | {"although"}
)
_DETERMINERS = frozenset({"a", "an", "the", "one", "my", "your", "his", "her", "our", "their"}) | {
    "another",
    "some",
    "any",
    "no",
}


def clause_end(text: str, start: int, limit: int, goes_on: re.Pattern[str] = _GOES_ON) -> int:
    """Return where the clause that starts at `start` ends in the folded `text`, at most `limit`.

    A comma ends it unless `goes_on` matches there.
    """
    limit = min(limit, start + LONGEST_CLAUSE)
    place = start
    while True:
        match = _CLAUSE_END.search(text, place, limit)
        if match is None:
            return limit
        end = match.start()
        if text[end] == "." and end + 1 < limit and text[end + 1].isalnum():
            place = match.end()  # 3.5, e.g
            continue
        if text[end] == "(":
            closing = text.find(")", end, limit)
            if 0 <= closing - end <= 40:
                place = closing + 1
                continue
        if text[end] == "," and goes_on.match(text, end, limit):
            place = match.end()
            continue
        return end


class Role(NamedTuple):
    """A noun that says what the speaker is: `text[start:end]` with its modifiers, head last."""

    head: str
    field: Field
    start: int
    end: int


def noun_phrase(text: str, start: int, end: int) -> Role | None:
    """Return the role that heads the noun phrase at `text[start:end]`, or None.

    The head is the last word before a preposition, relative pronoun, verb or the end: "experienced
    analyst in the tech industry" → "analyst".
    """
    words: list[str] = []
    places: list[tuple[int, int]] = []
    reach = start
    for match in _WORD.finditer(text, start, min(end, start + 160)):
        word = match.group()
        gap = text[reach : match.start()] if places else ""
        if gap == " (" and text.startswith(")", match.end()):
            reach = match.end() + 1  # "human resources (HR) director"
            continue
        # "a running coach", "a practising lawyer", "an IT consultant"
        modifies = not words and (word == "it" or word.endswith("ing"))
        pairs = word in ("and", "&") and not _names_a_role(words)  # "an oil and gas executive"
        if (word in _AFTER_HEAD and not (modifies or pairs)) or (
            gap.strip() and gap.strip() not in ("&", "/")
        ):
            break
        if word in _DETERMINERS and words:
            break
        words.append(word.removesuffix("'s") if word.endswith("'s") else word)
        places.append(match.span())
        reach = match.end()
    # "as a minister responsible for roads": what follows the last role is no part of its noun.
    for count in range(len(words), 0, -1):
        found = lexicon().role(words[:count], count)
        if found is not None:
            field, first = found
            head = " ".join(words[first:count])
            if head in _RELATIONAL and text.startswith(" of ", places[count - 1][1]):
                return None
            return Role(head, field, places[0][0], places[count - 1][1])
    return None


# "A judge of such things" sits in no court.
_RELATIONAL = frozenset({"judge", "master", "champion", "architect", "prisoner", "slave", "artist"})


def _names_a_role(words: list[str]) -> bool:
    return not words or lexicon().role(words, len(words)) is not None


_UNACCENTED = str.maketrans("éèêëàâäáôöóîïíùüúçñ", "eeeeaaaaoooiiiuuucn")


def unaccented(text: str) -> str:
    """Return `text` without the accents of Latin letters: "Malmö" → "Malmo"."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def words_of(text: str) -> list[str]:
    """Return the words of folded text, without possessive endings and accents."""
    return [word.removesuffix("'s").translate(_UNACCENTED) for word in _WORD.findall(text)]


# Words of claims that name no subject.
_EMPTY = (
    frozenset({"have", "been", "with", "that", "this", "from", "were", "what", "when", "which"})
    | {"never", "ever", "even", "much", "only", "just", "very", "more", "than", "some", "such"}
    | {"them", "they", "their", "there", "since", "after", "before", "years", "year", "first"}
    | {"time", "last", "experience", "training", "anyone", "someone", "worked", "life", "myself"}
    | {"where", "over", "through", "about", "whole", "decades", "into", "the", "and", "for", "was"}
    | {"had", "has", "but", "not", "are", "any", "all", "can", "her", "his", "its", "our", "out"}
    | {"who", "how", "why", "one", "two", "may", "did", "get", "got", "too", "way", "own", "yet"}
    | {"ago", "day", "days", "now", "old", "new", "man", "off", "i've", "i'm", "i'd", "you", "she"}
    | {
        "him",
        "see",
        "say",
        "put",
        "few",
        "lot",
        "six",
        "ten",
        "most",
        "does",
        "your",
        "also",
        "once",
    }
    | {
        "still",
        "three",
        "four",
        "five",
        "seven",
        "eight",
        "nine",
        "many",
        "several",
        "first",
        "people",
    }
    | {
        "morning",
        "evening",
        "night",
        "week",
        "month",
        "months",
        "yesterday",
        "today",
        "until",
        "done",
    }
)


def stems(text: str) -> frozenset[str]:
    """Return the first five letters of the longer words of folded text that name a subject."""
    parts = [part for word in words_of(text) for part in word.split("-") if part not in _EMPTY]
    return frozenset(part.removesuffix("s")[:5] for part in parts if len(part) >= 3)
