"""The family takes time in proportion to the text, whatever the text is."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from textlint_footer.residue import residue

from textlint.testing import read

SIZE = 12_000  # code points

TEXTS: dict[str, Callable[[int], str]] = {
    "share lines": lambda n: "Share this:\nFacebook\n\n" * (n // 22),
    "labels without end": lambda n: "Most read\nA headline of seven words or so\n" * (n // 42),
    "hits and gaps": lambda n: ("Leave a Reply\n" + "one two three\n" * 8) * (n // 126),
    "teasers": lambda n: "Most read\n\nA headline\n\nA teaser sentence.\n\n" * (n // 44),
    "rights": lambda n: "© 2019 Echo. All rights reserved.\n\n" * (n // 35),
    "one long line": lambda n: "Share this on Facebook, " * (n // 24),
    "open comments": lambda n: "<!-- ad begin \n" * (n // 15),
    "open elements": lambda n: "<ins class=\n" * (n // 12),
    "separators": lambda n: "Home | " * (n // 7) + "\n",
    "digits": lambda n: "1 2 3 " * (n // 6) + "\n",
    "white space": lambda n: "Share" + " " * n + "this\n",
    "ordinary prose": lambda n: (
        ("The keeper opened the gate and wrote down the hour. " * 8 + "\n\n") * (n // 418)
    ),
}


def _seconds(text: str, filename: str) -> float:
    best = float("inf")
    for _ in range(3):
        document = read(text, filename)
        for block in document.blocks:
            assert block.folded is not None
        start = time.process_time()
        residue(document)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("filename", ["text.md", "text.txt"])
@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_time_is_linear(make: Callable[[int], str], filename: str) -> None:
    _seconds(make(1000), filename)  # loads the tables
    once, eightfold = _seconds(make(SIZE // 4), filename), _seconds(make(2 * SIZE), filename)
    # Linear time gives 8 and quadratic time 64; the machine may be busy.
    assert eightfold <= 24 * max(once, 0.004)
