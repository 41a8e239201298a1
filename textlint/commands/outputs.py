"""Rendering a finished run in every format that was asked for, and writing it where it belongs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from textlint.commands.parameters import STDOUT, Output, to_path
from textlint.commands.streams import notice, wants_color, width_of, write_stdout
from textlint.engine import say
from textlint.files import why, write_atomically
from textlint.report import Reporter, ReportOptions, Run
from textlint.report.formats import BUILT_IN, find_reporter
from textlint.spelling import nearest

FOR_PEOPLE = frozenset({"text", "concise"})


class Target(NamedTuple):
    """A reporter and its file, None for standard output."""

    reporter: Reporter
    file: Path | None


def targets(
    format_name: str | None,
    file: str | None,
    outputs: Sequence[Output],
    of_plugins: Sequence[Reporter],
) -> list[Target]:
    """Return what to write where; raise `click.UsageError` for what cannot be, before any work.

    Files are checked here as far as it goes without writing: nobody should learn after an hour that
    the folder for the report does not exist.
    """
    if outputs and (format_name is not None or file is not None):
        raise click.UsageError("--output says both format and file: leave --format and -o out")
    asked = list(outputs) or [Output(format_name or "text", to_path(file or STDOUT))]
    if sum(output.file is None for output in asked) > 1:
        names = " and ".join(output.format for output in asked if output.file is None)
        raise click.UsageError(f"{names} cannot both go to standard output: give one a file")
    found = []
    written: set[str] = set()
    for output in asked:
        reporter = find_reporter(output.format, of_plugins)
        if reporter is None:
            known = [*BUILT_IN, *(reporter.name for reporter in of_plugins)]
            hint = nearest(output.format, known) or f"; the formats are {', '.join(known)}"
            raise click.UsageError(f'there is no format "{output.format}"{hint}')
        if output.file is not None:
            real = os.path.realpath(output.file)
            if real in written:
                raise click.UsageError(f"{output.file} is named for two outputs")
            written.add(real)
            check_writable(output.file, str(output.file))
        found.append(Target(reporter, output.file))
    return found


def check_writable(file: Path, shown: str) -> None:
    """Raise `click.UsageError` when a file cannot be written; `shown` is its name in the message."""
    try:
        reason = _why_not_writable(file, Path(shown).parent)
    except OSError as error:
        reason = why(error)
    if reason:
        raise click.UsageError(f"cannot write {shown}: {reason}")


def _why_not_writable(file: Path, folder: Path) -> str:
    if file.is_dir():
        return "it is a folder"
    if not file.parent.is_dir():
        return f"there is no folder {folder}"
    # A file is replaced by a new one beside it; a device is written to as it is.
    replaced = file.is_file() or not file.exists()
    return "" if os.access(file.parent if replaced else file, os.W_OK) else "permission denied"


def write_all(run: Run, wanted: Sequence[Target], options: ReportOptions) -> bool:
    """Write every report; say whether all of them were written.

    One that fails does not keep the others from being written, and when none is, the findings go to
    standard output as text: they must not be lost.
    """
    written = [_write(run, target, options) for target in wanted]
    if not any(written) and sys.stdout is not None:
        text = find_reporter("text", ())
        assert text is not None
        _write(run, Target(text, None), options)
    if not any(t.file is None and t.reporter.name in FOR_PEOPLE for t in wanted):
        tell_problems(run)  # a report for people says them itself
    return all(written)


def tell_problems(run: Run) -> None:
    """Say on standard error what kept the run from being complete."""
    for problem in run.problems:
        notice(f"textlint: {problem.message}")


def _write(run: Run, target: Target, options: ReportOptions) -> bool:
    name = target.reporter.name
    if target.file is None:
        options = options._replace(color=wants_color(sys.stdout), width=width_of(sys.stdout))
    try:
        text = target.reporter.render(run, options)
        notices = target.reporter.notices(run, text)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # of a plugin, or our own: the other reports are still written
        notice(f"textlint: format {name} failed: {say(error)}")
        return False
    for line in notices:
        notice(f"textlint: {line}")
    try:
        if target.file is None:
            write_stdout(text)
        else:
            write_atomically(target.file, text.encode())
    except BrokenPipeError:
        return True  # whoever read our output has seen enough (`| head`)
    except OSError as error:
        where = "standard output" if target.file is None else str(target.file)
        notice(f"textlint: cannot write {where}: {error.strerror or error}")
        return False
    return True
