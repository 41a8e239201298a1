"""Files that hold many documents: each is a record, with the way from its text back into the file.

A record's document has a source of its own, made of the decoded values of its fields, so that rules
see an article and not the escapes of its container. Where a value stands in the file is only worked
out when a finding asks for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from textlint.document import Block, Document
from textlint.model import Finding, Fix, RecordPlace, Related, Span

RecordKind = Literal["object", "element"]


class NoArticlesError(Exception):
    """A file of a general format (JSON, XML) that holds no articles; the text says what it is."""


class OtherDataError(NoArticlesError):
    """A file in which nobody looks for articles, as a package.json: said of named files only."""


@dataclass(frozen=True, eq=False)
class RecordField:
    """One value of a record: `document.source[start:start + size]` is the decoded value of `name`.

    `locate` returns a block whose text is the decoded value and whose segments lead into the file.
    `escape` turns text into what stands for it there, or into None where that cannot be done.
    """

    name: str
    start: int
    size: int
    locate: Callable[[], Block]
    escape: Callable[[str], str | None]

    @cached_property
    def block(self) -> Block:
        return self.locate()

    def clipped(self, span: Span) -> tuple[int, int]:
        """Return the part of a document's span that lies in this value, as offsets into it."""
        start = min(max(span.start - self.start, 0), self.size)
        return start, min(max(span.end - self.start, start), self.size)

    def fixed(self, fix: Fix) -> Fix | None:
        """Return a fix of the document as one of the file, if it is one."""
        start, end = self.clipped(fix.span)
        if (start + self.start, end + self.start) != (fix.span.start, fix.span.end):
            return None
        span = self.block.span_at(start, end)
        if start < end and self.block.text_range(span) != (start, end):
            return None  # it would replace half of what one escape stands for
        replacement = self.escape(fix.replacement)
        return None if replacement is None else Fix(span, replacement, fix.safe)


class Record(NamedTuple):
    """One article of a file that holds many.

    `id` is what the record calls itself, or its number. `fields` are in order of `start`. `span` is
    the record in the file.
    """

    document: Document
    id: str
    kind: RecordKind
    span: Span
    fields: Sequence[RecordField]

    def field_at(self, span: Span) -> RecordField:
        """Return the field that a span of the document lies in, or that it begins before."""
        number = max(bisect_right([field.start for field in self.fields], span.start) - 1, 0)
        end = self.fields[number].start + self.fields[number].size
        if span.start >= end and span.end > end and number + 1 < len(self.fields):
            number += 1  # between two fields is a line end that belongs to neither
        return self.fields[number]

    def file_span(self, span: Span) -> Span:
        """Return where a span of the document stands in the file: the part of it in one field."""
        field = self.field_at(span)
        return field.block.span_at(*field.clipped(span))

    def in_file(self, finding: Finding) -> Finding:
        """Return a finding of the document as one of the file."""
        field = self.field_at(finding.span)
        start, end = field.clipped(finding.span)
        related = tuple(
            r if r.path is not None else Related(self.file_span(r.span), r.message)
            for r in finding.related
        )
        fix = finding.fix
        return finding._replace(
            span=field.block.span_at(start, end),
            related=related,
            fix=None if fix is None else self.field_at(fix.span).fixed(fix),
            record=RecordPlace(self.id, field.name, start, end, self.kind),
        )


class RecordSettings(NamedTuple):
    """What a user says of records. `text_field` is the name or the path ("data.text") of the text."""

    text_field: str | None = None
