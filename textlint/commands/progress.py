"""How far a long check has come: one line on the terminal that is wiped out in the end."""

from __future__ import annotations

import sys
import time
from typing import TextIO

from textlint.commands.streams import is_terminal, width_of
from textlint.escaping import visible

_QUIET_AT_FIRST = 1.5  # seconds: a short run shows nothing
_BETWEEN = 0.1  # seconds
_WIPE = "\r\x1b[2K"


class ProgressLine:
    """Writes "120 of 4000 content/a.md" over itself; nothing at all when `stream` is no terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._active = is_terminal(self._stream)
        self._next = time.monotonic() + _QUIET_AT_FIRST
        self._is_shown = False

    def __call__(self, done: int, total: int, path: str) -> None:
        if not self._active or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _BETWEEN
        line = visible(f"{done} of {total} {path}")[: width_of(self._stream) - 1]
        self._write(_WIPE + line)
        self._is_shown = True

    def clear(self) -> None:
        """Take the line away, so that what follows starts on an empty one."""
        if self._is_shown:
            self._write(_WIPE)
            self._is_shown = False

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:
            self._active = False
