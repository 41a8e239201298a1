"""A JSON scanner that knows where each value stands. It keeps its own stack."""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder

from textlint.lazy import lazy_pattern
from textlint.readers.scalars import (
    MAX_KEY,
    Piece,
    Scalar,
    UnreadableError,
    decoded_pieces,
    pieces_of,
)

MAX_DEPTH = 100  # a key path grows with the depth, so deeper objects would cost their depth squared

_SPACE = lazy_pattern(r"[ \t\r\n]*")
_LITERAL = lazy_pattern(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null")
_HIGH, _LOW = r"\\u[dD][89abAB][0-9a-fA-F]{2}", r"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = lazy_pattern(rf"{_HIGH}{_LOW}|\\u[0-9a-fA-F]{{4}}|\\.")
# Reads one string at an offset in C; not strict, since pasted texts hold tabs and line breaks.
_decode_string = JSONDecoder(strict=False).raw_decode


def json_scalars(source: str, start: int, end: int) -> tuple[list[Scalar], int]:
    """Read the JSON object that begins at `start`; return its scalars and the offset after it.

    Raises `UnreadableError` where the text is no JSON object.
    """
    scalars: list[Scalar] = []
    keys: list[str | None] = []  # one per open object or array: the key path it stands under
    closers: list[str] = []
    path = ""
    position = start
    expect_value = True
    while True:
        position = _skip(source, position, end)
        character = source[position : position + 1] if position < end else ""
        if expect_value and character and character in "{[":
            keys.append(path)
            closers.append("}" if character == "{" else "]")
            if len(closers) > MAX_DEPTH:
                raise UnreadableError(f"nested more than {MAX_DEPTH} levels deep", position)
            position = _skip(source, position + 1, end)
            if source.startswith(closers[-1], position, end):
                expect_value = False
                continue
        elif expect_value and closers:
            position = _scalar(source, position, end, path, scalars)
            expect_value = False
            continue
        elif closers and character == closers[-1]:
            closers.pop()
            path = keys.pop() or ""
            position += 1
            if not closers:
                return scalars, position
            continue
        elif closers and character == "," and not expect_value:
            position += 1
        else:
            raise UnreadableError(
                "expected a value, a comma or a closing bracket", min(position, end)
            )
        expect_value = True
        if closers[-1] == "}":
            path, position = _key(source, position, end, keys[-1] or "")
        else:
            path = keys[-1] or ""


def _skip(source: str, position: int, end: int) -> int:
    match = _SPACE.match(source, position, end)
    return match.end() if match else position


def _string(source: str, position: int, end: int) -> tuple[str, int]:
    if not source.startswith('"', position, end):
        raise UnreadableError("expected a string in double quotes", min(position, end))
    try:
        value, after = _decode_string(source, position)
    except JSONDecodeError as error:
        raise UnreadableError(error.msg, position) from None
    if after > end:
        raise UnreadableError("a string is never closed", position)
    return value, after


def _key(source: str, position: int, end: int, parent: str) -> tuple[str, int]:
    name, position = _string(source, _skip(source, position, end), end)
    position = _skip(source, position, end)
    if not source.startswith(":", position, end):
        raise UnreadableError("expected a colon after the key", min(position, end))
    name = name[:MAX_KEY].lower()
    return f"{parent}.{name}" if parent else name, position + 1


def _scalar(source: str, start: int, end: int, path: str, scalars: list[Scalar]) -> int:
    if source.startswith('"', start, end):
        value, after = _string(source, start, end)
        pieces = string_pieces(source, value, start, after)
        scalars.append(Scalar(path, value, start, after, pieces, True))
        return after
    match = _LITERAL.match(source, start, end)
    if match is None:
        raise UnreadableError("expected a value", min(start, end))
    text = match.group()
    scalars.append(Scalar(path, text, start, match.end(), [(text, start, match.end())], False))
    return match.end()


def string_pieces(source: str, value: str, start: int, end: int) -> list[Piece]:
    """Return the pieces of a string that is written as `source[start:end]`, quotes included."""
    pieces = decoded_pieces(source, start + 1, end - 1, _ESCAPE, _unescape)
    return pieces_of(value, pieces, start, end)


def _unescape(match: re.Match[str]) -> str:
    return str(_decode_string(f'"{match.group()}"')[0])
