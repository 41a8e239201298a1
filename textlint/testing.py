"""The kit with which plugins are tested: run one rule on one text, check a rule's own examples.

from textlint.testing import check, check_examples

def test_my_rule() -> None:
    check_examples(my_rule)
    assert [hit.text for hit in check(my_rule, "Some text.")] == ["Some"]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from textlint import comparison
from textlint.collection import Role
from textlint.comparison import Member, Reading
from textlint.document import Document, Notice
from textlint.engine import ActiveRule, Engine, without_duplicates
from textlint.model import Finding, Problem
from textlint.readers import BUILT_IN, AnyReader, RecordReader
from textlint.records import Record, RecordSettings
from textlint.rule import Example, Rule


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding together with the source text it marks."""

    finding: Finding
    text: str

    @property
    def message(self) -> str:
        return self.finding.message

    @property
    def related(self) -> list[str]:
        return [related.message for related in self.finding.related]


def read(
    text: str, filename: str = "example.md", readers: Sequence[AnyReader] = BUILT_IN
) -> Document:
    """Return `text` as the document that the reader for `filename` makes of it."""
    suffix = PurePosixPath(filename).suffix
    reader = next((r for r in readers if suffix in r.suffixes), None)
    if reader is None:
        raise ValueError(f"no reader for {filename!r}")
    if isinstance(reader, RecordReader):
        raise ValueError(f"{filename!r} holds many documents; read_records returns them")
    return reader.read(filename, text)


def read_records(
    text: str,
    filename: str,
    readers: Sequence[AnyReader] = BUILT_IN,
    *,
    text_field: str | None = None,
) -> tuple[list[Record], list[Notice]]:
    """Return the articles of a file that holds many, and what its reader could not take."""
    suffix = PurePosixPath(filename).suffix
    reader = next((r for r in readers if suffix in r.suffixes), None)
    if not isinstance(reader, RecordReader):
        raise ValueError(f"no reader of records for {filename!r}")
    found = list(reader.read(filename, text, RecordSettings(text_field)))
    records = [item for item in found if isinstance(item, Record)]
    return records, [item for item in found if isinstance(item, Notice)]


def check(
    rule: Rule,
    text: str,
    filename: str = "example.md",
    *,
    detect_language: Callable[[Document], str | None] | None = None,
    **options: Any,
) -> list[Seen]:
    """Return what `rule` finds in `text`, in order of place. A crash of the rule is raised."""
    document = read(text, filename)
    active = [ActiveRule(rule, rule.options(**options))]
    engine = Engine(active, detect_language=detect_language, alone=True)
    checked = engine.check(document)
    _raise_problems(checked.problems)
    return [Seen(f, document.source[f.span.start : f.span.end]) for f in checked.findings]


def compare(
    rule: Rule,
    files: Mapping[str, str],
    *,
    references: Sequence[str] = (),
    detect_language: Callable[[Document], str | None] | None = None,
    **options: Any,
) -> dict[str, list[Seen]]:
    """Return what a rule that compares documents finds in `files` (text by filename), by filename.

    Those whose names are in `references` are originals, which are not reported.
    """
    active = ActiveRule(rule, rule.options(**options))
    engine = Engine([active], detect_language=detect_language)
    documents = {name: read(text, name) for name, text in files.items()}
    members = []
    for name, document in documents.items():
        made = engine.fingerprint(document)
        _raise_problems(made.problems)
        role = Role.REFERENCE if name in references else Role.MEMBER
        members.append(Member(name, None, role, ((None, made.fingerprints),)))
    compared = comparison.compare(
        [active],
        members,
        wanted=lambda path: True,
        read=lambda member, numbers: {0: Reading(documents[member.path], files[member.path])},
        owners={},
    )
    _raise_problems(compared.problems)
    return {
        name: [Seen(f, files[name][f.span.start : f.span.end]) for f in without_duplicates(found)]
        for name, found in sorted(compared.findings.items())
    }


def _raise_problems(problems: Sequence[Problem]) -> None:
    if problems:
        raise AssertionError("; ".join(problem.message for problem in problems))


def check_example(rule: Rule, example: Example) -> None:
    """Raise `AssertionError` unless `rule` does on `example` just what the example says."""
    if rule.collection is None:
        seen = check(rule, example.text, example.filename)
    else:
        found = compare(rule, {example.filename: example.text, **dict(example.beside)})
        seen = found.pop(example.filename, [])
        if found:
            raise AssertionError(f"{rule.id}: a finding in {', '.join(found)}, which stands beside")
    places = [item.text for item in seen]
    if places != list(example.at):
        expected = list(example.at) if example.at else "silence"
        raise AssertionError(
            f"{rule.id}: expected {expected}, got {places} on {example.text[:300]!r}"
        )


def check_examples(rule: Rule) -> None:
    """Check all examples of a rule and that it has at least three good and three bad ones."""
    assert len(rule.bad_examples) >= 3, f"{rule.id} needs three bad examples"
    assert len(rule.good_examples) >= 3, f"{rule.id} needs three good examples"
    for example in rule.examples:
        check_example(rule, example)
