"""Whether an article is about encodings, and shows what other articles suffer from."""

from __future__ import annotations

from textlint.document import Document
from textlint.lazy import lazy_pattern

_ENCODINGS = lazy_pattern(
    r"\b(?:mojibake|utf-?8|utf-?16|unicode|ascii|latin-?1|windows-125\d|cp125\d|iso-?8859|code ?points?"
    r"|html entit(?:y|ies)|character (?:encodings?|sets?|references?|entit(?:y|ies))|charsets?|zero[- ]width"
    r"|soft hyphens?|replacement characters?|bidirectional|escape sequences?)\b"
)


def is_about_encodings(document: Document) -> bool:
    """Whether the title or two blocks of prose speak of character encodings."""
    if document.title and _ENCODINGS.search(document.title.lower()):
        return True
    return sum(1 for block in document.prose if _ENCODINGS.search(block.folded)) >= 2
