"""A Creative Commons licence is named, but not what it asks for.

Whoever republishes under Creative Commons has to say who wrote the text, where it comes from and
which licence it is, with its address; and that it was changed, if it was. Where one of these is
missing, the licence does not cover the copy.

**How to fix.** `[Title](address of the original) by NAME, [CC BY 4.0](address of the licence)`, and
"adapted from" before it when the text was changed. The Creative Commons wiki calls it TASL: title,
author, source, licence.

**Known limits.** Only statements about the text itself are read ("this article is republished under
…", a `license` key with an outlet credited), not credits of pictures and not texts about licences. A
site's own licence line needs no source, and what an author puts under a licence is a note at most.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.metadata import AUTHOR, CANONICAL, CREDIT, LICENCE, ORIGINAL, values
from textlint.model import Hit, Severity, Span
from textlint.rule import Context, bad, good, rule

_LICENCE = lazy_pattern(
    r"\bcc[- ]by(?:-(?:sa|nc|nd|nc-sa|nc-nd))?\b|\bcreative commons\b|creativecommons\.org/licenses"
)
_MARKS = ("cc-by", "cc by", "creative commons", "creativecommons")  # one is in each of these
_STATEMENT = lazy_pattern(
    r"\b(?:re-?published|re-?printed|re-?posted|reproduced|reused|shared|syndicated|adapted|translated|available"
    r"|licen[cs]ed|published)\b[^.]{0,80}\b(?:under|licen[cs]e)\b"
)
_REUSED = lazy_pattern(
    r"\b(?:re-?published|re-?printed|re-?posted|reproduced|reused|syndicated|adapted|translated"
    r"|originally (?:published|appeared))\b"
)
_PICTURE = lazy_pattern(
    r"\b(?:photo|photograph|image|picture|illustration|figure|map|icon|video|music)s?\b"
)
_THIS_TEXT = lazy_pattern(
    r"\bth(?:is|e) (?:article|text|story|post|essay|report|work|page|piece)\b"
)
_CHANGED = lazy_pattern(
    r"\b(?:re-?written|re-?worded|paraphrased|condensed|shortened|abridged|summari[sz]ed|rephrased)\b"
)
_SAYS_CHANGED = lazy_pattern(
    r"\b(?:adapted|modified|derived|translated|abridged|shortened|condensed|summari[sz]ed|changed) from\b"
    r"|\bbased on\b|\badaptation of\b|\bchanges (?:were|have been) made\b|\bedited for\b"
)
_BY_NAME = lazy_pattern(r"\b[Bb]y (?!CC\b)[A-Z][\w.'’-]+ [A-Z]|©|\([Cc]\) ")
_FROM_NAME = lazy_pattern(r"\b(?:in|on|at|from|by|with) (?:the |The )?[A-Z][\w&’'-]+")


@rule(
    "sourcing/incomplete-licence",
    summary="A Creative Commons licence is named without author, source or address.",
    message="The Creative Commons licence needs {missing} as well.",
    confidence="medium",
    clues=_MARKS,
    always_runs=True,
    examples=[
        bad(
            "The toll rises.\n\nThis article is republished under a Creative Commons licence.\n",
            at="This article is republished under a Creative Commons licence.",
        ),
        bad(
            "Reprinted from [the Quay Observer](https://quay.example/tolls) under CC BY-SA.\n",
            at="Reprinted from [the Quay Observer](https://quay.example/tolls) under CC BY-SA.",
        ),
        bad(
            "---\ntitle: Tolls\nlicense: CC BY 4.0\nsource: The Quay Observer\n---\nThe toll rises.\n",
            at="CC BY 4.0",
        ),
        good(
            "“Tolls” by Ilse Brand, republished from [the Quay Observer](https://quay.example/tolls) under\n"
            "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).\n",
            why="title, author, source and licence",
        ),
        good(
            "Unless stated otherwise, the texts of this site are licensed under\n"
            "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).\n",
            why="a site's own licence",
        ),
        good("Photo: Otto Reim, CC BY 2.0.\n", why="the credit of a picture"),
        good(
            "Creative Commons licences were invented in 2001, and CC BY is the freest of them.\n",
            why="a text about licences",
        ),
    ],
)
def incomplete_licence(document: Document, context: Context) -> Iterator[Hit]:
    for block in context.clued:
        if len(block.text) > 1200 or block.in_quote:
            continue
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            yield from _statement(document, block)
    for value in values(document, LICENCE):
        if _LICENCE.search(value.value.lower()) and any(values(document, (*ORIGINAL, *CREDIT))):
            missing = _missing(document, value.value, None)
            if missing:
                yield Hit(value.span, {"missing": _join(missing)})


def _statement(document: Document, block: Block) -> Iterator[Hit]:
    """Yield the hit for a sentence that puts this text under the licence."""
    for sentence in block.sentences:
        folded = block.folded[sentence.start : sentence.end]
        if not _LICENCE.search(folded) or not _STATEMENT.search(folded) or _PICTURE.search(folded):
            continue
        missing = _missing(document, block.text, block.span)
        if _CHANGED.search(block.folded) and not _SAYS_CHANGED.search(block.folded):
            missing.append("“adapted from”")
        # Who licenses a text of their own has no other source to name.
        own = not _REUSED.search(folded)
        if missing and (not own or (_THIS_TEXT.search(folded) and len(missing) > 2)):
            severity = Severity.NOTE if own else None
            yield Hit(sentence.span, {"missing": _join(missing)}, severity=severity)


def _missing(document: Document, text: str, place: Span | None) -> list[str]:
    """Return what is named neither in the statement (`text`, at `place`) nor in the metadata."""
    links = document.links if place is None else document.links_in(place)
    missing = []
    if not _BY_NAME.search(text) and not any(values(document, AUTHOR)):
        missing.append("the author")
    linked = any(link.is_external and not _is_licence(link.destination) for link in links)
    if not linked and not any(values(document, (*ORIGINAL, *CREDIT, *CANONICAL))):
        if not _FROM_NAME.search(text):
            missing.append("the source")
    addressed = any(_is_licence(link.destination) for link in document.links)
    if not addressed and not any(_is_licence(v.value) for v in values(document, LICENCE)):
        missing.append("the address of the licence")
    return missing


def _is_licence(address: str) -> bool:
    return "creativecommons.org/" in address.lower()


def _join(parts: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
