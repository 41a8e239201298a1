"""Comparing documents after the last file: who belongs to the collection, and what its rules find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from textlint import suppress
from textlint.collection import Comparison, Entry, Found, Role, doc_number, run_stages
from textlint.document import Document
from textlint.engine import ActiveRule, FilePrints, Fingerprints, finding_of, say
from textlint.files import InputFile
from textlint.model import Finding, Problem, Related
from textlint.records import Record

MOST_OTHERS = 8  # documents that are read again and shown for one finding


class Member:
    """A file that takes part: as it is reported, where it is, and what it is to the others.

    `prints` are the fingerprints of its documents, None until the file has been read, in this run or
    for the index.
    """

    def __init__(
        self, path: str, real: Path | None, role: Role, prints: FilePrints | None = None
    ) -> None:
        self.path = path
        self.real = real
        self.role = role
        self.prints = prints


class Membership:
    """The files that are compared, by path.

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

    def take(self, path: str, prints: FilePrints) -> None:
        if path in self.members:
            self.members[path].prints = prints

    def leave_out(self, path: str) -> None:
        """Compare a file with nothing: this run could not read it, and has said so."""
        self.members.pop(path, None)

    def unread(self) -> Iterator[Member]:
        """Yield the members and references that were not read in this run."""
        for path in sorted(self.members):
            member = self.members[path]
            if member.prints is None and member.role is not Role.GUEST:
                yield member


class Reading(NamedTuple):
    """A document that was read again, with what its report needs.

    `source` and `data` are those of its file; `record` leads from the document into it.
    """

    document: Document
    source: str
    data: bytes | None = None  # where it is not simply the text as UTF-8
    record: Record | None = None


# Gives documents of a file by their number in it, those that can still be read.
Read = Callable[[Member, Collection[int]], Mapping[int, Reading]]


class Compared:
    """Findings by path, a reading of each file that is named in one, and what crashed."""

    def __init__(self) -> None:
        self.findings: dict[str, list[Finding]] = {}
        self.readings: dict[str, Reading] = {}
        self.problems: list[Problem] = []


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
    read: Read,
    owners: Mapping[str, str],
) -> Compared:
    """Run all rules that compare documents. Findings are those in the files that are `wanted`.

    They are places in files, and suppressions have been applied. `read` gives documents again that
    are reported or named in a report.
    """
    work = _Comparer(members, wanted, owners)
    for rule in active:
        if rule.rule.collection is not None:
            work.search(rule)
    work.report(read)
    return work.compared


class _Document(NamedTuple):
    """One document of a member: its number in the file, and what it is called in reports."""

    member: Member
    number: int
    name: str
    record: str  # what it calls itself, empty for a file that is a document
    fingerprints: Fingerprints


class _Comparer:
    def __init__(
        self,
        members: Iterable[Member],
        wanted: Callable[[str], bool],
        owners: Mapping[str, str],
    ) -> None:
        self.compared = Compared()
        self._wanted = wanted
        self._owners = owners
        self._documents = list(_documents(members))
        self._found: list[tuple[ActiveRule, Found]] = []
        self._readings: dict[tuple[str, int], Reading] = {}

    def search(self, active: ActiveRule) -> None:
        """Run the stages of one rule; what they raise ends it."""
        rule = active.rule
        assert rule.collection is not None
        entries = [
            Entry(
                doc_number(rank, document.member.role), document.member.path, made, document.record
            )
            for rank, document in enumerate(self._documents)
            if (made := document.fingerprints.get(rule.id)) is not None
        ]
        try:
            for found in run_stages(rule.collection, entries, active.options):
                if self._wanted(self._document(found.doc).member.path):
                    self._found.append((active, found))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # also SystemExit and GeneratorExit of a plugin
            self._crash(active, error)

    def report(self, read: Read) -> None:
        """Read once each file that has a part in what was found, and make the findings."""
        needed: dict[str, tuple[Member, set[int]]] = {}
        for _, found in self._found:
            for document in map(self._document, (found.doc, *found.others[:MOST_OTHERS])):
                path = document.member.path
                needed.setdefault(path, (document.member, set()))[1].add(document.number)
        for path in sorted(needed):
            for number, reading in read(*needed[path]).items():
                self._readings[path, number] = reading
                self.compared.readings.setdefault(path, reading)
        findings: dict[int, list[Finding]] = {}
        crashed: set[str] = set()
        for active, found in self._found:
            if active.rule.id in crashed:
                continue
            try:
                for finding in self._findings(active, found):
                    findings.setdefault(found.doc, []).append(finding)
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                crashed.add(active.rule.id)
                self._crash(active, error)
        for doc in sorted(findings):
            self._add(self._document(doc), findings[doc])

    def _document(self, doc: int) -> _Document:
        return self._documents[doc >> 2]

    def _reading(self, document: _Document) -> Reading | None:
        return self._readings.get((document.member.path, document.number))

    def _findings(self, active: ActiveRule, found: Found) -> Iterator[Finding]:
        """Yield the findings of one rule as places in the document; related ones lie in files."""
        document = self._document(found.doc)
        reading = self._reading(document)
        if reading is None:
            return
        others = [self._document(doc) for doc in found.others]
        shown = [self._reading(other) for other in others[:MOST_OTHERS]]
        comparison = Comparison(
            document=reading.document,
            others=tuple(None if r is None else r.document for r in shown),
            paths=tuple(other.name for other in others),
            values=found.values,
            options=active.options,
            in_file=bool(document.record),
        )
        named = {other.name: other for other in others[:MOST_OTHERS]}
        collection = active.rule.collection
        assert collection is not None
        for hit in collection.locate(comparison):
            finding = finding_of(active, reading.document, hit)
            related = tuple(self._in_its_file(place, named) for place in finding.related)
            yield finding._replace(related=related)

    def _in_its_file(self, place: Related, named: Mapping[str, _Document]) -> Related:
        """Return a place in another document as one in the file of that."""
        other = None if place.path is None else named.get(place.path)
        reading = None if other is None else self._reading(other)
        if other is None or reading is None or reading.record is None:
            return place
        return Related(reading.record.file_span(place.span), place.message, other.member.path)

    def _add(self, document: _Document, findings: Sequence[Finding]) -> None:
        reading = self._reading(document)
        assert reading is not None
        kept = suppress.apply(reading.document, findings)
        if reading.record is not None:
            kept = [reading.record.in_file(finding) for finding in kept]
        self.compared.findings.setdefault(document.member.path, []).extend(kept)

    def _crash(self, active: ActiveRule, error: BaseException) -> None:
        rule = active.rule.id
        text = f"rule {rule} raised {say(error)}"
        plugin = self._owners.get(rule)
        self.compared.problems.append(Problem("crash", text, rule=rule, plugin=plugin))


def _documents(members: Iterable[Member]) -> Iterator[_Document]:
    """Yield the documents of all members in order of path and place; no two have one name."""
    for member in sorted(members, key=lambda member: member.path):
        seen: Counter[str] = Counter()
        for number, (record, fingerprints) in enumerate(member.prints or ()):
            if record is None:
                yield _Document(member, number, member.path, "", fingerprints)
                continue
            seen[record] += 1
            again = f" ({seen[record]})" if seen[record] > 1 else ""
            name = f"{member.path}#{record}{again}"
            yield _Document(member, number, name, record or str(number), fingerprints)
