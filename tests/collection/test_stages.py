"""Grouping, families, roles and the stages as such: any order, any hash seed, large and small."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from textlint.collection import (
    Collection,
    Entry,
    Found,
    Role,
    Shared,
    Stage,
    doc_number,
    fixed_hash,
    may_pair,
    mixed,
    role_of,
    run_stages,
)
from textlint.families import Families
from textlint.grouping import Grouping

PAIRS = [(key * 7919 % 1000, value) for key in range(300) for value in (3, 1, 2)]


def test_grouping_gives_each_key_once_with_sorted_values() -> None:
    grouping = Grouping()
    grouping.extend(PAIRS)
    groups = list(grouping.groups())
    assert len(groups) == 300
    assert all(values == [1, 2, 3] for _, values in groups)


@pytest.mark.parametrize("most", [1, 100, 10_000])
def test_grouping_gives_the_same_from_memory_and_from_a_file(most: int) -> None:
    grouping = Grouping(most_in_memory=most)
    shuffled = PAIRS.copy()
    random.Random(most).shuffle(shuffled)
    for start in range(0, len(shuffled), 50):
        grouping.extend(shuffled[start : start + 50])
    expected = Grouping()
    expected.extend(PAIRS)
    assert list(grouping.groups()) == list(expected.groups())


def test_grouping_drops_small_groups_and_takes_other_values() -> None:
    grouping = Grouping()
    grouping.extend([(5, ("b", 1)), (5, ("a", 2)), (6, ("c", 3)), (2**64 - 1, 2**64 - 1)])
    assert list(grouping.groups(at_least=2)) == [(5, [("a", 2), ("b", 1)])]


def test_families_are_named_after_their_smallest_member() -> None:
    for pairs in ([(4, 2), (2, 9), (7, 8)], [(7, 8), (9, 2), (2, 4)]):
        families = Families(pairs)
        assert families.members() == {2: [2, 4, 9], 7: [7, 8]}
        assert families.of(9) == 2
        assert families.of(100) == 100


def test_guests_and_references_are_not_compared_with_their_like() -> None:
    member, other = doc_number(0, Role.MEMBER), doc_number(1, Role.MEMBER)
    guest, second_guest = doc_number(2, Role.GUEST), doc_number(3, Role.GUEST)
    reference, second = doc_number(4, Role.REFERENCE), doc_number(5, Role.REFERENCE)
    assert role_of(guest) is Role.GUEST
    assert may_pair(member, other) and may_pair(member, guest) and may_pair(guest, reference)
    assert not may_pair(guest, second_guest)
    assert not may_pair(reference, second)
    assert not may_pair(member, member)


def test_hashes_are_fixed() -> None:
    assert fixed_hash("textlint") == 0x6080829343289203
    assert fixed_hash("textlint", 28) < 2**28
    assert mixed(1, 2) != mixed(2, 1)
    code = "from textlint.collection import *; print(fixed_hash('a'), mixed(3, 4))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(seen) == 1


def _first_letters() -> Collection:
    """Report documents whose fingerprints begin with the same letter, with their number."""

    def by_letter(entry: Entry, shared: Shared) -> list[tuple[int, int]]:
        return [(entry.fingerprint[0], entry.doc)]

    def found(key: int, docs: list[int], shared: Shared) -> list[Found]:
        return [Found(docs[-1], tuple(docs[:-1]), (shared.counts.get(key, 1), shared.documents))]

    return Collection(
        fingerprint=lambda document, options: None,
        stages=(Stage(by_letter, found, at_least=2),),
        locate=lambda comparison: (),
        count=lambda entry: [entry.fingerprint[0]],
    )


def test_stages_do_not_depend_on_the_order_of_entries() -> None:
    entries = [
        Entry(doc_number(rank, Role.GUEST if rank == 3 else Role.MEMBER), f"{rank}.md", letter)
        for rank, letter in enumerate([b"a", b"b", b"a", b"a", b"b"])
    ]
    expected = run_stages(_first_letters(), entries, None)
    assert [(found.doc >> 2, found.values) for found in expected] == [(3, (2, 4)), (4, (2, 4))]
    for seed in range(5):
        random.Random(seed).shuffle(entries)
        assert run_stages(_first_letters(), entries, None) == expected
