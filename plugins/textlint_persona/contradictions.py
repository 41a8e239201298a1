"""Pairs of facts that an author tells of himself and that cannot both be true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint_persona.claim import Claim
from textlint_persona.claims import claims_of
from textlint_persona.memory import once_per_document
from textlint_persona.places import lie_apart, lies_in
from textlint_persona.self_facts import Fact, facts_of

_MOST_FACTS = 60  # keeps hostile texts linear
_CHILD = 14  # under this age nobody has a trade


class Contradiction(NamedTuple):
    """`first` and `second` cannot both be true; `about` says what of."""

    about: str
    first: Fact
    second: Fact | Claim


@once_per_document
def contradictions(document: Document) -> tuple[Contradiction, ...]:
    """Return the contradictions in what the author tells of himself, one of each sort."""
    facts = facts_of(document)[:_MOST_FACTS]
    found: dict[str, Contradiction] = {}
    for first, second in combinations(facts, 2):
        about = _contradiction(document, first, second)
        if about is not None and about not in found:
            found[about] = Contradiction(about, first, second)
    if not found:
        found |= {child.about: child for child in _working_children(document, facts)}
        found |= {odd.about: odd for odd in _odd_livings(document, facts)}
    return tuple(found.values())


def _contradiction(document: Document, first: Fact, second: Fact) -> str | None:
    """Return what two facts, in order of place, contradict each other about."""
    if first.block is second.block and first.start == second.start:
        return None
    kinds = frozenset({first.kind, second.kind})
    for name, pair, test in _TESTS:
        if kinds == pair and test(document, *sorted((first, second), key=lambda f: f.kind)):
            return name
    return None


def _far_apart(document: Document, first: Fact, second: Fact) -> bool:
    a, b = first.number, second.number
    return a is not None and b is not None and abs(a - b) >= 3


def _grown_younger(document: Document, now: Fact, then: Fact) -> bool:
    """Whether somebody was older at some time than he is now."""
    return now.number is not None and then.number is not None and then.number > now.number + 1


def _other_value(document: Document, first: Fact, second: Fact) -> bool:
    return first.value != second.value


def _always(document: Document, first: Fact, second: Fact) -> bool:
    return True


def _other_count(document: Document, first: Fact, second: Fact) -> bool:
    if first.number is not None and second.number is not None:
        return first.number != second.number
    if 0.0 in (first.number, second.number):
        return True
    return "one" in (first.value, second.value) and (first.number or second.number or 1) > 1


def _other_place(document: Document, first: Fact, second: Fact) -> bool:
    a, b = first.value, second.value
    together = lazy_pattern(rf"{re.escape(a)}, {re.escape(b)}|{re.escape(b)}, {re.escape(a)}")
    if "*" in (a, b) or a in b or b in a or not lie_apart(a, b):
        return False
    return together.search(document.source) is None


def _elsewhere(document: Document, first: Fact, second: Fact) -> bool:
    """Born in one place (first) and never out of another."""
    return first.value not in second.block.text or second.value == "*"


def _same_place(document: Document, first: Fact, second: Fact) -> bool:
    return first.value == second.value and first.value != "*"


def _at_home(document: Document, home: Fact, visit: Fact) -> bool:
    """Whether somebody was born in what he sees for the first time: "Osaka", "my first visit to Japan"."""
    return lies_in(home.value, visit.value)


def _other_length(document: Document, first: Fact, second: Fact) -> bool:
    if first.value != second.value or first.number is None or second.number is None:
        return False
    low, high = sorted((first.number, second.number))
    return high - low >= 4 and high >= 1.4 * low


def _cannot_have_begun(document: Document, age: Fact, since: Fact) -> bool:
    now = _year_of(document) or _RECENT
    if age.number is None or since.number is None:
        return False
    return since.number <= now and age.number - (now - since.number) < _CHILD


_RECENT = 2012  # a text without any year is no older


def _too_long(document: Document, age: Fact, length: Fact) -> bool:
    return (
        age.number is not None
        and length.number is not None
        and (age.number - length.number < _CHILD - 4)
    )


def _same_value(document: Document, first: Fact, second: Fact) -> bool:
    return first.value == second.value


def _elsewhere_than_here(document: Document, first: Fact, second: Fact) -> bool:
    """An only child or a native who says the contrary, in another paragraph."""
    return first.block is not second.block


def _lives_alone(document: Document, alone: Fact, spouse: Fact) -> bool:
    """Who lives alone has no spouse at home; who travels alone may have one."""
    return alone.value in ("alone", "on my own", "by myself") and alone.start != spouse.start


def _left_early(document: Document, degree: Fact, school: Fact) -> bool:
    return degree.block is not school.block and (school.number or _OF_AGE) < _OF_AGE


_OF_AGE = 17  # years; who has left school before has not gone on to a university from there


def _born_too_late(document: Document, age: Fact, birth: Fact) -> bool:
    # The latest year that a text names may be long past, or to come.
    now = _date_of(document)
    if now is None or age.number is None or birth.number is None:
        return False
    return abs(now - birth.number - age.number) > _OFF


_OFF = 3  # years by which a text may be older than its date


def _at_home_there(document: Document, visit: Fact, home: Fact) -> bool:
    return _at_home(document, home, visit)


_RAISED_AND_NEW = frozenset({"first visit", "grew up"})

_TESTS = (
    ("Two ages", frozenset({"age"}), _far_apart),
    ("Older then than now", frozenset({"age", "age past"}), _grown_younger),
    ("A wife and a husband", frozenset({"spouse"}), _other_value),
    ("Widowed and married", frozenset({"widowed", "with spouse"}), _always),
    ("Unmarried and married", frozenset({"unmarried", "spouse"}), _always),
    ("Unmarried and widowed", frozenset({"unmarried", "widowed"}), _always),
    ("Two childhoods", frozenset({"grew up"}), _other_place),
    ("Alone and in company", frozenset({"alone", "together"}), _elsewhere_than_here),
    ("Only daughters and a son", frozenset({"daughters", "son"}), _always),
    ("An only child with a brother or sister", frozenset({"only child", "sibling"}), _always),
    ("A parent dead and alive", frozenset({"parent dead", "parent alive"}), _same_value),
    ("At home here and a stranger", frozenset({"native", "stranger"}), _elsewhere_than_here),
    ("Alone and with a spouse", frozenset({"alone", "with spouse"}), _lives_alone),
    ("Blind and seeing", frozenset({"blind", "sees"}), _elsewhere_than_here),
    ("Deaf and hearing", frozenset({"deaf", "hears"}), _elsewhere_than_here),
    ("Left school early and has a degree", frozenset({"left school", "degree"}), _left_early),
    ("No meat and meat", frozenset({"abstains", "eats meat"}), _elsewhere_than_here),
    ("No drink and drink", frozenset({"sober", "drinks"}), _elsewhere_than_here),
    ("Cannot drive and drives", frozenset({"cannot drive", "drives"}), _elsewhere_than_here),
    ("Owns none and has one", frozenset({"owns none", "owns"}), _same_value),
    ("Two years of birth", frozenset({"birth year"}), _other_value),
    ("An age and a year of birth", frozenset({"age", "birth year"}), _born_too_late),
    ("Two numbers of children", frozenset({"children"}), _other_count),
    ("A man and a woman", frozenset({"sex"}), _other_value),
    ("Two birthplaces", frozenset({"born"}), _other_place),
    ("Born where the author has never been", frozenset({"born", "never left"}), _elsewhere),
    (
        "Born where the author comes for the first time",
        frozenset({"born", "first visit"}),
        _at_home,
    ),
    ("At home where the author comes for the first time", _RAISED_AND_NEW, _at_home_there),
    ("Gone from here and at home here", frozenset({"away", "here"}), _elsewhere_than_here),
    ("Gone from here and at home here", frozenset({"away", "native"}), _elsewhere_than_here),
    (
        "Allergic to animals and has some",
        frozenset({"allergic", "has animals"}),
        _elsewhere_than_here,
    ),
    ("In a wheelchair and on foot", frozenset({"wheelchair", "walks"}), _elsewhere_than_here),
    ("Never employed and employed", frozenset({"employed", "own boss"}), _elsewhere_than_here),
    ("A tenant and an owner", frozenset({"rents", "owns home"}), _elsewhere_than_here),
    ("Two employers", frozenset({"employer"}), _other_place),
    ("A first visit and a habit", frozenset({"first visit", "regular"}), _same_place),
    ("Two lengths of one career", frozenset({"years"}), _other_length),
    ("Too young for the career", frozenset({"age", "since"}), _cannot_have_begun),
    ("Too young for the career", frozenset({"age", "years"}), _too_long),
    ("Too young for so many years", frozenset({"age", "for years"}), _too_long),
    ("Cannot swim and swims", frozenset({"cannot swim", "swims"}), _elsewhere_than_here),
)


def _working_children(document: Document, facts: tuple[Fact, ...]) -> Iterator[Contradiction]:
    """Yield the child that has a trade."""
    children = [f for f in facts if f.kind == "age" and f.number is not None and f.number < _CHILD]
    working = [c for c in claims_of(document) if c.kind in ("trade", "experience")]
    if children and working:
        yield Contradiction("Too young for the career", children[0], working[0])


def _odd_livings(document: Document, facts: tuple[Fact, ...]) -> Iterator[Contradiction]:
    """Yield the vegan who lives by meat, and the monk who has a family."""
    claims = [claim for claim in claims_of(document) if claim.stance == "holds"]
    for fact in facts:
        vegan = fact.kind == "abstains" and fact.value in ("vegan", "vegetarian")
        family = fact.kind in ("with spouse", "spouse") or (
            fact.kind == "children" and fact.number != 0.0
        )
        for claim in claims:
            if claim.block is fact.block:
                continue
            if vegan and "land" in claim.groups and _MEAT.search(claim.text.lower()):
                yield Contradiction("No meat and a living from it", fact, claim)
            elif family and claim.head in _CELIBATE:
                yield Contradiction("Vowed and with a family", fact, claim)


_MEAT = lazy_pattern(
    r"\b(?:cattle|cows|beef|pigs?|sows|hogs|lambs?|ewes|sheep|swaledales|herd|flock|chickens|poultry|veal)\b"
)
_CELIBATE = frozenset({"jesuit", "monk", "nun", "friar", "franciscan", "dominican", "benedictine"})


_YEAR = lazy_pattern(r"(?<![\d.,$€£])(20[0-4]\d)(?![\d,%]|\.\d)")
_DATE_KEYS = ("date", "datepublished", "published_at", "pubdate", "publishdate", "published")


def _year_of(document: Document) -> int | None:
    """Return the year in which the document was written: its date, else its latest year."""
    dated = _date_of(document)
    if dated is not None:
        return dated
    named = [int(found[1]) for block in document.prose for found in _YEAR.finditer(block.text)]
    return max(named, default=None)


def _date_of(document: Document) -> int | None:
    """Return the year in the document's metadata."""
    dated = document.meta_value(*_DATE_KEYS)
    found = None if dated is None else _YEAR.search(dated.value)
    return None if found is None else int(found[1])
