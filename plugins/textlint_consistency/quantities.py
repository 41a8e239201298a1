"""Quantities in prose: what is counted or measured, and how much of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from textlint.document import Block, Sentence
from textlint.lazy import lazy_pattern

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBER_WORDS: dict[str, int] = {word: value for value, word in enumerate(_ONES)}
for _index, _ten in enumerate(_TENS):
    _NUMBER_WORDS[_ten] = 20 + 10 * _index
    for _one in range(1, 10):
        _NUMBER_WORDS[f"{_ten}-{_ONES[_one]}"] = 20 + 10 * _index + _one
SCALES = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "m": 6,
    "bn": 9,
    "k": 3,
}

# Where a quantity's number begins; what belongs to it is read from there.
# The first character comes before the look-behind, which lets the search skip to it.
_NUMBER = lazy_pattern(
    r"[\defnostz](?<![\w.,/:-].)(?:(?<=\d)(?:\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d*(?:\.\d+)?)"
    r"|(?:(?<=t)(?:wen|hir)|(?<=f)(?:or|if)|(?<=s)(?:ix|even)|(?<=e)igh|(?<=n)ine)ty(?:-[efnost][a-z]{2,4})?"
    r"|(?:(?<=t)hir|(?<=f)(?:our|if)|(?<=s)(?:ix|even)|(?<=e)igh|(?<=n)ine)teen"
    r"|(?<=t)(?:wo|hree|en|welve)|(?<=o)ne|(?<=f)(?:our|ive)|(?<=s)(?:ix|even)|(?<=e)(?:ight|leven)|(?<=n)ine"
    r"|(?<=z)ero)(?![\w:/]|\.\d|-\d)"
)
_CURRENCY = lazy_pattern(r"(?:(?:us|au|nz|hk|c|a)?\$|[£€¥]) ?\Z")
_TAIL = lazy_pattern(
    r"(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|bn|m|k)\b)?"
    r"(?P<percent> ?%| (?:percent|per cent)\b)?"
    r"(?:[ -](?P<unit>[a-z]{1,20})\b)?(?: (?P<head>[a-z]{3,20})\b)?"
)


class Quantity(NamedTuple):
    """`value` of `unit` at `sentence.block.text[start:end]`.

    `unit` is a currency sign, "%" or the word behind the number; `head` the word behind that (or, for
    money and percentages, directly behind the number). `digits` are the number's digits as written;
    `scaled` says whether a word such as "million" followed them.
    """

    sentence: Sentence
    start: int
    end: int
    value: Decimal
    digits: str
    unit: str
    head: str
    scaled: bool

    @property
    def block(self) -> Block:
        return self.sentence.block

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]


def quantities(sentence: Sentence) -> Iterator[Quantity]:
    """Yield the quantities of one sentence, in order; dates, times, ordinals and ratios are none."""
    text = sentence.block.folded
    for match in _NUMBER.finditer(text, sentence.start, sentence.end):
        number = match.group()
        spelt = _NUMBER_WORDS.get(number)
        if spelt is None and not number[0].isdigit():
            continue
        value = Decimal(number.replace(",", "")) if spelt is None else Decimal(spelt)
        tail = _TAIL.match(text, match.end(), sentence.end)
        assert tail is not None  # it matches nothing, too
        currency = _CURRENCY.search(text, max(sentence.start, match.start() - 4), match.start())
        if tail["scale"]:
            value = value.scaleb(SCALES[tail["scale"]])
        unit, head = tail["unit"] or "", tail["head"] or ""
        end = max(match.end(), tail.end("scale"), tail.end("percent"))
        if currency:
            unit, head = currency.group().strip(), unit
        elif tail["percent"]:
            unit, head = "%", unit
        elif unit:
            end = tail.end("unit")
        start = currency.start() if currency else match.start()
        digits = re.sub(r"\D", "", number).lstrip("0")
        yield Quantity(sentence, start, end, value, digits, unit, head, bool(tail["scale"]))
