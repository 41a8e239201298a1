"""What the page itself says its author is: the byline, the front matter, the bio at the end."""

from __future__ import annotations

import re
from typing import NamedTuple

from textlint.document import BlockKind, Document, fold
from textlint.lazy import lazy_pattern
from textlint.model import Span
from textlint_persona.grammar import stems, words_of
from textlint_persona.lexicon import lexicon
from textlint_persona.memory import once_per_document

_AUTHOR_KEYS = lazy_pattern(
    r"(?:.*\.)?(?:authors?|byline|by|creator|dc:creator)(?:\.(?:name|title|role|job_?title|bio|description))?"
    r"|(?:.*\.)?(?:author_?)?bio|about_?(?:the_?)?author"
)
# "Ada Moss is a nurse and a novelist.", "The author is …", before or after an article.
_BIO = lazy_pattern(
    r"\W{0,3}(?:about the author:? ?)?(?P<name>the (?:author|writer)"
    r"|(?!(?:The|This|That|These|My|Our|An?|In|On|At|For|If|When|What|How|Why)\b)(?!\w{4,}\.)[A-Z][\w.’'\-]+(?:"
    r" (?!\w{4,}\.)[A-Z][\w.’'\-]+){1,3})"
    r" (?:is|was|has been|works|lives|teaches|writes|runs"
    r"|(?P<last>has|farms|keeps|owns|co-owns|trained|studied|edits|practi[sc]es|served|spent|divides|covers"
    r"|reports|coaches|holds|directs|leads|heads|chairs))\b"
)
# "By Ada Moss, farmer", near the head.
_BYLINE = lazy_pattern(
    r"\W{0,3}(?:by|words|text|written by|story by):? (?P<name>[A-Z][\w.’'\-]+(?: [A-Z][\w.’'\-]+){1,3})",
    re.IGNORECASE,
)
_LONGEST_BIO, _LONGEST_BYLINE = 400, 120  # code points
_HEAD, _TAIL = 4, 3  # blocks in which a byline and a bio may stand

_NOBODY = lazy_pattern(
    r"\b(?:staff|admin|administrator|team|editor|editors|editorial|news|desk|press|agency|office|"
    r"wire|reuters|guest|contributor|author|writer|webmaster|unknown|anonymous)\b"
)


class Declaration(NamedTuple):
    """A text about the author, its place, and the name in it ("" when it names nobody)."""

    text: str
    span: Span
    name: str


@once_per_document
def declarations(document: Document) -> tuple[Declaration, ...]:
    """Return the texts that say who the author is, in the third person."""
    found = [
        Declaration(value.value, value.span, _person(value.value))
        for value in document.meta
        if _AUTHOR_KEYS.fullmatch(value.key)
    ]
    prose = document.prose
    for block in prose[:_HEAD]:
        byline = _BYLINE.match(block.text) if len(block.text) < _LONGEST_BYLINE else None
        if byline is not None:
            found.append(Declaration(block.text, block.content_span, _person(byline["name"])))
    for block in dict.fromkeys((*prose[:_HEAD], *prose[-_TAIL:])):
        bio = _BIO.match(block.text) if len(block.text) < _LONGEST_BIO else None
        # "Jon Aasen has run the ferry for years" begins a profile, and ends an article as its bio.
        if bio is not None and bio["last"] and block not in prose[-_TAIL:]:
            continue
        if bio is not None and block.kind is BlockKind.PARAGRAPH:
            found.append(Declaration(block.text, block.content_span, _person(bio["name"])))
    return tuple(found)


@once_per_document
def is_by_several(document: Document) -> bool:
    """Whether the page names several people as its authors: a list of names, or "Ada Moss and Ben Trask"."""
    names: set[str] = set()
    for declared in declarations(document):
        if len(declared.text) > _LONGEST_BYLINE:
            continue
        listed = _BY.sub("", declared.text.strip(" .*_"))
        parts = [part.strip() for part in _AND_NAME.split(listed)]
        if all(_ONE_NAME.fullmatch(part) and not _NOBODY.search(part.lower()) for part in parts):
            names |= {part.lower() for part in parts}
    return len(names) > 1


_BY = lazy_pattern(r"\A(?:by|words|text|written by|story by):? ", re.IGNORECASE)
_AND_NAME = lazy_pattern(r",? (?:and|&|und|et|y) |, ")
_ONE_NAME = lazy_pattern(r"[A-Z][\w.’'\-]+(?: [A-Z][\w.’'\-]+){0,2}")


@once_per_document
def declared_groups(document: Document) -> frozenset[str]:
    """Return the groups of trades that the page gives its author."""
    groups: frozenset[str] = frozenset()
    for declaration in declarations(document):
        groups |= groups_named(words_of(fold(declaration.text)))
    return groups


@once_per_document
def declared_stems(document: Document) -> frozenset[str]:
    """Return the first letters of the words with which the page describes its author."""
    return frozenset(
        stem for declared in declarations(document) for stem in stems(fold(declared.text))
    )


def groups_named(words: list[str]) -> frozenset[str]:
    """Return the groups of trades that the domain words and the roles among `words` belong to."""
    return lexicon().groups(words) | roles_named(words)


def roles_named(words: list[str]) -> frozenset[str]:
    """Return the groups of trades that the roles among `words` belong to."""
    roles = (lexicon().role(words, end) for end in range(1, len(words) + 1))
    return frozenset(role[0].group for role in roles if role is not None and role[0].group)


def _person(text: str) -> str:
    """Return `text` when it is the name of a person: "Ada Moss", "ada-moss"; else ""."""
    words = re.split(r"[ _\-]+", text.strip())
    if not 2 <= len(words) <= 4 or _NOBODY.search(text.lower()):
        return ""
    return text.strip() if all(word[:1].isalpha() for word in words) else ""
