"""Sentences in which an author may speak of himself: the unit in which claims are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from textlint.document import Block, BlockKind, Document, fold
from textlint_persona.memory import once_per_document
from textlint_persona.voices import author_blocks

# No sentence of prose is longer, in code points; what is, is data or a missing full stop.
LONGEST_SENTENCE = 1500

# Claims without a first person: "From the perspective of a nurse, …", "Take it from a nurse: …".
_PERSPECTIVE = (
    "perspective",
    "point of view",
    "standpoint",
    "eyes of",
    "speaking as",
    "take it from",
)
_FIRST_PERSON = re.compile(r"\b(?:(?P<one>i|my|me|mine|myself)|we|our|us)\b(?!\.\w)")

# What a sentence only supposes, wishes or asks of somebody.
_SUPPOSED = re.compile(
    r"\b(?:if i (?:were|was|had been)|as if i|as though i|imagine (?:that )?i|suppose i"
    r"|pretend|let's say i|say i'm|would i be|were i an?|had i been|you are an?|act as"
    r" an?|i(?:'ve| have|'d)?(?: always| once| never| only| even)? (?:want|wanted|hope"
    r"|hoped|dreamed?|dreamt|would like|'d like|decided|wish|wished|considered|thought)"
    r" (?:to (?:be|become|work)|of (?:being|becoming)|i (?:was|were)|about (?:being"
    r"|becoming)|becoming|being)|mistook me|took me for|people (?:think|assume) i)\b"
)
# Another person's words without quotation marks: "As a farmer, I was told to expect humming, he said."
_SAID = re.compile(
    r", (?:he|she|they|\w+(?: \w+)?) (?:said|says|writes|wrote|recalls|recalled|explains"
    r"|explained|added|adds|told|jokes|joked)\b[^,]{0,40}[.,]?$"
)
_USER_STORY = re.compile(
    r"as (?:an?|the) [^,]{1,80},? (?:i|we)(?:'d| would)? (?:want|need|like|expect|wish"
    r"|should be able|must be able|can|am able)\b.{0,300}\b(?:so that|so (?:i|we|my|our)"
    r"|in order to)\b"
)
_WANTS = re.compile(
    r"as (?:an?|the) [^,]{1,80},? (?:i|we)(?:'d| would)? (?:want|need|like) (?:to|an?|the)\b"
)
_ASKS = re.compile(
    r"as (?:an?|the) [^?]{1,80}, (?:can|could|do|does|should|may|must|am|will|would|what"
    r"|how|when|where|which|who|is|are) "
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence: `text` is folded, `base` its place in `block.text`.

    `paragraph` counts the author's blocks; `has_i` and `has_we` tell whether the sentence has a first
    person, singular or plural.
    """

    block: Block
    text: str
    base: int
    paragraph: int
    has_i: bool
    has_we: bool

    @property
    def raw(self) -> str:
        """The sentence as written, of the same length as `text`."""
        return self.block.text[self.base : self.base + len(self.text)]

    def is_quoted(self, place: int) -> bool:
        """Whether `text[place]` stands inside quotation marks."""
        return self.block.is_quoted(self.base + place)


@once_per_document
def scenes_of(document: Document) -> tuple[Scene, ...]:
    """Return the sentences in which the author of `document` may speak of himself."""
    return tuple(_find(document))


def _find(document: Document) -> Iterator[Scene]:
    speaking = {block for block in document.prose if _may_speak(block)}
    if not speaking:
        return
    for paragraph, block in enumerate(author_blocks(document)):
        if block not in speaking:
            continue
        yield from _in_block(block, paragraph)


def _in_block(block: Block, paragraph: int) -> Iterator[Scene]:
    text = speech(block)
    perspective = _takes_a_seat(text)
    persons = [
        (found.start(), found["one"] is not None)
        for found in _FIRST_PERSON.finditer(text)
        if not block.is_quoted(found.start())
    ]
    place = 0
    for sentence in block.sentences:
        first = place
        while place < len(persons) and persons[place][0] < sentence.end:
            place += 1
        if first == place and not perspective:
            continue
        words = text[sentence.start : sentence.end]
        has_i = any(one for _, one in persons[first:place])
        if first == place and not _takes_a_seat(words):
            continue
        if len(words) <= LONGEST_SENTENCE and not _is_not_meant(words, block):
            yield Scene(block, words, sentence.start, paragraph, has_i, place > first and not has_i)


def speech(block: Block) -> str:
    """Return the block's folded text with dashes kept apart from hyphens, of equal length."""
    if "—" in block.text or "–" in block.text:
        return fold(block.text.replace("—", ";").replace("–", ";"))
    return block.folded


def _may_speak(block: Block) -> bool:
    """Whether a block may hold a first person: substring tests, since most blocks hold none."""
    text = block.folded
    return (
        " i " in text
        or "i'" in text
        or " my " in text
        or " me " in text
        or " me," in text
        or " me." in text
        or text.startswith(("i ", "i, ", "my ", "we ", "our "))
        or " we " in text
        or " our " in text
        or " i," in text
        or "(i " in text
        or _takes_a_seat(text)
    )


def _takes_a_seat(text: str) -> bool:
    return any(phrase in text for phrase in _PERSPECTIVE)


def _is_not_meant(sentence: str, block: Block) -> bool:
    if _SUPPOSED.search(sentence) is not None:
        return True
    if sentence.endswith((".", ",")) and ", " in sentence and _SAID.search(sentence) is not None:
        return True
    if "as a" not in sentence and "as the" not in sentence:
        return False
    story = sentence.lstrip("-*• \"'")
    return (
        _USER_STORY.match(story) is not None
        or (block.kind is BlockKind.LIST_ITEM and _WANTS.match(story) is not None)
        or (sentence.endswith("?") and _ASKS.search(sentence) is not None)
    )
