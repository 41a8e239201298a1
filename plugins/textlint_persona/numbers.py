"""Numbers as people write them about themselves: "31", "thirty-one", "a dozen"."""

from __future__ import annotations

import re

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
_TEENS = [
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

VALUES: dict[str, float] = {
    word: float(number) for number, word in enumerate(_ONES + _TEENS, start=1)
} | {word: 10.0 * number for number, word in enumerate(_TENS, start=2)}

_ORDINALS: dict[str, float] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip


def number(text: str) -> float | None:
    """Return the value of a cardinal or ordinal in lower case: "31", "thirty-one", "9th", "ninth"."""
    digits = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)?", text)
    if digits:
        return float(digits[1])
    tens, _, ones = text.replace(" ", "-").partition("-")
    values = VALUES | _ORDINALS
    if tens.endswith("th") and tens not in values:
        return values.get(tens.removesuffix("th"))
    if not ones:
        return values.get(tens)
    if tens in VALUES and ones in values and VALUES[tens] >= 20 > values[ones]:
        return VALUES[tens] + values[ones]
    return None


def years(text: str) -> float | None:
    """Return the length of a stretch of time in years: "over two decades" is 20, "a decade" 10."""
    if "century" in text:
        return 25.0 if "quarter" in text else 50.0
    scale = 10.0 if "decade" in text else 1 / 12 if "month" in text else 1.0
    for word in re.findall(r"[a-z]+-[a-z]+|\w+", text):
        value = number(word)
        if value is not None:
            return value * scale
    if re.search(r"\ba dozen\b", text):
        return 12.0
    if re.search(r"\ba (?:\w+ )?decade\b", text):
        return 10.0
    return None
