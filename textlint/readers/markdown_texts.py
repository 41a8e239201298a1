"""The texts of equal length that stand for one Markdown body, and the way from the parser's to the source."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import OBJECT
from textlint.readers.byte_offsets import ByteOffsets
from textlint.readers.markdown_source import encoded, without_deep_lines
from textlint.readers.masking import may_need_mask
from textlint.readers.mdx_margins import CutOffsets, deep_margins, without
from textlint.readers.scalars import Piece
from textlint.readers.template_lines import ADMONITIONS
from textlint.readers.template_masks import DROPPED, applied
from textlint.readers.template_tags import find_masks

# 1 for each byte that may be markup, a line end but "\n", or part of an address.
_MARKS = bytes(byte in b"\\`*_~<>&[]|@{}!/\t\r\f\v\0" for byte in range(256))


class MarkdownTexts:
    """The body that begins at `start` of `source`, as the parser gets it and as it is shown.

    `shown` is the source with marks in place of template syntax. `is_altered`: what the parser got is
    not what is written, so that text is to be taken from `shown`. `is_cut`: margins were taken out of
    what it got, so that offsets leap.
    """

    def __init__(self, source: str, start: int, *, is_mdx: bool) -> None:
        self.source = source
        body = source[start:] if start else source
        written, data = encoded(body)
        masks = find_masks(body, start, data, is_mdx=is_mdx)
        copy = shown = body
        if masks.found:
            copy, shown = applied(body, masks.found)
            written, data = encoded(copy)
        self.shown = source if shown is body else source[:start] + shown
        self.body, notices = without_deep_lines(written, start)
        self.has_masks = bool(masks.found)
        self.is_altered = self.body is not body
        self.comments = masks.comments
        self.notices = masks.notices + notices
        self._may_be_plain = self.body is copy
        self._has_www = "www." in body or "WWW." in body
        cuts = deep_margins(self.body) if is_mdx else []
        self.is_cut = bool(cuts)
        if cuts:
            self.body = without(self.body, cuts)
        if self.body is not written:
            data = self.body.encode()
        self._marks = data.translate(_MARKS)
        self.offsets = CutOffsets(data, start, cuts) if cuts else ByteOffsets(data, start)

    def plain(self, start: int, byte: int, byte_end: int) -> str:
        """Return the paragraph at `start` as it stands, or "" if there is anything but text in it."""
        if self._marks.find(1, byte, byte_end) >= 0 or not self._may_be_plain:
            return ""
        text = self.shown[start : self.offsets.locate(byte_end)].removesuffix("\n")
        if self.has_masks and (OBJECT in text or DROPPED in text):
            return ""
        if self._has_www and may_need_mask(text):
            return ""
        if text[0] == " " or text[-1] == " " or ("\n" in text and ("\n " in text or " \n" in text)):
            return ""
        return text

    def address(self, destination: str, byte: int, byte_end: int) -> str:
        """Return the destination of a link as it was written, if the parser has got a copy of it."""
        if not self.is_altered:
            return destination
        offsets = self.offsets
        start, end = offsets.in_text(byte), offsets.in_text(byte_end)
        place = self.body.find(f"]({destination}", start, end) + 2
        if place < 2:
            return destination
        place = offsets.of_text(place)
        return self.source[place : place + len(destination)]

    def lines(self, byte: int, byte_end: int, written: str) -> Iterator[Piece]:
        """Yield text, some lines of which had a margin that the parser was not to see, as `written`."""
        offsets = self.offsets
        copy = self.body[offsets.in_text(byte) : offsets.in_text(byte_end)]
        for line in copy.splitlines(keepends=True):
            byte_end = byte + len(line.encode())
            start, end = offsets.locate(byte), offsets.locate_end(byte_end)
            yield written[start:end], start, end
            byte = byte_end

    def stripped_end(self, start: int, byte_end: int) -> int:
        """Return where what begins at `start` ends, without the white space behind it."""
        source, end = self.source, self.offsets.locate_end(byte_end)
        while end > start and source[end - 1] in " \t\r\n":
            end -= 1
        return end

    def is_admonition(self, start: int) -> bool:
        """Whether what the parser was given as a list item at `start` is an admonition."""
        return self.is_altered and self.source[start : start + 40].lstrip(" ").startswith(
            ADMONITIONS
        )
