"""The tortured phrases of a document, found once for all rules that ask for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from textlint.document import OBJECT, Block, BlockKind, Document
from textlint.model import Span
from textlint_spun.about_spinning import is_about_spinning
from textlint_spun.dictionary import Place, dictionary, words_of
from textlint_spun.spinner_words import FAINT, STRONG, WEAK


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
# Different terms within so many code points that bear out phrases which tell nothing alone: strong ones; or
# a strong one and weak ones.
_REACH, _PROOF, _PROOF_WITH_WEAK = 6000, 2, 3
_WORDS_PER_OBJECT = 40  # where more stands as code or pictures between the words, code is shown
_WORDS_PER_TERM = 4000  # of a document: what is rarer in a long manual is chance
_words: WeakKeyDictionary[Document, frozenset[str]] = WeakKeyDictionary()


def phrases_of(document: Document) -> tuple[TorturedPhrase, ...]:
    """Return the tortured phrases of the prose outside quotations, in order of their first place.

    Phrases that a person may write as well are left out unless others bear them out.
    """
    if document not in _found:
        _found[document] = _find(document)
    return _found[document]


def different_words(document: Document) -> frozenset[str]:
    """Return the different words of the document in small letters, with what stands right behind them."""
    phrases_of(document)
    return _words[document]


def _find(document: Document) -> tuple[TorturedPhrase, ...]:
    words = words_of(document.folded_text)
    _words[document] = different = frozenset(words)
    places = dictionary().find_among(words, different, document.folded_text)
    found = [place for place in places if _is_said(document, place)]
    strong = {place.term for place in found if place.grade == STRONG}
    if len(strong) * _WORDS_PER_TERM >= document.word_count:
        found = list(_borne_out(found))
    elif not _stand_near(found) or shows_code(document):
        return ()
    if not found or is_about_spinning(document):
        return ()
    spans: dict[tuple[str, str], list[tuple[Block, int, int]]] = {}
    for place in found:
        spans.setdefault((place.phrase, place.term), []).append(_located(document, place))
    phrases = []
    for number, ((_, term), located) in enumerate(spans.items()):
        block, start, end = located[0]
        # A single word is not spun wherever it stands.
        looked_up = bool(strong) and number < _LOOKED_UP and " " in term
        phrases.append(
            TorturedPhrase(
                block.text[start:end],
                term,
                tuple(b.span_at(s, e) for b, s, e in located),
                _term_place(document, term) if looked_up else None,
            )
        )
    return tuple(phrases)


def _located(document: Document, place: Place) -> tuple[Block, int, int]:
    """Return the block of a place in the folded text, and the place in it."""
    starts = document.folded_starts
    index = bisect_right(starts, place.start) - 1
    return document.blocks[index], place.start - starts[index], place.end - starts[index]


def _is_said(document: Document, place: Place) -> bool:
    """Whether the author says the phrase, and it is one."""
    if _is_form_of(place.phrase, place.term):
        return False
    if place.grade != STRONG and document.folded_text.startswith("-", place.end):
        return False  # "organic light-emitting diodes"
    block, start, end = _located(document, place)
    if not block.is_prose or block.in_quote or block.is_quoted(start, end):
        return False
    return not _is_name(block, start, end)


def _borne_out(places: Sequence[Place]) -> Iterator[Place]:
    """Yield the strong ones, and of the others those with enough of different terms in their reach."""
    reached: dict[str, Counter[str]] = {grade: Counter() for grade in (STRONG, WEAK, FAINT)}
    first = last = 0
    for place in places:
        while last < len(places) and places[last].start <= place.start + _REACH:
            reached[places[last].grade][places[last].term] += 1
            last += 1
        while places[first].start < place.start - _REACH:
            terms = reached[places[first].grade]
            terms[places[first].term] -= 1
            if not terms[places[first].term]:
                del terms[places[first].term]
            first += 1
        strong, weak = len(reached[STRONG]), len(reached[WEAK])
        enough = strong >= _PROOF or (strong and weak and strong + weak >= _PROOF_WITH_WEAK)
        if place.grade == STRONG or (enough and (place.grade == WEAK or strong >= _PROOF)):
            yield place


def shows_code(document: Document) -> bool:
    """Whether the document is about a program, whose own words are those of no dictionary."""
    if document.folded_text.count(OBJECT) * _WORDS_PER_OBJECT > document.word_count:
        return True
    return any(block.kind is BlockKind.CODE for block in document.blocks)


def _stand_near(places: Iterable[Place]) -> bool:
    """Whether weak phrases for `TOGETHER` terms lie within `_NEAR`, given the places in order."""
    last: dict[str, int] = {}  # the place that came last comes last
    for place in places:
        if place.grade == FAINT:
            continue
        last.pop(place.term, None)
        last[place.term] = place.start
        while place.start - next(iter(last.values())) > _NEAR:
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
