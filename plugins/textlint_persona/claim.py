"""A first-person claim: the place where the author of a document says who he or she is."""

from __future__ import annotations

from typing import Literal, NamedTuple

from textlint.document import Block
from textlint.lazy import lazy_pattern
from textlint.model import Span
from textlint_persona.frames import Stance
from textlint_persona.lexicon import Kind


class Claim(NamedTuple):
    """`block.text[start:end]` says something about its author.

    `kind` is what it says (see data/fields.csv), "experience" when it tells work and no role, "none"
    when it names neither. `groups` are the groups of trades that it touches, `themes` those that its
    words are about, `denied` those (and stems of words) that it says the author stands outside of: "a
    lawyer who has never picked up a ball". `intro` marks a fresh introduction: "As a nurse, I …",
    `is_long` a claim of long standing, `is_whole` one of a whole working life, `is_new` one of
    somebody who has just begun. `also` are the heads and groups of roles named in the same breath: "a
    waiter, a postman and a clown". `sentence` is the range of the sentence in `block.text`.
    """

    block: Block
    start: int
    end: int
    frame: str
    stance: Stance
    kind: Kind | Literal["experience", "none"]
    field: str
    head: str
    groups: frozenset[str]
    themes: frozenset[str]
    denied: frozenset[str]
    intro: bool
    is_long: bool
    is_whole: bool
    is_new: bool
    also: frozenset[str]
    sentence: tuple[int, int]

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.block.span_at(self.start, self.end)

    @property
    def is_past(self) -> bool:
        """Whether the claim tells what was so: "I knew nothing", "I had never"."""
        return self.stance == "held" or _PAST.search(self.text[:40].lower()) is not None

    @property
    def is_plural(self) -> bool:
        return self.head.endswith("s") and "one of" not in self.text[:12].lower()


_LONGEST_SHOWN = 90  # code points of a claim in a message


def shorten(text: str) -> str:
    """Return `text` as a message shows it: on one line, cut at a word when it is long."""
    text = " ".join(text.split()).rstrip(" ,")
    if len(text) <= _LONGEST_SHOWN:
        return text
    return text[:_LONGEST_SHOWN].rsplit(" ", 1)[0].rstrip(" ,") + " …"


_PAST = lazy_pattern(r"\bi (?:was|knew|understood|had|could|didn['’]t)\b")
