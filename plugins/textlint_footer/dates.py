"""Dates and complete timestamps in the forms of the languages of the tables."""

from __future__ import annotations

import re
from functools import cache

from textlint.lazy import lazy_pattern
from textlint_footer.vocabulary import alternation, vocabulary, without_accents

_FIGURES = lazy_pattern(r"(?:\d[^\d]{0,14}){7}")
_FIGURE = lazy_pattern(r"\d")
_ONE = ("a ", "an ", "one ", "hace ", "il y a ", "vor ", "ha ")  # "an hour ago"
_AGO = "(?:ago|fa|temu|geleden|atras|назад|once)"
LONGEST = 60  # code points
_ZONE = r"(?: ?(?:utc|gmt|z|uhr|h|hrs|[a-z]{1,2}[sd]t|мск))?(?: ?[+-]\d\d:?\d\d)?"
_TIME = rf"\d\d?(?:[:.]| ?[h時时点] ?)\d\d(?:[:.]\d\d|分)?(?: ?[ap]\.? ?m\.?)?{_ZONE}"
_BETWEEN = r"(?:,? ?(?:at|a las|a|um|as|alle|om|o|godz\.|в|saat|kl\.?|ob|-|\|) |t|, ?| )"
_HOUR = r"(?: (?:[^\W\d]{1,4} )?\d{1,2}(?: ?h ?| )?\d{2}(?: \d{2})?(?: ?[ap] ?m)?(?: [a-z]{2,4})?)?"


def is_timestamp(folded: str) -> bool:
    """Whether the folded line is a date with a time of day and nothing else."""
    if len(folded) > LONGEST or _FIGURES.search(folded) is None:
        return False
    return _timestamp().fullmatch(without_accents(folded)) is not None


def is_date(words: str) -> bool:
    """Whether the normalised `words` are a date, with or without a time, or "3 days ago"."""
    if len(words) > LONGEST or not (_FIGURE.search(words) or words.startswith(_ONE)):
        return False
    return _date().fullmatch(words) is not None


@cache
def _timestamp() -> re.Pattern[str]:
    month = rf"(?:{alternation(vocabulary('month'))})\.?"
    day = r"\d\d?(?:\.|st|nd|rd|th|er|º)?"
    date = (
        r"(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.](?:\d{4}|\d\d)"
        rf"|{day} (?:de )?{month},?(?: de)?,? \d{{4}}|{month} {day},? \d{{4}}"
        r"|\d{4} ?年 ?\d\d? ?月 ?\d\d? ?日)"
    )
    weekday = rf"(?:(?:{alternation(vocabulary('weekday'))})\.?,? )?"
    return lazy_pattern(
        rf"\W{{0,3}}(?:{weekday}{date}{_BETWEEN}{_TIME}|{_TIME},? (?:[-|] )?{weekday}{date})\W{{0,3}}"
    )


@cache
def _date() -> re.Pattern[str]:
    month = f"(?:{alternation(vocabulary('month'))})"
    weekday = f"(?:(?:{alternation(vocabulary('weekday'))}) )?"
    unit = f"(?:{alternation(vocabulary('unit'))})"
    year = r"(?: \d{4})?"
    return lazy_pattern(
        rf"{weekday}(?:\d{{1,2}} ){{2}}\d{{2,4}}{_HOUR}"
        rf"|{weekday}\d{{1,2}}(?:st|nd|rd|th|er|º)?(?: de| of)? {month}(?: de)?{year}{_HOUR}"
        rf"|{weekday}{month} \d{{1,2}}(?:st|nd|rd|th)?{year}{_HOUR}"
        rf"|\d{{1,2}} \d{{2}} (?:[ap]m )?(?:[a-z]{{2,4}} )?{weekday}{month} \d{{1,2}}{year}"
        rf"|\d{{4}} \d{{1,2}} \d{{1,2}}{_HOUR}"
        rf"|\d{{4}} ?年 ?\d{{1,2}} ?月 ?\d{{1,2}} ?日{_HOUR}"
        rf"|(?:hace |il y a |vor |ha )?(?:\d+|an?|one) ?{unit}(?: {_AGO})?{_HOUR}"
    )
