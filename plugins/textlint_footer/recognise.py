"""Recognises one line: a few cheap questions first, which dismiss nearly every line of an article."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import accumulate

from ahocorasick_rs import AhoCorasick

from textlint.lazy import lazy_pattern
from textlint_footer.appeals import by_appeal, by_promise
from textlint_footer.calls import LONGEST_CALL, by_call, by_membership, by_share_call
from textlint_footer.dates import is_date, is_timestamp
from textlint_footer.lines import (
    LONGEST_LINE,
    NEVER_RESIDUE,
    Line,
    Shape,
)
from textlint_footer.shapes import DATED, MARKS, bar_words, by_chain, by_shape, shaped_openings
from textlint_footer.vocabulary import normalise, spelt, without_accents
from textlint_footer.wording import ANYTHING, NOTHING, Evidence, Wording, lexicon, lookup

LONGEST_OPENING = 150  # code points by which a longer paragraph is recognised

# What a line holds: a mark, a verb of sharing, a noun of calls, one of memberships, a promise of a
# mailing list.
_SHAPED, _SHARING, _CALLING, _MEMBERSHIP, _PROMISING = 1, 2, 4, 8, 16
SHORTEST_GLUED = 11  # code points of one word that may be several names: "FacebookTwitter"

_WORD = r"[\W_]*+([^\W_]++(?:'[^\W_]++)*+)"
_FIRST_TWO = lazy_pattern(f"{_WORD}(?:{_WORD})?")
_THIRD = lazy_pattern(f"{_WORD.replace('(', '(?:', 1)}{_WORD.replace('(', '(?:', 1)}{_WORD}")
_NUMBERED = lazy_pattern(r"\d{1,3}[.)]\s")
_CODE = ("\\", "{", "}", "=", "::", "__")
_CALLED = lazy_pattern(r"\w\(\)")
_TRAILING = " .,:;!?…»›→\"'*)]}\ufffc"
# Of words that are no words to `_FIRST_TWO`, but are to `normalise`; and of a label.
_JOINS = lazy_pattern(r"[:：©#@&+]")
# What parts a line, see shapes.py. A label is at the front.
_PARTED = lazy_pattern(r"[|·•‧∙⋅●■\ufffc>»›→❯▸←«‹]|\s(?:[-:/\\]|\s\s)")
_LABELLED = lazy_pattern(r"[^:：]{0,100}[:：]")
_FIGURE = lazy_pattern(r"\d")
_NO_WORD = lazy_pattern(r"[\W_]*")
_END_OF_WORD = lazy_pattern(r"[^\W_]*[\W_]*")
LONGEST_SHARING = 160  # code points of a line in which a verb of sharing counts
LONGEST_DATED = 100  # code points of a line that may be a date
_SITE = lazy_pattern(
    r".*(?:first|originally|primero|zuerst|premier|primeiro) \S{1,8} (?![a-z]).{1,70}"
)


# The first two words of each line of a text, nothing for those that a line lacks. The text holds no
# underscore, so that these words are runs of word characters; each match is one whole line.
_HEADS = lazy_pattern(r"[^\w\n]*+(?:(\w++(?:'\w++)*+)(?:[^\w\n]*+(\w++(?:'\w++)*+))?)?[^\n]*+\n?")


class Recogniser:
    """Recognises the lines of one document, all of which it scans once for what is worth a look."""

    def __init__(self, lines: list[Line]) -> None:
        self._openings = shaped_openings()
        self._lexicon = lexicon()
        self._marks = _marks(lines)

    def worth_a_look(self, lines: list[Line]) -> list[int]:
        """Return the indexes of all lines that `line` may know, and of few others.

        It asks of all lines at once what `line` asks first.
        """
        heads = [
            text if len(text) <= LONGEST_LINE else text[:LONGEST_OPENING].rstrip()
            for text in [line.folded for line in lines]
        ]
        firsts = _HEADS.findall("\n".join(heads).replace("_", " "))
        openings, entries, ends = self._openings, self._lexicon.keys, self._lexicon.ends
        marks = self._marks
        found: list[int] = []
        for index, (opening, second) in enumerate(firsts[: len(lines)]):
            if not opening or lines[index].block.kind in NEVER_RESIDUE:
                continue
            first = opening if opening.isascii() and "'" not in opening else _plain(opening)
            head = heads[index]
            if first in openings or lines[index] in marks:
                found.append(index)
            elif first in entries or not first.isascii() or first[0].isdigit() or first == "e":
                if self._may_be_known(head, first, second):
                    found.append(index)
            else:
                last = head.rstrip(_TRAILING).rpartition(" ")[2].rpartition("-")[2]
                if (
                    not last.isascii()
                    or ends(last.replace("'", ""))
                    or (len(first) > SHORTEST_GLUED and first == head.strip())
                ):
                    found.append(index)
        return found

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
        first, second = match.groups(default="")
        if not first.isascii() or "'" in first:
            first = _plain(first)
        opening = first[0].isdigit() or (
            first in self._openings and _may_be_shaped(line.text, self._openings[first], second)
        )
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
            or (known and _LABELLED.match(folded) is not None)
        )
        calling, sharing = bool(marks & (_CALLING | _MEMBERSHIP)), bool(marks & _SHARING)
        words = normalise(folded)
        found = lookup(words) if known else None
        if found is None and line.shape is Shape.FRAGMENT and is_date(words):
            return Wording("bare-timestamp", Evidence.COMPANY)
        if found is not None and not _reads_so(found, folded, words):
            found = None
        if found is not None and found.kind == "syndication-credit":
            return found if _names_a_site(line.text) else None
        if found is not None and (
            found.evidence is Evidence.ALONE
            or not (shaped or calling or sharing or marks & _PROMISING)
        ):
            return found
        other = by_shape(line, words) if shaped else None
        if other is None and found is None and known:
            other = by_chain(words)
        if other is None and calling:
            other = by_call(line, words) if marks & _CALLING else by_membership(line, words)
        if marks & _PROMISING and (other is None or other.evidence is Evidence.COMPANY):
            other = by_promise(words) or by_appeal(line, words) or other
        if other is None and (calling or sharing):
            other = by_share_call(line, words)
        if other is None or (found is not None and found.evidence >= other.evidence):
            return found
        return other

    def _may_be_known(self, folded: str, first: str, second: str) -> bool:
        """Whether a known wording begins with the first words of the line or ends with its last.

        `first` is plain already, and `second` is empty where the line has one word.
        """
        if first[0].isdigit() or first[0] >= "\u2e80" or first == "e":  # "E-mail"
            return True
        following = self._lexicon.seconds(first)
        if following:
            if ANYTHING in following or (not second and NOTHING in following):
                return True
            second = _plain(second)
            if second in following and self._goes_on_from(folded, following[second]):
                return True
            if NOTHING in following and self._joins(folded, second):
                return True
        last = folded.rstrip(_TRAILING).rpartition(" ")[2].rpartition("-")[2]
        return bool(last) and (self._lexicon.ends(_plain(last)) or last[-1] >= "\u2e80")

    def _goes_on_from(self, folded: str, thirds: frozenset[str]) -> bool:
        """Whether the third word of the line is one of `thirds`, which two words have led to."""
        if ANYTHING in thirds:
            return True
        match = _THIRD.match(folded)
        if match is None:
            return NOTHING in thirds
        third = _plain(match[1])
        return third in thirds or third == "e" or (NOTHING in thirds and self._joins(folded, third))

    def _joins(self, folded: str, following: str) -> bool:
        """Whether a line that begins with a whole wording is its label, or joins it to others.

        `following` is the word behind the wording.
        """
        return (
            following[:1].isdigit()
            or following[:1] >= "\u2e80"
            or bool(self._lexicon.seconds(following))
            or _JOINS.search(folded) is not None
        )

    def _opening(self, line: Line) -> Wording | None:
        """Recognise long legal notes and house rules by their first words."""
        opening = line.block.folded[line.start : line.start + LONGEST_OPENING].strip()
        match = _FIRST_TWO.match(opening)
        if match is None or not _may_be_residue(line):
            return None
        if not self._may_be_known(opening, _plain(match[1]), match[2] or ""):
            return None
        found = lookup(normalise(opening.rpartition(" ")[0]))
        return found if found is not None and found.evidence is Evidence.ALONE else None


def _marks(lines: list[Line]) -> dict[Line, int]:
    """Return what the lines hold that are short enough to be calls, for those that hold anything."""
    short = [
        line
        for line in lines
        if line.end - line.start <= LONGEST_CALL and line.block.kind not in NEVER_RESIDUE
    ]
    texts = [line.text for line in short]
    starts = list(accumulate([len(text) + 1 for text in texts], initial=0))
    automaton, words = _automaton()
    # 'İ' is the one character whose lower case is longer than itself.
    scanned = "\n".join(texts).replace("İ", "i").lower()
    marks: dict[Line, int] = {}
    for number, start, end in automaton.find_matches_as_indexes(scanned, overlapping=True):
        group, begins, ends = words[number]
        if (begins and _is_letter(scanned[start - 1 : start])) or (
            ends and _is_letter(scanned[end : end + 1])
        ):
            continue
        index = bisect_right(starts, start) - 1
        if group == _SHARING and not _shares(
            scanned, start, end, starts[index], starts[index + 1] - 1
        ):
            continue
        line = short[index]
        marks[line] = marks.get(line, 0) | group
    return marks


def _is_letter(character: str) -> bool:
    return character.isalnum() and character < "\u2e80"


def _shares(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether the verb `text[start:end]` opens or closes a line that is short enough to be a call.

    The line is `text[first:last]`.
    """
    return last - first <= LONGEST_SHARING and (
        _NO_WORD.fullmatch(text, first, start) is not None
        or _END_OF_WORD.fullmatch(text, end, last) is not None
    )


