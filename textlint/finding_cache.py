"""What came of files, kept from one run to the next: unchanged files are not read again.

It is a cache: whatever is wrong with it costs time and never a finding. The key of an outcome is made
of the file's content, its path as reported, and everything that decides what is found: the settings of
the rules that are active for it, and the program itself. The program is known by the size and time of
every file in its package and in those of the plugins, their data among them, and by the time of the
folders that packages are installed in: that covers an upgrade of any dependency and an edit of a word
list that no version number tells.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from textlint import __version__
from textlint.caching import content_key, maker_key
from textlint.checking import Checker, Outcome, with_texts
from textlint.files import InputFile, UnreadableError, read_bytes, suffix_of
from textlint.stores import DAY, KEPT_DAYS, Store, is_certain, stamp

FILE_NAME = "findings.sqlite"
_VERSION = 1  # of the tables

_TABLES = f"""
CREATE TABLE IF NOT EXISTS files(
  path BLOB PRIMARY KEY, size INTEGER, changed INTEGER, inode INTEGER, content BLOB, day INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outcomes(
  key BLOB PRIMARY KEY, outcome BLOB, day INTEGER
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
        """Put what is known of the files into `outcomes`, by number; return these numbers."""
        if self._program is None:
            return set()
        for number, file in enumerate(files):
            if not self.is_open:
                break
            try:
                status = file.real.stat()
            except OSError:
                continue
            outcome = self._outcome(file, status)
            self._read[number] = status
            if outcome is not None:
                outcomes[number] = outcome
                self._known.add(number)
        return set(self._known)

    def _outcome(self, file: InputFile, status: os.stat_result) -> Outcome | None:
        path = os.fsencode(file.real)
        row = self.ask(
            "SELECT size, changed, inode, content FROM files WHERE path = ?",
            path,
        )
        data: bytes | None = None
        if row is not None and tuple(row[:3]) == stamp(status):
            content = bytes(row[3])
        else:
            data = self._bytes(file)
            if data is None:
                return None
            content = content_key(data)
        kept = self.ask("SELECT outcome FROM outcomes WHERE key = ?", self._key(file.path, content))
        if kept is None:
            return None
        try:
            outcome = _Unpickler(io.BytesIO(kept[0])).load()
        except Exception:  # of any kind: the bytes may be anything
            return None
        if not isinstance(outcome, Outcome) or outcome.report.path != file.path:
            return None
        if outcome.report.findings:
            if data is None:
                data = self._bytes(file)
            if data is None or content_key(data) != content:
                return None
            outcome.report = with_texts(outcome.report, data)
        if data is not None and is_certain(status):
            self._stale.append((path, status, content))
        return outcome

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
        made: list[tuple[bytes, bytes, int]] = []
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
            try:
                kept = pickle.dumps(_bare(outcome))
            except Exception:  # what a plugin has put into it
                continue
            made.append((self._key(files[number].path, content.key), kept, day))
        if stamps or made:
            self.write(
                [
                    ("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", sorted(stamps)),
                    ("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", sorted(made)),
                    ("DELETE FROM files WHERE day < ?", [(day - KEPT_DAYS,)]),
                    ("DELETE FROM outcomes WHERE day < ?", [(day - KEPT_DAYS,)]),
                ]
            )


def _bare(outcome: Outcome) -> Outcome:
    """Return the outcome without the file's text, which is read from the file."""
    return replace(outcome, report=replace(outcome.report, source=None, data=None))


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
