"""The index of a collection: fingerprints of its documents, kept from one run to the next.

With it, a check of three files compares them with a whole folder and reads only what has changed. It
is a cache: it holds no text, everything in it can be made again, and whatever is wrong with it costs
time and never a finding.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE_NAME = "collection.sqlite"
_VERSION = 2  # of the tables
_BUSY_SECONDS = 5.0
_UNCERTAIN_NS = 2_000_000_000  # a file changed this shortly before it was read may change unseen
_KEPT_DAYS = 90  # since they were last written or asked for
_DAY = 86_400

_TABLES = f"""
CREATE TABLE IF NOT EXISTS files(
  path BLOB PRIMARY KEY, size INTEGER, changed INTEGER, inode INTEGER, content BLOB, day INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS fingerprints(
  content BLOB, maker BLOB, fingerprint BLOB, day INTEGER, PRIMARY KEY(content, maker)
) WITHOUT ROWID;
PRAGMA user_version = {_VERSION};
"""


class _OtherVersionError(sqlite3.DatabaseError):
    """The tables are not those of this version."""


def _stamp(status: os.stat_result) -> tuple[int, int, int]:
    """Return what changes with a file: size, time in nanoseconds, and as much of the inode as fits."""
    return status.st_size, status.st_mtime_ns, status.st_ino & 0x7FFF_FFFF_FFFF_FFFF


class CollectionIndex:
    """An open index, or one that keeps nothing when `folder` cannot be used.

    Several runs may use one at a time: each writes in one short transaction, and a run that has to
    wait too long goes on without. `notices` say what a person should know.
    """

    def __init__(self, folder: Path) -> None:
        self.notices: list[str] = []
        self._folder = folder
        self._database: sqlite3.Connection | None = None
        # By path in bytes: a name need not be text.
        self._files: dict[bytes, tuple[int, int, int, bytes]] = {}
        self._fingerprints: dict[tuple[bytes, bytes], bytes | None] = {}
        self._open(folder / FILE_NAME)

    def _open(self, file: Path) -> None:
        for attempt in (1, 2):
            try:
                file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                database = sqlite3.connect(file, timeout=_BUSY_SECONDS)
                try:
                    version = database.execute("PRAGMA user_version").fetchone()[0]
                    if version not in (0, _VERSION):
                        raise _OtherVersionError(f"version {version}")
                    database.executescript(_TABLES)
                    database.execute("SELECT * FROM fingerprints LIMIT 1").fetchall()
                except BaseException:
                    database.close()
                    raise
                self._database = database
                return
            except sqlite3.OperationalError as error:
                self._give_up(error)
                return
            except sqlite3.DatabaseError as error:
                if attempt == 2 or not self._rebuild(file, error):
                    self._give_up(error)
                    return
            except OSError as error:
                self._give_up(error)
                return

    def _rebuild(self, file: Path, error: Exception) -> bool:
        try:
            for suffix in ("", "-journal", "-wal", "-shm"):
                file.with_name(file.name + suffix).unlink(missing_ok=True)
        except OSError:
            return False
        is_old = isinstance(error, _OtherVersionError)
        what = "is of another version of textlint" if is_old else f"was damaged ({error})"
        self.notices.append(f"the index of the collection {what} and is made anew")
        return True

    def _give_up(self, error: Exception) -> None:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        self.notices.append(f"the index of the collection cannot be used: {reason}")
        self.close()

    def close(self) -> None:
        if self._database is not None:
            self._database.close()
        self._database = None

    # -- reading -------------------------------------------------------------------------------

    def content_of(self, file: Path) -> bytes | None:
        """Return the content key of a file that has not changed since it was last read."""
        row = self._ask(
            "SELECT size, changed, inode, content FROM files WHERE path = ?", os.fsencode(file)
        )
        if row is None:
            return None
        try:
            status = file.stat()
        except OSError:
            return None
        return bytes(row[3]) if _stamp(status) == tuple(row[:3]) else None

    def fingerprints_of(
        self, content: bytes, makers: Mapping[str, bytes]
    ) -> dict[str, bytes | None] | None:
        """Return the fingerprint of each rule id in `makers`; None unless all of them are known."""
        found: dict[str, bytes | None] = {}
        for rule_id, maker in makers.items():
            row = self._ask(
                "SELECT fingerprint FROM fingerprints WHERE content = ? AND maker = ?",
                content,
                maker,
            )
            if row is None:
                return None
            found[rule_id] = None if row[0] is None else bytes(row[0])
        return found

    def _ask(self, question: str, *values: object) -> tuple[Any, ...] | None:
        if self._database is None:
            return None
        try:
            row: tuple[Any, ...] | None = self._database.execute(question, values).fetchone()
        except sqlite3.DatabaseError as error:
            self._drop(error)
            return None
        return row

    def _drop(self, error: sqlite3.DatabaseError) -> None:
        """Stop using a database that fails; a damaged one is removed, so that the next run makes it."""
        self.close()
        if not isinstance(error, sqlite3.OperationalError):
            if self._rebuild(self._folder / FILE_NAME, error):
                return
        self.notices.append(f"the index of the collection cannot be used: {error}")

    # -- writing -------------------------------------------------------------------------------

    def keep(
        self,
        file: Path,
        status: os.stat_result,
        content: bytes,
        made: Mapping[bytes, bytes | None],
    ) -> None:
        """Note what was made of a file; `status` is from after it was read. `flush` writes it."""
        if self._database is None:
            return
        if time.time_ns() - status.st_mtime_ns > _UNCERTAIN_NS:
            self._files[os.fsencode(file)] = (*_stamp(status), content)
        for maker, fingerprint in made.items():
            self._fingerprints[content, maker] = fingerprint

    def flush(self) -> None:
        """Write what was noted, and forget what nobody asked for in three months."""
        if self._database is None or not (self._files or self._fingerprints):
            return
        day = int(time.time()) // _DAY
        try:
            with self._database as database:
                database.executemany(
                    "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)",
                    [(path, *stamp, day) for path, stamp in sorted(self._files.items())],
                )
                database.executemany(
                    "INSERT OR REPLACE INTO fingerprints VALUES (?, ?, ?, ?)",
                    [(*key, made, day) for key, made in sorted(self._fingerprints.items())],
                )
                database.execute("DELETE FROM files WHERE day < ?", (day - _KEPT_DAYS,))
                database.execute("DELETE FROM fingerprints WHERE day < ?", (day - _KEPT_DAYS,))
        except sqlite3.DatabaseError as error:
            self._drop(error)
        self._files, self._fingerprints = {}, {}
