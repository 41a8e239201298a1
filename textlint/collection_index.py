"""The index of a collection: fingerprints of its documents, kept from one run to the next.

With it, a check of three files compares them with a whole folder and reads only what has changed. It
is a cache: it holds no text, everything in it can be made again, and whatever is wrong with it costs
time and never a finding.
"""

from __future__ import annotations

import os
import struct
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from textlint.engine import FilePrints, Fingerprints
from textlint.stores import DAY, KEPT_DAYS, Store, is_certain, stamp

FILE_NAME = "collection.sqlite"
_VERSION = 3  # of the tables and of what is kept in them

_TABLES = f"""
CREATE TABLE IF NOT EXISTS files(
  path BLOB PRIMARY KEY, size INTEGER, changed INTEGER, inode INTEGER, content BLOB, day INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS fingerprints(
  content BLOB, maker BLOB, fingerprint BLOB, day INTEGER, PRIMARY KEY(content, maker)
) WITHOUT ROWID;
PRAGMA user_version = {_VERSION};
"""


class CollectionIndex(Store):
    """An open index, or one that keeps nothing when `folder` cannot be used.

    Several runs may use one at a time: each writes in one short transaction, and a run that has to
    wait too long goes on without. `notices` say what a person should know.
    """

    def __init__(self, folder: Path) -> None:
        # By path in bytes: a name need not be text.
        self._files: dict[bytes, tuple[int, int, int, bytes]] = {}
        self._fingerprints: dict[tuple[bytes, bytes], bytes | None] = {}
        super().__init__(
            folder / FILE_NAME,
            version=_VERSION,
            tables=_TABLES,
            name="the index of the collection",
        )

    # -- reading -------------------------------------------------------------------------------

    def content_of(self, file: Path) -> bytes | None:
        """Return the content key of a file that has not changed since it was last read."""
        row = self.ask(
            "SELECT size, changed, inode, content FROM files WHERE path = ?", os.fsencode(file)
        )
        if row is None:
            return None
        try:
            status = file.stat()
        except OSError:
            return None
        return bytes(row[3]) if stamp(status) == tuple(row[:3]) else None

    def prints_of(
        self, content: bytes, makers: Mapping[str, bytes], *, many: bool
    ) -> FilePrints | None:
        """Return the fingerprints of the rule ids in `makers`; None unless all of them are known.

        `many` when the file holds any number of documents.
        """
        found: dict[str, bytes | None] = {}
        for rule_id, maker in makers.items():
            row = self.ask(
                "SELECT fingerprint FROM fingerprints WHERE content = ? AND maker = ?",
                content,
                maker,
            )
            if row is None:
                return None
            found[rule_id] = None if row[0] is None else bytes(row[0])
        return unpacked(found) if many else ((None, found),)

    # -- writing -------------------------------------------------------------------------------

    def keep(
        self,
        file: Path,
        status: os.stat_result,
        content: bytes,
        makers: Mapping[str, bytes],
        prints: FilePrints,
        *,
        many: bool,
    ) -> None:
        """Note what was made of a file; `status` is from after it was read. `flush` writes it."""
        if not self.is_open:
            return
        if is_certain(status):
            self._files[os.fsencode(file)] = (*stamp(status), content)
        made = packed(makers, prints) if many else prints[0][1]
        for rule_id, fingerprint in made.items():
            self._fingerprints[content, makers[rule_id]] = fingerprint

    def flush(self) -> None:
        """Write what was noted, and forget what nobody asked for in three months."""
        if not self.is_open or not (self._files or self._fingerprints):
            return
        day = int(time.time()) // DAY
        self.write(
            [
                (
                    "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)",
                    [(path, *stamp, day) for path, stamp in sorted(self._files.items())],
                ),
                (
                    "INSERT OR REPLACE INTO fingerprints VALUES (?, ?, ?, ?)",
                    [(*key, made, day) for key, made in sorted(self._fingerprints.items())],
                ),
                ("DELETE FROM files WHERE day < ?", [(day - KEPT_DAYS,)]),
                ("DELETE FROM fingerprints WHERE day < ?", [(day - KEPT_DAYS,)]),
            ]
        )
        self._files, self._fingerprints = {}, {}


# -- files of many documents ---------------------------------------------------------------------

_SIZES = struct.Struct(">IIB")  # of the id and of the fingerprint, and whether there is one


def packed(rules: Iterable[str], prints: FilePrints) -> dict[str, bytes | None]:
    """Return for each rule one value with the fingerprints of all documents of a file."""
    found: dict[str, bytes | None] = {}
    for rule_id in rules:
        parts: list[bytes] = []
        for record, fingerprints in prints:
            made = fingerprints.get(rule_id)
            name = (record or "").encode("utf-8", "surrogatepass")
            parts += (_SIZES.pack(len(name), len(made or b""), made is not None), name, made or b"")
        found[rule_id] = b"".join(parts)
    return found


def unpacked(values: Mapping[str, bytes | None]) -> FilePrints:
    """Return what `packed` put into the values."""
    records: list[str] = []
    prints: list[Fingerprints] = []
    for rule_id, data in values.items():
        place = number = 0
        while data is not None and place < len(data):
            name_size, size, is_made = _SIZES.unpack_from(data, place)
            start = place + _SIZES.size + name_size
            if number == len(prints):
                records.append(data[start - name_size : start].decode("utf-8", "surrogatepass"))
                prints.append({})
            prints[number][rule_id] = data[start : start + size] if is_made else None
            place, number = start + size, number + 1
    return tuple(zip(records, prints, strict=True))
