"""JSON Lines: one object a line, each an article."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Notice
from textlint.readers.json_records import JsonRecords
from textlint.records import Record, RecordSettings


def read_jsonl(path: str, source: str, settings: RecordSettings) -> Iterator[Record | Notice]:
    """Yield the records of a file; a line that is none becomes a notice, and the next one is read."""
    records = JsonRecords(path, source, settings)
    start, size = 0, len(source)
    while start < size:
        end = source.find("\n", start)
        end = size if end < 0 else end
        line = source[start:end]
        if line and not line.isspace():
            yield from records.read(line, start, len(line.rstrip()))
        start = end + 1
    yield from records.left_out()
