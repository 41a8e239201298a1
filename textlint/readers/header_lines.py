"""Metadata without fences: lines of "Key: value" at the top of a file, up to the first blank line.

MultiMarkdown and Pelican have them bare, Nikola has them in a comment with ".. " before each.
"""

from __future__ import annotations

from textlint.lazy import lazy_pattern
from textlint.readers.frontmatter import KNOWN_KEY, FrontMatter, front_matter_of
from textlint.readers.scalars import Piece, Scalar, is_text

MAX_LINES = 100

_LINE = lazy_pattern(r"(?P<text>[^\r\n]*)(?:\r\n|\n|\r|\Z)")
_HEADER = lazy_pattern(r"(?P<key>[A-Za-z][\w-]*(?: [\w-]+){0,2}):(?:[ \t]+(?P<value>.*?))?[ \t]*\Z")
_COMMENT = lazy_pattern(r"<!--[ \t]*(?:\r\n|\n|\r)(?=\.\. )")


def read_header_lines(source: str, begin: int = 0) -> FrontMatter:
    """Return the metadata at `begin` of `source`, if the first lines there are that and nothing else.

    The first key and at least half of all must be known ones, so that a paragraph that happens to
    begin "Note: …" stays what it is.
    """
    comment = _COMMENT.match(source, begin)
    start = comment.end() if comment else begin
    found: list[tuple[str, list[Piece]]] = []
    position = start
    for _ in range(MAX_LINES):
        line = _LINE.match(source, position)
        if line is None or not line["text"].strip():
            break
        text = line["text"]
        if comment is not None and text.strip() == "-->":
            return _front_matter(line.end(), found, begin)
        offset = line.start()
        if comment is not None and text.startswith(".. "):
            text, offset = text[3:], offset + 3
        header = _HEADER.match(text)
        if header is not None:
            first, last = header.span("value")
            piece = (header["value"] or "", offset + first, offset + last)
            found.append((header["key"].lower(), [piece] if header["value"] else []))
        elif text[0] in " \t" and found:
            bare = text.strip()
            first = offset + len(text) - len(text.lstrip())
            pieces = found[-1][1]
            if pieces:
                pieces.append((" ", pieces[-1][2], first))
            pieces.append((bare, first, first + len(bare)))
        else:
            return FrontMatter(begin)
        position = line.end()
    return FrontMatter(begin) if comment is not None else _front_matter(position, found, begin)


def _front_matter(end: int, found: list[tuple[str, list[Piece]]], begin: int) -> FrontMatter:
    known = [key for key, _ in found if KNOWN_KEY.match(key)]
    if not known or found[0][0] != known[0] or len(known) * 2 < len(found):
        return FrontMatter(begin)
    if len(found) == 1 and known[0] != "title":
        return FrontMatter(begin)
    scalars = []
    for key, pieces in found:
        if pieces:
            value = "".join([text for text, _, _ in pieces])
            scalars.append(Scalar(key, value, pieces[0][1], pieces[-1][2], pieces, is_text(value)))
    return front_matter_of(end, scalars, [])
