"""The tortured phrases of a document, found once for all rules that ask for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple
from weakref import WeakKeyDictionary

from textlint.document import OBJECT, Block, BlockKind, Document
from textlint.model import Span
from textlint_spun.about_spinning import is_about_spinning
from textlint_spun.dictionary import dictionary, words_of


class TorturedPhrase(NamedTuple):
    """A phrase as it stands at the first of `spans`, its term, and where the term itself stands."""

    text: str
    term: str
    spans: tuple[Span, ...]
    term_place: Span | None


# Terms that are looked for in the document, so that one full of phrases is not read for each of them.
_LOOKED_UP = 50

_found: WeakKeyDictionary[Document, tuple[TorturedPhrase, ...]] = WeakKeyDictionary()
_STEM = 5  # letters that forms of one word share
# So many weak ones of different terms, within so many code points (about 300 words), tell where none tells
# alone. Of 1,275 texts that people wrote 3 had three, none had four.
TOGETHER, _NEAR = 4, 1800
_WORDS_PER_OBJECT = 40  # where more stands as code or pictures between the words, code is shown
_WORDS_PER_TERM = 4000  # of a document: what is rarer in a long manual is chance
_words: WeakKeyDictionary[Document, frozenset[str]] = WeakKeyDictionary()


def phrases_of(document: Document) -> tuple[TorturedPhrase, ...]:
    """Return the tortured phrases of the prose outside quotations, in order of their first place.

    Phrases that a person may write as well are left out unless one of another kind is there, or `TOGETHER`
    of them for different terms near each other.
    """
    if document not in _found:
        _found[document] = _find(document)
    return _found[document]


def different_words(document: Document) -> frozenset[str]:
    """Return the different words of the document in small letters, with what stands right behind them."""
    phrases_of(document)
    return _words[document]


def _find(document: Document) -> tuple[TorturedPhrase, ...]:
    text, starts = document.folded_text, document.folded_starts
    places: dict[tuple[str, str], list[tuple[Block, int, int]]] = {}
    order: list[tuple[int, str]] = []
    alone: set[str] = set()  # terms of phrases that tell alone
    words = words_of(text)
    _words[document] = different = frozenset(words)
    for place in dictionary().find_among(words, different, text):
        index = bisect_right(starts, place.start) - 1
        block, offset = document.blocks[index], starts[index]
        start, end = place.start - offset, place.end - offset
        if not block.is_prose or block.in_quote:
            continue
        if _is_form_of(place.phrase, place.term):
            continue
        if place.weak and text.startswith("-", place.end):
            continue  # "organic light-emitting diodes"
        if not block.is_quoted(start, end) and not _is_name(block, start, end):
            places.setdefault((place.phrase, place.term), []).append((block, start, end))
            order.append((place.start, place.term))
            if not place.weak:
                alone.add(place.term)
    if len(alone) * _WORDS_PER_TERM < document.word_count:
        if not _stand_near(order) or shows_code(document):
            return ()
    if is_about_spinning(document):
        return ()
    phrases = []
    for number, ((_, term), found) in enumerate(places.items()):
        block, start, end = found[0]
        # A single word is not spun wherever it stands.
        looked_up = bool(alone) and number < _LOOKED_UP and " " in term
        phrases.append(
            TorturedPhrase(
                block.text[start:end],
                term,
                tuple(b.span_at(s, e) for b, s, e in found),
                _term_place(document, term) if looked_up else None,
            )
        )
    return tuple(phrases)


def shows_code(document: Document) -> bool:
    """Whether the document is about a program, whose own words are those of no dictionary."""
    if document.folded_text.count(OBJECT) * _WORDS_PER_OBJECT > document.word_count:
        return True
    return any(block.kind is BlockKind.CODE for block in document.blocks)


def _stand_near(places: Iterable[tuple[int, str]]) -> bool:
    """Whether `TOGETHER` different terms lie within `_NEAR`, given where each stands, in order."""
    last: dict[str, int] = {}  # the place that came last comes last
    for start, term in places:
        last.pop(term, None)
        last[term] = start
        while start - next(iter(last.values())) > _NEAR:
            del last[next(iter(last))]
        if len(last) >= TOGETHER:
            return True
    return False


def _is_form_of(phrase: str, term: str) -> bool:
    """Whether a phrase is the term itself in another spelling or form: "behavioural therapy"."""
    pairs = list(zip(phrase.split(), term.split(), strict=False))
    return len(phrase.split()) == len(term.split()) and all(
        one == other or (one[:_STEM] == other[:_STEM] and len(one) >= _STEM <= len(other))
        for one, other in pairs
    )


def _is_name(block: Block, start: int, end: int) -> bool:
    """Whether the phrase is written like a proper name: capitals in a text that has none around it."""
    words = re.split(r"[ \-]", block.text[start:end])
    if not all(word[:1].isupper() for word in words if len(word) > 3):
        return False
    around = [w for w in block.words if len(w) > 3]
    return sum(word[0].isupper() for word in around) * 2 < len(around)


def _term_place(document: Document, term: str) -> Span | None:
    pattern = re.compile(r"\b" + re.escape(term).replace(r"\ ", "[ -]") + r"(?:s|es)?\b")
    for block in document.prose:
        if not block.in_quote and (match := pattern.search(block.folded)):
            return block.span_at(*match.span())
    return None
