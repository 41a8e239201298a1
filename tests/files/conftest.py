"""A folder to write small trees into, and the search over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from textlint.files import FileSettings, Found, find_files

SETTINGS = FileSettings(suffixes=frozenset({".md", ".txt"}))

Tree = Callable[[Mapping[str, str | bytes]], Path]
Search = Callable[..., Found]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Write files below a temporary folder and return it."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return write


@pytest.fixture
def search(tmp_path: Path) -> Search:
    """Find files below the temporary folder, seen from there."""

    def find(*paths: str, cwd: Path | None = None, **settings: Any) -> Found:
        return find_files(paths or (".",), SETTINGS._replace(**settings), cwd or tmp_path)

    return find
