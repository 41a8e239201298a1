"""AsciiDoc at the level of blocks: what is prose, what is code, where each of it stands."""

from __future__ import annotations

import re
from bisect import bisect_right

from textlint.document import BlockKind, Comment, Document, Notice
from textlint.model import Span
from textlint.readers.asciidoc_inline import NotedText, add_inline
from textlint.readers.frontmatter import read_front_matter
from textlint.readers.source_lines import LineReader, SourceLine

MAX_NESTING = 50  # delimited blocks that are open at once; marks beyond are passed over

_TITLE = re.compile(r"(?P<mark>={1,6}|\#{1,6})[ \t]+(?=\S)")
_ATTRIBUTE = re.compile(r":(?P<name>!?[\w][\w-]*!?):(?:[ \t]+|\Z)")
_DELIMITER = re.compile(r"(?:(?P<mark>[-=.*_+/])(?P=mark){3,}|--|```\S*|[|,:!]={3,})\Z")
_VERBATIM = "-.`"
_LIST = re.compile(r"(?P<mark>\*{1,6}|-|\.{1,6}|\d{1,4}\.|[a-zA-Z]\.|<\d+>|<\.>)[ \t]+(?=\S)")
_TASK = re.compile(r"\[[ xX*]\][ \t]+")
_TERM = re.compile(r"(?P<term>\S(?:[^\r\n]*?\S)??)(?P<mark>:{2,4}|;;)(?:[ \t]+|\Z)")
_BLOCK_ATTRIBUTES = re.compile(
    r"\[(?P<list>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)?)\]\Z|\[\[[^\]]+\]\]\Z"
)
_MACRO = re.compile(r"(?P<name>[a-z]+)::(?P<target>[^\s\[]*+)\[(?P<text>[^\]]*)\]\Z")
_PREPROCESSOR = re.compile(r"(?:ifn?def|ifeval|endif|include)::")
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_AUTHOR = re.compile(r"(?P<name>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,3})(?:[ \t]+<[^<>]+>)?\Z")
_REVISION = re.compile(
    r"(?:v?[\d.]+,?[ \t]+)?(?P<date>\d{4}-\d\d-\d\d|\w+ \d{1,2}, \d{4})(?:[:,].*)?\Z"
)
_CELL = re.compile(r"(?<!\\)(?:(?:\d*\.?\d+[+*])?[<^>.]*[a-z]?)?\|")

_CONTAINERS = {"_": "quote", "*": "aside", "=": "aside"}


def read_asciidoc(path: str, source: str) -> Document:
    """Read AsciiDoc, with the front matter of a site generator if any."""
    return _AsciiDoc(path, source).read()


