"""Whether an article is about encodings, and shows what other articles suffer from."""

from __future__ import annotations

from textlint.document import Block, Document
from textlint.lazy import lazy_pattern

_ENCODINGS = lazy_pattern(
    r"\b(?:mojibake|utf-?8|utf-?16|unicode|ascii|latin-?1|windows-125\d|cp125\d|iso-?8859|code ?points?"
    r"|html entit(?:y|ies)|character (?:encodings?|sets?|references?|entit(?:y|ies))|charsets?|zero[- ]width"
    r"|soft hyphens?|replacement characters?|bidirectional|escape sequences?)\b"
)
_CHARACTERS = lazy_pattern(r"\b(?:characters?|symbols?|glyphs?|letters?|question marks?)\b")


def is_about_encodings(document: Document) -> bool:
    """Whether the title or two blocks of prose speak of character encodings."""
    if document.title and _ENCODINGS.search(document.title.lower()):
        return True
    return sum(1 for block in document.prose if _ENCODINGS.search(block.folded)) >= 2


def is_shown(block: Block, start: int, end: int) -> bool:
    """Whether broken characters are shown, by a paragraph about encodings or about characters.

    There they stand in quotation marks, or apart: "é and ł turned to \ufffd on import".
    """
    if block.is_quoted(start, end):
        return _ENCODINGS.search(block.folded) is not None
    around = block.text[max(start - 1, 0) : start] + block.text[end : end + 1]
    return not around.strip() and _CHARACTERS.search(block.folded) is not None
