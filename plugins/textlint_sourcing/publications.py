"""Whose publication it is: "a report by Tandem Audits", "the ministry's figures", "in a statement"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from textlint.document import Block, Sentence
from textlint.lazy import lazy_pattern
from textlint_sourcing.attribution import is_name
from textlint_sourcing.vocabulary import never_names, words

_TOKEN = lazy_pattern(r"[^\W_][\w&’'-]*")
# Publications that belong to whom the sentence is about: "the club said in a statement".
_ISSUED = frozenset(
    {
        *["statement", "release", "filing", "interview", "tweet", "letter", "post", "lawsuit"],
        *["indictment", "affidavit", "memo", "testimony", "prospectus", "judgment", "judgement"],
        *["ruling"],
    }
)
# What has an apostrophe and owns nothing: "today's report", "it's data".
_OWNS_NOTHING = frozenset(
    {
        *[
            "today",
            "yesterday",
            "tomorrow",
            "day",
            "week",
            "month",
            "year",
            "quarter",
            "it",
            "that",
        ],
        *[
            "let",
            "what",
            "there",
            "here",
            "he",
            "she",
            "who",
            "one",
            "people",
            "everyone",
            "nobody",
        ],
    }
)
_REACH = 5  # tokens between an owner and its publication


def named_publications(block: Block) -> Iterator[int]:
    """Yield the places in `block.text` of publications whose owner or title is given."""
    for sentence in block.sentences:
        reader = _SentenceReader(block, sentence)
        for index in range(len(reader.words)):
            if reader.is_named_publication(index):
                start = reader.tokens[index].start()
                if not block.is_quoted(start):
                    yield start


class _SentenceReader:
    def __init__(self, block: Block, sentence: Sentence) -> None:
        self.block = block
        self.start = sentence.start
        self.tokens = list(_TOKEN.finditer(block.text, sentence.start, sentence.end))
        self.words = [block.folded[t.start() : t.end()] for t in self.tokens]

    def is_named_publication(self, index: int) -> bool:
        word = self.words[index]
        if word in words("title"):
            return self._ends_a_title(index)
        if word in words("publication") or word.removesuffix("s") in words("publication"):
            return (
                self._has_owner_before(index)
                or self._is_issued(index)
                or self._has_owner_after(index)
                or self._ends_a_title(index)
            )
        return False

    def _is_capital(self, index: int) -> bool:
        return self.tokens[index].group()[0].isupper()

    def _ends_a_title(self, index: int) -> bool:
        """Whether the word ends a title: "the Fourth Harbour Development Plan"."""
        if index < 2 or not (self._is_capital(index) and self._is_capital(index - 1)):
            return False
        tokens = self.tokens[index - 2 : index + 1]
        adjacent = all(a.end() + 1 == b.start() for a, b in pairwise(tokens))
        return adjacent and (self._is_capital(index - 2) or self.words[index - 2] == "the")

    def _has_owner_before(self, index: int) -> bool:
        """Whether somebody's: "Brandvold's own model", "the county assessor's January bulletin"."""
        for place in range(max(index - _REACH, 0), index):
            word = self.words[place]
            owner = word.removesuffix("'s").removesuffix("s'")
            if owner == word or owner in _OWNS_NOTHING or owner in never_names():
                continue
            definite = {"the", "its", "their", "his", "her"} & set(
                self.words[max(place - 3, 0) : place]
            )
            if self._is_capital(place) or owner in words("body") or definite:
                return True
        return False

    def _is_issued(self, index: int) -> bool:
        before = self.words[max(index - _REACH, 0) : index]
        return (
            self.words[index] in _ISSUED and len(before) > 1 and bool({"in", "from"} & set(before))
        )

    def _has_owner_after(self, index: int) -> bool:
        """Whether by, from or with a name: "data released by the Kelby Water Board"."""
        for place in range(index + 1, min(index + 4, len(self.words))):
            if self.words[place] in ("by", "from", "with"):
                following = self.tokens[place + 1 : place + 1 + _REACH]
                return any(is_name(self.block, token, self.start) for token in following)
        return False
