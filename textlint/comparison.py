"""Comparing documents after the last file: who belongs to the collection, and what its rules find."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from textlint.collection import Comparison, Entry, Found, Role, doc_number, run_stages
from textlint.document import Document
from textlint.engine import ActiveRule, Fingerprints, finding_of, say
from textlint.files import InputFile
from textlint.model import Finding, Problem

MOST_OTHERS = 8  # documents that are read again and shown for one finding


@dataclass(slots=True)
class Member:
    """A document that takes part: as it is reported, where it is, and what it is to the others.

    `fingerprints` are None until the document has been read, in this run or for the index.
    """

    path: str
    real: Path | None
    role: Role
    fingerprints: Fingerprints | None = None


class Membership:
    """The documents that are compared, by path.

    With `roots`, they are the collection; all other files that were named are guests. Without, the
    folders that were named are the collection. Files that were named one by one never make one:
    pre-commit splits long lists of them, and what is found must not depend on how.
    """

    def __init__(
        self,
        named: Iterable[InputFile],
        roots: Sequence[InputFile] | None,
        references: Iterable[InputFile],
    ) -> None:
        self.members: dict[str, Member] = {}
        real: set[Path] = set()

        def add(file: InputFile, role: Role) -> None:
            if file.real not in real:
                real.add(file.real)
                self.members[file.path] = Member(file.path, file.real, role)

        for file in references:
            add(file, Role.REFERENCE)
        for file in roots or ():
            add(file, Role.MEMBER)
        for file in named:
            is_member = roots is None and not file.named
            add(file, Role.MEMBER if is_member else Role.GUEST)
        if all(member.role is Role.GUEST for member in self.members.values()):
            self.members = {}

    def add_guest(self, path: str) -> None:
        """Take a document that comes from no file; it stands for the file of that name, if any."""
        if self.members:
            known = self.members.get(path)
            self.members[path] = Member(path, None, known.role if known else Role.GUEST)

    def __contains__(self, path: str) -> bool:
        return path in self.members

    def take(self, path: str, fingerprints: Fingerprints) -> None:
        if path in self.members:
            self.members[path].fingerprints = fingerprints

    def leave_out(self, path: str) -> None:
        """Compare a document with nothing: this run could not read it, and has said so."""
        self.members.pop(path, None)

    def unread(self) -> Iterator[Member]:
        """Yield the members and references that were not read in this run."""
        for path in sorted(self.members):
            member = self.members[path]
            if member.fingerprints is None and member.role is not Role.GUEST:
                yield member


class Reading(NamedTuple):
    """A document that was read again, with what its report needs."""

    document: Document
    had_bom: bool
    data: bytes | None  # where it is not simply the text as UTF-8


@dataclass(slots=True)
class Compared:
    """Findings by path, what was read for them by path, and what crashed."""

    findings: dict[str, list[Finding]] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class ComparedFile(NamedTuple):
    """What a comparison found in one document, perhaps nothing, and its text as a report needs it.

    `data` are its bytes where they are not simply the text as UTF-8.
    """

    findings: tuple[Finding, ...]
    source: str
    data: bytes | None


def compare(
    active: Iterable[ActiveRule],
    members: Iterable[Member],
    *,
    wanted: Callable[[str], bool],
    read: Callable[[Member], Reading | None],
    owners: Mapping[str, str],
) -> Compared:
    """Run all rules that compare documents. Findings are those in the documents that are `wanted`.

    `read` gives a document again when it is reported or named in a report, None if it is gone.
    """
    work = _Comparer(sorted(members, key=lambda member: member.path), wanted, read)
    for rule in active:
        if rule.rule.collection is not None:
            work.run(rule, owners.get(rule.rule.id))
    return work.compared


class _Comparer:
    def __init__(
        self,
        members: Sequence[Member],
        wanted: Callable[[str], bool],
        read: Callable[[Member], Reading | None],
    ) -> None:
        self.members = members
        self.wanted = wanted
        self.read = read
        self.compared = Compared()
        self._gone: set[str] = set()

    def run(self, active: ActiveRule, plugin: str | None) -> None:
        """Run one rule, guarded: what it raises ends it, and what it found before stays."""
        rule = active.rule
        assert rule.collection is not None
        entries = [
            Entry(doc_number(rank, member.role), member.path, fingerprint)
            for rank, member in enumerate(self.members)
            if (fingerprint := (member.fingerprints or {}).get(rule.id)) is not None
        ]
        try:
            for found in run_stages(rule.collection, entries, active.options):
                if self.wanted(self._member(found.doc).path):
                    self._report(active, found)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # also SystemExit and GeneratorExit of a plugin
            text = f"rule {rule.id} raised {say(error)}"
            self.compared.problems.append(Problem("crash", text, rule=rule.id, plugin=plugin))

    def _member(self, doc: int) -> Member:
        return self.members[doc >> 2]

    def _report(self, active: ActiveRule, found: Found) -> None:
        reading = self._reading(self._member(found.doc))
        if reading is None:
            return
        others = [self._member(doc) for doc in found.others]
        shown = [self._reading(member) for member in others[:MOST_OTHERS]]
        comparison = Comparison(
            document=reading.document,
            others=tuple(None if r is None else r.document for r in shown),
            paths=tuple(member.path for member in others),
            values=found.values,
            options=active.options,
        )
        collection = active.rule.collection
        assert collection is not None
        for hit in collection.locate(comparison):
            finding = finding_of(active, reading.document, hit)
            self.compared.findings.setdefault(finding.path, []).append(finding)

    def _reading(self, member: Member) -> Reading | None:
        path = member.path
        if path not in self.compared.readings and path not in self._gone:
            reading = self.read(member)
            if reading is None:
                self._gone.add(path)
            else:
                self.compared.readings[path] = reading
        return self.compared.readings.get(path)
