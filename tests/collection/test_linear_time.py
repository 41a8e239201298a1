"""Fingerprints take linear time, on text without blanks, words or ends as well."""

from __future__ import annotations

import time

import pytest

from textlint.plugins import load_host
from textlint.testing import read

RULES = [rule for rule in load_host().rules if rule.collection is not None]
HOSTILE = {
    "brackets": lambda n: "[" * n,
    "letters": lambda n: "a" * n,
    "digits": lambda n: "1" * n + "x",
    "digits and commas": lambda n: "1," * n + "1x",
    "hyphens": lambda n: "a-" * n,
    "dots": lambda n: "a." * n,
    "slashes": lambda n: "/." * n,
    "addresses": lambda n: "a.a/" * n,
    "at signs": lambda n: "@a" * n + "@" * n,
    "short paragraphs": lambda n: "a b\n\n" * (n // 2),
    "names": lambda n: " ".join(f"Na{i} Bo" for i in range(n // 4)),
    "preferred words": lambda n: "pea dot " * (n // 2),
}


def seconds(text: str) -> float:
    """Return the least of three CPU times that all fingerprints of a text take."""
    times = []
    for _ in range(3):
        document = read(text, "a.txt")
        _ = document.sentences, document.word_count  # every run needs these
        began = time.process_time()
        for rule in RULES:
            assert rule.collection is not None
            rule.collection.fingerprint(document, rule.options())
        times.append(time.process_time() - began)
    return min(times)


@pytest.mark.parametrize("name", HOSTILE)
def test_eightfold_text_takes_no_square_of_the_time(name: str) -> None:
    make = HOSTILE[name]
    few, many = make(6_000), make(48_000)
    # A square would be 64 times as long.
    assert seconds(many) < 30 * max(seconds(few), 0.002)


def test_a_hundred_thousand_brackets() -> None:
    assert seconds("[" * 100_000) < 5
