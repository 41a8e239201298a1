"""Figures of the article contradict each other, or cannot be.

"A 5,400 mAh cell" in one paragraph and "the 4,900 mAh battery" in another; thirty-one clients that
became nineteen; "$48 million" and "$84 million" for the same debut; "130% of voters"; "38 of 50
farms (67%)": a figure was changed when the text was copied or reworded, or never checked.

Compared are figures of one document: the same counted thing or the same measured part with exactly
two values, sums whose digits are swapped, parts that do not make the stated share, prices that do
not make the stated total. Sentences that compare ("than", "up from", "last year") are left out.

**How to fix.** Look the figure up in the source and use one value; if both are right, say what each
counts.

**Known limits.** In the strict profile only: two figures for one noun may both be right. Lists,
tables, quotations and figures in different units are not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import BlockKind, Document, Sentence
from textlint.lazy import lazy_pattern
from textlint.model import Hit, Related
from textlint.rule import Context, bad, good, rule
from textlint_consistency.arithmetic import impossible, wrong_product
from textlint_consistency.quantities import Quantity, quantities


def _one_of(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_FIGURE = lazy_pattern(
    r"\d|\b(?:ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b"
)
# A sentence with one of these speaks of a second figure of its own.
_CONTRAST = lazy_pattern(
    r"\b"
    + _one_of(
        r"""than versus vs compared instead from rose fell grew rise increased? decreased? doubled
        previous\w* last earlier another others? more fewer less additional\w* extra further new each
        every whereas while respectively models? versions? between remaining next
        both either originally later now then initially predecessor still among per half some most
        pro plus ultra mini max"""
    )
    + r"\b"
)
BEFORE, AFTER = 45, 20  # code points around a quantity in which such a word counts

# Parts of a thing that have one value; each group is one part under several names.
_PARTS = {
    **dict.fromkeys(("battery", "batteries", "cell", "pack"), "battery"),
    **dict.fromkeys(("display", "screen", "panel"), "display"),
    **dict.fromkeys(("camera", "sensor", "lens"), "camera"),
    **dict.fromkeys(("charging", "charger"), "charging"),
    **{name: name for name in ("engine", "motor", "turbine", "reactor")},
}
_YEAR = lazy_pattern(r"(?:19|20)\d\d")
_MEASURES = frozenset(
    ("mah", "wh", "kwh", "mw", "gw", "kw", "w", "watt", "hz", "mp", "megapixel", "gb", "hp")
)
# Units of time, length and the like, and what reports count again and again.
_COMMON = lazy_pattern(
    _one_of(
        """years months weeks days hours minutes seconds decades centuries times points degrees
        percent pounds dollars euros cents miles metres meters kilometres kilometers inches yards
        acres hectares tons tonnes grams kilograms litres liters gallons words pages characters lines
        others versions items examples things parts goals games wins runs seats votes chapters
        sections steps cases people episodes members
        bytes bits kilobytes megabytes gigabytes entries becomes equals means matches returns makes takes
        gives comes goes"""
    )
)


@rule(
    "consistency/figures",
    summary="Figures that contradict each other or cannot be.",
    message='"{text}" {problem}.',
    severity="note",
    confidence="medium",
    profile="strict",
    languages=["en"],
    examples=[
        bad(
            "The phone carries a 5,400 mAh cell.\n\nWith a 4,900 mAh battery it is light.\n",
            at="4,900 mAh battery",
        ),
        bad(
            "The film took $48 million, a big debut.\n\nThe $84 million debut paid for it.\n",
            at="$84 million debut",
        ),
        bad("They asked widely, and 130% of voters agreed.\n", at="130% of voters"),
        bad("The blight reached 38 of the 50 farms (67%).\n", at="38 of the 50 farms (67%)"),
        bad("It bought 400 pumps at $50 each, for a total of $35,000.\n", at="$35,000"),
        bad(
            "Thirty-one clients followed her to the shop.\n\nThe salon lost nineteen clients in a week.\n",
            at="nineteen clients",
        ),
        good("The battery grew from 4,900 mAh to 5,400 mAh.\n", why="the sentence compares"),
        good(
            "It bought 400 pumps at $50 each, for a total of $20,000.\n", why="the product is right"
        ),
        good("The blight reached 38 of the 50 farms (76%).\n", why="the share is right"),
        good("Profit fell by 150% and became a loss.\n", why="a profit can turn negative"),
        good("Prices rose by 130%.\n", why="a rise can be more than the whole"),
        good(
            "It ran for 12 years.\n\nThe other ran for 40 years.\n", why="years are counted often"
        ),
    ],
)
def figures(document: Document, context: Context) -> Iterator[Hit]:
    counted: dict[tuple[str, str], list[Quantity]] = {}
    money: dict[tuple[str, str], list[Quantity]] = {}
    for block in document.prose:
        if (
            block.kind is not BlockKind.PARAGRAPH
            or block.in_quote
            or not _FIGURE.search(block.folded)
        ):
            continue
        for sentence in block.sentences:
            found = list(quantities(sentence))
            for start, end, problem in impossible(sentence):
                values = {"text": block.text[start:end], "problem": problem}
                yield Hit(block.span_at(start, end), values)
            if wrong := wrong_product(sentence, found):
                total, problem = wrong
                values = {"text": total.text, "problem": f"does not fit: {problem}"}
                yield Hit(block.span_at(total.start, total.end), values)
            _sort_in(sentence, found, counted, money)
    for group in counted.values():
        if (
            len(group) == 2
            and group[0].value != group[1].value
            and group[0].block is not group[1].block
        ):
            yield _contradiction(group[0], group[1], "differs from")
    for group in money.values():
        yield from _swapped(group)


def _sort_in(
    sentence: Sentence,
    found: list[Quantity],
    counted: dict[tuple[str, str], list[Quantity]],
    money: dict[tuple[str, str], list[Quantity]],
) -> None:
    """Put each quantity where quantities of the same thing are."""
    for quantity in found:
        if quantity.block.is_quoted(quantity.start):
            continue
        before, after = quantity.start - BEFORE, quantity.end + AFTER
        contrast = _CONTRAST.search(
            sentence.block.folded, max(before, sentence.start), min(after, sentence.end)
        )
        if quantity.unit[:1].isalpha():
            if key := _thing(quantity):
                # A comparing sentence counts as a third value: nothing is said about this thing then.
                counted.setdefault(key, []).extend([quantity] * (3 if contrast else 1))
        elif quantity.unit and quantity.unit != "%" and not contrast and len(quantity.digits) > 1:
            key = (quantity.unit, "".join(sorted(quantity.digits)))
            money.setdefault(key, []).append(quantity)


def _thing(quantity: Quantity) -> tuple[str, str] | None:
    if quantity.unit in _MEASURES:
        part = _PARTS.get(quantity.head, "")
        return (quantity.unit, part) if part or quantity.unit == "mah" else None
    if "\t" in quantity.text:  # a table
        return None
    if quantity.scaled:  # "25 million crowns" is a sum
        return None
    plural = quantity.unit.endswith("s") and not quantity.unit.endswith("ss")
    if (
        plural
        and len(quantity.unit) > 4
        and quantity.value >= 10
        and not _COMMON.fullmatch(quantity.unit)
    ):
        return ("", quantity.unit)
    return None


def _swapped(group: list[Quantity]) -> Iterator[Hit]:
    """Yield sums that have the digits of an earlier one in another order, and speak of the same thing."""
    for index, later in enumerate(group[1:6], start=1):
        earlier = group[index - 1]
        zeros = later.value.adjusted() == earlier.value.adjusted()
        if later.value == earlier.value or not zeros or later.sentence is earlier.sentence:
            continue
        if len(later.head) > 3 and re.search(rf"\b{later.head}", earlier.sentence.text.lower()):
            yield _contradiction(earlier, later, "has the digits of")


def _contradiction(earlier: Quantity, later: Quantity, how: str) -> Hit:
    def place(quantity: Quantity) -> tuple[int, int]:
        block, end = quantity.block, quantity.end
        named = quantity.unit in _MEASURES or not quantity.unit[0].isalpha()
        if named and quantity.head and block.folded.startswith(quantity.head, end + 1):
            end += 1 + len(quantity.head)
        return quantity.start, end

    first, second = place(earlier), place(later)
    text = later.block.text[second[0] : second[1]]
    other = earlier.block.text[first[0] : first[1]]
    return Hit(
        later.block.span_at(*second),
        {"text": text, "problem": f'{how} "{other}", said of the same thing'},
        related=(Related(earlier.block.span_at(*first), f'"{other}" here'),),
    )
