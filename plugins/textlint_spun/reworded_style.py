"""The whole article is written in the vocabulary that automatic rewording prefers.

"Underscoring", "pivotal", "comprehensive", "leveraging", "crucial": a few hundred words of no subject
became much more frequent in texts of all fields when language models came into use. One of
them says nothing. Where they make up a twentieth of all words, sentence after sentence was
reworded in one manner, and what the writer, or the source, had to say is covered by it.

The rule counts these words in the whole prose outside quotations and reports the document once, at
its first sentence, when at least 50 of 1,000 words are among them, 8 of them different, in at least
250 words. Ordinary articles have 6 to 12 of 1,000; one of 3,808 that were measured reached 50.

**How to fix.** Say the same with the plain words the source used; ask what was changed beside the style.
The finding is about style and says nothing about who or what wrote the text.

**Known limits.** A note on its own, since some advertising is written like this by people; a warning
in a document in which a rule of another family has found a warning or an error. Texts in other languages
and texts of fewer than 250 words are not judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from textlint.document import Block, Document
from textlint.model import Hit, Span
from textlint.phrases import PhraseMatch, PhraseTable
from textlint.rule import Context, bad, good, rule

_NAMED = 12  # words named in the message


@dataclass(frozen=True, slots=True)
class Options:
    """`per_thousand` style words in `words` or more words, `different` of them."""

    per_thousand: float = 50.0
    words: int = 250
    different: int = 8


_STYLED = (
    "This comprehensive approach underscores the crucial role of innovative lighting, significantly "
    "enhancing coastal safety and showcasing notable advancements. "
)
_PLAIN = (
    "The keeper climbs the stairs at dusk, trims the wick and writes the hour into the book. "
    "On clear nights the light is seen from the far shore, where the fishing boats lie. "
)


@rule(
    "spun/reworded-style",
    summary="At least 50 of 1,000 words are from the style vocabulary of automatic rewording.",
    message=(
        "{density:.0f} of 1,000 words are style words that automatic rewording prefers (usual: 6 to 12): "
        "{words}."
    ),
    severity="note",
    confidence="medium",
    languages=["en"],
    options=Options,
    phrases=[PhraseTable.load("textlint_spun", "style-words.csv")],
    corroborated="warning",
    about_document=True,
    examples=[
        bad("# The lamp\n\n" + _STYLED * 16, at="The lamp"),
        bad(
            _PLAIN * 5 + _STYLED * 10,
            at="The keeper climbs the stairs at dusk, trims the wick and writes the hour into the book.",
        ),
        bad("# Light\n\n" + "\n\n".join([_PLAIN + _STYLED * 2] * 6), at="Light"),
        good(_PLAIN * 12, why="plain words"),
        good(_STYLED * 5, why="too short to judge"),
        good(_PLAIN * 10 + _STYLED, why="a sentence of that kind among others"),
        good("# What it said\n\n> " + _STYLED * 16, why="a block quotation is another's style"),
    ],
)
def reworded_style(document: Document, context: Context) -> Iterator[Hit]:
    options: Options = context.options
    prose = [block for block in document.prose if not block.in_quote]
    words = document.word_count - sum(b.word_count for b in document.prose if b.in_quote)
    if words < options.words or 1000 * len(context.phrases) < options.per_thousand * words:
        return
    counts = Counter(m.phrase.text for m in context.phrases if not _is_quoted(m))
    density = 1000 * counts.total() / words
    if density < options.per_thousand or len(counts) < options.different:
        return
    common = sorted(counts, key=lambda word: (-counts[word], word))[:_NAMED]
    named = ", ".join(f"{w} ({counts[w]})" if counts[w] > 1 else w for w in common)
    rest = len(counts) - len(common)
    yield Hit(
        _first_sentence(prose),
        {"density": density, "words": named + (f" and {rest} more" if rest else "")},
        evidence="style",
    )


def _is_quoted(match: PhraseMatch) -> bool:
    return match.block.in_quote or match.block.is_quoted(match.start)


def _first_sentence(prose: list[Block]) -> Span:
    sentences = next((block.sentences for block in prose if block.sentences), None)
    return sentences[0].span if sentences else prose[0].span
