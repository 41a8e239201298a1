"""Markup of advertising networks in Markdown: elements and comments that hold or mark an ad."""

from __future__ import annotations

import re
from bisect import bisect_right

from textlint.document import BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Span

_NETWORK = (
    r"adsbygoogle|data-ad-(?:client|slot)|googletag|google_ad_client|div-gpt-ad|doubleclick\.net|"
    r"googlesyndication|amazon-adsystem|taboola|outbrain|revcontent|mgid\.com|media\.net|criteo|"
    r"carbonads|ezoic|adthrive|mediavine"
)
_ELEMENT = lazy_pattern(
    rf"<(ins|div|script|iframe|amp-ad)\b[^<>]{{0,600}}?(?:{_NETWORK})[^<>]{{0,600}}>", re.IGNORECASE
)
_AD = r"(?:affiliate |google |banner |display |sponsor(?:ed)? |auto )?(?:ads?|adverts?|advertisements?)"
_COMMENT = lazy_pattern(
    rf"<!--\s*{_AD}(?:[ _-](?:slot|unit|block|code|banner|begins?|starts?|here|\d+)){{0,3}}\s*-->"
    rf"|<!--\s*(?:begin|start|insert)(?: of)? {_AD}[\w -]{{0,30}}-->",
    re.IGNORECASE,
)
_COMMENT_END = lazy_pattern(
    rf"<!--\s*(?:/\s*{_AD}|end(?: of)? {_AD}|{_AD} ends?)[\w -]{{0,30}}-->", re.IGNORECASE
)
DEEPEST = 200  # code points of indentation before an element or a comment
LONGEST_AD = 4_000  # code points from the opening comment to the closing one


def ad_markup(document: Document) -> list[Span]:
    """Return the places of advertising markup outside code, neighbours joined."""
    if document.format != "markdown" or "<" not in document.source:
        return []
    source = document.source
    places = [_element(source, match) for match in _ELEMENT.finditer(source) if _begins_line(match)]
    if "<!--" in source:
        places += [_comment(source, m) for m in _COMMENT.finditer(source) if _begins_line(m)]
        places += [Span(m.start(), m.end()) for m in _COMMENT_END.finditer(source)]
    code = [block.span for block in document.blocks if block.kind is BlockKind.CODE]
    starts = [span.start for span in code]
    joined: list[Span] = []
    for place in sorted(places):
        index = bisect_right(starts, place.start) - 1
        if place.start < document.body.start or (index >= 0 and place.start < code[index].end):
            continue
        if joined and not source[joined[-1].end : place.start].strip():
            joined[-1] = joined[-1].cover(place)
        elif not joined or place.start >= joined[-1].end:
            joined.append(place)
    return joined


def _begins_line(match: re.Match[str]) -> bool:
    """Whether nothing but an indentation stands before a match in its line."""
    before = match.string[max(0, match.start() - DEEPEST) : match.start()].rstrip(" \t")
    return before.endswith("\n") or (not before and match.start() <= DEEPEST)


def _element(source: str, match: re.Match[str]) -> Span:
    closing = lazy_pattern(rf"[^<]{{0,2000}}</{match[1]}>", re.IGNORECASE).match(
        source, match.end()
    )
    return Span(match.start(), closing.end() if closing is not None else match.end())


def _comment(source: str, match: re.Match[str]) -> Span:
    closing = _COMMENT_END.search(source, match.end(), match.end() + LONGEST_AD)
    return Span(match.start(), closing.end() if closing is not None else match.end())
