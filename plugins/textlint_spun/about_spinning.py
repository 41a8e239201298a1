"""Whether a document talks about spinning, so that broken expressions in it are its examples."""

from __future__ import annotations

from textlint.document import Document
from textlint.lazy import lazy_pattern

_ABOUT = lazy_pattern(
    r"\b(?:article[- ](?:spinn\w+|rewriters?)|spun (?:text|content|articles?|copy|version|form)"
    r"|spinner(?:s| software)?|spinbots?|text[- ]spinn\w+|content[- ]spinn\w+"
    r"|paraphrasing (?:tools?|software)|tortured (?:phrases?|terms?|expressions?)"
    r"|synonym (?:replace\w+|dictionar\w+|swap\w*)|papermills?|paper mills?|spintax)\b"
)


def is_about_spinning(document: Document) -> bool:
    """Whether the title names the subject, or two blocks of its prose do."""
    if document.title and _ABOUT.search(document.title.lower()):
        return True
    naming = 0
    for block in document.prose:
        if _ABOUT.search(block.folded):
            naming += 1
            if naming == 2:
                return True
    return False
