"""The pieces of HTML source: tags, attributes, character references, and what elements mean."""

from __future__ import annotations

import html
import re
from typing import NamedTuple, Protocol

from textlint.lazy import lazy_pattern
from textlint.readers.scalars import Piece, decoded_pieces

# A tag ends at the first ">" outside a quoted attribute value; a quote that is never closed is an
# ordinary character. Possessive throughout, so one attempt is one pass.
TAG = lazy_pattern(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>"""
)
PLAIN_TAG = lazy_pattern(r"<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)[^>]*+>")
REFERENCE = lazy_pattern(
    r"&(?:\#[0-9]{1,9};?|\#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
)
_ATTRIBUTE = lazy_pattern(
    r"""([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]++)))?+"""
)

# Elements that stand on lines of their own; every other element is part of the running text.
_STRUCTURAL = """address article aside blockquote body button caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li
    main menu nav ol optgroup option p pre search section select summary table tbody td tfoot th
    thead tr ul"""
STRUCTURAL = frozenset(_STRUCTURAL.split())
# Elements whose content is not shown as text.
_HIDDEN = """audio canvas datalist iframe map math noembed noframes noscript object script style svg
    template textarea title video xmp"""
HIDDEN = frozenset(_HIDDEN.split())
# Elements whose content is code, so that it stands in a sentence as one thing.
CODE = frozenset({"code", "kbd", "samp", "tt"})
# Elements that bring in something from elsewhere, or ask for something.
EMBEDS = frozenset({"embed", "form", "iframe", "ins", "object", "script"})


class Attribute(NamedTuple):
    """An attribute's value, decoded, and where it stands in the text it was read from."""

    value: str
    start: int
    end: int


class HeadReader(Protocol):
    """Takes what HTML says about itself: the tag at `text[start:end]` and, of some, the content."""

    def tag(self, name: str, found: dict[str, Attribute]) -> None: ...

    def content(self, name: str, found: dict[str, Attribute], start: int, end: int) -> None: ...


def attributes(text: str, start: int, end: int) -> dict[str, Attribute]:
    """Return the attributes of the tag `text[start:end]` by lower-case name; the first one counts."""
    found: dict[str, Attribute] = {}
    name_end = start + 1
    while name_end < end and text[name_end] not in " \t\n\f\r/>":
        name_end += 1
    for match in _ATTRIBUTE.finditer(text, name_end, end - 1):
        name = match[1].lower()
        if name in found:
            continue
        group = match.lastindex or 1
        if group == 1:
            found[name] = Attribute("", match.end(), match.end())
        else:
            value = match[group]
            if "&" in value:
                value = html.unescape(value)
            found[name] = Attribute(value, *match.span(group))
    return found


def unescape(match: re.Match[str]) -> str:
    """Return what a match of `REFERENCE` stands for; itself, if it is no reference after all."""
    return html.unescape(match.group())


def attribute_pieces(text: str, attribute: Attribute, shift: int = 0) -> list[Piece]:
    """Return the value with its places in the source, which are `shift` after those in `text`."""
    pieces = decoded_pieces(text, attribute.start, attribute.end, REFERENCE, unescape)
    if not shift:
        return pieces
    return [(piece, start + shift, end + shift) for piece, start, end in pieces]
