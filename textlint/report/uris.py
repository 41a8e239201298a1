"""Relative URI references for the files of a run, as code scanning matches them with its checkout."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from textlint.escaping import encodable
from textlint.report import FileReport

_DRIVE = re.compile(r"[A-Za-z]:(?=/)")


class Uris:
    """The URI of each path of a run: '/' separators, percent-encoded UTF-8, below the root.

    A file below a symbolic link is named by its real path. A file outside of the root has no URI
    that code scanning would take; it is named by its path without the steps out, and kept apart
    from a file inside that has the same name. `outside` lists such paths.
    """

    def __init__(self, files: Iterable[FileReport]) -> None:
        self.outside: list[str] = []
        self._uris: dict[str, str] = {}
        taken: set[str] = set()
        outside: list[FileReport] = []
        for file in files:
            leaves, segments = _below_root(file.real_path or file.path)
            if leaves:
                outside.append(file)
            else:
                self._uris[file.path] = _encoded(segments)
                taken.add(self._uris[file.path])
        named: dict[str, str] = {}
        for file in outside:
            self.outside.append(file.path)
            place = file.real_path or file.path
            segments = _below_root(place)[1]
            while place not in named and _encoded(segments) in taken:
                segments = ["outside", *segments]
            self._uris[file.path] = named.setdefault(place, _encoded(segments))
            taken.add(named[place])

    def __getitem__(self, path: str) -> str:
        """Return the URI of a path, also of one that is not among the files."""
        known = self._uris.get(path)
        return known if known is not None else _encoded(_below_root(path)[1])


def _below_root(path: str) -> tuple[bool, list[str]]:
    """Return whether a path leads out of the root, and its segments without '.' and '..'."""
    drive = _DRIVE.match(path)
    leaves = path.startswith("/") or drive is not None
    segments: list[str] = []
    for segment in path[drive.end() if drive else 0 :].split("/"):
        if segment == "..":
            leaves = leaves or not segments
            del segments[-1:]
        elif segment not in ("", "."):
            segments.append(segment)
    return leaves, segments


def _encoded(segments: list[str]) -> str:
    # Everything but letters, digits and "-._~" is encoded: also ":", which in a first segment would
    # read as a scheme, and a backslash, which on Linux is part of a name.
    return "/".join(quote(encodable(segment), safe="") for segment in segments) or "_"


def relative_path(file: FileReport) -> str:
    """Return a file's path below the root without './' and '..', its real one if it has another."""
    path = file.real_path or file.path
    return encodable("/".join(_below_root(path)[1])) or "_"
