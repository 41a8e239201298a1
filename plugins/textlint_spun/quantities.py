"""Numbers by their value, however they are written: $30 billion = 30bn, twenty-one = 21."""

from __future__ import annotations

from collections.abc import Sequence

from textlint.lazy import lazy_pattern

_UNITS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
]
_TENS = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS: dict[str, float] = {
    **{word: float(value) for value, word in enumerate(_UNITS)},
    **{word: 10.0 * value for value, word in enumerate(_TENS, start=3)},
    "dozen": 12.0,
    "hundred": 100.0,
    "thousand": 1000.0,
}
SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}
_UP_TO = frozenset(("to", "and", "or"))
_DIGITS = lazy_pattern(r"\d[\d,]*(?:\.\d+)?|\.\d+")
_SCALE_SUFFIX = lazy_pattern(r"(?<=\d)(k|m|mn|bn|tn)\Z")


def value_of_digits(token: str) -> float | None:
    """Return the value of "$1,200", "4.5%", "30bn" or "21st"; None for what is no single number."""
    text = token.lower().strip("$€£¥%")
    scale = _SCALE_SUFFIX.search(text)
    match = _DIGITS.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    if rest == "s" and len(text) == 3:  # "in her 40s" is a way not to give a number
        return None
    if rest not in ("", "k", "m", "mn", "bn", "tn", "st", "nd", "rd", "th", "s"):
        return None
    value = float(match.group().replace(",", ""))
    return value * SCALES[scale.group(1)] if scale else value


def value_of_word(word: str) -> float | None:
    """Return the value of "twenty" or "twenty-one"; None for other words."""
    if word in WORDS:
        return WORDS[word]
    tens, _, unit = word.partition("-")
    if unit in WORDS and tens in WORDS and WORDS[tens] >= 20 and WORDS[unit] < 10:
        return WORDS[tens] + WORDS[unit]
    return None


def number_at(words: Sequence[str], index: int, value: float) -> tuple[float, int]:
    """Return the number that begins with `words[index]`, of this `value`, and the index behind it.

    That is "31 million", "seven hundred and forty", and "415" in "415 to 430 million".
    """
    behind = index + 1
    scale = _scale(words, behind)
    if scale is None:
        if words[index].lower() == "hundred":
            return _with_rest(words, behind, value)
        if value < 1000 and _has_digits(words, index + 2) and words[behind].lower() in _UP_TO:
            return value * (_scale(words, index + 3) or 1.0), behind
        return value, behind
    value, behind = value * scale, behind + 1
    if scale == SCALES["hundred"]:
        return _with_rest(words, behind, value)
    return value, behind


def _with_rest(words: Sequence[str], index: int, value: float) -> tuple[float, int]:
    """Add what follows hundreds: "and forty", "and forty thousand", "thousand"."""
    start = index + 1 if index < len(words) and words[index].lower() == "and" else index
    rest = value_of_word(words[start].lower()) if start < len(words) else None
    if rest is not None and rest < 100:
        value, index = value + rest, start + 1
    scale = _scale(words, index)
    return (value * scale, index + 1) if scale is not None else (value, index)


def _scale(words: Sequence[str], index: int) -> float | None:
    return SCALES.get(words[index].lower()) if index < len(words) else None


def _has_digits(words: Sequence[str], index: int) -> bool:
    return index < len(words) and words[index][0].isdigit()
