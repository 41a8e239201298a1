"""The ladder of evidence: what in a document tells a reader where its claims come from.

The higher a rung, the easier the reader can check the claim. An announcement that is merely narrated
("X has unveiled", "X emphasised the importance of") says that somebody spoke, but not where, to whom
or in which words: it stands on no rung.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from typing import NamedTuple

from textlint.document import Block, Document, Link
from textlint.lazy import lazy_pattern
from textlint.metadata import CREDIT, ORIGINAL, values
from textlint_sourcing.attribution import named_speech
from textlint_sourcing.publications import named_publications
from textlint_sourcing.vocabulary import words


class Rung(enum.IntEnum):
    """How well a piece of evidence lets the reader check a claim."""

    NAMED = 1  # "according to the harbour board", "X told Y", "X said that"
    PUBLISHED = 2  # "a report by X", "the ministry's figures", "in a statement", "Source: X"
    QUOTED = 3  # a quotation together with a verb that says who spoke
    CITED = 4  # a footnote, "[4]", "(Miller, 2019)", a list of references, a source in the metadata
    LINKED = 5  # a link to another site


class Evidence(NamedTuple):
    """One piece of evidence at code point `start` of `block.text`."""

    rung: Rung
    block: Block
    start: int


_NAME = r"[A-Z][\w&’'.-]{0,40}"
_DETERMINERS = r"(?:the |a |an |its |their |his |her |our |this |that )?"
_ACCORDING = lazy_pattern(
    r"\b(?i:according to|as (?:reported|noted|described) (?:by|in)) ([^.;!?]{2,60})"
)
_TOLD = lazy_pattern(
    r"\b(?:told|tells|telling) (?:the |me\b|us\b|our |this |reporters|journalists|[A-Z])"
)
_SOURCE_LINE = lazy_pattern(
    r"(?:\A|[(\[|–—\n] ?)(?:sources?|via|credits?|h/t|hat tip)(?:: ?[^\s)]| \w+ \[)", re.IGNORECASE
)
# The text is itself what would be cited.
_RELEASE = lazy_pattern(
    r"press release|media release|(?:for )?immediate release|press contact|notes? to editors"
)
_CENSUS = lazy_pattern(r"\b(?:at|in|by|since) the (?:\d{4} |last |national )?census\b")
_DATELINE = lazy_pattern(r"\A[^()]{2,60} ?\((?:[A-Z][\w.]+ ?){1,4}\) ?[-–—]")
# "[4]", "[2, 3]", and "(4)" where a sentence or clause ends
_NUMERIC = lazy_pattern(
    r"\[\d{1,3}(?:[,;–-] ?\d{1,3}){0,9}\]|(?<=[a-z%”\"] )\(\d{1,3}(?:, ?\d{1,3}){0,9}\)(?=[.,;]|\Z)"
)
_AUTHOR_YEAR = lazy_pattern(
    rf"{_NAME}(?: et al\.?|,? (?:and|&) {_NAME})?,? \(?(?:18|19|20)\d\d[a-z]?(?:, pp?\. ?\d+[\d–-]*)?\)"
)
_BIBLIOGRAPHIC = lazy_pattern(
    rf"\b(?:published|reported|printed|appeared|publishes|reports) (?:[\w ]{{0,24}} )?(?:in|by)"
    rf" (?:the )?(?:[a-z]+ ){{0,2}}{_NAME}|\bthe journal {_NAME}|\bet al\b|\bdoi:|\barXiv:|\bISBN\b"
    rf"|\b(?:surveyed|polled|compiled|collected|gathered|tracked|estimated|calculated) by (?:the )?{_NAME}"
    rf"|\b[Ss](?:ection|chedule|§) \d+[\d()a-z]* (?:of the )?{_NAME}"
)
_REFERENCES = lazy_pattern(
    r"(?:references|bibliography|sources?|works cited|further reading|footnotes|endnotes"
    r"|notes and (?:sources|references)|source notes)\W{0,2}"
)
_TOKEN = lazy_pattern(r"[^\W_][\w&’'-]*")
_VAGUE = frozenset(
    {
        *["analyst", "analysts", "experts", "expert", "insider", "insiders", "observers", "people"],
        *["source", "sources", "scientists", "specialists", "researchers", "rumors", "rumours"],
        *["leaks", "reports", "studies", "statistics", "estimates", "surveys", "research", "data"],
        *["tipster", "tipsters", "legend", "traders", "users", "fans", "critics", "media"],
        *["plan", "plans", "your", "you", "what", "how", "whether", "which", "their", "needs"],
        *["many", "most", "popular", "common"],
    }
)
_FROM_NAME = lazy_pattern(rf" (?:by|from|at|of|for) (?:the )?{_NAME}")
_SHARING = lazy_pattern(
    r"//(?:[\w-]+\.)*(?:facebook\.com/(?:sharer|dialog|share)|(?:twitter|x)\.com/(?:intent|share|home)"
    r"|t\.me/share|wa\.me|whatsapp\.com|linkedin\.com/(?:share|cws)|pinterest\.\w+/pin/create"
    r"|reddit\.com/submit|addtoany\.com|tumblr\.com/(?:share|widgets)|telegram\.me/share"
    r"|news\.ycombinator\.com/submitlink|getpocket\.com/(?:save|edit))",
    re.IGNORECASE,
)


def is_evidence(link: Link) -> bool:
    """Whether a link leads to another site; a button that shares the page does not."""
    return link.is_external and not _SHARING.search(link.destination)


def has_link(document: Document) -> bool:
    return any(is_evidence(link) for link in document.links)


def has_evidence(document: Document) -> bool:
    """Whether anything on the ladder stands in the document; the cheapest rungs are tried first."""
    if has_link(document) or document.footnotes:
        return True
    if any(values(document, (*ORIGINAL, *CREDIT))):
        return True
    return any(
        True
        for block in document.prose
        if not _leads_nowhere(document, block)
        for _ in evidence_in(block)
    )


def _leads_nowhere(document: Document, block: Block) -> bool:
    """Whether the block is a list of sources all of whose links are empty."""
    if _SOURCE_LINE.match(block.text) is None:
        return False
    links = document.links_in(block.span)
    return bool(links) and not any(link.destination.strip("# ") for link in links)


def evidence_in(block: Block) -> Iterator[Evidence]:
    """Yield what in a block's own words names, quotes or cites a source (not its links)."""
    yield from publications_in(block)
    text = block.text
    for match in _TOLD.finditer(text):
        yield Evidence(Rung.NAMED, block, match.start())
    for match in _ACCORDING.finditer(text):
        if _is_particular(match[1]):
            yield Evidence(Rung.NAMED, block, match.start())
    spoken = list(named_speech(block))
    rung = Rung.QUOTED if any(_is_speech(block, *q) for q in block.quotations) else Rung.NAMED
    yield from (Evidence(rung, block, start) for start in spoken)


