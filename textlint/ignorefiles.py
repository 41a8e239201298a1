"""Ignore files: `.gitignore`, `.ignore` and `.textlintignore`, nested, with git's own pattern rules."""

from __future__ import annotations

import os
import re
import stat
import warnings
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

GITIGNORE = ".gitignore"
SEARCH_IGNORE = ".ignore"
OWN_IGNORE = ".textlintignore"

# A larger file is no list of patterns, whatever its name says.
_MAX_BYTES = 1 << 20


def compile_patterns(lines: Iterable[str]) -> GitIgnoreSpec:
    """Return the patterns of `lines`; as in git, a line that is no pattern matches nothing."""
    from pathspec import GitIgnoreSpec

    patterns: list[Any] = []
    for line in lines:
        try:
            patterns.extend(compile_pattern(line).patterns)
        except ValueError:
            continue
    return GitIgnoreSpec(patterns)


def compile_pattern(line: str) -> GitIgnoreSpec:
    """Return one pattern; raise `ValueError` for a line that is none, such as `[z-a]` or a lone `!`."""
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # of sets that a later Python may read anew
        try:
            return GitIgnoreSpec.from_lines([line])
        except re.error as error:  # pathspec hands some ranges to `re` as they are
            raise ValueError(str(error)) from None


def verdict(spec: GitIgnoreSpec, path: str) -> bool | None:
    """Return True for ignored, False for taken back by a `!` pattern, None for not mentioned.

    `path` is relative to the folder of the patterns, with '/'; a folder's ends with '/'.
    """
    return spec.check_file(path).include


class IgnoreRules:
    """Decides by the ignore files of a path's own folder and of the folders above it up to a top.

    The nearest folder that mentions a path decides; within one folder a later name of `names` does.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._specs = lru_cache(maxsize=None)(self._read_specs)
        self._chain = lru_cache(maxsize=None)(self._read_chain)

    def ignores(self, path: str, *, folder: bool, top: str) -> bool:
        """Whether the absolute `path` is ignored, by the files from `top` down to its own folder."""
        for base, specs in self._chain(os.path.dirname(path), top):
            relative = path[len(base) :].lstrip(os.sep).replace(os.sep, "/")
            if folder:
                relative += "/"
            for spec in specs:
                answer = verdict(spec, relative)
                if answer is not None:
                    return answer
        return False

    def _read_chain(self, folder: str, top: str) -> list[tuple[str, list[GitIgnoreSpec]]]:
        """Return the folders that have patterns, nearest first, each with its strongest file first."""
        chain = []
        while True:
            specs = self._specs(folder)
            if specs:
                chain.append((folder, specs))
            parent = os.path.dirname(folder)
            if folder in (top, parent):
                return chain
            folder = parent

    def _read_specs(self, folder: str) -> list[GitIgnoreSpec]:
        texts = (_read_lines(os.path.join(folder, name)) for name in reversed(self._names))
        return [compile_patterns(lines) for lines in texts if lines]


def top_of(folder: str, fallback: str) -> str:
    """Return the nearest folder from `folder` upwards that holds `.git`, else `fallback`.

    What stands above it, a home directory's ignore files say, does not reach into a project.
    """
    current = folder
    while True:
        if os.path.lexists(os.path.join(current, ".git")):
            return current
        parent = os.path.dirname(current)
        if parent == current:
            return fallback
        current = parent


def _read_lines(path: str) -> list[str]:
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MAX_BYTES:
            return []
        data = Path(path).read_bytes()
    except (OSError, ValueError):
        return []
    return os.fsdecode(data.removeprefix(b"\xef\xbb\xbf")).split("\n")
