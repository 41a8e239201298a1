"""The index of the dictionary's words: it finds each key, and nothing that is none."""

from __future__ import annotations

from itertools import accumulate
from zlib import crc32

from textlint_spun.key_index import KeyIndex, packed


def index_of(keys: list[str]) -> KeyIndex:
    text = "".join(f"{key}|" for key in keys)
    offsets = accumulate([len(key) + 1 for key in keys[:-1]], initial=0)
    return KeyIndex(text.encode(), b"|", packed([key.encode() for key in keys], offsets))


def test_each_key_is_found_and_no_part_of_one() -> None:
    index = index_of(["boat", "boats", "oat", "boa"])
    assert [index.number(key) for key in ("boat", "boats", "oat", "boa")] == [0, 1, 2, 3]
    assert [index.number(word) for word in ("", "bo", "boatss", "at", "boat|boats")] == [None] * 5


def test_keys_of_one_hash_are_told_apart() -> None:
    assert crc32(b"plumless") == crc32(b"buckeroo")
    index = index_of(["oar", "buckeroo", "plumless"])
    assert [index.number(key) for key in ("plumless", "buckeroo")] == [2, 1]
    assert index_of(["oar", "buckeroo"]).number("plumless") is None


def test_any_text_may_be_asked_for() -> None:
    assert index_of(["boat"]).number("\ud800") is None
