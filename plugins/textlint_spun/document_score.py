"""The words of the whole document are those that a synonym dictionary puts in the place of others.

One odd word says nothing. But where word after word is a rare synonym of a common one, where neighbours that
English has together are missing, and articles do not fit, the text has been through a program that
replaces words. No single place need be wrong enough to be reported; the sum is.

The score is a small sum of six rates, with weights that lie in `data/spun-score.json` and are described in
`score.py`. The finding stands at the first sentence and lists its evidence: the words that weigh most, the
mismatched articles and the broken expressions.

**How to fix.** Compare the text with its source and go back to that.

**Known limits.** Needs 150 words of English prose. A text that was spun lightly, or reworded by a
language model, stays below the threshold. Quotations are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from textlint.document import Block, Document
from textlint.model import Hit, Span
from textlint.rule import Context, bad, good, rule
from textlint_spun import score
from textlint_spun.about_spinning import is_about_spinning
from textlint_spun.articles import mismatches
from textlint_spun.tortured import phrases_of

_NAMED = 8  # words named in the message
_SPUN = (
    "The antediluvian watercraft was meticulously refurbished by proficient artisans, and a aged mariner "
    "narrated a enthralling chronicle regarding the tempestuous voyage across the perilous gulf. "
    "Copious onlookers congregated nigh the quay to behold the magnificent spectacle. "
)
_FINE = _SPUN.replace("a aged", "an aged").replace("a enthralling", "an enthralling")
_WRITTEN = (
    "The old boat was carefully repaired by skilled workers, and an old sailor told a good story about "
    "the rough trip across the dangerous bay. Many people came to the quay to see it leave. "
)


@dataclass(frozen=True, slots=True)
class Options:
    """`words` of prose are needed; `alarm` is the score from which on a document is reported."""

    words: int = 150
    alarm: float | None = None


@rule(
    "spun/document-score",
    summary="The vocabulary of the document is that of a synonym dictionary.",
    message=(
        "The words read as if a synonym dictionary had chosen them "
        "(score {score:.1f}, limit {alarm:.1f}): {evidence}."
    ),
    confidence="medium",
    languages=["en"],
    options=Options,
    examples=[
        bad("# The boat\n\n" + _SPUN * 6, at="The boat"),
        bad(_SPUN * 5, at=_SPUN.split(". ", maxsplit=1)[0] + "."),
        bad("## Quay\n\n" + "\n\n".join([_SPUN] * 6), at="Quay"),
        good(_WRITTEN * 8, why="plain words"),
        good(_FINE, why="too short to judge"),
        good(_WRITTEN * 8 + _FINE, why="one passage of that kind"),
        good("> " + _FINE * 8, why="a block quotation"),
    ],
)
def document_score(document: Document, context: Context) -> Iterator[Hit]:
    options: Options = context.options
    model = score.model()
    if document.word_count < options.words:
        return
    phrases = phrases_of(document)
    marked = score.marks().intersection(document.folded_text.split())
    if not phrases and 1000 * len(marked) < model.mark * document.word_count:
        return
    prose = [block for block in document.prose if not block.in_quote]
    words = [word for block in prose for word in score.WORD.findall(block.text)]
    if len(words) < options.words:
        return
    tables = score.tables()
    articles = [match.group() for block in prose for match in mismatches(block)]
    rates = score.rates(words, tables, len(articles), len(phrases))
    total = model.logit(rates)
    alarm = model.alarm if options.alarm is None else options.alarm
    if total < alarm or is_about_spinning(document):
        return
    evidence = [_rare(words, tables)]
    if articles:
        evidence.append("articles: " + ", ".join(f'"{text}"' for text in articles[:5]))
    if phrases:
        evidence.append("expressions: " + ", ".join(f'"{p.text}"' for p in phrases[:5]))
    values = {"score": total, "alarm": alarm, "evidence": "; ".join(evidence)}
    yield Hit(_first_sentence(prose), values, evidence="score")


def _rare(words: list[str], tables: score.Tables) -> str:
    weights: Counter[str] = Counter()
    for word in words:
        known = tables.words.get(word)
        if known is not None and known.odds > 0:
            weights[word] += round(known.odds * 10)
    common = sorted(weights, key=lambda word: (-weights[word], word))[:_NAMED]
    return "words such as " + ", ".join(common)


def _first_sentence(prose: list[Block]) -> Span:
    sentences = next((block.sentences for block in prose if block.sentences), None)
    return sentences[0].span if sentences else prose[0].span
