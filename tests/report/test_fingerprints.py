"""GitHub's line hash against published values and the plain definition, and our own fingerprint."""

from __future__ import annotations

import pytest
from hypothesis import given
from runs import at, file_of, mark, texts
from sarif_contract import line_hashes as plain_definition

from textlint.lines import LineIndex
from textlint.report.fingerprints import line_hashes, line_hashes_of, stable_fingerprints

# Inputs and values as in the tests of the action that uploads logs (github/codeql-action, MIT,
# src/fingerprints.test.ts).
END = "c129715d7a2bc9a3:1"
GREETING = ["e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1"]
GREETING += ["b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", END]
PUBLISHED = [
    ("", [END]),
    (
        " a\nb\n  \t\tc\n d",
        ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
    ),
    (" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", GREETING),
    (" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", GREETING),
    (" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", GREETING),
    (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", GREETING),
]


@pytest.mark.parametrize(("text", "expected"), PUBLISHED)
def test_published_line_hashes(text: str, expected: list[str]) -> None:
    assert line_hashes_of(text) == expected


def test_equal_blocks_are_counted() -> None:
    hashes = line_hashes_of("Lorem ipsum dolor sit amet.\n" * 10)
    assert hashes[:6] == [f"a7f2ff13bc495cf2:{number}" for number in range(1, 7)]
    assert hashes[6:8] == ["a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1"]
    assert hashes[-1] == END


@given(texts)
def test_line_hashes_are_those_of_the_definition(text: str) -> None:
    assert line_hashes_of(text) == plain_definition(text.encode())
    assert len(line_hashes_of(text)) == len(LineIndex(text))


@pytest.mark.parametrize("length", [98, 99, 100, 101, 102, 250])
def test_lines_around_the_length_of_a_block(length: int) -> None:
    text = f"{'x' * length}\n{'😀' * (length // 2)}\r\n\r \ny"
    assert line_hashes_of(text) == plain_definition(text.encode())


def test_the_byte_order_mark_and_undecodable_bytes_count() -> None:
    assert line_hashes(file_of("Fog.", had_bom=True)) == plain_definition(b"\xef\xbb\xbfFog.")
    latin = "Nebel über Köln.".encode("latin-1")
    in_latin = file_of("Nebel über Köln.", data=latin)
    assert line_hashes(in_latin) == plain_definition(latin)
    assert line_hashes(in_latin) != line_hashes(file_of("Nebel über Köln."))


def test_ten_times_the_text_takes_no_hundred_times_as_long() -> None:
    """Counted in work and not in seconds: each unit is multiplied at most twice."""
    lines = 20_000
    hashes = line_hashes_of("\n" * lines)
    assert len(hashes) == lines + 1
    assert hashes[0].endswith(":1") and hashes[lines - 101].endswith(f":{lines - 100}")


def test_our_fingerprint_survives_edits_above_and_of_blanks() -> None:
    before = "The harbour is shallow."
    after = "New first line.\n\nThe  harbour is\nSHALLOW."
    old = stable_fingerprints([mark(before, "harbour is shallow")])
    new = stable_fingerprints([at(after, 22, len(after) - 1)])
    assert after[22:-1] == "harbour is\nSHALLOW"
    assert old == new
    assert len(old[0]) == 32


def test_our_fingerprint_tells_rule_path_evidence_and_number_apart() -> None:
    source = "shallow shallow deep"
    same = [
        mark(source, "shallow"),
        mark(source, "shallow", nth=2),
        mark(source, "deep"),
        mark(source, "shallow", rule="water/too-salty"),
        mark(source, "shallow", path="b.md"),
    ]
    assert len(set(stable_fingerprints(same))) == len(same)
    assert stable_fingerprints(same) == stable_fingerprints(same)


def test_our_fingerprint_of_version_1_never_changes() -> None:
    """A change of this value loses everybody's baseline: raise the version in the name instead."""
    [value] = stable_fingerprints([mark("It is shallow.", "shallow")])
    assert value == "32a808b28d4d9bc2c57ce34ec2ee0a8f"
