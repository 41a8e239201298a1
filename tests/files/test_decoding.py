"""Bytes to text: what decides, what is guessed and said, what is no text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.decoding import decode

TEXT = "Die Brücke — “neu” — 橋 🌉\r\nZweite Zeile.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\x00\x00", "utf-32-le"),
        (b"\x00\x00\xfe\xff", "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_not_text(mark, encoding):
    assert decode(mark + TEXT.encode(encoding)) == (TEXT, True, encoding, None)
    assert decode(mark) == ("", True, encoding, None)


def test_only_the_first_mark_is_dropped():
    assert decode("\ufeff\ufeffa".encode()).text == "\ufeffa"


@pytest.mark.parametrize("text", ["", " \n\t\r\n", TEXT, "\x0c\x0b\x1b[0m"])
def test_utf8(text):
    assert decode(text.encode()) == (text, False, "utf-8", None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_known_by_its_zeros(encoding):
    text = "The bridge is open again, the city says — “at last”.\n" * 3
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.had_bom, decoded.encoding) == (text, False, encoding)
    assert "UTF-16" in (decoded.problem or "")


def test_a_legacy_page_is_read_as_windows_1252_and_said():
    decoded = decode("“Brücke” – 5 €".encode("cp1252"))
    assert decoded.text == "“Brücke” – 5 €"
    assert decoded.encoding == "cp1252"
    assert decoded.problem == "not valid UTF-8 from byte 0: read as Windows-1252"


# One sentence or two of each language, in encodings that were in use for it.
RUSSIAN = "Мост был закрыт целый год, и никто в городе не знал, когда его откроют снова."
GREEK = "Η γέφυρα έμεινε κλειστή έναν ολόκληρο χρόνο και κανείς δεν ήξερε πότε θα άνοιγε ξανά."
JAPANESE = "橋は一年間閉鎖されていて、町の誰もいつ再開されるのか知らなかった。"
CHINESE = "这座桥关闭了整整一年，城里没有人知道它什么时候会重新开放。"
KOREAN = "다리는 일 년 내내 폐쇄되었고 마을의 누구도 언제 다시 열릴지 몰랐다."
HEBREW = "הגשר היה סגור במשך שנה שלמה ואיש בעיר לא ידע מתי ייפתח שוב."
OTHER_SCRIPTS = [
    *((RUSSIAN, encoding) for encoding in ("cp1251", "koi8_r", "iso8859_5")),
    *((JAPANESE, encoding) for encoding in ("cp932", "euc_jp")),
    *((GREEK, "cp1253"), (CHINESE, "gb18030"), (KOREAN, "cp949"), (HEBREW, "cp1255")),
]


@pytest.mark.parametrize(("text", "encoding"), OTHER_SCRIPTS)
def test_letters_of_another_script_show_the_encoding(text, encoding):
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.problem == f"not valid UTF-8 from byte 0: read as {encoding}, by its letters"


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke war ein Jahr gesperrt, und niemand wußte, wann sie öffnen würde. Für alle.",
        "Le pont était fermé depuis une année entière et le conseil a été très déçu, où qu’il fût.",
        "El puente estuvo cerrado un año y nadie sabía cuándo volvería a abrirse. El señor calló.",
        "Broen var stengt i et helt år, og ingen i byen visste når den skulle åpne på nytt. Så fælt.",
        "A ponte ficou fechada um ano inteiro e ninguém sabia quando reabriria. Não há previsão.",
    ],
)
def test_western_languages_are_read_as_windows_1252(text):
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (text, "cp1252")


def test_a_few_letters_prove_nothing():
    assert decode("Мост и дом".encode("cp1251")).encoding == "cp1252"


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="windows-1250">', "cp1250"),
        ("<?xml version='1.0' encoding='ISO-8859-2'?>", "iso8859-2"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta charset="utf-16">', "cp1252"),
        ('<meta charset="no-such-thing">', "cp1252"),
    ],
)
def test_what_a_page_declares_counts_if_it_can_be(declaration, encoding):
    text = f"{declaration}<p>Żółw, łódź.</p>"
    assert decode(text.encode("cp1250")).encoding == encoding


def test_a_byte_without_meaning_there_is_read_as_latin1():
    decoded = decode(b"Br\xfccke \x81")
    assert (decoded.text, decoded.encoding) == ("Brücke \x81", "latin-1")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_damaged_utf8_stays_utf8(mark):
    decoded = decode(mark + "“Brücke” – 5 €".encode() + b" \xff end \xe2\x80")
    assert decoded.text == "“Brücke” – 5 € \ufffd end \ufffd"
    assert decoded.encoding == "utf-8"
    assert "U+FFFD" in (decoded.problem or "")


@pytest.mark.parametrize(
    "data",
    [
        b"a\0b",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        bytes(range(256)) * 20,
        b"\xff\xfe" + "text\0".encode("utf-16-le"),
        b"text \x01\x02\x03\x04",
        random.Random(1).randbytes(5000),
        "a\0".encode("utf-16-le") * 50,
    ],
)
def test_binary_data_is_no_text(data):
    decoded = decode(data)
    assert decoded.text is None
    assert decoded.problem == "binary data, not text"


@pytest.mark.parametrize(
    "data", [b"\xff\xfea", b"\xff\xfe\x00\xd8", b"\xff\xfe\x00\x00\xff\xff\xff\xff"]
)
def test_what_breaks_its_own_mark_is_no_text(data):
    decoded = decode(data)
    assert decoded.text is None
    assert "not valid UTF-" in (decoded.problem or "")


@given(st.binary(max_size=300))
def test_any_bytes_give_clean_text_or_a_reason(data):
    decoded = decode(data)
    if decoded.text is None:
        assert decoded.problem
    else:
        decoded.text.encode("utf-8")  # no lone surrogates
        assert "\0" not in decoded.text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_text_comes_back_as_it_is(text):
    decoded = decode(text.encode())
    assert decoded.problem is None
    assert decoded.text == text.removeprefix("\ufeff")
