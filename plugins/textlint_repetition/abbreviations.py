"""Pairs of a long and a short form: "loan-to-value (LTV)", "AI (artificial intelligence)".

The alignment is the one of Ariel S. Schwartz and Marti A. Hearst, "A simple algorithm for
identifying abbreviation definitions in biomedical text", Pacific Symposium on Biocomputing 8 (2003)
451-462: the letters of the short form are looked for from right to left in the words before the
bracket, and the first one must begin a word. The plain case, in which the letters are the initials
of the words, is tried before it. Codes that only look like acronyms (stock tickers, country and
state codes) hang on proper names, so a pair that could be one is marked as uncertain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textlint.lazy import lazy_pattern

# Words that an acronym usually passes over: "Food and Drug Administration (FDA)".
_PASSED_OVER = frozenset(
    {
        *["a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "per", "the", "to"],
        *["de", "del", "des", "di", "do", "du", "el", "et", "la", "le", "les", "y"],
        *["der", "die", "für", "und", "von", "zur"],
    }
)
_SHORT_REST = r"[A-Za-z0-9&.]{1,9}(?:-[A-Z0-9]{1,4})?"
_SHORT = rf"[A-Z0-9]{_SHORT_REST}"
# The bracket may introduce the name ("the", "or") and may go on after it ("AI; see below").
_BRACKET = lazy_pattern(
    rf"\((?:the |or |aka |a\.k\.a\. |hereafter |hereinafter |abbreviated (?:as |to )?)?"
    rf"[\"“”'‘]?(?P<short>{_SHORT})(?P<plural>['’]?s)?[\"“”'’]?(?:[;,] [^()]{{1,80}})?\)"
)
_REVERSED = lazy_pattern(
    # The first letter comes before the look-behind, which lets the search skip to it.
    rf"(?P<short>[A-Z0-9](?<![\w&.-].){_SHORT_REST})(?P<plural>['’]?s)?"
    r" \((?:the )?(?P<long>[^\W\d_][^()\n]{3,100})\)"
)
_OPENING = lazy_pattern(r" \(")
_LONGEST_SHORT = 20  # code points: ten, a hyphen and four, the ending of a plural
_PART = lazy_pattern(r"[^\W_]+")
# A long form never reaches over these.
_BARRIER = lazy_pattern(r"[.!?:;](?!\w)|[()\[\]\"“”\n\ufffc]|\s[–—-]+\s|—")


class Pair(NamedTuple):
    """`text[start:end]` introduces `short` for `long`; offsets count code points.

    `short` has no plural ending; `plural` tells whether it had one. `key` is equal for the same
    long and short form whatever their case, hyphens and number. `certain` is false where the long
    form may be a name and the short one a code for it.
    """

    start: int
    end: int
    short: str
    long: str
    plural: bool
    key: tuple[str, str]
    certain: bool


def find_pairs(text: str) -> Iterator[Pair]:
    """Yield the pairs in `text` in order of place. Each bracket looks at a bounded stretch."""
    if "(" not in text:
        return
    reached = 0
    for pair in sorted((*_after_their_long_form(text), *_before_their_long_form(text))):
        if pair.start >= reached:
            reached = pair.end
            yield pair


def repeats_an_acronym(text: str) -> bool:
    """Whether two brackets in `text` may introduce one short form; asked of a whole document at once."""
    seen: set[str] = set()
    for pattern in (_BRACKET, _REVERSED):
        for match in pattern.finditer(text):
            letters = _letters(_without_plural(match)[0])
            if letters is not None and letters in seen:
                return True
            seen.add(letters or "")
    return False


def _after_their_long_form(text: str) -> Iterator[Pair]:
    for match in _BRACKET.finditer(text):
        short, plural = _without_plural(match)
        letters = _letters(short)
        end = match.start() - 1
        if letters is None or end <= 0 or text[end] != " ":
            continue
        before = _words_before(text, end, len(letters))
        start = _initials(letters, before)
        certain = start is not None
        if start is None:
            start = _letters_from_the_right(letters, text, before)
        if start is not None:
            long = text[start:end]
            certain = certain or not _may_be_a_code(letters, long)
            yield Pair(start, match.end(), short, long, plural, _key(long, letters), certain)


def _before_their_long_form(text: str) -> Iterator[Pair]:
    if not any(_ends_in_capitals(text, match.start()) for match in _OPENING.finditer(text)):
        return
    for match in _REVERSED.finditer(text):
        short, plural = _without_plural(match)
        letters = _letters(short)
        if letters is None:
            continue
        parts = list(_PART.finditer(text, match.start("long"), match.end("long")))
        # A bracket after an acronym is its long form or a remark: only initials tell.
        if _initials(letters, parts) == match.start("long"):
            long = match["long"]
            yield Pair(*match.span(), short, long, plural, _key(long, letters), True)


def _ends_in_capitals(text: str, end: int) -> bool:
    """Whether the token before `end` can be a short form, which has two capitals."""
    token = text[max(0, end - _LONGEST_SHORT) : end].rpartition(" ")[2]
    return sum(map(str.isupper, token)) > 1


def _without_plural(match: re.Match[str]) -> tuple[str, bool]:
    short: str = match["short"]
    if match["plural"] is None and len(short) > 2 and short[-1] == "s" and short[:-1].isupper():
        return short[:-1], True
    return short, match["plural"] is not None


def _letters(short: str) -> str | None:
    """Return an acronym's letters in lower case, or None for what is not one ("2019", "Smith")."""
    if sum(1 for character in short if "A" <= character <= "Z") < 2:
        return None
    return "".join(character for character in short.lower() if character.isalpha())


