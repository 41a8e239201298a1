"""Runs rules over one document. The only place that guards against what a rule raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from textlint.document import Document
from textlint.model import Finding, Hit, Problem, Severity
from textlint.phrases import PhraseMatch, PhraseScanner
from textlint.rule import Context, Rule


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule as this run uses it: with its options and the severity the configuration gives it."""

    rule: Rule
    options: Any
    severity: Severity | None = None  # None: the rule's own


@dataclass(slots=True)
class Checked:
    """What checking one document gave."""

    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Engine:
    """A fixed set of active rules, ready to check documents one after the other."""

    def __init__(
        self,
        active: Sequence[ActiveRule],
        *,
        owners: Mapping[str, str] | None = None,
        detect_language: Callable[[Document], str | None] | None = None,
    ) -> None:
        self.active = sorted(active, key=lambda a: a.rule.id)
        self._owners = owners or {}
        self._detect = detect_language
        self._scanner = PhraseScanner(a.rule for a in self.active)

    def check(self, document: Document, only: Iterable[str] | None = None) -> Checked:
        """Return the findings of all active rules, or of the rule ids in `only`, sorted by place."""
        wanted = None if only is None else frozenset(only)
        checked = Checked()
        language = self._language(document, checked)
        matches = self._scanner.scan(document)
        for active in self.active:
            rule = active.rule
            if wanted is not None and rule.id not in wanted:
                continue
            if not rule.applies_to_language(language):
                continue
            if rule.phrases and not rule.always_runs and rule.id not in matches:
                continue
            self._run(active, document, matches.get(rule.id, ()), checked)
        checked.findings = _without_duplicates(checked.findings)
        return checked

    def _language(self, document: Document, checked: Checked) -> str | None:
        document.detector = self._detect
        try:
            return document.language
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            text = f"language detection raised {say(error)}"
            checked.problems.append(Problem("crash", text, path=document.path))
            document.detector = None
            return document.language

    def _run(
        self,
        active: ActiveRule,
        document: Document,
        matches: tuple[PhraseMatch, ...],
        checked: Checked,
    ) -> None:
        rule = active.rule
        found: list[Finding] = []
        try:
            for hit in rule.check(document, Context(active.options, matches)):
                found.append(self._finding(active, document, hit))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # also SystemExit and GeneratorExit of a plugin
            checked.problems.append(
                Problem(
                    "crash",
                    f"rule {rule.id} raised {say(error)}",
                    rule=rule.id,
                    plugin=self._owners.get(rule.id),
                    path=document.path,
                )
            )
        checked.findings.extend(found)

    def _finding(self, active: ActiveRule, document: Document, hit: Hit) -> Finding:
        rule = active.rule
        end = len(document.source)
        places = [hit.span, *(r.span for r in hit.related if r.path is None)]
        if hit.fix is not None:
            places.append(hit.fix.span)
        for span in places:
            if span.end > end:
                raise ValueError(f"{span} lies outside the source of {end} characters")
        return Finding(
            rule=rule.id,
            severity=active.severity or hit.severity or rule.severity,
            confidence=hit.confidence or rule.confidence,
            path=document.path,
            span=hit.span,
            message=(hit.message or rule.message).format(**hit.values),
            related=hit.related,
            fix=hit.fix,
            evidence=hit.evidence or document.source[hit.span.start : hit.span.end],
        )


def say(error: BaseException) -> str:
    """Return an exception in one line of words."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _without_duplicates(findings: list[Finding]) -> list[Finding]:
    kept: dict[tuple[str, int, int], Finding] = {}
    for finding in sorted(findings, key=lambda f: f.sort_key):
        kept.setdefault((finding.rule, finding.span.start, finding.span.end), finding)
    return list(kept.values())
