"""Invisible characters stand in the text.

Zero-width spaces, soft hyphens and direction marks come along when text is copied from web pages, PDF files
and word processors. Nobody sees them, but search does not find the words they stand in, spelling checkers
stumble, and direction overrides can show a reader another text than the file holds.

All places of a paragraph are one finding, which names the characters.

**How to fix.** Delete them, which the fix does.

**Known limits.** Joiners inside emoji and between letters of scripts that need them (Arabic, Indic, Khmer and
others), zero-width spaces in scripts that are written without spaces, and direction marks in
documents with right-to-left letters, and word joiners beside a dash, are part of the text and not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Block, Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_encoding.characters import beyond_ascii
from textlint_encoding.repairs import Repair, finding, is_text

_NAMES = {
    "\u00ad": "soft hyphen",
    "\u115f": "Hangul filler",
    "\u1160": "Hangul filler",
    "\u180e": "Mongolian vowel separator",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2060": "word joiner",
    "\u2061": "invisible operator",
    "\u2062": "invisible operator",
    "\u2063": "invisible operator",
    "\u2064": "invisible operator",
    "\u3164": "Hangul filler",
    "\ufeff": "byte-order mark inside the text",
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "direction control"),
}
_TAG_CHARACTER = "\U000e0001-\U000e007f"
_MARKS = frozenset([*_NAMES, *map(chr, range(0xE0001, 0xE0080))])
_INVISIBLE = lazy_pattern("[" + "".join(_NAMES) + _TAG_CHARACTER + "]{1,400}")
_RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Scripts that use joiners, and those that are written without spaces between words.
_JOINING = lazy_pattern(
    "[\u0600-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ua980-\ua9df]"
)
_HANGUL = lazy_pattern("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")


@rule(
    "encoding/invisible",
    summary="Characters that nobody sees, inside the text.",
    message="{count} invisible {noun} here: {names}.",
    severity="note",
    examples=[
        bad("The light\u200bhouse is dark.\n", at="\u200b"),
        bad("A soft hy\u00adphen in a word.\n", at="\u00ad"),
        bad("The file is called \u202egnp.exe\u202c here.\n", at="\u202e"),
        bad("---\ntitle: The\ufeff key\n---\nIt is lost.\n", at="\ufeff"),
        good("A family 👩‍👩‍👧 and 🏳️‍🌈 at the tower.\n", why="joiners inside emoji"),
        good("او می‌خواهد کتاب بخواند.\n", why="Persian needs its non-joiner"),
        good("ภาษา\u200bไทย\u200bเขียน\n", why="Thai marks its word breaks so"),
        good("He ran\u2060—\u2060and fell.\n", why="a dash is kept on its line"),
        good("The word \u200fשלום\u200f means peace.\n", why="direction marks beside Hebrew"),
    ],
)
def invisible(document: Document, context: Context) -> Iterator[Hit]:
    characters = beyond_ascii(document)
    if _MARKS.isdisjoint(characters):
        return
    right_to_left = any(map(_RIGHT_TO_LEFT.match, characters))
    for block in document.blocks:
        if block.text.isascii() or not is_text(block):
            continue
        marks = _INVISIBLE.finditer(block.text)
        found = [m for m in marks if not _belongs(block, *m.span(), right_to_left)]
        if not found:
            continue
        marked = "".join(m.group() for m in found)
        names = sorted({_NAMES.get(mark, "tag character") for mark in set(marked)})
        noun = "character" if len(marked) == 1 else "characters"
        values = {"count": len(marked), "noun": noun, "names": ", ".join(names)}
        repairs = [Repair(m.start(), m.end(), "") for m in found]
        yield finding(document, block, repairs, values, safe=True)


def _belongs(block: Block, start: int, end: int, right_to_left: bool) -> bool:
    """Whether the run of characters, or its first one, does the work it exists for.

    `right_to_left` says whether the document holds letters that are written so.
    """
    text = block.text
    mark = text[start]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if mark in "\u200c\u200d\u200b":
        if _JOINING.match(before) or _JOINING.match(after):
            return True
        return mark == "\u200d" and _is_pictograph(before) and _is_pictograph(after)
    if mark == "\u2060":  # keeps a dash or an ellipsis on the line of its word
        return not (before.isalnum() and after.isalnum())
    if mark in "\u115f\u1160\u3164":
        return bool(_HANGUL.match(before) or _HANGUL.match(after))
    if mark in "\u200e\u200f" or _NAMES.get(mark) == "direction control":
        return right_to_left
    return mark >= "\U000e0001" and ord(before) >= 0x1F3F4


def _is_pictograph(character: str) -> bool:
    """Whether an emoji sequence may go on here: a pictograph, a sign, a modifier or a selector."""
    code = ord(character)
    return code >= 0x1F000 or 0x2190 <= code <= 0x2BFF or code in (0xFE0F, 0x20E3)
