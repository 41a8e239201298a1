"""The one sanitiser: nothing unsafe gets through, nothing harmless is touched."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from textlint.escaping import encodable, one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("a\x00b\x7f\x9b", r"a\x00b\x7f\x9b"),
        ("line\nend\r\tx", r"line\nend\r\tx"),
        ("gpj\u202e.exe", r"gpj\u202e.exe"),
        ("\u2066x\u2069\u200f", r"\u2066x\u2069\u200f"),
        ("zero\u200bwidth\ufeff", r"zero\u200bwidth\ufeff"),
        ("a\u2028b\u2029c\x85d", r"a\u2028b\u2029c\x85d"),
        ("soft\xadhyphen", r"soft\xadhyphen"),
        ("tag\U000e0041\U000e007f", r"tag\U000e0041\U000e007f"),
        ("lone\ud800", r"lone\ud800"),
        ("caf\udce9.md", r"caf\udce9.md"),
    ],
)
def test_what_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    ["plain", "naïve “quotes” – dash…", "漢字", "e\u0301", "😀❤\ufe0f", r"C:\n", "\u00a0", ""],
)
def test_what_is_left_alone(text: str) -> None:
    assert visible(text) == text


def test_every_character_of_the_unsafe_classes_is_escaped() -> None:
    harmless = {0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2}
    harmless |= {0x110BD, 0x110CD, *range(0x13430, 0x13440)}  # marks that can be seen
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
            assert (visible(character) == character) == (code in harmless), hex(code)


def test_nothing_unsafe_is_left_after_escaping() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    shown = visible(everything)
    assert visible(shown) == shown
    shown.encode()


def test_one_line_has_single_blanks() -> None:
    assert one_line("  a\r\n\r\n b\t\tc\n") == "a b c"
    assert one_line("a\u2028b") == r"a\u2028b"


def test_encodable_keeps_the_length() -> None:
    assert encodable("a\ud800b\udfff") == "a\ufffdb\ufffd"
    assert encodable("\U0001f600") == "\U0001f600"
