"""The markup within a paragraph of reStructuredText."""

from __future__ import annotations

import re

from textlint.model import Span
from textlint.readers.inline import InlineText

# Roles whose text is code or a formula; of every other the text is read.
_CODE_ROLES = """code kbd samp file command program option envvar func class meth attr mod data const exc
    obj math sub sup raw guilabel menuselection mimetype regexp download eq pep rfc"""
_CODE = frozenset(_CODE_ROLES.split())

# Each alternative ends at the next mark of its kind, so that a scan costs one pass.
_INLINE = re.compile(
    r"""(?P<escape>\\.)
    | (?P<literal>``(?:[^`]|`(?!`))++``)
    | (?::(?P<role>[A-Za-z][\w.+-]*+(?::[\w.+-]++)*+):)?
        `(?P<marked>[^`\\]++(?:\\.[^`\\]*+)*+)`(?P<reference>__?(?!\w))?+
    | (?P<substitution>\|[^|\s][^|\r\n]*+\|(?:__?(?!\w))?)
    | (?P<note>\[(?:\d+|\#[\w-]*|\*|[A-Za-z][\w.-]*)\]_(?!\w))
    | (?P<word>(?<![^\W_])[^\W_]++(?:[-.+:][^\W_]++)*+)(?P<underscore>__?)(?!\w)
    | (?P<emphasis>(?<![\w*])\*{1,2}(?=[^\s*])|(?<=[^\s*])\*{1,2}(?![\w*]))
    | (?P<line>[ \t]*+(?:\r\n|\n|\r)[ \t]*+)
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKS = re.compile(r"[\\`|*_]")  # one of which is in every construct but the end of a line
_TARGET = re.compile(r"(?P<text>[^<]*?)\s*<(?P<address>[^<>]+)>\Z", re.DOTALL)


def add_inline(inline: InlineText, source: str, start: int, end: int) -> None:
    """Add the text `source[start:end]` to a block: several lines of one paragraph or a part of one."""
    if _MARKS.search(source, start, end) is None:
        add_plain(inline, source, start, end)
        return
    position = start
    for match in _INLINE.finditer(source, start, end):
        if match.start() > position:
            inline.append(source[position : match.start()], position, match.start())
        position = match.end()
        _add(inline, source, match)
    if end > position:
        inline.append(source[position:end], position, end)


def _add(inline: InlineText, source: str, match: re.Match[str]) -> None:
    start, end = match.span()
    kind = match.lastgroup
    if match["line"]:
        inline.append_break(" ", start, end)
    elif match["escape"]:
        escaped = match["escape"][1]
        if not escaped.isspace():
            inline.append(escaped, start, end)
    elif match["marked"] is not None:
        _add_marked(inline, source, match)
    elif match["word"]:
        inline.open_link(start, match["word"], "reference")
        inline.append(match["word"], start, match.end("word"))
        inline.close_link(end)
    elif match["note"]:
        inline.footnote(Span(start, end))
    elif kind != "emphasis":
        inline.append_object(start, end)


def _add_marked(inline: InlineText, source: str, match: re.Match[str]) -> None:
    start, end = match.span("marked")
    role = match["role"]
    if role is not None and role.rpartition(":")[2].lower() in _CODE:
        inline.append_object(match.start(), match.end())
        return
    target = _TARGET.match(source, start, end)
    is_link = match["reference"] is not None or (role is not None and target is not None)
    if is_link:
        address = match["marked"] if target is None else target["address"]
        kind = "inline" if target is not None else "reference"
        inline.open_link(match.start(), address.strip(), kind)
    if target is not None and is_link:
        end = target.end("text")
    if end > start:
        add_plain(inline, source, start, end)
    elif target is not None:
        inline.append_object(match.start(), match.end())
    if is_link:
        inline.close_link(match.end())


_BREAK = re.compile(r"[ \t]*+(?:\r\n|\n|\r)[ \t]*+")


def add_plain(inline: InlineText, source: str, start: int, end: int) -> None:
    """Add text without markup, its line breaks as blanks."""
    position = start
    for match in _BREAK.finditer(source, start, end):
        if match.start() > position:
            inline.append(source[position : match.start()], position, match.start())
        inline.append_break(" ", *match.span())
        position = match.end()
    if end > position:
        inline.append(source[position:end], position, end)