@cache
def _automaton() -> tuple[AhoCorasick, list[tuple[int, bool, bool]]]:
    """Return the scan for marks, verbs of sharing and nouns of calls.

    Of each it also returns which of these it is, and whether a word begins and ends with it.
    """
    groups = {
        _SHAPED: MARKS,
        _SHARING: spelt("share-verb"),
        _CALLING: spelt("newsletter", "cookie"),
        _MEMBERSHIP: spelt("membership"),
        _PROMISING: spelt("promise"),
    }
    known = [(group, word) for group, words in groups.items() for word in words]
    return AhoCorasick([word.rstrip("*") for _, word in known]), [
        (group, _is_word(group, word[0]), _is_word(group, word[-1])) for group, word in known
    ]


def _is_word(group: int, edge: str) -> bool:
    return group != _SHAPED and edge != "*" and _is_letter(edge)


def _may_be_residue(line: Line) -> bool:
    return line.shape is not Shape.BARRIER and line.shape is not Shape.MARKUP


def _may_be_shaped(text: str, following: frozenset[str], second: str) -> bool:
    """Whether a line whose first word is that of a bar, a trail, a list or a date may be one.

    `following` are the words that may come next. It has parts, a label, the figures of a date, or goes
    on with a name as it began.
    """
    if not second:
        return True
    second = _plain(second)
    if second not in following:
        if NOTHING not in following:
            return False
        if DATED in following and len(following) == 2:
            return _FIGURE.search(text) is not None
    return (
        second in bar_words()
        or _LABELLED.match(text) is not None
        or _PARTED.search(text) is not None
        or (len(text) <= LONGEST_DATED and _FIGURE.search(text) is not None)
    )


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
