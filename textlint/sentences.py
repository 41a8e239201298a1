"""Where sentences begin and end."""

from __future__ import annotations

import re

# Abbreviations that end in a full stop and do not end a sentence.
_NEVER_FINAL = frozenset(
    ["mr", "mrs", "ms", "mx", "dr", "prof", "rev", "hon", "sen", "rep", "gov", "gen", "col", "lt", "capt", "sgt", "maj", "adm", "cmdr", "st", "mt", "ft", "messrs", "mme", "mlle", "vs", "cf", "e.g", "i.e", "viz", "fig", "figs", "no", "nos", "vol", "vols", "pp", "p", "art", "sec", "ch", "eq", "al", "approx", "est", "dept", "univ", "jr", "sr", "ca", "resp", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
)
_BOUNDARY = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*[\ufffc]*(?=\s)|[。！？]+[」』”’]?|\n)")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_OPENER = re.compile(
    r"\s+(?:The|A|An|In|On|At|It|He|She|They|We|I|You|But|And|This|That|These|Those|There|His|Her|Its|Their)\b"
)
_TOKEN_BEFORE = re.compile(r"[\w.&]+\Z")
_STARTS_SENTENCE = re.compile(r"\s*[\"'“‘«(\[¿¡—–-]*\s*(\S)")


def sentence_ranges(text: str) -> list[tuple[int, int]]:
    """Return half-open ranges of the sentences of `text`, without the white space around them.

    A hard line break ends a sentence; a full stop does when what follows can begin one and the word
    before it is no abbreviation or initial. Linear: each boundary looks at a bounded stretch.
    """
    ranges: list[tuple[int, int]] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        end = match.end()
        if not match.group().startswith("\n") and not _is_final(text, match):
            continue
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


def _is_final(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] in "。！？":
        return True
    following = _STARTS_SENTENCE.match(text, match.end(), match.end() + 16)
    if following is None:
        return True
    first = following.group(1)
    if first.islower():
        # "Yahoo! is", "he said … and left": only a mark of its own kind ends before lower case.
        return False
    if not mark.startswith("."):
        return True
    if mark.startswith(".."):
        return True
    token = _TOKEN_BEFORE.search(text, max(0, match.start() - 24), match.start())
    if token is None:
        return True
    word = token.group()
    if word.lower() in _NEVER_FINAL:
        return False
    if len(word) == 1 and word.isalpha() and word != "I":
        return False  # an initial: "J. Smith"
    if _DOTTED.fullmatch(word):  # "the U.S. Army", "at 5 p.m. The"
        return _OPENER.match(text, match.end()) is not None
    return True