def publications_in(block: Block) -> Iterator[Evidence]:
    """Yield the evidence on the rungs CITED and PUBLISHED alone, which asks for no grammar."""
    text = block.text
    if _REFERENCES.fullmatch(block.folded):
        yield Evidence(Rung.CITED, block, 0)
    if len(text) < 60 and _RELEASE.match(block.folded):
        yield Evidence(Rung.PUBLISHED, block, 0)
    for pattern in (_NUMERIC, _AUTHOR_YEAR, _BIBLIOGRAPHIC):
        for match in pattern.finditer(text):
            yield Evidence(Rung.CITED, block, match.start())
    for pattern in (_SOURCE_LINE, _DATELINE, _CENSUS):
        for match in pattern.finditer(text):
            yield Evidence(Rung.PUBLISHED, block, match.start())
    for start in named_publications(block):
        yield Evidence(Rung.PUBLISHED, block, start)


def _is_speech(block: Block, start: int, end: int) -> bool:
    """Whether a quotation is something said, and not a title or a word in scare quotes."""
    return block.text.count(" ", start, end) >= 2


def _is_particular(phrase: str) -> bool:
    """Whether what follows "according to" names somebody: a name, or a definite body or writing."""
    for number, token in enumerate(_TOKEN.finditer(phrase)):
        word = token.group().lower()
        if word in _VAGUE:
            return _FROM_NAME.search(phrase) is not None
        if token.group()[0].isupper() and token.group() != "I":
            return True
        if word in words("body", "writing", "publication"):
            return True
        if number > 8:
            break
    return False
