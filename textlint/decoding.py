"""From the bytes of a file to its text: byte-order marks, UTF-8, UTF-16, and what is none of these."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple


class Decoded(NamedTuple):
    """Decoded text without its byte-order mark, or None for what is no text.

    `problem` says why there is no text, or what had to be guessed to get one.
    """

    text: str | None
    had_bom: bool
    encoding: str
    problem: str | None


# The four-byte marks come first: that of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROL = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1b"})
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = bytes(range(0x80, 0x100))
_SAMPLE = 8192  # bytes; enough to tell UTF-16 by its zeros, or an alphabet by its letters
_DECLARATION = re.compile(
    rb"""(?:<\?xml[^>]{0,100}?\bencoding\s*=\s*["']|<meta[^>]{0,200}?\bcharset\s*=\s*["']?)([\w.:-]{2,30})""",
    re.IGNORECASE,
)
# A detector is asked only about texts with so many bytes outside ASCII; fewer prove nothing.
_FEWEST_HIGH = 12
_OTHER_CODES = """cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp874 iso8859_2 iso8859_5
    iso8859_7 koi8_r cp932 euc_jp gb18030 big5 cp949"""
_CANDIDATES = _OTHER_CODES.split()
_JAPANESE = ("cp932", "euc_jp")  # detectors take them for Korean
_MOST_CHAOS = 0.1
_LEAST_COHERENCE = 0.7
_NOT_WESTERN = frozenset(
    {"Polish", "Czech", "Slovak", "Hungarian", "Croatian", "Slovene", "Romanian", "Turkish"}
)


def decode(data: bytes) -> Decoded:
    """Turn the bytes of a file into text.

    A byte-order mark decides, else UTF-8, else UTF-16 by its zero bytes. Text that is none of these
    is read as UTF-8 with replacement characters when most of it is valid UTF-8, else as what it
    declares, what its letters show beyond doubt, or Windows-1252, and `problem` says so. Zero bytes
    or many control characters mean no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, mark, encoding)
    if b"\0" in data:
        return _decode_zeros(data)
    if _is_binary(data):
        return Decoded(None, False, "binary", "binary data, not text")
    try:
        return Decoded(data.decode("utf-8"), False, "utf-8", None)
    except UnicodeDecodeError as error:
        return _decode_legacy(data, error)


def _decode_marked(data: bytes, mark: bytes, encoding: str) -> Decoded:
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            legacy = data[len(mark) :].decode("utf-8", "replace")
            return Decoded(legacy, True, "utf-8", _damage(error.start + len(mark)))
        return Decoded(
            None, True, encoding, f"not valid {encoding.upper()} from byte {error.start}"
        )
    if "\0" in text:
        return Decoded(None, True, "binary", "binary data, not text")
    return Decoded(text, True, encoding, None)


def _decode_zeros(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    half = max(len(sample) // 2, 1)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if max(even, odd) > 0.4 and min(even, odd) < 0.05 and len(data) % 2 == 0:
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = "\0"
        if "\0" not in text and not _is_binary(text.encode("utf-8")):
            note = f"read as {encoding.upper()}, which it does not declare"
            return Decoded(text, False, encoding, note)
    return Decoded(None, False, "binary", "binary data, not text")


def _is_binary(data: bytes) -> bool:
    """Whether more than one byte in fifty is a control character that no text file uses."""
    return (len(data) - len(data.translate(None, _CONTROL))) * 50 > len(data)


def _decode_legacy(data: bytes, error: UnicodeDecodeError) -> Decoded:
    high = len(data) - len(data.translate(None, _HIGH))
    valid = sum(len(sequence) for sequence in _UTF8_SEQUENCE.findall(data))
    if valid * 2 > high:
        return Decoded(data.decode("utf-8", "replace"), False, "utf-8", _damage(error.start))
    for encoding, why in (
        (_declared(data), ", as it declares"),
        (_likely(data) if high >= _FEWEST_HIGH else None, ", by its letters"),
    ):
        if encoding is not None:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            note = f"not valid UTF-8 from byte {error.start}: read as {encoding}{why}"
            return Decoded(text, False, encoding, note)
    try:
        text, encoding, name = data.decode("cp1252"), "cp1252", "Windows-1252"
    except UnicodeDecodeError:  # five bytes have no meaning there
        text, encoding, name = data.decode("latin-1"), "latin-1", "Latin-1"
    note = f"not valid UTF-8 from byte {error.start}: read as {name}"
    return Decoded(text, False, encoding, note)


def _declared(data: bytes) -> str | None:
    """Return the encoding that an XML declaration or a meta element names, if Python knows it."""
    match = _DECLARATION.search(data, 0, _SAMPLE // 4)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
        if "<é>".encode(name, "replace")[:1] != b"<":  # UTF-16 and others that are not ASCII's
            return None
    except (LookupError, ValueError):
        return None
    if name == "utf-8":
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name  # as every browser does


def _likely(data: bytes) -> str | None:
    """Return the encoding that the letters show, or None where Windows-1252 would do as well.

    Detectors take one Latin alphabet for another, so only other scripts count, and of Latin ones
    those whose words are beyond doubt those of a language that Windows-1252 cannot hold.
    """
    from charset_normalizer import from_bytes

    for encoding in _JAPANESE:
        if _is_japanese(data[:_SAMPLE], encoding):
            return encoding
    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    if best is None or best.chaos > _MOST_CHAOS:
        return None
    letters = [character for character in str(best) if character.isalpha()]
    others = sum(1 for character in letters if character > "\u036f")
    if others * 2 >= len(letters) > 0:
        return best.encoding
    sure = best.coherence >= _LEAST_COHERENCE and best.language in _NOT_WESTERN
    return best.encoding if sure else None


def _is_japanese(sample: bytes, encoding: str) -> bool:
    """Whether a fifth of what is not ASCII is hiragana, which no other language has."""
    text = sample.decode(encoding, "ignore")
    others = sum(1 for character in text if character > "\x7f")
    kana = sum(1 for character in text if "\u3041" <= character <= "\u3096")
    return kana * 5 >= others > 0


def _damage(offset: int) -> str:
    return f"not valid UTF-8 from byte {offset}: invalid bytes read as U+FFFD"
