"""Files of JSON: exports of Ghost, JSON Feed, and lists of records. All else is no article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from textlint.document import Notice
from textlint.model import Span
from textlint.readers.json_objects import Member, decode, members, skip
from textlint.readers.json_records import TEXT_FIELDS, JsonRecords
from textlint.readers.scalars import UnreadableError
from textlint.records import OtherDataError, Record, RecordSettings

_NOTHING = "JSON without articles"
_GHOST = re.compile(r'\{\s*"(?:db|meta|data)"\s*:')
_FEED = re.compile(r'\{[^{}\[\]]*"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org/version/')
# How Ghost stores the text of posts beside its HTML; of these alone the prose is not read.
_EDITORS = ("lexical", "mobiledoc")


def read_json(path: str, source: str, settings: RecordSettings) -> Iterator[Record | Notice]:
    """Yield the articles of an export; raise `OtherDataError` for any other JSON."""
    start = skip(source, 0)
    records = JsonRecords(path, source, settings)
    try:
        if source.startswith("[", start):
            yield from _list(records, start, settings)
        elif _GHOST.match(source, start) and '"posts"' in source:
            yield from _ghost(records, start)
        elif _FEED.match(source, start):
            yield from _items(records, _at(source, start, "items"))
        else:
            raise OtherDataError(_NOTHING)
    except UnreadableError as error:
        yield _broken(error, source)
    yield from records.left_out()


def _list(records: JsonRecords, start: int, settings: RecordSettings) -> Iterator[Record | Notice]:
    """Yield the records of a list, if its first object has a text."""
    source = records.source
    first = skip(source, start + 1)
    wanted = TEXT_FIELDS if settings.text_field is None else (settings.text_field.split(".")[0],)
    try:
        value = decode(source, first)[0] if source.startswith("{", first) else None
    except UnreadableError:
        value = None
    if not isinstance(value, dict) or not any(name in value for name in wanted):
        raise OtherDataError(_NOTHING)
    yield from _items(records, start)


def _items(records: JsonRecords, start: int | None) -> Iterator[Record | Notice]:
    """Yield the records of the array that begins at `start`."""
    source = records.source
    if start is None or not source.startswith("[", start):
        raise OtherDataError(_NOTHING)
    for item in members(source, start):
        text = source[item.start : item.end]
        yield from records.read(text, item.start, len(text))


def _broken(error: UnreadableError, source: str) -> Notice:
    at = min(error.offset, len(source))
    return Notice(Span(at, at), f"From here on this is not JSON and was not read: {error}.", True)


def _at(source: str, start: int, *path: str) -> int | None:
    """Return where the value under a path of names begins; in a list the first object counts."""
    for name in path:
        if source.startswith("[", start):
            start = skip(source, start + 1)
        if not source.startswith("{", start):
            return None
        found = [member for member in members(source, start) if member.key == name]
        if not found:
            return None
        start = found[-1].start
    return start


# -- Ghost -------------------------------------------------------------------------------------


def _ghost(records: JsonRecords, start: int) -> Iterator[Record | Notice]:
    """Yield the posts and pages of an export, each with the name of its author."""
    source = records.source
    data = _at(source, start, "db", "data")
    if data is None:
        data = _at(source, start, "data")
    posts = None if data is None else _at(source, data, "posts")
    if data is None or posts is None or not source.startswith("[", posts):
        raise OtherDataError(_NOTHING)
    authors = _authors(source, data)
    for item in members(source, posts):
        if isinstance(item.value, dict):
            yield from _post(records, item, authors)


def _authors(source: str, data: int) -> dict[str, Member]:
    """Return the name of the first author of each post, by the post's id."""
    users: dict[str, Member] = {}
    for item in _objects(source, data, "users"):
        name = next((m for m in members(source, item.start) if m.key == "name"), None)
        if name is not None and isinstance(name.value, str):
            users[str(item.value.get("id"))] = name._replace(key="author")
    authors: dict[str, Member] = {}
    for item in _objects(source, data, "posts_authors"):
        user = users.get(str(item.value.get("author_id")))
        if user is not None:
            authors.setdefault(str(item.value.get("post_id")), user)
    for item in _objects(source, data, "posts"):  # exports before version 1.22 name one author
        user = users.get(str(item.value.get("author_id")))
        if user is not None:
            authors.setdefault(str(item.value.get("id")), user)
    return authors


def _objects(source: str, data: int, name: str) -> Iterator[Member]:
    start = _at(source, data, name)
    if start is not None and source.startswith("[", start):
        try:
            yield from (m for m in members(source, start) if isinstance(m.value, dict))
        except UnreadableError:
            return  # said when the posts are read


def _post(
    records: JsonRecords, item: Member, authors: dict[str, Member]
) -> Iterator[Record | Notice]:
    source = records.source
    records.number += 1
    found = [m for m in members(source, item.start) if m.value is not None]
    post: dict[str, Any] = {member.key: member.value for member in found}
    if not post.get("html"):
        texts = [m for m in found if m.key in ("plaintext", *_EDITORS) and m.value]
        if not texts:
            return  # a post without a text, as a page of products is
        if texts[-1].key in _EDITORS and "plaintext" not in post:
            message = f'This post has its text only as "{texts[-1].key}", which is not read.'
            yield Notice(Span(item.start, item.start), message, True)
            return
    author = authors.get(str(post.get("id")))
    # Only the HTML is the article: "plaintext" is the same once more.
    kept = [m for m in found if m.key not in (*_EDITORS, "plaintext") or not post.get("html")]
    found = kept if author is None else [author, *kept]
    yield from records.record(source, found, 0, Span(item.start, item.end))
