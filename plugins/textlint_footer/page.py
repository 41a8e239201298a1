"""The lines of one document with what is known about each, and where its article ends."""

from __future__ import annotations

from itertools import groupby

from textlint.document import BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint_footer.article import article_lines
from textlint_footer.lines import LONGEST_SENTENCE, Line, Shape, lines_of, whole_block
from textlint_footer.recognise import Recogniser
from textlint_footer.vocabulary import normalise, vocabulary
from textlint_footer.wording import Evidence, Wording

LONGEST_TYPED_HEADING = 40  # code points of a heading in plain text
SHORTEST_WRAPPED = 50  # code points of a line that may go on in the next
EDGE_LINES = 80  # long lines are read only this far from either end, or beside a hit

# With a link in the line or below it, these are the author's own.
_LABELS = frozenset({"related-links", "read-more", "pagination"})
_POLICY_HEADING = lazy_pattern(
    r"cookie|privacy|datenschutz|privacidad|privacidade|confidentialité|çerez|gizlilik|"
    r"конфиденциальност|prywatności|クッキー|プライバシー|隐私|隱私"
)
# Sections of a page that programs fill.
_SECTIONS = frozenset({"share-bar", "related-links", "comment-form"})
_SKIPS = lazy_pattern(
    r"(?:skip|jump|saltar|ir al?|aller|passer|zum|direkt|pular|ir para|vai|passa|ga naar|spring|przejdź|"
    r"перейти|hoppa|spring til|hopp til|siirry) "
)
# With a link in the line itself.
_CALLS = frozenset({"newsletter-call", "breadcrumb"})
# Labels under which a page recommends others, and no author names his sources.
_RECOMMENDS = lazy_pattern(
    r"\byou\b|\brecommended\b|\bpopular\b|\btrending\b|\bmost (?:read|viewed|shared|commented|recent)\b"
    r"|\beditor'?s'? (?:picks?|choice)\b|\bdon'?t miss\b|\b(?:read|up|coming up) next\b|\bmore like this\b"
    r"|\b(?:related|similar|recent|latest|more|other) (?:posts?|stories|articles?|news|reads?|headlines)\b"
    r"|\b(?:more|latest) from\b|\bkeep reading\b|\belsewhere on\b|\bin case you missed\b|\bhandpicked\b"
)
_LONGEST_HEADLINE = 110  # code points
_UNDERLINE = lazy_pattern(r"([=~^#*+\-])\1{2,}")
_CHROME = frozenset({"nav", "footer", "aside", "form"})
_RIGHTS_HEADING = lazy_pattern(
    r"licen[cs]|copyright|legal|rights|imprint|colophon|impressum|lizenz|licencia|licença|licenza|"
    r"лиценз|ライセンス|许可|授權"
)


