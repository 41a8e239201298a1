"""Values and patterns that are made when they are first asked for."""

import copy
import re

import pytest

from textlint import kept
from textlint.lazy import lazy, lazy_pattern


class Counter:
    def __init__(self) -> None:
        self.calls = 0

    @lazy
    def value(self) -> int:
        """What was counted."""
        self.calls += 1
        return self.calls


def test_a_value_is_computed_once_and_for_each_object() -> None:
    one, other = Counter(), Counter()
    assert one.calls == 0
    assert (one.value, one.value, other.value) == (1, 1, 1)
    assert one.calls == 1
    assert Counter.value.__doc__ == "What was counted."


def test_a_pattern_is_compiled_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def compile_and_note(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return re.compile(pattern, flags)

    monkeypatch.setattr(kept, "compiled", compile_and_note)
    pattern = lazy_pattern("a(b)?", re.IGNORECASE)
    assert pattern.pattern == "a(b)?"
    assert compiled == []
    assert pattern.findall("AB a") == ["B", ""]
    assert compiled == ["a(b)?"]
    assert pattern.sub("x", "ab", count=1) == "x"
    assert (pattern.groups, pattern.flags & re.IGNORECASE) == (1, re.IGNORECASE)
    assert pattern.search("b") is None
    assert repr(pattern) == "lazy_pattern('a(b)?')"


def test_a_pattern_that_was_not_used_can_be_copied() -> None:
    assert copy.copy(lazy_pattern("a+")).fullmatch("aa") is not None
