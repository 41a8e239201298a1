"""What a word is, and how many there are."""

from __future__ import annotations

from textlint.lazy import lazy_pattern

# Letters and digits; an apostrophe or a hyphen between two of them is inside a word.
WORD = lazy_pattern(r"[^\W_]++(?:['’\-][^\W_]++)*+")
_ASCII_WORD = lazy_pattern(r"[A-Za-z0-9]++(?:['\-][A-Za-z0-9]++)*+")  # the same there, and quicker

# A letter of a script that is written without blanks between words: Thai, Lao, Burmese, Khmer, kana, Han.
UNSPACED = lazy_pattern(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)

_ASCII = bytes(range(128))
_SHAPES = bytes(
    ord("a") if chr(code).isalnum() else ord("-") if chr(code) in "'-" else ord(" ")
    for code in range(256)
)
_MANY = 32  # different characters; to replace more of them one by one is slower than all at once


def words_of(text: str) -> list[str]:
    """Return the words of `text` in order."""
    return (_ASCII_WORD if text.isascii() else WORD).findall(text)


def count_words(text: str) -> int:
    """Return `len(words_of(text))` in a fifth of the time, for the text of a whole document.

    Everything becomes "a", "-" or " ", and hyphens that stand beside one of the last two a blank:
    then what stands between blanks is a word.
    """
    if not text.isascii():
        text = _as_ascii(text)
    shapes = b" " + text.encode("ascii").translate(_SHAPES) + b" "
    shapes = shapes.replace(b"--", b"  ").replace(b" -", b"  ").replace(b"- ", b"  ")
    return shapes.count(b" a")  # each begins with "a" by now; to count is quicker than to split


def _as_ascii(text: str) -> str:
    others = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    kinds: dict[int, str] = {
        ord(character): "a" if character.isalnum() else "'" if character == "’" else " "
        for character in set(others.decode("utf-8", "surrogatepass"))
    }
    if len(kinds) > _MANY:
        return text.translate(kinds)
    for character, kind in kinds.items():
        text = text.replace(chr(character), kind)
    return text
