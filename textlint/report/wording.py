"""Small pieces of English that several reports need."""

from __future__ import annotations

from collections.abc import Sequence


def plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"


def joined(words: Sequence[str]) -> str:
    """Return 'a', 'a and b' or 'a, b and c'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def counted(count: int, noun: str) -> str:
    """Return '1 word' or '1,200 words'."""
    return f"{count:,} {plural(noun, count)}"
