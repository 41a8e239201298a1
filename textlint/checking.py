"""Checks one file: reads it, runs the rules that are active for it, applies its suppressions.

What comes of a file depends on nothing but the file and the settings, so that files may be checked in
any order and by several processes, and what came of one may be kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from textlint import suppress
from textlint.caching import Content
from textlint.config import Config
from textlint.decoding import Decoded, decode
from textlint.document import Document, Notice
from textlint.engine import Engine, FilePrints, Fingerprints, say
from textlint.files import (
    MAX_BYTES,
    MAX_RECORD_BYTES,
    InputFile,
    UnreadableError,
    check_size,
    read_bytes,
    suffix_of,
)
from textlint.lines import LineIndex
from textlint.model import Finding, Problem, ProblemKind, Span
from textlint.plugins import Host
from textlint.readers import AnyReader, Reader, RecordReader
from textlint.records import NoArticlesError, OtherDataError, Record, RecordSettings
from textlint.report import FileReport

MOST_NOTICES = 20  # of one file that are told; a broken file of records would fill the screen


@dataclass
class Outcome:
    """All that came of one file.

    `fingerprints` are those of the rules that compare documents, for each document of the file; None
    when they were not asked for or the file is not among those that are compared. `content` is None
    when it was not read. `was_read` is false when the document could not be read, and so cannot be
    compared. `is_other` when the file is something else than articles, which is of interest to who
    named it.
    """

    report: FileReport
    problems: list[Problem] = field(default_factory=list)
    fingerprints: FilePrints | None = None
    content: Content | None = None
    was_read: bool = True
    is_other: bool = False


@dataclass
class _Checked:
    """What is known of one file when its articles have been checked."""

    findings: list[Finding] = field(default_factory=list)
    partly: list[str] = field(default_factory=list)
    words: int = 0
    documents: int = 0
    fingerprints: FilePrints | None = None


class Checker:
    """The rules and readers of a run, ready to check files one after the other.

    `compared` says for a reported path whether its document is compared with others. `contents` are
    read in place of the files at these reported paths.
    """

    def __init__(
        self,
        host: Host,
        config: Config,
        readers: Mapping[str, AnyReader],
        *,
        cwd: Path,
        compared: Callable[[str], bool],
        contents: Mapping[str, bytes],
        max_bytes: int = MAX_BYTES,
        max_record_bytes: int = MAX_RECORD_BYTES,
    ) -> None:
        self.host = host
        self.config = config
        self.rules = host.rules
        self.readers = readers
        self.contents = contents
        self.max_bytes = max_bytes
        self.max_record_bytes = max_record_bytes
        self.compared = compared
        self._real_cwd = cwd.resolve()
        self._record_settings = RecordSettings(config.text_field)
        self._owners = {rule.id: plugin.name for plugin in host.plugins for rule in plugin.rules}
        self._engines: dict[int, Engine] = {}
        self._problems: list[Problem] = []

    def engine(self, path: str) -> Engine:
        """Return the engine of the rules that are active for `path`; files with equal rules share it."""
        active = self.config.active_rules(self.rules, path)
        engine = self._engines.get(id(active))
        if engine is None:
            engine = Engine(
                active,
                owners=self._owners,
                detect_language=self.host.detect_language,
                known=[rule.id for rule in self.rules],
            )
            self._engines[id(active)] = engine
        return engine

    def file(self, file: InputFile) -> Outcome:
        """Read and check one file."""
        reader = self.readers[suffix_of(file.path)]
        try:
            data = self.contents.get(file.path)
            if data is None:
                data = read_bytes(file.real, self._limit(reader))
        except UnreadableError as error:
            return unread(file.path, str(error))
        return self.data(file.path, data, reader, file.real)

    def data(self, path: str, data: bytes, reader: AnyReader, real: Path | None) -> Outcome:
        """Check bytes as the file that is reported as `path` and lies at `real`."""
        try:
            check_size(data, self._limit(reader))
        except UnreadableError as error:
            return unread(path, str(error))
        self._problems = []
        decoded = decode(data)
        outcome = self._decoded(path, data, decoded, reader, real)
        outcome.problems = [*self._problems, *outcome.problems]
        outcome.content = Content.of(data)
        return outcome

    def _decoded(
        self, path: str, data: bytes, decoded: Decoded, reader: AnyReader, real: Path | None
    ) -> Outcome:
        if decoded.text is None:
            return unread(path, decoded.problem or "not text")
        try:
            if isinstance(reader, RecordReader):
                checked = self._records(path, decoded, reader)
            else:
                checked = self._article(path, decoded, reader)
        except NoArticlesError as error:
            other = isinstance(error, OtherDataError)
            return Outcome(FileReport(path, skipped=str(error)), is_other=other)
        except _ReaderError as error:
            return unread(path, str(error), kind="crash")
        partly = [decoded.problem] if decoded.problem else []
        report = FileReport(
            path,
            words=checked.words,
            documents=checked.documents,
            findings=tuple(checked.findings),
            partly=(*partly, *checked.partly),
            real_path=self._real_path(path, real),
            format=reader.format,
        )
        return Outcome(with_texts(report, data, decoded), fingerprints=checked.fingerprints)

    def _limit(self, reader: AnyReader) -> int:
        return self.max_record_bytes if isinstance(reader, RecordReader) else self.max_bytes

    def _article(self, path: str, decoded: Decoded, reader: Reader) -> _Checked:
        """Check a file that is one article."""
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
            raise _ReaderError(text) from error
        document.encoding = decoded.encoding
        compared = self.compared(path)
        findings, fingerprints = self._check(document, fingerprints=compared)
        places = ((notice, notice.span) for notice in document.notices)
        partly = self._notices(path, places, lambda: document.lines)
        prints = ((None, fingerprints),) if compared else None
        return _Checked(findings, partly, words, 1, prints)

    def _records(self, path: str, decoded: Decoded, reader: RecordReader) -> _Checked:
        """Check a file of many articles, one by one."""
        source = decoded.text
        assert source is not None
        found = _Checked()
        compared = self.compared(path)
        prints: list[tuple[str | None, Fingerprints]] = []
        notices: list[tuple[Notice, Span]] = []
        try:
            for item in reader.read(path, source, self._record_settings):
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
                findings, made = self._check(document, fingerprints=compared)
                found.findings += map(item.in_file, findings)
                prints.append((item.id, made))
        except (KeyboardInterrupt, NoArticlesError):
            raise
        except BaseException as error:
            text = f"the reader for {reader.format} raised {say(error)}"
            self._problem(path, text, "crash")
            found.partly.append(text)
        found.findings.sort(key=lambda finding: finding.sort_key)
        found.fingerprints = tuple(prints) if compared else None
        found.partly += self._notices(path, notices, lambda: LineIndex(source))
        return found

    def _check(
        self, document: Document, *, fingerprints: bool = False
    ) -> tuple[list[Finding], Fingerprints]:
        checked = self.engine(document.path).check(document, fingerprints=fingerprints)
        self._problems += checked.problems
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

    def _problem(self, path: str, text: str, kind: ProblemKind = "file") -> None:
        self._problems.append(Problem(kind, f"{path}: {text}", path=path))

    def _real_path(self, path: str, real: Path | None) -> str | None:
        """Return where in the working directory the file really is, if that is not at `path`."""
        if real is None or not real.is_relative_to(self._real_cwd):
            return None
        actual = real.relative_to(self._real_cwd).as_posix()
        return None if actual == path else actual


class _ReaderError(Exception):
    """A reader raised; the text says what."""


def unread(path: str, reason: str, *, kind: ProblemKind = "file") -> Outcome:
    """Return what came of a file that could not be read."""
    problem = Problem(kind, f"{path}: {reason}", path=path)
    return Outcome(FileReport(path, skipped=reason), [problem], was_read=False)


def with_texts(report: FileReport, data: bytes, decoded: Decoded | None = None) -> FileReport:
    """Return the report with what reporters need to show its findings: text, mark and bytes."""
    decoded = decoded or decode(data)
    plain = decoded.encoding == "utf-8" and decoded.problem is None
    return report._replace(
        source=decoded.text if report.findings else None,
        had_bom=decoded.had_bom,
        data=data if report.findings and not plain else None,
    )
