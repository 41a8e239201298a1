"""From a table of a configuration file to a rule's frozen options dataclass, types checked."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Union, get_args, get_origin

from textlint.rule import Rule
from textlint.spelling import nearest


class OptionError(Exception):
    """A setting that the rule cannot take. `key` is the configuration key, None for the table."""

    def __init__(self, message: str, key: str | None = None) -> None:
        super().__init__(message)
        self.key = key


def option_keys(rule: Rule) -> tuple[str, ...]:
    """Return the configuration keys of a rule's options, in the order of its dataclass."""
    return tuple(_key(field.name) for field in dataclasses.fields(rule.options))


def make_options(rule: Rule, table: Mapping[str, object]) -> Any:
    """Return the rule's options with the values of `table`; raise `OptionError` for a wrong one."""
    hints = typing.get_type_hints(rule.options)
    names = {_key(field.name): field.name for field in dataclasses.fields(rule.options)}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in names:
            known = ("severity", *names)
            hint = nearest(key, known) or f"; it has {_listed(known)}"
            raise OptionError(f'rule {rule.id} has no option "{key}"{hint}', key)
        try:
            values[names[key]] = _convert(value, hints[names[key]])
        except TypeError as error:
            raise OptionError(f'"{key}" must be {error}, not {describe(value)}', key) from None
    try:
        return rule.options(**values)
    except ValueError as error:
        named = [key for key in table if names[key] in str(error) or key in str(error)]
        raise OptionError(str(error), named[0] if named else None) from None


def describe(value: object) -> str:
    """Return a value as a configuration file would show it, shortened, with its type in words."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'the text "{value[:40]}"'
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, Sequence):
        return "a list"
    return f"a {type(value).__name__}"


_SCALARS: Mapping[Any, tuple[tuple[type, ...], str]] = {
    bool: ((bool,), "true or false"),
    int: ((int,), "a whole number"),
    float: ((int, float), "a number"),
    str: ((str,), "a text"),
}


def _convert(value: object, hint: Any) -> Any:
    """Return `value` as type `hint`; raise `TypeError` whose text says what would be right."""
    if hint in _SCALARS:
        accepted, wanted = _SCALARS[hint]
        if not isinstance(value, accepted) or (isinstance(value, bool) and hint is not bool):
            raise TypeError(wanted)
        return hint(value)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        if value not in arguments or type(value) not in {type(a) for a in arguments}:
            raise TypeError("one of " + _listed(str(a) for a in arguments))
        return value
    if origin in (Union, types.UnionType):
        return _convert_union(value, arguments)
    if origin in (tuple, list, frozenset, set) and arguments[1:] in ((), (...,)):
        if not isinstance(value, list):
            raise TypeError("a list")
        try:
            return origin(_convert(item, arguments[0]) for item in value)
        except TypeError as error:
            raise TypeError(f"a list, each {error}") from None
    raise TypeError(f"set in code: a configuration file cannot express {hint}")


def _convert_union(value: object, alternatives: Sequence[Any]) -> Any:
    wanted = []
    for alternative in alternatives:
        if alternative is types.NoneType:
            continue  # None is the absence of the key
        try:
            return _convert(value, alternative)
        except TypeError as error:
            wanted.append(str(error))
    raise TypeError(" or ".join(wanted))


def _key(field_name: str) -> str:
    return field_name.replace("_", "-")


def _listed(names: typing.Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
