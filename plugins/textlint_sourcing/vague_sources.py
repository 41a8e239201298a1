"""The grammar of vague attribution: a source that nobody could ask, with a verb that reports.

Starts from a noun, participle or idiom of `vague_sources.csv` and looks at its sentence: what stands
before the noun must leave it indefinite ("many experts", not "the experts" or "Oxford experts"), and
a verb of report must follow it. Each look is bounded by a dozen words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from textlint.document import Block, Sentence
from textlint.phrases import PhraseMatch
from textlint_sourcing.passives import Reading, consensus, hearsay
from textlint_sourcing.reporting_verb import (
    DEMANDS_QUANTIFIER,
    OF_CROWDS,
    QUANTIFIED_ALONE,
    verb_of,
    verbs_of,
)
from textlint_sourcing.sentence_words import PUNCTUATION, SentenceWords
from textlint_sourcing.vocabulary import FUNCTION_WORDS, grammar


class VagueSource(NamedTuple):
    """A claim, `block.text[start:end]`, and the words in it that stand for its source.

    `phrase` is their range of the text, `kind` the class of the table row that it began with.
    """

    block: Block
    sentence: Sentence
    start: int
    end: int
    phrase: tuple[int, int]
    kind: str


_SINGULAR = frozenset(["one expert", "one study", "one rumour"])
_ARTICLES = frozenset(["a", "an", "one", "another", "some", "any"])
_INVERTED = frozenset(["say", "says", "said", "claim", "claimed", "warn", "warned"])
_NEAR = 120  # code points that hold them, about
# As a string: a table that holds all of ASCII is faster than one that holds what changes.
_SPACES = "".join(
    " " if character in '.,;:!?)("' else character for character in map(chr, range(128))
)


def find_vague_sources(
    matches: Sequence[PhraseMatch], reads: Callable[[Block], bool]
) -> Iterator[VagueSource]:
    """Yield the vague attributions that begin at `matches` in blocks that it `reads`, in order."""
    sentences: dict[tuple[int, int], SentenceWords] = {}
    for match in matches:
        block = match.block
        if not _is_possible(match) or not reads(block):
            continue
        if block.is_quoted(match.start, match.end):
            continue
        index = bisect_right(block.sentences, match.start, key=_start) - 1
        key = (id(block), index)
        sentence = sentences.get(key)
        if sentence is None:
            sentence = sentences[key] = SentenceWords(block.sentences[index])
        reading = _read(sentence, match)
        if reading is not None:
            yield _source(sentence, reading, match.phrase.fields["class"])


def _source(sentence: SentenceWords, reading: Reading, kind: str) -> VagueSource:
    tokens = sentence.tokens
    phrase = (tokens[reading.first].start(), tokens[reading.last].end())
    whole = sentence.sentence
    return VagueSource(whole.block, whole, tokens[reading.claim].start(), whole.end, phrase, kind)


def _start(sentence: Sentence) -> int:
    return sentence.start


def _is_possible(match: PhraseMatch) -> bool:
    """Whether the words near a match hold the verb it needs; spares most sentences the grammar."""
    kind = match.phrase.fields["class"]
    folded = match.block.folded
    if kind == "idiom":
        return True
    if kind in ("hearsay", "consensus"):
        near = folded[max(match.start - 40, 0) : match.start]
        return (
            " is " in near or " are " in near or "been " in near or "'s " in near or "'re " in near
        )
    after = folded[match.end : match.end + _NEAR].translate(_SPACES).split()
    if not verbs_of(kind).isdisjoint(after):
        return True
    before = folded[max(match.start - _NEAR, 0) : match.start]
    return "according to" in before or not _INVERTED.isdisjoint(before.split()[-4:])


def _read(sentence: SentenceWords, match: PhraseMatch) -> Reading | None:
    """Read the sentence as a vague attribution that begins at the match, None when it is none."""
    kind = match.phrase.fields["class"]
    place = sentence.range_of(match.start, match.end)
    if place is None:
        return None
    first, last = place
    if kind == "idiom":
        return Reading(first, first, last)
    if kind == "hearsay":
        return hearsay(sentence, first, last)
    if kind == "consensus":
        return consensus(sentence, first, last)
    return None if sentence.is_question else _active(sentence, first, last, kind)


def _active(sentence: SentenceWords, first: int, last: int, kind: str) -> Reading | None:
    """Read "many experts say", "according to a study", "…, say insiders"."""
    begin, quantified = _indefinite(sentence, first, kind)
    if begin is None:
        return None
    if begin > 1 and sentence.words[begin - 2 : begin] == ["according", "to"]:
        return None if _names_its_owner(sentence, last) else Reading(0, begin - 2, last)
    if _follows_its_verb(sentence, begin, last, kind):
        return Reading(0, begin - 1, last)
    verb = verb_of(sentence, last, kind)
    if verb is None or not _opens_clause(sentence, begin):
        return None
    if kind == DEMANDS_QUANTIFIER and not quantified:
        if sentence.words[verb] not in grammar("predicate") | OF_CROWDS:
            return None
    # "The bridge is unsafe, experts say": the claim stands before its source.
    return Reading(0 if sentence.is_last(verb) else begin, begin, verb)


def _indefinite(sentence: SentenceWords, first: int, kind: str) -> tuple[int | None, bool]:
    """Return where the noun phrase begins that ends in an indefinite noun at token `first`.

    The second value tells whether it says how many, as in "many fans".
    """
    begin = first
    determined = quantified = False
    adjectives = 0
    while begin > 0:
        word = sentence.words[begin - 1]
        if word in grammar("quantifier"):
            quantified = True
        elif word == "of" and begin > 1 and sentence.words[begin - 2] in grammar("collective"):
            quantified = True
            begin -= 1
            if begin > 1 and sentence.words[begin - 2] in ("the", "a"):
                begin -= 1
        elif word in _ARTICLES:
            begin -= 1
            determined = True
            break
        elif not _is_adjective(sentence, begin - 1, kind) or adjectives == 3:
            break
        else:
            adjectives += 1
        begin -= 1
    if kind in _SINGULAR:
        return (begin if determined else None), quantified
    if kind == "leaked" and "leaked" not in sentence.words[begin:first]:
        return None, quantified
    if sentence.words[first] in QUANTIFIED_ALONE:
        return (begin if begin == first else None), True
    return (begin if not determined or quantified else None), quantified


def _is_adjective(sentence: SentenceWords, place: int, kind: str) -> bool:
    word = sentence.words[place]
    if kind in ("studies", "rumours"):
        return word in grammar("study-adjective")
    token = sentence.tokens[place].group()
    if token in PUNCTUATION or word in FUNCTION_WORDS or word in grammar("opens", "attaches"):
        return False
    if word.endswith(("'s", "s'")) or word in _INVERTED:
        return False
    return token[0].islower() or token[0].isdigit() or place == 0


def _opens_clause(sentence: SentenceWords, begin: int) -> bool:
    """Whether a clause can begin at token `begin`; a name or an article before it cannot."""
    if begin == 0:
        return True
    word = sentence.words[begin - 1]
    return word in PUNCTUATION or word in grammar("opens") or word.endswith("ly")


def _follows_its_verb(sentence: SentenceWords, begin: int, last: int, kind: str) -> bool:
    """Whether the clause ends "…, say insiders"."""
    return (
        begin > 1
        and kind in ("experts", "profession")
        and sentence.words[begin - 1] in _INVERTED
        and sentence.words[begin - 2] in PUNCTUATION
        and sentence.is_last(last)
    )


def _names_its_owner(sentence: SentenceWords, last: int) -> bool:
    """Whether "experts", "a study" after "according to" is followed by whose it is."""
    for place in range(last + 1, min(last + 9, len(sentence.words))):
        if sentence.tokens[place].group() in PUNCTUATION:
            return False
        if place > last + 1 and sentence.is_name(place):
            return True
    return False
