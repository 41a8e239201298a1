"""reStructuredText at the level of blocks: what is prose, what is code, where each of it stands."""

from __future__ import annotations

import re

from textlint.document import BlockKind, Comment, Document, Notice
from textlint.model import Span
from textlint.readers.frontmatter import HEADER_KEYS
from textlint.readers.inline import InlineText
from textlint.readers.rst_inline import add_inline
from textlint.readers.rst_tables import LONGEST_TABLE, grid_cells, simple_cells
from textlint.readers.source_lines import LineReader, SourceLine

MAX_NESTING = 20  # blocks nested deeper are read as paragraphs: each level costs one more pass

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}\Z")
_BULLET = re.compile(r"(?:[-*+•‣⁃]|\(?(?:\d{1,9}|[A-Za-z]|[ivxlcIVXLC]{1,6}|\#)[.)])(?:[ \t]+|\Z)")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?(?P<name>[\w.+:-]*[\w+])::(?:[ \t]+|\Z)")
_TARGET = re.compile(r"\.\.[ \t]+(?:__?[^:]*:|__[ \t]*\Z|\|)|__[ \t]")
_FOOTNOTE = re.compile(r"\.\.[ \t]+\[(?:\d+|\#[\w-]*|\*|[\w.-]+)\](?:[ \t]+|\Z)")
_FIELD = re.compile(r":(?P<name>[^:\s](?:[^:\r\n]*[^:\s])?):(?:[ \t]+|\Z)")
# Nikola's metadata are comments at the top.
_NIKOLA = re.compile(rf"\.\.[ \t]+(?P<name>{HEADER_KEYS}):(?:[ \t]+|\Z)", re.IGNORECASE)
_GRID = re.compile(r"\+(?:[-=]+\+)+\Z")
_SIMPLE = re.compile(r"=+(?:[ \t]+=+)+\Z")

_CODE = """code code-block sourcecode parsed-literal literalinclude highlight raw graphviz digraph
    productionlist doctest testcode testoutput csv-table include toctree contents only-code autoclass
    automodule autofunction role default-role index meta sectnum tabularcolumns plot mermaid"""
_CODES = frozenset(_CODE.split())
# Directives whose argument is prose; of an unknown one only the content is read.
_TITLED = """note warning tip important hint caution danger attention error seealso admonition topic
    sidebar versionadded versionchanged deprecated rubric centered title table list-table"""
_TITLES = frozenset(_TITLED.split())
_PICTURES = frozenset({"image", "figure"})


def read_rst(path: str, source: str) -> Document:
    """Read reStructuredText; what is not well-formed is read as paragraphs."""
    return _Rst(path, source).read()


