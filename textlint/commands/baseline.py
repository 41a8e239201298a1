"""`textlint baseline`: accept what is there now, so that a check reports only what is new."""

from __future__ import annotations

import os
from pathlib import Path

import click

from textlint.commands.parameters import STDOUT, one_of, split_names
from textlint.commands.status import CLEAN, INCOMPLETE, INTERRUPTED


@click.command("baseline")
@click.argument("paths", nargs=-1, type=str)
@click.option(
    "--baseline",
    "baseline_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file to write. The default is the one of the configuration, or textlint-baseline.json.",
)
@click.option("--prune", is_flag=True, help="Only take out what is gone; accept nothing new.")
@click.option(
    "--select",
    multiple=True,
    callback=split_names,
    metavar="NAMES",
    help="Accept only findings of these rules or families. Repeatable, comma lists.",
)
@click.option(
    "--profile",
    callback=one_of("default", "strict", "audit"),
    metavar="default|strict|audit",
    help="The profile that your checks use.",
)
@click.option(
    "--config",
    "config_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Read this configuration file and look for no other.",
)
def command(
    *,
    paths: tuple[str, ...],
    baseline_file: Path | None,
    prune: bool,
    select: tuple[str, ...],
    profile: str | None,
    config_file: Path | None,
) -> int:
    """Write down the findings of today, so that a check reports only new ones.

    PATHS are files and folders, by default the working directory. What the file says about other
    files stays; entries whose findings are gone are taken out.
    """
    from textlint import baseline as baselines
    from textlint.commands.accepted import baseline_path, load_baseline, shown
    from textlint.commands.check import scan, working_directory
    from textlint.commands.settings import CommandLine, compared_with, settings_for
    from textlint.commands.streams import notice, write_stdout
    from textlint.escaping import visible
    from textlint.files import why, write_atomically
    from textlint.plugins import load_host
    from textlint.report.wording import counted

    if STDOUT in paths:
        raise click.UsageError("a baseline is made of files, not of standard input")
    cwd = working_directory()
    host = load_host()
    config = settings_for(cwd, host, CommandLine(config_file, select=select, profile=profile))
    path = baseline_path(baseline_file, config, cwd) or config.root / baselines.FILE_NAME
    if path.exists():
        old = load_baseline(path, cwd)
    elif prune:
        raise click.ClickException(f"there is no baseline {shown(path, cwd)} to prune")
    else:
        old = baselines.Baseline(path.parent.absolute())
    run = scan(paths or (".",), cwd, host, config, collection=compared_with(config))
    if run.interrupted:
        notice("textlint: interrupted; the baseline was not written")
        return INTERRUPTED
    gone = sum(map(len, baselines.stale(old, run, cwd).values()))
    new = baselines.pruned(old, run, cwd) if prune else baselines.accepting(old, run, cwd)
    try:
        write_atomically(path, baselines.render(new).encode())
    except OSError as error:
        raise click.ClickException(f"cannot write {shown(path, cwd)}: {why(error)}") from None
    for problem in run.problems:
        notice(f"textlint: {problem.message}")
    added = new.size - (old.size - gone)
    counts = f"{counted(new.size, 'accepted finding')}, {added:,} added, {gone:,} taken out"
    write_stdout(f"{visible(shown(path, cwd))}: {counts}\n")
    if config.baseline is None and not prune:
        line = f'baseline = "{visible(Path(os.path.relpath(path, config.root)).as_posix())}"'
        write_stdout(f"Put `{line}` into the configuration file, and every check uses it.\n")
    return INCOMPLETE if run.problems else CLEAN
