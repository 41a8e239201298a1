"""`textlint check --diff-base`: only what touches the lines that were changed since a commit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from textlint.changes import Changes, ChangesError, changes_since
from textlint.commands.outputs import Target
from textlint.commands.scanning import Scan
from textlint.report import FileReport, Run


def load_changes(ref: str, scan: Scan) -> Changes:
    """Ask git for the changes; what it cannot tell is an error of usage."""
    try:
        return changes_since(ref, scan.cwd, scan.host.readers_by_suffix)
    except ChangesError as error:
        raise click.ClickException(f"--diff-base: {error}") from None


def refuse_partial_sarif(wanted: Sequence[Target]) -> None:
    """Raise when a report is to be uploaded: code scanning closes each alert that it does not hold."""
    if any(target.reporter.name == "sarif" for target in wanted):
        raise click.UsageError(
            "a SARIF log of changed lines only would close all other alerts when it is uploaded: "
            "leave --diff-base out, or say --allow-partial-sarif"
        )


def only_changes(run: Run, changes: Changes, cwd: Path) -> Run:
    """Return the run with all findings set aside that touch no changed line.

    A finding about a document as a whole counts where anything of the document was changed; of a file
    of records it is the record's lines that count, since the others are other documents.
    """
    whole = frozenset(rule.id for rule in run.rules if rule.about_document)
    files = tuple(_marked(file, changes, cwd, whole) for file in run.files)
    return run._replace(files=files)


def _marked(file: FileReport, changes: Changes, cwd: Path, whole: frozenset[str]) -> FileReport:
    if not file.findings or file.source is None:
        return file
    real = (cwd / file.path).resolve()
    places = changes.of(real, file.source)
    if places is None:
        return file
    is_changed = bool(changes.lines_of(real))
    findings = tuple(
        finding
        if finding.suppressed
        or (is_changed and finding.record is None and finding.rule in whole)
        or places.concern(finding)
        else finding._replace(suppressed=True, set_aside="unchanged")
        for finding in file.findings
    )
    return file._replace(findings=findings)
