"""Runs rules over one document. The only place that guards against what a rule raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from textlint.document import Document
from textlint.model import Confidence, Finding, Hit, Problem, Severity, Span
from textlint.phrases import PhraseScanner, Scanned
from textlint.rule import Context, Rule


class ActiveRule(NamedTuple):
    """A rule as this run uses it: with its options and the severity the configuration gives it."""

    rule: Rule
    options: Any
    severity: Severity | None = None  # None: the rule's own


class Checked(NamedTuple):
    """What checking one document gave: findings sorted by place, and what crashed."""

    findings: list[Finding]
    problems: list[Problem]
    fingerprints: Fingerprints


# Of each rule that compares documents, by id; None from a rule that has nothing to say about one.
Fingerprints = dict[str, bytes | None]
# Of all documents of one file, in order, each with the id of its record, None where the file is one.
FilePrints = Sequence[tuple[str | None, Fingerprints]]


class Engine:
    """A fixed set of active rules, ready to check documents one after the other.

    `owners` names the plugin of each rule id. `known` are the ids of all installed rules, None for
    as many as there may be. `alone` lets rules that run after others believe that every rule ran
    and found nothing, for testing one of them.
    """

    def __init__(
        self,
        active: Sequence[ActiveRule],
        *,
        owners: Mapping[str, str] | None = None,
        detect_language: Callable[[Document], str | None] | None = None,
        known: Iterable[str] | None = None,
        alone: bool = False,
    ) -> None:
        self.active = sorted(active, key=lambda a: a.rule.id)
        self._owners = owners or {}
        self._detect = detect_language
        self._known = None if known is None else frozenset(known)
        self._alone = alone
        self._scanner = PhraseScanner(a.rule for a in self.active)
        self._turns: dict[str | None, _Turn] = {}

    def fingerprint(self, document: Document) -> Checked:
        """Return the fingerprints alone, of a document that others are compared with."""
        work = _Check(document, self._owners)
        language = work.language(self._detect)
        for active in self.active:
            if active.rule.collection is not None:
                work.fingerprint(active, language)
        return Checked([], work.problems, work.fingerprints)

    def check(self, document: Document, *, fingerprints: bool = False) -> Checked:
        """Return what the rules find. Whatever a rule raises ends that rule, for this document.

        With `fingerprints`, also those of the rules that compare documents.
        """
        work = _Check(document, self._owners)
        language = work.language(self._detect)
        turn = self._turn(language)
        phrases, clued = work.scanned(self._scanner, turn)
        for active, rule_id, is_called_anyway, context in turn.ordinary:
            if rule_id in phrases or rule_id in clued:
                found, held = phrases.get(rule_id, ()), clued.get(rule_id, ())
                work.run(active, Context(active.options, found, clued=held))
            elif is_called_anyway and rule_id not in work.crashed:
                work.run(active, context)
        work.corroborate(turn.corroborated)
        last = [a for a in turn.last if a.rule.id not in work.crashed]
        if last:
            findings = tuple(without_duplicates(work.findings))
            ran = None if self._alone else turn.ran - work.crashed
            for active in last:
                found, held = phrases.get(active.rule.id, ()), clued.get(active.rule.id, ())
                work.run(active, Context(active.options, found, findings, ran, self._known, held))
        if fingerprints:
            for active in self.active:
                if active.rule.collection is not None:
                    work.fingerprint(active, language)
        return Checked(without_duplicates(work.findings), work.problems, work.fingerprints)

    def _turn(self, language: str | None) -> _Turn:
        """Return who is asked about a document in `language`; worked out once for each language."""
        turn = self._turns.get(language)
        if turn is None:
            if len(self._turns) == MOST_LANGUAGES:
                self._turns.clear()  # documents declare what they like
            able = [a for a in self.active if a.rule.applies_to_language(language)]
            turn = self._turns[language] = _turn_of(able)
        return turn


MOST_LANGUAGES = 100


class _Turn(NamedTuple):
    """The rules that understand a language, in the order in which they are asked.

    Of each of the `ordinary` ones: its id, whether it is called for a document without a phrase or clue
    of it, and the context in which it then is. `last` run after the others; `ran` are the ids of all
    that have had their say when one document has been checked. `corroborated` are the severities of
    weak signs beside a strong one.
    """

    ordinary: tuple[tuple[ActiveRule, str, bool, Context], ...]
    last: tuple[ActiveRule, ...]
    ran: frozenset[str]
    corroborated: dict[str, Severity]


def _turn_of(able: Sequence[ActiveRule]) -> _Turn:
    single = [a for a in able if a.rule.collection is None]
    return _Turn(
        tuple(
            (
                a,
                a.rule.id,
                a.rule.always_runs or not (a.rule.phrases or a.rule.clues),
                Context(a.options),
            )
            for a in single
            if not a.rule.after_others
        ),
        tuple(a for a in single if a.rule.after_others),
        frozenset(a.rule.id for a in single),
        {
            a.rule.id: a.rule.corroborated
            for a in able
            if a.severity is None and a.rule.corroborated is not None
        },
    )


class _Check:
    """The check of one document while it goes on."""

    def __init__(self, document: Document, owners: Mapping[str, str]) -> None:
        self.document = document
        self.owners = owners
        self.findings: list[Finding] = []
        self.problems: list[Problem] = []
        self.crashed: set[str] = set()
        self.fingerprints: Fingerprints = {}

    def language(self, detect: Callable[[Document], str | None] | None) -> str | None:
        document = self.document
        document.detector = detect
        try:
            return document.language
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            text = f"language detection raised {say(error)}"
            self.problems.append(Problem("crash", text, path=document.path))
            document.detector = None
            return document.language

    def scanned(self, scanner: PhraseScanner, turn: _Turn) -> Scanned:
        """Scan for all phrases at once; when a rule's `reads` raises, rule by rule to find out which."""
        try:
            return scanner.scan(self.document)
        except KeyboardInterrupt:
            raise
        except BaseException:
            found = Scanned({}, {})
            for rule in (a.rule for a in (*(asked[0] for asked in turn.ordinary), *turn.last)):
                try:
                    of_rule = PhraseScanner([rule]).scan(self.document)
                    found.phrases.update(of_rule.phrases)
                    found.clued.update(of_rule.clued)
                except KeyboardInterrupt:
                    raise
                except BaseException as error:
                    self._crash(rule, error)
            return found

    def run(self, active: ActiveRule, context: Context) -> None:
        """Run one rule; what it found before it raised stays."""
        try:
            for hit in active.rule.check(self.document, context):
                self.findings.append(finding_of(active, self.document, hit))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # also SystemExit and GeneratorExit of a plugin
            self._crash(active.rule, error)

    def fingerprint(self, active: ActiveRule, language: str | None) -> None:
        """Take the fingerprint that one rule makes, if it understands the document."""
        rule = active.rule
        assert rule.collection is not None
        made: bytes | None = None
        try:
            if rule.applies_to_language(language):
                made = rule.collection.fingerprint(self.document, active.options)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self._crash(rule, error)
            return
        self.fingerprints[rule.id] = made

    def corroborate(self, weak: Mapping[str, Severity]) -> None:
        """Raise the findings of weak signs that another family's warning or error supports."""
        strong = {
            finding.rule.partition("/")[0]
            for finding in self.findings
            if finding.severity >= Severity.WARNING
        }
        for index, finding in enumerate(self.findings):
            severity = weak.get(finding.rule)
            if severity is not None and strong - {finding.rule.partition("/")[0]}:
                self.findings[index] = finding._replace(severity=max(severity, finding.severity))

    def _crash(self, rule: Rule, error: BaseException) -> None:
        self.crashed.add(rule.id)
        self.problems.append(
            Problem(
                "crash",
                f"rule {rule.id} raised {say(error)}",
                rule=rule.id,
                plugin=self.owners.get(rule.id),
                path=self.document.path,
            )
        )


