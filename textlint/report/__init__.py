"""Reporters: from a finished run to one of the output formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from textlint.lines import LineIndex
from textlint.model import Finding, Problem, Severity
from textlint.rule import Rule


class FileReport(NamedTuple):
    """What is known of one input file after the scan.

    `path` is relative to the working directory with '/' separators. `documents` is how many
    articles were read, more or less than one only in files of records, and `format` the reader's.
    `findings` are in order of place. `source` is the decoded text without its byte-order mark, kept
    only for files with findings (also of related places). `data` are the file's bytes, kept beside
    `source` only where they are not simply its UTF-8 encoding (with the mark, if `had_bom`).
    `skipped` says why no prose was read; `partly` what was left out of a file that was read.
    `real_path` is where the file lies, in the form of `path`, when it was reached through a
    symbolic link.
    """

    path: str
    words: int = 0
    findings: tuple[Finding, ...] = ()
    source: str | None = None
    had_bom: bool = False
    data: bytes | None = None
    skipped: str | None = None
    partly: tuple[str, ...] = ()
    real_path: str | None = None
    documents: int = 1
    format: str = ""


class Run(NamedTuple):
    """A finished scan: its files in order of path, the rules that ran, and what went wrong.

    `rules` hold the rule of every finding, in any order. `severities` are the levels that the
    configuration gives to rules, where it does. `origins` names for each rule id the plugin's
    distribution and version. `interrupted` when the user stopped the scan: `files` end there.
    `sources` are the texts of documents that were not checked and hold related places, by path.
    `notices` are for standard error.
    """

    tool_version: str
    files: tuple[FileReport, ...]
    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...] = ()
    severities: Mapping[str, Severity] = MappingProxyType({})
    origins: Mapping[str, str] = MappingProxyType({})
    interrupted: bool = False
    sources: Mapping[str, str] = MappingProxyType({})
    notices: tuple[str, ...] = ()

    @property
    def findings(self) -> list[Finding]:
        """All findings, the suppressed ones too, in order of path and place."""
        return [finding for file in self.files for finding in file.findings]

    @property
    def checked(self) -> int:
        """Number of documents whose prose was read."""
        return sum(file.documents for file in self.files if file.skipped is None)

    @property
    def words(self) -> int:
        return sum(file.words for file in self.files)


class ReportOptions(NamedTuple):
    """What a reporter may know of the terminal and the command line.

    `width` is the terminal's, in cells. `sarif_category` tells several uploads for one commit apart.
    """

    color: bool = False
    width: int = 100
    show_suppressed: bool = False
    sarif_category: str | None = None


def _no_notices(run: Run, rendered: str) -> tuple[str, ...]:
    return ()


class Reporter(NamedTuple):
    """An output format: its name, a line of help and a pure function from a run to the whole text.

    The text ends with a line feed, or is empty, and can be encoded as UTF-8. `notices` returns what
    standard error should say about a text that was rendered from a run: limits of its readers.
    """

    name: str
    summary: str
    render: Callable[[Run, ReportOptions], str]
    notices: Callable[[Run, str], tuple[str, ...]] = _no_notices


class LineIndexes:
    """The line index of each file of a run, made when it is first asked for."""

    def __init__(self, run: Run) -> None:
        self._files = {file.path: file for file in run.files}
        self._sources = run.sources
        self._made: dict[str, LineIndex] = {}

    def of(self, file: FileReport) -> LineIndex:
        """Return the index of a file with findings."""
        index = self._made.get(file.path)
        if index is None:
            index = self._made[file.path] = LineIndex(file.source or "")
        return index

    def __getitem__(self, path: str) -> LineIndex | None:
        """Return the index of the file at `path`, or None when its source was not kept."""
        file = self._files.get(path)
        if file is not None:
            return None if file.source is None else self.of(file)
        if path not in self._made and path in self._sources:
            self._made[path] = LineIndex(self._sources[path])
        return self._made.get(path)
