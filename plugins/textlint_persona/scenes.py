"""Sentences in which an author may speak of himself: the unit in which claims are looked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint_persona.memory import once_per_document
from textlint_persona.voices import author_blocks, may_be_author

# No sentence of prose is longer, in code points; what is, is data or a missing full stop.
LONGEST_SENTENCE = 1500

# "i", "my", "me", "mine", "myself", "we", "our", "us"; begins with a class, which a search skips to.
_FIRST_PERSON = lazy_pattern(
    r"[imwou](?<!\w.)(?:(?P<one>(?<=i)|(?<=m)(?:y(?:self)?|e|ine))|(?<=w)e|(?<=o)ur|(?<=u)s)\b(?!\.\w)"
)

# What a sentence only supposes, wishes or asks of somebody.
_SUPPOSED = lazy_pattern(
    r"\b(?:if i (?:were|was|had been)|as if i|as though i|imagine (?:that )?i|suppose i"
    r"|pretend|let's say i|say i'm|would i be|were i an?|had i been|you are an?|act as"
    r" an?|i(?:'ve| have|'d)?(?: always| once| never| only| even)? (?:want|wanted|hope"
    r"|hoped|dreamed?|dreamt|would like|'d like|decided|wish|wished|considered|thought)"
    r" (?:to (?:be|become|work)|of (?:being|becoming)|i (?:was|were)|about (?:being"
    r"|becoming)|becoming|being)|mistook me|took me for|people (?:think|assume) i)\b"
)
# Another person's words without quotation marks: "As a farmer, I was told to expect humming, he said."
_SAID = lazy_pattern(
    r", (?!and|but|or|no|as|which|nobody|every)"
    r"(?:he|she|they|\w+(?: \w+)?) (?:said|says|writes|wrote|recalls|recalled|explains"
    r"|explained|added|adds|told|jokes|joked)\b[^,]{0,40}[.,]?$"
    r"|^[^:;]*, (?:said|says|added|adds|recalled|recalls|explained|explains|told us|wrote|writes)"
    r" (?:(?:his|her|their|the|a|an) )?(?!i\b|one thing)\w+(?: \w+){0,2}(?:,|\.$)"
)
_WROTE = lazy_pattern(
    r"(?<!\bi )\b(?:said|says|wrote|writes|told|tells|asked|asks|replied|replies|added|adds|argued"
    r"|argues|explained|explains|answered|answers|remarked|commented)\b[^.:;]{0,30}:\s*$"
)
_USER_STORY = lazy_pattern(
    r"as (?:an?|the) [^,]{1,80},? (?:i|we)(?:'d| would)? (?:want|need|like|expect|wish"
    r"|should be able|must be able|can|am able)\b.{0,300}\b(?:so that|so (?:i|we|my|our)"
    r"|in order to)\b"
)
_WANTS = lazy_pattern(
    r"as (?:an?|the) [^,]{1,80},? (?:i|we)(?:'d| would)? (?:want|need|like) (?:to|an?|the)\b"
)
_ASKS = lazy_pattern(
    r"as (?:an?|the) [^?]{1,80}, (?:can|could|do|does|should|may|must|am|will|would|what"
    r"|how|when|where|which|who|is|are) "
)


class Scene(NamedTuple):
    """One sentence: `text` is folded, `base` its place in `block.text`.

    `has_i` and `has_we` tell whether the sentence has a first person, singular or plural.
    """

    block: Block
    text: str
    base: int
    has_i: bool
    has_we: bool

    @property
    def raw(self) -> str:
        """The sentence as written, of the same length as `text`."""
        return self.block.text[self.base : self.base + len(self.text)]

    def is_quoted(self, place: int) -> bool:
        """Whether `text[place]` stands inside quotation marks, or after "she wrote:" without them."""
        if self.block.is_quoted(self.base + place):
            return True
        return _WROTE.search(self.text, max(0, place - 80), place) is not None


@once_per_document
def scenes_of(document: Document) -> tuple[Scene, ...]:
    """Return the sentences in which the author of `document` may speak of himself."""
    speaking = speeches(document)
    author = author_blocks(document) if speaking else frozenset()
    return tuple(
        scene for block in speaking if block in author for scene in scenes_in(document, block)
    )


@once_per_document
def sentence_counts(document: Document) -> tuple[int, int]:
    """Return how many sentences the author has, and how many of them in the first person."""
    sentences = sum(len(block.sentences) for block in author_blocks(document))
    return sentences, sum(scene.has_i for scene in scenes_of(document))


@once_per_document
def speeches(document: Document) -> dict[Block, str]:
    """Return what is said (see `speech`) in the blocks in which somebody may speak of himself.

    This asks only for a word of the first person, the author's or another's: what costs more is for
    blocks that turn out to tell something.
    """
    return {
        block: speech(block)
        for block in document.prose
        if may_be_author(block) and _may_speak(block)
    }


@once_per_document
def _known_sentences(document: Document) -> dict[Block, tuple[Scene, ...]]:
    return {}


def scenes_in(document: Document, block: Block) -> tuple[Scene, ...]:
    """Return the sentences of a speaking block in which its speaker may speak of himself."""
    return tuple(filter(is_meant, sentences_in(document, block)))


def sentences_in(document: Document, block: Block) -> tuple[Scene, ...]:
    """Return `scenes_in` together with sentences that are not meant (see `is_meant`).

    Where hardly a sentence tells anything, it is cheaper to ask that of those that do.
    """
    known = _known_sentences(document)
    found = known.get(block)
    if found is None:
        found = known[block] = tuple(_in_block(block, speeches(document)[block]))
    return found


def _in_block(block: Block, text: str) -> Iterator[Scene]:
    perspective = _takes_a_seat(text)
    persons = [
        (match.start(), match.lastgroup is not None) for match in _FIRST_PERSON.finditer(text)
    ]
    if block.quotations:
        persons = [person for person in persons if not block.is_quoted(person[0])]
    if not persons and not perspective:
        return
    place = 0
    for sentence in block.sentences:
        first = place
        while place < len(persons) and persons[place][0] < sentence.end:
            place += 1
        if first == place and not perspective:
            continue
        words = text[sentence.start : sentence.end]
        has_i = True in [one for _, one in persons[first:place]]
        if first == place and not _takes_a_seat(words):
            continue
        if len(words) <= LONGEST_SENTENCE:
            yield Scene(block, words, sentence.start, has_i, place > first and not has_i)


def speech(block: Block) -> str:
    """Return the block's folded text with dashes kept apart from hyphens, of equal length."""
    text, last = block.folded, 0
    parts: list[str] = []
    for dash in _DASH.finditer(block.text):
        parts += (text[last : dash.start()], ";")
        last = dash.end()
    return "".join(parts) + text[last:] if parts else text


