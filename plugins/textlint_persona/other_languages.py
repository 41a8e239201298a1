"""What authors claim to be in German, French, Spanish, Italian, Portuguese and Dutch.

Much less than the English claims: a calling after "als", "en tant que", "como", or a word that puts
the speaker outside. Nothing is weighed; two that clash outright are a conflict.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from textlint.document import Block, Document
from textlint.lazy import lazy_pattern
from textlint.model import Span
from textlint_persona.memory import once_per_document
from textlint_persona.voices import author_blocks

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl")
# In these a calling is also the last part of a compound: "Heizungsbauer".
_COMPOUNDING = ("de", "nl")
_FEW_VOICES, _LONGEST_SENTENCE = 40, 600  # keep hostile texts linear
_PERSONAL = 0.6  # of the sentences; above it the text is about its author, and lives change
_WORDS_TO_CALLING, _LONGEST_CALLING = 4, 3
_NEAR = 40  # code points between a claim and the "I" that it belongs to


class Voice(NamedTuple):
    """`block.text[start:end]` says that the author has a calling, or that he stands `outside`."""

    block: Block
    start: int
    end: int
    sentence: int
    groups: frozenset[str]
    outside: bool

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.block.span_at(self.start, self.end)


class _Language(NamedTuple):
    """The patterns of data/voices.toml and the callings of data/callings.csv for one language."""

    speaks: re.Pattern[str]
    leads: re.Pattern[str]
    works: re.Pattern[str]
    outside: re.Pattern[str]
    told: re.Pattern[str]
    callings: dict[str, frozenset[str]]
    compounds: bool


@once_per_document
def clashing_voices(document: Document) -> tuple[Voice, ...]:
    """Return all claims of an author who claims what one person cannot be, else nothing."""
    known = _language(document.language or "")
    author = author_blocks(document)
    voices: list[Voice] = []
    sentences = personal = 0
    for block in document.prose:
        if block not in author:
            continue
        for number, sentence in enumerate(block.sentences):
            sentences += 1
            text = block.folded[sentence.start : sentence.end]
            if len(text) <= _LONGEST_SENTENCE:
                personal += known.speaks.search(text) is not None
                voices += _in_sentence(known, block, text, sentence.start, number)
    if personal > _PERSONAL * sentences:
        return ()
    told = tuple(voices[:_FEW_VOICES])
    return told if any(_clash(first, second) for first, second in combinations(told, 2)) else ()


def _clash(first: Voice, second: Voice) -> bool:
    if first.block is second.block and first.sentence == second.sentence:
        return False
    if first.outside != second.outside:
        return bool(first.groups or second.groups)
    return bool(first.groups and second.groups) and not first.groups & second.groups


def _in_sentence(
    known: _Language, block: Block, text: str, base: int, number: int
) -> Iterator[Voice]:
    if known.told.search(text):
        return
    last = 0
    for match, leads in _claims(known, text):
        start = match.end() - len(match.group().lstrip(" ,;:"))
        if start < last or block.is_quoted(base + start):
            continue
        end = _clause_end(text, match.end())
        near = known.speaks.search(text, max(0, start - _NEAR), min(len(text), end + _NEAR))
        if near is None and not (start == 0 and _FIRST_PERSON_VERB.match(block.text, base + end)):
            continue
        groups = _groups(known, text[match.end() : end])
        outside = known.outside.search(text, start, end) is not None
        if groups or (outside and leads):
            yield Voice(
                block, base + start, base + end, number, frozenset() if outside else groups, outside
            )
            last = end


def _claims(known: _Language, text: str) -> list[tuple[re.Match[str], bool]]:
    """Return the matches that may begin a claim, and whether each leads to a calling."""
    found = [(match, True) for match in known.leads.finditer(text)]
    found += [(match, False) for match in known.works.finditer(text)]
    return sorted(found, key=lambda pair: pair[0].start())


def _groups(known: _Language, text: str) -> frozenset[str]:
    """Return the groups of the first calling among the next words."""
    words = _WORD.findall(text)[: _WORDS_TO_CALLING + _LONGEST_CALLING]
    for first in range(min(_WORDS_TO_CALLING, len(words))):
        for last in range(min(len(words), first + _LONGEST_CALLING), first, -1):
            found = _calling(known, " ".join(words[first:last]))
            if found:
                return found
    return frozenset()


def _calling(known: _Language, phrase: str) -> frozenset[str]:
    forms = [phrase]
    if known.compounds:
        forms += [
            phrase.removesuffix("in"),
            phrase.removesuffix("innen"),
            phrase.removesuffix("meister"),
        ]
    for form in forms:
        if form in known.callings:
            return known.callings[form]
    if not known.compounds:
        return frozenset()
    # "heizungsbauer": the longest calling that the word ends with, behind three letters at least.
    for form in forms:
        for cut in range(3, len(form) - 3):
            if form[cut:] in known.callings:
                return known.callings[form[cut:]]
    return frozenset()


# "Como barista, meço …": the ending of the verb is the only first person.
_FIRST_PERSON_VERB = lazy_pattern(
    r", (?:(?:não|no|non) )?[a-zçãõáéíóúñ]{2,}(?:o|ei|í|é|amos|emos|iamo)\b"
)
_WORD = lazy_pattern(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_END = lazy_pattern(r"[,;:.!?()]|\s[-–—]\s")
_RELATIVE = lazy_pattern(
    r", (?:der|die|das|dem|den|deren|qui|que|qu'|dont|che|cui|quien|el que|la que|dat|wie|wo|onde|donde) ?"
)


def _clause_end(text: str, start: int) -> int:
    """Return where the clause ends; a relative clause belongs to it."""
    place = start
    while True:
        match = _END.search(text, place)
        if match is None:
            return len(text)
        if _RELATIVE.match(text, match.start()) is None:
            return match.start()
        place = match.end()


@lru_cache(maxsize=len(LANGUAGES))
def _language(code: str) -> _Language:
    import tomllib

    data = Path(__file__).with_name("data")
    patterns = tomllib.loads((data / "voices.toml").read_text(encoding="utf-8"))[code]
    lines = (data / "callings.csv").read_text(encoding="utf-8").split("\n")
    callings: dict[str, frozenset[str]] = {}
    for row in csv.DictReader(line for line in lines if line and line[0] != "#"):
        for name in row[code].split(";"):
            callings[name] = callings.get(name, frozenset()) | {row["group"]}
    speaks, leads, works, outside, told = (
        lazy_pattern(patterns[name]) for name in ("speaks", "leads", "works", "outside", "told")
    )
    return _Language(speaks, leads, works, outside, told, callings, code in _COMPOUNDING)
