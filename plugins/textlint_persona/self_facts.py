"""Facts that authors tell of themselves: age, family, sex, origin, working years, employer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from textlint.document import Block, Document
from textlint.lazy import lazy_pattern
from textlint.model import Span
from textlint_persona.claims import claims_of
from textlint_persona.grammar import CARDINAL, DURATION, clause_end, words_of
from textlint_persona.memory import once_per_document
from textlint_persona.numbers import number, years
from textlint_persona.patterns import Needs, Pattern, Places, load_patterns, met_between
from textlint_persona.scenes import Scene, meant_until, sentences_in, speeches
from textlint_persona.voices import author_blocks


class Fact(NamedTuple):
    """`block.text[start:end]` tells `value` of kind `kind`; `number` when the value is one.

    Kinds: "age" (years, now), "age past" (at some time), "birth year", "spouse" ("wife", "husband"),
    "with spouse" (now), "widowed", "unmarried", "together" (with a partner), "alone", "children"
    (count), "daughters" (and no son), "son", "only child", "sibling", "parent dead" and "parent alive"
    (which), "sex" ("f", "m"), "born" and "grew up" (place), "never left" (place), "native" and
    "stranger" (here), "years" (of work; the value is the work), "for years" (a number), "since" (year;
    the value is the work), "employer" (name), "first visit" and "regular" (place), "left school" (years
    of age) and "degree", "blind" and "sees", "deaf" and "hears", "abstains" and "eats meat", "sober"
    and "drinks", "cannot drive" and "drives", "cannot swim" and "swims", "allergic" and "has animals",
    "owns none" and "owns" (a thing).
    """

    kind: str
    value: str
    number: float | None
    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.block.span_at(self.start, self.end)


@once_per_document
def facts_of(document: Document) -> tuple[Fact, ...]:
    """Return what the author of `document` tells of himself, in order of place."""
    found = [
        fact
        for block, met in _needs().met_in(speeches(document)).items()
        for fact in _in_block(document, block, met)
    ]
    if found:
        author = author_blocks(document)
        found = [fact for fact in found if fact.block in author]
    found += _of_claims(document)
    return tuple(sorted(found, key=lambda fact: (fact.block.span, fact.start)))


class _Row(NamedTuple):
    kind: str
    reads: str
    pattern: Pattern


@lru_cache(maxsize=1)
def _patterns() -> tuple[_Row, ...]:
    rows: list[dict[str, Any]] = load_patterns("facts.toml", "fact", cardinal=f"(?P<n>{CARDINAL})")
    return tuple(_Row(row["kind"], row["reads"], row["pattern"]) for row in rows)


@lru_cache(maxsize=1)
def _needs() -> Needs:
    return Needs([row.pattern for row in _patterns()])


def _in_block(document: Document, block: Block, met: Places) -> Iterator[Fact]:
    for scene in sentences_in(document, block):
        if scene.has_i or scene.has_we:
            yield from _in_sentence(scene, met)


def _in_sentence(scene: Scene, met: Places) -> Iterator[Fact]:
    known = _patterns()
    for index in met_between(met, scene.base, scene.base + len(scene.text)):
        row = known[index]
        for match in row.pattern.compiled.finditer(scene.text):
            told = None if scene.is_quoted(match.start()) else _read(scene, row, match)
            if told is not None and match.start() < meant_until(scene):
                start, end = _place(scene, match)
                yield Fact(row.kind, told[0], told[1], scene.block, start, end)


def _read(scene: Scene, row: _Row, match: re.Match[str]) -> tuple[str, float | None] | None:
    """Return the value that a match tells, and its number; None when it tells none after all."""
    if row.reads in ("number", "age"):
        age = number(match["n"].replace(" ", "-"))
        past = row.reads == "number" and _PAST.search(scene.text, 0, match.start()) is not None
        return None if age is None or past or not 4 <= age <= 110 else (match["n"], age)
    if row.reads == "count":
        return _count(match)
    if row.reads == "year":
        year = match["n"] or match["year"]
        return year, float(year)
    if row.reads == "name":
        name = _name(scene, match)
        return (name, None) if name else None
    return next((value for value in match.groupdict().values() if value), "yes"), None


_PAST = lazy_pattern(r"\b(?:when|was|then|were|until|as a boy|as a girl)\b")


def _place(scene: Scene, match: re.Match[str]) -> tuple[int, int]:
    """Return the range of the block that tells the fact: its clause with what leads to it."""
    before = scene.text[max(0, match.start() - 70) : match.start()]
    cut = max(before.rfind(mark) for mark in (". ", "; ", ": ", "! ", "? "))
    start = match.start() - (len(before) - cut - 2 if cut >= 0 else len(before))
    end = clause_end(scene.text, match.end(), len(scene.text))
    return scene.base + start, scene.base + max(end, match.end())


def _count(match: re.Match[str]) -> tuple[str, float | None]:
    groups = match.groupdict()
    if groups.get("n"):
        return "count", number(groups["n"])
    if groups.get("none"):
        return "none", 0.0
    return ("one", None) if groups.get("one") or groups.get("single") else ("some", None)


def _name(scene: Scene, match: re.Match[str]) -> str:
    """Return the capitalised words at the place of a match: "*" for no place, "" for no name."""
    if match["place"] is None:
        return "*"
    words: list[str] = []
    for word in re.finditer(r"[\w'’.\-]+", scene.raw[match.start("place") : match.end("place")]):
        if not word.group()[:1].isupper():
            if words:
                break
            continue
        words.append(word.group().strip(".").removesuffix("’s").removesuffix("'s"))
    return " ".join(words)


_FEMALE = (
    frozenset({"mother", "mum", "mom", "grandmother", "widow", "woman", "girl", "lady", "sister"})
    | {"daughter", "waitress", "actress", "stay-at-home mom", "single mother", "single mum"}
    | {"single mom", "bride", "working mother", "yorkshirewoman", "frenchwoman", "englishwoman"}
    | {"housewife", "nun", "lass", "schoolgirl", "spinster", "little girl", "young woman"}
)
_MALE = frozenset(
    {"father", "dad", "grandfather", "widower", "man", "boy", "gentleman", "brother", "son", "monk"}
    | {"lad", "bloke", "schoolboy", "bachelor", "little boy", "young man"}
    | {"stay-at-home dad", "single father", "yorkshireman", "frenchman", "englishman", "groom"}
)
_YEARS = lazy_pattern(DURATION)
_SINCE = lazy_pattern(r"\b(?:since|in) (?P<year>(?:19|20)\d\d)\b")


def _of_claims(document: Document) -> Iterator[Fact]:
    """Yield sex and working years as they follow from the author's claims of a role."""
    for claim in claims_of(document):
        text = claim.block.folded[claim.start : claim.end]
        if claim.head in _FEMALE | _MALE and claim.stance in ("holds", "held"):
            sex = "f" if claim.head in _FEMALE else "m"
            yield Fact("sex", sex, None, claim.block, claim.start, claim.end)
        if claim.stance != "holds" or claim.kind not in ("trade", "experience", "soft"):
            continue
        work = claim.head or " ".join(sorted(claim.groups))
        length = _YEARS.search(text)
        amount = years(length.group()) if length else None
        if amount is not None and amount >= 1 and _is_whole_career(text):
            yield Fact("years", work, amount, claim.block, claim.start, claim.end)
        since = _SINCE.search(text)
        if since is not None:
            yield Fact("since", work, float(since["year"]), claim.block, claim.start, claim.end)


def _is_whole_career(text: str) -> bool:
    """Whether the stretch of time is that of the trade and not of one post in it."""
    words = words_of(text)
    return (
        not {"here", "there", "at", "for", "under", "alone"} & set(words) and "first" not in words
    )
