"""Every installed rule on every kind of text: none may raise, and all places lie in the source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from textlint.engine import ActiveRule, Engine
from textlint.plugins import load_host
from textlint.rule import Rule
from textlint.testing import read

HOST = load_host()
ENGINE = Engine(
    [ActiveRule(rule, rule.options()) for rule in HOST.rules],
    known=[rule.id for rule in HOST.rules],
    detect_language=HOST.detect_language,
)


def pieces(rules: list[Rule]) -> list[str]:
    """Lines out of all examples, and what marks up or separates."""
    lines = {
        line for rule in rules for e in rule.examples for line in e.text.splitlines(keepends=True)
    }
    markup = [
        "\n", "\n\n", "\r\n", "\r", " ", "\t", "    ", "> ", "- ", "1. ", "# ", "---\n", "+++\n", "```\n",
        "| a |\n|---|\n", "<p>", "</p>", "<!--", "-->", "[", "](", ")", "*", "_", "`", "\\", "&amp;",
        "“", "”", '"', "'", "’", "«", "(", "…", "—", "\u00a0", "\u200b", "\ufeff", "\u2028", "\u202e",
        "e\u0301", "😀", "İ", "ﬁ", "\ufffd", "\x0b", "\x1b", "%", "{", "}", "{0}", "0", "٣", "½",
    ]  # fmt: skip
    return sorted(lines) + markup


TEXTS = st.lists(st.sampled_from(pieces(HOST.rules)), max_size=40).map("".join)


@given(TEXTS, st.sampled_from(["a.md", "a.txt", "a.html"]))
def test_no_rule_raises_on_any_mixture(text, filename):
    document = read(text, filename, HOST.readers)
    checked = ENGINE.check(document)
    assert [problem.message for problem in checked.problems] == []
    for finding in checked.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.message.strip()
        assert finding.message[-1] in ".?!”\"’'…)"


@given(st.text(max_size=300), st.sampled_from(["a.md", "a.txt", "a.html"]))
def test_no_rule_raises_on_random_characters(text, filename):
    text = text.encode("utf-8", "replace").decode()
    checked = ENGINE.check(read(text, filename, HOST.readers))
    assert [problem.message for problem in checked.problems] == []
