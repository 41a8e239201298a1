"""Where this system keeps what can be made again, and the keys under which it is found."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import NamedTuple


def default_folder() -> Path | None:
    """Return the folder in which this system keeps a program's cache; None without a home."""
    try:
        return _cache_folder() / "textlint"
    except RuntimeError:  # the user has no home folder
        return None


def _cache_folder() -> Path:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base)


class Content(NamedTuple):
    """What stands for a file's content: its size in bytes and its key."""

    size: int
    key: bytes

    @classmethod
    def of(cls, data: bytes) -> Content:
        return cls(len(data), content_key(data))


def content_key(data: bytes) -> bytes:
    """Return the 16 bytes that stand for a file's content."""
    return hashlib.blake2b(data, digest_size=16).digest()


def maker_key(*parts: str) -> bytes:
    """Return the key of what makes a fingerprint: versions, rule, options, reader."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).digest()
