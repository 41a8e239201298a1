"""Which configuration file counts: the nearest one, and none above the top of a repository."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE_NAME = "textlint.toml"
PYPROJECT = "pyproject.toml"
PYPROJECT_TABLE = ("tool", "textlint")

_REPOSITORY_MARKS = (".git", ".hg")


def find_config(cwd: Path) -> Path | None:
    """Return the configuration file that is nearest to `cwd`: in it or in the closest parent.

    In one directory `textlint.toml` goes before `pyproject.toml`, which counts only if it holds
    `[tool.textlint]`. The search ends at the top of the repository: what lies above is not part of
    a checkout, and a run would give something else there than in CI.
    """
    for directory in (cwd, *cwd.parents):
        try:
            own = directory / FILE_NAME
            if own.is_file():
                return own
            pyproject = directory / PYPROJECT
            if pyproject.is_file() and _mentions_textlint(pyproject):
                return pyproject
            if any((directory / mark).exists() for mark in _REPOSITORY_MARKS):
                return None
        except PermissionError:  # a folder above that is not ours to look into
            return None
    return None


def _mentions_textlint(pyproject: Path) -> bool:
    text = pyproject.read_bytes()
    if b"textlint" not in text:  # somebody else's file: not even its syntax concerns us
        return False
    import tomllib

    try:
        tools = table_of(tomllib.loads(text.decode()), PYPROJECT_TABLE[:1])
        return tools is not None and PYPROJECT_TABLE[1] in tools
    except (ValueError, RecursionError):
        return b"tool.textlint" in text  # ours: reading it will say what is wrong, with the line


def table_of(data: Mapping[str, Any], keys: tuple[str, ...]) -> Mapping[str, Any] | None:
    """Return the table at `keys` of parsed data, None where there is none."""
    table: Any = data
    for key in keys:
        if not isinstance(table, dict) or key not in table:
            return None
        table = table[key]
    return table if isinstance(table, dict) else None
