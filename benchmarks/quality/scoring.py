"""Counts what was found, missed and raised for nothing, rule by rule, with 95 % intervals."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from labelled import Label, Labelled, class_of, is_document_level

Finding = Mapping[str, Any]  # a finding of the linter's JSON output


@dataclass
class Count:
    """What happened to one rule (or one class of labels) over all sets scored so far."""

    labels: int = 0
    found: int = 0
    findings: int = 0  # in documents whose labels are exhaustive
    true: int = 0
    alarms: int = 0  # warnings and errors in clean documents
    notes: int = 0  # notes in clean documents
    coverage: list[float] = field(default_factory=list)  # of region labels, 0 to 1


@dataclass
class Score:
    """All counts, and the clean text they were measured on."""

    rules: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    classes: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    clean_words: int = 0
    clean_documents: int = 0
    touched: int = 0  # clean documents with a warning or an error
    examples: list[str] = field(default_factory=list)

    def add(self, documents: Sequence[Labelled], findings: Iterable[Finding]) -> None:
        """Score one set: its documents and what the linter reported on them."""
        by_path: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            if not finding["suppressed"]:
                by_path[finding["path"]].append(finding)
        for document in documents:
            found = by_path.get(document.path, [])
            if document.clean:
                self._add_clean(document, found)
            else:
                self._add_defective(document, found)

    def _add_clean(self, document: Labelled, found: Sequence[Finding]) -> None:
        self.clean_documents += 1
        self.clean_words += document.words
        for finding in found:
            for count in self._counts(finding["rule"]):
                if finding["severity"] == "note":
                    count.notes += 1
                else:
                    count.alarms += 1
            if finding["severity"] != "note":
                self._remember("FALSE", document, finding["start"], finding["end"], finding["rule"])
        self.touched += any(finding["severity"] != "note" for finding in found)

    def _add_defective(self, document: Labelled, found: Sequence[Finding]) -> None:
        covers: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for finding in found:
            places = [finding, *(r for r in finding["related"] if r["path"] == finding["path"])]
            spans = [(place["start"], place["end"]) for place in places]
            covers[class_of(finding["rule"])] += spans
            covers[finding["rule"]] += spans
        for label in document.labels:
            self._add_label(document, label, covers)
        if document.complete:
            for finding in found:
                self._add_finding(document, finding)

    def _add_label(
        self, document: Labelled, label: Label, covers: Mapping[str, list[tuple[int, int]]]
    ) -> None:
        share = coverage(document.text, label.start, label.end, covers.get(label.kind, []))
        counts = [self.classes[label.kind]]
        if label.rule:
            counts.append(self.rules[label.rule])
        for count in counts:
            if label.region:
                count.coverage.append(share)
            else:
                count.labels += 1
                count.found += share >= 0.5
        if share < 0.5:
            self._remember("MISS", document, label.start, label.end, label.rule or label.kind)

    def _add_finding(self, document: Labelled, finding: Finding) -> None:
        kind = class_of(finding["rule"])
        labels = [label for label in document.labels if label.kind == kind]
        true = any(f.start < finding["end"] and finding["start"] < f.end for f in labels) or (
            bool(labels) and is_document_level(finding["rule"])
        )
        for count in self._counts(finding["rule"]):
            count.findings += 1
            count.true += true
        if not true:
            self._remember("FALSE", document, finding["start"], finding["end"], finding["rule"])

    def _counts(self, rule: str) -> tuple[Count, Count]:
        return self.rules[rule], self.classes[class_of(rule)]

    def _remember(self, what: str, document: Labelled, start: int, end: int, rule: str) -> None:
        line = document.text.count("\n", 0, start) + 1
        text = " ".join(document.text[start : min(end, start + 90)].split())
        self.examples.append(f"{what} {document.path}:{line} {rule}: {text}")


def coverage(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> float:
    """Return the share of `text[start:end]` that the spans cover, white space not counted."""
    hit = bytearray(end - start)
    for first, last in spans:
        low, high = max(first, start), min(last, end)
        if low < high:
            hit[low - start : high - start] = b"\x01" * (high - low)
    places = [i for i in range(end - start) if not text[start + i].isspace()]
    return sum(hit[i] for i in places) / len(places) if places else 0.0


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return the 95 % Wilson score interval of a share (Wilson 1927)."""
    if not trials:
        return 0.0, 1.0
    z = 1.959964
    share = successes / trials
    middle = share + z * z / (2 * trials)
    spread = z * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    scale = 1 + z * z / trials
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def poisson(events: int) -> tuple[float, float]:
    """Return Byar's approximation of the 95 % interval of a Poisson count (Breslow & Day 1987)."""
    z = 1.959964
    low = 0.0
    if events:
        low = events * (1 - 1 / (9 * events) - z / (3 * math.sqrt(events))) ** 3
    above = events + 1
    return low, above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3
