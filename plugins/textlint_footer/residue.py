"""Finds the runs of page furniture in a document and parts them by kind. Shared by all its rules.

1. Each line is looked up in the tables and recognised by its shape; most lines are nothing.
2. Hits are joined to runs over the short unpunctuated lines between them (headlines under
   "Related", names in a share bar). A paragraph of the article always ends a run.
3. A run counts when a line in it says enough for the place where the run stands.
4. Each run is parted into stretches of one kind; a stretch is one finding, whose fix deletes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.lines import final_lines
from textlint.model import Confidence, Fix, Hit, Span
from textlint_footer.lines import Line
from textlint_footer.page import Page
from textlint_footer.runs import parts, runs
from textlint_footer.wording import Evidence, Wording


class Stretch(NamedTuple):
    """Neighbouring lines of one kind of residue; `wording` is the strongest hit among them.

    `lonely` says that there is no other stretch in its run.
    """

    kind: str
    lines: tuple[Line, ...]
    wording: Wording
    span: Span
    fix: Fix | None
    lonely: bool

    def hit(self) -> Hit:
        """Return the hit with the values that the messages use."""
        text = " ".join(self.lines[0].text.split())
        more = len(self.lines) - 1
        values = {
            "quote": text if len(text) <= 60 else text[:59].rstrip() + "…",
            "more": f" and {more} more line{'s' * (more > 1)}" if more else "",
            "software": f" ({self.wording.software})" if self.wording.software else "",
        }
        weak = self.wording.evidence is Evidence.COMPANY
        confidence = Confidence.MEDIUM if weak else None
        return Hit(self.span, values, fix=self.fix, confidence=confidence)


_KNOWN: WeakKeyDictionary[Document, tuple[Stretch, ...]] = WeakKeyDictionary()


def residue(document: Document) -> tuple[Stretch, ...]:
    """Return the stretches of residue in `document`, in order of place; computed once."""
    found = _KNOWN.get(document)
    if found is None:
        page = Page(document)
        found = tuple(
            stretch for first, last in runs(page) for stretch in _stretches(page, first, last)
        )
        _KNOWN[document] = found
    return found


def stretches(document: Document, kind: str) -> Iterator[Stretch]:
    """Yield the stretches of one kind."""
    return (stretch for stretch in residue(document) if stretch.kind == kind)


def hits(document: Document, kind: str) -> Iterator[Hit]:
    """Yield one hit for each stretch of `kind`."""
    return (stretch.hit() for stretch in stretches(document, kind))


def article_end(document: Document) -> Block | None:
    """Return the last block of prose before the residue at the end, when it is a paragraph."""
    start = len(document.source)
    for stretch in reversed(residue(document)):
        between = document.source[stretch.span.end : start]
        if any(c.isalnum() for c in between):
            break
        start = stretch.span.start
    for block in reversed(document.blocks):
        if block.span.start < start and block.kind not in (BlockKind.META, BlockKind.HTML):
            paragraph = block.kind is BlockKind.PARAGRAPH and not block.containers
            return block if paragraph else None
    return None


def _stretches(page: Page, first: int, last: int) -> Iterator[Stretch]:
    found = parts(page, first, last)
    for start, end, kind in found:
        lines = tuple(page.lines[start : end + 1])
        own = [w for w in page.known[start : end + 1] if w is not None and w.kind == kind]
        wording = max(own, key=lambda w: (bool(w.software), w.evidence))
        span = _span(page.document, lines)
        fix = _fix(page, lines, end)
        yield Stretch(kind, lines, wording, span, fix, lonely=len(found) == 1)


def _span(document: Document, lines: tuple[Line, ...]) -> Span:
    """Return the place of the lines without the markup at its ends, but with whole links."""
    span = lines[0].content.cover(lines[-1].content)
    if document.format == "markdown":
        for line in (lines[0], lines[-1]):
            for link in document.links_in(line.source):
                span = span.cover(link.span)
    return span


def _fix(page: Page, lines: tuple[Line, ...], end: int) -> Fix | None:
    """Return the deletion of whole lines, up to the next line or with the end of the document."""
    source, body = page.document.source, page.document.body
    span = lines[0].source.cover(lines[-1].source)
    if page.document.format == "html":
        return Fix(span, "") if _balanced(source[span.start : span.end]) else None
    final = final_lines(source, span, body.start)
    if final is not None:
        return Fix(final, "")
    following = body.end
    if end + 1 < len(page.lines):
        following = page.lines[end + 1].source.start
    blank = not source[span.end : following].strip()
    return Fix(Span(span.start, following if blank else span.end), "")


_TAG = lazy_pattern(r"<(/?)([a-zA-Z][\w-]*)[^<>]*?(/?)>")
_VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    )
)


def _balanced(markup: str) -> bool:
    """Whether each element that opens in `markup` closes in it, and no other does."""
    open_elements: list[str] = []
    for match in _TAG.finditer(markup):
        closes, name, empty = match.groups()
        name = name.lower()
        if empty or name in _VOID:
            continue
        if not closes:
            open_elements.append(name)
        elif not open_elements or open_elements.pop() != name:
            return False
    return not open_elements
