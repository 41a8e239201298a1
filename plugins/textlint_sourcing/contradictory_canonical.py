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

from textlint.document import Document, MetaValue
from textlint.metadata import CANONICAL, CREDIT, ORIGINAL, ROBOTS, site_of, values
from textlint.model import Hit, Related
from textlint.rule import Context, bad, good, rule

_SWITCH = frozenset(["true", "false", "yes", "no", "none", "null", "self", "auto", "0", "1"])
_FIRST_PUBLISHED = re.compile(
    r"\b(?:(?:originally|first) (?:published|appeared|posted|ran)|(?:re)?published (?:here )?with permission"
    r"|republished|reprinted|cross-?posted|syndicated)\b[^.]{0,40}?\b(?:on|in|at|by|from|with)\b"
)
_WORD = re.compile(r"[a-z0-9]{3,}")


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
            yield _hit(canonical, "The canonical address has no scheme and host.")
        return
    for other in found[1:]:
        if other.value.strip().rstrip("/") != canonical.value.strip().rstrip("/"):
            yield _hit(canonical, "There are two different canonical addresses.", other)
            return
    noindex = next((v for v in values(document, ROBOTS) if _forbids(v)), None)
    if noindex is not None:
        yield _hit(canonical, 'A canonical address stands next to "noindex".', noindex)
    credit = _credited_elsewhere(document, site)
    if credit is not None:
        what = f"The canonical address is at {site}, but {{other}} is credited as the original."
        yield _hit(canonical, what.format(other=_brief(credit.value)), credit)
        return
    yield from _body_credit(document, canonical, site)


def _hit(canonical: MetaValue, what: str, other: MetaValue | None = None) -> Hit:
    related = () if other is None else (Related(other.span, "contradicts it"),)
    return Hit(canonical.span, {"what": what}, related=related)


def _brief(text: str) -> str:
    return site_of(text) or f'"{" ".join(text.split())[:60]}"'


def _forbids(value: MetaValue) -> bool:
    text = value.value.strip().lower()
    last = value.key.rpartition(".")[2]
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
            if other != site and value.key.rpartition(".")[2] in ORIGINAL:
                return value
        elif value.key.rpartition(".")[2] in ORIGINAL and not _names_site(value.value, site):
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


def _body_credit(document: Document, canonical: MetaValue, site: str) -> Iterator[Hit]:
    """Yield the hit for "first published on [X](…)" in the text, where X is another site."""
    for block in document.prose:
        match = _FIRST_PUBLISHED.search(block.folded) if len(block.text) < 400 else None
        if match is None:
            continue
        span = block.span_at(match.start(), len(block.text))
        links = [link for link in document.links_in(span) if site_of(link.destination)]
        if links and all(site_of(link.destination) != site for link in links):
            what = (
                f"The canonical address is at {site}, but the text says it was published elsewhere."
            )
            yield Hit(
                canonical.span,
                {"what": what},
                related=(Related(links[0].span, "the credited original"),),
            )
            return
