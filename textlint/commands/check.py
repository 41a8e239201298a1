"""`textlint check`: find the files, run the rules, write the reports, give the exit status."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from textlint.commands.parameters import STDOUT, Output, one_of, split_names, split_outputs
from textlint.commands.status import CLEAN, FINDINGS, INCOMPLETE, INTERRUPTED

if TYPE_CHECKING:
    from textlint.collecting import CollectionSettings
    from textlint.config import Config
    from textlint.plugins import Host
    from textlint.report import Run


@click.command("check")
@click.argument("paths", nargs=-1, type=str)
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    help="text (the default), concise, json, sarif, github, or a format of a plugin.",
)
@click.option("-o", "output_file", metavar="FILE", help="Write to FILE, '-' for standard output.")
@click.option(
    "--output",
    "outputs",
    multiple=True,
    callback=split_outputs,
    metavar="FORMAT[=FILE]",
    help="A format and its file, instead of --format and -o. Repeatable.",
)
@click.option(
    "--select",
    multiple=True,
    callback=split_names,
    metavar="NAMES",
    help="Run only these rules or families. Repeatable, comma lists.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=split_names,
    metavar="NAMES",
    help="Leave these rules or families out. Repeatable, comma lists.",
)
@click.option(
    "--profile",
    callback=one_of("default", "strict", "audit"),
    metavar="default|strict|audit",
    help="How many doubtful findings you can bear. The default is 'default'.",
)
@click.option(
    "--fail-on",
    callback=one_of("note", "warning", "error", "never"),
    metavar="note|warning|error|never",
    help="The least severity that gives exit status 1. The default is 'warning'.",
)
@click.option(
    "--config",
    "config_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Read this configuration file and look for no other.",
)
@click.option("--isolated", is_flag=True, help="Ignore every configuration file.")
@click.option(
    "--stdin-filename", metavar="NAME", help="What to treat and report standard input ('-') as."
)
@click.option(
    "--collection",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="Compare with all documents of DIR, whichever are checked.",
)
@click.option(
    "--reference",
    "references",
    multiple=True,
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="A folder of originals that documents are compared with. Repeatable.",
)
@click.option("--no-cache", is_flag=True, help="Keep no index of the collection between runs.")
@click.option(
    "--cache-dir",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder for the index of the collection, instead of the system's.",
)
@click.option("--exit-zero", is_flag=True, help="Give exit status 0 where findings would give 1.")
@click.option("--show-suppressed", is_flag=True, help="Report suppressed findings, too.")
@click.option(
    "--sarif-category",
    metavar="NAME",
    help="Tell several SARIF uploads for one commit apart by this name.",
)
def command(
    *,
    paths: tuple[str, ...],
    format_name: str | None,
    output_file: str | None,
    outputs: tuple[Output, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    fail_on: str | None,
    config_file: Path | None,
    isolated: bool,
    stdin_filename: str | None,
    collection: str | None,
    references: tuple[str, ...],
    no_cache: bool,
    cache_dir: Path | None,
    exit_zero: bool,
    show_suppressed: bool,
    sarif_category: str | None,
) -> int:
    """Check articles and report what is wrong with them.

    PATHS are files and folders, by default the working directory; '-' is standard input.

    Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or configuration,
    3 incomplete (all other findings are still reported), 130 interrupted.
    """
    from textlint.collecting import CollectionSettings
    from textlint.collection_index import default_folder
    from textlint.commands.outputs import targets, write_all
    from textlint.commands.settings import CommandLine, settings_for
    from textlint.commands.streams import notice
    from textlint.plugins import load_host
    from textlint.report import ReportOptions

    paths = paths or (".",)
    if isolated and config_file is not None:
        raise click.UsageError("--isolated and --config contradict each other")
    if stdin_filename is not None and STDOUT not in paths:
        raise click.UsageError("--stdin-filename needs '-' among the paths")
    host = load_host()
    wanted = targets(format_name, output_file, outputs, host.reporters)
    cwd = _working_directory()
    line = CommandLine(config_file, isolated, select, ignore, profile, fail_on)
    config = settings_for(cwd, host, line)
    compared = CollectionSettings(
        root=collection if collection is not None else config.collection_folder(),
        references=references,
        cache=None if no_cache else (cache_dir or default_folder()),
    )
    run = _run(paths, cwd, host, config, stdin_filename=stdin_filename, collection=compared)
    for text in run.notices:
        notice(f"textlint: {text}")
    if not run.interrupted and _found_nothing(run, host):
        raise click.UsageError(_nothing_to_check(paths, host))
    _refuse_to_overwrite_articles(run, [target.file for target in wanted])
    options = ReportOptions(show_suppressed=show_suppressed, sarif_category=sarif_category)
    all_written = write_all(run, wanted, options)
    status = _status(run, config, all_written)
    return CLEAN if exit_zero and status == FINDINGS else status


def _working_directory() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise click.ClickException("the working directory does not exist any more") from None


def _run(
    paths: Sequence[str],
    cwd: Path,
    host: Host,
    config: Config,
    *,
    stdin_filename: str | None,
    collection: CollectionSettings,
) -> Run:
    from textlint import runner
    from textlint.commands.progress import ProgressLine

    stdin = sys.stdin.buffer.read() if STDOUT in paths else None
    progress = ProgressLine()
    # What a rule of a plugin prints must not end up in the middle of a report.
    with contextlib.redirect_stdout(sys.stderr):
        run = runner.run(
            runner.RunSettings(
                paths=paths,
                cwd=cwd,
                host=host,
                config=config,
                stdin=stdin,
                stdin_filename=stdin_filename,
                progress=progress,
                collection=collection,
            )
        )
    progress.clear()
    return run


def _found_nothing(run: Run, host: Host) -> bool:
    """Say whether the paths led to no article at all.

    An article that is excluded, suppressed or unreadable is one: pre-commit names excluded files,
    and a run that has nothing but those is clean.
    """
    suffixes = {suffix for reader in host.readers for suffix in reader.suffixes}
    return not run.checked and not any(
        PurePosixPath(file.path).suffix.lower() in suffixes and os.path.lexists(file.path)
        for file in run.files
    )


def _nothing_to_check(paths: Sequence[str], host: Host) -> str:
    missing = [path for path in paths if not os.path.lexists(path)]
    if len(missing) == len(paths):
        return f"there is no {' and no '.join(missing)}"
    suffixes = sorted({suffix for reader in host.readers for suffix in reader.suffixes})
    return f"nothing to check in {', '.join(paths)}: what is read ends in {', '.join(suffixes)}"


def _refuse_to_overwrite_articles(run: Run, files: Sequence[Path | None]) -> None:
    articles = {os.path.realpath(file.path) for file in run.files if file.skipped is None}
    for file in files:
        if file is not None and os.path.realpath(file) in articles:
            raise click.UsageError(
                f"{file} is one of the checked articles and was not overwritten: exclude it or "
                "choose another file"
            )


def _status(run: Run, config: Config, all_written: bool) -> int:
    if run.interrupted:
        return INTERRUPTED
    if run.problems or not all_written:
        return INCOMPLETE
    if config.fail_on is not None and any(
        not finding.suppressed and finding.severity >= config.fail_on for finding in run.findings
    ):
        return FINDINGS
    return CLEAN
