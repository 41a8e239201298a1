"""The small frozen types that everything else passes around: places, hits and findings."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple


class Severity(enum.IntEnum):
    """How much a finding matters; comparable, so that a threshold is one comparison."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, text: str) -> Severity:
        """Return the severity named `text`; raise `ValueError` for any other word."""
        try:
            return cls[text.upper()]
        except KeyError:
            raise ValueError(f"unknown severity {text!r}") from None


class Confidence(enum.IntEnum):
    """How sure a rule is that an editor would agree with the finding."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def label(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range of code points of `Document.source`."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        # What a frozen dataclass generates takes thrice as long, and spans come in tens of thousands.
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


# The setters of the two slots: a frozen class has no other way in.
_set_start: Callable[[Span, int], None] = Span.__dict__["start"].__set__
_set_end: Callable[[Span, int], None] = Span.__dict__["end"].__set__


class Related(NamedTuple):
    """A second place that a finding talks about; `path` only when it lies in another document."""

    span: Span
    message: str
    path: str | None = None


class Fix(NamedTuple):
    """A replacement of one span. `safe` means that no sentence of the article changes its meaning."""

    span: Span
    replacement: str
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """All that a rule yields: a place and the values that fill the rule's message.

    `severity` may only step away from the rule's own level, for rules whose level depends on how
    much evidence the document holds; `evidence` is what the stable fingerprint is made of
    (default: the text at the span).
    """

    span: Span
    values: dict[str, Any] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    confidence: Confidence | None = None
    severity: Severity | None = None
    message: str | None = None
    evidence: str | None = None


SetAside = Literal["", "baseline", "unchanged"]


class RecordPlace(NamedTuple):
    """Where in a file of many articles a finding lies: in which record and which of its fields.

    `start` and `end` are code points of the field's decoded value. `kind` is what a record is in its
    file: a JSON object or an XML element.
    """

    id: str
    field: str
    start: int
    end: int
    kind: Literal["object", "element"]


class Finding(NamedTuple):
    """A hit that the engine has given its rule's name, level and message.

    `record` is set where one file holds many articles; `span` is a place in the file there, too.
    `suppressed` findings do not count. `set_aside` says why when no comment of the document did it:
    a baseline accepts the finding, or it touches no changed line of a run over changed lines.
    """

    rule: str
    severity: Severity
    confidence: Confidence
    path: str
    span: Span
    message: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    suppressed: bool = False
    evidence: str = ""
    record: RecordPlace | None = None
    set_aside: SetAside = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.span.start, self.span.end, self.rule, self.message)


ProblemKind = Literal["crash", "plugin", "config", "file"]


class Problem(NamedTuple):
    """Something that kept the run from being complete; any problem makes the exit status 3."""

    kind: ProblemKind
    message: str
    rule: str | None = None
    plugin: str | None = None
    path: str | None = None
