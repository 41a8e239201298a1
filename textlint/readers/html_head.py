"""What an HTML page says about itself: title, meta and link elements, JSON-LD."""

from __future__ import annotations

import re

from textlint.lazy import lazy_pattern
from textlint.readers.html_markup import REFERENCE, Attribute, attribute_pieces, unescape
from textlint.readers.json_values import json_scalars
from textlint.readers.scalars import Scalar, UnreadableError, decoded_pieces

_LINKS = frozenset({"canonical", "license"})
_TITLE = lazy_pattern(rf"[ \t\n\f\r]+|{REFERENCE.pattern}")
# Of JSON-LD only what speaks of the article: names and addresses of sites and crumbs do not.
_OF_THE_ARTICLE = """author author.name author.url contributor.name copyrightholder.name creator creator.name
    datemodified datepublished editor.name headline inlanguage isaccessibleforfree isbasedon
    isbasedon.url isbasedonurl license mainentityofpage publisher.name sourceorganization.name
    translationofwork.url"""
_ARTICLE_KEYS = frozenset(_OF_THE_ARTICLE.split())


class HtmlHead:
    """Collects the metadata of one page, in source order; keys as in the page, in lower case.

    `<html lang>` is "lang", `<link rel="canonical">` is "canonical"; a meta element goes by its
    name, property or itemprop ("author", "og:title"), JSON-LD by its key path ("author.name").
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.scalars: list[Scalar] = []

    def tag(self, name: str, found: dict[str, Attribute]) -> None:
        if name == "html":
            lang = found.get("lang") or found.get("xml:lang")
            if lang is not None:
                self._add("lang", lang)
        elif name == "link":
            rel = found["rel"].value.lower().split() if "rel" in found else ()
            for relation in rel:
                if relation in _LINKS and "href" in found:
                    self._add(relation, found["href"])
        elif "content" in found:
            for attribute in ("name", "property", "itemprop"):
                if attribute in found:
                    self._add(found[attribute].value.strip().lower(), found["content"])
                    break

    def content(self, name: str, found: dict[str, Attribute], start: int, end: int) -> None:
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if name == "title":
            pieces = decoded_pieces(text, start, end, _TITLE, _collapse)
            value = "".join([piece for piece, _, _ in pieces])
            if value and not any(scalar.key == "title" for scalar in self.scalars):
                self.scalars.append(Scalar("title", value, start, end, pieces, True))
        elif "type" in found and found["type"].value.strip().lower() == "application/ld+json":
            self._json(start, end)

    def _add(self, key: str, attribute: Attribute) -> None:
        pieces = attribute_pieces(self.text, attribute)
        self.scalars.append(
            Scalar(key, attribute.value, attribute.start, attribute.end, pieces, True)
        )

    def _json(self, start: int, end: int) -> None:
        if not self.text.startswith(("{", "["), start, end):
            return
        try:
            scalars, _ = json_scalars(self.text, start, end)
        except UnreadableError:
            return  # broken structured data is a matter for its own checkers, and no prose is lost
        for scalar in scalars:
            key = scalar.key.removeprefix("@graph.")
            if key in _ARTICLE_KEYS:
                self.scalars.append(scalar._replace(key=key))


def _collapse(match: re.Match[str]) -> str:
    return unescape(match) if match.group()[0] == "&" else " "
