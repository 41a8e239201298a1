"""Two synonyms became the same word: "obese and obese", "vital or vital".

Writers like pairs of near synonyms ("fat and obese", "safe and secure"). A program that replaces words
by synonyms may turn both into one. Nobody writes such a pair: English doubles adverbs, comparatives,
plurals and short verbs ("again and again", "better and better"), but not adjectives and abstract nouns.

**How to fix.** Put back the two words of the source, or strike one.

**Known limits.** Only words with the endings of adjectives and abstract nouns are looked at, as other pairs
may be meant. Quotations are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule

_PAIR = lazy_pattern(
    r"(?<![\w'-])(?!(?:initial|individual|moment|present|different|parent|client|patient|student|agent"
    r"|president|dollar|crystal|criminal)\b)"
    r"([a-z]{2,}(?:ous|al|ive|ent|ant|ible|able"
    r"|ful|ese|tic|tion|sion|ness|ity|ment|ism)) (and|or) \1(?![\w'-])"
)

_BEHIND = lazy_pattern(r" (?:and|or) ([a-z]{4,})")  # to find a pair without a search at every word


@rule(
    "spun/doubled-synonym",
    summary="A pair of synonyms that has become the same word twice.",
    message='"{text}": a pair of synonyms has become one word twice.',
    severity="note",
    languages=["en"],
    examples=[
        bad("Many patients are obese and obese.\n", at="obese and obese"),
        bad("The step is essential or essential for all.\n", at="essential or essential"),
        bad("It needs attention and attention from the crew.\n", at="attention and attention"),
        good("He rang again and again, louder and louder.\n", why="adverbs and comparatives"),
        good("They walked for miles and miles and talked and talked.\n", why="plurals and verbs"),
        good("The song goes “beautiful and beautiful”.\n", why="quoted"),
        good("They met face to face, year on year.\n", why="set expressions"),
    ],
)
def doubled_synonym(document: Document, context: Context) -> Iterator[Hit]:
    text = document.folded_text
    if not any(
        text.startswith(m[1], max(m.start() - len(m[1]), 0)) for m in _BEHIND.finditer(text)
    ):
        return
    for block in document.prose:
        if block.in_quote:
            continue
        for match in _PAIR.finditer(block.folded):
            if not block.is_quoted(*match.span()):
                start, end = match.span()
                yield Hit(block.span_at(start, end), {"text": block.text[start:end]})
