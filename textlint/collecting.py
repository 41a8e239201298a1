"""The part of a run that compares documents: finds the collection, reads what changed, compares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textlint import __version__
from textlint.caching import Content, content_key, maker_key
from textlint.collection import Role
from textlint.comparison import Compared, Member, Membership, Reading, compare
from textlint.decoding import decode
from textlint.engine import ActiveRule, Engine, Fingerprints, say
from textlint.files import (
    FileSettings,
    InputFile,
    UnreadableError,
    find_files,
    read_bytes,
    suffix_of,
)
from textlint.model import Problem
from textlint.readers import Reader

if TYPE_CHECKING:
    from textlint.collection_index import CollectionIndex


@dataclass(frozen=True, slots=True)
class CollectionSettings:
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
        readers: Mapping[str, Reader],
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

    def take(
        self, path: str, real: Path | None, content: Content, fingerprints: Fingerprints
    ) -> None:
        if self._membership is not None:
            self._membership.take(path, fingerprints)
            if real is not None and path not in self._streams:
                self._keep(path, real, content, fingerprints)

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
        if len(members) > 1:  # or there is nothing to compare, and no stage need be imported
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
        makers = self._makers(member.path)
        index = self._index
        if index is not None and (content := index.content_of(member.real)) is not None:
            member.fingerprints = index.fingerprints_of(content, makers)
        if member.fingerprints is not None:
            return
        try:
            data = read_bytes(member.real)
        except UnreadableError as error:
            self.problems.append(
                Problem("file", f"{member.path}: {error} (not compared)", path=member.path)
            )
            return
        known = None if index is None else index.fingerprints_of(content_key(data), makers)
        if known is None:
            reading = self._parse(member.path, data)
            if reading is None:
                return
            made = self._engine_of(member.path).fingerprint(reading.document)
            self.problems += made.problems
            known = made.fingerprints
        member.fingerprints = known
        self._keep(member.path, member.real, Content.of(data), known)

    def _keep(self, path: str, real: Path, content: Content, fingerprints: Fingerprints) -> None:
        if self._index is None:
            return
        try:
            status = real.stat()
        except OSError:
            return
        if status.st_size != content.size:  # it was written since it was read
            return
        makers = self._makers(path)
        made = {makers[rule_id]: made for rule_id, made in fingerprints.items()}
        self._index.keep(real, status, content.key, made)

    def _makers(self, path: str) -> dict[str, bytes]:
        suffix = suffix_of(path)
        return {
            a.rule.id: maker_key(
                __version__,
                a.rule.id,
                self._versions.get(a.rule.id, ""),
                repr(a.options),
                suffix,
                self._readers[suffix].format,
            )
            for a in self._engine_of(path).active
            if a.rule.collection is not None
        }

    # -- documents that are named in a finding ---------------------------------------------------

    def _read_again(self, member: Member) -> Reading | None:
        data = self._streams.get(member.path)
        if data is None:
            assert member.real is not None
            try:
                data = read_bytes(member.real)
            except UnreadableError:
                return None
        return self._parse(member.path, data)

    def _parse(self, path: str, data: bytes) -> Reading | None:
        decoded = decode(data)
        if decoded.text is None:
            return None
        reader = self._readers.get(suffix_of(path)) or self._readers[".txt"]
        try:
            document = reader.read(path, decoded.text)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a plugin's reader
            text = f"{path}: the reader for {reader.format} raised {say(error)}"
            self.problems.append(Problem("crash", text, path=path))
            return None
        plain = decoded.encoding == "utf-8" and decoded.problem is None
        return Reading(document, decoded.had_bom, None if plain else data)
