"""The families of left-overs and of page furniture take time in proportion to up to 8 MB of text."""

from __future__ import annotations

import time

import pytest
import textlint_footer
import textlint_leftover

from textlint.engine import ActiveRule, Engine
from textlint.testing import read

RULES = [*textlint_leftover.textlint_rules(), *textlint_footer.textlint_rules()]
ENGINE = Engine([ActiveRule(rule, rule.options()) for rule in RULES])

# A unit of the text, and how often the short text has it; the long text has it eight times as often.
HOSTILE = {
    "one line of 8 MB": ("The keeper [see note] shut the gate: twice. ", 22_700),
    "250,000 short lines": ("a b c d\n", 31_250),
    "a hundred thousand brackets": ("[", 12_500),
    "brackets that begin well": ("[insert the ", 4_000),
    "brackets that end well": ("[put the names on it] ", 2_000),
    "alternatives": ("{a|", 4_000),
    "labels": ("Keep reading\n\nA headline\n\n4 May 2024\n\n", 300),
    "a list of sentences": ("- Share buttons, in two sizes.\n- The gate is new.\n", 300),
    "numbered dates": ("4. Mai 2024, 08:04 Uhr\n", 600),
    "formula marks": ("# \\[A\n\n", 800),
    "tokens": ("turn0search0 [cite: 1, ", 1_000),
}


def _seconds(text: str, filename: str) -> float:
    document = read(text, filename)
    assert document.folded_text is not None
    start = time.process_time()
    checked = ENGINE.check(document)
    assert not checked.problems
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_eight_times_the_text_takes_eight_times_the_time(name: str) -> None:
    unit, count = HOSTILE[name]
    filename = "text.txt" if name in ("one line of 8 MB", "250,000 short lines") else "text.md"
    _seconds(unit * 10, filename)  # reads the tables, compiles the patterns
    once = min(_seconds(unit * count, filename) for _ in range(2))
    eightfold = _seconds(unit * count * 8, filename)
    # Linear time gives 8 and quadratic time 64; the machine may be busy.
    assert eightfold <= 28 * max(once, 0.004)
