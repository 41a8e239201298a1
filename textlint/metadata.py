"""What the metadata says about a document's origin, whatever its generator calls it.

The keys are those of Jekyll, Hugo, Eleventy, Astro, Ghost and Substack exports, Dublin Core and
schema.org; all are compared in lower case, as `MetaValue.key` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Document, MetaValue
from textlint.lazy import lazy_pattern

AUTHOR = ("author", "authors", "byline", "by", "creator", "dc:creator", "dc.creator", "writer")
DATE = (
    *("date", "pubdate", "published", "published_at", "publishedat", "publishdate", "published_on"),
    *("datepublished", "date_published", "published_time", "article:published_time", "dc.date"),
    *("dc:date", "dcterms.created", "created", "created_at"),
)
CANONICAL = ("canonical_url", "canonicalurl", "canonical", "rel_canonical", "canonicalhref")
# Where the text was published first.
ORIGINAL = (
    *("original_url", "originalurl", "source_url", "sourceurl", "externalurl", "external_url"),
    *("isbasedon", "isbasedonurl", "syndicated_from", "syndicatedfrom", "original_source"),
)
CREDIT = ("source", "sources", "via", "credit", "credits", "source_name", "sourcename", "dc.source")
ROBOTS = ("robots", "noindex", "googlebot", "index", "sitemap_exclude")
LICENCE = ("license", "licence", "rights", "copyright", "dc.rights", "license_url", "licenseurl")

_ADDRESS = lazy_pattern(r"(?:https?:)?//(?:[^\s/@]*@)?([^\s/:?#]+)", re.IGNORECASE)
# Second-level names under which registries sell domains: example.co.uk is one site.
_SHARED_LEVELS = frozenset(["co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "go"])


def values(document: Document, keys: tuple[str, ...]) -> Iterator[MetaValue]:
    """Yield the values under any of `keys`, alone or as the end of a path ("params.author").

    In JSON-LD the value of "author" may be an object: "author.name" counts as "author".
    """
    for value in document.meta:
        if value.value.strip() and short_key(value) in keys:
            yield value


def short_key(value: MetaValue) -> str:
    """Return the last part of a key path that says what the value is: "params.author.name" → "author"."""
    key = value.key
    for part in (".name", ".url", ".@id"):
        key = key.removesuffix(part)
    return key.rpartition(".")[2] if not key.startswith(("dc.", "dcterms.")) else key


def site_of(address: str) -> str | None:
    """Return the registered domain of an absolute address ("blog.example.co.uk" → "example.co.uk")."""
    match = _ADDRESS.match(address.strip())
    if match is None:
        return None
    labels = match[1].lower().rstrip(".").split(".")
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SHARED_LEVELS else 2
    return ".".join(labels[-keep:])
