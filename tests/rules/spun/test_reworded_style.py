"""The density of style words, what it is counted in and when it is not."""

from __future__ import annotations

from textlint_spun.reworded_style import reworded_style

from textlint.engine import ActiveRule, Engine
from textlint.model import Severity
from textlint.plugins import load_host
from textlint.testing import check, check_examples, read

STYLED = (
    "The comprehensive plan underscores a crucial shift, enhancing safety and showcasing "
    "notable insights into the intricate harbour. "
)


def test_examples() -> None:
    check_examples(reworded_style)


def test_the_message_names_the_words_and_the_density() -> None:
    (seen,) = check(reworded_style, STYLED * 20)
    assert seen.finding.severity is Severity.NOTE
    assert "of 1,000 words are style words" in seen.message
    assert "crucial (20)" in seen.message


def test_quoted_words_do_not_count() -> None:
    quoted = f"“{STYLED.strip()}” said the report of the harbour board in the spring. "
    assert check(reworded_style, quoted * 20) == []


def test_the_threshold_is_an_option() -> None:
    assert check(reworded_style, STYLED * 20, per_thousand=600.0) == []


def test_few_different_words_do_not_count() -> None:
    assert check(reworded_style, "The crucial harbour is crucial to us. " * 60) == []


def test_it_is_a_warning_beside_a_finding_of_another_family() -> None:
    rules = [r for r in load_host().rules if r.family in ("spun", "encoding")]
    engine = Engine([ActiveRule(r, r.options()) for r in rules])

    def severities(text: str) -> dict[str, Severity]:
        return {f.rule: f.severity for f in engine.check(read(text)).findings}

    assert severities(STYLED * 20) == {"spun/reworded-style": Severity.NOTE}
    assert severities(STYLED * 20 + "\n\nThe caf\ufffd is closed.\n") == {
        "spun/reworded-style": Severity.WARNING,
        "encoding/replacement-character": Severity.WARNING,
    }
