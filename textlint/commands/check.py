"""`textlint check`: find the files, run the rules, write the reports, give the exit status."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from textlint.commands.parameters import STDOUT, Output, one_of, split_names, split_outputs
from textlint.commands.status import CLEAN, FINDINGS, INCOMPLETE, INTERRUPTED
from textlint.commands.streams import notice, read_stdin

if TYPE_CHECKING:
    from textlint.collecting import CollectionSettings
    from textlint.config import Config
    from textlint.files import InputFile
    from textlint.plugins import Host
    from textlint.report import Run


@click.command("check")
@click.argument("paths", nargs=-1, type=str)
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    help="text (the default), concise, json, sarif, github, gitlab, rdjsonl, junit, markdown, "
    "statistics, or a format of a plugin.",
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
@click.option(
    "--baseline",
    "baseline_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Leave out the findings that this file of `textlint baseline` accepts.",
)
@click.option("--isolated", is_flag=True, help="Ignore every configuration file.")
@click.option(
    "--stdin-filename", metavar="NAME", help="What to treat and report standard input ('-') as."
)
@click.option(
    "--text-field",
    metavar="NAME",
    help="The field of JSON records that holds the text, a name or a path (data.text).",
)
@click.option("--show-files", is_flag=True, help="List the files that would be read, and stop.")
@click.option(
    "--show-settings",
    metavar="FILE",
    help="Say which reader, rules and options FILE would get, and stop.",
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
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Check in N processes. The default is one per core for more than a few files.",
)
@click.option("--no-cache", is_flag=True, help="Keep nothing between runs.")
@click.option(
    "--cache-dir",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder for what is kept between runs, instead of the system's.",
)
@click.option(
    "--diff-base",
    metavar="REF",
    help="Report only what touches lines that were changed since REF, as git tells.",
)
@click.option(
    "--allow-partial-sarif", is_flag=True, help="Write a SARIF log of changed lines only, too."
)
@click.option(
    "--fix",
    "wants_fix",
    is_flag=True,
    help="Apply the safe fixes to the files, then report what is left.",
)
@click.option(
    "--diff",
    "wants_diff",
    is_flag=True,
    help="Write what --fix would change as a patch; change and report nothing.",
)
@click.option("--exit-zero", is_flag=True, help="Give exit status 0 where findings would give 1.")
@click.option("--show-suppressed", is_flag=True, help="Report suppressed findings, too.")
@click.option(
    "--statistics",
    is_flag=True,
    help="Count the findings of each rule: the same as --format statistics.",
)
@click.option("--profile-rules", is_flag=True, help="Say on standard error what each rule costs.")
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
    baseline_file: Path | None,
    isolated: bool,
    stdin_filename: str | None,
    text_field: str | None,
    show_files: bool,
    show_settings: str | None,
    collection: str | None,
    references: tuple[str, ...],
    jobs: int | None,
    no_cache: bool,
    cache_dir: Path | None,
    diff_base: str | None,
    allow_partial_sarif: bool,
    wants_fix: bool,
    wants_diff: bool,
    exit_zero: bool,
    show_suppressed: bool,
    statistics: bool,
    profile_rules: bool,
    sarif_category: str | None,
) -> int:
    """Check articles and report what is wrong with them.

    PATHS are files and folders, by default the working directory; '-' is standard input.

    Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or configuration,
    3 incomplete (all other findings are still reported), 130 interrupted.
    """
    from textlint.commands.accepted import apply_baseline, baseline_path, load_baseline
    from textlint.commands.outputs import targets, write_all
    from textlint.commands.settings import CommandLine, compared_with, settings_for
    from textlint.plugins import load_host
    from textlint.report import ReportOptions

    paths = paths or (".",)
    if statistics:
        if format_name or outputs:
            raise click.UsageError("--statistics is a format of its own: give one format")
        format_name = "statistics"
    _refuse_contradictions(
        paths,
        (isolated, config_file, stdin_filename),
        (wants_fix, wants_diff, diff_base),
        has_output=bool(format_name or output_file or outputs),
    )
    host = load_host()
    wanted = targets(format_name, output_file, outputs, host.reporters)
    cwd = working_directory()
    line = CommandLine(config_file, isolated, select, ignore, profile, fail_on)
    config = settings_for(cwd, host, line)
    if text_field is not None:
        config = replace(config, text_field=text_field)
    if show_files or show_settings is not None:
        from textlint.commands.showing import show_file_list, show_settings_of

        if show_settings is not None:
            return show_settings_of(show_settings, cwd, host, config)
        return show_file_list([path for path in paths if path != STDOUT], cwd, host, config)
    accepted_path = baseline_path(baseline_file, config, cwd)
    baseline = None if accepted_path is None else load_baseline(accepted_path, cwd)
    changes = None
    if diff_base is not None:
        from textlint.commands import changed

        if not allow_partial_sarif:
            changed.refuse_partial_sarif(wanted)
        changes = changed.load_changes(diff_base, cwd, host)
    compared = compared_with(config, collection, references, cache_dir, no_cache=no_cache)
    run = scan(
        paths,
        cwd,
        host,
        config,
        stdin_filename=stdin_filename,
        only=None if changes is None else lambda file: changes.lines_of(file.real) != (),
        tell_costs=profile_rules,
        collection=compared,
        jobs=jobs or 0,
        cache=compared.cache,
    )
    if changes is None and not run.interrupted and _found_nothing(run):
        raise click.UsageError(_nothing_to_check(paths, host))
    _refuse_to_overwrite_articles(run, [target.file for target in wanted])
    if baseline is not None:
        run = apply_baseline(baseline, run, cwd)
    if changes is not None:
        run = changed.only_changes(run, changes, cwd)
    all_fixed = True
    if (wants_fix or wants_diff) and not run.interrupted:
        from textlint.commands import fixing

        def rescan(contents: Mapping[str, bytes]) -> Run:
            again = scan(
                paths,
                cwd,
                host,
                config,
                contents=contents,
                only=lambda file: file.path in contents,
                collection=compared,
                jobs=jobs or 0,
            )
            return again if baseline is None else apply_baseline(baseline, again, cwd, quiet=True)

        fixed = fixing.fix(run, cwd, rescan)
        if wants_diff:
            return _status_of_patch(run, fixing.show(fixed), exit_zero)
        run, all_fixed = fixing.write(run, fixed, cwd)
    options = ReportOptions(show_suppressed=show_suppressed, sarif_category=sarif_category)
    all_written = write_all(run, wanted, options)
    status = _status(run, config, all_written and all_fixed)
    return CLEAN if exit_zero and status == FINDINGS else status


def _refuse_contradictions(
    paths: Sequence[str],
    source: tuple[bool, Path | None, str | None],
    work: tuple[bool, bool, str | None],
    *,
    has_output: bool,
) -> None:
    """Raise for options that exclude each other.

    `source` are --isolated, --config and --stdin-filename, `work` are --fix, --diff and --diff-base.
    """
    isolated, config_file, stdin_filename = source
    wants_fix, wants_diff, diff_base = work
    if isolated and config_file is not None:
        raise click.UsageError("--isolated and --config contradict each other")
    if stdin_filename is not None and STDOUT not in paths:
        raise click.UsageError("--stdin-filename needs '-' among the paths")
    if wants_fix and wants_diff:
        raise click.UsageError("--diff only shows what --fix would change: give one of them")
    if diff_base is not None and (wants_fix or wants_diff):
        raise click.UsageError("--diff-base and fixes: fix first, then ask what is left")
    if (diff_base is not None or wants_fix or wants_diff) and STDOUT in paths:
        raise click.UsageError("--diff-base, --fix and --diff work on files, not on standard input")
    if wants_diff and has_output:
        raise click.UsageError("--diff writes a patch and no report: leave the output options out")


def working_directory() -> Path:
    """Return the working directory; its absence is an error of usage."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise click.ClickException("the working directory does not exist any more") from None


