"""What each rule costs: processor time by rule, measured around its check or its fingerprint.

Work that rules of a family share is done by the first of them that asks for it, and counted there.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from textlint.document import Document
from textlint.model import Hit
from textlint.plugins import Host
from textlint.rule import Check, Context, Rule

Fingerprint = Callable[[Document, Any], bytes | None]


@dataclass
class Costs:
    """Nanoseconds of processor time and number of calls by rule id, from `started` on."""

    spent: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    started: int = field(default_factory=time.process_time_ns)

    def table(self) -> list[str]:
        """Return the lines of a table, the dearest rule first, then all that is no rule's."""
        lines = [f"{'ms':>9}  {'share':>6}  {'documents':>9}  rule"]
        total = max(time.process_time_ns() - self.started, 1)
        rest = max(total - self.spent.total(), 0)
        rows: list[tuple[int, str, str]] = [
            (self.spent[rule], f"{self.calls[rule]:,}", rule)
            for rule in sorted(self.calls, key=lambda rule: (-self.spent[rule], rule))
        ]
        rows.append((rest, "", "reading, looking for phrases, detecting the language"))
        for spent, calls, name in rows:
            lines.append(f"{spent / 1e6:>9,.1f}  {100 * spent / total:>5.1f}%  {calls:>9}  {name}")
        return lines


def measured(host: Host, costs: Costs) -> Host:
    """Return the host with rules that note in `costs` what they take."""
    plugins = [p._replace(rules=tuple(_measured_rules(p.rules, costs))) for p in host.plugins]
    return Host(plugins, host.problems, host.manager)


def _measured_rules(rules: Sequence[Rule], costs: Costs) -> Iterator[Rule]:
    for rule in rules:
        compared = rule.collection
        if compared is not None:
            fingerprint = _measured_fingerprint(rule.id, compared.fingerprint, costs)
            compared = replace(compared, fingerprint=fingerprint)
        yield rule._replace(check=_measured_check(rule, costs), collection=compared)


def _measured_fingerprint(rule_id: str, make: Fingerprint, costs: Costs) -> Fingerprint:
    def fingerprint(document: Document, options: Any) -> bytes | None:
        costs.calls[rule_id] += 1
        started = time.process_time_ns()
        try:
            return make(document, options)
        finally:
            costs.spent[rule_id] += time.process_time_ns() - started

    return fingerprint


def _measured_check(rule: Rule, costs: Costs) -> Check:
    def check(document: Document, context: Context) -> Iterator[Hit]:
        costs.calls[rule.id] += 1
        started = time.process_time_ns()
        try:
            for hit in rule.check(document, context):
                costs.spent[rule.id] += time.process_time_ns() - started
                yield hit
                started = time.process_time_ns()
        finally:
            costs.spent[rule.id] += time.process_time_ns() - started

    return check
