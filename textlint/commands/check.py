"""`textlint check`: find the files, run the rules, write the reports, give the exit status."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from textlint.commands.help_sections import SectionedCommand
from textlint.commands.parameters import STDOUT, Output, one_of, split_outputs
from textlint.commands.scanning import Scan, ScanOptions, scan_options
from textlint.commands.status import CLEAN, FINDINGS, INCOMPLETE, INTERRUPTED
from textlint.commands.streams import notice

if TYPE_CHECKING:
    from textlint.config import Config
    from textlint.report import Run


@click.command("check", cls=SectionedCommand)
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
    "--statistics",
    is_flag=True,
    help="Count the findings of each rule: the same as --format statistics.",
)
@click.option(
    "--fail-on",
    callback=one_of("note", "warning", "error", "never"),
    metavar="note|warning|error|never",
    help="The least severity that gives exit status 1. The default is 'warning'.",
)
@click.option("--exit-zero", is_flag=True, help="Give exit status 0 where findings would give 1.")
@scan_options
@click.option(
    "--stdin-filename", metavar="NAME", help="What to treat and report standard input ('-') as."
)
@click.option(
    "--baseline",
    "baseline_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Leave out the findings that this file of `textlint baseline` accepts.",
)
@click.option(
    "--diff-base",
    metavar="REF",
    help="Report only what touches lines that were changed since REF, as git tells.",
)
@click.option("--show-suppressed", is_flag=True, help="Report suppressed findings, too.")
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
@click.option("--show-files", is_flag=True, help="List the files that would be read, and stop.")
@click.option(
    "--show-settings",
    metavar="FILE",
    help="Say which reader, rules and options FILE would get, and stop.",
)
@click.option("--profile-rules", is_flag=True, help="Say on standard error what each rule costs.")
@click.option(
    "--sarif-category",
    metavar="NAME",
    help="Tell several SARIF uploads for one commit apart by this name.",
)
@click.option(
    "--allow-partial-sarif", is_flag=True, help="Write a SARIF log of changed lines only, too."
)
def command(
    *,
    format_name: str | None,
    output_file: str | None,
    outputs: tuple[Output, ...],
    statistics: bool,
    fail_on: str | None,
    exit_zero: bool,
    stdin_filename: str | None,
    baseline_file: Path | None,
    diff_base: str | None,
    show_suppressed: bool,
    wants_fix: bool,
    wants_diff: bool,
    show_files: bool,
    show_settings: str | None,
    profile_rules: bool,
    sarif_category: str | None,
    allow_partial_sarif: bool,
    **options: Unpack[ScanOptions],
) -> int:
    """Check articles and report what is wrong with them.

    PATHS are files and folders, by default the working directory; '-' is standard input.

    Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or configuration,
    3 incomplete (all other findings are still reported), 130 interrupted.
    """
    from textlint.commands import accepted
    from textlint.commands.outputs import targets, write_all
    from textlint.report import ReportOptions

    if statistics:
        if format_name or outputs:
            raise click.UsageError("--statistics is a format of its own: give one format")
        format_name = "statistics"
    if wants_diff and (format_name or output_file or outputs):
        raise click.UsageError("--diff writes a patch and no report: leave the output options out")
    _refuse_contradictions(options["paths"], stdin_filename, diff_base, wants_fix, wants_diff)
    scan = Scan.prepared(fail_on, **options)._replace(stdin_filename=stdin_filename)
    wanted = targets(format_name, output_file, outputs, scan.host.reporters)
    if show_settings is not None or show_files:
        from textlint.commands.showing import show_file_list, show_settings_of

        return (
            show_file_list(scan) if show_settings is None else show_settings_of(show_settings, scan)
        )
    baseline_path = accepted.baseline_path(baseline_file, scan)
    baseline = None if baseline_path is None else accepted.load_baseline(baseline_path, scan.cwd)
    changes = None
    if diff_base is not None:
        from textlint.commands import changed

        if not allow_partial_sarif:
            changed.refuse_partial_sarif(wanted)
        changes = changed.load_changes(diff_base, scan)
    run = scan.run(
        only=None if changes is None else lambda file: changes.lines_of(file.real) != (),
        tell_costs=profile_rules,
    )
    if changes is None and not run.interrupted:
        scan.refuse_an_empty_run(run)
    elif changes is not None and not run.files:
        notice(f"textlint: no article in {', '.join(scan.paths)} was changed since {diff_base}")
    _refuse_to_overwrite_articles(run, [target.file for target in wanted])
    if baseline is not None:
        accepted.tell_stale(baseline, run, scan)
        run = accepted.apply_baseline(baseline, run, scan)
    if changes is not None:
        run = changed.only_changes(run, changes, scan.cwd)
    all_fixed = True
    if (wants_fix or wants_diff) and not run.interrupted:
        from textlint.commands import fixing

        def rescan(contents: Mapping[str, bytes]) -> Run:
            again = scan.run(contents=contents, only=lambda file: file.path in contents)
            return again if baseline is None else accepted.apply_baseline(baseline, again, scan)

        fixed = fixing.fix(run, scan.cwd, rescan)
        if wants_diff:
            return _status_of_patch(run, fixing.show(fixed), exit_zero)
        run, all_fixed = fixing.write(run, fixed, scan.cwd)
    report_options = ReportOptions(show_suppressed=show_suppressed, sarif_category=sarif_category)
    all_written = write_all(run, wanted, report_options)
    status = _status(run, scan.config, all_written and all_fixed)
    return CLEAN if exit_zero and status == FINDINGS else status


def _refuse_contradictions(
    paths: Sequence[str],
    stdin_filename: str | None,
    diff_base: str | None,
    wants_fix: bool,
    wants_diff: bool,
) -> None:
    """Raise for options that exclude each other."""
    if stdin_filename is not None and STDOUT not in paths:
        raise click.UsageError("--stdin-filename needs '-' among the paths")
    if wants_fix and wants_diff:
        raise click.UsageError("--diff only shows what --fix would change: give one of them")
    if diff_base is not None and (wants_fix or wants_diff):
        raise click.UsageError("--diff-base and fixes: fix first, then ask what is left")
    if (diff_base is not None or wants_fix or wants_diff) and STDOUT in paths:
        raise click.UsageError("--diff-base, --fix and --diff work on files, not on standard input")


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
