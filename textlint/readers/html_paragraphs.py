"""HTML as WordPress stores it: paragraphs are parted by blank lines and get their tags when shown."""

from __future__ import annotations

import re

from textlint.document import BlockKind
from textlint.readers.html_blocks import HtmlBlocks

_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*+(?:\r\n|\n|\r)")


class ParagraphedHtml(HtmlBlocks):
    """HTML in which blank lines part paragraphs, outside of preformatted text."""

    def _add_text(self, start: int, end: int) -> None:
        if self._stack.top.kind is not BlockKind.CODE:
            for blank in _BLANK_LINE.finditer(self.text, start, end):
                if blank.start() > start:
                    super()._add_text(start, blank.start())
                self._flush()
                start = blank.end()
        if start < end:
            super()._add_text(start, end)
