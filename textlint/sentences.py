"""Where sentences begin and end."""

from __future__ import annotations

import re

from textlint.lazy import lazy_pattern

_TITLES = """mr mrs ms mx dr drs prof rev hon sen rep gov gen col lt capt sgt maj adm cmdr pres supt
messrs mme mlle mgr fr sr sra srta dra sig dott ing hr frau herr dhr mevr pan pani e.g i.e viz vs cf
resp approx incl excl esp mt ft z.b d.h u.a bzw vgl sog bijv np tzw ул им"""
_BEFORE_NUMBERS = """no nos nr núm n° vol vols fig figs figg p pp pg art arts sec ch chap eq abs bd ca
c circa est ext tel par para ver v op jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu
fri sat sun st стр рис"""
_SOMETIMES_FINAL = """inc ltd co corp bros plc llc jr sr al dept univ assn ave blvd rd st esq gmbh
bhd pty mfg ph.d т.д т.п"""
# Never at the end of a sentence; only before a number; at the end or not, as the next word tells.
_NEVER = frozenset(_TITLES.split())
_NUMBERED = frozenset(_BEFORE_NUMBERS.split())
_SOMETIMES = frozenset(_SOMETIMES_FINAL.split())
_MONTHS = lazy_pattern(
    r"\s+(?:jan|feb|m[aä]r|apr|a[vb]r|ma[ijyg]|jun|jui|jul|lug|ago|aug|août|se[pt]|o[ck]t|out|ott|nov"
    r"|d[eé][czs]|gen|giu|enero|mei)",
    re.IGNORECASE,
)

_CLOSERS = "\"'”’»›“)\\]"
# Begins with one class, which the search skips to; each alternative looks back at it.
_BOUNDARY = lazy_pattern(
    r"[.!?…؟۔।॥։።。！？｡\n](?:"
    r"(?<=[.!?…؟۔।॥։።])(?<![.!?…].)[.!?…؟۔।॥։።]*+"
    rf"(?:[{_CLOSERS}]|[ \u00a0\u202f]»|\[\d{{1,3}}\])*+\ufffc*+(?=\s)"
    r"|(?<=[。！？｡])[。！？｡]*+[」』”’）)】》]*+"
    r"|(?<=\n))"
)
# What may stand between a boundary and the first word of the next sentence.
_NEXT = lazy_pattern(r"\s+[\"'“‘«‹„(\[{¿¡—–\-*•·]*\s?")
_TOKEN = lazy_pattern(r"[\w.&°]+\Z")
_DOTTED = lazy_pattern(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
# Words that begin a sentence and hardly ever follow an abbreviation within one.
_OPENER = lazy_pattern(
    r"(?:The|An?|All|In|On|At|It|He|She|They|We|I|You|But|And|This|That|These|Those|There|His|Her|Its"
    r"|Their|My|Our|Your|If|When|While|As|For|Since|After|Before|However|So|Yet|What|Who|Why|How"
    r"|Der|Die|Das|Ein|Eine|Es|Sie|Er|Wir|Le|La|Les|Il|Elle|El|Los|Las|Un|Una|Il|Lo|De|Het|Een)\b"
)
_SPEAKER = lazy_pattern(
    r"(?:(?:I|[A-Z][\w'’.-]+)(?: [A-Z][\w'’.-]+){0,2}) (?:said|says|asked|asks|replied|wondered|cried"
    r"|shouted|exclaimed|whispered|answered|added|demanded|muttered|snapped|quipped|wrote|told|called)\b"
)
_LONGEST_TOKEN = 12
_LONG_WORD = 7  # letters; longer than any word of the tables above


def sentence_ranges(text: str) -> list[tuple[int, int]]:
    """Return half-open ranges of the sentences of `text`, without the white space around them.

    A hard line break ends a sentence; a full stop does when what follows can begin one and the word
    before it is no abbreviation or initial. Linear: each boundary looks at a bounded stretch.
    """
    ranges: list[tuple[int, int]] = []
    start = first = (
        0  # behind the last boundary, and where the sentence there begins if it is known
    )
    for match in _BOUNDARY.finditer(text):
        place, end = match.span()
        if (
            # A single mark between a word that no abbreviation is as long as and a capital: half of
            # all sentences end so. `_is_final` says the same of them, in five times the time.
            end == place + 1
            and text[place] in ".…"
            and text[end] == " "
            and text[end + 1 : end + 2].isupper()
            and place >= _LONG_WORD
            and text[place - _LONG_WORD : place].isalpha()
        ):
            if first == start + 1:
                ranges.append((first, end))
            else:
                _add(ranges, text, start, end)
            start = end
            first = end + 1
        elif text[place] == "\n" or _is_final(text, text[place], place, end, start):
            _add(ranges, text, start, end)
            start = end
    _add(ranges, text, start, len(text))
    return ranges


def _add(ranges: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        ranges.append((start, end))


def _is_final(text: str, mark: str, place: int, end: int, start: int) -> bool:
    """Whether the boundary `text[place:end]` ends the sentence that began at `start`."""
    if mark in "。！？｡":
        # 「…。」と言った: what was said is the object of the sentence.
        return not (text[end - 1] in "」』”" and text.startswith(("と", "って"), end))
    following = _NEXT.match(text, end, end + 16)
    after = following.end() if following is not None else end
    first = text[after : after + 1]
    if not first or first.isspace():
        return True
    if first.islower():
        # "Yahoo! is", "he said … and left"; but "iPhone" and "eBay" begin sentences too.
        return text[after + 1 : after + 2].isupper()
    if mark in "!?":
        return not (end - place > 1 and _SPEAKER.match(text, after, after + 80))
    if mark != "." or text.startswith("..", place):
        return True
    token = _TOKEN.search(text, max(start, place - _LONGEST_TOKEN), place)
    return token is None or _ends_after(text, token, after, start)


def _ends_after(text: str, token: re.Match[str], after: int, start: int) -> bool:
    """Whether a full stop after `token` ends the sentence when the next word is at `after`."""
    word = token.group()
    folded = word.lower()
    next_is_digit = text[after].isdigit()
    if word.isdigit():
        lead = token.start() - start
        if len(word) <= 3 and lead < 4 and not text[start : start + lead].strip(" \n\"'“([*-"):
            return False  # the number of a list item: "1. Open the lid"
        return len(word) > 2 or _MONTHS.match(text, token.end() + 1) is None  # "am 3. Mai"
    if folded in _NEVER:
        return False
    if folded in _NUMBERED and next_is_digit:
        return False
    if len(word) == 1 and word.isalpha() and word != "I":
        if not word.isupper():
            return folded not in _NUMBERED or _OPENER.match(text, after) is not None
        return _OPENER.match(text, after) is not None  # an initial, or "plan B"
    if folded in _SOMETIMES or _DOTTED.fullmatch(word):
        return _OPENER.match(text, after) is not None
    return True
