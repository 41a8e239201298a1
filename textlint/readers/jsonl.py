"""JSON Lines: one object a line, each an article."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Notice
from textlint.readers.json_records import JsonRecords
from textlint.records import NoArticlesError, Record, RecordSettings

ENOUGH = 20  # records without a text after which a file is taken for data of another kind


def read_jsonl(path: str, source: str, settings: RecordSettings) -> Iterator[Record | Notice]:
    """Yield the records of a file; a line that is none becomes a notice, and the next one is read.

    Raises `NoArticlesError` when the file begins with records that hold no text at all.
    """
    records = JsonRecords(path, source, settings)
    pending: list[Notice] = []
    found = False
    for item in _lines(records):
        if isinstance(item, Record):
            yield from pending
            pending, found = [], True
        elif not found:
            pending.append(item)
            if records.textless >= ENOUGH:
                break
            continue
        yield item
    if not found and records.textless and records.textless == len(pending):
        name = settings.text_field
        what = f'field "{name}"' if name is not None else "text under one of the usual names"
        raise NoArticlesError(f"records without a {what}; --text-field names the field of the text")
    yield from pending
    yield from records.left_out()


def _lines(records: JsonRecords) -> Iterator[Record | Notice]:
    source = records.source
    start, size = 0, len(source)
    line_end = "\n" if "\n" in source or "\r" not in source else "\r"
    while start < size:
        end = source.find(line_end, start)
        end = size if end < 0 else end
        line = source[start:end]
        if line and not line.isspace():
            yield from records.read(line, start, len(line.rstrip()))
        start = end + 1
