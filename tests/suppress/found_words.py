"""Rules that report a word each, and what is left of their findings in a document."""

from __future__ import annotations

from collections.abc import Iterator

from textlint_suppression.invalid import invalid
from textlint_suppression.unused import unused

from textlint import suppress
from textlint.document import Document
from textlint.engine import ActiveRule, Engine
from textlint.model import Finding, Hit
from textlint.rule import Context, bad, rule
from textlint.testing import read


def finder(id: str, word: str):
    """A rule that reports each `word` in prose."""

    def check(document: Document, context: Context) -> Iterator[Hit]:
        for block in document.prose:
            at = block.text.find(word)
            while at >= 0:
                yield Hit(block.span_at(at, at + len(word)))
                at = block.text.find(word, at + 1)

    return rule(id, summary="s", message="m", examples=[bad("x", at="x")])(check)


MILL, BARN, WELL = (
    finder("farm/mill", "mill"),
    finder("farm/barn", "barn"),
    finder("water/well", "well"),
)
KNOWN = ["farm/mill", "farm/barn", "water/well", "water/pond", invalid.id, unused.id]


def findings(text: str, *, filename: str = "a.md", rules=(MILL, BARN, WELL)) -> list[Finding]:
    document = read(text, filename)
    active = [ActiveRule(r, r.options()) for r in (*rules, invalid, unused)]
    checked = Engine(active, known=KNOWN).check(document)
    assert checked.problems == []
    return suppress.apply(document, checked.findings)


def open_words(text: str, **settings) -> list[str]:
    """What is still reported: the source text of each finding, with the rule of suppression's own."""
    return [
        (f"{f.rule.partition('/')[2]}: " if f.rule.startswith("suppression/") else "")
        + text[f.span.start : f.span.end]
        for f in findings(text, **settings)
        if not f.suppressed
    ]
