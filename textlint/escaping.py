"""The one sanitiser: makes text of any origin safe to print and its invisible characters visible.

Article texts, file names and error messages are written by strangers. A terminal obeys some of their
characters (C0, C1, DEL), a reader is misled by others (bidirectional controls turn "gpj.exe" round),
and the rest cannot be seen at all although findings are made about them (zero-width and tag
characters, fillers). Everything that is written for people goes through `visible`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from textlint.lazy import lazy_pattern

# Code point ranges, both ends included. Sources: the Unicode Character Database, properties
# Bidi_Control and Default_Ignorable_Code_Point, and the general categories Cc, Cs and Zl/Zp. Left
# out of Default_Ignorable_Code_Point: the variation selectors FE00..FE0F, which every second emoji
# carries.
_UNSAFE = (
    (0x00, 0x1F),  # C0
    (0x7F, 0x9F),  # DEL and C1
    (0xAD, 0xAD),  # soft hyphen
    (0x34F, 0x34F),  # combining grapheme joiner
    (0x61C, 0x61C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),  # Khmer inherent vowels
    (0x180B, 0x180F),  # Mongolian selectors and vowel separator
    (0x200B, 0x200F),  # zero-width space and joiners, direction marks
    (0x2028, 0x202E),  # line and paragraph separator, embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates
    (0x3164, 0x3164),  # Hangul filler
    (0xD800, 0xDFFF),  # lone surrogates: undecodable bytes of a file name, broken JSON
    (0xFEFF, 0xFEFF),  # byte-order mark
    (0xFFA0, 0xFFA0),  # halfwidth Hangul filler
    (0xFFF0, 0xFFFB),  # unassigned ignorables, interlinear annotations
    (0xFFFE, 0xFFFF),  # noncharacters
    (0x1BCA0, 0x1BCA3),  # shorthand format controls
    (0x1D173, 0x1D17A),  # musical format controls
    (0xE0000, 0xE0FFF),  # tags and the supplementary variation selectors
)
_UNSAFE_CHARACTER = lazy_pattern(
    "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSAFE) + "]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_COMMAND = lazy_pattern(r"^(\s*):(?=:[A-Za-z])|#(?=#\[)")
_LINE_BREAKS = lazy_pattern(r"[ \t\r\n]+")


def visible(text: str) -> str:
    r"""Return `text` with every unsafe or invisible character as an escape: \n, \x1b, \u202e, …

    The result has no line break and prints the same on every terminal. It is for people and cannot
    be turned back: a backslash of the text itself stays as it is.
    """
    return _UNSAFE_CHARACTER.sub(_escape, text)


def shown_path(path: Path, folder: Path) -> str:
    """Return a path as messages name it: relative to a folder, since they must not name the machine."""
    return Path(os.path.relpath(path, folder)).as_posix()


def no_command(line: str) -> str:
    r"""Return a line of a report so that the log of a CI server takes it for text.

    GitHub's runner obeys "::name …::" at the start of a line, blanks in front do not matter, and
    "##[name]" wherever it stands (`ActionCommand.cs` of https://github.com/actions/runner); a file or
    a paragraph may be called so. Their first character becomes an escape.
    """
    return _COMMAND.sub(lambda found: "\\x23" if found[1] is None else f"{found[1]}\\x3a", line)


def no_command_in_json(text: str) -> str:
    r"""Return JSON of equal meaning without "##[", which `no_command` explains."""
    return text.replace("##[", r"#\u0023[")


def one_line(text: str) -> str:
    """Return `text` with its line breaks and runs of blanks as single spaces, and made `visible`."""
    return visible(_LINE_BREAKS.sub(" ", text).strip(" "))


def encodable(text: str) -> str:
    """Return `text` with each lone surrogate as U+FFFD: equal length, but it can be encoded."""
    return _SURROGATE.sub("\ufffd", text)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    short = _SHORT.get(character)
    if short is not None:
        return short
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
