"""An acronym is spelled out again after it has been introduced.

"Artificial intelligence (AI)" is written once; from then on a writer says "AI". A text in which
every paragraph introduces the same acronym anew was put together, or reworded, paragraph by
paragraph. The second time is a note, from the third on it is a warning; where it only ever happens in
the first paragraph of a section, as in a handbook that is read by chapters, it stays a note.

**How to fix.** Keep the first expansion and use the short form afterwards. The fix does that; it
also changes "a" to "an" where the short form needs it.

**Known limits.** Headlines, tables, glossaries, footnotes and quotations are not counted. A summary
is counted on its own, and so is each section of a document above 1,500 words, which readers enter
from the side. A name with a code that is not made of its initials (a stock ticker, a country code)
is no acronym. Long forms that differ in more than case, hyphens and number count as different.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Fix, Hit, Related, Severity, Span
from textlint.rule import Context, bad, good, rule
from textlint_repetition.abbreviations import Pair, find_pairs, repeats_an_acronym
from textlint_repetition.sections import Passage, running_text

_ARTICLE = lazy_pattern(r"\b([Aa]n?) \Z")
# Letters whose names begin with a vowel sound, and with a consonant sound.
_AN_LETTERS = frozenset("AEFHILMNORSX")
_VOWELS = frozenset("AEIOU")


@dataclass(slots=True)
class _Introduced:
    """Where a pair was first spelled out in a part of the document, and how often since."""

    span: Span
    long: str
    times: int = 1


@dataclass(slots=True)
class _Place:
    passage: Passage
    pair: Pair

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.passage.part, *self.pair.key)


@rule(
    "repetition/reexpanded-acronym",
    summary="An acronym is spelled out again although it has been introduced.",
    message='"{text}" is spelled out for the {count} time; line {line} introduced {short}.',
    examples=[
        bad(
            "The town tested ground-penetrating radar (GPR) in May. A second firm brought its own\n"
            "ground-penetrating radar (GPR) and found nothing.\n",
            at="ground-penetrating radar (GPR)",
        ),
        bad(
            "Dairy farmers asked for an Import Control Office (ICO).\n\n"
            "The import control office (ICO) opened in June, and import control offices (ICOs)\n"
            "in two ports followed.\n",
            at=("import control office (ICO)", "import control offices (ICOs)"),
        ),
        bad(
            "The vat is watched by an OPC (optical particle counter). Each optical particle\n"
            "counter (OPC) costs as much as a tractor.\n",
            at="optical particle\ncounter (OPC)",
        ),
        bad(
            "Two of the patients had osteoporosis (OP). Osteoporosis (OP) is common at that age.\n",
            at="Osteoporosis (OP)",
        ),
        good(
            "# Peat restoration units (PRUs)\n\n"
            "Peat restoration units (PRUs) are small dams. A PRU costs little.\n",
            why="a headline does not introduce a term",
        ),
        good(
            "The harbour uses radio direction finding (RDF). “We call radio direction finding\n"
            "(RDF) the old lady,” said the pilot.\n",
            why="a quotation keeps its words",
        ),
        good(
            "The bank used the loan-to-value (LTV) ratio and the loan-to-income (LTI) ratio.\n",
            why="two acronyms, each introduced once",
        ),
        good(
            "New Brunden (NBD) beat Port Sallow. New Brunden (NBD) then lost to Kelby.\n",
            why="a name with its code, not an acronym",
        ),
        good(
            "## Glossary\n\nAverage water level (AWL): see the map.\n\n"
            "## Levels\n\nThe average water level (AWL) fell in May.\n",
            why="a glossary is looked up, not read",
        ),
    ],
)
def reexpanded_acronym(document: Document, context: Context) -> Iterator[Hit]:
    if not _repeats_a_pair(document):
        return
    places = [
        _Place(passage, pair)
        for passage in running_text(document)
        for pair in find_pairs(passage.block.text)
        if not passage.block.is_quoted(pair.start, pair.end) and not _is_entry(passage.block, pair)
    ]
    certain = {place.pair.key for place in places if place.pair.certain}
    scattered = {place.pair.key for place in places if not place.passage.opens_section}
    introduced: dict[tuple[str, str, str], _Introduced] = {}
    for place in places:
        if place.pair.key not in certain:
            continue
        span = place.passage.block.span_at(place.pair.start, place.pair.end)
        first = introduced.get(place.key)
        if first is None:
            introduced[place.key] = _Introduced(span, place.pair.long)
            continue
        first.times += 1
        # Where it is only ever spelled out at the head of a section, somebody meant it so.
        warns = first.times > 2 and place.pair.key in scattered
        yield Hit(
            span,
            {
                "text": place.passage.block.text[place.pair.start : place.pair.end],
                "short": place.pair.short,
                "count": _ordinal(first.times),
                "line": document.lines.line(first.span.start),
            },
            related=(Related(first.span, f"{place.pair.short} is introduced here"),),
            fix=_fix(document, place, first.long),
            severity=Severity.WARNING if warns else Severity.NOTE,
        )


def _repeats_a_pair(document: Document) -> bool:
    """Whether the same pair stands anywhere twice; in most documents none does."""
    if document.folded_text.count("(") < 2 or not repeats_an_acronym(document.text):
        return False
    seen: set[tuple[str, str]] = set()
    for block in document.prose:
        if "(" in block.text:
            for pair in find_pairs(block.text):
                if pair.key in seen:
                    return True
                seen.add(pair.key)
    return False


def _is_entry(block: Block, pair: Pair) -> bool:
    """Whether a list entry or a definition is about the pair: "- Lift coefficient (CL): …"."""
    if block.text[: pair.start].strip(" *_“”\"'"):
        return False
    following = block.text[pair.end :].lstrip()
    return following[:1] in ("", ":", "–", "—", "-", "=") or block.kind is BlockKind.LIST_ITEM


def _fix(document: Document, place: _Place, first_long: str) -> Fix | None:
    """Return the replacement by the short form, or None where markup lies in between."""
    pair, block = place.pair, place.passage.block
    span = block.span_at(pair.start, pair.end)
    text = block.text[pair.start : pair.end]
    if document.source[span.start : span.end].split() != text.split():
        return None
    plural = pair.plural or pair.long.lower() == f"{first_long.lower()}s"
    short = f"{pair.short}s" if plural else pair.short
    article = _ARTICLE.search(block.text, max(0, pair.start - 4), pair.start)
    if article is None or plural:
        return Fix(span, short)
    wanted = "an" if pair.short[0] in _AN_LETTERS else "a"
    # An acronym that can be spoken as a word ("SOHO", "NATO") may take the other article.
    as_word = "an" if pair.short[0] in _VOWELS else "a"
    safe = wanted == as_word or not _VOWELS & set(pair.short[1:].upper())
    if article[1].lower() == wanted:
        return Fix(span, short, safe)
    whole = block.span_at(article.start(), pair.end)
    gap = document.source[whole.start : span.start]
    if gap.split() != [article[1]]:
        return None
    return Fix(
        whole, f"{wanted[0].upper() if article[1][0] == 'A' else 'a'}{wanted[1:]} {short}", safe
    )


def _ordinal(number: int) -> str:
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else _ENDINGS.get(number % 10, 'th')}"


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
