"""The items of a feed with the elements in them, one after the other, from one pass over the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from textlint.document import Notice
from textlint.model import Span
from textlint.readers.html_markup import attributes
from textlint.readers.xml_scan import Kind, Run, Token, tokens
from textlint.records import NoArticlesError, OtherDataError

MAX_DEPTH = (
    20  # elements nested deeper in an item are passed over; the text of no format lies there
)

_ROOTS = frozenset({"rss", "feed", "rdf"})
_ITEMS = frozenset({"item", "entry"})


@dataclass
class Leaf:
    """An element with its character data; `name` is the path below the item ("author.name")."""

    name: str
    start: int
    end: int
    attributes: dict[str, str]
    runs: list[Run] = field(default_factory=list)


@dataclass
class Item:
    """One item: `source[start:end]`, and the first element of each name in it.

    `kind` is what Google's exports call it: "post", "comment", "settings", …
    """

    start: int
    end: int = 0
    kind: str = ""
    leaves: dict[str, Leaf] = field(default_factory=dict)


@dataclass
class Feed:
    """What is known of a feed when its first item is reached."""

    is_atom: bool = False
    leaves: dict[str, Leaf] = field(default_factory=dict)


def read_items(source: str, feed: Feed) -> Iterator[Item | Notice]:
    """Yield the items and fill `feed`; raise `NoArticlesError` when the root is that of no feed."""
    scan = _Scan(source, feed)
    for token in tokens(source):
        if token.kind is Kind.DTD and "[" in source[token.start : token.end]:
            message = (
                "This file defines entities of its own (a document type), which is refused:"
                " nothing behind it was read."
            )
            yield Notice(Span(token.start, token.end), message, True)
            return
        item = scan.take(token)
        if item is not None:
            yield item
    if scan.root is None:
        raise NoArticlesError("XML without an element")
    if scan.item is not None:
        scan.cut_off()
        yield scan.item
        place = Span(scan.item.start, scan.item.start)
        yield Notice(place, "This item is never closed: the file seems to be cut off.", True)


class _Scan:
    """Follows the elements that are open."""

    def __init__(self, source: str, feed: Feed) -> None:
        self.source = source
        self.feed = feed
        self.root: str | None = None
        self.item: Item | None = None
        self.base = 0  # how many elements are open around the content of the item
        self.open: list[Leaf] = []
        self.beyond = 0  # elements that are nested too deep

    def take(self, token: Token) -> Item | None:
        """Take the next token; return an item when it ends."""
        kind = token.kind
        if kind is Kind.TEXT or kind is Kind.CDATA:
            if self.open and not self.beyond:
                self.open[-1].runs.append(Run(token.start, token.end, kind is Kind.CDATA))
        elif kind is Kind.START:
            self._start(token)
        elif kind is Kind.EMPTY:
            self._empty(token)
        elif kind is Kind.END:
            return self._end(token)
        return None

    def _check_root(self, token: Token) -> None:
        self.root = token.name
        local = token.name.rpartition(":")[2].lower()
        if local not in _ROOTS:
            raise OtherDataError(f"XML without articles (its root is <{token.name[:40]}>)")
        self.feed.is_atom = local == "feed"
        language = attributes(self.source, token.start, token.end).get("xml:lang")
        if language is not None:
            run = Run(language.start, language.end, False)
            leaf = Leaf("language", language.start, language.end, {}, [run])
            self.feed.leaves["language"] = leaf

    def _empty(self, token: Token) -> None:
        if self.root is None:
            self._check_root(token)
        elif token.name == "category" and self.item is not None:
            found = attributes(self.source, token.start, token.end)
            if "term" in found and "scheme" in found and found["scheme"].value.endswith("#kind"):
                self.item.kind = found["term"].value.rpartition("#")[2]

    def _start(self, token: Token) -> None:
        if self.root is None:
            self._check_root(token)
        elif self.item is None and token.name.rpartition(":")[2] in _ITEMS:
            self.item = Item(token.start)
            self.base = len(self.open) + 1
        elif self.beyond or len(self.open) - self.base >= MAX_DEPTH:
            self.beyond += 1
            return
        found: dict[str, str] = {}
        if token.end - token.start > len(token.name) + 2:
            tag = attributes(self.source, token.start, token.end)
            found = {name: attribute.value for name, attribute in tag.items()}
        self.open.append(Leaf(token.name, token.end, token.end, found))

    def _end(self, token: Token) -> Item | None:
        if self.beyond:
            self.beyond -= 1
            return None
        if not any(leaf.name == token.name for leaf in self.open[-MAX_DEPTH:]):
            return None
        finished: Item | None = None
        name = ""
        while self.open and name != token.name:
            leaf = self.open.pop()
            name = leaf.name
            leaf.end = token.start
            depth = len(self.open)
            if self.item is not None and depth == self.base - 1:
                self.item.end = token.end
                finished, self.item, self.base = self.item, None, 0
            elif self.item is not None:
                self._keep(leaf, self.item.leaves, self.base)
            else:  # of the feed itself, below <rss><channel> or <feed>
                self._keep(leaf, self.feed.leaves, 1 if self.feed.is_atom else 2)
        return finished

    def cut_off(self) -> None:
        """End the item and the elements in it that the file breaks off in."""
        assert self.item is not None
        end = self.item.end = len(self.source)
        while len(self.open) > self.base:
            leaf = self.open.pop()
            leaf.end = end
            self._keep(leaf, self.item.leaves, self.base)

    def _keep(self, leaf: Leaf, leaves: dict[str, Leaf], base: int) -> None:
        if len(self.open) >= base:
            leaf.name = ".".join([*[outer.name for outer in self.open[base:]], leaf.name])
            leaves.setdefault(leaf.name, leaf)
