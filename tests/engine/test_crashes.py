"""A rule that fails ends for this document, is named, and keeps nobody else from reporting."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from textlint.document import Document
from textlint.engine import ActiveRule, Checked, Engine
from textlint.model import Fix, Hit, Related, Severity, Span
from textlint.phrases import PhraseTable
from textlint.rule import Context, Rule, bad, rule
from textlint.testing import read

EXAMPLES = [bad("x", at="x")]
TEXT = "One old mill.\n\nTwo old mills.\n"


def make(id: str, check: Callable[[Document, Context], Iterable[Hit]], **settings: Any) -> Rule:
    settings.setdefault("message", "Said of {what}.")
    return rule(id, summary="A test.", examples=EXAMPLES, **settings)(check)


def hit(start: int = 0, end: int = 3, **settings: Any) -> Hit:
    return Hit(Span(start, end), {"what": "it"}, **settings)


def quiet(document: Document, context: Context) -> Iterable[Hit]:
    return [hit()]


def run(*rules: Rule, text: str = TEXT, **settings: Any) -> Checked:
    active = [ActiveRule(r, r.options()) for r in rules]
    return Engine(active, **settings).check(read(text, "a.txt"))


def raising(error: BaseException) -> Callable[[Document, Context], Iterable[Hit]]:
    def check(document: Document, context: Context) -> Iterable[Hit]:
        raise error

    return check


def raising_midway(error: BaseException) -> Callable[[Document, Context], Iterable[Hit]]:
    def check(document: Document, context: Context) -> Iterable[Hit]:
        yield hit()
        raise error

    return check


def deep(document: Document, context: Context) -> Iterable[Hit]:
    def down(depth: int) -> int:
        return down(depth + 1) + 1

    return [hit(down(0), 0)]


class UnprintableError(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words for it")


ERRORS = [
    ValueError("a\n  b"),
    SystemExit(0),
    SystemExit("bye"),
    GeneratorExit(),
    RecursionError("deep"),
    MemoryError(),
    BaseException("base"),
    StopIteration(),
    UnprintableError(),
    AssertionError("x" * 100_000),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("kind", [raising, raising_midway])
def test_whatever_a_rule_raises_is_a_named_crash(error, kind):
    checked = run(
        make("a/before", quiet),
        make("b/broken", kind(error)),
        make("c/after", quiet),
        owners={"b/broken": "plug"},
    )
    found = [finding.rule for finding in checked.findings]
    assert found == ["a/before", *(["b/broken"] if kind is raising_midway else []), "c/after"]
    (problem,) = checked.problems
    assert (problem.kind, problem.rule, problem.plugin) == ("crash", "b/broken", "plug")
    assert problem.path == "a.txt"
    assert problem.message.startswith("rule b/broken raised ")
    assert "\n" not in problem.message
    assert len(problem.message) < 400


def test_an_interrupt_by_the_user_is_not_swallowed():
    with pytest.raises(KeyboardInterrupt):
        run(make("a/rule", raising(KeyboardInterrupt())))


def test_a_rule_that_recurses_without_end():
    limit = sys.getrecursionlimit()
    checked = run(make("a/deep", deep), make("b/fine", quiet))
    assert [p.rule for p in checked.problems] == ["a/deep"]
    assert len(checked.findings) == 1
    assert sys.getrecursionlimit() == limit


@pytest.mark.parametrize(
    "wrong",
    [
        hit(0, 999),
        hit(related=(Related(Span(0, 999), "there"),)),
        hit(fix=Fix(Span(0, 999), "")),
        Hit(Span(0, 3)),  # the message has no value for {what}
        hit(message="{missing}"),
        hit(message="{what"),
        hit(severity="error"),
        hit(confidence="high"),
        "no hit",
        None,
    ],
    ids=repr,
)
def test_a_hit_that_cannot_be_is_a_crash_of_its_rule(wrong):
    checked = run(make("a/wrong", lambda d, c: [hit(4, 7), wrong]), make("b/fine", quiet))
    assert [(f.rule, f.span.start) for f in checked.findings] == [("b/fine", 0), ("a/wrong", 4)]
    assert [p.rule for p in checked.problems] == ["a/wrong"]


def test_a_check_that_returns_nothing_at_all():
    checked = run(make("a/none", lambda d, c: None))
    assert "NoneType" in checked.problems[0].message


def test_a_related_place_in_another_document_may_be_anywhere():
    checked = run(make("a/rule", lambda d, c: [hit(related=(Related(Span(9, 999), "", "b.md"),))]))
    assert checked.problems == []
    assert len(checked.findings) == 1


def test_language_detection_that_fails_is_said_and_the_rules_run():
    for error in (ValueError("x"), SystemExit(3)):
        checked = run(
            make("a/rule", quiet, languages=["en"]), detect_language=lambda d, e=error: _raise(e)
        )
        assert len(checked.findings) == 1
        assert "language detection raised" in checked.problems[0].message


def _raise(error: BaseException) -> str | None:
    raise error


def test_a_reads_function_that_fails_costs_only_its_own_rule():
    table = PhraseTable.parse("t", "phrase\nold mill\n")

    def phrases(document: Document, context: Context) -> Iterable[Hit]:
        return [Hit(match.span, {"what": match.text}) for match in context.phrases]

    checked = run(
        make("a/fine", phrases, phrases=[table]),
        make("b/broken", phrases, phrases=[table], reads=lambda block: _raise(ValueError("no"))),
        make("c/fine", quiet),
    )
    assert [(f.rule, f.span.start) for f in checked.findings] == [("c/fine", 0), ("a/fine", 4)]
    assert [p.rule for p in checked.problems] == ["b/broken"]


# -- order, levels, duplicates ----------------------------------------------------------------


def test_findings_are_in_order_of_place_whatever_the_order_of_rules():
    rules = [
        make("z/rule", lambda d, c: [hit(4, 7), hit(0, 3)]),
        make("a/rule", lambda d, c: [hit(4, 7), hit(4, 6)]),
    ]
    expected = [(0, 3, "z/rule"), (4, 6, "a/rule"), (4, 7, "a/rule"), (4, 7, "z/rule")]
    for order in (rules, rules[::-1]):
        findings = run(*order).findings
        assert [(f.span.start, f.span.end, f.rule) for f in findings] == expected


def test_one_rule_says_one_thing_about_one_place():
    say = [hit(message="b"), hit(message="a"), hit(message="a")]
    findings = run(make("a/rule", lambda d, c: say)).findings
    assert [f.message for f in findings] == ["a"]


def test_the_configuration_has_the_last_word_on_severity():
    made = make("a/rule", lambda d, c: [hit(severity=Severity.ERROR), hit(4, 5)], severity="note")
    document = read(TEXT, "a.txt")
    own = Engine([ActiveRule(made, None)]).check(document).findings
    assert [f.severity for f in own] == [Severity.ERROR, Severity.NOTE]
    set_ = Engine([ActiveRule(made, None, Severity.WARNING)]).check(document).findings
    assert [f.severity for f in set_] == [Severity.WARNING, Severity.WARNING]


def test_values_with_braces_are_not_formatted_again():
    made = make("a/rule", lambda d, c: [Hit(Span(0, 3), {"what": "{what} {0}"})])
    assert run(made).findings[0].message == "Said of {what} {0}."


# -- rules that run after the others -----------------------------------------------------------


def test_a_late_rule_sees_what_the_others_found_and_which_of_them_ran():
    seen: list[Context] = []

    def late(document: Document, context: Context) -> Iterable[Hit]:
        seen.append(context)
        return [hit()]

    checked = run(
        make("a/late", late, after_others=True),
        make("b/rule", lambda d, c: [hit(4, 7), hit(0, 3), hit(0, 3)]),
        make("c/broken", raising(ValueError())),
        make("d/french", quiet, languages=["fr"]),
        make("e/late", late, after_others=True),
        known=["b/rule", "x/other"],
        detect_language=lambda d: "en",
    )
    assert [f.rule for f in checked.findings] == ["a/late", "b/rule", "e/late", "b/rule"]
    first, second = seen
    assert [f.span.start for f in first.findings] == [0, 4]
    assert first.ran == {"a/late", "b/rule", "e/late"}
    assert first.known == {"b/rule", "x/other"}
    assert second.findings == first.findings
