"""Sentences that state a figure about the world: money, shares, large numbers of things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textlint.document import Block, BlockKind, Document, Sentence
from textlint.lazy import lazy_pattern
from textlint_sourcing.vocabulary import imperatives

_MAGNITUDE = r"(?:thousand|million|billion|trillion|crore|lakh)s?\b"
_SCALE = rf"(?: ?(?:m|mn|bn|tn|k|b)\b|[ -]{_MAGNITUDE})"
_CURRENCY = (
    r"(?:dollars?|euros?|pounds?|sterling|yen|yuan|rupees?|francs?|crowns?|kron(?:or|er|e)|r[ou]+bles?"
    r"|pesos?|reais|rand|won|usd|eur|gbp|jpy|cny|inr|chf|aud|cad)\b"
)
_THOUSANDS = r"\d{0,2}(?:,\d{3})+(?![\d,])"
_NUMBER = r"[\d,]{0,15}(?:\.\d{1,6})?"
# Both alternatives begin with a set of characters, which lets the search skip quickly; the look-behind
# comes after the first digit for that reason.
_NUMERIC = lazy_pattern(
    # $30 billion, €412,000, A$3m; a plain price such as $799 is no claim that needs a source
    rf"[$€£¥₹] ?\d(?:{_NUMBER}{_SCALE}|{_THOUSANDS})"
    # 38%, 2.1 percentage points, 1.8 million people, 31 m euros, 500,000 crates
    rf"|\d(?<![\w.,$€£¥₹].)(?:{_NUMBER}(?: ?%| ?per ?cent\b| percentage points?\b|[ -]{_MAGNITUDE}"
    rf"|{_SCALE}(?: [\w$]{{1,20}})? {_CURRENCY})|{_THOUSANDS})"
)
# forty-four per cent
_WORDED = lazy_pattern(
    r"\b(?:[a-z]{2,10}ty(?:-[a-z]{3,5})?|[a-z]{2,6}teen|ten|eleven|twelve|[a-z]{3,5}) per ?cent\b"
)
# nine out of ten, one in five: from the second word on, and what may stand before it
_RATIO = lazy_pattern(
    r" (?:out of|in) (?:every )?(?:three|four|five|six|eight|ten|twenty|hundred|\d{1,3})\b"
)
_NUMERAL = lazy_pattern(r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2})\Z")
# three quarters of fans, more than half of the buyers, every third household, sales tripled: claims that
# are no figures on the page; they count beside figures.
_FRACTION = lazy_pattern(
    r"\b(?:(?:more than |over |nearly |almost |about |around |roughly |fewer than |less than )?half of"
    r"|(?:(?:a|one|two|three|four)[ -](?:thirds?|quarters?|fifths?)|nearly half|almost half) of"
    r"|by (?:a|one|two|three) (?:thirds?|quarters?|fifths?)|every (?:second|third|fourth|fifth|tenth))\b"
    r"(?! (?:it|them|time|day|week|month|year|hour|page|line|chapter|book|way)\b)"
)
_MULTIPLE = lazy_pattern(
    r"\b(?:sales|prices?|fares|rents?|profits?|revenues?|turnover|output|production|exports?|imports|demand"
    r"|costs?|numbers?|rates?|membership|traffic|value|share|shares|users|visitors|bookings|downloads|deaths"
    r"|cases|complaints|emissions|investment|spending)(?: [\w'-]+){0,4} (?:doubled|tripled|trebled"
    r"|quadrupled|halved)\b"
)
_AVERAGE = lazy_pattern(r"\b\d[\d.,]* [\w ]{2,30} on average\b|\bon average,? \d[\d.,]*")
# What was bought, sold, built or lost by weight or number, and where a price went.
_MEASURED = lazy_pattern(
    r"\b\d[\d,.]* (?:tonnes|tons|barrels|bushels|ounces|homes|jobs|stores|shops|branches|flats|vehicles)\b"
)
_MOVED = lazy_pattern(
    r"\b(?:rose|risen|fell|fallen|jumped|dropped|climbed|slid|slipped|grew|grown|increased|declined|gained"
    r"|trades?|traded|closed|stands?|stood|went|up|down)(?: [a-z]+){0,2} (?:to|at|by|from)"
    r"(?: [a-z]+){0,2} [$€£¥₹] ?\d[\d.,]*"
)
# Each with words of which one must be there before the pattern is worth its time.
_LOOSE = (
    (("half", "third", "quarter", "fifth", "every "), _FRACTION),
    (("doubled", "tripled", "trebled", "quadrupled", "halved"), _MULTIPLE),
    (("average",), _AVERAGE),
    (
        (
            "tons",
            "tonnes",
            "barrels",
            "bushels",
            "ounces",
            "homes",
            "jobs",
            "stores",
            "shops",
            "branches",
            "flats",
            "vehicles",
        ),
        _MEASURED,
    ),
    (("$", "€", "£", "¥", "₹"), _MOVED),
)
# What is measured with these is a size or a setting, not a claim that somebody made.
_UNIT = lazy_pattern(
    r"[ -]?(?:square |cubic )?(?:km|kilomet|met(?:er|re)s?\b|miles?\b|feet\b|ft\b|m\b|mm\b|cm\b|kg"
    r"|kilos?\b|grams?\b|tonn?es?\b|tons?\b|lbs?\b|lit(?:er|re)s?\b|gallons?\b|acres?\b|hectares?\b"
    r"|degrees?\b|°|light|years?\b|bytes?\b|[kmgt]b\b|mah\b|[kmg]?hz\b|rpm\b|words?\b|lines?\b"
    r"|iterations?\b|requests?\b|(?:milli)?seconds?\b|minutes?\b|hours?\b|ms\b|times\b|steps?\b"
    r"|calories\b|iu\b|watts?\b|[kmg]?wh?\b|volts?\b)"
)
# Nor is a share of a material, a discount or a rate that is offered, or "100%".
_NO_CLAIM = lazy_pattern(
    r" (?:off|discount|coupon|deposit|down|apr|interest|vat|tax|tip|abv|alcohol|cotton|wool|silk|polyester"
    r"|linen|cocoa|chocolate|fat|whole\w*|pure|organic|recycled|solution|humidity|opacity|width|height"
    r"|confidence|sure|certain|free|natural)\b"
)
# Own figures, advice and suppositions are not claims about others.
_OWN_OR_ADVICE = lazy_pattern(
    r"\b(?:we|us|our|ours|i|my|me|mine|you|your|yours|let's|e\.g|for example|for instance)\b"
)
_SUPPOSITION = lazy_pattern(r"(?:if|suppose|imagine|assume|say|should|let)\b")
_FIRST_WORD = lazy_pattern(r"\w+")
_EARLIER_YEAR = lazy_pattern(r"\b1[0-8]\d\d\b|\b19[0-8]\d\b")
_FEWEST_WORDS = 6  # of a block of one sentence: fewer may be a label
_FEWEST_IN_PARAGRAPH = 3  # "Revenue hit $22.4bn."


class Claim(NamedTuple):
    """A sentence with a figure; `figures` are ranges of the text of its block."""

    sentence: Sentence
    figures: tuple[tuple[int, int], ...]
    exact: bool  # holds a figure, and not only a fraction or a multiple


def claims(document: Document) -> Iterator[Claim]:
    """Yield the sentences of running text that state figures as facts about somebody or something."""
    for block in document.prose:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or block.in_quote:
            continue
        found = [figure for figure in _figures(block.folded) if _is_claimed(block, *figure)]
        loose = [figure for figure in _loose_figures(block.folded) if _is_claimed(block, *figure)]
        if found or loose:
            yield from _in_sentences(block, sorted({*found, *loose}), frozenset(found))


def _figures(folded: str) -> Iterator[tuple[int, int]]:
    for match in _NUMERIC.finditer(folded):
        yield match.span()
    if "per cent" in folded or "percent" in folded:
        for match in _WORDED.finditer(folded):
            yield match.span()
    for match in _RATIO.finditer(folded):
        numeral = _NUMERAL.search(folded, max(match.start() - 6, 0), match.start())
        if numeral is not None:
            yield numeral.start(), match.end()


def _loose_figures(folded: str) -> Iterator[tuple[int, int]]:
    for clues, pattern in _LOOSE:
        if any(map(folded.__contains__, clues)):
            for match in pattern.finditer(folded):
                yield match.span()


def _is_claimed(block: Block, start: int, end: int) -> bool:
    folded = block.folded
    if _UNIT.match(folded, end) or folded.startswith("100%", start):
        return False
    if folded.endswith(("%", "cent"), start, end) and _NO_CLAIM.match(folded, end):
        return False
    return not block.is_quoted(start, end)


def _in_sentences(
    block: Block, figures: list[tuple[int, int]], exact: frozenset[tuple[int, int]]
) -> Iterator[Claim]:
    index = 0
    for sentence in block.sentences:
        first = index
        while index < len(figures) and figures[index][0] < sentence.end:
            index += 1
        if first < index and _is_report(block, sentence):
            inside = tuple(figures[first:index])
            yield Claim(sentence, inside, not exact.isdisjoint(inside))


def _is_report(block: Block, sentence: Sentence) -> bool:
    folded = block.folded
    if not sentence.text.endswith((".", "!", '"', "”", ")", "…", "’")):
        return False  # a headline, a label, a question
    alone = sentence.start == 0 and sentence.end == len(block.text.rstrip())
    if sentence.text.count(" ") + 1 < (_FEWEST_WORDS if alone else _FEWEST_IN_PARAGRAPH):
        return False
    return not (
        _OWN_OR_ADVICE.search(folded, sentence.start, sentence.end)
        or _SUPPOSITION.match(folded, sentence.start)
        or _is_instruction(folded, sentence.start)
        or _EARLIER_YEAR.search(folded, sentence.start, sentence.end)
    )


def _is_instruction(folded: str, start: int) -> bool:
    first = _FIRST_WORD.match(folded, start)
    return first is not None and first.group() in imperatives()
