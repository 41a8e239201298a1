"""A paragraph stands twice in the document.

When an article is pasted together from several versions, or exported from a page that shows a part of
it in a box, a whole paragraph comes a second time, word for word or with a few words changed.

**How to fix.** Delete the later copy, unless the first one is the one that is out of place.

**Known limits.** Only paragraphs of 20 words and more are compared. A copy with changes is reported
when at least 80 per cent of its three-word runs are the same (of 40 words on, 65 per cent) and another
block stands in between, or none but both have 40 words; so is one of 25 words that an earlier, longer
paragraph contains. Where only names and figures differ, as in the entries of a reference or a
calendar, it is not, nor are questions, which an interviewer asks again, and paragraphs of different
sections with code in them or between them, as in the reference of a program. Verse, quotations, lists,
tables, code, licence texts and paragraphs that begin with a label ("Reporting: …") are not compared, nor is
what the line above announces in one piece ("The whole letter:", up to the next heading).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Fix, Hit, Related
from textlint.rule import Context, bad, good, rule
from textlint_repetition.pieces import SeenPieces
from textlint_repetition.sections import inline_code, is_headline, shows_code
from textlint_repetition.shingles import (
    are_names_and_figures,
    jaccard,
    shingles,
    unpunctuated,
    words_of,
)

FEWEST_WORDS = 20
SIMILAR = 0.8
SIMILAR_WHEN_LONG = 0.65  # an edit in a long paragraph spoils three runs as well
FEWEST_LONG = 40  # words
CONTAINED = 0.85  # share of the shorter one's runs; a pull quote is shorter than `FEWEST_CONTAINED`
FEWEST_CONTAINED = 25
_RUN = 3
_LONG_WORD = 8  # code points
_MOST_CANDIDATES = 8
_BOILERPLATE = lazy_pattern(
    r"\b(?:licen[cs]ed? under|permission is hereby|without warranty|all rights reserved|copyright"
    r"|terms of (?:use|service)|privacy policy|cookies|public domain)\b"
)
# What leads up to a letter or a recipe that was explained in parts and is now shown in one piece.
_IN_ONE_PIECE = lazy_pattern(
    r"\b(?:reads? as follows|all together|in full|in one piece|(?:put(?:ting)?|pieced?) (?:\w+ ){1,3}together"
    r"|(?:whole|finished|final|complete|full|entire) (?:[\w'-]+ ){0,3}(?:letter|e-?mail|text|message|speech"
    r"|script|essay|paragraph|recipe|poem|version|example|draft|contract|cv|r[eé]sum[eé]|statement|invitation"
    r"|piece|pattern|prayer|song|lyrics))\b"
)
# "Reporting: …" comes again in every section of a programme or a reference.
_LABEL = lazy_pattern(r"[A-Z][\w' -]{1,24}: ")


@dataclass(eq=False)
class _Paragraph:
    number: int  # place among the prose blocks
    section: int  # how many headings, or lines that look like one, stand above it
    block: Block
    data: bytes  # its folded text without punctuation

    @cached_property
    def words(self) -> list[str]:
        return words_of(self.block)


class _Twin(NamedTuple):
    paragraph: _Paragraph
    likeness: str  # "… the one in line 3"


@rule(
    "repetition/duplicate-paragraph",
    summary="A paragraph stands in the document a second time.",
    message="This paragraph is {likeness} the one in line {line}.",
    examples=[
        bad(
            "The ferry steps will be shut for nine weeks from Monday while the wall behind them is\n"
            "taken down stone by stone, dried, numbered and built up again by hand.\n\n"
            "A bus replaces the ferry.\n\n"
            "The ferry steps will be shut for nine weeks from Monday while the wall behind them is\n"
            "taken down stone by stone, dried, numbered and built up again by hand.\n",
            at=(
                "The ferry steps will be shut for nine weeks from Monday while the wall behind them is\n"
                "taken down stone by stone, dried, numbered and built up again by hand."
            ),
        ),
        bad(
            "Object storage keeps every file under one key, so there are no folders, only buckets, and\n"
            "reading is cheap while every single request is counted and paid for at the end of the\n"
            "month by whoever owns the bucket.\n\n"
            "Block storage is another matter.\n\n"
            "Object storage keeps every file under one key, so there are no folders, only buckets, and\n"
            "reading is cheap while every single request is counted and billed for at the end of the\n"
            "month by whoever owns the bucket.\n",
            at=(
                "Object storage keeps every file under one key, so there are no folders, only buckets,"
                " and\nreading is cheap while every single request is counted and billed for at the end"
                " of the\nmonth by whoever owns the bucket."
            ),
        ),
        bad(
            "Rinse the cabbage three times, press the water out of it with both hands, and taste a\n"
            "leaf: it should be as salty as a day at the sea, but no saltier.\n\n"
            "Rinse the cabbage three times, press the water out of it with both hands, and taste a\n"
            "leaf: it should be as salty as a day at the sea, but no saltier.\n",
            at=(
                "Rinse the cabbage three times, press the water out of it with both hands, and taste a\n"
                "leaf: it should be as salty as a day at the sea, but no saltier."
            ),
        ),
        bad(
            "The ward office has a list of bad stretches with photographs, and has had it since the week\n"
            "in which the first scooter sank to its mirrors. Nobody at the office has looked at it. The\n"
            "drains lie deeper than the road now, and the rain knows it.\n\n"
            "A bus runs instead.\n\n"
            "The ward office has a list of bad stretches with photographs, and has had it since the week\n"
            "in which the first scooter sank to its mirrors.\n",
            at=(
                "The ward office has a list of bad stretches with photographs, and has had it since the"
                " week\nin which the first scooter sank to its mirrors."
            ),
        ),
        good(
            "We went down to the harbour, love.\n\n"
            "The captain waved.\n\nWe went down to the harbour, love.\n",
            why="a short refrain",
        ),
        good(
            "The village of Aldern has a church from 1431, a school with 84 children, two shops and\n"
            "a bus stop from which one reaches the county town in half an hour.\n\n## Bruck\n\n"
            "The village of Bruck has a church from 1502, a school with 31 children, two shops and\n"
            "a bus stop from which one reaches the county town in half an hour.\n",
            why="entries of a gazetteer, which differ in names and figures",
        ),
        good(
            "The first part names the steps, the wall behind them and the nine weeks in which nobody will\n"
            "be able to land there, and it does so before it says a word about who is to blame.\n\n"
            "The second is a date.\n\nHere is the finished letter:\n\n"
            "The first part names the steps, the wall behind them and the nine weeks in which nobody will\n"
            "be able to land there, and it does so before it says a word about who is to blame.\n",
            why="a letter that was explained in parts",
        ),
        good(
            "> The wall was damp, and the stones were loose, and nobody had looked behind them since the\n"
            "> year in which the old ferry sank with the mayor and the brass band.\n\n"
            "He said it again.\n\n"
            "> The wall was damp, and the stones were loose, and nobody had looked behind them since the\n"
            "> year in which the old ferry sank with the mayor and the brass band.\n",
            why="a quotation may be given twice",
        ),
        good(
            "## Start\n\n"
            "If a value named `Arguments` exists, tools should use the value as the first arguments\n"
            "when they start the program, before all arguments that the user has given.\n\n"
            "## Start in a window\n\n"
            "If a value named `Arguments` exists, tools should use the value as the first arguments\n"
            "when they start the program, before all arguments that the user has given.\n",
            why="two sections of a reference say the same of what each describes",
        ),
        good(
            "## Append\n\n"
            "The key file is opened once for each connection and stays open until the last client of\n"
            "the pool has gone, so that a rename in between does no harm to anybody who listens.\n\n"
            "```js\nappend(key)\n```\n\n"
            "## Prepend\n\n"
            "The key file is opened once for each connection and stays open until the last client of\n"
            "the pool has gone, so that a rename in between does no harm to anybody who listens.\n",
            why="a reference with code, whose sections are read on their own",
        ),
        good(
            "If a value named `Path` exists, it must be the full path of the program that opens the\n"
            "file; where it is not there, nothing is opened and the user is told so.\n\n"
            "The second is for windows.\n\n"
            "If a value named `WindowPath` exists, it must be the full path of the program that opens\n"
            "the file; where it is not there, nothing is opened and the user is told so.\n",
            why="entries that differ in what they show as code",
        ),
    ],
)
def duplicate_paragraph(document: Document, context: Context) -> Iterator[Hit]:
    earlier = _Earlier()
    for paragraph in _paragraphs(document):
        twin = earlier.twin(paragraph)
        if twin is None or _BOILERPLATE.search(paragraph.block.folded):
            continue
        if _is_entry(document, paragraph, twin.paragraph):
            continue
        first = twin.paragraph.block
        line = document.lines.line(first.span.start)
        yield Hit(
            paragraph.block.content_span,
            {"likeness": twin.likeness, "line": line},
            related=(Related(first.content_span, "the first copy"),),
            fix=Fix(paragraph.block.span, "", safe=False),
        )


def _paragraphs(document: Document) -> Iterator[_Paragraph]:
    section = 0
    in_one_piece = False
    for number, block in enumerate(document.prose):
        headline = is_headline(block)
        section += headline
        if headline or block.text.rstrip().endswith(":"):
            in_one_piece = _IN_ONE_PIECE.search(block.folded) is not None
        if in_one_piece:
            continue
        if block.kind is not BlockKind.PARAGRAPH or block.in_quote:
            continue
        if len(block.text) < 2 * FEWEST_WORDS or block.text.count("\n") > 1:
            continue
        if block.text.rstrip().endswith("?"):
            continue
        data = unpunctuated(block.folded)
        if data.count(b" ") >= FEWEST_WORDS - 1 and not _LABEL.match(block.text):
            yield _Paragraph(number, section, block, data)


def _is_entry(document: Document, paragraph: _Paragraph, twin: _Paragraph) -> bool:
    """Whether both are of a reference, which says the same of two settings or in two sections."""
    first, second = twin.block.span, paragraph.block.span
    if paragraph.section != twin.section and shows_code(document, first.end, second.end):
        return True
    return inline_code(document, first) != inline_code(document, second)


class _Earlier:
    """The paragraphs read so far.

    They are indexed only when one comes that can be a copy, which in most documents none can.
    """

    def __init__(self) -> None:
        self._pieces = SeenPieces()
        self._waiting: list[_Paragraph] = []
        self._exact: dict[str, _Paragraph] = {}
        self._sampled: dict[tuple[str, ...], list[_Paragraph]] = {}

    def twin(self, paragraph: _Paragraph) -> _Twin | None:
        """Return an earlier paragraph that is (nearly) the same, and remember this one."""
        self._waiting.append(paragraph)
        if not self._pieces.share(paragraph.data) or not _is_long(paragraph):
            return None
        self._waiting.pop()
        for other in filter(_is_long, self._waiting):
            self._exact.setdefault(" ".join(other.words), other)
            self._candidates(other)
        self._waiting.clear()
        text = " ".join(paragraph.words)
        if same := self._exact.get(text):
            return _Twin(same, "the same as")
        self._exact[text] = paragraph
        return _near_copy(paragraph, self._candidates(paragraph))

    def _candidates(self, paragraph: _Paragraph) -> list[_Paragraph]:
        """Return earlier paragraphs that share a run beginning with a long word, and index this one.

        Which runs these are depends on the words alone, so copies choose the same ones.
        """
        words = paragraph.words
        runs = [
            (words[place], words[place + 1], words[place + 2])
            for place, length in enumerate(map(len, words[:-2]))
            if length >= _LONG_WORD
        ]
        candidates: dict[int, _Paragraph] = {}
        for run in runs or [(words[0], words[1], words[2])]:
            others = self._sampled.setdefault(run, [])
            for other in others:
                candidates.setdefault(other.number, other)
            if len(others) < _MOST_CANDIDATES:
                others.append(paragraph)
        return [other for _, other in sorted(candidates.items())]


def _is_long(paragraph: _Paragraph) -> bool:
    return len(paragraph.words) >= FEWEST_WORDS


def _near_copy(paragraph: _Paragraph, candidates: list[_Paragraph]) -> _Twin | None:
    """Return the first of a bounded number of candidates that is nearly the same."""
    own = shingles(paragraph.words, _RUN) if candidates else frozenset()
    for other in candidates[:_MOST_CANDIDATES]:
        likeness = _likeness(paragraph, own, other)
        if likeness is not None:
            return _Twin(other, likeness)
    return None


def _likeness(
    paragraph: _Paragraph, own: frozenset[tuple[str, ...]], other: _Paragraph
) -> str | None:
    apart = paragraph.number - other.number
    fewer = min(len(paragraph.words), len(other.words))
    if apart == 0 or (apart == 1 and fewer < FEWEST_LONG):
        return None  # of neighbours, what runs parallel is shorter
    runs = shingles(other.words, _RUN)
    changed = set(paragraph.words) ^ set(other.words)
    if jaccard(own, runs) >= (SIMILAR_WHEN_LONG if fewer >= FEWEST_LONG else SIMILAR):
        likeness = "almost the same as"
    elif len(own) < len(runs) and len(own & runs) >= CONTAINED * len(own):
        if len(paragraph.words) < FEWEST_CONTAINED:
            return None
        likeness = "contained, nearly word for word, in"
        changed = set(paragraph.words) - set(other.words)
    else:
        return None
    return None if are_names_and_figures(changed, paragraph.block, other.block) else likeness