class Page:
    """The lines of a document, `known` for each of them, and the lines that are its `article`.

    `scraped` holds the lines of blocks that were taken from a page in one go: index → first and last
    line of the block. `first_article` and `last_article` bound the article; without one they are
    the number of lines and -1.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = lines_of(document)
        self.known: list[Wording | None] = [None] * len(self.lines)
        self.scraped: dict[int, tuple[int, int]] = {}
        self.article: set[int] = set()
        self.first_article = len(self.lines)
        self.last_article = -1
        self._recogniser = Recogniser(self.lines)
        if self._recognise():
            self._join_prose()
            if self._may_count():
                self._weigh()
                self._find_scraped()
                self._find_article()
            else:
                self.known = [None] * len(self.lines)

    def _recognise(self) -> bool:
        """Look at each line that may be known; return whether any is."""
        long: list[int] = []
        count = len(self.lines)
        for index in self._recogniser.worth_a_look(self.lines):
            line = self.lines[index]
            if line.end - line.start <= LONGEST_SENTENCE:
                self.known[index] = self._recogniser.line(line)
            elif line.shape is Shape.PROSE:
                long.append(index)
        for index in long:
            beside = self.known[max(index - 2, 0) : index + 3]
            if min(index, count - 1 - index) < EDGE_LINES or any(beside):
                self.known[index] = self._recogniser.line(self.lines[index])
        return any(self.known)

    def _join_prose(self) -> None:
        """Make one line again of a paragraph whose lines are no residue: a poem, an address."""
        if all(line.whole for line in self.lines):
            return
        parts_paragraphs = self._parts_paragraphs()
        lines: list[Line] = []
        known: list[Wording | None] = []
        for _, members in groupby(range(len(self.lines)), key=lambda i: id(self.lines[i].block)):
            indices = list(members)
            hits = sum(self.known[i] is not None for i in indices)
            scraped = parts_paragraphs and self._is_scraped(indices)
            titles = known and known[-1] is not None and self._are_headlines(lines[-1], indices)
            if len(indices) == 1 or hits * 2 >= len(indices) or scraped or titles:
                lines += [self.lines[i] for i in indices]
                known += [self.known[i] for i in indices]
            else:
                first = self.lines[indices[0]]
                line = whole_block(first.block, first.group)
                lines.append(line)
                known.append(self._recogniser.line(line))
        self.lines, self.known = lines, known

    def _may_count(self) -> bool:
        """Whether the hits can be enough for a run, whatever stands around them; see runs.py.

        One or two weak hits in the text of an article, as every third article has them, cannot.
        """
        hits = [wording for wording in self.known if wording is not None]
        return (
            len(hits) > 2
            or self.known[-1] is not None
            or any(wording.evidence is not Evidence.COMPANY for wording in hits)
            or all(wording.kind == "pagination" for wording in hits)
        )

    # -- what the neighbourhood says -----------------------------------------------------------

    def _weigh(self) -> None:
        """Take back what the neighbourhood of a line explains otherwise."""
        policy = any(w is not None and w.kind == "cookie-notice" for w in self.known)
        policy = policy and self._is_policy()
        times = sum(w is not None and w.kind == "bare-timestamp" for w in self.known)
        told = self._told_lists()
        for index, wording in enumerate(self.known):
            if wording is None:
                continue
            line = self.lines[index]
            evidence = wording.evidence
            if (
                self._heads_section(index)
                or self._is_typed(index)
                or index in told
                or (policy and wording.kind == "cookie-notice")
            ):
                self.known[index] = None
                continue
            if wording.kind == "copyright-line" and self._under_rights_heading(index):
                self.known[index] = None
                continue
            if wording.kind == "bare-timestamp" and (times > 1 or line.is_listed):
                evidence = Evidence.COMPANY  # a log
            elif wording.kind in _LABELS and (
                self._leads_to_links(index)
                or (self._heads_list(index) and not self._recommends(index))
            ):
                evidence = Evidence.COMPANY
            elif wording.kind in _SECTIONS and self._is_empty_section(index):
                evidence = Evidence.ALONE if evidence is Evidence.EDGE else evidence
            elif self._skips(line):
                pass  # to the article in which it stands: nobody else writes that
            elif self.is_link(line) or (
                wording.kind in _CALLS and self.document.links_in(line.source)
            ):
                evidence = Evidence(max(evidence - 1, Evidence.COMPANY))
            if self.is_declared(line) and (
                evidence is Evidence.COMPANY or wording.kind == "copyright-line"
            ):
                self.known[index] = None
            elif evidence is not wording.evidence:
                self.known[index] = wording._replace(evidence=evidence)

    def _told_lists(self) -> set[int]:
        """Return the hits that are sentences of a list of sentences: of a log of changes.

        Where one item says something unknown in a whole sentence, the others that end in a full
        stop are the author's, too: "Newsletter sign-up form, with double opt-in."
        """
        told: set[int] = set()
        for listed, members in groupby(range(len(self.lines)), key=self._is_item):
            items = [i for i in members if self.lines[i].text.endswith(".")] if listed else []
            if any(self.known[i] is None for i in items):
                told.update(
                    i for i in items if (w := self.known[i]) and w.evidence < Evidence.ALONE
                )
        return told

    def _is_item(self, index: int) -> bool:
        line = self.lines[index]
        return line.is_listed and not line.is_heading

    def _heads_section(self, index: int) -> bool:
        """Whether the line is a heading with text of the article under it."""
        if not self.lines[index].is_heading or index + 1 >= len(self.lines):
            return False
        below = self.lines[index + 1]
        text = below.shape in (Shape.PROSE, Shape.SENTENCE, Shape.BARRIER)
        return text and not below.is_heading and self.known[index + 1] is None

    def _is_typed(self, index: int) -> bool:
        """Whether a line of plain text is an underlined heading or the end of a wrapped sentence."""
        if self.document.format != "text":
            return False
        line = self.lines[index]
        if index + 1 < len(self.lines):
            below = self.lines[index + 1]
            if below.group == line.group and _UNDERLINE.fullmatch(below.text.strip()):
                return True
        if not index or self.lines[index - 1].group != line.group or not line.text[0].islower():
            return False
        above = self.lines[index - 1]
        return above.end - above.start > SHORTEST_WRAPPED and above.text.rstrip()[-1].isalnum()

    def _is_empty_section(self, index: int) -> bool:
        """Whether the line is a heading with nothing under it, below a text and above another heading."""
        if not 0 < index < len(self.lines) - 1:
            return False
        above, line, below = self.lines[index - 1 : index + 2]
        return (
            line.is_heading
            and below.is_heading
            and not above.is_heading
            and below.block.level <= line.block.level
        )

    def _skips(self, line: Line) -> bool:
        """Whether the line is a link over the head of the page: "[Skip to content](#content)"."""
        links = self.document.links_in(line.source)
        inside = bool(links) and all(link.destination.startswith("#") for link in links)
        return inside and _SKIPS.match(line.folded) is not None

    def _heads_list(self, index: int) -> bool:
        following = self.lines[index + 1 : index + 2]
        return self.lines[index].is_heading and any(line.is_listed for line in following)

    def _recommends(self, index: int) -> bool:
        """Whether a label stands above nothing but the headlines of other pages, whose links are lost."""
        titles = 0
        for line in self.lines[index + 1 : index + 1 + EDGE_LINES]:
            if not line.is_listed or line.is_heading or not _is_headline(line):
                break
            titles += 1
        label = self.lines[index].folded
        return (
            titles > 1
            and index + titles >= len(self.lines) - EDGE_LINES
            and _is_recommending(label)
        )

    def _are_headlines(self, label: Line, indices: list[int]) -> bool:
        """Whether the lines of a paragraph below `label` are the headlines of other pages."""
        lines = [self.lines[i] for i in indices]
        titled = len(lines) > 1 and all(map(_is_headline, lines))
        return titled and _is_recommending(label.folded)

    def _under_rights_heading(self, index: int) -> bool:
        typed = self.document.format == "text"
        return any(
            (line.is_heading or (typed and line.end - line.start <= LONGEST_TYPED_HEADING))
            and _RIGHTS_HEADING.search(line.folded)
            for line in self.lines[max(index - 4, 0) : index]
        )

    def _is_policy(self) -> bool:
        """Whether the document is about cookies or privacy itself, by its headings."""
        first = next((line for line in self.lines if line.shape is not Shape.MARKUP), None)
        return any(
            (line.is_heading or line is first) and _POLICY_HEADING.search(line.folded)
            for line in self.lines
        )

    def _leads_to_links(self, index: int) -> bool:
        """Whether there is a link in the line or in one of the next."""
        lines = self.lines[index : index + 4]
        return any(self.document.links_in(line.source) for line in lines)

    def is_link(self, line: Line) -> bool:
        """Whether the line leads somewhere: most of its text is the text of links."""
        if self.document.format == "text" or line.shape is Shape.MARKUP:
            return False
        links = self.document.links_in(line.source)
        linked = sum(len(link.text) for link in links if link.kind != "image")
        return linked * 2 > line.end - line.start

    def is_field(self, index: int) -> bool:
        """Whether the line is the name of a field: of a form, or of a letter that readers fill in."""
        return normalise(self.lines[index].folded) in vocabulary("form-field")

    def is_declared(self, line: Line) -> bool:
        """Whether the page's own markup calls the line navigation, footer or sidebar.

        There menus and rights lines are at home; what no page keeps on purpose counts even so.
        """
        if self.document.format != "html":
            return False
        declared = not _CHROME.isdisjoint(line.block.containers)
        return declared or line.block.kind is BlockKind.NAVIGATION

    # -- where the article ends ----------------------------------------------------------------

    def _find_scraped(self) -> None:
        """Find the blocks of lines that are residue as a whole.

        Where paragraphs are parted by blank lines, a block of three or more lines without one, with
        several pieces of furniture in it, was taken from the page in one go.
        """
        if not self._parts_paragraphs():
            return
        for indices in self._groups().values():
            if not self._is_scraped(indices):
                continue
            first = next(i for i in indices if self.is_telling(i))
            call = self.known[indices[0]]
            if call is not None and call.kind == "newsletter-call":
                first = indices[0]
            teasers = [i for i in range(indices[0], first) if _is_cut_off(self.lines[i])]
            if len(teasers) > 1:  # headlines with the first words of their articles
                first = max(teasers[0] - 1, indices[0])
            for index in range(first, indices[-1] + 1):
                self.scraped[index] = (first, indices[-1])

    def is_telling(self, index: int) -> bool:
        """Whether residue may begin with the line: not with a call of the author's own ("Follow Ada
        on Mastodon.") and not with the label of a paragraph ("About the author")."""
        wording = self.known[index]
        if wording is None:
            return False
        if wording.evidence > Evidence.COMPANY:
            return True
        if self.lines[index].shape is not Shape.FRAGMENT:
            return False
        following = index + 1
        if following == len(self.lines) or self.known[following] is not None:
            return True
        return self.lines[following].shape is not Shape.PROSE

    def _groups(self) -> dict[int, list[int]]:
        members: dict[int, list[int]] = {}
        for index, line in enumerate(self.lines):
            members.setdefault(line.group, []).append(index)
        return members

    def _parts_paragraphs(self) -> bool:
        """Whether the article's paragraphs are single lines parted by blank ones."""
        alone = [self.lines[m[0]].shape for m in self._groups().values() if len(m) == 1]
        sentences = alone.count(Shape.PROSE) + alone.count(Shape.SENTENCE)
        return sentences >= 3 or len(alone) >= 6

    def _is_scraped(self, indices: list[int]) -> bool:
        if len(indices) < 3:
            return False
        found = [w for i in indices if (w := self.known[i]) is not None]
        dense = len(found) >= 3 and len(found) * 2 >= len(indices)
        if all(self.is_field(i) for i in indices if self.known[i] is not None):
            return False  # the head of a letter
        weight = sum(wording.evidence for wording in found)
        enough = len(found) >= 2 and len(found) * 8 >= len(indices) and (weight >= 4 or dense)
        return enough and any(self.is_telling(i) for i in indices)

    def _find_article(self) -> None:
        def is_furniture(index: int) -> bool:
            return index in self.scraped or self.is_declared(self.lines[index])

        self.article = article_lines(self.lines, self.known, is_furniture)
        self.first_article = min(self.article, default=len(self.lines))
        self.last_article = max(self.article, default=-1)


def _is_recommending(label: str) -> bool:
    return _RECOMMENDS.search(label) is not None


def _is_headline(line: Line) -> bool:
    """Whether a line is short, begins with a capital or a number and is no statement."""
    text = line.text.strip("-*•+ \ufffc")
    if not text or len(text) > _LONGEST_HEADLINE or line.shape is Shape.BARRIER:
        return False
    return not text[0].islower() and not text.endswith((".", ",", ";", ":"))


def _is_cut_off(line: Line) -> bool:
    return line.text.rstrip().endswith(("...", "…"))
