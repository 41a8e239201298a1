"""The metadata says two things about where the original of this text is.

A canonical address tells search engines and aggregators which page is the original. It contradicts
itself when it points to one site while the document credits another as the place of first
publication, when it stands next to "noindex", when there are two different ones, or when it is not a
complete address.

**How to fix.** Point the canonical address to the original, or leave it out; do not combine it with
"noindex"; write it with its scheme and host.

**Known limits.** No mechanism is demanded: a republished text without a canonical address is fine.
Sites are compared by registered domain. A credit without an address is compared by name only when it
is under a key such as `syndicated_from`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Document, Link, MetaValue
from textlint.lazy import lazy_pattern
from textlint.metadata import (
    CANONICAL,
    CREDIT,
    ORIGINAL,
    ROBOTS,
    short_key,
    site_of,
    values,
)
from textlint.model import Hit, Related, Span
from textlint.rule import Context, bad, good, rule

_SWITCH = frozenset(["true", "false", "yes", "no", "none", "null", "self", "auto", "0", "1"])
_FIRST_PUBLISHED = lazy_pattern(
    r"\b(?:(?:originally|first) (?:published|appeared|posted|ran)|(?:re)?published (?:here )?with permission"
    r"|republished|reprinted|cross-?posted|syndicated)\b[^.]{0,40}?\b(?:on|in|at|by|from|with)\b"
)
_WORD = lazy_pattern(r"[a-z0-9]{3,}")


@rule(
    "sourcing/contradictory-canonical",
    summary="The canonical address contradicts the rest of the metadata.",
    message="{what}",
    examples=[
        bad(
            "---\ntitle: Tolls\ncanonical_url: https://mirror.example/tolls\n"
            "original_url: https://post.example.org/tolls\n---\nThe toll rises.\n",
            at="https://mirror.example/tolls",
        ),
        bad(
            "---\ntitle: Tolls\ncanonical: https://post.example/tolls\nrobots: noindex, follow\n---\nText.\n",
            at="https://post.example/tolls",
        ),
        bad("---\ntitle: Tolls\ncanonical_url: /tolls/\n---\nThe toll rises.\n", at="/tolls/"),
        bad(
            "---\ncanonicalUrl: https://mirror.example/tolls\nsyndicated_from: The Quay Observer\n---\n"
            "The toll rises.\n",
            at="https://mirror.example/tolls",
        ),
        good(
            "---\ncanonical_url: https://post.example/tolls\nsource_url: https://www.post.example/tolls\n---\n"
            "The toll rises.\n",
            why="both name the original",
        ),
        good(
            "---\nsource: https://post.example/tolls\n---\nThe toll rises.\n",
            why="a credit without a canonical address is enough",
        ),
        good(
            "---\ncanonical: https://quayobserver.example/tolls\nsyndicated_from: The Quay Observer\n---\n"
            "The toll rises.\n",
            why="the address is the credited newspaper's",
        ),
        good("---\ncanonical: true\n---\nThe toll rises.\n", why="a switch of the theme"),
    ],
)
def contradictory_canonical(document: Document, context: Context) -> Iterator[Hit]:
    found = [v for v in values(document, CANONICAL) if v.value.strip().lower() not in _SWITCH]
    if not found:
        return
    canonical = found[0]
    site = site_of(canonical.value)
    if site is None:
        if re.search(r"[/.]", canonical.value):
            yield Hit(canonical.span, {"what": "The canonical address has no scheme and host."})
        return
    contradictions = list(_contradictions(document, found, site))
    if contradictions:
        yield Hit(
            canonical.span,
            {"what": " ".join(what for what, _ in contradictions)},
            related=tuple(Related(span, "contradicts it") for _, span in contradictions),
        )


def _contradictions(
    document: Document, found: list[MetaValue], site: str
) -> Iterator[tuple[str, Span]]:
    """Yield what contradicts the first canonical address in `found`, and where it stands."""
    address = found[0].value.strip().rstrip("/")
    for other in found[1:]:
        if other.value.strip().rstrip("/") != address:
            yield "There are two different canonical addresses.", other.span
    for value in values(document, ROBOTS):
        if _forbids(value):
            yield 'A canonical address stands next to "noindex".', value.span
    credit = _credited_elsewhere(document, site)
    if credit is not None:
        who = _brief(credit.value)
        yield (
            f"The canonical address is at {site}, but {who} is credited as the original.",
            credit.span,
        )
        return
    link = _credit_in_the_text(document, site)
    if link is not None:
        yield (
            f"The canonical address is at {site}, but the text says it was published elsewhere.",
            link.span,
        )


def _brief(text: str) -> str:
    return site_of(text) or f'"{" ".join(text.split())[:60]}"'


def _forbids(value: MetaValue) -> bool:
    text = value.value.strip().lower()
    last = short_key(value)
    if last in ("noindex", "sitemap_exclude"):
        return last == "noindex" and text in ("true", "yes", "1")
    if last == "index":
        return text in ("false", "no")
    return "noindex" in text


def _credited_elsewhere(document: Document, site: str) -> MetaValue | None:
    for value in values(document, (*ORIGINAL, *CREDIT)):
        other = site_of(value.value)
        if other is not None:
            # A credit such as "via" may name a go-between; the original's address may not differ.
            if other != site and short_key(value) in ORIGINAL:
                return value
        elif short_key(value) in ORIGINAL and not _names_site(value.value, site):
            return value
    return None


def _names_site(name: str, site: str) -> bool:
    """Whether a newspaper's name and a domain can belong together: "The Quay Observer", quayobserver."""
    words = [w for w in _WORD.findall(name.lower()) if w not in ("the", "and", "com", "www")]
    host = site.partition(".")[0]
    initials = "".join(word[0] for word in _WORD.findall(name.lower()))
    return (
        not words or any(word in host for word in words) or (len(initials) > 1 and initials in host)
    )


def _credit_in_the_text(document: Document, site: str) -> Link | None:
    """Return the link of "first published on [X](…)" in the text, where X is another site."""
    for block in document.prose:
        match = _FIRST_PUBLISHED.search(block.folded) if len(block.text) < 400 else None
        if match is None:
            continue
        span = block.span_at(match.start(), len(block.text))
        links = [link for link in document.links_in(span) if site_of(link.destination)]
        if links and all(site_of(link.destination) != site for link in links):
            return links[0]
    return None
