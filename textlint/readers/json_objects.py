"""The members of one JSON object or array, each with its place: decoded in C, located as asked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json import JSONDecoder
from typing import Any, NamedTuple

from textlint.document import Block
from textlint.readers.json_values import string_pieces
from textlint.readers.scalars import Scalar, UnreadableError

HALF_PAIR = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\r\n]*")
# Not strict, since pasted texts hold tabs and line breaks.
_decode = JSONDecoder(strict=False).raw_decode


class Member(NamedTuple):
    """A member of an object (`key` is "" in an array): its value and `text[start:end]`, its place."""

    key: str
    value: Any
    start: int
    end: int


def decode(text: str, start: int) -> tuple[Any, int]:
    """Return the value that begins at `start` and the offset after it, or raise `UnreadableError`."""
    try:
        return _decode(text, start)
    except json.JSONDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:].removesuffix(" starting at")
        raise UnreadableError(message, error.pos) from None
    except StopIteration as error:
        raise UnreadableError("expecting value", error.value) from None
    except RecursionError:
        raise UnreadableError("nested too deeply", start) from None
    except ValueError:  # an integer of thousands of digits
        raise UnreadableError("a number that is too long", start) from None


def members(text: str, start: int) -> Iterator[Member]:
    """Yield the members of the object or array that begins at `start`, one by one.

    Raises `UnreadableError` at the first place that is not JSON.
    """
    closer = "}" if text[start] == "{" else "]"
    position = skip(text, start + 1)
    if text.startswith(closer, position):
        return
    while True:
        key = ""
        if closer == "}":
            if not text.startswith('"', position):
                raise UnreadableError("expecting a name in double quotes", position)
            key, position = decode(text, position)
            position = skip(text, position)
            if not text.startswith(":", position):
                raise UnreadableError("expecting a colon after the name", position)
            position = skip(text, position + 1)
        value, end = decode(text, position)
        yield Member(key, value, position, end)
        position = skip(text, end)
        if text.startswith(closer, position):
            return
        if not text.startswith(",", position):
            raise UnreadableError("expecting a comma or a closing bracket", position)
        position = skip(text, position + 1)


def skip(text: str, position: int) -> int:
    """Return the offset of the next character that is not white space."""
    match = _SPACE.match(text, position)
    return match.end() if match else position


def whole(value: str) -> str:
    """Return a string with U+FFFD for every half of a surrogate pair: no encoding can hold those."""
    return value if value.isascii() else HALF_PAIR.sub("\ufffd", value)


def located(source: str, value: str, start: int, end: int) -> Block:
    """Return a string's `whole` value as a block; `source[start:end]` is it with its quotes."""
    pieces = [(value, start, end)]
    if source.startswith('"', start):
        written: str = decode(source, start)[0]
        pieces = [(whole(t), a, b) for t, a, b in string_pieces(source, written, start, end)]
    return Scalar("", value, start, end, pieces, True).block


def escape(text: str) -> str | None:
    """Return `text` as it stands between the quotes of a JSON string."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return None
    return json.dumps(text, ensure_ascii=False)[1:-1]
