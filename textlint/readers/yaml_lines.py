"""The everyday subset of YAML, read by a few patterns: twenty times as fast as composing it.

Nearly all front matter is `key: value`, lists, a level or two of nesting and a text that goes over
several lines; composing it with PyYAML would cost more than reading the article below it. What this
module accepts it reads exactly as PyYAML does (tests compare them); else it returns None.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from textlint.lazy import lazy_pattern
from textlint.readers.scalars import MAX_KEY, Scalar, is_text
from textlint.readers.yaml_styles import decode_block, decode_double

_PLAIN = (
    r"[^\s!&*|>@`\"'%\[\]{}\#,?:\-=<~]"
    r"(?:[^\s:\#]|:(?=[^\s])|[ ]+(?=[^\s\#])|(?<=[^\s])\#)*+"
)
_QUOTED = r"\"[^\"\\\r\n]*+\"|'[^'\r\n]*+'"
_ITEM = rf"""(?:[\w/.(](?:[^\s,\[\]{{}}:\#"'?]|[ ]+(?=[^\s,\]]))*+|{_QUOTED})"""
_ITEMS = lazy_pattern(_ITEM, re.VERBOSE)
_END = r"[ ]*(?:\r\n|\n|\r|\Z)"
_ENTRY = lazy_pattern(
    rf"""(?P<indent>[ ]*+)(?P<dash>-[ ]++)?(?:(?P<key>[A-Za-z_][\w\-]*):(?:[ ]++|(?=[\r\n]|\Z)))?
    (?:(?P<plain>{_PLAIN}){_END}
    |(?P<quoted>{_QUOTED}){_END}
    |(?P<list>\[[ ]*(?:{_ITEM}[ ]*(?:,[ ]*{_ITEM}[ ]*)*+)?\]){_END}
    |(?P<double>"(?:[^"\\]|\\[^xuU])*+"){_END}
    |[|>]-?(?P<block>){_END}
    |{_END})""",
    re.VERBOSE,
)
# Most entries: a key of the whole, its value on the same line, and then another key or the end.
_WHOLE_LINE = lazy_pattern(
    rf"""(?P<key>[A-Za-z_][\w\-]*):[ ]++(?:(?P<plain>{_PLAIN})|(?P<quoted>{_QUOTED}))
    {_END}(?=[A-Za-z_]|\Z)""",
    re.VERBOSE,
)
_BLANK = lazy_pattern(r"(?:[ ]*(?:\#[^\r\n]*)?(?:\r\n|\n|\r))+|[ ]*(?:\#[^\r\n]*)?\Z")
_BLOCK_LINES = lazy_pattern(
    r"[ ]*(?:\r\n|\n|\r)|(?P<indent>[ ]*)(?P<text>[^\r\n]*)(?:\r\n|\n|\r|\Z)"
)
_MORE = lazy_pattern(rf"(?P<indent>[ ]+)(?P<text>{_PLAIN}){_END}", re.VERBOSE)


MAX_DEPTH = 40


class _Level(NamedTuple):
    """A mapping or a list that is open: its indentation, its key path and which of the two it is."""

    indent: int
    path: str
    is_list: bool


def simple_yaml_scalars(source: str, start: int, end: int) -> list[Scalar] | None:
    """Return the scalars of `source[start:end]` in order of place, or None if it is not simple."""
    text = source[start:end]
    if "\t" in text or not text.replace("\n", "").replace("\r", "").isprintable():
        return None
    return _Reader(source, end).read(start)


class _Reader:
    def __init__(self, source: str, end: int) -> None:
        self.source = source
        self.end = end
        self.scalars: list[Scalar] = []
        self.levels = [_Level(0, "", False)]
        self.open: tuple[str, int] | None = None  # path and place of a key without a value so far

    def read(self, position: int) -> list[Scalar] | None:
        source, end = self.source, self.end
        while position < end:
            line = _WHOLE_LINE.match(source, position, end)
            if line is not None:
                self._close_key()
                del self.levels[1:]
                kind = line.lastgroup or ""
                self._add(line["key"][:MAX_KEY].lower(), line[kind], line.start(kind))
                position = line.end()
                continue
            blank = _BLANK.match(source, position, end)
            if blank is not None:
                position = blank.end()
                continue
            entry = _ENTRY.match(source, position, end)
            if entry is None or len(self.levels) > MAX_DEPTH:
                return None
            path = self._place(entry)
            if path is None:
                return None
            after = self._value(path, entry)
            if after < 0:
                return None
            position = after
        self._close_key()
        return self.scalars

    def _place(self, entry: re.Match[str]) -> str | None:
        """Return the key path of the entry and keep the levels; None if it does not fit."""
        indent = entry.end("indent") - entry.start()
        path = self.levels[-1].path
        if entry["dash"] is not None:
            item_path = self._list_item(indent)
            if item_path is None:
                return None
            path = item_path
            if entry["key"] is not None:
                indent = entry.start("key") - entry.start()
                self.levels.append(_Level(indent, path, False))
        elif entry["key"] is not None and not self._mapping_key(indent):
            return None
        if entry["key"] is None:
            return path if entry["dash"] is not None else None
        name = entry["key"][:MAX_KEY].lower()
        parent = self.levels[-1].path
        return f"{parent}.{name}" if parent else name

    def _list_item(self, indent: int) -> str | None:
        if self.open is not None and indent >= self.levels[-1].indent:
            self.levels.append(_Level(indent, self.open[0], True))
            self.open = None
        self._close_key()
        while self.levels[-1].indent > indent or not self.levels[-1].is_list:
            self.levels.pop()
            if not self.levels:
                return None
        return self.levels[-1].path if self.levels[-1].indent == indent else None

    def _mapping_key(self, indent: int) -> bool:
        if self.open is not None and indent > self.levels[-1].indent:
            self.levels.append(_Level(indent, self.open[0], False))
            self.open = None
            return True
        self._close_key()
        while self.levels[-1].indent > indent or self.levels[-1].is_list:
            self.levels.pop()
            if not self.levels:
                return False
        return self.levels[-1].indent == indent

    def _close_key(self) -> None:
        if self.open is not None:
            path, place = self.open
            self.scalars.append(Scalar(path, "", place, place, [], False))
            self.open = None

    def _value(self, path: str, entry: re.Match[str]) -> int:
        """Take the entry's value; return the offset after it, or -1 if it is not simple."""
        group = entry.lastgroup
        if group == "plain":
            return self._plain(path, entry)
        if group == "quoted":
            self._add(path, entry[group], entry.start(group))
        elif group == "list":
            for item in _ITEMS.finditer(self.source, *entry.span("list")):
                self._add(path, item.group(), item.start())
        elif group == "double":
            start, end = entry.span(group)
            pieces = decode_double(self.source, start, end)
            value = "".join([text for text, _, _ in pieces])
            self.scalars.append(Scalar(path, value, start, end, pieces, True))
        elif group == "block":
            return self._block(path, entry)
        elif group == "key":
            self.open = (path, entry.end("key") + 1)
        else:
            return -1
        return entry.end()

    def _add(self, path: str, text: str, start: int) -> None:
        end = start + len(text)
        if text[0] in "\"'":
            value = text[1:-1]
            pieces = [(value, start + 1, end - 1)] if value else []
            self.scalars.append(Scalar(path, value, start, end, pieces, True))
        else:
            pieces = [(text, start, end)]
            self.scalars.append(Scalar(path, text, start, end, pieces, is_text(text)))

    def _plain(self, path: str, entry: re.Match[str]) -> int:
        """Take an unquoted value and the more indented lines that go on with it."""
        start, end = entry.span("plain")
        pieces = [(entry["plain"], start, end)]
        after = entry.end()
        while (more := _MORE.match(self.source, after, self.end)) is not None:
            if more.end("indent") - more.start() <= self.levels[-1].indent:
                break
            pieces += [(" ", end, more.start("text")), (more["text"], *more.span("text"))]
            end, after = more.end("text"), more.end()
        value = "".join([text for text, _, _ in pieces])
        self.scalars.append(Scalar(path, value, start, end, pieces, is_text(value)))
        return after

    def _block(self, path: str, entry: re.Match[str]) -> int:
        """Take a block scalar whose lines all have one indentation."""
        source = self.source
        start, position = entry.start("block") - 1, entry.end()
        if source[start] == "-":
            start -= 1
        indent = -1
        first = last = position
        while position < self.end:
            line = _BLOCK_LINES.match(source, position, self.end)
            if line is None:
                return -1
            if line["text"]:
                found = line.end("indent") - line.start()
                if found <= self.levels[-1].indent:
                    break
                if indent < 0:
                    indent, first = found, line.start("text")
                elif found != indent:
                    return -1
                last = line.end("text")
            elif indent < 0:
                return -1
            position = line.end()
        if indent < 0:
            return -1
        if source[last - 1] == " ":
            return -1
        pieces = decode_block(source, first, last, indent, folded=source[start] == ">")
        value = "".join([text for text, _, _ in pieces])
        self.scalars.append(Scalar(path, value, start, last, pieces, True))
        return position
