"""The grammar of vague attribution: a source that nobody could ask, with a verb that reports.

Starts from a noun, participle or idiom of `vague_sources.csv` and looks at its sentence: what stands
before the noun must leave it indefinite ("many experts", not "the experts" or "Oxford experts"), and
a verb of report must follow it. Each look is bounded by a dozen words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textlint.document import Block, Sentence
from textlint.phrases import PhraseMatch
from textlint_sourcing.attribution import TOKEN, is_name
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
_SINGULAR = frozenset(["one expert", "one study", "one rumour"])
_ARTICLES = frozenset(["a", "an", "one", "another", "some", "any"])
_HAVE = frozenset(["has", "have", "had"])
_BE = frozenset(["is", "are", "been"])
_DEMANDS_QUANTIFIER = "crowd"
_SAID = frozenset(["said", "told", "confirmed"])
_AT_ODDS = frozenset(["agree", "agreed", "argue", "argued"])
# After "as" these begin a clause: "see the boats come in as the sun goes down".
_WHILE = frozenset(
    ["the", "he", "she", "it", "they", "we", "i", "you", "if", "though", "well", "soon"]
)
_OF_CROWDS = frozenset(["speculate", "speculated"])  # "fans have speculated that"
_QUANTIFIED_ALONE = frozenset(["many", "some", "most", "others", "everyone", "everybody"])
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
_SUBJECTS = frozenset(
    ["the", "a", "an", "he", "she", "they", "there", "these", "this", "some", "many"]
)
_INVERTED = frozenset(["say", "says", "said", "claim", "claimed", "warn", "warned"])
_PUNCTUATION = frozenset([",", ";", ":", "(", ")", '"', "“", "”", "–", "—", "\ufffc"])
_REACH = 12  # tokens between a noun and its verb
_LONGEST_CLAUSE = 40  # tokens
_NEAR = 120  # code points that hold them, about
_SPACES = str.maketrans('.,;:!?)("', " " * 9)


def find_vague_sources(matches: Sequence[PhraseMatch]) -> Iterator[VagueSource]:
    """Yield the vague attributions that begin at `matches`, in order of place."""
    readers: dict[tuple[int, int], _SentenceReader] = {}
    for match in matches:
        block = match.block
        if not _is_possible(match) or block.is_quoted(match.start, match.end):
            continue
        index = bisect_right(block.sentences, match.start, key=_start) - 1
        key = (id(block), index)
        reader = readers.get(key)
        if reader is None:
            reader = readers[key] = _SentenceReader(block.sentences[index])
        found = reader.read(match)
        if found is not None:
            yield found


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
    verbs = grammar(_VERBS[kind], "predicate", "regard") | _SAID
    after = folded[match.end : match.end + _NEAR].translate(_SPACES).split()
    if not verbs.isdisjoint(after):
        return True
    before = folded[max(match.start - _NEAR, 0) : match.start]
    return "according to" in before or not _INVERTED.isdisjoint(before.split()[-4:])


class _SentenceReader:
    """The tokens of one sentence, and the questions that the grammar asks of them."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.block = sentence.block
        self.tokens = list(TOKEN.finditer(self.block.text, sentence.start, sentence.end))
        self.words = [self.block.folded[t.start() : t.end()] for t in self.tokens]
        self._starts = [t.start() for t in self.tokens]

    def read(self, match: PhraseMatch) -> VagueSource | None:
        kind = match.phrase.fields["class"]
        first = bisect_left(self._starts, match.start)
        last = bisect_left(self._starts, match.end) - 1
        if first > last or self._starts[first] != match.start:
            return None
        if kind == "idiom":
            return self._found(first, first, last, kind)
        if kind == "hearsay":
            return self._hearsay(first, last)
        if kind == "consensus":
            return self._consensus(first, last)
        if self.block.text.startswith("?", self.sentence.end - 1):
            return None
        begin, quantified = self._indefinite(first, kind)
        if begin is None:
            return None
        if begin > 1 and self.words[begin - 2 : begin] == ["according", "to"]:
            if self._names_its_owner(last):
                return None
            return self._found(0, begin - 2, last, kind)
        if self._follows_its_verb(begin, last, kind):
            return self._found(0, begin - 1, last, kind)
        verb = self._verb(last, kind)
        if verb is None or not self._opens_clause(begin):
            return None
        if kind == _DEMANDS_QUANTIFIER and not quantified:
            if self.words[verb] not in grammar("predicate") | _OF_CROWDS:
                return None
        # "The bridge is unsafe, experts say": the claim stands before its source.
        claim = 0 if self._is_last(verb) else begin
        return self._found(claim, begin, verb, kind)

    # -- the noun phrase ---------------------------------------------------------------------------

    def _indefinite(self, first: int, kind: str) -> tuple[int | None, bool]:
        """Return where the noun phrase begins that ends in an indefinite noun at token `first`.

        The second value tells whether it says how many, as in "many fans".
        """
        begin = first
        determined = quantified = False
        adjectives = 0
        while begin > 0:
            word = self.words[begin - 1]
            if word in grammar("quantifier"):
                quantified = True
            elif word == "of" and begin > 1 and self.words[begin - 2] in grammar("collective"):
                quantified = True
                begin -= 1
                if begin > 1 and self.words[begin - 2] in ("the", "a"):
                    begin -= 1
            elif word in _ARTICLES:
                begin -= 1
                determined = True
                break
            elif not self._is_adjective(begin - 1, kind) or adjectives == 3:
                break
            else:
                adjectives += 1
            begin -= 1
        if kind in _SINGULAR:
            return (begin if determined else None), quantified
        if kind == "leaked" and "leaked" not in self.words[begin:first]:
            return None, quantified
        if self.words[first] in _QUANTIFIED_ALONE:
            return (begin if begin == first else None), True
        return (begin if not determined or quantified else None), quantified

    def _is_adjective(self, place: int, kind: str) -> bool:
        word = self.words[place]
        if kind in ("studies", "rumours"):
            return word in grammar("study-adjective")
        token = self.tokens[place].group()
        if token in _PUNCTUATION or word in FUNCTION_WORDS or word in grammar("opens", "attaches"):
            return False
        if word.endswith(("'s", "s'")) or word in _INVERTED:
            return False
        return token[0].islower() or token[0].isdigit() or place == 0

    def _opens_clause(self, begin: int) -> bool:
        """Whether a clause can begin at token `begin`; a name or an article before it cannot."""
        if begin == 0:
            return True
        word = self.words[begin - 1]
        return word in _PUNCTUATION or word in grammar("opens") or word.endswith("ly")

    def _follows_its_verb(self, begin: int, last: int, kind: str) -> bool:
        """Whether the clause ends "…, say insiders"."""
        return (
            begin > 1
            and kind in ("experts", "profession")
            and self.words[begin - 1]
            in ("say", "says", "said", "claim", "claimed", "warn", "warned")
            and self.words[begin - 2] in _PUNCTUATION
            and self._is_last(last)
        )

    # -- the verb ----------------------------------------------------------------------------------

    def _verb(self, noun: int, kind: str) -> int | None:
        """Return the verb of report that belongs to the noun whose last word is token `noun`."""
        wanted = grammar(_VERBS[kind])
        if kind == "profession" and self._is_nameless(noun):
            wanted = wanted | _SAID
        # "those close to the family say": the addition has begun within the table's phrase
        attached = close = self.words[noun] in ("to", "with", "of")
        place = noun + 1
        while place < len(self.words) and place - noun <= _REACH:
            word = self.words[place]
            if word in wanted and self._reports(place, kind):
                return place
            if word in grammar("regard") and kind in _PEOPLE:
                return self._as_something(place)
            if word in grammar("predicate") and self.words[place - 1] in _BE:
                return place if kind in _PEOPLE else None
            if word == "," and not attached:
                closing = self._next_comma(place)
                if closing is None:
                    return None
                place = closing
            elif word in grammar("attaches"):
                if self.words[noun] in _QUANTIFIED_ALONE:
                    return None
                attached = True
                close = close or word in grammar("close")
            elif attached:
                if word in _PUNCTUATION:
                    return None
                if not close and is_name(self.block, self.tokens[place], self.sentence.start):
                    return None
            elif word not in grammar("auxiliary") and not word.endswith("ly"):
                return None
            place += 1
        return None

    def _as_something(self, place: int) -> int | None:
        """Return the "as" of "regard the battle as decisive", within the clause."""
        for end in range(place + 1, min(place + 8, len(self.words))):
            if self.words[end] == "as":
                following = self.words[end + 1] if end + 1 < len(self.words) else ""
                return None if following in _WHILE else end
            if self.words[end] in _PUNCTUATION:
                return None
        return None

    def _is_nameless(self, noun: int) -> bool:
        """Whether "unnamed" stands before the noun or "who asked not to be named" after it."""
        return not grammar("nameless").isdisjoint(self.words[max(noun - 1, 0) : noun + 5])

    def _next_comma(self, place: int) -> int | None:
        """Return the comma that closes a short insertion: "experts, however, say"."""
        window = self.words[place + 1 : place + 6]
        return place + 1 + window.index(",") if "," in window else None

    def _reports(self, place: int, kind: str) -> bool:
        word = self.words[place]
        following = self.words[place + 1] if place + 1 < len(self.words) else ""
        if word in ("told", "tell", "tells") and self._has_named_object(place):
            return False
        perfect = any(w in _HAVE for w in self.words[max(place - 3, 0) : place])
        if word in grammar("perfect") and not perfect and (kind == "profession" or word != "found"):
            return False
        if word in grammar("participle") and not perfect and following in _PREPOSITIONS:
            return False
        if kind == _DEMANDS_QUANTIFIER:
            return following not in _ABOUT_ITSELF and not self._is_last(place)
        if following in ("so", "little", "nothing", "much"):
            return False
        return not (word in _AT_ODDS and following in ("to", "with", "over", "about", "among"))

    def _has_named_object(self, verb: int) -> bool:
        """Whether it was told to a newspaper: then the newspaper is the source."""
        for place in range(verb + 1, min(verb + 4, len(self.words))):
            if self.words[place] in ("reporters", "journalists", "newspaper", "magazine"):
                return True
            if is_name(self.block, self.tokens[place], self.sentence.start):
                return True
        return False

    def _is_last(self, place: int) -> bool:
        """Whether the clause ends with token `place`."""
        return place + 1 == len(self.words) or self.words[place + 1] in (",", ";", ")")

    def _names_its_owner(self, last: int) -> bool:
        """Whether "experts", "a study" after "according to" is followed by whose it is."""
        after = self.tokens[last + 1 : last + 9]
        for number, token in enumerate(after):
            if token.group() in _PUNCTUATION:
                return False
            if number and is_name(self.block, token, self.sentence.start):
                return True
        return False

    # -- passives ----------------------------------------------------------------------------------

    def _hearsay(self, first: int, last: int) -> VagueSource | None:
        """Read "is said to", "it is believed that", "has long been rumoured to"."""
        copula = self._copula(first)
        following = self.words[last + 1 : last + 3]
        if copula is None or not following:
            return None
        subject = self._impersonal(copula)
        if subject is not None and (following[0] == "that" or self._begins_clause(last + 1)):
            return self._found(subject, subject, last, "hearsay")
        infinitive = len(following) == 2 and following[0] == "to" and self._is_infinitive(last)
        if not infinitive:
            return None
        return self._found(self._clause_begin(copula), copula, last + 1, "hearsay")

    def _consensus(self, first: int, last: int) -> VagueSource | None:
        """Read "is widely regarded as", "it is generally accepted that"."""
        copula = self._copula(first)
        if copula is None or last + 1 >= len(self.words):
            return None
        adverb, following = self.words[first - 1], self.words[last + 1]
        subject = self._impersonal(copula)
        if following == "that" and adverb.endswith(("ly", "well")) and subject is not None:
            return self._found(subject, subject, last, "consensus")
        if adverb in ("widely", "universally") and following in ("as", "to", "the", "a", "one"):
            if self.words[first] != "known":
                return self._found(self._clause_begin(copula), copula, last, "consensus")
        return None

    def _copula(self, participle: int) -> int | None:
        """Return the form of "be" before a participle, over at most three adverbs."""
        for place in range(participle - 1, max(participle - 4, -1), -1):
            word = self.words[place]
            if word in _BE or word.endswith(("'s", "'re")):
                return place
            if not word.endswith(("ly", "well")) and word not in grammar("auxiliary"):
                return None
        return None

    def _impersonal(self, copula: int) -> int | None:
        """Return where the "it" of "it is", "it's" or "it has long been" stands."""
        subject = copula if self.words[copula] == "it's" else copula - 1
        while subject > 0 and self.words[subject] in grammar("auxiliary"):
            subject -= 1
        return subject if subject >= 0 and self.words[subject] in ("it", "it's") else None

    def _begins_clause(self, place: int) -> bool:
        """Whether a clause without "that" begins: "it is believed the ring was stolen"."""
        word = self.words[place]
        return word in _SUBJECTS or is_name(self.block, self.tokens[place], self.sentence.start)

    def _is_infinitive(self, last: int) -> bool:
        verb = self.words[last + 2]
        if self.words[last] == "said" and "if" in self.words[last + 2 : last + 2 + _LONGEST_CLAUSE]:
            return False  # a definition: "a set is said to be closed if"
        if self.words[last] in ("reported", "said", "understood", "suggested", "argued"):
            return verb in ("be", "have")
        return verb not in FUNCTION_WORDS or verb in ("be", "have", "do")

    def _clause_begin(self, copula: int) -> int:
        for place in range(copula - 1, max(copula - 1 - _LONGEST_CLAUSE, -1), -1):
            if self.words[place] in _PUNCTUATION or self.words[place] in ("and", "but", "that"):
                begin = place + 1
                if self.words[begin] in ("and", "but", "or"):
                    begin += 1
                return min(begin, copula)
        return max(copula - _LONGEST_CLAUSE, 0)

    # -- the result --------------------------------------------------------------------------------

    def _found(self, claim: int, first: int, last: int, kind: str) -> VagueSource:
        """Return the claim from token `claim` on; tokens `first` to `last` stand for the source."""
        phrase = (self.tokens[first].start(), self.tokens[last].end())
        start = self.tokens[claim].start()
        return VagueSource(self.block, self.sentence, start, self.sentence.end, phrase, kind)
