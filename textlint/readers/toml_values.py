"""The scalars of a TOML document with their places: tomllib judges and decodes, a scanner locates."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from textlint.lazy import lazy_pattern
from textlint.readers.scalars import MAX_KEY, Scalar, UnreadableError, decoded_pieces, pieces_of

MAX_CHARACTERS = 64 * 1024

_TOKEN = lazy_pattern(
    r'''(?P<space>[ \t]+)|(?P<comment>\#[^\r\n]*)|(?P<newline>\r\n|\n|\r)
    |(?P<long>"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}|\'\'\'(?:[^\']|\'(?!\'\'))*+\'{3,5})
    |(?P<string>"(?:[^"\\\r\n]|\\.)*+"|'[^'\r\n]*+')
    |(?P<bare>\d{4}-\d\d-\d\d[ ]\d\d:\d\d[^\s,\]}\#]*|[^\s=,\[\]{}\#"'.]+(?:[.:][^\s=,\[\]{}\#"'.]+)*)
    |(?P<mark>[=,\[\]{}.])''',
    re.VERBOSE | re.DOTALL,
)
_BASIC_ESCAPE = lazy_pattern(
    r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[ \t]*(?:\r\n|\n)[ \t\r\n]*|.)|\r\n"
)
_LITERAL_ESCAPE = lazy_pattern(r"\r\n")
_PLACE = lazy_pattern(r"\(at line (\d+), column (\d+)\)")


def toml_scalars(source: str, start: int, end: int) -> list[Scalar]:
    """Return the scalars of the TOML text `source[start:end]`, in order of place.

    Raises `UnreadableError` where the text is no TOML or too long.
    """
    if end - start > MAX_CHARACTERS:
        raise UnreadableError(f"longer than {MAX_CHARACTERS:,} characters", start)
    text = source[start:end]
    try:
        tomllib.loads(text)
    except ValueError as error:  # TOMLDecodeError, or a number of more digits than int() takes
        raise UnreadableError(
            _PLACE.sub("", str(error)).strip(), start + _offset(text, error)
        ) from None
    except RecursionError:
        raise UnreadableError("nested too deeply", start) from None
    return list(_Scanner(source, start, end).scalars())


def _offset(text: str, error: ValueError) -> int:
    place = _PLACE.search(str(error))
    if place is None:  # "at end of document"
        return len(text)
    # tomllib reads "\r\n" as "\n", so its columns hold and its lines are counted by "\n".
    lines = text.split("\n")
    line = min(int(place[1]), len(lines)) - 1
    return sum(len(before) + 1 for before in lines[:line]) + min(
        int(place[2]) - 1, len(lines[line])
    )


class _Scanner:
    """Walks over the tokens of valid TOML and keeps the path of the value it is at."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self.tokens = [m for m in _TOKEN.finditer(source, start, end) if m.lastgroup not in _SILENT]

    def scalars(self) -> Iterator[Scalar]:
        table = ""
        path = ""
        key: list[str] = []
        brackets: list[tuple[str, str]] = []  # open arrays and inline tables with their path
        in_value = False
        for token in self.tokens:
            text, group = token.group(), token.lastgroup
            inline_table = bool(brackets) and brackets[-1][0] == "{"
            if group == "newline":
                if not brackets:
                    if not in_value and key:  # a table header ends here
                        table = _join("", key)
                    key, in_value = [], False
            elif group == "mark":
                if text == "=":
                    path = _join(brackets[-1][1] if brackets else table, key)
                    key, in_value = [], True
                elif text in "[{" and in_value:
                    brackets.append((text, path))
                    in_value = text == "["
                elif text in "]}" and brackets:
                    path = brackets.pop()[1]
                    in_value = True
                elif text == ",":
                    in_value = not inline_table
            elif in_value:
                yield _scalar(self.source, path, token)
            else:
                key.append(_key(token))


_SILENT = frozenset({"space", "comment"})


def _join(parent: str, key: list[str]) -> str:
    name = ".".join(key)[:MAX_KEY].lower()
    return f"{parent}.{name}" if parent else name


def _key(token: re.Match[str]) -> str:
    if token.lastgroup == "string":
        return _decoded(token.group())
    return token.group()


def _decoded(literal: str) -> str:
    """Return the value of a string literal that tomllib has accepted as part of the whole."""
    value = tomllib.loads(f"v = {literal}")["v"]
    return value if isinstance(value, str) else literal


def _scalar(source: str, path: str, token: re.Match[str]) -> Scalar:
    start, end = token.span()
    text = token.group()
    if token.lastgroup == "bare":
        return Scalar(path, text, start, end, [(text, start, end)], False)
    value = _decoded(text)
    quotes = 3 if token.lastgroup == "long" else 1
    begin = start + quotes
    if quotes == 3:  # a line break right after the opening quotes is not part of the value
        first = lazy_pattern(r"\r?\n").match(source, begin)
        begin = first.end() if first else begin
    escape = _BASIC_ESCAPE if text[0] == '"' else _LITERAL_ESCAPE
    pieces = decoded_pieces(source, begin, end - quotes, escape, _unescape)
    pieces = pieces_of(value, pieces, start, end)
    return Scalar(path, value, start, end, pieces, True)


def _unescape(match: re.Match[str]) -> str:
    text = match.group()
    if text == "\r\n":
        return "\n"
    if text[1] in " \t\r\n":
        return ""
    return _decoded(f'"{text}"')
