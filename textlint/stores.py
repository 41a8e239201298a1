"""SQLite files in the cache folder: opened, rebuilt when they are damaged, given up without a fuss."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

BUSY_SECONDS = 5.0
KEPT_DAYS = 90  # since a row was last written
DAY = 86_400  # seconds
_AT_A_TIME = 500  # values in one question; SQLite takes at least 999
_UNCERTAIN_NS = 2_000_000_000  # a file changed this shortly before it was read may change unseen


class _OtherVersionError(sqlite3.DatabaseError):
    """The tables are not those of this version."""


def stamp(status: os.stat_result) -> tuple[int, int, int]:
    """Return what changes with a file: size, time in nanoseconds, and as much of the inode as fits."""
    return status.st_size, status.st_mtime_ns, status.st_ino & 0x7FFF_FFFF_FFFF_FFFF


def is_certain(status: os.stat_result) -> bool:
    """Whether a file is old enough for its time to tell that it has not changed since."""
    return time.time_ns() - status.st_mtime_ns > _UNCERTAIN_NS


class Store:
    """An open database, or one that keeps nothing when `file` cannot be used.

    Several runs may use one at a time: each writes in one short transaction, and a run that has to
    wait too long goes on without. `notices` say what a person should know; `name` is what they call it.
    Unless `is_told`, they are silent about a database that cannot be used.
    """

    def __init__(
        self, file: Path, *, version: int, tables: str, name: str, is_told: bool = True
    ) -> None:
        self.notices: list[str] = []
        self._file = file
        self._name = name
        self._is_told = is_told
        self._database: sqlite3.Connection | None = None
        self._open(version, tables)

    @property
    def is_open(self) -> bool:
        return self._database is not None

    def _open(self, version: int, tables: str) -> None:
        for attempt in (1, 2):
            try:
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._database = self._connect(version, tables)
                return
            except sqlite3.OperationalError as error:
                self.give_up(error)
                return
            except sqlite3.DatabaseError as error:
                if attempt == 2 or not self._rebuild(error):
                    self.give_up(error)
                    return
            except OSError as error:
                self.give_up(error)
                return

    def _connect(self, version: int, tables: str) -> sqlite3.Connection:
        database = sqlite3.connect(self._file, timeout=BUSY_SECONDS)
        try:
            found = database.execute("PRAGMA user_version").fetchone()[0]
            if found not in (0, version):
                raise _OtherVersionError(f"version {found}")
            if found != version:
                database.executescript(tables)
            database.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        except BaseException:
            database.close()
            raise
        return database

    def _rebuild(self, error: Exception) -> bool:
        try:
            for suffix in ("", "-journal", "-wal", "-shm"):
                self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)
        except OSError:
            return False
        is_old = isinstance(error, _OtherVersionError)
        what = "is of another version of textlint" if is_old else f"was damaged ({error})"
        self.notices.append(f"{self._name} {what} and is made anew")
        return True

    def give_up(self, error: Exception) -> None:
        """Go on without, and say why: a folder that cannot be written is no reason to fail."""
        reason = error.strerror if isinstance(error, OSError) else str(error)
        if self._is_told:
            self.notices.append(f"{self._name} cannot be used: {reason}")
        self.close()

    def close(self) -> None:
        if self._database is not None:
            self._database.close()
        self._database = None

    def ask(self, question: str, *values: object) -> tuple[Any, ...] | None:
        """Return the first row of the answer."""
        if self._database is None:
            return None
        try:
            row: tuple[Any, ...] | None = self._database.execute(question, values).fetchone()
        except sqlite3.DatabaseError as error:
            self._drop(error)
            return None
        return row

    def ask_many(self, question: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Return all rows of a question that ends in "IN", asked of many values at a time."""
        rows: list[tuple[Any, ...]] = []
        for start in range(0, len(values), _AT_A_TIME):
            some = values[start : start + _AT_A_TIME]
            if self._database is None:
                break
            marks = ",".join("?" * len(some))
            try:
                rows += self._database.execute(f"{question} ({marks})", some).fetchall()
            except sqlite3.DatabaseError as error:
                self._drop(error)
        return rows

    def write(self, statements: Iterable[tuple[str, Sequence[Sequence[object]]]]) -> None:
        """Run statements, each with its rows, in one transaction."""
        if self._database is None:
            return
        try:
            with self._database as database:
                for statement, rows in statements:
                    database.executemany(statement, rows)
        except sqlite3.DatabaseError as error:
            self._drop(error)

    def _drop(self, error: sqlite3.DatabaseError) -> None:
        """Stop using a database that fails; a damaged one is removed, so that the next run makes it."""
        self.close()
        if not isinstance(error, sqlite3.OperationalError) and self._rebuild(error):
            return
        self.give_up(error)