def _words_before(text: str, end: int, letters: int) -> list[re.Match[str]]:
    """Return the parts of the words before `end` among which the long form must lie."""
    start = max(0, end - 24 * letters - 40)
    if start and text[start - 1].isalnum():
        # The stretch begins inside a word; leave the rest of that word out.
        while start < end and text[start].isalnum():
            start += 1
    for barrier in _BARRIER.finditer(text, start, end):
        start = barrier.end()
    parts = list(_PART.finditer(text, start, end))
    return parts[-max(letters + 5, 2 * letters) :]


def _initials(letters: str, parts: list[re.Match[str]]) -> int | None:
    """Return where the last words begin whose initials are `letters`, skipping small words."""
    index = len(letters) - 1
    for part in reversed(parts):
        word = part.group().lower()
        if _begins(word, letters[index]) and (index or word not in _PASSED_OVER):
            index -= 1
            if index < 0:
                return part.start()
        elif word not in _PASSED_OVER:
            return None
    return None


def _begins(word: str, letter: str) -> bool:
    # X stands for "ex" and "cross": user experience (UX), cross-site scripting (XSS).
    return word[0] == letter or (letter == "x" and word.startswith(("ex", "cross")))


def _letters_from_the_right(letters: str, text: str, parts: list[re.Match[str]]) -> int | None:
    """Align as Schwartz and Hearst do; return where the long form starts."""
    if not parts:
        return None
    lowest, starts = parts[0].start(), {part.start() for part in parts}
    place = parts[-1].end()
    for index in range(len(letters) - 1, -1, -1):
        place -= 1
        while place >= lowest and (
            text[place].lower() != letters[index] or (index == 0 and place not in starts)
        ):
            place -= 1
        if place < lowest:
            return None
    words = [part.group().lower() for part in parts if part.start() >= place]
    # Any looser, and every run of words spells something.
    if len(words) == 1:
        enough = len(words[0]) >= (8 if len(letters) == 2 else 10) and len(letters) < 4
        return place if enough else None
    counted = [word for word in words if word not in _PASSED_OVER]
    initials = sum(1 for word in counted if word[0] in letters)
    return place if 2 * initials > len(counted) and len(counted) <= len(letters) + 1 else None


def _may_be_a_code(letters: str, long: str) -> bool:
    """Whether this may be a name with its code: "Nvidia (NVDA)", "New Zealand (NZL)"."""
    words = [word for word in _PART.findall(long) if word.lower() not in _PASSED_OVER]
    return len(words) < 3 and all(word[0].isupper() for word in words)


def _key(long: str, letters: str) -> tuple[str, str]:
    words = [word.lower() for word in _PART.findall(long)]
    return " ".join(word.rstrip("s") for word in words), letters
