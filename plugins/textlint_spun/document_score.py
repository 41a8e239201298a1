"""The words of the whole document are those that a synonym dictionary puts in the place of others.

One odd word says nothing. But where word after word is a rare synonym of a common one, where neighbours that
English has together are missing, and articles do not fit, the text has been through a program that
replaces words. No single place need be wrong enough to be reported; the sum is.

The score is a small sum of five rates, with weights that lie in `data/spun-score.json` and are described in
`score.py`. The finding stands at the first sentence and lists its evidence: the words that weigh most, the
mismatched articles, the broken expressions, doubled words ("get get") and capitals in the middle of a
sentence. Beside it stand the places where another word fits better between its neighbours, with that
word. Where nothing
else speaks for a swap, the limit is higher, and a score that is not far over it is a note.

**How to fix.** Compare the text with its source and go back to that.

**Known limits.** Needs 150 words of English prose. A text that was spun lightly, or reworded by a
language model, stays below the limit; the keys of botanists and pages of chemistry are over it. Where one
word in six is in no table, as in dialect, only broken expressions tell. Quotations are left out. A
document that shows code is only judged when it holds a broken expression as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from textlint.document import Block, Document
from textlint.model import Hit, Related, Severity, Span
from textlint.rule import Context, bad, good, rule
from textlint_spun import score
from textlint_spun.about_spinning import is_about_spinning
from textlint_spun.articles import mismatches
from textlint_spun.grammar_traces import traces
from textlint_spun.spinner_evidence import SPINNER_PHRASES, fixed_strings
from textlint_spun.spinner_words import STRONG
from textlint_spun.tortured import different_words, phrases_of, shows_code
from textlint_spun.undone import Swap, swaps

# Broken expressions from which on they bear out the score: one may be a term of the trade.
_BROKEN = 2
_SLIPS = 2  # doubled words and stray capitals from which on they bear out the score
_NAMED = 8  # words named in the message
_LEAST_WORDS = 10  # of a block that is read
LEAST_DIFFERENT = (
    60  # words that may be swapped: with fewer, one that is the subject weighs too much
)
_MOST_WORDS = 500  # of a document that are scored, about
_PLACES = 40  # of likely swaps that are shown
_MOST_SEARCHED = 3000  # words among which they are looked for
_SPUN = (
    "The antediluvian watercraft was refurbished throughout the frosty months by two proficient "
    "artisans, and a aged mariner narrated a enthralling chronicle regarding the tempestuous voyage "
    "across the perilous gulf. Copious onlookers congregated nigh the quay to behold the magnificent "
    "spectacle. My progenitor had voyaged aboard her as a stripling, when she yet conveyed boulders "
    "from the archipelago, and he recounted afresh how they forfeited the mast one nightfall and "
    "retreated homeward beneath a folio of canvas. Nobody possessed currency for a novel motor then, "
    "hence for three annums they managed sans one. The gentlemen who fabricated her are deceased "
    "presently, but their appellations are incised into the girder above the portal of the cabin, and "
    "you can peruse them provided you fetch a lantern. In summertime she shall convoy sightseers round "
    "the promontory and return. It amounts to six pounds, youngsters proceed gratis, and supposing the "
    "breeze is erroneous you acquire a goblet of tea alternatively. "
)
_FINE = _SPUN.replace("a aged", "an aged").replace("a enthralling", "an enthralling")
_WRITTEN = (
    "The old boat was repaired over the winter by two men from the yard, and last week she went back into "
    "the water. We stood on the wall and watched. My father had sailed on her as a boy, when she still "
    "carried stone from the islands, and he told us again how they lost the mast one night and came home "
    "under a sheet of canvas. Nobody had money for a new engine then, so for three years they did without. "
    "The men who built her are dead now, but their names are cut into the beam above the door of the cabin, "
    "and you can read them if you bring a light. In summer she will take visitors round the point and back. "
    "It costs six pounds, children go free, and if the wind is wrong you get a cup of tea instead. I asked "
    "one of the men why he had given so much of his time to an old boat that earns nothing. He thought about "
    "it for a while, looked at his hands and said that somebody had to, and that it was a good winter. "
    "There is still work to do on the deck, and the sails are second hand. But she floats, and when the "
    "tide turned she lay there as if she had never been away. "
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
    phrases=[SPINNER_PHRASES],
    always_runs=True,
    examples=[
        bad("# The boat\n\n" + _SPUN, at="The boat"),
        bad(_SPUN, at=_SPUN.split(". ", maxsplit=1)[0] + "."),
        bad("## Quay\n\n" + _SPUN.replace("canvas. ", "canvas.\n\n"), at="Quay"),
        good(_WRITTEN, why="plain words"),
        good(_FINE[:400], why="too short to judge"),
        good(_WRITTEN + _FINE[:170], why="a sentence of that kind"),
        good("> " + _FINE, why="a block quotation"),
    ],
)
def document_score(document: Document, context: Context) -> Iterator[Hit]:
    options: Options = context.options
    if document.word_count < options.words:
        return
    broken = [p.text for p in phrases_of(document)]
    broken += sorted({s.text for s in fixed_strings(context.phrases) if s.grade == STRONG})
    if not broken and (shows_code(document) or not score.is_marked(different_words(document))):
        return
    scored = scored_text(document, len(broken))
    slips = traces(scored.prose)
    told = len(broken) >= _BROKEN or scored.articles or len(slips) >= _SLIPS
    model = score.model()
    if scored.unknown > score.OTHER_ENGLISH and not broken:
        return
    alarm = (model.alarm if told else model.alone) if options.alarm is None else options.alarm
    if scored.different < LEAST_DIFFERENT or scored.total < alarm or is_about_spinning(document):
        return
    tables = score.tables()
    evidence = [_rare(scored.passage, tables)]
    if scored.articles:
        named = ", ".join(f'"{text}"' for text in scored.articles[:5])
        evidence.append(f"articles: {named}")
    if broken:
        evidence.append("expressions: " + ", ".join(f'"{text}"' for text in broken[:5]))
    if slips:
        evidence.append("slips: " + ", ".join(f'"{text}"' for text in slips[:5]))
    values = {"score": scored.total, "alarm": alarm, "evidence": "; ".join(evidence)}
    places = tuple(
        Related(swap.block.span_at(swap.start, swap.end), f'may stand for "{swap.origin}"')
        for swap in _likeliest_swaps(scored.prose, tables)
    )
    certain = told or scored.total >= max(model.sure, alarm)
    severity = Severity.WARNING if certain else Severity.NOTE
    place = _first_sentence(scored.prose)
    yield Hit(place, values, related=places, severity=severity, evidence="score")


class Scored(NamedTuple):
    """The score of a document, and what it was made from."""

    total: float
    different: int  # words that may be swapped, among those that were scored
    unknown: float  # share of the words that are in no table of English
    passage: list[score.Token]
    articles: list[str]
    prose: list[Block]


def scored_text(document: Document, broken: int) -> Scored:
    """Return the score of a document that holds so many broken expressions."""
    passage = score.joined(_sample(running_text(document)))
    prose = [block for block in document.prose if not block.in_quote]
    articles = [match.group() for block in prose for match in mismatches(block)]
    share = 100 / max(document.word_count, 1)
    rates = score.rates(passage, score.tables(), share * len(articles), share * broken)
    different = len(set(score.swappable(passage, score.tables().words)))
    unknown = score.unknown_share(passage)
    return Scored(score.model().logit(rates), different, unknown, passage, articles, prose)


def _sample(texts: list[str]) -> list[str]:
    """Return texts from all over a long document, so that its score costs no more than another's."""
    words = sum(text.count(" ") + 1 for text in texts)
    return texts[:: max(1, words // _MOST_WORDS)]


def _likeliest_swaps(prose: list[Block], tables: score.Tables) -> list[Swap]:
    names = list(tables.words.numbers)
    read = 0
    found: list[Swap] = []
    for block in prose:
        read += block.word_count
        if read > _MOST_SEARCHED:
            break
        found += swaps(block, tables, names)
    likeliest = sorted(found, key=lambda swap: -swap.gain)[:_PLACES]
    return sorted(likeliest, key=lambda swap: (swap.block.span.start, swap.start))


def running_text(document: Document) -> list[str]:
    """Return the texts of the blocks with sentences: lists of names and of signs are no running text."""
    return [
        block.text
        for block in document.prose
        if not block.in_quote and block.word_count >= _LEAST_WORDS
    ]


def _rare(passage: list[score.Token], tables: score.Tables) -> str:
    weights: Counter[str] = Counter()
    for token in passage:
        number = -1 if token is None else tables.words.numbers.get(token, -1)
        if token is not None and number >= 0:
            weights[token] += round((tables.words.odds[number] or 0) * 10)
    common = sorted((w for w in weights if weights[w] > 0), key=lambda w: (-weights[w], w))
    return "words such as " + ", ".join(common[:_NAMED])


def _first_sentence(prose: list[Block]) -> Span:
    sentences = next((block.sentences for block in prose if block.sentences), None)
    return sentences[0].span if sentences else prose[0].span
