"""Colours of a terminal (ECMA-48 SGR sequences), or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from textlint.model import Severity

Style = Literal["error", "warning", "note", "path", "rule", "fixable", "dim"]
Paint = Callable[[str, Style], str]

_CODES: dict[Style, str] = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "path": "1",
    "rule": "36",
    "fixable": "32",
    "dim": "2",
}
STYLE_OF: dict[Severity, Style] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}


def painter(color: bool) -> Paint:
    """Return a function that puts a style on a text, or leaves it alone when there is no colour."""
    return _paint if color else _leave


def _paint(text: str, style: Style) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if text else text


def _leave(text: str, style: Style) -> str:
    return text