def scan(
    paths: Sequence[str],
    cwd: Path,
    host: Host,
    config: Config,
    *,
    stdin_filename: str | None = None,
    contents: Mapping[str, bytes] | None = None,
    only: Callable[[InputFile], bool] | None = None,
    tell_costs: bool = False,
    collection: CollectionSettings | None = None,
    jobs: int = 1,
    cache: Path | None = None,
) -> Run:
    """Run the rules over `paths` with a progress line; "-" among them reads standard input.

    `contents` take the place of the files that are reported by these paths. `tell_costs` says on
    standard error what each rule took.
    """
    from textlint import runner
    from textlint.collecting import CollectionSettings
    from textlint.commands.progress import ProgressLine

    try:
        stdin = read_stdin() if STDOUT in paths and not contents else None
    except OSError as error:
        problem = f"cannot read standard input: {error.strerror or error}"
        raise click.ClickException(problem) from None
    progress = ProgressLine()
    costs = None
    if tell_costs:
        from textlint.rule_costs import Costs, measured

        costs = Costs()
        host = measured(host, costs)
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
                contents=contents or {},
                only=only,
                collection=collection or CollectionSettings(),
                # What a rule costs is counted in this process, and only if it runs.
                jobs=1 if tell_costs else jobs,
                cache=None if tell_costs else cache,
            )
        )
    progress.clear()
    for text in run.notices:
        notice(f"textlint: {text}")
    for row in costs.table() if costs is not None else ():
        notice(row)
    return run


def _found_nothing(run: Run) -> bool:
    """Say whether the paths led to no file at all.

    A named file that is excluded, unreadable or of a kind that is not read is one, and the report
    says what became of it: pre-commit names such files, and a commit of nothing else is clean.
    """
    return not run.checked and not any(os.path.lexists(file.path) for file in run.files)


def _nothing_to_check(paths: Sequence[str], host: Host) -> str:
    missing = [path for path in paths if not os.path.lexists(path)]
    if len(missing) == len(paths):
        return f"no such file or folder: {', '.join(missing)}"
    suffixes = sorted({suffix for reader in host.readers for suffix in reader.suffixes})
    return f"nothing to check in {', '.join(paths)}: what is read ends in {', '.join(suffixes)}"


def _refuse_to_overwrite_articles(run: Run, files: Sequence[Path | None]) -> None:
    if not any(files):
        return
    articles = {os.path.realpath(file.path) for file in run.files if file.skipped is None}
    for file in files:
        if file is not None and os.path.realpath(file) in articles:
            raise click.UsageError(
                f"{file} is one of the checked articles and was not overwritten: exclude it or "
                "choose another file"
            )


def _status_of_patch(run: Run, would_change: bool, exit_zero: bool) -> int:
    from textlint.commands.outputs import tell_problems

    tell_problems(run)
    if run.problems:
        return INCOMPLETE
    return FINDINGS if would_change and not exit_zero else CLEAN


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
