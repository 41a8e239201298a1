"""Recognises one line: a few cheap questions first, which dismiss nearly every line of an article."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from ahocorasick_rs import AhoCorasick

from textlint_footer.calls import LONGEST_CALL, by_call
from textlint_footer.dates import is_date, is_timestamp
from textlint_footer.lines import LONGEST_LINE, Line, Shape
from textlint_footer.shapes import MARKS, by_chain, by_shape, shaped_openings
from textlint_footer.vocabulary import normalise, spelt, without_accents
from textlint_footer.wording import Evidence, Wording, lexicon, lookup

LONGEST_OPENING = 150  # code points by which a longer paragraph is recognised

SHORTEST_GLUED = 11  # code points of one word that may be several names: "FacebookTwitter"

_FIRST = re.compile(r"[\W_]*([^\W_]+(?:'[^\W_]+)*)")
_NUMBERED = re.compile(r"\d{1,3}[.)]\s")
_CODE = re.compile(r"[\\{}=]|::|\w\(\)|__")
_TRAILING = " .,:;!?…»›→\"'*)]}\ufffc"
_SITE = re.compile(
    r".*(?:first|originally|primero|zuerst|premier|primeiro) \S{1,8} (?![a-z]).{1,70}"
)


class Recogniser:
    """Recognises the lines of one document, all of which it scans once for what is worth a look."""

    def __init__(self, lines: list[Line]) -> None:
        short = [line for line in lines if line.end - line.start <= LONGEST_CALL]
        starts: list[int] = []
        pieces: list[str] = []
        offset = 0
        for line in short:
            starts.append(offset)
            # 'İ' is the one character whose lower case is longer than itself.
            pieces.append(line.text.replace("İ", "i").lower())
            offset += len(pieces[-1]) + 1
        self._calling: set[Line] = set()
        self._shaped: set[Line] = set()
        automaton, marks = _automaton()
        for pattern, start, _ in automaton.find_matches_as_indexes("\n".join(pieces)):
            line = short[bisect_right(starts, start) - 1]
            (self._shaped if pattern < marks else self._calling).add(line)

    def line(self, line: Line) -> Wording | None:
        """Return what `line` is, or None for a line that is nothing known."""
        if line.shape in (Shape.BARRIER, Shape.MARKUP):
            return None
        if line.end - line.start > LONGEST_LINE:
            return _opening(line)
        folded = line.folded.strip()
        match = _FIRST.match(folded)
        if match is None:
            return None
        first = _plain(match[1])
        opening = first in shaped_openings() or first[0].isdigit()
        if opening and is_timestamp(folded):
            return Wording("bare-timestamp", Evidence.EDGE)
        known = _may_be_known(folded, first, match.end())
        glued = first == folded and len(first) > SHORTEST_GLUED
        labelled = known and (":" in folded or "：" in folded)
        shaped = opening or glued or labelled or line in self._shaped
        calling = line in self._calling
        if not (known or shaped or calling) or _CODE.search(folded):
            return None
        words = normalise(folded)
        found = lookup(words) if known else None
        if found is None and line.shape is Shape.FRAGMENT and is_date(words):
            return Wording("bare-timestamp", Evidence.COMPANY)
        if found is not None and not _reads_so(found, folded, words):
            found = None
        if found is not None and found.kind == "syndication-credit":
            return found if _names_a_site(line.text) else None
        if found is not None and (found.evidence is Evidence.ALONE or not (shaped or calling)):
            return found
        other = by_shape(line, words) if shaped else None
        if other is None and found is None and known:
            other = by_chain(words)
        if other is None and calling:
            other = by_call(line, words)
        if other is None or (found is not None and found.evidence >= other.evidence):
            return found
        return other


@cache
def _automaton() -> tuple[AhoCorasick, int]:
    """Return the scan for marks and for the nouns of calls, and how many of the first there are."""
    return AhoCorasick([*MARKS, *spelt("newsletter", "cookie", "membership", "share-verb")]), len(
        MARKS
    )


def _reads_so(found: Wording, folded: str, words: str) -> bool:
    """Whether the punctuation of the line allows the wording: no label ends in a full stop, no count
    is a number of a list ("3. Replies to the keeper")."""
    if found.colon and not folded.endswith((":", "：")):
        return False
    if " " not in words and folded.endswith(".") and not folded.endswith(".."):
        return False
    return _NUMBERED.match(folded) is None


def _may_be_known(folded: str, first: str, end: int) -> bool:
    """Whether a known wording begins with the first words of the line or ends with its last.

    `first` is the plain first word, `end` its end in the line.
    """
    if first[0].isdigit() or first[0] >= "\u2e80" or first == "e":  # "E-mail"
        return True
    entries = lexicon()
    if (first, "") in entries.openings:
        return True
    second = _FIRST.match(folded, end)
    if second is not None and (first, _plain(second[1])) in entries.openings:
        return True
    last = folded.rstrip(_TRAILING).rpartition(" ")[2].rpartition("-")[2]
    return bool(last) and (_plain(last) in entries.by_last or last[-1] >= "\u2e80")


def _plain(word: str) -> str:
    if not word.isascii():
        word = without_accents(word)
    return word.replace("'", "") if "'" in word else word


def _opening(line: Line) -> Wording | None:
    """Recognise long legal notes and house rules by their first words."""
    opening = line.folded[:LONGEST_OPENING].strip()
    match = _FIRST.match(opening)
    if match is None or not _may_be_known(opening, _plain(match[1]), match.end()):
        return None
    found = lookup(normalise(opening.rpartition(" ")[0]))
    return found if found is not None and found.evidence is Evidence.ALONE else None


def _names_a_site(text: str) -> bool:
    """Whether a credit ends in a short name: not "appeared first on maps of 1840"."""
    return _SITE.fullmatch(text) is not None or " first on " not in text
