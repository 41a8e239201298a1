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
    "---": lazy_pattern(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"),
    "+++": lazy_pattern(r"(?:(?<=\n)|(?<=\r))\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)"),
}
_JSON_OPENING = lazy_pattern(r'\{\s*(?:"|\})')
_JSON_CLOSING = lazy_pattern(r"(?:(?<=\n)|(?<=\r))\}[ \t]*(?:\r\n|\n|\r|\Z)")
_REST_OF_LINE = lazy_pattern(r"[ \t]*(?:\r\n|\n|\r|\Z)")

_LINE = lazy_pattern(r"[^\r\n]+")
_KEY_LINE = lazy_pattern(
    r"""[ \t]*(?P<key>["']?[A-Za-z_][\w.\-]*["']?)[ \t]*[:=](?:[ \t]+(?P<value>.*?))?[ \t,]*\Z"""
)
_QUOTED = lazy_pattern(r"""(["'])(.*)\1\Z""")


@dataclass
class FrontMatter:
    """What stands before the body; `end` is where the body begins (0: there is none)."""

    end: int = 0
    values: list[MetaValue] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def read_front_matter(source: str) -> FrontMatter:
    """Split the front matter off `source`: YAML, TOML or JSON at the very start, if there is any.

    A first block that is no mapping of keys to values is prose between two thematic breaks and stays
    in the body. A block that was meant to be a mapping and is broken becomes a notice, and its
    simple `key: value` lines are taken.
    """
    opening = _OPENING.match(source)
    if opening is not None:
        closing = _CLOSING[opening[1]].search(source, opening.end())
        if closing is None:
            return FrontMatter()
        start, end, body = opening.end(), closing.start(), closing.end()
        return _fenced(source, opening[1], start, end, body)
    if _JSON_OPENING.match(source):
        return _json(source)
    return FrontMatter()


def _fenced(source: str, fence: str, start: int, end: int, body: int) -> FrontMatter:
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


def _yaml(source: str, start: int, end: int) -> tuple[list[Scalar], list[Notice]]:
    simple = simple_yaml_scalars(source, start, end)
    if simple:
        return simple, []
    from textlint.readers.yaml_values import yaml_scalars

    return yaml_scalars(source, start, end)


def _json(source: str) -> FrontMatter:
    from textlint.readers.json_values import json_scalars

    try:
        scalars, after = json_scalars(source, 0, len(source))
        rest = _REST_OF_LINE.match(source, after)
        if rest is not None:
            return front_matter_of(rest.end(), scalars, [])
        error = UnreadableError("text follows the closing brace", after)
    except UnreadableError as rejected:
        error = rejected
    closing = _JSON_CLOSING.search(source)
    if closing is None:
        return FrontMatter()
    inside = Span(1, closing.start())
    return _broken(source, inside, closing.end(), f"JSON: {error}", error.offset)


def front_matter_of(body: int, scalars: Iterable[Scalar], notices: list[Notice]) -> FrontMatter:
    front = FrontMatter(body, notices=notices)
    for scalar in scalars:
        front.values.append(scalar.meta_value)
        if scalar.is_text and scalar.value:
            front.blocks.append(scalar.block)
    return front


def _broken(source: str, inside: Span, body: int, problem: str, offset: int) -> FrontMatter:
    """Return what can be had of a block that no parser takes; nothing if it is rather prose."""
    scalars: list[Scalar] = []
    keys = others = 0
    for line in _LINE.finditer(source, inside.start, inside.end):
        text = line.group()
        match = _KEY_LINE.match(text)
        if match is not None:
            keys += 1
            if match["value"] and match["value"][0] not in "{[]}&*!|>":
                scalars.append(_line_scalar(match, line.start()))
        elif text.strip() and text[0] not in " \t-#]}[":
            others += 1
    if keys <= others:
        return FrontMatter()
    place = min(offset, len(source))
    message = f"The front matter cannot be read as {problem}. Only its simple lines were taken."
    return front_matter_of(body, scalars, [Notice(Span(place, place), message)])


def _line_scalar(match: re.Match[str], offset: int) -> Scalar:
    start, end = match.span("value")
    value = match["value"]
    quoted = _QUOTED.match(value)
    inner = start
    if quoted is not None:
        value, inner = quoted[2], start + 1
    pieces = [(value, offset + inner, offset + inner + len(value))]
    key = match["key"].strip("\"'").lower()
    text = quoted is not None or is_text(value)
    return Scalar(key, value, offset + start, offset + end, pieces, text)
