"""Reporters: from a finished run to one of the output formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from textlint.lines import LineIndex
from textlint.model import Finding, Problem, Severity
from textlint.rule import Rule


@dataclass(frozen=True, slots=True)
class FileReport:
    """What is known of one input file after the scan.

    `path` is relative to the working directory with '/' separators. `source` is kept only for files
    with findings (also of related places); `data` are the raw bytes, kept with it for fingerprints.
    `skipped` says why no prose was read; `partly` what was left out of a file that was read.
    """

    path: str
    words: int = 0
    findings: tuple[Finding, ...] = ()
    source: str | None = None
    had_bom: bool = False
    skipped: str | None = None
    partly: tuple[str, ...] = ()
    real_path: str | None = None

    @property
    def lines(self) -> LineIndex:
        return LineIndex(self.source or "")


@dataclass(frozen=True, slots=True)
class Run:
    """A finished scan: its files in order of path, the rules that ran, and what went wrong.

    `origins` names for each rule id the plugin's distribution and version.
    """

    tool_version: str
    files: tuple[FileReport, ...]
    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def findings(self) -> list[Finding]:
        return [finding for file in self.files for finding in file.findings]

    @property
    def checked(self) -> int:
        return sum(1 for file in self.files if file.skipped is None)

    @property
    def words(self) -> int:
        return sum(file.words for file in self.files)


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a reporter may know of the terminal and the command line."""

    color: bool = False
    width: int = 100
    show_suppressed: bool = False
    sarif_category: str | None = None


@dataclass(frozen=True, slots=True)
class Reporter:
    """An output format: its name, a line of help and a pure function from a run to the whole text."""

    name: str
    summary: str
    render: Callable[[Run, ReportOptions], str]
