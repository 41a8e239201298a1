"""RSS, Atom and WordPress exports: each item is an article, mostly written in HTML."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from functools import partial

from textlint import metadata
from textlint.document import Block, Notice
from textlint.model import Span
from textlint.readers.composition import Composition
from textlint.readers.feed_items import Feed, Item, Leaf, read_items
from textlint.readers.html_stored import Stored
from textlint.readers.scalars import Scalar, pieces_of
from textlint.readers.xml_scan import Run, pieces_of_runs, value_of
from textlint.records import Record

_IDS = ("wp:post_id", "guid", "id", "link")
_TEXTS = ("content:encoded", "content", "description", "summary")
_SUMMARIES = frozenset({"description", "excerpt:encoded", "itunes:summary", "summary"})
_META = frozenset(
    (
        *("title", "language", "dc:language", "itunes:author"),
        *metadata.AUTHOR,
        *metadata.DATE,
        *metadata.CREDIT,
        *metadata.LICENCE,
    )
)
_OF_ALL_ITEMS = ("language", "dc:language", "author.name")  # where a feed says it once
# What WordPress exports as items and nobody wrote as an article.
_OTHER_ITEMS = """attachment custom_css customize_changeset nav_menu_item oembed_cache revision
    user_request wp_block wp_global_styles wp_navigation wp_template wp_template_part acf-field
    acf-field-group"""
_NO_ARTICLES = frozenset(_OTHER_ITEMS.split())
_OTHER_KINDS = frozenset({"comment", "settings", "template"})  # of what Blogger exports as entries
_COMMENTS = "wp:comment.wp:comment_content"


def read_feed(path: str, source: str) -> Iterator[Record | Notice]:
    """Yield the items of a feed; raise `NoArticlesError` for XML of other kinds."""
    feed = Feed()
    commented = textless = False
    for number, found in enumerate(read_items(source, feed), 1):
        if isinstance(found, Notice):
            yield found
            continue
        if (_COMMENTS in found.leaves or found.kind == "comment") and not commented:
            commented = True
            place = found.leaves[_COMMENTS].start if found.kind != "comment" else found.start
            yield Notice(Span(place, place), "The comments in this export are not read.")
        record = _FeedItem(path, source, found, feed).record(number)
        if isinstance(record, Record):
            yield record
        elif record and not textless:
            textless = True
            yield Notice(Span(found.start, found.start), "Items without a text are passed over.")


class _FeedItem:
    """Makes a record of one item."""

    def __init__(self, path: str, source: str, item: Item, feed: Feed) -> None:
        self.path = path
        self.source = source
        self.item = item
        self.feed = feed

    def record(self, number: int) -> Record | bool:
        """Return the article; else whether one would look for a text in an item of this kind."""
        leaves = self.item.leaves
        if self.item.kind in _OTHER_KINDS:
            return False
        if "wp:post_type" in leaves and self._value(leaves["wp:post_type"]) in _NO_ARTICLES:
            return False
        text = next((leaves[n] for n in _TEXTS if n in leaves and self._is_text(leaves[n])), None)
        if text is None:
            return True
        composition = Composition()
        own = {name.partition(".")[0] for name in leaves}
        for leaf in leaves.values():
            if leaf is not text:
                self._add_meta(composition, leaf)
        for name, leaf in self.feed.leaves.items():
            if name in _OF_ALL_ITEMS and name.partition(".")[0] not in own:
                self._add_meta(composition, leaf)
        value = self._value(text)
        plain = text.attributes.get("type", "") == "text" or (
            self.feed.is_atom and text.attributes.get("type") is None
        )
        return composition.record(
            self.path,
            self._id() or f"item {number}",
            "element",
            Span(self.item.start, self.item.end),
            name=text.name,
            text=value,
            format="text" if plain else "html",
            locate=self._locator(text, value),
            escape=self._escape(text),
            stored=self._stored(value),
        )

    def _stored(self, value: str) -> Stored:
        """Say what WordPress makes of the text; other feeds only have blank lines in plain text."""
        if any(name.startswith("wp:") for name in self.item.leaves):
            return Stored(blank_lines="<!-- wp:" not in value, shortcodes=True)
        return Stored(blank_lines="<p" not in value)

    def _is_text(self, leaf: Leaf) -> bool:
        kind = leaf.attributes.get("type", "text")
        if kind not in ("text", "html", "xhtml") and not kind.startswith("text/"):
            return False  # an image or another document
        return bool(self._value(leaf).strip())

    def _value(self, leaf: Leaf) -> str:
        return value_of(self.source, self._runs(leaf))

    def _runs(self, leaf: Leaf) -> list[Run]:
        if leaf.attributes.get("type") == "xhtml":
            return [Run(leaf.start, leaf.end, True)]  # its markup is that of the feed itself
        return leaf.runs

    def _locator(self, leaf: Leaf, value: str) -> Callable[[], Block]:
        return partial(_located, self.source, value, self._runs(leaf), leaf.start, leaf.end)

    def _escape(self, leaf: Leaf) -> Callable[[str], str | None]:
        cdata = any(run.is_cdata for run in self._runs(leaf))
        return _in_cdata if cdata else partial(html.escape, quote=False)

    def _add_meta(self, composition: Composition, leaf: Leaf) -> None:
        key = leaf.name.lower()
        value = self._value(leaf)
        if key in _SUMMARIES and "<" not in value:
            key = "description"
        elif key.removesuffix(".name") not in _META:
            return
        key = key.removeprefix("itunes:").replace("dc:language", "language")
        locate = self._locator(leaf, value)
        composition.add_meta(key, value, locate=locate, escape=self._escape(leaf), name=leaf.name)

    def _id(self) -> str:
        found = (self.item.leaves[name] for name in _IDS if name in self.item.leaves)
        return next(filter(None, (self._value(leaf).strip()[:200] for leaf in found)), "")


def _located(source: str, value: str, runs: list[Run], start: int, end: int) -> Block:
    pieces = pieces_of(value, pieces_of_runs(source, runs), start, end)
    return Scalar("", value, start, end, pieces, True).block


def _in_cdata(text: str) -> str | None:
    return None if "]]>" in text else text
