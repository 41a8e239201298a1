"""Finds the runs of page furniture in a document and parts them by kind. Shared by all its rules.

1. Each line is looked up in the tables and recognised by its shape; most lines are nothing.
2. Hits are joined to runs over the short unpunctuated lines between them (headlines under
   "Related", names in a share bar). A paragraph of the article always ends a run.
3. A run counts when a line in it says enough for the place where the run stands.
4. Each run is parted into stretches of one kind; a stretch is one finding, whose fix deletes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from weakref import WeakKeyDictionary

from textlint.document import Block, BlockKind, Document
from textlint.model import Fix, Hit, Span
from textlint_footer.lines import LONGEST_LINE, LONGEST_SENTENCE, Line, Shape, lines_of, whole_block
from textlint_footer.recognise import Recogniser
from textlint_footer.wording import Evidence, Wording

EDGE_LINES = 80  # long lines are read only this far from either end, or beside a hit
GAP_AT_EDGE = 6  # unknown lines that a run may hold between two hits at the tail
GAP_IN_LIST = 40  # the same below a label such as "Most read"
MENU_OF_LINKS = 6  # so many weak hits are a menu even when each is a link
GAP_INSIDE = 2  # the same in the middle of an article

# Below these the tail of a page holds whole sentences: teasers, comments, terms.
_HOLDS_SENTENCES = frozenset(
    {"related-links", "comment-form", "newsletter-call", "cookie-notice", "copyright-line"}
)


_RIGHTS_HEADING = re.compile(
    r"licen[cs]|copyright|legal|rights|imprint|colophon|impressum|lizenz|licencia|licença|licenza|"
    r"lizenz|лиценз|ライセンス|许可|授權"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring lines of one kind of residue; `wording` is the strongest hit among them."""

    kind: str
    lines: tuple[Line, ...]
    wording: Wording
    span: Span
    fix: Fix | None
    lonely: bool  # no other stretch in its run

    @property
    def quote(self) -> str:
        """The first words of the stretch, for a message."""
        text = " ".join(self.lines[0].text.split())
        return text if len(text) <= 60 else text[:59].rstrip() + "…"


_KNOWN: WeakKeyDictionary[Document, tuple[Stretch, ...]] = WeakKeyDictionary()


def residue(document: Document) -> tuple[Stretch, ...]:
    """Return the stretches of residue in `document`, in order of place; computed once."""
    found = _KNOWN.get(document)
    if found is None:
        found = tuple(_Page(document).stretches())
        _KNOWN[document] = found
    return found


def hits(document: Document, kind: str) -> Iterator[Hit]:
    """Yield one hit for each stretch of `kind`, with the values that the messages use."""
    for stretch in residue(document):
        if stretch.kind == kind:
            software = f" ({stretch.wording.software})" if stretch.wording.software else ""
            more = len(stretch.lines) - 1
            values = {
                "quote": stretch.quote,
                "more": f" and {more} more line{'s' * (more > 1)}" if more else "",
                "software": software,
            }
            yield Hit(stretch.span, values, fix=stretch.fix)


def is_lonely(document: Document, span: Span) -> bool:
    """Whether the stretch at `span` is a weak one without other residue beside it."""
    return any(
        stretch.lonely and stretch.wording.evidence < Evidence.ALONE
        for stretch in residue(document)
        if stretch.span == span
    )


def article_end(document: Document) -> Block | None:
    """Return the last block of prose before the residue at the end, when it is a paragraph."""
    stretches = residue(document)
    start = len(document.source)
    for stretch in reversed(stretches):
        between = document.source[stretch.span.end : start]
        if any(c.isalnum() for c in between) and start != len(document.source):
            break
        start = stretch.span.start
    for block in reversed(document.blocks):
        if block.span.start < start and block.kind not in (BlockKind.META, BlockKind.HTML):
            paragraph = block.kind is BlockKind.PARAGRAPH and not block.containers
            return block if paragraph else None
    return None


