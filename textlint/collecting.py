"""The part of a run that compares documents: finds the collection, reads what changed, compares."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textlint import __version__
from textlint.caching import Content, content_key, maker_key
from textlint.collection import Role
from textlint.comparison import Compared, Member, Membership, Reading, compare
from textlint.decoding import decode
from textlint.engine import ActiveRule, Engine, FilePrints, Fingerprints, say
from textlint.files import (
    MAX_BYTES,
    FileSettings,
    InputFile,
    UnreadableError,
    find_files,
    read_bytes,
    suffix_of,
)
from textlint.model import Problem
from textlint.readers import AnyReader, Reader, RecordReader
from textlint.records import NoArticlesError, Record, RecordSettings

if TYPE_CHECKING:
    from textlint.collection_index import CollectionIndex


class CollectionSettings(NamedTuple):
    """What documents are compared with; folders are relative to the working directory.

    `root` is the collection, None for the folders that are checked. `references` hold originals that
    are not reported themselves. `cache` is the folder for the index, None for none.
    """

    root: str | None = None
    references: Sequence[str] = ()
    cache: Path | None = None


class Collecting:
    """Collects fingerprints while files are checked, and compares them after the last.

    `engine_of` gives the engine of a path, `versions` and `owners` the origin and the
    plugin of each rule id. `contents` take the place of the files of these paths.
    """

    def __init__(
        self,
        settings: CollectionSettings,
        *,
        cwd: Path,
        files: FileSettings,
        readers: Mapping[str, AnyReader],
        records: RecordSettings,
        most_bytes: int,
        active: Sequence[ActiveRule],
        engine_of: Callable[[str], Engine],
        versions: Mapping[str, str],
        owners: Mapping[str, str],
        contents: Mapping[str, bytes],
    ) -> None:
        self._settings = settings
        self._cwd = cwd
        self._files = files
        self._readers = readers
        self._records = records
        self._most_bytes = most_bytes  # of a file of many articles
        self._active = [a for a in active if a.rule.collection is not None]
        self._engine_of = engine_of
        self._versions = versions
        self._owners = owners
        self._membership: Membership | None = None
        self._index: CollectionIndex | None = None
        self._streams = dict(contents)
        self.problems: list[Problem] = []
        self.notices: list[str] = []

    def begin(self, named: Iterable[InputFile]) -> None:
        """Find the documents to compare, before the first of them is checked."""
        if not self._active:
            return
        settings = self._settings
        roots = None if settings.root is None else self._find([settings.root])
        references = self._find(settings.references)
        self._membership = Membership(named, roots, references)
        if settings.cache is not None and (settings.root is not None or settings.references):
            from textlint.collection_index import CollectionIndex  # it loads SQLite

            self._index = CollectionIndex(settings.cache)

    def _find(self, folders: Sequence[str]) -> list[InputFile]:
        if not folders:
            return []
        found = find_files(folders, self._files, self._cwd)
        self.problems += found.problems
        return found.files

    def begin_stream(self, path: str, data: bytes) -> None:
        """Let a document from standard input take part, as the file it stands for or as a guest."""
        if self._membership is not None:
            self._membership.add_guest(path)
            self._streams[path] = data

    def wants(self, path: str) -> bool:
        """Whether the document that is reported as `path` is compared with others."""
        return self._membership is not None and path in self._membership

    def take(self, path: str, real: Path | None, content: Content, prints: FilePrints) -> None:
        if self._membership is not None:
            self._membership.take(path, prints)
            if real is not None and path not in self._streams:
                self._keep(path, real, content, prints)

    def leave_out(self, path: str) -> None:
        """Compare a document with nothing, since the run could not read it and has said so."""
        if self._membership is not None:
            self._membership.leave_out(path)

    @property
    def roles(self) -> dict[str, Role] | None:
        """What each document that is compared is to the others, by path.

        None where the comparison depends on more than the documents that this run checks.
        """
        if self._membership is None or self._index is not None or self._streams:
            return None
        return {path: member.role for path, member in self._membership.members.items()}

    def finish(self, checked: frozenset[str]) -> Compared:
        """Compare everything; only what is found in the `checked` paths is returned."""
        if self._membership is None:
            return Compared()
        for member in self._membership.unread():
            self._read_unchecked(member)
        if self._index is not None:
            self._index.flush()
        members = self._membership.members
        compared = Compared()
        documents = sum(len(member.prints or ()) for member in members.values())
        if documents > 1:  # or there is nothing to compare, and no stage need be imported
            compared = compare(
                self._active,
                members.values(),
                wanted=lambda path: path in checked,
                read=self._read_again,
                owners=self._owners,
            )
        if self._index is not None:
            self.notices += self._index.notices
            self._index.close()
        return compared

    # -- documents that are compared and not checked ---------------------------------------------

    def _read_unchecked(self, member: Member) -> None:
        """Take the fingerprints of a member from the index, or else from the file itself."""
        assert member.real is not None
        index, path = self._index, member.path
        makers = self._makers(path)
        if index is not None and (content := index.content_of(member.real)) is not None:
            member.prints = index.prints_of(content, makers, many=self._holds_many(path))
        if member.prints is not None:
            return
        data = self._bytes(member)
        if data is None:
            return
        known = None
        if index is not None:
            known = index.prints_of(content_key(data), makers, many=self._holds_many(path))
        if known is None:
            engine = self._engine_of(path)
            prints: list[tuple[str | None, Fingerprints]] = []
            for reading in self._documents(path, data):
                made = engine.fingerprint(reading.document)
                self.problems += made.problems
                record = None if reading.record is None else reading.record.id
                prints.append((record, made.fingerprints))
            if not prints and not self._holds_many(path):
                return
            known = prints
        member.prints = known
        self._keep(path, member.real, Content.of(data), known)

    def _bytes(self, member: Member) -> bytes | None:
        assert member.real is not None
        most = self._most_bytes if self._holds_many(member.path) else MAX_BYTES
        try:
            return read_bytes(member.real, most)
        except UnreadableError as error:
            text = f"{member.path}: {error} (not compared)"
            self.problems.append(Problem("file", text, path=member.path))
            return None

    def _keep(self, path: str, real: Path, content: Content, prints: FilePrints) -> None:
        if self._index is None:
            return
        try:
            status = real.stat()
        except OSError:
            return
        if status.st_size != content.size:  # it was written since it was read
            return
        many = self._holds_many(path)
        self._index.keep(real, status, content.key, self._makers(path), prints, many=many)

    def _makers(self, path: str) -> dict[str, bytes]:
        suffix = suffix_of(path)
        field = self._records.text_field if self._holds_many(path) else None
        return {
            a.rule.id: maker_key(
                __version__,
                a.rule.id,
                self._versions.get(a.rule.id, ""),
                repr(a.options),
                suffix,
                self._reader(path).format,
                field or "",
            )
            for a in self._engine_of(path).active
            if a.rule.collection is not None
        }

    def _reader(self, path: str) -> AnyReader:
        return self._readers.get(suffix_of(path)) or self._readers[".txt"]

    def _holds_many(self, path: str) -> bool:
        return isinstance(self._reader(path), RecordReader)

    # -- documents that are named in a finding ---------------------------------------------------

    def _read_again(self, member: Member, numbers: Collection[int]) -> dict[int, Reading]:
        data = self._streams.get(member.path)
        if data is None:
            data = self._bytes(member)
        if data is None:
            return {}
        read = enumerate(self._documents(member.path, data))
        return {number: reading for number, reading in read if number in numbers}

    def _documents(self, path: str, data: bytes) -> Iterator[Reading]:
        """Yield the documents of a file, none where it cannot be read or holds something else."""
        decoded = decode(data)
        if decoded.text is None:
            return
        plain = decoded.encoding == "utf-8" and decoded.problem is None
        bytes_of = None if plain else data
        reader = self._reader(path)
        try:
            if isinstance(reader, Reader):
                yield Reading(reader.read(path, decoded.text), decoded.text, bytes_of)
                return
            for item in reader.read(path, decoded.text, self._records):
                if isinstance(item, Record):
                    yield Reading(item.document, decoded.text, bytes_of, item)
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except NoArticlesError:
            return
        except BaseException as error:  # a plugin's reader
            text = f"{path}: the reader for {reader.format} raised {say(error)}"
            self.problems.append(Problem("crash", text, path=path))