_DASH = lazy_pattern("[—–]")


def _may_speak(block: Block) -> bool:
    """Whether a block may hold a first person; most blocks hold none."""
    text = block.folded
    return text.startswith(_SPEAKS_FIRST) or _SPEAKS.search(text) is not None or _takes_a_seat(text)


_SPEAKS_FIRST = ("i ", "i'", "i, ", "my ", "we ", "our ", "we, ", "those of us ")
_SPEAKS = lazy_pattern(r"[ (\"'\-](?:i[ ',]|m(?:y |e[ ,.])|we[ ,]|our |of us |to us as )")


def _takes_a_seat(text: str) -> bool:
    """Whether folded text may claim a role without a first person: "Take it from a nurse: …"."""
    # Written out, since it is asked of nearly every paragraph.
    return (
        "perspective" in text
        or "point of view" in text
        or "standpoint" in text
        or "eyes of" in text
        or "speaking as" in text
        or "take it from" in text
        or ("let a" in text and ("let a " in text or "let an " in text))
        or "this author" in text
        or "this writer" in text
        or "this columnist" in text
        or "this correspondent" in text
        or "this reviewer" in text
        or "yours truly" in text
    )


def is_meant(scene: Scene) -> bool:
    """Whether all that a sentence tells of its speaker is so (see `meant_until`)."""
    return meant_until(scene) == len(scene.text)


def meant_until(scene: Scene) -> int:
    """Return up to where what a sentence tells of its speaker is so, in code points of its text.

    What another said is not, and from its first word on what is only supposed or wished for: "I slept
    those nights" is told, "as if I had been unplugged" behind it is not.
    """
    sentence = scene.text
    if "i (" in sentence and _NAMED_I.search(scene.raw) is not None:
        return 0
    if _is_said_or_asked(sentence, scene.block):
        return 0
    supposed = _SUPPOSED.search(sentence)
    return len(sentence) if supposed is None else supposed.start()


# One of several authors speaks: "As a cheesemaker, I (Gerald) did not like it."
_NAMED_I = lazy_pattern(r"\bI \([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}\)")


def _is_said_or_asked(sentence: str, block: Block) -> bool:
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
