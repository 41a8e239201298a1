"""The words of one sentence with their places, as the grammar of vague attribution reads them."""

from __future__ import annotations

from bisect import bisect_left

from textlint.document import Sentence
from textlint_sourcing.attribution import TOKEN, is_name

PUNCTUATION = frozenset([",", ";", ":", "(", ")", '"', "“", "”", "–", "—", "\ufffc"])


class SentenceWords:
    """The tokens of a sentence; `words` are they in lower case. Places count tokens."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.block = sentence.block
        self.tokens = list(TOKEN.finditer(self.block.text, sentence.start, sentence.end))
        self._starts = [token.start() for token in self.tokens]
        folded = self.block.folded
        self.words = [folded[token.start() : token.end()] for token in self.tokens]

    def range_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first and last token of `block.text[start:end]`, None within a token."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end) - 1
        return (first, last) if first <= last and self._starts[first] == start else None

    def is_name(self, place: int) -> bool:
        return is_name(self.block, self.tokens[place], self.sentence.start)

    def is_last(self, place: int) -> bool:
        """Whether the clause ends with token `place`."""
        return place + 1 == len(self.words) or self.words[place + 1] in (",", ";", ")")

    @property
    def is_question(self) -> bool:
        return self.block.text.startswith("?", self.sentence.end - 1)
