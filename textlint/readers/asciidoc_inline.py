"""The markup within a paragraph of AsciiDoc."""

from __future__ import annotations

import re

from textlint.model import Span
from textlint.readers.html_markup import REFERENCE, unescape
from textlint.readers.inline import InlineText
from textlint.readers.rst_inline import add_plain

# Text in brackets may hold brackets once more, and ends at the next that opens a third time: so each
# alternative is one pass over what it takes.
_BRACKETED = r"(?:[^\[\]]|\[[^\[\]]*+\])*+"
_INLINE = re.compile(
    rf"""(?P<code>(?<!\w)`[^`\r\n]++`(?!\w)|``[^`\r\n]++``|(?<![\w+])\+[^+\s](?:[^+\r\n]*+)\+(?!\w))
    | (?P<note>footnote(?:ref)?:[\w-]*\[(?P<noted>{_BRACKETED})\])
    | (?P<image>image:(?P<source>[^\s:\[\]][^\s\[\]]*+)\[(?P<alt>[^\[\],]*+){_BRACKETED}\])
    | (?P<formula>(?:stem|latexmath|asciimath|kbd|btn|icon|pass):[\w,]*\[{_BRACKETED}\])
    | (?P<link>(?:link:|mailto:|xref:)?(?P<address>(?:(?<=:)|(?<![\w/:])(?:https?|ftp|irc)://)[^\s\[\]<>]++)
        \[(?P<shown>{_BRACKETED})\])
    | (?P<cross><<(?P<anchor>[^,<>\r\n]++)(?:,(?P<title>[^<>]++))?>>)
    | (?P<anchors>(?:[ \t]*+(?=\[\[[^\[\]]*+\]\](?!\S)))?+\[\[[\w:.,\ -]++\]\])
    | (?P<passed>\+\+\+(?=\S)(?:[^+]|\+(?!\+\+))++\+\+\+)
    | (?P<attribute>\{{[\w-]++(?::[^{{}}\s]*+)?\}})
    | (?P<quote>["']`(?=\S)|(?<=\S)`["'])
    | (?P<role>(?<!\w)\[[.\#][\w.\#-]++\](?=[\#*_]))
    | (?P<emphasis>\*\*|__|\#\#|(?<![\w*_\#])[*_\#](?=[^\s*_\#])|(?<=[^\s*_\#])[*_\#](?![\w*_\#]))
    | (?P<entity>{REFERENCE.pattern})
    | (?P<hard>\ \+[ \t]*+(?:\r\n|\n|\r)[ \t]*+)
    | (?P<line>[ \t]*+(?:\r\n|\n|\r)[ \t]*+)
    """,
    re.VERBOSE,
)
_MARKS = re.compile(r"[`+*_#\[{<&]")  # one of which is in every construct but the end of a line
_QUOTES = {'"`': "“", '`"': "”", "'`": "‘", "`'": "’"}


class NotedText(InlineText):
    """A block with the footnotes that are written in it: where the text of each stands."""

    __slots__ = ("notes",)

    def __init__(self) -> None:
        super().__init__()
        self.notes: list[tuple[int, int]] = []


def add_inline(inline: NotedText, source: str, start: int, end: int, *, nested: int = 0) -> None:
    """Add the text `source[start:end]` to a block: several lines of one paragraph or a part of one."""
    if _MARKS.search(source, start, end) is None:
        add_plain(inline, source, start, end)
        return
    position = start
    for match in _INLINE.finditer(source, start, end):
        if match.start() > position:
            inline.append(source[position : match.start()], position, match.start())
        position = match.end()
        _add(inline, source, match, nested)
    if end > position:
        inline.append(source[position:end], position, end)


def _add(inline: NotedText, source: str, match: re.Match[str], nested: int) -> None:
    start, end = match.span()
    if match["line"]:
        inline.append_break(" ", start, end)
    elif match["hard"]:
        inline.append_break("\n", start)  # up to the next piece, also behind a soft break
    elif match["quote"]:
        inline.append(_QUOTES[match["quote"]], start, end)
    elif match["entity"]:
        inline.append(unescape(match), start, end)
    elif match["note"]:
        inline.footnote(Span(start, end))
        if match["noted"].strip():
            inline.notes.append(match.span("noted"))
    elif match["image"]:
        place = match.span("alt")
        alt = [(match["alt"], *place)] if match["alt"] else []
        inline.image(Span(start, end), match["source"], alt)
    elif match["link"] or match["cross"]:
        _add_link(inline, source, match, nested)
    elif not (match["emphasis"] or match["anchors"] or match["role"]):
        inline.append_object(start, end)


def _add_link(inline: NotedText, source: str, match: re.Match[str], nested: int) -> None:
    start, end = match.span()
    shown = "shown" if match["link"] else "title"
    address = match["address"] if match["link"] else f"#{match['anchor']}"
    text = match[shown]
    kind = "inline" if text else "bare"
    inline.open_link(start, address, kind)
    if text and nested < 2:
        begin, stop = match.span(shown)
        # What follows a comma are attributes of the link, unless the text is in quotes.
        name = text.find(",", 0) if "=" in text else -1
        add_inline(inline, source, begin, begin + name if name > 0 else stop, nested=nested + 1)
    else:
        inline.append_object(start, end)
    inline.close_link(end)
