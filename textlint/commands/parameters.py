"""Kinds of values on the command line: one of a few words, comma lists, outputs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from textlint.spelling import nearest

STDOUT = "-"


def one_of(*words: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """Return a callback that takes one of `words` and answers a wrong one with the nearest."""

    def check(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        if value is not None and value not in words:
            hint = nearest(value, words) or f"; it is one of {', '.join(words)}"
            raise click.BadParameter(f'it cannot be "{value}"{hint}', ctx, param)
        return value

    return check


def offered(*words: str) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """Return what completes an argument that is `one_of` some words."""
    return lambda ctx, param, begun: [word for word in words if word.startswith(begun)]


def split_names(
    ctx: click.Context, param: click.Parameter, values: Sequence[str]
) -> tuple[str, ...]:
    """Return the names of a repeatable option whose values are comma lists."""
    names = tuple(name.strip() for value in values for name in value.split(",") if name.strip())
    if values and not names:
        raise click.BadParameter("it names nothing", ctx, param)
    return names


class Output(NamedTuple):
    """A report that is asked for: its format and its file, None for standard output."""

    format: str
    file: Path | None = None


def split_outputs(
    ctx: click.Context, param: click.Parameter, values: Sequence[str]
) -> tuple[Output, ...]:
    """Return the outputs that are written as `FORMAT` or `FORMAT=FILE`."""
    outputs = []
    for value in values:
        name, equals, file = value.partition("=")
        if equals and not file:
            raise click.BadParameter(f'there is no file name after "{value}"', ctx, param)
        outputs.append(Output(name, to_path(file)))
    return tuple(outputs)


def to_path(file: str) -> Path | None:
    """Return the path of an output file, None for the names of standard output."""
    return None if file in ("", STDOUT) else Path(file)
