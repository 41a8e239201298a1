"""The open elements around a place in HTML: what a block there is, and which end tags fit."""

from __future__ import annotations

import re
from collections.abc import Mapping

from textlint.document import BlockKind
from textlint.lazy import lazy_pattern
from textlint.readers.html_markup import Attribute

MAX_DEPTH = 100  # elements nested deeper count as part of the one they are in

CONTAINERS = {
    "aside": "aside",
    "blockquote": "quote",
    "button": "form",
    "details": "details",
    "figure": "figure",
    "footer": "footer",
    "form": "form",
    "header": "header",
    "menu": "list",
    "nav": "nav",
    "ol": "list",
    "select": "form",
    "table": "table",
    "ul": "list",
}
_ROLES = {
    "banner": "header",
    "complementary": "aside",
    "contentinfo": "footer",
    "navigation": "nav",
    "search": "form",
}
_KINDS = {
    **dict.fromkeys(("article", "blockquote", "figure", "section"), BlockKind.PARAGRAPH),
    **dict.fromkeys(("button", "form", "nav", "select"), BlockKind.NAVIGATION),
    **dict.fromkeys(("dd", "dt"), BlockKind.DEFINITION),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("caption", "td", "th"), BlockKind.TABLE_CELL),
    "li": BlockKind.LIST_ITEM,
    "pre": BlockKind.CODE,
}
# Start tag → the open elements that it ends, and those that keep them open.
_LIST = frozenset({"ul", "ol", "menu"})
_ROWS = frozenset({"tr", "td", "th", "caption"})
_IMPLIED_ENDS = {
    "li": (frozenset({"li"}), _LIST),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (_ROWS, frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tbody": (_ROWS | {"thead", "tbody"}, frozenset({"table"})),
    "tfoot": (_ROWS | {"thead", "tbody"}, frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
_TABLE = frozenset({"table"})
_TABLE_PARTS = _ROWS | {"table", "tbody", "tfoot", "thead"}
_NOT_DISPLAYED = lazy_pattern(r"display\s*:\s*none", re.IGNORECASE)


class Element:
    """An open structural element, and what a block directly in it is."""

    __slots__ = (
        "containers",
        "heading",
        "hidden",
        "is_article",
        "is_leaf",
        "kind",
        "level",
        "name",
        "start",
    )

    def __init__(self, name: str, start: int, around: Element | None) -> None:
        self.name = name
        self.start = start
        self.is_leaf = True  # until another structural element begins in it
        self.is_article = False
        self.kind: BlockKind = around.kind if around else BlockKind.PARAGRAPH
        self.level: int = around.level if around else 0  # how many lists it is in
        self.heading: int = around.heading if around else 0
        self.containers: tuple[str, ...] = around.containers if around else ()
        self.hidden: bool = around.hidden if around else False


class ElementStack:
    """The structural elements that are open. Everything costs constant time, or is paid for."""

    def __init__(self, containers: tuple[str, ...], level: int, kind: BlockKind) -> None:
        self.top = Element("", 0, None)
        self.top.containers, self.top.level, self.top.kind = containers, level, kind
        self.too_deep: int | None = None  # where the first element stood that was nested too deep
        self._elements = [self.top]
        self._open: dict[str, int] = {}  # how many elements of each name are open
        self._beyond: dict[str, int] = {}  # and how many that were nested too deep
        self._in_article = 0

    @property
    def unclosed(self) -> list[str]:
        """The names of the open elements that are containers, outermost first."""
        return [element.name for element in self._elements[1:] if element.name in CONTAINERS]

    def end_implied(self, name: str) -> None:
        """Close what the start tag of `name` closes though its end tag is missing."""
        if name in _IMPLIED_ENDS:
            ends, keeps = _IMPLIED_ENDS[name]
            if any(self._open.get(other) for other in ends):
                self._end(ends, keeps, all_of_them=True)
        if self.top.name == "p":
            self._pop()
        self.top.is_leaf = False

    def push(self, name: str, start: int, attributes: Mapping[str, Attribute]) -> None:
        if len(self._elements) > MAX_DEPTH:
            self._beyond[name] = self._beyond.get(name, 0) + 1
            if self.too_deep is None:
                self.too_deep = start
            return
        element = Element(name, start, self.top)
        role = attributes["role"].value.lower() if "role" in attributes else ""
        meaning = _ROLES.get(role, name)
        element.is_article = meaning in ("article", "main")
        self._in_article += element.is_article
        container = CONTAINERS.get(meaning)
        if container is not None:
            element.containers = (*element.containers, container)
            element.level += container == "list"
        element.kind = self._kind(meaning, element)
        if element.kind is BlockKind.HEADING and name[1:].isdigit():
            element.heading = int(name[1:])
        style = attributes.get("style")
        if "hidden" in attributes or (style is not None and _NOT_DISPLAYED.search(style.value)):
            element.hidden = True
        self._elements.append(element)
        self._open[name] = self._open.get(name, 0) + 1
        self.top = element

    def _kind(self, meaning: str, element: Element) -> BlockKind:
        kind = _KINDS.get(meaning)
        if element.kind is BlockKind.NAVIGATION:
            # All in navigation is navigation, but the title often stands in the page's header.
            is_title = kind is BlockKind.HEADING and element.containers[-1:] == ("header",)
            return BlockKind.HEADING if is_title else BlockKind.NAVIGATION
        if meaning in ("header", "footer") and not self._in_article:
            return BlockKind.NAVIGATION
        return kind or element.kind

    def pop(self, name: str) -> bool:
        """Close the innermost open `name` and all in it; return whether there was any."""
        if self._beyond.get(name):
            self._beyond[name] -= 1
            return True
        if not self._open.get(name):
            return False
        if self.top.name == name:
            self._pop()
            return True
        # An end tag does not reach out of a table, unless it is one of the table's own.
        keeps = frozenset() if name in _TABLE_PARTS else _TABLE
        self._end(frozenset({name}), keeps, all_of_them=False)
        return True

    def _end(self, ends: frozenset[str], keeps: frozenset[str], *, all_of_them: bool) -> None:
        """Close the innermost of `ends` (or all of them) that no element of `keeps` holds open."""
        last = 0
        for index in range(len(self._elements) - 1, 0, -1):
            name = self._elements[index].name
            if name in ends:
                last = index
                if not all_of_them:
                    break
            elif name in keeps:
                break
        while last and len(self._elements) > last:
            self._pop()

    def _pop(self) -> None:
        element = self._elements.pop()
        self._open[element.name] -= 1
        self._in_article -= element.is_article
        self.top = self._elements[-1]
