"""What is computed when it is first asked for, and kept: values of objects, compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, cast, overload

from textlint import kept

T = TypeVar("T")
_set = object.__setattr__  # works for frozen classes, too


class lazy(Generic[T]):  # noqa: N801 - used like `property`
    """`functools.cached_property` without its lock, which costs more than most values it guards.

    (Python 3.12 took the lock out, too.) The value becomes an attribute of the object, where
    Python looks first from then on.
    """

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> Self | T:
        if instance is None:
            return self
        value = self._compute(instance)
        # Not into `instance.__dict__`: asked for, it is made, and takes more room than the attributes.
        _set(instance, self._name, value)
        return value


_OPERATIONS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _LazyPattern:
    """Stands for a compiled pattern; has its methods as attributes once the first was asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __repr__(self) -> str:
        return f"lazy_pattern({self.pattern!r})"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copying and pickling look for
            raise AttributeError(name)
        compiled = kept.compiled(self.pattern, self._flags)
        for operation in _OPERATIONS:
            setattr(self, operation, getattr(compiled, operation))
        return getattr(compiled, name)


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, but compile it only when it is first used.

    Most patterns of most rules are never needed for the few files of one commit, and a large one
    takes ten milliseconds. It is no `re.Pattern` for `isinstance` or for `re.sub(pattern, …)`; a
    mistake in it shows when it is first used, which the examples of a rule do.
    """
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))
