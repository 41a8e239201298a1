"""Runs the whole pipeline over many files: find, decode, read, check, suppress, in order of path."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from textlint import __version__, workers
from textlint.checking import Checker, Outcome
from textlint.collecting import Collecting, CollectionSettings
from textlint.comparison import ComparedFile
from textlint.config import Config
from textlint.engine import without_duplicates
from textlint.files import (
    EXCLUDED,
    MAX_BYTES,
    MAX_RECORD_BYTES,
    FileSettings,
    InputFile,
    find_files,
    is_excluded,
    no_reader,
    suffix_of,
)
from textlint.model import Problem
from textlint.plugins import Host
from textlint.readers import TEXT
from textlint.records import RecordSettings
from textlint.report import FileReport, Run

if TYPE_CHECKING:
    from textlint.comparison_cache import ComparisonCache
    from textlint.finding_cache import FindingCache

STDIN = "<stdin>"

# Called before each file: how many are done, how many there are, and the path of the next one.
Progress = Callable[[int, int, str], None]


class RunSettings(NamedTuple):
    """What to lint and with what.

    `paths` are files and folders relative to `cwd`; "-" among them stands for `stdin`, the bytes of
    standard input, which are linted as the file `stdin_filename` would be (it need not exist; plain
    text without one). `contents` are read in place of the files at these reported paths.
    Of the files that are found, those are linted for which `only` is true. `jobs` is the number of
    processes, 0 for as many as pay. `cache` is the folder for what came of files, None for none.
    """

    paths: Sequence[str]
    cwd: Path
    host: Host
    config: Config
    stdin: bytes | None = None
    stdin_filename: str | None = None
    progress: Progress | None = None
    max_bytes: int = MAX_BYTES
    max_record_bytes: int = MAX_RECORD_BYTES  # of a file that holds many articles
    collection: CollectionSettings = CollectionSettings()
    contents: Mapping[str, bytes] = MappingProxyType({})
    only: Callable[[InputFile], bool] | None = None
    jobs: int = 1
    cache: Path | None = None


def run(settings: RunSettings) -> Run:
    """Lint everything `settings` name. Nothing that a file or a plugin does ends the run.

    A keyboard interrupt does: the run then holds what was found so far, with `interrupted` set.
    """
    return _Runner(settings).run()


class _Runner:
    def __init__(self, settings: RunSettings) -> None:
        self.settings = settings
        self.host = settings.host
        self.rules = self.host.rules
        self.readers = self.host.readers_by_suffix
        self.owners = {
            rule.id: plugin.name for plugin in self.host.plugins for rule in plugin.rules
        }
        self.file_settings = FileSettings(
            exclude=settings.config.exclude,
            suffixes=frozenset(self.readers),
            respect_gitignore=settings.config.respect_gitignore,
            root=settings.config.root,
        )
        self.checker = Checker(
            self.host,
            settings.config,
            self.readers,
            cwd=settings.cwd,
            compared=self._is_compared,
            contents=settings.contents,
            max_bytes=settings.max_bytes,
            max_record_bytes=settings.max_record_bytes,
        )
        self.cache_notices: list[str] = []
        # All that are enabled, on whatever files there are: a log must not depend on which were named.
        self.active = settings.config.every_active_rule(self.rules)
        self.origins = {
            rule.id: plugin.origin for plugin in self.host.plugins for rule in plugin.rules
        }
        self.collecting = Collecting(
            settings.collection,
            cwd=settings.cwd,
            files=self.file_settings,
            readers=self.readers,
            records=RecordSettings(settings.config.text_field),
            most_bytes=settings.max_record_bytes,
            active=self.active,
            engine_of=self.checker.engine,
            versions=self.origins,
            owners=self.owners,
            contents=settings.contents,
        )
        self.reports: list[FileReport] = []
        self.sources: dict[str, str] = {}
        self.problems: list[Problem] = [*self.host.problems, *settings.config.problems]

    def run(self) -> Run:
        interrupted = False
        try:
            self._files()
        except KeyboardInterrupt:
            interrupted = True
        return self._result(interrupted)

    def _files(self) -> None:
        settings = self.settings
        paths = [path for path in settings.paths if settings.stdin is None or path != "-"]
        found = find_files(paths, self.file_settings, settings.cwd)
        self.problems += found.problems
        self.reports += [FileReport(path, skipped=reason) for path, reason in found.skipped]
        self.collecting.begin(found.files)
        if settings.stdin is not None:
            self._stdin(settings.stdin)
        files = [file for file in found.files if settings.only is None or settings.only(file)]
        outcomes: dict[int, Outcome] = {}
        cache = self._cache()
        comparison: ComparisonCache | None = None
        known: dict[str, ComparedFile] | None = None
        try:
            try:
                self._check_all(files, outcomes, cache)
                if cache is not None:
                    comparison = self._comparison(cache, files, outcomes)
                    known = comparison.known()
                    if known is None and (lost := cache.fill(files, outcomes)):
                        for number in lost:
                            outcomes[number] = self.checker.file(files[number])
                        cache.keep(files, outcomes)
            finally:
                for number in sorted(outcomes):
                    if files[number].named or not outcomes[number].is_other:
                        self._take(outcomes[number], files[number].real)
            self._add_compared(self._compare(comparison) if known is None else known)
        finally:
            if cache is not None:
                self.cache_notices = cache.notices
                cache.close()

    def _cache(self) -> FindingCache | None:
        if self.settings.cache is None or self.settings.contents:
            return None
        from textlint.finding_cache import FindingCache  # it loads SQLite

        return FindingCache(self.settings.cache, self.checker)

    def _comparison(
        self, cache: FindingCache, files: Sequence[InputFile], outcomes: Mapping[int, Outcome]
    ) -> ComparisonCache:
        from textlint.comparison_cache import ComparisonCache

        return ComparisonCache(cache, self.collecting, self.active, files, outcomes)

    def _check_all(
        self, files: Sequence[InputFile], outcomes: dict[int, Outcome], cache: FindingCache | None
    ) -> None:
        """Check the files; `outcomes` get what came of them, by their number, also if it is cut off."""
        jobs = self.settings.jobs

        def tell(done: int, path: str) -> None:
            if self.settings.progress is not None:
                self.settings.progress(done, len(files), path)

        if cache is None:
            everything = range(len(files))
            workers.check(self.checker, files, outcomes, tell, wanted=everything, jobs=jobs)
            return
        try:
            known = cache.known(files, outcomes)
            wanted = [number for number in range(len(files)) if number not in known]
            workers.check(self.checker, files, outcomes, tell, wanted=wanted, jobs=jobs)
        finally:
            cache.keep(files, outcomes)

    def _compare(self, comparison: ComparisonCache | None) -> dict[str, ComparedFile]:
        """Run the rules that compare documents; return what they find, by path."""
        compared = self.collecting.finish(
            frozenset(r.path for r in self.reports if r.skipped is None)
        )
        problems = [*self.collecting.problems, *compared.problems]
        found = {
            path: ComparedFile(tuple(compared.findings.get(path, [])), reading.source, reading.data)
            for path, reading in compared.readings.items()
        }
        self.problems += problems
        if comparison is not None and not problems:
            comparison.keep(found)
        return found

    def _add_compared(self, compared: Mapping[str, ComparedFile]) -> None:
        """Add what the rules that compare documents found to the reports of the files."""
        numbers = {r.path: n for n, r in enumerate(self.reports) if r.skipped is None}
        for path, found in compared.items():
            if path not in numbers:
                self.sources[path] = found.source
                continue
            report = self.reports[numbers[path]]
            self.reports[numbers[path]] = report._replace(
                findings=tuple(without_duplicates([*report.findings, *found.findings])),
                source=found.source,
                data=found.data,
            )

    def _stdin(self, data: bytes) -> None:
        name = self.settings.stdin_filename
        self.collecting.begin_stream(name or STDIN, data)
        if name is None:
            self._take(self.checker.data(STDIN, data, TEXT, None), None)
        elif is_excluded(name, self.file_settings, self.settings.cwd):
            self.reports.append(FileReport(name, skipped=EXCLUDED))
        elif suffix_of(name) in self.readers:
            reader = self.readers[suffix_of(name)]
            self._take(self.checker.data(name, data, reader, None), None)
        else:
            self.reports.append(FileReport(name, skipped=no_reader(name)))

    def _is_compared(self, path: str) -> bool:
        return self.collecting.wants(path)

    def _take(self, outcome: Outcome, real: Path | None) -> None:
        """Add what came of one file to what came of the run."""
        path = outcome.report.path
        if not outcome.was_read or outcome.report.skipped is not None:
            self.collecting.leave_out(path)
        elif outcome.fingerprints is not None and outcome.content is not None:
            self.collecting.take(path, real, outcome.content, outcome.fingerprints)
        self.problems += outcome.problems
        self.reports.append(outcome.report)

    def _result(self, interrupted: bool) -> Run:
        active = self.active
        return Run(
            tool_version=__version__,
            files=tuple(sorted(self.reports, key=lambda report: report.path)),
            rules=tuple(a.rule for a in active),
            problems=tuple(self.problems),
            severities={a.rule.id: a.severity for a in active if a.severity is not None},
            origins=self.origins,
            interrupted=interrupted,
            sources=self.sources,
            notices=(*self.cache_notices, *self.collecting.notices),
        )
