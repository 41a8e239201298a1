"""Runs the whole pipeline over many files: find, decode, read, check, suppress, in order of path."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from textlint import __version__, suppress
from textlint.collecting import Collecting, CollectionSettings
from textlint.config import Config
from textlint.decoding import Decoded, decode
from textlint.document import Document, Notice
from textlint.engine import Engine, Fingerprints, say, without_duplicates
from textlint.files import (
    EXCLUDED,
    MAX_BYTES,
    MAX_RECORD_BYTES,
    FileSettings,
    InputFile,
    UnreadableError,
    check_size,
    find_files,
    is_excluded,
    no_reader,
    read_bytes,
    suffix_of,
)
from textlint.lines import LineIndex
from textlint.model import Finding, Problem, ProblemKind, Span
from textlint.plugins import Host
from textlint.readers import TEXT, AnyReader, Reader, RecordReader
from textlint.records import NoArticlesError, Record, RecordSettings
from textlint.report import FileReport, Run

STDIN = "<stdin>"

MOST_NOTICES = 20  # of one file that are told; a broken file of records would fill the screen

# Called before each file: how many are done, how many there are, and the path of the next one.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What to lint and with what.

    `paths` are files and folders relative to `cwd`; "-" among them stands for `stdin`, the bytes of
    standard input, which are linted as the file `stdin_filename` would be (it need not exist; plain
    text without one). `contents` are read in place of the files at these reported paths.
    Of the files that are found, those are linted for which `only` is true.
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
    collection: CollectionSettings = field(default_factory=CollectionSettings)
    contents: Mapping[str, bytes] = field(default_factory=dict)
    only: Callable[[InputFile], bool] | None = None


def run(settings: RunSettings) -> Run:
    """Lint everything `settings` name. Nothing that a file or a plugin does ends the run.

    A keyboard interrupt does: the run then holds what was found so far, with `interrupted` set.
    """
    return _Runner(settings).run()


@dataclass
class _Checked:
    """What is known of one file when its articles have been checked."""

    findings: list[Finding] = field(default_factory=list)
    partly: list[str] = field(default_factory=list)
    words: int = 0
    documents: int = 0


class _Runner:
    def __init__(self, settings: RunSettings) -> None:
        self.settings = settings
        self.host = settings.host
        self.rules = self.host.rules
        self.readers: dict[str, AnyReader] = {}
        for reader in self.host.readers:
            for suffix in reader.suffixes:
                self.readers.setdefault(suffix.lower(), reader)
        self.owners = {
            rule.id: plugin.name for plugin in self.host.plugins for rule in plugin.rules
        }
        self.file_settings = FileSettings(
            exclude=settings.config.exclude,
            suffixes=frozenset(self.readers),
            respect_gitignore=settings.config.respect_gitignore,
            root=settings.config.root,
        )
        self.record_settings = RecordSettings(settings.config.text_field)
        self.real_cwd = settings.cwd.resolve()
        self.engines: dict[int, Engine] = {}
        # All that are enabled, on whatever files there are: a log must not depend on which were named.
        self.active = settings.config.every_active_rule(self.rules)
        self.origins = {
            rule.id: plugin.origin for plugin in self.host.plugins for rule in plugin.rules
        }
        # A file of many articles is none of the documents that are compared.
        single = {s: r for s, r in self.readers.items() if isinstance(r, Reader)}
        self.collecting = Collecting(
            settings.collection,
            cwd=settings.cwd,
            files=replace(self.file_settings, suffixes=frozenset(single)),
            readers=single,
            active=self.active,
            engine_of=self._engine,
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
        self.collecting.begin([file for file in found.files if not self._holds_many(file.path)])
        if settings.stdin is not None:
            self._stdin(settings.stdin)
        files = [file for file in found.files if settings.only is None or settings.only(file)]
        for done, file in enumerate(files):
            if settings.progress is not None:
                settings.progress(done, len(files), file.path)
            self._file(file)
        self._compare()

    def _compare(self) -> None:
        """Add what the rules that compare documents find to the reports of the files."""
        numbers = {r.path: n for n, r in enumerate(self.reports) if r.skipped is None}
        compared = self.collecting.finish(frozenset(numbers))
        self.problems += [*self.collecting.problems, *compared.problems]
        for path, reading in compared.readings.items():
            if path not in numbers:
                self.sources[path] = reading.document.source
                continue
            report = self.reports[numbers[path]]
            found = suppress.apply(reading.document, compared.findings.get(path, []))
            self.reports[numbers[path]] = replace(
                report,
                findings=tuple(without_duplicates([*report.findings, *found])),
                source=reading.document.source,
                data=reading.data,
            )

    def _stdin(self, data: bytes) -> None:
        name = self.settings.stdin_filename
        if name is None or not self._holds_many(name):
            self.collecting.begin_stream(name or STDIN, data)
        if name is None:
            self._data(STDIN, data, TEXT, None)
        elif is_excluded(name, self.file_settings, self.settings.cwd):
            self.reports.append(FileReport(name, skipped=EXCLUDED))
        elif suffix_of(name) in self.readers:
            self._data(name, data, self.readers[suffix_of(name)], None)
        else:
            self.reports.append(FileReport(name, skipped=no_reader(name)))

    def _file(self, file: InputFile) -> None:
        reader = self.readers[suffix_of(file.path)]
        try:
            data = self.settings.contents.get(file.path)
            if data is None:
                data = read_bytes(file.real, self._limit(reader))
        except UnreadableError as error:
            self._unread(file.path, str(error))
            return
        self._data(file.path, data, reader, file.real)

    def _holds_many(self, path: str) -> bool:
        return isinstance(self.readers.get(suffix_of(path)), RecordReader)

    def _limit(self, reader: AnyReader) -> int:
        many = isinstance(reader, RecordReader)
        return self.settings.max_record_bytes if many else self.settings.max_bytes

    def _data(self, path: str, data: bytes, reader: AnyReader, real: Path | None) -> None:
        try:
            check_size(data, self._limit(reader))
        except UnreadableError as error:
            self._unread(path, str(error))
            return
        decoded = decode(data)
        if decoded.text is None:
            self._unread(path, decoded.problem or "not text")
            return
        if isinstance(reader, RecordReader):
            checked = self._records(path, decoded, reader)
        else:
            checked = self._article(path, decoded, reader, data, real)
        if checked is None:
            return
        findings = checked.findings
        plain = decoded.encoding == "utf-8" and decoded.problem is None
        partly = [decoded.problem] if decoded.problem else []
        self.reports.append(
            FileReport(
                path,
                words=checked.words,
                documents=checked.documents,
                findings=tuple(findings),
                source=decoded.text if findings else None,
                had_bom=decoded.had_bom,
                data=data if findings and not plain else None,
                partly=(*partly, *checked.partly),
                real_path=self._real_path(path, real),
                format=reader.format,
            )
        )

    def _article(
        self, path: str, decoded: Decoded, reader: Reader, data: bytes, real: Path | None
    ) -> _Checked | None:
        """Check a file that is one article; None when it could not be read."""
        assert decoded.text is not None
        try:
            document = reader.read(path, decoded.text)
            if not isinstance(document, Document):
                raise TypeError(f"{type(document).__name__} is not a document")
            words = document.word_count
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a plugin's reader must not end the run, not by SystemExit
            text = f"the reader for {reader.format} raised {say(error)}"
            self._unread(path, text, kind="crash")
            return None
        document.encoding = decoded.encoding
        compared = self.collecting.wants(path)
        findings, fingerprints = self._check(document, fingerprints=compared)
        if compared:
            self.collecting.take(path, real, data, fingerprints)
        places = ((notice, notice.span) for notice in document.notices)
        partly = self._notices(path, places, lambda: document.lines)
        return _Checked(findings, partly, words, 1)

    def _records(self, path: str, decoded: Decoded, reader: RecordReader) -> _Checked | None:
        """Check a file of many articles, one by one; None when it holds none by its nature."""
        source = decoded.text
        assert source is not None
        found = _Checked()
        notices: list[tuple[Notice, Span]] = []
        try:
            for item in reader.read(path, source, self.record_settings):
                if isinstance(item, Notice):
                    notices.append((item, item.span))
                    continue
                if not isinstance(item, Record):
                    raise TypeError(f"{type(item).__name__} is not a record")
                document = item.document
                if not found.documents:
                    document.encoding = decoded.encoding  # a matter of the file: said once
                notices += [(n, item.file_span(n.span)) for n in document.notices]
                found.words += document.word_count
                found.documents += 1
                found.findings += map(item.in_file, self._check(document)[0])
        except KeyboardInterrupt:
            raise
        except NoArticlesError as error:
            self.reports.append(FileReport(path, skipped=str(error)))
            return None
        except BaseException as error:
            text = f"the reader for {reader.format} raised {say(error)}"
            self._problem(path, text, "crash")
            found.partly.append(text)
        found.findings.sort(key=lambda finding: finding.sort_key)
        found.partly += self._notices(path, notices, lambda: LineIndex(source))
        return found

    def _check(
        self, document: Document, *, fingerprints: bool = False
    ) -> tuple[list[Finding], Fingerprints]:
        checked = self._engine(document.path).check(document, fingerprints=fingerprints)
        self.problems += checked.problems
        return suppress.apply(document, checked.findings), checked.fingerprints

    def _notices(
        self,
        path: str,
        notices: Iterable[tuple[Notice, Span]],
        lines: Callable[[], LineIndex],
    ) -> list[str]:
        """Return what is to be said of what a reader could not take, the first of many."""
        texts: list[str] = []
        index: LineIndex | None = None
        left = incomplete = 0
        for notice, place in notices:
            incomplete += notice.incomplete
            if len(texts) == MOST_NOTICES:
                left += 1
                continue
            index = index or lines()
            text = f"line {index.line(place.start)}: {notice.message}"
            texts.append(text)
            if notice.incomplete:
                self._problem(path, text)
        if left:
            texts.append(f"and {left:,} more places that could not be taken as they stand")
            if incomplete:
                self._problem(path, texts[-1])
        return texts

    def _unread(self, path: str, reason: str, *, kind: ProblemKind = "file") -> None:
        self._problem(path, reason, kind)
        self.collecting.leave_out(path)
        self.reports.append(FileReport(path, skipped=reason))

    def _problem(self, path: str, text: str, kind: ProblemKind = "file") -> None:
        self.problems.append(Problem(kind, f"{path}: {text}", path=path))

    def _real_path(self, path: str, real: Path | None) -> str | None:
        """Return where in the working directory the file really is, if that is not at `path`."""
        if real is None or not real.is_relative_to(self.real_cwd):
            return None
        actual = real.relative_to(self.real_cwd).as_posix()
        return None if actual == path else actual

    def _engine(self, path: str) -> Engine:
        """Return the engine of the rules that are active for `path`; files with equal rules share it."""
        active = self.settings.config.active_rules(self.rules, path)
        engine = self.engines.get(id(active))
        if engine is None:
            engine = Engine(
                active,
                owners=self.owners,
                detect_language=self.host.detect_language,
                known=[rule.id for rule in self.rules],
            )
            self.engines[id(active)] = engine
        return engine

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
            notices=tuple(self.collecting.notices),
        )
