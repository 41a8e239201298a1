"""Front matter: split off with its offsets, each scalar with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from textlint.document import Block, MetaValue, Notice
from textlint.lazy import lazy_pattern
from textlint.model import Span
from textlint.readers.scalars import Scalar, UnreadableError, is_text
from textlint.readers.yaml_lines import simple_yaml_scalars

# The fences as Jekyll, Hugo, Eleventy and Pandoc take them: alone on their line, which may end in
# blanks; YAML may also be closed by "...".
_OPENING = lazy_pattern(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_CLOSING = {
    "---": lazy_pattern(r"[\r\n](?P<fence>(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z))"),
    "+++": lazy_pattern(r"[\r\n](?P<fence>\+\+\+[ \t]*(?:\r\n|\n|\r|\Z))"),
}
_JSON_OPENING = lazy_pattern(r'\{\s*(?:"|\})')
_JSON_CLOSING = lazy_pattern(r"(?:(?<=\n)|(?<=\r))\}[ \t]*(?:\r\n|\n|\r|\Z)")
_REST_OF_LINE = lazy_pattern(r"[ \t]*(?:\r\n|\n|\r|\Z)")

_LINE = lazy_pattern(r"[^\r\n]+")
_BLANK_LINE = lazy_pattern(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r|\Z)")
_BLANK_LINES = lazy_pattern(r"(?:[ \t]*(?:\r\n|\n|\r))+")
_KEY_LINE = lazy_pattern(
    r"""[ \t]*(?P<key>["']?[A-Za-z_][\w.\-]*["']?)[ \t]*[:=](?:[ \t]+(?P<value>.*?))?[ \t,]*\Z"""
)
_QUOTED = lazy_pattern(r"""(["'])(.*)\1\Z""")


# The keys that the manuals of MultiMarkdown, Pelican, Nikola, Jekyll and Hugo name.
HEADER_KEYS = (
    "title|subtitle|date|author|authors|slug|tags|keywords|category|categories|summary|description|modified"
    "|updated|status|draft|layout|permalink|lang|language|link|type|template|canonical_url|source|license"
    "|copyright|affiliation|email"
)
KNOWN_KEY = lazy_pattern(rf"(?:{HEADER_KEYS})\Z", re.IGNORECASE)
LONGEST_UNCLOSED = 4000  # characters of front matter without an end


@dataclass
class FrontMatter:
    """What stands before the body; `end` is where the body begins (where it was looked for: none)."""

    end: int = 0
    values: list[MetaValue] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def read_front_matter(source: str, begin: int = 0) -> FrontMatter:
    """Split the front matter off `source`: YAML, TOML or JSON at `begin`, if there is any.

    A first block that is no mapping of keys to values is prose between two thematic breaks and stays
    in the body. A block that was meant to be a mapping and is broken becomes a notice, and its
    simple `key: value` lines are taken. Behind blank lines, where Hugo and Pandoc look for it as well, a
    fenced block counts with one of the usual keys.
    """
    blank = _BLANK_LINES.match(source, begin)
    if blank is not None:
        return _behind_blank_lines(source, blank.end()) or FrontMatter(begin)
    opening = _OPENING.match(source, begin)
    front: FrontMatter | None = None
    if opening is not None:
        start = opening.end()
        closing = _CLOSING[opening[1]].search(source, start - 1)
        if closing is not None:
            front = _fenced(source, opening[1], start, *closing.span("fence"))
        else:
            front = _unclosed(source, opening[1], start)
    elif _JSON_OPENING.match(source, begin):
        front = _json(source, begin)
    return front if front is not None else FrontMatter(begin)


def _behind_blank_lines(source: str, begin: int) -> FrontMatter | None:
    opening = _OPENING.match(source, begin)
    if opening is None:
        return None
    closing = _CLOSING[opening[1]].search(source, opening.end() - 1)
    if closing is None:
        return None
    front = _fenced(source, opening[1], opening.end(), *closing.span("fence"))
    named = front is not None and any(KNOWN_KEY.match(value.key) for value in front.values)
    return front if named else None


def _fenced(source: str, fence: str, start: int, end: int, body: int) -> FrontMatter | None:
    name = "YAML" if fence == "---" else "TOML"
    notices: list[Notice] = []
    try:
        if fence == "---":
            scalars, notices = _yaml(source, start, end)
        else:
            from textlint.readers.toml_values import toml_scalars

            scalars = toml_scalars(source, start, end)
    except UnreadableError as error:
        return _broken(source, Span(start, end), body, f"{name}: {error}", error.offset)
    return front_matter_of(body, scalars, notices)


def _unclosed(source: str, fence: str, start: int) -> FrontMatter | None:
    """Take the lines up to the first blank one, if each of them is one of front matter."""
    blank = _BLANK_LINE.search(source, start)
    end = blank.start() if blank is not None else len(source)
    if end - start > LONGEST_UNCLOSED:
        return None
    scalars, others = _simple_lines(source, Span(start, end))
    if others or not any(KNOWN_KEY.match(scalar.key) for scalar in scalars):
        return None
    scalars = [scalar for scalar in scalars if scalar.value]
    message = (
        f'The front matter is never closed with "{fence}": it was read up to the first blank line.'
    )
    return front_matter_of(end, scalars, [Notice(Span(start, start), message)])


def _yaml(source: str, start: int, end: int) -> tuple[list[Scalar], list[Notice]]:
    simple = simple_yaml_scalars(source, start, end)
    if simple:
        return simple, []
    from textlint.readers.yaml_values import yaml_scalars

    return yaml_scalars(source, start, end)


def _json(source: str, begin: int) -> FrontMatter | None:
    from textlint.readers.json_values import json_scalars

    try:
        scalars, after = json_scalars(source, begin, len(source))
        rest = _REST_OF_LINE.match(source, after)
        if rest is not None:
            return front_matter_of(rest.end(), scalars, [])
        error = UnreadableError("text follows the closing brace", after)
    except UnreadableError as rejected:
        error = rejected
    closing = _JSON_CLOSING.search(source, begin)
    if closing is None:
        return None
    inside = Span(begin + 1, closing.start())
    return _broken(source, inside, closing.end(), f"JSON: {error}", error.offset)


def front_matter_of(body: int, scalars: Iterable[Scalar], notices: list[Notice]) -> FrontMatter:
    front = FrontMatter(body, notices=notices)
    for scalar in scalars:
        span = Span(scalar.start, scalar.end)
        front.values.append(MetaValue(scalar.key, scalar.value, span))
        if scalar.is_text and scalar.value:
            front.blocks.append(scalar.block_at(span))
    return front


def _broken(source: str, inside: Span, body: int, problem: str, offset: int) -> FrontMatter | None:
    """Return what can be had of a block that no parser takes; None if it is rather prose."""
    scalars, others = _simple_lines(source, inside)
    if len(scalars) <= others:
        return None
    place = min(offset, len(source))
    message = f"The front matter cannot be read as {problem}. Only its simple lines were taken."
    scalars = [scalar for scalar in scalars if scalar.value]
    return front_matter_of(body, scalars, [Notice(Span(place, place), message)])


def _simple_lines(source: str, inside: Span) -> tuple[list[Scalar], int]:
    """Return the keys of the lines in a span, with simple values, and how many lines are others.

    A key whose value is not simple has an empty one.
    """
    scalars: list[Scalar] = []
    others = 0
    for line in _LINE.finditer(source, inside.start, inside.end):
        text = line.group()
        match = _KEY_LINE.match(text)
        if match is not None:
            scalars.append(_line_scalar(match, line.start()))
        elif text.strip() and text[0] not in " \t-#]}[":
            others += 1
    return scalars, others


def _line_scalar(match: re.Match[str], offset: int) -> Scalar:
    value = match["value"] or ""
    if value[:1] in tuple("{[]}&*!|>"):
        value = ""
    start, end = match.span("value") if value else (match.end("key"), match.end("key"))
    quoted = _QUOTED.match(value)
    inner = start
    if quoted is not None:
        value, inner = quoted[2], start + 1
    pieces = [(value, offset + inner, offset + inner + len(value))]
    key = match["key"].strip("\"'").lower()
    text = quoted is not None or is_text(value)
    return Scalar(key, value, offset + start, offset + end, pieces, text)
