"""Records of JSON: an object is an article, one of its fields the text, some others its metadata."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textlint import metadata
from textlint.document import Block, Notice
from textlint.model import Span
from textlint.readers.composition import Composition, format_of
from textlint.readers.json_objects import HALF_PAIR, Member, escape, located, members, skip, whole
from textlint.readers.json_values import json_scalars
from textlint.readers.scalars import Scalar, UnreadableError
from textlint.records import Record, RecordSettings

# Where the text of an article lies in the records of common crawls, corpora, feeds and exports.
TEXT_FIELDS = (
    *("text", "content", "body", "article", "articlebody", "article_body", "article_text"),
    *("maintext", "raw_content", "content_html", "content_text", "html", "markdown", "plaintext"),
)
ID_FIELDS = ("id", "_id", "doc_id", "docid", "uuid", "guid", "url", "link", "slug")
_ABOUT = ("title", "headline", "description", "lang", "language", "locale", "inlanguage")
_META = frozenset(
    (
        *_ABOUT,
        *metadata.AUTHOR,
        *metadata.DATE,
        *metadata.CANONICAL,
        *metadata.ORIGINAL,
        *metadata.CREDIT,
        *metadata.ROBOTS,
        *metadata.LICENCE,
    )
)
# Objects in a record that hold metadata of any name.
_HOLDERS = frozenset({"meta", "metadata", "attributes", "front_matter", "frontmatter"})
_OWN = "textlint"  # suppressions, as in front matter
_LONG = 300  # characters from which a text that is not read is worth a word


class JsonRecords:
    """Reads the objects of one file, which is `source`, one after the other.

    `textless` counts the records without any text. `unread` are the fields with longer texts that
    were left out, with the place of the first.
    """

    def __init__(self, path: str, source: str, settings: RecordSettings) -> None:
        self.path = path
        self.source = source
        self.text_field = settings.text_field
        self.unread: dict[str, Span] = {}
        self.number = 0
        self.textless = 0

    def read(self, text: str, shift: int, size: int) -> Iterator[Record | Notice]:
        """Read the object that `text` begins with; it stands `shift` characters into the source.

        `size` is that of its line, for what is no object. Yields at most one record.
        """
        self.number += 1
        begin = skip(text, 0)
        place = Span(shift + begin, shift + max(size, begin))
        if not text.startswith("{", begin):
            yield Notice(place, "This record is not a JSON object and was not read.", True)
            return
        try:
            found = list(members(text, begin))
            end = found[-1].end if found else begin + 1
            end = skip(text, end) + 1
            if len(text) > end and skip(text, end) < len(text):
                raise UnreadableError("text follows the closing brace", skip(text, end))
        except UnreadableError as error:
            at = min(shift + error.offset, len(self.source))
            cut = error.offset >= len(text.rstrip()) or "unterminated" in str(error)
            half = " It seems to be cut off." if cut else ""
            message = f"This record is not JSON and was not read: {error}.{half}"
            yield Notice(Span(at, at), message, True)
            return
        yield from self.record(text, found, shift, Span(place.start, shift + end))

    def record(
        self, text: str, found: list[Member], shift: int, span: Span
    ) -> Iterator[Record | Notice]:
        """Make a record of the members of an object in `text`."""
        for twice in _repeated(found):
            message = (
                f'The name "{twice.key[:40]}" stands twice in this record; the last one counts.'
            )
            yield Notice(Span(shift + twice.start, shift + twice.start), message)
        by_key = {member.key.lower(): member for member in found}
        by_key.update((member.key, member) for member in found)
        chosen = self._text(text, by_key)
        if chosen is None or not isinstance(chosen.value, str):
            self.textless += chosen is None
            yield Notice(Span(span.start, span.start), self._no_text(chosen), True)
            return
        composition = Composition()
        for member in found:
            if by_key.get(member.key) is not member or member is chosen:
                continue
            for scalar in _scalars(text, member):
                self._add(composition, scalar, shift)
            self._note_unread(member, shift)
        value = whole(chosen.value)
        if value != chosen.value and HALF_PAIR.search(chosen.value):
            message = "Half of a surrogate pair stands in this text; it is read as U+FFFD."
            yield Notice(Span(shift + chosen.start, shift + chosen.start), message)
        yield composition.record(
            self.path,
            _id_of(by_key, self.number),
            "object",
            span,
            name=chosen.key,
            text=value,
            format=format_of(chosen.key, value),
            locate=self._locator(value, chosen.start + shift, chosen.end + shift),
            escape=escape,
        )

    def _text(self, text: str, by_key: dict[str, Member]) -> Member | None:
        if self.text_field is None:
            names = (name for name in TEXT_FIELDS if name in by_key)
            return next((by_key[n] for n in names if isinstance(by_key[n].value, str)), None)
        if self.text_field in by_key:
            return by_key[self.text_field]
        # A path: "data.text" is the text in the object data.
        *outer, last = self.text_field.split(".")
        member: Member | None = None
        for name in (*outer, last):
            if member is not None:
                if not isinstance(member.value, dict):
                    return None
                by_key = {inner.key: inner for inner in members(text, member.start)}
            member = by_key.get(name)
            if member is None:
                return None
        return None if member is None else member._replace(key=self.text_field)

    def _no_text(self, chosen: Member | None) -> str:
        if chosen is not None:
            return f'What stands under "{chosen.key[:40]}" is no text, so this record was not read.'
        if self.text_field is not None:
            return f'This record has no field "{self.text_field}" and was not read.'
        names = ", ".join(TEXT_FIELDS[:4])
        return f"This record has no text under {names} …: name its field with --text-field."

    def _add(self, composition: Composition, scalar: Scalar, shift: int) -> None:
        value = whole(scalar.value)
        composition.add_meta(
            scalar.key,
            value,
            locate=self._locator(value, scalar.start + shift, scalar.end + shift),
            escape=escape if scalar.is_text else _no_escape,
            is_text=scalar.is_text,
        )

    def _locator(self, value: str, start: int, end: int) -> partial[Block]:
        return partial(located, self.source, value, start, end)

    def _note_unread(self, member: Member, shift: int) -> None:
        value = member.value
        if (
            isinstance(value, str)
            and len(value) > _LONG
            and member.key not in self.unread
            and value.count(" ") * 20 > len(value)
            and member.key.lower() not in _META
        ):
            self.unread[member.key] = Span(member.start + shift, member.start + shift)

    def left_out(self) -> Iterator[Notice]:
        """Yield what is to be said of the fields with texts that were not read."""
        for name, place in list(self.unread.items())[:5]:
            yield Notice(
                place, f'The texts under "{name[:40]}" are not read: --text-field names one.'
            )


def _repeated(found: list[Member]) -> list[Member]:
    if len({member.key for member in found}) == len(found):
        return []
    seen: set[str] = set()
    repeated: list[Member] = []
    for member in found:
        if member.key in seen:
            repeated.append(member)
        seen.add(member.key)
    return repeated


def _scalars(text: str, member: Member) -> Iterator[Scalar]:
    """Yield the metadata that a member holds, with keys as they would be in front matter."""
    key, value = member.key.lower(), member.value
    if isinstance(value, str):
        if key in _META:
            yield Scalar(key, value, member.start, member.end, [], True)
    elif isinstance(value, (dict, list)):
        if not value or not (key in _META or key in _HOLDERS or key == _OWN):
            return
        try:
            scalars, _ = json_scalars(text, member.start, member.end)
        except UnreadableError:
            return  # nested too deeply to be metadata
        for scalar in scalars:
            path = f"{key}.{scalar.key}" if scalar.key else key
            if key not in _HOLDERS or scalar.key.rpartition(".")[2] in _META:
                yield scalar._replace(key=path)
    elif key in _META and value is not None:
        written = text[member.start : member.end]
        yield Scalar(key, written, member.start, member.end, [], False)


def _id_of(by_key: dict[str, Member], number: int) -> str:
    for name in ID_FIELDS:
        value: Any = by_key[name].value if name in by_key else None
        if isinstance(value, dict) and isinstance(value.get("$oid"), str):  # of MongoDB
            value = value["$oid"]
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return str(value)[:200]
    return f"record {number}"


def _no_escape(text: str) -> str | None:
    return None
