"""From HTML source to blocks of visible text: one pass over the tags, without building a tree.

Only what decides where a block begins and ends, and what it is, is kept on a stack; text and blocks
come in source order, and every offset is the source's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from textlint.document import Block, BlockKind, Comment, Notice
from textlint.lazy import lazy_pattern
from textlint.model import Span
from textlint.readers.html_markup import (
    CODE,
    EMBEDS,
    HIDDEN,
    PLAIN_TAG,
    REFERENCE,
    STRUCTURAL,
    TAG,
    HeadReader,
    attribute_pieces,
    attributes,
    unescape,
)
from textlint.readers.html_stack import CONTAINERS, ElementStack
from textlint.readers.inline import InlineText

MAX_UNFINISHED = 20  # tags that run to the end of the text unfinished before quotes are given up on

# Where text between words is not itself: white space other than one blank, and references.
_SPECIAL = lazy_pattern(rf"[\t\n\f\r][ \t\n\f\r]*+|[ ][ \t\n\f\r]++|{REFERENCE.pattern}")
_NOTE = lazy_pattern(r"\#(?:fn|footnote|cite_note|endnote|note)[-_:]?[\w.-]*\Z", re.IGNORECASE)
_END_OF_NOTE = lazy_pattern(r"[^<>]{0,20}</a\s*>", re.IGNORECASE)
_END_TAG = {
    name: lazy_pattern(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE) for name in HIDDEN | CODE
}
_SPACES = " \t\n\f\r"
# The attributes of structural elements that say something, or a whole page's language.
_TELLING = lazy_pattern(r"role|hidden|style|lang", re.IGNORECASE)


class HtmlBlocks:
    """Reads `text[start:end]`; `text[i]` is the source's character `i + shift`.

    `containers`, `level` and `kind` say where a fragment of another format lies. `head` takes the
    metadata of a whole page; a fragment has none. In `xml` a tag `<x/>` is a whole element. After
    `read`, `unopened` and `unclosed` name the containers of a fragment whose other tag lies outside.
    """

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        *,
        inline: InlineText,
        shift: int = 0,
        containers: tuple[str, ...] = (),
        level: int = 0,
        kind: BlockKind = BlockKind.PARAGRAPH,
        head: HeadReader | None = None,
        xml: bool = False,
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.shift = shift
        self.comments: list[Comment] = []
        self.notices: list[Notice] = []
        self.unopened: list[str] = []
        self._head = head
        self._xml = xml
        self._inline = inline
        self._stack = ElementStack(containers, level, kind)
        self._first = -1  # the first inline tag of the block being built, and the end of the last
        self._last = -1
        self._missing: set[str] = set()  # end marks that the rest of the text does not hold
        self._unfinished = 0

    @property
    def unclosed(self) -> list[str]:
        return self._stack.unclosed

    def read(self) -> None:
        text, end = self.text, self.end
        find, match_tag = text.find, TAG.match
        last_tag_end = text.rfind(">", self.start, end)
        position = text_start = self.start
        while True:
            opening = find("<", position, end)
            if opening < 0:
                break
            if opening < last_tag_end:
                match = match_tag(text, opening, end) if self._unfinished < MAX_UNFINISHED else None
                if match is None and text[opening + 1].isalpha():
                    self._unfinished += 1
                    match = PLAIN_TAG.match(text, opening, end)
                if match is not None:
                    if opening > text_start:
                        self._add_text(text_start, opening)
                    position = text_start = self._on_tag(match)
                    continue
            if text.startswith(("!", "?"), opening + 1, end):
                if opening > text_start:
                    self._add_text(text_start, opening)
                position = text_start = self._on_declaration(opening)
            else:
                position = opening + 1
        if end > text_start:
            self._add_text(text_start, end)
        self._flush()
        deep = self._stack.too_deep
        if deep is not None:
            message = (
                "Elements nested so deeply are read as if they were not there, with their text."
            )
            self.notices.append(Notice(self._span(deep, deep + 1), message))

    def _span(self, start: int, end: int) -> Span:
        return Span(start + self.shift, end + self.shift)

    # -- tags ----------------------------------------------------------------------------------

    def _on_tag(self, match: re.Match[str]) -> int:
        """Take one tag; return where reading goes on."""
        close, name = match.groups()
        name = name.lower()
        start, end = match.span()
        meaning = _MEANINGS.get(name)
        if meaning is None:  # an element of running text that changes nothing
            if close:
                if self._inline.pieces:
                    self._last = end
            elif not self._stack.top.hidden:
                if self._first < 0:
                    self._first = start
                self._last = end
            return end
        if close:
            self._on_end(name, start, end)
            return end
        if self._xml and self.text[end - 2] == "/" and (name in STRUCTURAL or name in HIDDEN):
            if name in STRUCTURAL:
                self._on_structural(name, start, end)
                self._stack.pop(name)
            return end
        return meaning(self, name, start, end)

    def _on_structural(self, name: str, start: int, end: int) -> int:
        if self._inline.pieces or self._first >= 0:
            self._flush()
        stack = self._stack
        stack.end_implied(name)
        if name == "hr":
            place, containers = self._span(start, end), stack.top.containers
            self._inline.blocks.append(Block(BlockKind.BREAK, "", place, (), 0, containers))
            return end
        found = {}
        if end - start > len(name) + 2 and _TELLING.search(self.text, start, end):
            found = attributes(self.text, start, end)
        if self._head is not None:
            if name == "html":
                self._head.tag(name, found)
            elif name in EMBEDS:
                self._embed(name, start, end)
        stack.push(name, start, found)
        return end

    def _on_end(self, name: str, start: int, end: int) -> None:
        if name in STRUCTURAL:
            top = self._stack.top
            if self._inline.pieces or self._first >= 0:
                is_whole = top.name == name and top.is_leaf
                self._flush(whole=(top.start, end) if is_whole else None)
            if not self._stack.pop(name) and name in CONTAINERS:
                self.unopened.append(name)
            return
        if name == "a":
            self._inline.close_link(end + self.shift, "html")
        elif name == "q" and self._inline.pieces and not self._stack.top.hidden:
            self._inline.append("”", start + self.shift, end + self.shift)
        if self._inline.pieces:
            self._last = end

    def _on_hidden(self, name: str, start: int, end: int) -> int:
        """Pass over an element whose content is not text; return where it ends."""
        close = self._find_end(name, end)
        if close is None:
            if name not in ("script", "style", "template", "textarea", "title", "xmp"):
                return end  # rather read what may be text than lose the rest of the page
            message = f"<{name}> is never closed, so nothing behind it is shown or read."
            self.notices.append(Notice(self._span(start, end), message, incomplete=True))
            inner_end = after = self.end
        else:
            inner_end, after = close
        if self._head is not None:
            if name in ("title", "script"):
                self._head.content(name, attributes(self.text, start, end), end, inner_end)
            if name in EMBEDS and "ld+json" not in self.text[start:end]:
                self._embed(name, start, after)
        if name in ("svg", "math", "object", "iframe", "video", "audio", "canvas"):
            self._add_object(start, after)
        return after

    def _on_code(self, name: str, start: int, end: int) -> int:
        if self._stack.top.kind is BlockKind.CODE:
            return end
        close = self._find_end(name, end)
        if close is None:
            return end
        self._add_object(start, close[1])
        return close[1]

    def _on_inline(self, name: str, start: int, end: int) -> int:
        if name in ("meta", "link") and self._head is not None:
            self._head.tag(name, attributes(self.text, start, end))
            return end
        if self._stack.top.hidden:
            return end
        inline, shift = self._inline, self.shift
        if name == "br":
            inline.append_break("\n", start + shift)
            return end
        if name == "a":
            return self._on_link(start, end)
        if name == "img":
            found = attributes(self.text, start, end)
            alt = attribute_pieces(self.text, found["alt"], shift) if "alt" in found else []
            source = found["src"].value if "src" in found else ""
            self._inline.image(self._span(start, end), source, alt)
        elif name == "q":
            inline.append("“", start + shift, end + shift)
        elif name in EMBEDS and self._head is not None:
            self._embed(name, start, end)
            return end
        self._mark(start, end)
        return end

    def _on_link(self, start: int, end: int) -> int:
        found = attributes(self.text, start, end)
        href = found["href"].value.strip() if "href" in found else ""
        kind = found.get("role") or found.get("epub:type")
        if _NOTE.match(href) or (kind is not None and "noteref" in kind.value):
            close = _END_OF_NOTE.match(self.text, end, self.end)
            if close is not None:
                self._inline.footnote(self._span(start, close.end()))
                self._mark(start, close.end())
                return close.end()
        if "href" in found:
            rel = found["rel"].value.lower() if "rel" in found else ""
            self._inline.open_link(start + self.shift, href, "html", rel)
        self._mark(start, end)
        return end

    def _mark(self, start: int, end: int) -> None:
        """Remember that an inline tag of this block stands there."""
        if self._first < 0:
            self._first = start
        self._last = end

    def _find_end(self, name: str, position: int) -> tuple[int, int] | None:
        """Return where the end tag of `name` begins and ends, looking for each only once in vain."""
        if name in self._missing:
            return None
        match = _END_TAG[name].search(self.text, position, self.end)
        if match is None:
            self._missing.add(name)
            return None
        return match.span()

    def _embed(self, name: str, start: int, end: int) -> None:
        text, span = self.text[start:end], self._span(start, end)
        containers = self._stack.top.containers
        block = Block(BlockKind.HTML, text, span, span.start, 0, containers, name)
        self._inline.blocks.append(block)

    # -- comments and other declarations -------------------------------------------------------

    def _on_declaration(self, opening: int) -> int:
        """Take a comment, a doctype, CDATA or a processing instruction; return where it ends."""
        text = self.text
        if text.startswith("<!--", opening):
            inner = opening + 4
            if text.startswith((">", "->"), inner):
                return text.index(">", inner) + 1
            close = self._find("-->", inner)
            end = close + 3
            if close < 0:
                close = end = self.end
                message = "A comment is never closed, so nothing behind it is shown or read."
                notice = Notice(self._span(opening, inner), message, incomplete=True)
                self.notices.append(notice)
            self.comments.append(Comment(self._span(opening, end), text[inner:close]))
            return end
        if text.startswith("<![CDATA[", opening):
            close = self._find("]]>", opening)
            if close >= 0:
                self._add_text(opening + 9, close)
                return close + 3
        if text.startswith("<?", opening):
            close = self._find("?>", opening)
            if close >= 0:
                return close + 2
        close = self._find(">", opening)
        if close >= 0:
            return close + 1
        message = f'"{text[opening : opening + 2]}" is never closed, so nothing behind it is shown or read.'
        self.notices.append(Notice(self._span(opening, opening + 2), message, incomplete=True))
        return self.end

    def _find(self, mark: str, position: int) -> int:
        if mark in self._missing:
            return -1
        found = self.text.find(mark, position, self.end)
        if found < 0:
            self._missing.add(mark)
        return found

    # -- text ----------------------------------------------------------------------------------

    def _add_object(self, start: int, end: int) -> None:
        if self._stack.top.hidden:
            return
        self._inline.append_object(start + self.shift, end + self.shift)
        self._mark(start, end)

    def _add_text(self, start: int, end: int) -> None:
        """Add the text `text[start:end]`, each run of white space as one blank."""
        top = self._stack.top
        if top.hidden:
            return
        if top.kind is BlockKind.CODE:
            self._add_words(start, end, preformatted=True)
            return
        inline, shift = self._inline, self.shift
        written = self.text[start:end]
        words = written.strip(_SPACES)
        if not words:
            if inline.pieces:
                inline.append_break(" ", start + shift, end + shift)
            return
        first, last = start, end
        if len(words) < len(written):
            first += len(written) - len(written.lstrip(_SPACES))
            last = first + len(words)
            if first > start and inline.pieces:
                inline.append_break(" ", start + shift, first + shift)
        if "\n" in words or "&" in words or "  " in words or "\t" in words or "\r" in words:
            self._add_words(first, last, preformatted=False)
        else:
            inline.append(words, first + shift, last + shift)
        if last < end:
            inline.append_break(" ", last + shift, end + shift)

    def _add_words(self, start: int, end: int, *, preformatted: bool) -> None:
        text, inline, shift = self.text, self._inline, self.shift
        append = inline.append
        position = start
        for match in _SPECIAL.finditer(text, start, end):
            place = match.start()
            is_reference = text[place] == "&"
            decoded = unescape(match) if is_reference else ""
            if preformatted if not is_reference else decoded == match.group():
                continue
            if place > position:
                append(text[position:place], position + shift, place + shift)
            position = match.end()
            if is_reference:
                append(decoded, place + shift, position + shift)
            else:
                inline.append_break(" ", place + shift, position + shift)
        if end > position:
            append(text[position:end], position + shift, end + shift)

    def _flush(self, whole: tuple[int, int] | None = None) -> None:
        """End the block being built; `whole` is its element, if it has one to itself."""
        inline = self._inline
        if inline.pieces:
            top = self._stack.top
            if whole is not None:
                span = self._span(*whole)
            else:
                span = Span(inline.source_start, inline.source_end)
                if self._first >= 0:
                    span = span.cover(self._span(self._first, self._last))
            level = top.heading if top.kind is BlockKind.HEADING else top.level
            inline.finish(top.kind, span, level, top.containers)
        self._first = self._last = -1


# What the tags of an element do; those of all others change nothing.
_Meaning = Callable[[HtmlBlocks, str, int, int], int]
_MEANINGS: dict[str, _Meaning] = {
    **dict.fromkeys({"a", "br", "img", "link", "meta", "q", *EMBEDS}, HtmlBlocks._on_inline),
    **dict.fromkeys(CODE, HtmlBlocks._on_code),
    **dict.fromkeys(HIDDEN, HtmlBlocks._on_hidden),
    **dict.fromkeys(STRUCTURAL, HtmlBlocks._on_structural),
}
