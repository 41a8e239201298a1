"""What all footer rules together find in a text, and what their fixes leave of it."""

from __future__ import annotations

from textlint_footer import textlint_rules

from textlint.document import Document
from textlint.engine import ActiveRule, Engine
from textlint.model import Finding
from textlint.testing import read

_ENGINE = Engine([ActiveRule(rule, rule.options()) for rule in textlint_rules()])


def findings(text: str, filename: str = "copy.md") -> list[Finding]:
    """Return the findings of all footer rules, in order of place."""
    return check(read(text, filename))


def check(document: Document) -> list[Finding]:
    checked = _ENGINE.check(document)
    assert checked.problems == []
    return checked.findings


def rules_and_places(text: str, filename: str = "copy.md") -> list[tuple[str, str]]:
    """Return the rule's name and the text of each finding."""
    return [
        (finding.rule.partition("/")[2], text[finding.span.start : finding.span.end])
        for finding in findings(text, filename)
    ]


def mended(text: str, filename: str = "copy.md") -> str:
    """Return the text with all safe fixes applied."""
    out = text
    for finding in reversed(findings(text, filename)):
        fix = finding.fix
        assert fix is not None
        assert fix.safe
        out = out[: fix.span.start] + fix.replacement + out[fix.span.end :]
    return out


def uncovered(text: str, lines: tuple[str, ...], filename: str = "copy.md") -> list[str]:
    """Return those of `lines` that no finding touches; each is looked for after the one before."""
    spans = [finding.span for finding in findings(text, filename)]
    missing = []
    place = 0
    for line in lines:
        start = text.index(line, place)
        place = start + len(line)
        if not any(span.start <= start and place <= span.end for span in spans):
            missing.append(line)
    return missing