class _AsciiDoc(LineReader[NotedText]):
    def __init__(self, path: str, source: str) -> None:
        super().__init__(path, source, NotedText())
        self.front = read_front_matter(source)
        self.meta += self.front.values
        self.meta_blocks += self.front.blocks
        self.notices += self.front.notices
        self.ends = _LinesByText(self.lines)
        self.open: list[tuple[str, str | None]] = []  # delimiters and the containers they make
        self.list_level = 0
        self.style = ""  # of the block that follows

    @property
    def containers(self) -> tuple[str, ...]:
        return tuple(container for _, container in self.open if container is not None)

    def read(self) -> Document:
        line = 0
        while line < len(self.lines) and (
            self.lines[line].start < self.front.end or not self.lines[line].text
        ):
            line += 1
        line = self.header(line)
        while line < len(self.lines):
            line = self.block(line)
        return self.document("asciidoc", self.front.end)

    # -- the head of a document ------------------------------------------------------------------

    def header(self, line: int) -> int:
        """Read the title, the author, the revision and the attributes below it."""
        lines = self.lines
        if line < len(lines) and lines[line].text.startswith("= "):
            self.heading(lines[line], 1, 2)
            line += 1
            for pattern, key in ((_AUTHOR, "author"), (_REVISION, "date")):
                match = pattern.match(lines[line].text) if line < len(lines) else None
                if match is None:
                    break
                group = match.re.groupindex
                start, end = match.span("name" if "name" in group else "date")
                self.add_meta(key, lines[line].start + start, lines[line].start + end)
                line += 1
        while line < len(lines) and (match := _ATTRIBUTE.match(lines[line].text)) is not None:
            here = lines[line]
            self.add_meta(match["name"].lower(), here.start + match.end(), here.end)
            line += 1
        return line

    # -- blocks ----------------------------------------------------------------------------------

    def block(self, line: int) -> int:
        """Read what begins at a line; return the line after it."""
        here = self.lines[line]
        text = here.text
        if not text:
            self.list_level = 0
            return line + 1
        if text.startswith("//") and not text.startswith("////"):
            self.comments.append(Comment(Span(here.start, here.end), text[2:]))
            return line + 1
        delimiter = _DELIMITER.match(text)
        if delimiter is not None and (here.indent == 0 or text[0] != "."):
            return self.delimited(line)
        title = _TITLE.match(text)
        if title is not None and here.indent == 0:
            self.heading(here, len(title["mark"]), title.end())
            return line + 1
        if _BLOCK_ATTRIBUTES.match(text):
            self.style = text[1:].partition(",")[0].strip("[]% ").lower() or self.style
            return line + 1
        if _ATTRIBUTE.match(text) or text in ("'''", "<<<", "+", "---", "***"):
            if text in ("'''", "---", "***"):
                self.add_break(here, self.containers)
            return line + 1
        macro = _MACRO.match(text)
        if macro is not None:
            return self.macro(line, macro)
        if _BLOCK_TITLE.match(text) and here.indent == 0:
            self.prose(here.start + 1, here.end, here.start)
            return line + 1
        item = _LIST.match(text)
        if item is not None:
            return self.item(line, item)
        term = _TERM.match(text)
        if term is not None:
            return self.term(line, term)
        if here.indent and self.style not in ("quote", "verse") and not self.list_level:
            return self.code(line, self.unbroken(line))
        return self.paragraph(line)

    def unbroken(self, line: int) -> int:
        """Return the line after the paragraph that begins there."""
        end = line + 1
        while end < len(self.lines):
            here = self.lines[end]
            if not here.text or here.text == "+" or here.text.startswith("//"):
                break
            if _PREPROCESSOR.match(here.text):
                break
            if _DELIMITER.match(here.text) or (
                self.list_level and (_LIST.match(here.text) or _TERM.match(here.text))
            ):
                break
            end += 1
        return end

    def heading(self, line: SourceLine, level: int, width: int) -> None:
        self.list_level = 0
        add_inline(self.inline, self.source, line.start + width, line.end)
        span = Span(line.start, line.end)
        self.inline.finish(BlockKind.HEADING, span, level, self.containers)

    def prose(
        self, start: int, end: int, whole: int, kind: BlockKind = BlockKind.PARAGRAPH
    ) -> None:
        containers = self.containers
        if self.list_level:
            containers = (*containers, *["list"] * min(self.list_level, 6))
        if self.style in ("quote", "verse"):
            containers = (*containers, "quote")
        add_inline(self.inline, self.source, start, end)
        self.inline.finish(kind, Span(whole, end), self.list_level, containers)
        notes, self.inline.notes = self.inline.notes, []
        for begin, stop in notes:
            add_inline(self.inline, self.source, begin, stop, nested=1)
            place = Span(begin, stop)
            self.inline.finish(BlockKind.PARAGRAPH, place, 0, (*containers, "footnote"))
        self.inline.notes.clear()

    def paragraph(self, line: int, skip: int = 0, kind: BlockKind = BlockKind.PARAGRAPH) -> int:
        end = self.unbroken(line)
        start = self.lines[line].start
        if self.style in ("source", "listing", "literal", "stem", "pass"):
            return self.code(line, end)
        admonition = None if skip else _ADMONITION.match(self.lines[line].text)
        width = skip if admonition is None else admonition.end()
        if self.list_level and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.LIST_ITEM
        self.prose(start + width, self.lines[end - 1].end, start, kind)
        self.style = ""
        return end

    def item(self, line: int, match: re.Match[str]) -> int:
        mark = match["mark"]
        self.list_level = len(mark) if mark[0] in "*." else 1
        text = self.lines[line].text
        task = _TASK.match(text, match.end())
        return self.paragraph(line, task.end() if task else match.end(), BlockKind.LIST_ITEM)

    def term(self, line: int, match: re.Match[str]) -> int:
        here = self.lines[line]
        self.list_level = 0
        self.prose(here.start, here.start + match.end("term"), here.start, BlockKind.DEFINITION)
        if match.end() == len(here.text):
            self.list_level = 1
            below = line + 1
            if below < len(self.lines) and self.lines[below].text and self.lines[below].indent:
                return self.paragraph(below, kind=BlockKind.DEFINITION)
            return below
        self.list_level = 1
        return self.paragraph(line, match.end(), BlockKind.DEFINITION)

    def macro(self, line: int, match: re.Match[str]) -> int:
        here = self.lines[line]
        if match["name"] in ("image", "video", "audio"):
            start = here.start + match.start("text")
            alt = match["text"].partition(",")[0]
            pieces = [(alt, start, start + len(alt))] if alt else []
            self.inline.image(Span(here.start, here.end), match["target"], pieces)
            self.inline.finish(
                BlockKind.PARAGRAPH, Span(here.start, here.end), 0, (*self.containers, "figure")
            )
        elif match["name"] in ("ifdef", "ifndef") and match["text"]:
            start = here.start + match.start("text")
            self.prose(start, start + len(match["text"]), here.start)
        return line + 1

    # -- delimited blocks ------------------------------------------------------------------------

    def delimited(self, line: int) -> int:
        text = self.lines[line].text
        mark = text[0]
        self.list_level = 0
        if self.open and self.open[-1][0] == text:
            self.open.pop()
            self.style = ""
            return line + 1
        is_table = text[1] == "=" and mark in "|,:!"
        if mark in "/+" or is_table or (mark in _VERBATIM and text != "--"):
            return self.closed_block(line, is_table=is_table)
        if any(text == other for other, _ in self.open):
            while self.open.pop()[0] != text:
                pass
        elif len(self.open) >= MAX_NESTING:
            if len(self.notices) == len(self.front.notices):
                place = Span(self.lines[line].start, self.lines[line].end)
                message = "Blocks nested so deeply are read as if they were not there."
                self.notices.append(Notice(place, message))
        else:
            self.open.append((text, _CONTAINERS.get(mark) if text != "--" else None))
        self.style = ""
        return line + 1

    def closed_block(self, line: int, *, is_table: bool) -> int:
        """Read a block up to the line that ends it: a table, code, a comment."""
        text = self.lines[line].text
        closing = "```" if text.startswith("```") else text
        end = self.ends.after(closing, line)
        last = len(self.lines) if end is None else end
        if end is None:
            place = Span(self.lines[line].start, self.lines[line].end)
            message = f'The block that "{text[:10]}" begins is never closed.'
            self.notices.append(Notice(place, message, not is_table))
        if is_table:
            self.table(line + 1, last)
        elif text[0] == "/":
            stop = self.lines[last - 1].end if last > line + 1 else self.lines[line].end
            inner = self.source[self.lines[line].end : stop]
            self.comments.append(Comment(Span(self.lines[line].start, stop), inner))
        elif self.style not in ("quote", "verse"):
            self.code(line + 1, last)
        self.style = ""
        return last + 1

    def code(self, first: int, end: int) -> int:
        self.add_lines(first, end, self.containers)
        self.style = ""
        return end

    def table(self, first: int, end: int) -> None:
        """Read the cells; one may go on over several lines."""
        self.open.append(("", "table"))
        start = -1
        for here in self.lines[first:end]:
            marks = [match.span() for match in _CELL.finditer(here.text)]
            position = here.start
            for begin, stop in marks:
                self.cell(position if start < 0 else start, here.start + begin)
                start = position = here.start + stop
            if not marks and start < 0 and here.text:
                start = here.start
        if end > first:
            self.cell(start if start >= 0 else self.lines[end - 1].end, self.lines[end - 1].end)
        self.open.pop()

    def cell(self, start: int, end: int) -> None:
        while start < end and self.source[start].isspace():
            start += 1
        while end > start and self.source[end - 1].isspace():
            end -= 1
        if end > start:
            self.prose(start, end, start, BlockKind.TABLE_CELL)


class _LinesByText:
    """Where the next line is that reads so; each kind of line is looked through once."""

    def __init__(self, lines: list[SourceLine]) -> None:
        self._places: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            if line.text and not line.text[0].isalnum():
                self._places.setdefault(line.text, []).append(number)

    def after(self, text: str, line: int) -> int | None:
        places = self._places.get(text, [])
        index = bisect_right(places, line)
        return places[index] if index < len(places) else None
