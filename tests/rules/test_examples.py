"""Every rule's own examples, and every good example against every rule."""

from __future__ import annotations

import pytest

from textlint.engine import ActiveRule, Engine
from textlint.plugins import load_host
from textlint.rule import Example, Rule
from textlint.testing import check_examples, read

HOST = load_host()
RULES = HOST.rules
GOOD = [(rule, example) for rule in RULES for example in rule.good_examples]


def test_the_host_has_rules_and_no_problem() -> None:
    assert HOST.problems == []
    assert RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    check_examples(rule)


def test_no_rule_fires_on_the_good_examples_of_another() -> None:
    active = [ActiveRule(r, r.options()) for r in RULES if r.profile == "default"]
    engine = Engine(active, detect_language=HOST.detect_language)
    alarms = []
    for owner, example in GOOD:
        document = read(example.text, example.filename, HOST.readers)
        for finding in engine.check(document).findings:
            alarms.append(f"{finding.rule} on a good example of {owner.id}: {_short(example)}")
    assert alarms == []


def _short(example: Example) -> str:
    return repr(example.text[:120])
