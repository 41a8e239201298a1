"""`textlint baseline`: accept what is there now, so that a check reports only what is new."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Unpack

import click

from textlint.commands.help_sections import SectionedCommand
from textlint.commands.parameters import STDOUT
from textlint.commands.scanning import Scan, ScanOptions, scan_options
from textlint.commands.status import CLEAN, INCOMPLETE, INTERRUPTED


@click.command("baseline", cls=SectionedCommand)
@click.option(
    "--baseline",
    "baseline_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file to write. The default is the one of the configuration, or textlint-baseline.json.",
)
@click.option("--prune", is_flag=True, help="Only take out what is gone; accept nothing new.")
@scan_options
def command(*, baseline_file: Path | None, prune: bool, **options: Unpack[ScanOptions]) -> int:
    """Write down the findings of today, so that a check reports only new ones.

    PATHS are files and folders, by default the working directory. What the file says about other
    files stays; entries whose findings are gone are taken out. Give the options that your checks use.
    """
    if STDOUT in options["paths"]:
        raise click.UsageError("a baseline is made of files, not of standard input")
    scan = Scan.prepared(**options)
    scan.refuse_missing_paths()
    return write_baseline(scan, baseline_file, prune=prune)


def write_baseline(scan: Scan, file: Path | None = None, *, prune: bool = False) -> int:
    """Bring the baseline of a scan up to date, say what changed in it, and return the exit status."""
    from textlint import baseline as baselines
    from textlint.commands.accepted import baseline_path, load_baseline
    from textlint.commands.outputs import check_writable
    from textlint.commands.streams import notice, write_stdout
    from textlint.config_search import FILE_NAME
    from textlint.escaping import shown_path, visible
    from textlint.files import why, write_atomically
    from textlint.report.wording import counted

    cwd, config = scan.cwd, scan.config
    path = baseline_path(file, scan) or config.root / baselines.FILE_NAME
    name = shown_path(path, cwd)
    if os.path.lexists(path):
        old = load_baseline(path, cwd)
    elif prune:
        raise click.ClickException(f"there is no baseline {name} to prune")
    else:
        old = baselines.Baseline(path.parent.absolute())
    check_writable(path, name)
    run = scan.run()
    if run.interrupted:
        notice("textlint: interrupted; the baseline was not written")
        return INTERRUPTED
    update = baselines.pruned if prune else baselines.accepting
    new = update(old, run, cwd, all_compared=scan.compares_all_of(old.folder))
    try:
        write_atomically(path, baselines.render(new).encode())
    except OSError as error:
        raise click.ClickException(f"cannot write {name}: {why(error)}") from None
    for problem in run.problems:
        notice(f"textlint: {problem.message}")
    before, after = old.entries, new.entries
    counts = f"{counted(new.size, 'accepted finding')}, {len(after - before):,} added, "
    write_stdout(f"{visible(name)}: {counts}{len(before - after):,} taken out\n")
    if config.baseline is None and not prune:
        line = f'baseline = "{visible(shown_path(path, config.root))}"'
        where = FILE_NAME if config.path is None else visible(shown_path(config.path, cwd))
        write_stdout(f"Put `{line}` at the top of {where}, and every check uses it.\n")
    return INCOMPLETE if run.problems else CLEAN
