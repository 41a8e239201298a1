"""Parts of a document that are read on their own: an abstract, a section of a long document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Span

# Above this many words a reader who enters at a section heading cannot be expected to have met what
# an earlier section introduced.
LONG_DOCUMENT = 1500

_SUMMARY = lazy_pattern(
    r"(?:executive |plain[ -]language )?"
    r"(?:abstract|summary|synopsis|tl;?dr|highlights|key (?:points|facts|takeaways)"
    r"|zusammenfassung|résumé|resumen|resumo|sommario|samenvatting)\W{0,3}"
)
_REFERENCE_LIST = lazy_pattern(
    r"(?:list of )?(?:glossary|abbreviations|acronyms|definitions|terminology|nomenclature"
    r"|glossar|abkürzungen|glossaire|abréviations|glosario|siglas)\b.{0,40}"
)
_NUMBER = lazy_pattern(r"\A(?:\d+(?:\.\d+)*|[ivx]{1,5})[.):]?\s+")
_CODE = lazy_pattern(r"`[^`]+`|<(?:code|tt|kbd)\b[^<]*<")
_ENDS_A_SENTENCE = (".", "!", "?", ":", ";", ",", "…", '"', "”", ")")


def is_headline(block: Block) -> bool:
    """Whether the block is a heading, or looks like one in plain text: short and unpunctuated."""
    if block.kind is BlockKind.HEADING:
        return True
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(block.text) < 120
        and not block.text.rstrip().endswith(_ENDS_A_SENTENCE)
    )


def inline_code(document: Document, span: Span) -> list[str]:
    """Return what the source shows as code between words in `span`."""
    return _CODE.findall(document.source, span.start, span.end)


def shows_code(document: Document, start: int, end: int) -> bool:
    """Whether something between two places of the source is code: a block of it, or between words.

    Then the text is the reference of a program, which says the same of several things.
    """
    blocks = (block.span.start for block in document.blocks if block.kind is BlockKind.CODE)
    return any(start <= place < end for place in blocks) or bool(
        _CODE.search(document.source, start, end)
    )


class Passage(NamedTuple):
    """A paragraph or list item: the part it is read with, and whether it opens a section."""

    part: str
    block: Block
    opens_section: bool


def running_text(document: Document) -> Iterator[Passage]:
    """Yield the paragraphs and list items of an article in source order.

    Headlines, tables, quotations, footnotes and glossaries are left out. A summary is a part of its
    own; a long document has one part for each section of its highest repeated heading level.
    """
    if document.title and _REFERENCE_LIST.fullmatch(document.title.lower()):
        return
    level = _section_level(document)
    part, aside = "0", ""
    opens_section = False
    for number, block in enumerate(document.prose):
        if is_headline(block):
            title = _NUMBER.sub("", block.folded)
            if _SUMMARY.fullmatch(title):
                aside = "summary"
            elif _REFERENCE_LIST.fullmatch(title):
                aside = "list"
            else:
                aside = ""
            if block.kind is BlockKind.HEADING and block.level <= level:
                part = str(number)
            opens_section = number > 0
            continue
        if aside == "list" or block.in_quote or "footnote" in block.containers:
            continue
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            yield Passage(aside or part, block, opens_section)
            opens_section = False


def _section_level(document: Document) -> int:
    """Return the highest heading level that occurs twice in a long document, else 0."""
    if document.word_count <= LONG_DOCUMENT:
        return 0
    counts = Counter(b.level for b in document.prose if b.kind is BlockKind.HEADING)
    return min((level for level, count in counts.items() if count > 1), default=0)
