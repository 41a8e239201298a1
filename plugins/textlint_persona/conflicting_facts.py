"""The author tells two things of himself that cannot both be true.

"My husband and I, who run a guesthouse" in one paragraph and "travelling alone, as a widow" in the next;
a ninth birthday last week and fifteen years behind the counter; ten years in the trade here and
twenty-five there. Details like these are made up anew each time a paragraph is rewritten on its own.

**How to fix.** Ask the author which of the two is true. If there is no author to ask, take both out.

**Known limits.** English only, and only what is told outside quotations: ages, spouses, children,
birthplaces, employers, working years and places. A second marriage or a former employer that is not
called so looks like a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from textlint.document import Document
from textlint.model import Hit, Related
from textlint.rule import Context, bad, good, rule
from textlint_persona.claims import claims_of
from textlint_persona.self_facts import Fact, facts_of

_MOST_FACTS = 60  # keeps hostile texts linear
_CHILD = 14  # under this age nobody has a trade


@rule(
    "persona/conflicting-facts",
    summary="The author tells two things of himself that cannot both be true.",
    message='{what}: "{first}" here, "{second}" in line {line}.',
    languages=("en",),
    examples=[
        bad(
            "My husband Piet and I run a small mill.\n\n"
            "Travelling alone, as a widow of sixty, I was glad of the company.\n",
            at="My husband Piet and I run a small mill",
        ),
        bad(
            "As an upholsterer with over 10 years of experience, I buy good thread.\n\n"
            "The price of wool rose.\n\n"
            "As an upholsterer with 25 years of experience, I save on nothing else.\n",
            at="As an upholsterer with over 10 years of experience",
        ),
        bad(
            "My wife grows the tomatoes.\n\nMy husband cooks them, and I eat them.\n",
            at="My wife grows the tomatoes",
        ),
        good(
            "My first husband grew tomatoes.\n\nMy wife grows beans.\n",
            why="a marriage that is over",
        ),
        good(
            "“My wife keeps the books,” said Olav Reine.\n\nMy husband was not convinced.\n",
            why="somebody else's wife",
        ),
        good(
            "I have worked at the mill for ten years.\n\n"
            "In my twenty-five years as a miller I have never seen such wheat.\n",
            why="one post among several",
        ),
    ],
)
def conflicting_facts(document: Document, context: Context) -> Iterator[Hit]:
    facts = facts_of(document)[:_MOST_FACTS]
    told: set[str] = set()
    for first, second in combinations(facts, 2):
        what = _contradiction(document, first, second)
        if what is not None and what not in told:
            told.add(what)
            yield _hit(document, what, first, second)
    if "Two ages" not in told:
        yield from _working_children(document, facts)


def _hit(document: Document, what: str, first: Fact, second: Fact) -> Hit:
    line = document.lines.line(second.span.start)
    values = {"what": what, "first": first.text, "second": second.text, "line": line}
    return Hit(first.span, values, (Related(second.span, f'says "{second.text}"'),))


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
    together = re.compile(rf"{re.escape(a)}, {re.escape(b)}|{re.escape(b)}, {re.escape(a)}")
    return "*" not in (a, b) and not (a in b or b in a or together.search(document.source))


def _elsewhere(document: Document, first: Fact, second: Fact) -> bool:
    """Born in one place (first) and never out of another."""
    return first.value not in second.block.text or second.value == "*"


def _same_place(document: Document, first: Fact, second: Fact) -> bool:
    return first.value == second.value and first.value != "*"


def _other_length(document: Document, first: Fact, second: Fact) -> bool:
    if first.value != second.value or first.number is None or second.number is None:
        return False
    low, high = sorted((first.number, second.number))
    return high - low >= 4 and high >= 1.4 * low


def _cannot_have_begun(document: Document, age: Fact, since: Fact) -> bool:
    now = _year_of(document)
    if now is None or age.number is None or since.number is None:
        return False
    return since.number <= now and age.number - (now - since.number) < _CHILD


def _too_long(document: Document, age: Fact, length: Fact) -> bool:
    return (
        age.number is not None
        and length.number is not None
        and (age.number - length.number < _CHILD - 4)
    )


_TESTS = (
    ("Two ages", frozenset({"age"}), _far_apart),
    ("A wife and a husband", frozenset({"spouse"}), _other_value),
    ("Widowed and married", frozenset({"widowed", "with spouse"}), _always),
    ("Unmarried and married", frozenset({"unmarried", "spouse"}), _always),
    ("Two numbers of children", frozenset({"children"}), _other_count),
    ("A man and a woman", frozenset({"sex"}), _other_value),
    ("Two birthplaces", frozenset({"born"}), _other_place),
    ("Born where the author has never been", frozenset({"born", "never left"}), _elsewhere),
    ("Two employers", frozenset({"employer"}), _other_place),
    ("A first visit and a habit", frozenset({"first visit", "regular"}), _same_place),
    ("Two lengths of one career", frozenset({"years"}), _other_length),
    ("Too young for the career", frozenset({"age", "since"}), _cannot_have_begun),
    ("Too young for the career", frozenset({"age", "years"}), _too_long),
)


def _working_children(document: Document, facts: tuple[Fact, ...]) -> Iterator[Hit]:
    """Yield the child that has a trade."""
    children = [f for f in facts if f.kind == "age" and f.number is not None and f.number < _CHILD]
    working = [c for c in claims_of(document) if c.kind in ("trade", "experience")]
    if children and working:
        child, claim = children[0], working[0]
        values = {
            "what": "Too young for the career",
            "first": child.text,
            "second": claim.text,
            "line": document.lines.line(claim.span.start),
        }
        yield Hit(child.span, values, (Related(claim.span, f'says "{claim.text}"'),))


_YEAR = re.compile(r"(?<![\d.,$€£])(20[0-4]\d)(?![\d,%]|\.\d)")
_DATE_KEYS = ("date", "datepublished", "published_at", "pubdate", "publishdate", "published")


def _year_of(document: Document) -> int | None:
    """Return the year in which the document was written: its date, else its latest year."""
    dated = document.meta_value(*_DATE_KEYS)
    if dated is not None:
        found = _YEAR.search(dated.value)
        if found is not None:
            return int(found[1])
    named = [int(found[1]) for block in document.prose for found in _YEAR.finditer(block.text)]
    return max(named, default=None)
