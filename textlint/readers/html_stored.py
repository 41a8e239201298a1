"""HTML as blogs store it: blank lines part paragraphs, and WordPress has shortcodes in it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from textlint.document import BlockKind
from textlint.readers.html_blocks import HtmlBlocks

_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*+(?:\r\n|\n|\r)")
_SHORTCODE = re.compile(
    r"\[(?P<close>/?)(?P<name>[A-Za-z][\w-]{1,40})(?P<attributes>\s[^\[\]]{0,1000})?/?\]"
)
_ATTRIBUTE = re.compile(r"""[\w-]\s?=\s?["'“”″\w]""")
# WordPress' own shortcodes (developer.wordpress.org/apis/shortcode) and those of WordPress.com that
# stand without attributes; any other shows itself by an attribute or by its end.
_SHOWN = frozenset(
    {"audio", "embed", "gallery", "playlist", "video", "vimeo", "youtube", "googlemaps"}
)
_KNOWN = _SHOWN | {"caption", "wp_caption", "contact-form", "contact-form-7", "more", "toc"}
_CODE = frozenset({"code", "sourcecode", "highlight"})


class Stored(NamedTuple):
    """What is more than HTML in a stored text."""

    blank_lines: bool = False  # they part paragraphs
    shortcodes: bool = False


class StoredHtml(HtmlBlocks):
    """HTML in which there may be more; preformatted text is read as in any other."""

    def __init__(self, text: str, start: int, end: int, *, stored: Stored, **where: Any) -> None:
        super().__init__(text, start, end, **where)
        self._stored = stored
        self._names: set[str] = set()  # of the shortcodes that were opened
        self._code_end = -1  # up to where a shortcode shows code

    def _add_text(self, start: int, end: int) -> None:
        if self._stack.top.kind is BlockKind.CODE:
            super()._add_text(start, end)
            return
        if self._stored.shortcodes:
            if start < self._code_end:
                start = min(end, self._code_end)
            for match in _SHORTCODE.finditer(self.text, start, end):
                if match.start() >= self._code_end and self._is_shortcode(match):
                    self._add_paragraphs(start, match.start())
                    start = min(self._take(match), end)
        self._add_paragraphs(start, end)

    def _add_paragraphs(self, start: int, end: int) -> None:
        if self._stored.blank_lines:
            for blank in _BLANK_LINE.finditer(self.text, start, end):
                if blank.start() > start:
                    super()._add_text(start, blank.start())
                self._flush()
                start = blank.end()
        if start < end:
            super()._add_text(start, end)

    def _is_shortcode(self, match: re.Match[str]) -> bool:
        name = match["name"].lower()
        if match["close"]:
            return name in self._names or name in _KNOWN
        return (
            (name in _KNOWN and (not match["attributes"] or "=" in match["attributes"]))
            or name in _CODE
            or (
                match["attributes"] is not None
                and _ATTRIBUTE.search(match["attributes"]) is not None
            )
        )

    def _take(self, match: re.Match[str]) -> int:
        """Take a shortcode; return where the text goes on."""
        name = match["name"].lower()
        if match["close"]:
            return match.end()
        self._names.add(name)
        if name in _CODE:
            closing = self._find(f"[/{match['name']}]", match.end())
            if closing >= 0:
                self._code_end = closing
                self._add_object(match.start(), match.end())
                return closing
        if name in _SHOWN:
            self._add_object(match.start(), match.end())
        else:
            self._mark(*match.span())
        return match.end()
