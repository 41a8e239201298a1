"""What the page itself says its author is: the byline, the front matter, the bio at the end."""

from __future__ import annotations

import re

from textlint.document import Document, fold
from textlint_persona.grammar import words_of
from textlint_persona.lexicon import lexicon
from textlint_persona.memory import once_per_document

AUTHOR_KEYS = re.compile(
    r"(?:.*\.)?(?:authors?|byline|by|creator|dc:creator|bio|author_?bio|about_?(?:the_?)?author)(?:\..*)?"
)
# "Ada Moss is a nurse and a novelist.", "By Ada Moss, farmer", "The author is …"
_BIO = re.compile(
    r"\W{0,3}(?:by |written by |words:? |about the author:? ?)?(?:the (?:author|writer)"
    r"|[A-Z][\w.’'\-]+(?: [A-Z][\w.’'\-]+){0,3})(?:,| is| was| has| works| runs| lives|"
    r" teaches| writes)\b"
)
_EDGE = 4  # blocks at either end of a document in which a bio may stand


@once_per_document
def declared_groups(document: Document) -> frozenset[str]:
    """Return the groups of trades that byline, front matter and bio give the author."""
    words: list[str] = []
    for text in bio_texts(document):
        words += [*words_of(fold(text)), ""]
    groups = set(lexicon().groups(words))
    for end in range(1, len(words) + 1):
        found = lexicon().role(words, end)
        if found is not None and found[0].group:
            groups.add(found[0].group)
    return frozenset(groups)


def bio_texts(document: Document) -> list[str]:
    """Return the texts that speak about the author in the third person."""
    texts = [value.value for value in document.meta if AUTHOR_KEYS.fullmatch(value.key)]
    prose = document.prose
    edges = prose[:_EDGE] + prose[_EDGE:][-_EDGE:]
    texts += [b.text for b in edges if len(b.text) < 600 and _BIO.match(b.text, 0, 120)]
    return texts
