"""Vague passives: "is said to", "it is widely believed that", "is generally regarded as"."""

from __future__ import annotations

from typing import NamedTuple

from textlint_sourcing.sentence_words import PUNCTUATION, SentenceWords
from textlint_sourcing.vocabulary import FUNCTION_WORDS, grammar

BE = frozenset(["is", "are", "been"])
_SUBJECTS = frozenset(
    ["the", "a", "an", "he", "she", "they", "there", "these", "this", "some", "many"]
)
_LONGEST_CLAUSE = 40  # tokens


class Reading(NamedTuple):
    """Tokens of a sentence: where its claim begins; the first and last that stand for the source."""

    claim: int
    first: int
    last: int


def hearsay(sentence: SentenceWords, first: int, last: int) -> Reading | None:
    """Read "is said to", "it is believed that", "has long been rumoured to"."""
    copula = _copula(sentence, first)
    following = sentence.words[last + 1 : last + 3]
    if copula is None or not following:
        return None
    subject = _impersonal(sentence, copula)
    if subject is not None and (following[0] == "that" or _begins_clause(sentence, last + 1)):
        return Reading(subject, subject, last)
    infinitive = len(following) == 2 and following[0] == "to" and _is_infinitive(sentence, last)
    if not infinitive:
        return None
    return Reading(_clause_begin(sentence, copula), copula, last + 1)


def consensus(sentence: SentenceWords, first: int, last: int) -> Reading | None:
    """Read "is widely regarded as", "it is generally accepted that"."""
    copula = _copula(sentence, first)
    if copula is None or last + 1 >= len(sentence.words):
        return None
    adverb, following = sentence.words[first - 1], sentence.words[last + 1]
    subject = _impersonal(sentence, copula)
    if following == "that" and adverb.endswith(("ly", "well")) and subject is not None:
        return Reading(subject, subject, last)
    if adverb in ("widely", "universally") and following in ("as", "to", "the", "a", "one"):
        if sentence.words[first] != "known":
            return Reading(_clause_begin(sentence, copula), copula, last)
    return None


def _copula(sentence: SentenceWords, participle: int) -> int | None:
    """Return the form of "be" before a participle, over at most three adverbs."""
    for place in range(participle - 1, max(participle - 4, -1), -1):
        word = sentence.words[place]
        if word in BE or word.endswith(("'s", "'re")):
            return place
        if not word.endswith(("ly", "well")) and word not in grammar("auxiliary"):
            return None
    return None


def _impersonal(sentence: SentenceWords, copula: int) -> int | None:
    """Return where the "it" of "it is", "it's" or "it has long been" stands."""
    subject = copula if sentence.words[copula] == "it's" else copula - 1
    while subject > 0 and sentence.words[subject] in grammar("auxiliary"):
        subject -= 1
    return subject if subject >= 0 and sentence.words[subject] in ("it", "it's") else None


def _begins_clause(sentence: SentenceWords, place: int) -> bool:
    """Whether a clause without "that" begins: "it is believed the ring was stolen"."""
    word = sentence.words[place]
    return word in _SUBJECTS or sentence.is_name(place)


def _is_infinitive(sentence: SentenceWords, last: int) -> bool:
    verb = sentence.words[last + 2]
    if (
        sentence.words[last] == "said"
        and "if" in sentence.words[last + 2 : last + 2 + _LONGEST_CLAUSE]
    ):
        return False  # a definition: "a set is said to be closed if"
    if sentence.words[last] in ("reported", "said", "understood", "suggested", "argued"):
        return verb in ("be", "have")
    return verb not in FUNCTION_WORDS or verb in ("be", "have", "do")


def _clause_begin(sentence: SentenceWords, copula: int) -> int:
    for place in range(copula - 1, max(copula - 1 - _LONGEST_CLAUSE, -1), -1):
        if sentence.words[place] in PUNCTUATION or sentence.words[place] in ("and", "but", "that"):
            begin = place + 1
            if sentence.words[begin] in ("and", "but", "or"):
                begin += 1
            return min(begin, copula)
    return max(copula - _LONGEST_CLAUSE, 0)