def finding_of(active: ActiveRule, document: Document, hit: Hit) -> Finding:
    """Give the hit its rule's name, level and message; raise when it is not what a hit must be."""
    rule = active.rule
    places: list[Span] = [hit.span, *(r.span for r in hit.related if r.path is None)]
    if hit.fix is not None:
        places.append(hit.fix.span)
    for span in places:
        if span.end > len(document.source):
            raise ValueError(f"{span} is outside a source of {len(document.source)} characters")
    for level, kind in ((hit.severity, Severity), (hit.confidence, Confidence)):
        if level is not None and not isinstance(level, kind):
            raise TypeError(f"{level!r} is not a {kind.__name__}")
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
    """Return an exception in one short line; one that cannot even be printed, by its type alone."""
    name = type(error).__name__
    try:
        text = " ".join(str(error).split())
    except Exception:
        return name
    return f"{name}: {text[:300]}" if text else name


def without_duplicates(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in order, of each place one that a rule says, and of a family one that says it so.

    Of several with one message the gravest stays.
    """
    kept: dict[tuple[str, int, int], Finding] = {}
    for finding in sorted(findings, key=lambda f: f.sort_key):
        kept.setdefault((finding.rule, finding.span.start, finding.span.end), finding)
    said: dict[tuple[str, str, int, int], Finding] = {}
    for finding in kept.values():
        family = finding.rule.partition("/")[0]
        key = (family, finding.message, finding.span.start, finding.span.end)
        other = said.get(key)
        if other is None or other.severity < finding.severity:
            said[key] = finding
    return sorted(said.values(), key=lambda f: f.sort_key)
