"""Where the baseline of a run lies, and what it says about the run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from textlint.commands.streams import notice
from textlint.config import Config
from textlint.report import Run
from textlint.report.wording import counted

if TYPE_CHECKING:  # most runs have no baseline and need not load its module
    from textlint.baseline import Baseline

_MOST_NAMED = 5  # files of stale entries


def baseline_path(given: Path | None, config: Config, cwd: Path) -> Path | None:
    """Return the baseline that the command line names (from `cwd`), else that of the configuration."""
    if given is not None:
        return cwd / given
    return None if config.baseline is None else config.root / config.baseline


def shown(path: Path, cwd: Path) -> str:
    """Return a path as messages show it: relative to the working directory."""
    return Path(os.path.relpath(path, cwd)).as_posix()


def load_baseline(path: Path, cwd: Path) -> Baseline:
    """Read a baseline; a broken one is an error of usage."""
    from textlint import baseline as baselines

    if not path.exists():
        raise click.ClickException(
            f"there is no baseline {shown(path, cwd)}: `textlint baseline` writes one"
        )
    try:
        return baselines.load(path, shown(path, cwd))
    except baselines.BaselineError as error:
        raise click.ClickException(str(error)) from None


def apply_baseline(baseline: Baseline, run: Run, cwd: Path, *, quiet: bool = False) -> Run:
    """Return the run with the accepted findings set aside; say which entries are stale."""
    from textlint import baseline as baselines

    gone = {} if quiet else baselines.stale(baseline, run, cwd)
    if gone and not run.interrupted:
        count = sum(map(len, gone.values()))
        named = ", ".join(sorted(gone)[:_MOST_NAMED]) + (", …" if len(gone) > _MOST_NAMED else "")
        notice(
            f"textlint: {counted(count, 'accepted finding')} of the baseline no longer there "
            f"({named}): `textlint baseline --prune` takes them out"
        )
    return baselines.apply(baseline, run, cwd)
