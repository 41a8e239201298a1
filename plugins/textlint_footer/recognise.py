"""Recognises one line: a few cheap questions first, which dismiss nearly every line of an article."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import accumulate

from ahocorasick_rs import AhoCorasick

from textlint.lazy import lazy_pattern
from textlint_footer.calls import LONGEST_CALL, by_call, by_share_call
from textlint_footer.dates import is_date, is_timestamp
from textlint_footer.lines import LONGEST_LINE, NEVER_RESIDUE, Line, Shape
from textlint_footer.shapes import MARKS, by_chain, by_shape, shaped_openings
from textlint_footer.vocabulary import normalise, spelt, without_accents
from textlint_footer.wording import ANYTHING, Evidence, Wording, lexicon, lookup

LONGEST_OPENING = 150  # code points by which a longer paragraph is recognised

_SHAPED, _SHARING, _CALLING = (
    1,
    2,
    4,
)  # what a line holds: a mark, a verb of sharing, a noun of calls
SHORTEST_GLUED = 11  # code points of one word that may be several names: "FacebookTwitter"

_WORD = r"[\W_]*([^\W_]+(?:'[^\W_]+)*)"
_FIRST_TWO = lazy_pattern(f"{_WORD}(?:{_WORD})?")
_NUMBERED = lazy_pattern(r"\d{1,3}[.)]\s")
_CODE = ("\\", "{", "}", "=", "::", "__")
_CALLED = lazy_pattern(r"\w\(\)")
_TRAILING = " .,:;!?…»›→\"'*)]}\ufffc"
_SITE = lazy_pattern(
    r".*(?:first|originally|primero|zuerst|premier|primeiro) \S{1,8} (?![a-z]).{1,70}"
)


class Recogniser:
    """Recognises the lines of one document, all of which it scans once for what is worth a look."""

    def __init__(self, lines: list[Line]) -> None:
        short = [
            line
            for line in lines
            if line.end - line.start <= LONGEST_CALL and line.block.kind not in NEVER_RESIDUE
        ]
        texts = [line.text for line in short]
        starts = list(accumulate([len(text) + 1 for text in texts], initial=0))
        self._marks: dict[Line, int] = {}
        self._openings = shaped_openings()
        self._lexicon = lexicon()
        automaton, groups = _automaton()
        # 'İ' is the one character whose lower case is longer than itself.
        scanned = "\n".join(texts).replace("İ", "i").lower()
        marks = self._marks
        for pattern, start, _ in automaton.find_matches_as_indexes(scanned):
            line = short[bisect_right(starts, start) - 1]
            marks[line] = marks.get(line, 0) | groups[pattern]

    def line(self, line: Line) -> Wording | None:
        """Return what `line` is, or None for a line that is nothing known."""
        if line.block.kind in NEVER_RESIDUE:
            return None
        if line.end - line.start > LONGEST_LINE:
            return self._opening(line)
        folded = line.folded.strip()
        match = _FIRST_TWO.match(folded)
        if match is None:
            return None
        first, second = match.groups()
        if not first.isascii() or "'" in first:
            first = _plain(first)
        opening = first in self._openings or first[0].isdigit()
        if opening and is_timestamp(folded) and _may_be_residue(line):
            return Wording("bare-timestamp", Evidence.EDGE)
        known = self._may_be_known(folded, first, second)
        marks = self._marks.get(line, 0)
        shaped = opening or bool(marks & _SHAPED)
        if not (known or shaped or marks):
            # One word may be several names.
            if len(first) <= SHORTEST_GLUED or first != folded:
                return None
        if not _may_be_residue(line) or _is_code(folded):
            return None
        shaped = (
            shaped
            or (first == folded and len(first) > SHORTEST_GLUED)
            or (known and (":" in folded or "：" in folded))
        )
        calling, sharing = bool(marks & _CALLING), bool(marks & _SHARING)
        words = normalise(folded)
        found = lookup(words) if known else None
        if found is None and line.shape is Shape.FRAGMENT and is_date(words):
            return Wording("bare-timestamp", Evidence.COMPANY)
        if found is not None and not _reads_so(found, folded, words):
            found = None
        if found is not None and found.kind == "syndication-credit":
            return found if _names_a_site(line.text) else None
        if found is not None and (
            found.evidence is Evidence.ALONE or not (shaped or calling or sharing)
        ):
            return found
        other = by_shape(line, words) if shaped else None
        if other is None and found is None and known:
            other = by_chain(words)
        if other is None and calling:
            other = by_call(line, words)
        if other is None and (calling or sharing):
            other = by_share_call(line, words)
        if other is None or (found is not None and found.evidence >= other.evidence):
            return found
        return other

    def _may_be_known(self, folded: str, first: str, second: str | None) -> bool:
        """Whether a known wording begins with the first words of the line or ends with its last.

        `first` is plain already.
        """
        if first[0].isdigit() or first[0] >= "\u2e80" or first == "e":  # "E-mail"
            return True
        seconds = self._lexicon.seconds(first)
        if seconds and (ANYTHING in seconds or (second is not None and _plain(second) in seconds)):
            return True
        last = folded.rstrip(_TRAILING).rpartition(" ")[2].rpartition("-")[2]
        return bool(last) and (self._lexicon.ends(_plain(last)) or last[-1] >= "\u2e80")

    def _opening(self, line: Line) -> Wording | None:
        """Recognise long legal notes and house rules by their first words."""
        opening = line.block.folded[line.start : line.start + LONGEST_OPENING].strip()
        match = _FIRST_TWO.match(opening)
        if match is None or not _may_be_residue(line):
            return None
        if not self._may_be_known(opening, _plain(match[1]), match[2]):
            return None
        found = lookup(normalise(opening.rpartition(" ")[0]))
        return found if found is not None and found.evidence is Evidence.ALONE else None


@cache
def _automaton() -> tuple[AhoCorasick, list[int]]:
    """Return the scan for marks, verbs of sharing and nouns of calls, and which of these each is."""
    groups = {
        _SHAPED: MARKS,
        _SHARING: spelt("share-verb"),
        _CALLING: spelt("newsletter", "cookie", "membership"),
    }
    kinds = [kind for kind, words in groups.items() for _ in words]
    return AhoCorasick([word for words in groups.values() for word in words]), kinds


def _may_be_residue(line: Line) -> bool:
    return line.shape is not Shape.BARRIER and line.shape is not Shape.MARKUP


def _is_code(folded: str) -> bool:
    if any(map(folded.__contains__, _CODE)):
        return True
    return "()" in folded and _CALLED.search(folded) is not None


def _reads_so(found: Wording, folded: str, words: str) -> bool:
    """Whether the punctuation of the line allows the wording: no label ends in a full stop, no count
    is a number of a list ("3. Replies to the keeper")."""
    if found.colon and not folded.endswith((":", "：")):
        return False
    if " " not in words and folded.endswith(".") and not folded.endswith(".."):
        return False
    return _NUMBERED.match(folded) is None


def _plain(word: str) -> str:
    if word.isalnum() and word.isascii():
        return word
    return without_accents(word).replace("'", "")


def _names_a_site(text: str) -> bool:
    """Whether a credit ends in a short name: not "appeared first on maps of 1840"."""
    return _SITE.fullmatch(text) is not None or " first on " not in text
