"""What came of files, kept from one run to the next: unchanged files are not read again.

It is a cache: whatever is wrong with it costs time and never a finding. The key of an outcome is made
of the file's content, its path as reported, and everything that decides what is found: the settings of
the rules that are active for it, and the program itself. The program is known by the size and time of
every file in its package and in those of the plugins, their data among them, and by the time of the
folders that packages are installed in: that covers an upgrade of any dependency and an edit of a word
list that no version number tells.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import pickle
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from textlint import __version__
from textlint.caching import Content, content_key, maker_key
from textlint.checking import Checker, Outcome, with_texts
from textlint.files import InputFile, UnreadableError, read_bytes, suffix_of
from textlint.model import Finding
from textlint.report import FileReport
from textlint.stores import DAY, KEPT_DAYS, Store, is_certain, stamp

FILE_NAME = "findings.sqlite"
_VERSION = 2  # of the tables

_TABLES = f"""
CREATE TABLE IF NOT EXISTS files(
  path BLOB PRIMARY KEY, size INTEGER, changed INTEGER, inode INTEGER, content BLOB, day INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outcomes(
  key BLOB PRIMARY KEY, outcome BLOB, day INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS fingerprints(
  key BLOB PRIMARY KEY, fingerprints BLOB, day INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS comparisons(
  key BLOB PRIMARY KEY, findings BLOB, day INTEGER
) WITHOUT ROWID;
PRAGMA user_version = {_VERSION};
"""

_INSTALLED = ("site-packages", "dist-packages")  # folders of installed packages

# All that an outcome is made of. Nothing else is ever made from what the file holds.
_PARTS = {
    "textlint.caching": {"Content"},
    "textlint.checking": {"Outcome"},
    "textlint.model": {
        "Confidence",
        "Finding",
        "Fix",
        "Problem",
        "RecordPlace",
        "Related",
        "Severity",
        "Span",
    },
    "textlint.report": {"FileReport"},
}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if name not in _PARTS.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an outcome")
        return super().find_class(module, name)


class FindingCache(Store):
    """An open cache, or one that keeps nothing when `folder` cannot be used. See `Store`."""

    def __init__(self, folder: Path, checker: Checker) -> None:
        self._checker = checker
        self._setups: dict[tuple[int, str], str] = {}
        self._read: dict[int, os.stat_result] = {}
        self._keys: dict[int, bytes] = {}
        self._known: set[int] = set()
        self._stale: list[tuple[bytes, os.stat_result, bytes]] = []
        self._program = _program(checker)
        super().__init__(
            folder / FILE_NAME,
            version=_VERSION,
            tables=_TABLES,
            name="the cache of findings",
            is_told=False,
        )

    def known(self, files: Sequence[InputFile], outcomes: dict[int, Outcome]) -> set[int]:
        """Put what is known of the files into `outcomes`, by number; return these numbers.

        Fingerprints are left out, see `fill`.
        """
        if self._program is None or not self.is_open:
            return set()
        paths: dict[int, bytes] = {}
        for number, file in enumerate(files):
            try:
                self._read[number] = file.real.stat()
            except OSError:
                continue
            paths[number] = os.fsencode(file.real)
        # One question for hundreds of files takes a tenth of the time of one for each.
        question = "SELECT path, size, changed, inode, content FROM files WHERE path IN"
        stamps = {row[0]: row[1:] for row in self.ask_many(question, list(paths.values()))}
        contents: dict[int, bytes] = {}
        for number, path in paths.items():
            content = self._content(files[number], number, path, stamps.get(path))
            if content is not None:
                contents[number] = content
                self._keys[number] = self._key(files[number].path, content)
        question = "SELECT key, outcome FROM outcomes WHERE key IN"
        kept = dict(self.ask_many(question, list(self._keys.values())))
        for number, content in contents.items():
            outcome = self._outcome(files[number], kept.get(self._keys[number]), content)
            if outcome is not None:
                outcomes[number] = outcome
                self._known.add(number)
        return set(self._known)

    def _content(
        self, file: InputFile, number: int, path: bytes, row: tuple[Any, ...] | None
    ) -> bytes | None:
        """Return the key of a file's content: by its stamp, else from the file."""
        status = self._read[number]
        if row is not None and tuple(row[:3]) == stamp(status):
            return bytes(row[3])
        data = self._bytes(file)
        if data is None:
            return None
        content = content_key(data)
        if is_certain(status):
            self._stale.append((path, status, content))
        return content

    def _outcome(self, file: InputFile, kept: object, content: bytes) -> Outcome | None:
        outcome = None if kept is None else _read_outcome(file.path, kept, content)
        if outcome is None or outcome.report.path != file.path:
            return None
        if outcome.report.findings:
            data = self._bytes(file)
            if data is None or content_key(data) != content:
                return None
            outcome.report = with_texts(outcome.report, data)
        return outcome

    def fill(self, files: Sequence[InputFile], outcomes: Mapping[int, Outcome]) -> list[int]:
        """Give the known outcomes their fingerprints; return the numbers of those that lack them.

        They are most of what is kept, and of no use to a run that is like the one before.
        """
        numbers = {
            self._keys[number]: number
            for number in self._known
            if self._checker.compared(files[number].path)
            and outcomes[number].was_read
            and outcomes[number].report.skipped is None
        }
        question = "SELECT key, fingerprints FROM fingerprints WHERE key IN"
        for key, kept in self.ask_many(question, list(numbers)):
            with contextlib.suppress(Exception):  # of any kind: the bytes may be anything
                fingerprints = _Unpickler(io.BytesIO(kept)).load()
                if isinstance(fingerprints, list | tuple):
                    outcomes[numbers.pop(key)].fingerprints = fingerprints
        lost = sorted(numbers.values())
        self._known.difference_update(lost)
        return lost

    def comparison_key(self, parts: Iterable[tuple[str, bytes, str]], rules: str) -> bytes | None:
        """Return the key of a comparison: of each document its path, content and role, and of the rules."""
        if self._program is None or not self.is_open:
            return None
        keys = [f"{role}{self._key(path, content).hex()}" for path, content, role in parts]
        return maker_key(rules, self._program, *keys)

    def comparison(self, key: bytes) -> dict[str, tuple[Finding, ...]] | None:
        """Return what a comparison found, by path, with all documents that a report of it names."""
        kept = self.ask("SELECT findings FROM comparisons WHERE key = ?", key)
        if kept is None:
            return None
        try:
            found = _Unpickler(io.BytesIO(kept[0])).load()
        except Exception:  # of any kind: the bytes may be anything
            return None
        return found if isinstance(found, dict) else None

    def keep_comparison(self, key: bytes, found: dict[str, tuple[Finding, ...]]) -> None:
        day = int(time.time()) // DAY
        try:
            kept = pickle.dumps(found)
        except Exception:  # what a plugin has put into it
            return
        self.write(
            [
                ("INSERT OR REPLACE INTO comparisons VALUES (?, ?, ?)", [(key, kept, day)]),
                ("DELETE FROM comparisons WHERE day < ?", [(day - KEPT_DAYS,)]),
            ]
        )

    def _bytes(self, file: InputFile) -> bytes | None:
        try:
            return read_bytes(file.real, self._checker.max_record_bytes)
        except UnreadableError:
            return None

    def _key(self, path: str, content: bytes) -> bytes:
        assert self._program is not None
        return maker_key(content.hex(), self._program, self._setup(path), path)

    def _setup(self, path: str) -> str:
        """Return what the settings say about a path: rules, options, severities, reader, limits."""
        checker = self._checker
        active = checker.config.active_rules(checker.rules, path)
        suffix = suffix_of(path)
        key = (id(active), suffix)
        if key not in self._setups:
            rules = [(a.rule.id, repr(a.options), a.severity) for a in active]
            known = [rule.id for rule in checker.rules]
            limits = (checker.max_bytes, checker.max_record_bytes, checker.config.text_field)
            reader = (suffix, checker.readers[suffix].format)
            self._setups[key] = maker_key(repr((rules, known, limits, reader))).hex()
        return self._setups[key] + ("+" if checker.compared(path) else "")

    def keep(self, files: Sequence[InputFile], outcomes: dict[int, Outcome]) -> None:
        """Write what came of files that were not known; nothing that a crash has cut short."""
        if self._program is None or not self.is_open:
            return
        day = int(time.time()) // DAY
        stamps = [(path, *stamp(status), content, day) for path, status, content in self._stale]
        made: list[tuple[bytes, bytes | str, int]] = []
        fingerprints: list[tuple[bytes, bytes, int]] = []
        for number, outcome in outcomes.items():
            content = outcome.content
            if number in self._known or content is None or number not in self._read:
                continue
            if any(problem.kind == "crash" for problem in outcome.problems):
                continue
            status = self._read[number]
            if status.st_size == content.size and is_certain(status):
                path = os.fsencode(files[number].real)
                stamps.append((path, *stamp(status), content.key, day))
            key = self._key(files[number].path, content.key)
            try:
                kept = _written(outcome)
                if outcome.fingerprints is not None:
                    fingerprints.append((key, pickle.dumps(outcome.fingerprints), day))
            except Exception:  # what a plugin has put into it
                continue
            made.append((key, kept, day))
        if stamps or made:
            self.write(
                [
                    ("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", sorted(stamps)),
                    ("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", sorted(made)),
                    ("INSERT OR REPLACE INTO fingerprints VALUES (?, ?, ?)", sorted(fingerprints)),
                    ("DELETE FROM files WHERE day < ?", [(day - KEPT_DAYS,)]),
                    ("DELETE FROM outcomes WHERE day < ?", [(day - KEPT_DAYS,)]),
                    ("DELETE FROM fingerprints WHERE day < ?", [(day - KEPT_DAYS,)]),
                ]
            )


def _written(outcome: Outcome) -> bytes | str:
    """Return an outcome without the file's text, which is read from the file, and fingerprints.

    Most outcomes are that nothing was found: five values, which JSON gives back in a tenth of the time.
    """
    report = outcome.report._replace(source=None, data=None)
    content = outcome.content
    assert content is not None
    plain = [report.words, report.documents, report.format, report.had_bom, content.size]
    bare = replace(outcome, report=report, fingerprints=None)
    if bare == _of_plain(report.path, plain, content.key):
        return json.dumps(plain)
    return pickle.dumps(bare)


def _of_plain(path: str, plain: list[Any], content: bytes) -> Outcome:
    words, documents, format, had_bom, size = plain
    report = FileReport(path, words, had_bom=had_bom, documents=documents, format=format)
    return Outcome(report, content=Content(size, content))


def _read_outcome(path: str, kept: object, content: bytes) -> Outcome | None:
    try:
        if isinstance(kept, str):
            return _of_plain(path, json.loads(kept), content)
        outcome = _Unpickler(io.BytesIO(kept if isinstance(kept, bytes) else b"")).load()
    except Exception:  # of any kind: the bytes may be anything
        return None
    return outcome if isinstance(outcome, Outcome) else None


def _program(checker: Checker) -> str | None:
    """Return what stands for the program, its plugins and their tables; None if that is not known."""
    parts: list[object] = [__version__, sys.version]
    places = {Path(__file__).parent}
    host = checker.host
    for plugin in host.plugins:
        parts.append((plugin.name, plugin.origin))
        module = None if host.manager is None else host.manager.get_plugin(plugin.name)
        if module is not None:
            file = getattr(module, "__file__", None)
            if file is None:
                return None
            is_package = hasattr(module, "__path__")
            places.add(Path(file).parent if is_package else Path(file))
    config = checker.config
    if config.own_rules:
        try:
            parts.append(content_key(config.path.read_bytes() if config.path else b""))
        except OSError:
            return None
    for folder in sys.path:
        if Path(folder).name in _INSTALLED:
            places.add(Path(folder))
    for place in sorted(places):
        parts += _stamps(place)
    return maker_key(repr(parts)).hex()


def _stamps(place: Path) -> Iterable[object]:
    """Yield name, size and time of a file, of the files of a package, or of an installation folder."""
    try:
        if place.is_file() or place.name in _INSTALLED:
            status = place.stat()
            yield str(place), status.st_size, status.st_mtime_ns
            return
        with os.scandir(place) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        yield from _stamps(Path(entry.path))
                else:
                    status = entry.stat()
                    yield entry.path, status.st_size, status.st_mtime_ns
    except OSError as error:
        yield str(place), str(error)
