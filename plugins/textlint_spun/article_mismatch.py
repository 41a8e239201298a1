"""The article does not fit the word behind it: "a extra day", "an familiar voice".

A program that replaces a word leaves the article as it was for the old one: "an additional day" becomes
"a extra day", "a known voice" "an familiar voice". People slip too, which is why this is a note; several
in one text, or one beside broken expressions, show what happened to it.

The document gets one finding, at the first place, with the others beside it.

**How to fix.** Write "an" before a vowel that is heard and "a" before a consonant; then look whether the word
itself is the one that the source used.

**Known limits.** Abbreviations, names, figures, and words whose first sound is not sure (h, u, eu, one) are
left out. So are quotations and documents in dialect or in other languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit, Related
from textlint.rule import Context, bad, good, rule
from textlint_spun import score
from textlint_spun.articles import blocks_with_mismatches, mismatches


@rule(
    "spun/article-mismatch",
    summary='"a" before a vowel or "an" before a consonant.',
    message='"{text}" should be "{right}"{more}.',
    severity="note",
    confidence="medium",
    languages=["en"],
    examples=[
        bad("They asked for a extra day.\n", at="a extra"),
        bad("It was an familiar voice, and a older one answered.\n", at="an familiar"),
        bad("It is a important step.\n", at="a important"),
        good("A one-way street, a European law, a unit, a user, a ewe.\n", why="no vowel is heard"),
        good("An hour, an honest man, an heir.\n", why="the h is silent"),
        good("An MP, an 8-day week, a U-turn and an SMS.\n", why="said letter by letter"),
        good("Vitamin A is good for the eyes; option a includes it.\n", why="a letter"),
        good("“A extra day,” the sign said.\n", why="quoted"),
    ],
)
def article_mismatch(document: Document, context: Context) -> Iterator[Hit]:
    found = [
        (block, match) for block in blocks_with_mismatches(document) for match in mismatches(block)
    ]
    if found and not _is_other_english(document):
        block, match = found[0]
        article, word = match.groups()
        right = (
            ("a" if len(article) == 2 else "an")
            if article[0] == "a"
            else ("A" if len(article) == 2 else "An")
        )
        others = tuple(Related(b.span_at(*m.span()), f'"{m.group()}"') for b, m in found[1:20])
        more = f"; {len(found)} articles of this kind in the document" if others else ""
        yield Hit(
            block.span_at(*match.span()),
            {"text": match.group(), "right": f"{right} {word}", "more": more},
            related=others,
        )


def _is_other_english(document: Document) -> bool:
    """Whether the text is in dialect, where "an" may be "and"."""
    texts = (block.text for block in document.prose if not block.in_quote)
    return score.unknown_share(score.joined(texts)) > score.OTHER_ENGLISH