class _Page:
    """The lines of one document and what is known about each."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = lines_of(document)
        self.recogniser = Recogniser(self.lines)
        self.known: list[Wording | None] = [None] * len(self.lines)
        self.grouped: dict[int, tuple[int, int]] = {}  # line → first and last line of its group
        self._article: set[int] = set()

    def stretches(self) -> Iterator[Stretch]:
        if not self._classify():
            return
        self._join_prose()
        self._weigh()
        self._draw_groups()
        self._find_article()
        for first, last in self._runs():
            yield from self._part(first, last)

    # -- 1: what each line is ------------------------------------------------------------------

    def _join_prose(self) -> None:
        """Make one line again of a paragraph of which most lines are no residue.

        Poems, addresses and generously broken prose are left whole; in plain text, where a line
        that is no wrapped one is a paragraph, there is nothing to join.
        """
        if all(line.whole for line in self.lines):
            return
        lines: list[Line] = []
        known: list[Wording | None] = []
        for _, members in groupby(range(len(self.lines)), key=lambda i: id(self.lines[i].block)):
            indices = list(members)
            hits = sum(self.known[i] is not None for i in indices)
            if len(indices) > 1 and hits * 2 < len(indices):
                line = whole_block(self.lines[indices[0]])
                lines.append(line)
                known.append(self.recogniser.line(line))
            else:
                lines += [self.lines[i] for i in indices]
                known += [self.known[i] for i in indices]
        self.lines, self.known = lines, known

    def _classify(self) -> bool:
        long: list[int] = []
        count = len(self.lines)
        for index, line in enumerate(self.lines):
            if line.end - line.start <= LONGEST_SENTENCE:
                self.known[index] = self.recogniser.line(line)
            elif line.shape is Shape.PROSE or line.end - line.start <= LONGEST_LINE:
                long.append(index)
        for index in long:
            if min(index, count - 1 - index) < EDGE_LINES or self._beside_hit(index):
                self.known[index] = self.recogniser.line(self.lines[index])
        return any(wording is not None for wording in self.known)

    def _beside_hit(self, index: int) -> bool:
        return any(w is not None for w in self.known[max(index - 2, 0) : index + 3])

    def _weigh(self) -> None:
        """Take back what the neighbourhood of a line explains otherwise."""
        times = sum(w is not None and w.kind == "bare-timestamp" for w in self.known)
        for index, wording in enumerate(self.known):
            if wording is None:
                continue
            line = self.lines[index]
            if self._heads_section(index) or (
                wording.kind == "copyright-line" and self._under_rights_heading(index)
            ):
                self.known[index] = None
            elif wording.kind == "bare-timestamp" and (times > 1 or line.is_listed):
                self.known[index] = replace(wording, evidence=Evidence.COMPANY)  # a log
            elif wording.kind in ("related-links", "read-more") and self._leads_to_links(index):
                self.known[index] = replace(wording, evidence=Evidence.COMPANY)
            elif self._is_link(line) or (
                wording.kind == "newsletter-call" and self.document.links_in(line.source)
            ):
                weaker = Evidence(max(wording.evidence - 1, Evidence.COMPANY))
                self.known[index] = replace(wording, evidence=weaker)

    def _heads_section(self, index: int) -> bool:
        """Whether the line is a heading with text of the article under it."""
        if not self.lines[index].is_heading or index + 1 >= len(self.lines):
            return False
        below = self.lines[index + 1].shape
        return self.known[index + 1] is None and below in (
            Shape.PROSE,
            Shape.SENTENCE,
            Shape.BARRIER,
        )

    def _under_rights_heading(self, index: int) -> bool:
        above = self.lines[max(index - 4, 0) : index]
        return any(line.is_heading and _RIGHTS_HEADING.search(line.folded) for line in above)

    def _leads_to_links(self, index: int) -> bool:
        """Whether the line is a link, or a label with links in one of the next lines."""
        if self.document.format == "text":
            return False
        lines = self.lines[index : index + 4]
        return any(self.document.links_in(line.source) for line in lines)

    def _is_link(self, line: Line) -> bool:
        """Whether the line leads somewhere: most of its text is the text of links."""
        if self.document.format == "text" or line.shape is Shape.MARKUP:
            return False
        links = self.document.links_in(line.source)
        linked = sum(len(link.text) for link in links if link.kind != "image")
        return linked * 2 > line.end - line.start

    # -- 2: where the article ends -------------------------------------------------------------

    def _draw_groups(self) -> None:
        """Find the groups of lines that are residue as a whole.

        Where paragraphs are parted by blank lines, a block of three or more lines without one, with
        several pieces of furniture in it, was taken from the page in one go.
        """
        members: dict[int, list[int]] = {}
        for index, line in enumerate(self.lines):
            members.setdefault(line.group, []).append(index)
        alone = [self.lines[m[0]].shape for m in members.values() if len(m) == 1]
        if alone.count(Shape.PROSE) < 3 and len(alone) < 6:
            return
        for indices in members.values():
            if len(indices) < 3:
                continue
            found = [i for i in indices if self.known[i] is not None]
            weight = sum(w.evidence for i in indices if (w := self.known[i]) is not None)
            dense = len(found) >= 3 and len(found) * 2 >= len(indices)
            if len(found) < 2 or len(found) * 8 < len(indices) or (weight < 4 and not dense):
                continue
            first = found[0]
            while first > indices[0] and self._leads(first - 1):
                first -= 1
            for index in range(first, indices[-1] + 1):
                self.grouped[index] = (first, indices[-1])

    def _leads(self, index: int) -> bool:
        """Whether an unknown line above the first hit of a group belongs to it: no sentence, or one
        that was cut off as a teaser."""
        line = self.lines[index]
        return line.shape is Shape.FRAGMENT or line.text.rstrip().endswith(("...", "…"))

    def _find_article(self) -> None:
        previous_is_article = True
        for index, line in enumerate(self.lines):
            if line.shape is Shape.MARKUP:
                continue
            article = False
            if self.known[index] is None and index not in self.grouped:
                article = line.shape in (Shape.PROSE, Shape.BARRIER) or (
                    line.shape is Shape.SENTENCE and previous_is_article
                )
            if article:
                self._article.add(index)
            wording = self.known[index]
            if wording is not None:
                previous_is_article = wording.kind not in _HOLDS_SENTENCES
            elif line.shape is not Shape.FRAGMENT:
                previous_is_article = article
        self.first_article = min(self._article, default=len(self.lines))
        self.last_article = max(self._article, default=-1)

    # -- 3: runs -------------------------------------------------------------------------------

    def _runs(self) -> Iterator[tuple[int, int]]:
        first = last = opener = -1
        for index, wording in enumerate(self.known):
            if wording is None:
                continue
            if first >= 0 and self._bridges(last, index, opener):
                last = index
            else:
                if first >= 0 and self._counts(first, last):
                    yield self._grown(first, last, opener)
                first = last = index
                opener = -1
            if wording.opens:
                opener = index
        if first >= 0 and self._counts(first, last):
            yield self._grown(first, last, opener)

    def _bridges(self, last: int, index: int, opener: int) -> bool:
        """Whether the lines between two hits belong to the same run."""
        if index - last == 1:
            return True
        if last in self.grouped and index <= self.grouped[last][1]:
            return True
        return self._fills(range(last + 1, index), last, opener)

    def _fills(self, between: range, last: int, opener: int) -> bool:
        lines = [self.lines[i] for i in between if self.lines[i].shape is not Shape.MARKUP]
        if any(i in self._article for i in between):
            return False
        if last < self.last_article:
            return len(lines) <= GAP_INSIDE and not any(line.is_heading for line in lines)
        known = self.known[last]
        if len(lines) > (GAP_IN_LIST if opener >= 0 else GAP_AT_EDGE):
            return False
        if any(line.shape is Shape.SENTENCE for line in lines):
            return opener >= 0 or (known is not None and known.kind in _HOLDS_SENTENCES)
        return True

    def _counts(self, first: int, last: int) -> bool:
        """Whether a run says enough for its place."""
        found = [(i, w) for i in range(first, last + 1) if (w := self.known[i]) is not None]
        strongest = max(w.evidence for _, w in found)
        edges = sum(1 for _, w in found if w.evidence >= Evidence.EDGE)
        loose = sum(not self.lines[i].is_listed for i, _ in found)
        if len(found) < MENU_OF_LINKS:
            loose -= sum(self._is_link(self.lines[i]) for i, _ in found)
        if strongest is Evidence.ALONE:
            return True
        if not self._article:
            return False
        if last < self.first_article and {w.kind for _, w in found} == {"copyright-line"}:
            return False
        if first > self.last_article or last < self.first_article:
            if strongest is Evidence.EDGE:
                return (
                    first > self.last_article or len(found) > 1 or found[0][1].kind == "breadcrumb"
                )
            return loose >= 3 and len({self.lines[i].folded for i, _ in found}) >= 3
        if edges:
            return edges >= 2 or len(found) >= 3
        calls = sum(w.kind == "newsletter-call" for _, w in found)
        listed = any(self.lines[i].is_listed for i, _ in found)
        return calls >= 3 and calls + 1 >= len(found) and not listed

    def _grown(self, first: int, last: int, opener: int) -> tuple[int, int]:
        """Return the run with the lines that its group or the end of the document gives it."""
        if first in self.grouped:
            first = self.grouped[first][0]
        if last in self.grouped:
            last = self.grouped[last][1]
        if last >= self.last_article:
            rest = range(last + 1, len(self.lines))
            if self._fills(rest, last, opener):
                last = len(self.lines) - 1
        while last > first and self.lines[last].shape is Shape.MARKUP and self.known[last] is None:
            last -= 1
        return first, last

    # -- 4: stretches --------------------------------------------------------------------------

    def _part(self, first: int, last: int) -> Iterator[Stretch]:
        starts: list[tuple[int, str]] = []
        for index, kind in self._kinds(first, last):
            if not starts or starts[-1][1] != kind:
                starts.append((index, kind))
        starts[0] = (first, starts[0][1])
        ends = [index - 1 for index, _ in starts[1:]] + [last]
        for (start, kind), end in zip(starts, ends, strict=True):
            yield self._stretch(start, end, kind, lonely=len(starts) == 1)

    def _kinds(self, first: int, last: int) -> Iterator[tuple[int, str]]:
        """Yield the hits that may begin a stretch, with their kinds.

        A weak hit takes the kind of what stands before it, so that a site menu with "Subscribe" and
        "Privacy" in it stays one finding.
        """
        found = [(i, w) for i in range(first, last + 1) if (w := self.known[i]) is not None]
        strong = [(i, w) for i, w in found if w.evidence > Evidence.COMPANY]
        if not strong or strong[0][0] != found[0][0]:
            stop = strong[0][0] if strong else last + 1
            weak = [w.kind for i, w in found if i < stop]
            yield found[0][0], max(weak, key=lambda kind: (weak.count(kind), -weak.index(kind)))
        for place, (index, wording) in enumerate(strong):
            yield index, wording.kind
            stop = strong[place + 1][0] if place + 1 < len(strong) else last + 1
            weak = [w.kind for i, w in found if index < i < stop]
            if len(weak) < 4:
                continue
            kind = max(weak, key=lambda k: (weak.count(k), -weak.index(k)))
            if kind != wording.kind and weak.count(kind) * 2 > len(weak):
                yield next(i for i, w in found if index < i and w.kind == kind), kind

    def _stretch(self, start: int, end: int, kind: str, *, lonely: bool) -> Stretch:
        lines = tuple(self.lines[start : end + 1])
        span = lines[0].content.cover(lines[-1].content)
        if self.document.format == "markdown":
            for line in (lines[0], lines[-1]):
                for link in self.document.links_in(line.source):
                    span = span.cover(link.span)
        own = [w for w in self.known[start : end + 1] if w is not None and w.kind == kind]
        wording = max(own, key=lambda w: (bool(w.software), w.evidence))
        return Stretch(kind, lines, wording, span, self._fix(lines, end), lonely)

    def _fix(self, lines: tuple[Line, ...], end: int) -> Fix | None:
        """Return the deletion of whole lines, up to the next line of the document."""
        source = self.document.source
        span = lines[0].source.cover(lines[-1].source)
        if self.document.format == "html":
            return Fix(span, "") if _balanced(source[span.start : span.end]) else None
        if end + 1 < len(self.lines):
            following = self.lines[end + 1].source.start
            gap = source[span.end : following]
            return Fix(Span(span.start, following if gap.isspace() else span.end), "")
        stop = self.document.body.end
        return Fix(Span(span.start, stop if not source[span.end : stop].strip() else span.end), "")


_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^<>]*?(/?)>")
_VOID = frozenset(
    [
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
    ]
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
