"""Where the baseline of a scan lies, and what it says about the run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from textlint.commands.scanning import Scan
from textlint.commands.streams import notice
from textlint.escaping import shown_path
from textlint.report import Run
from textlint.report.wording import counted

if TYPE_CHECKING:  # most runs have no baseline and need not load its module
    from textlint.baseline import Baseline

_MOST_NAMED = 5  # files of stale entries


def baseline_path(given: Path | None, scan: Scan) -> Path | None:
    """Return the baseline that the command line names, else that of the configuration."""
    if given is not None:
        return scan.cwd / given
    config = scan.config
    return None if config.baseline is None else config.root / config.baseline


def load_baseline(path: Path, cwd: Path) -> Baseline:
    """Read a baseline; a broken one is an error of usage."""
    from textlint import baseline as baselines

    try:
        return baselines.load(path, shown_path(path, cwd))
    except FileNotFoundError:
        raise click.ClickException(
            f"there is no baseline {shown_path(path, cwd)}: `textlint baseline` writes one"
        ) from None
    except baselines.BaselineError as error:
        raise click.ClickException(str(error)) from None


def apply_baseline(baseline: Baseline, run: Run, scan: Scan) -> Run:
    """Return the run with the accepted findings set aside."""
    from textlint import baseline as baselines

    return baselines.apply(baseline, run, scan.cwd)


def tell_stale(baseline: Baseline, run: Run, scan: Scan) -> None:
    """Say which accepted findings are gone, as far as the run can know."""
    from textlint import baseline as baselines

    all_compared = scan.compares_all_of(baseline.folder)
    gone = baselines.stale(baseline, run, scan.cwd, all_compared=all_compared)
    if not gone or run.interrupted:
        return
    count = sum(map(len, gone.values()))
    named = [shown_path(baseline.folder / path, scan.cwd) for path in sorted(gone)[:_MOST_NAMED]]
    more = ", …" if len(gone) > _MOST_NAMED else ""
    verb = "is" if count == 1 else "are"
    notice(
        f"textlint: {counted(count, 'finding')} that the baseline accepts {verb} gone "
        f"({', '.join(named)}{more}): `textlint baseline --prune` takes {'it' if count == 1 else 'them'} out"
    )
