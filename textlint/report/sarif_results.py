"""Findings as SARIF results: one for each rule, file and line, as code scanning tells alerts apart.

A paragraph of prose is one line, so several findings of a rule often share one. The first of them is
the result; the others are named in its message and are among its related locations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from textlint.escaping import encodable, one_line
from textlint.model import Confidence, Finding, Severity, Span
from textlint.report import FileReport, LineIndexes, ReportOptions, Run
from textlint.report.fingerprints import (
    LINE_HASH_NAME,
    STABLE_NAME,
    line_hashes,
    stable_fingerprints,
)
from textlint.report.places import first_line_region, line_range, whole_region
from textlint.report.summary import is_shown
from textlint.report.uris import Uris
from textlint.report.wording import counted, joined

ROOT = "%SRCROOT%"
MOST_RELATED = 100
LONGEST_MESSAGE = 1000  # characters, escapes counted
_LONGEST_OWN_MESSAGE = 600  # leaves room for the links behind it
_LONGEST_LABEL = 40
_MOST_LINKS = 10  # of one kind, in a message

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_SENTENCE_END = re.compile(r"(?<=[.!?]) ")
_MARKUP = re.compile(r"[\\\[\]]")


@dataclass(slots=True)
class Group:
    """The findings of one rule that start on one line of one file; one result."""

    file: FileReport
    uri: str
    line: int
    findings: list[Finding] = field(default_factory=list)
    fingerprints: list[str] = field(default_factory=list)

    @property
    def severity(self) -> Severity:
        return max(finding.severity for finding in self.findings)

    @property
    def confidence(self) -> Confidence:
        return max(finding.confidence for finding in self.findings)

    @property
    def place(self) -> tuple[str, int, int, str]:
        first = self.findings[0]
        return (self.uri, self.line, first.span.start, first.rule)


def group_findings(
    run: Run, options: ReportOptions, uris: Uris, indexes: LineIndexes
) -> list[Group]:
    """Return the groups of all findings in order of place.

    A suppressed finding is only taken when asked for, and then only into a group of its own kind:
    one result cannot be open and suppressed. A file that was read twice counts once.
    """
    groups: dict[tuple[str, str, int], Group] = {}
    spans: set[tuple[str, str, Span]] = set()
    for file in run.files:
        uri, index = uris[file.path], indexes.of(file)
        prints = stable_fingerprints(file.findings)
        for finding, fingerprint in sorted(
            zip(file.findings, prints, strict=True), key=lambda pair: pair[0].suppressed
        ):
            identity = (finding.rule, uri, finding.span)
            if identity in spans or not is_shown(finding, options):
                continue
            spans.add(identity)
            line = line_range(index, finding.span)[0]
            group = groups.setdefault((finding.rule, uri, line), Group(file, uri, line))
            if not group.findings or group.findings[0].suppressed == finding.suppressed:
                group.findings.append(finding)
                group.fingerprints.append(fingerprint)
    return sorted(groups.values(), key=lambda group: group.place)


class ResultWriter:
    """Turns groups into results; holds what they share: URIs, line hashes and rule numbers."""

    def __init__(self, uris: Uris, indexes: LineIndexes, rule_numbers: Mapping[str, int]) -> None:
        self._uris = uris
        self._indexes = indexes
        self._rule_numbers = rule_numbers
        self._hashes: dict[str, list[str]] = {}

    def result(self, group: Group) -> dict[str, Any]:
        first = group.findings[0]
        related, links = self._related(group)
        result = {
            "ruleId": first.rule,
            "ruleIndex": self._rule_numbers[first.rule],
            "level": group.severity.label,
            "message": {"text": _message(first, links)},
            "locations": [_in_record(self._location(first.path, first.span), first)],
            "partialFingerprints": {
                LINE_HASH_NAME: self._line_hash(group),
                STABLE_NAME: group.fingerprints[0],
            },
        }
        if related:
            result["relatedLocations"] = related
        if first.suppressed:
            kind = "external" if first.set_aside else "inSource"
            result["suppressions"] = [{"kind": kind}]
        return result

    def _line_hash(self, group: Group) -> str:
        path = group.file.path
        if path not in self._hashes:
            self._hashes = {path: line_hashes(group.file)}  # groups come in order of file
        return self._hashes[path][group.line - 1]

    def _related(self, group: Group) -> tuple[list[dict[str, Any]], list[str]]:
        """Return the related locations of a result and the sentences that link to them."""
        first, *others = group.findings
        index = self._indexes.of(group.file)
        locations: list[dict[str, Any]] = []

        def add(path: str, span: Span, message: str, whole: bool = False) -> int:
            location = self._location(path, span, whole=whole)
            location["id"] = len(locations) + 1
            told = shortened(one_line(message) or "This belongs to it", LONGEST_MESSAGE - 2)
            location["message"] = {"text": escaped(as_sentence(told))}
            locations.append(location)
            return len(locations)

        in_line = [
            _link(_label(index.text, other.span), add(other.path, other.span, other.message))
            for other in others[: MOST_RELATED // 2]
        ]
        elsewhere: list[str] = []
        first_line, last_line = line_range(index, first.span)
        if last_line > first_line:
            label = f"lines {first_line} to {last_line}"
            number = add(first.path, first.span, "The whole passage", whole=True)
            elsewhere.append(_link(label, number))
        for finding in group.findings:
            for related in finding.related:
                if len(locations) == MOST_RELATED:
                    break
                path = related.path or finding.path
                number = add(path, related.span, related.message)
                if finding is first:
                    elsewhere.append(_link(self._where(path, related.span, finding), number))
        sentences = []
        if others:
            sentences.append(_listing("Also in this line:", in_line, len(others)))
        if elsewhere:
            count = len(first.related) + (last_line > first_line)
            sentences.append(_listing("See also", elsewhere, count))
        return locations, sentences

    def _where(self, path: str, span: Span, finding: Finding) -> str:
        index = self._indexes[path]
        line = "" if index is None else f"line {line_range(index, span)[0]}"
        return line if path == finding.path else ", ".join(filter(None, (one_line(path), line)))

    def _location(self, path: str, span: Span, *, whole: bool = False) -> dict[str, Any]:
        location = file_location(self._uris[path])
        index = self._indexes[path]
        if index is not None:
            region = whole_region(index, span) if whole else first_line_region(index, span)
            location["physicalLocation"]["region"] = {
                "startLine": region.line,
                "startColumn": region.column,
                "endLine": region.end_line,
                "endColumn": region.end_column,
            }
        return location


def _in_record(location: dict[str, Any], finding: Finding) -> dict[str, Any]:
    """Return a location with the record that it is in, if a file of records holds it."""
    record = finding.record
    if record is not None:
        name, field = encodable(record.id), encodable(record.field)
        location["logicalLocations"] = [
            {
                "name": name,
                "fullyQualifiedName": f"{name}/{field}[{record.start}:{record.end}]",
                "kind": record.kind,
            }
        ]
    return location


def file_location(uri: str) -> dict[str, Any]:
    """Return a SARIF location that is a whole file."""
    return {"physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": ROOT}}}


def escaped(text: str) -> str:
    """Return plain text as it stands in a SARIF message, where brackets and backslashes mean links."""
    return _MARKUP.sub(r"\\\g<0>", text)


def as_sentence(text: str) -> str:
    """Return a message on one line and closed by a full stop."""
    text = one_line(text)
    return text if text.endswith(".") else f"{text}."


def shortened(text: str, longest: int) -> str:
    """Return `text`, cut after a word and with an ellipsis when it is longer once `escaped`."""
    if len(escaped(text)) <= longest:
        return text
    room = longest - 2  # the ellipsis and a full stop
    kept = 0
    for character in text:
        room -= len(escaped(character))
        if room < 0:
            break
        kept += 1
    words = text[:kept].rsplit(" ", 1)[0]
    return (words if len(words) > kept // 2 else text[:kept]) + "…"


def _message(finding: Finding, links: list[str]) -> str:
    own = one_line(finding.message) or finding.rule  # an empty message would make an invalid log
    own = _QUOTED.sub(_without_sentence_ends, own)
    text = escaped(as_sentence(shortened(own, _LONGEST_OWN_MESSAGE)))
    for sentence in links:
        if len(text) + 1 + len(sentence) <= LONGEST_MESSAGE:
            text += f" {sentence}"
    return text


def _without_sentence_ends(quoted: re.Match[str]) -> str:
    """Put no-break spaces behind the full stops of quoted text.

    Code scanning shows the first sentence of a message where there is no room for all of it, and
    takes a full stop and a space for its end: of '"Sorry. No data." is …' it would show '"Sorry.'.
    """
    return _SENTENCE_END.sub("\u00a0", quoted[0])


def _listing(lead: str, links: list[str], count: int) -> str:
    """Return a sentence with some of the links, short enough for half of what a message may have."""
    shown: list[str] = []
    room = (LONGEST_MESSAGE - _LONGEST_OWN_MESSAGE) // 2 - len(lead) - 20
    for link in links[:_MOST_LINKS]:
        room -= len(link) + 2
        if room < 0:
            break
        shown.append(link)
    if len(shown) < count:
        shown.append(f"{count - len(shown)} more" if shown else counted(count, "place"))
    return f"{lead} {joined(shown)}."


def _link(label: str, number: int) -> str:
    return f"[{escaped(label)}]({number})"


def _label(source: str, span: Span) -> str:
    text = one_line(source[span.start : min(span.end, span.start + 4 * _LONGEST_LABEL)])
    return f'"{shortened(text, _LONGEST_LABEL)}"'


def most_important(groups: list[Group], most: int) -> Iterator[Group]:
    """Yield the `most` groups of highest severity, then confidence, then in order of place."""
    ranked = sorted(groups, key=lambda g: (-g.severity, -g.confidence, g.place))
    yield from sorted(ranked[:most], key=lambda group: group.place)