class _Rst(LineReader[InlineText]):
    def __init__(self, path: str, source: str) -> None:
        super().__init__(path, source, InlineText())
        self.styles: list[str] = []  # of section titles, outermost first
        self.containers: tuple[str, ...] = ()
        self.kind = BlockKind.PARAGRAPH
        self.level = 0

    def read(self) -> Document:
        self.blocks(0, len(self.lines), 0)
        return self.document("rst")

    def nested(
        self,
        first: int,
        last: int,
        *,
        container: str | None = None,
        kind: BlockKind | None = None,
        nesting: int,
    ) -> None:
        """Read the lines `first` to `last` as what stands in another block."""
        outer = self.containers, self.kind, self.level
        if container is not None:
            self.containers = (*self.containers, container)
            self.level += container == "list"
        self.kind = kind or self.kind
        self.blocks(first, last, nesting + 1)
        self.containers, self.kind, self.level = outer

    def indented(self, first: int, last: int, indent: int) -> int:
        """Return the line after those from `first` on that are blank or indented by more."""
        line = first
        while line < last and (not self.lines[line].text or self.lines[line].indent > indent):
            line += 1
        while line > first and not self.lines[line - 1].text:
            line -= 1
        return line

    def blocks(self, first: int, last: int, nesting: int) -> None:
        """Read the lines `first` to `last`, of which the least indented make up this level."""
        lines = self.lines
        indents = [line.indent for line in lines[first:last] if line.text]
        base = min(indents, default=0)
        line = first
        while line < last:
            here = lines[line]
            if not here.text:
                line += 1
            elif here.indent > base and nesting < MAX_NESTING:
                end = self.indented(line, last, base)
                self.nested(line, end, container="quote", nesting=nesting)
                line = end
            else:
                line = self.block(line, last, nesting)

    def block(self, line: int, last: int, nesting: int) -> int:
        """Read the block that begins at a line; return the line after it."""
        here = self.lines[line]
        if nesting >= MAX_NESTING:
            if not self.notices:
                message = "Blocks nested so deeply are read as paragraphs."
                self.notices.append(Notice(Span(here.start, here.end), message))
            return self.paragraph(line, last, nesting)
        if here.text.startswith("..") and (len(here.text) == 2 or here.text[2] in " \t"):
            return self.explicit(line, last, nesting)
        title = self.title(line, last)
        if title:
            return title
        field = _FIELD.match(here.text)
        if field is not None:
            return self.field(line, last, field, nesting)
        bullet = _BULLET.match(here.text)
        if bullet is not None:
            return self.item(line, last, bullet.end(), nesting)
        if here.text.startswith(">>> "):
            return self.code(line, self.unbroken(line, last))
        if _GRID.match(here.text):
            return self.table(line, last, grid=True)
        if _SIMPLE.match(here.text):
            return self.table(line, last, grid=False)
        if here.text.startswith("| ") or here.text == "|":
            return self.line_block(line, last)
        if _TARGET.match(here.text):
            return line + 1
        return self.paragraph(line, last, nesting)

    def unbroken(self, line: int, last: int) -> int:
        """Return the line after a stretch without a blank one."""
        while line < last and self.lines[line].text:
            line += 1
        return line

    # -- titles, paragraphs, lists ---------------------------------------------------------------

    def title(self, line: int, last: int) -> int:
        """Read a section title or a transition; return the line after it, 0 if there is none."""
        lines = self.lines
        here = lines[line]
        following = lines[line + 1] if line + 1 < last else None
        if _ADORNMENT.match(here.text):
            below = lines[line + 2] if line + 2 < last else None
            if below is not None and following and following.text and below.text == here.text:
                return self.heading(following, here.start, below.end, here.text[0] * 2, line + 3)
            if following is not None and following.text:
                return 0
            self.add_break(here, self.containers)
            return line + 1
        if following is None or following.indent != here.indent:
            return 0
        # From four characters on, an underline that is too short is one all the same.
        if not _ADORNMENT.match(following.text) or len(following.text) < min(len(here.text), 4):
            return 0
        return self.heading(here, here.start, following.end, following.text[0], line + 2)

    def heading(self, line: SourceLine, start: int, end: int, style: str, after: int) -> int:
        if style not in self.styles:
            self.styles.append(style)
        add_inline(self.inline, self.source, line.start, line.end)
        level = min(self.styles.index(style) + 1, 6)
        self.inline.finish(BlockKind.HEADING, Span(start, end), level, self.containers)
        return after

    def finish(self, start: int, end: int, kind: BlockKind | None = None) -> None:
        kind = kind or self.kind
        self.inline.finish(kind, Span(start, end), self.level, self.containers)

    def paragraph(self, line: int, last: int, nesting: int) -> int:
        lines = self.lines
        first, end = line, line + 1
        while end < last and lines[end].text and lines[end].indent == lines[first].indent:
            end += 1
        is_term = (
            end == line + 1 and end < last and lines[end].text and nesting < MAX_NESTING
        ) and lines[end].indent > lines[first].indent
        stop = lines[end - 1].end
        literal = self.source.endswith("::", lines[first].start, stop)
        if literal:
            stop -= 2 if lines[end - 1].text == "::" else 1
            while stop > lines[first].start and self.source[stop - 1].isspace():
                stop -= 1
        if stop > lines[first].start:
            add_inline(self.inline, self.source, lines[first].start, stop)
            self.finish(lines[first].start, stop, BlockKind.DEFINITION if is_term else None)
        if is_term or literal:
            after = self.indented(end, last, lines[first].indent)
            if after > end and literal:
                return self.code(end, after)
            if after > end:
                self.nested(end, after, kind=BlockKind.DEFINITION, nesting=nesting)
            return max(after, end)
        return end

    def item(self, line: int, last: int, width: int, nesting: int) -> int:
        end = self.indented(line + 1, last, self.lines[line].indent)
        self.rest_of(line, end, width, nesting, container="list", kind=BlockKind.LIST_ITEM)
        return end

    def rest_of(
        self,
        line: int,
        end: int,
        width: int,
        nesting: int,
        *,
        container: str | None = None,
        kind: BlockKind | None = None,
    ) -> None:
        """Read a block that begins behind a mark `width` characters wide, and goes on indented."""
        here = self.lines[line]
        text = here.text[width:]
        following = next((ln for ln in self.lines[line + 1 : end] if ln.text), None)
        column = here.indent + width
        if following is None:
            indent = column
        else:  # the content of a list item begins beside its mark, that of all else below it
            indent = min(following.indent, column) if container == "list" else following.indent
        self.lines[line] = SourceLine(here.start + width, here.end, indent, text)
        self.nested(line, end, container=container, kind=kind, nesting=nesting)
        self.lines[line] = here

    def field(self, line: int, last: int, match: re.Match[str], nesting: int) -> int:
        """A field: metadata at the top of a document, elsewhere a text with a name."""
        here = self.lines[line]
        end = self.indented(line + 1, last, here.indent)
        if self.containers or any(b.kind is not BlockKind.HEADING for b in self.inline.blocks):
            self.rest_of(line, end, match.end(), nesting, kind=BlockKind.DEFINITION)
            return end
        self.add_meta(match["name"].lower(), here.start + match.end(), self.lines[end - 1].end)
        return end

    def line_block(self, line: int, last: int) -> int:
        end = line
        start = self.lines[line].start
        while end < last and self.lines[end].text.startswith("|"):
            here = self.lines[end]
            begin = here.end - len(here.text[1:].lstrip())
            add_inline(self.inline, self.source, begin, here.end)
            self.inline.append_break("\n", here.end)
            end += 1
        self.finish(start, self.lines[end - 1].end)
        return end

    def code(self, first: int, end: int, label: str = "", kind: BlockKind = BlockKind.CODE) -> int:
        """Take the lines as they are, as code."""
        self.add_lines(first, end, self.containers, label, kind)
        return end

    def table(self, line: int, last: int, *, grid: bool) -> int:
        end = self.unbroken(line, last if grid else min(last, line + LONGEST_TABLE))
        cells, end = (grid_cells if grid else simple_cells)(self.lines, line, end, last)
        outer, self.containers = self.containers, (*self.containers, "table")
        blocks = len(self.inline.blocks)
        for parts in cells:
            for start, stop in parts:
                add_inline(self.inline, self.source, start, stop)
                self.inline.append_break(" ", stop)
            self.finish(parts[0][0], parts[-1][1], BlockKind.TABLE_CELL)
        self.inline.blocks[blocks:] = sorted(
            self.inline.blocks[blocks:], key=lambda b: b.span.start
        )
        self.containers = outer
        return end

    # -- explicit markup -------------------------------------------------------------------------

    def explicit(self, line: int, last: int, nesting: int) -> int:
        here = self.lines[line]
        end = self.indented(line + 1, last, here.indent)
        directive = _DIRECTIVE.match(here.text)
        if directive is not None:
            self.directive(line, end, directive, nesting)
            return end
        note = _FOOTNOTE.match(here.text)
        if note is not None:
            self.rest_of(line, end, note.end(), nesting, container="footnote")
        elif (said := _NIKOLA.match(here.text)) is not None and not self.inline.blocks:
            self.add_meta(said["name"].lower(), here.start + said.end(), here.end)
        elif _TARGET.match(here.text) is None:
            stop = self.lines[end - 1].end
            text = self.source[here.start + 2 : stop]
            self.comments.append(Comment(Span(here.start, stop), text))
        return end

    def directive(self, line: int, end: int, match: re.Match[str], nesting: int) -> None:
        name = match["name"].rpartition(":")[2].lower()
        here = self.lines[line]
        argument = here.start + match.end()
        body = line + 1
        while body < end and (option := _FIELD.match(self.lines[body].text)) is not None:
            if name in _PICTURES and option["name"].lower() == "alt":
                start = self.lines[body].start + option.end()
                address = self.source[argument : here.end]
                pieces = [(self.source[start : self.lines[body].end], start, self.lines[body].end)]
                self.inline.image(Span(here.start, self.lines[body].end), address, pieces)
                self.finish(here.start, self.lines[body].end)
            body += 1
        if name in _CODES:
            self.code(body, end, self.source[argument : here.end])
        elif name == "math":
            self.code(body, end, kind=BlockKind.MATH)
        elif name in _TITLES:
            goes_on = body == line + 1 and body < end and self.lines[body].text
            after = end if goes_on else line + 1
            self.rest_of(line, after, match.end(), nesting, container="aside")
            self.nested(max(body, after), end, container="aside", nesting=nesting)
        else:
            container = "figure" if name in _PICTURES else None
            self.nested(body, end, container=container, nesting=nesting)
