"""Where in a TOML file a key or a list element stands.

`tomllib` gives values without their places. This scanner walks a text that `tomllib` has already
accepted, so it knows the grammar only as far as it is needed to tell keys, values and comments
apart; it runs only when there is an error to report.
"""

from __future__ import annotations

import re

from textlint.lazy import lazy_pattern

Path = tuple[str | int, ...]

_SPACE = lazy_pattern(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = lazy_pattern(r"[A-Za-z0-9_-]+")
_STRING = lazy_pattern(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR = lazy_pattern(r"[^,\]}#\r\n]*")


def line_of(text: str, path: Path) -> int | None:
    """Return the 1-based line of the key at `path`, or of its nearest parent that has a place.

    A path is what leads to the value in the parsed data: keys, and indexes of lists and of arrays
    of tables. None when not even its first key stands in the file.
    """
    places = _Scanner(text).places
    while path:
        if path in places:
            return text.count("\n", 0, places[path]) + 1
        path = path[:-1]
    return None


class _Scanner:
    """Walks a valid TOML text once and notes the offset at which every key and element begins."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._tables_seen: dict[Path, int] = {}
        self.places: dict[Path, int] = {}
        self._document()

    def _document(self) -> None:
        table: Path = ()
        while self._skip_space() < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        """Read `[a.b]` or `[[a.b]]` and return the path of the table it opens."""
        start = self._at
        is_array = self._text.startswith("[[", start)
        self._at += 2 if is_array else 1
        path: Path = ()
        keys = self._keys()
        for number, (key, _) in enumerate(keys, start=1):
            path = (*path, key)
            self.places.setdefault(path, start)
            if is_array and number == len(keys):
                self._tables_seen[path] = self._tables_seen.get(path, 0) + 1
            if path in self._tables_seen:
                path = (*path, self._tables_seen[path] - 1)
                self.places.setdefault(path, start)
        self._at += 2 if is_array else 1
        return path

    def _pair(self, table: Path) -> None:
        path = table
        for key, start in self._keys():
            path = (*path, key)
            self.places.setdefault(path, start)
        self._at += 1  # the equals sign
        self._value(path)

    def _keys(self) -> list[tuple[str, int]]:
        """Read a dotted key; return its parts and where each begins."""
        keys = []
        while True:
            start = self._skip_space()
            if bare := _BARE_KEY.match(self._text, start):
                keys.append((bare.group(), start))
                self._at = bare.end()
            else:
                import tomllib  # loaded already: it has accepted the text

                raw = self._string()
                keys.append((tomllib.loads(f"key = {raw}")["key"], start))
            if self._text[self._skip_space()] != ".":
                return keys
            self._at += 1

    def _value(self, path: Path) -> None:
        opening = self._text[self._skip_space()]
        if opening in "[{":
            self._at += 1
            self._items(path, closing="]" if opening == "[" else "}")
        elif opening in "\"'":
            self._string()
        else:
            scalar = _SCALAR.match(self._text, self._at)
            assert scalar is not None  # the pattern also matches nothing
            self._at = scalar.end()

    def _items(self, path: Path, closing: str) -> None:
        """Read the elements of a list or the pairs of an inline table, and its closing bracket."""
        index = 0
        while self._text[self._skip_space()] != closing:
            if self._text[self._at] == ",":
                self._at += 1
            elif closing == "}":
                self._pair(path)
            else:
                self.places[(*path, index)] = self._at
                self._value((*path, index))
                index += 1
        self._at += 1

    def _string(self) -> str:
        string = _STRING.match(self._text, self._at)
        assert string is not None  # tomllib has accepted the text
        self._at = string.end()
        return string.group()

    def _skip_space(self) -> int:
        space = _SPACE.match(self._text, self._at)
        assert space is not None  # the pattern also matches nothing
        self._at = space.end()
        return self._at
