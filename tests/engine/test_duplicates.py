"""What is said of one place is said once."""

from __future__ import annotations

from textlint.engine import without_duplicates
from textlint.model import Confidence, Finding, Severity, Span

MESSAGE = '"nook kick" is what a synonym dictionary makes of "corner kick".'


def finding(rule: str, severity: Severity, *, start: int = 4, message: str = MESSAGE) -> Finding:
    return Finding(rule, severity, Confidence.HIGH, "a.md", Span(start, start + 9), message)


def test_the_gravest_of_those_that_say_the_same_stays() -> None:
    note = finding("spun/one", Severity.NOTE)
    warning = finding("spun/two", Severity.WARNING)
    assert without_duplicates([note, warning]) == [warning]
    assert without_duplicates([warning, note]) == [warning]


def test_of_equals_the_first_rule_stays() -> None:
    one, two = finding("spun/one", Severity.NOTE), finding("spun/two", Severity.NOTE)
    assert without_duplicates([two, one]) == [one]


def test_other_words_another_place_or_another_family_are_no_duplicate() -> None:
    found = [
        finding("spun/one", Severity.NOTE),
        finding("spun/two", Severity.NOTE, message="Something else."),
        finding("spun/two", Severity.NOTE, start=30),
        finding("terms/one", Severity.NOTE, start=30),
    ]
    assert without_duplicates(reversed(found)) == found
