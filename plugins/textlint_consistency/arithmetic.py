"""Figures of one sentence that cannot be right, or do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from textlint.document import Sentence
from textlint.lazy import lazy_pattern
from textlint_consistency.quantities import Quantity

_PERCENT = r" ?(?:%|percent|per cent)"

# A share of a crowd cannot be more than the crowd.
_CROWD = (
    r"(?:respondents|voters|people|users|adults|children|women|men|patients|participants|customers|consumers"
    r"|students|residents|households|employees|workers|members|companies|businesses|readers|americans"
    r"|population|electorate|votes|those (?:surveyed|asked|polled))"
)
_OVER_ALL = lazy_pattern(
    rf"(?<![\d.,-])(?P<share>\d{{3,4}}(?:\.\d+)?){_PERCENT} of (?:all |the |its |our )?(?:\w+ )?"
    rf"{_CROWD}\b"
)
# Nothing that cannot turn negative falls by more than all of it. Profits can.
_FALL = lazy_pattern(
    r"\b(?P<what>[a-z]+)(?: \w+){0,2}? (?:fell|dropped|declined|decreased|shrank|plunged|went down"
    r"|(?:was|were) (?:reduced|cut)|(?:has|have) fallen)(?: \w+)? by (?:\w+ )?"
    rf"(?P<share>\d{{3,4}}(?:\.\d+)?){_PERCENT}"
)
_SIGNED = lazy_pattern(
    r"profits?|earnings?|incomes?|margins?|results?|flow|balance|growth|returns?|surplus"
)
# "38 of the 50 farms (67%)"
_OUT_OF = lazy_pattern(
    r"(?<![\d.,$£€-])(?P<part>\d[\d,]{0,11}) (?:out )?of (?:the |its |our )?(?P<whole>\d[\d,]{0,11})"
    r" (?:[\w'-]+ ){0,4}?\((?:(?:about|or|nearly|just over|over|around|some) )?"
    rf"(?P<share>\d{{1,3}}(?:\.\d+)?){_PERCENT}\)"
)
_EACH = lazy_pattern(
    r" (?:each|apiece|per (?:unit|piece|item|head|person|ticket|share|copy|device|chip)|a piece)\b"
)
_TOTAL = lazy_pattern(
    r"(?:\btotal(?:ling|ing|s|led)?\b|\bcost(?:s|ing)?\b|\bworth\b|\bfor\b|\bvalue of\b|=)[^.;]{0,24}\Z"
)
TOLERANCE = Decimal("0.1")


def impossible(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield ranges of the block's text with what cannot be about them."""
    text = sentence.block.folded
    if not any(text.find(sign, sentence.start, sentence.end) >= 0 for sign in ("%", "per")):
        return
    for match in _OVER_ALL.finditer(text, sentence.start, sentence.end):
        if float(match["share"]) > 100:
            yield (*match.span(), "is more than all of them")
    for match in _FALL.finditer(text, sentence.start, sentence.end):
        if float(match["share"]) > 100 and not _SIGNED.search(match.group()):
            yield (*match.span(), "is a fall by more than all there was")
    for match in _OUT_OF.finditer(text, sentence.start, sentence.end):
        part, whole = (int(match[name].replace(",", "")) for name in ("part", "whole"))
        if part > whole > 0:
            yield (*match.span(), "is a part that is larger than the whole")
        elif whole and abs(100 * part / whole - float(match["share"])) > 1.5:
            yield (*match.span(), f"is {100 * part / whole:.0f}%, not {match['share']}%")


def wrong_product(sentence: Sentence, found: list[Quantity]) -> tuple[Quantity, str] | None:
    """Return the total that is not the number of things times the price of one, or None.

    Only a sentence with exactly one price "each", one other sum and one count is judged; a tenth of
    difference is taken for rounding.
    """
    text = sentence.block.folded
    money = [q for q in found if q.unit and not q.unit[0].isalpha() and q.unit != "%"]
    each = [q for q in money if _EACH.match(text, q.end)]
    counts = [q for q in found if q.unit[:1].isalpha() and q.unit.endswith("s") and q.value > 1]
    if len(each) != 1 or len(money) != 2 or len(counts) != 1:
        return None
    total = next(q for q in money if q is not each[0])
    if total.unit != each[0].unit or not _TOTAL.search(
        text, max(sentence.start, total.start - 60), total.start
    ):
        return None
    expected = counts[0].value * each[0].value
    if expected and abs(total.value - expected) > TOLERANCE * expected:
        return (
            total,
            f"{counts[0].value:,f} × {each[0].unit}{each[0].value:,f} is {each[0].unit}{expected:,f}",
        )
    return None
