"""A character was lost: a replacement character or a question mark stands in its place.

A program that meets bytes it cannot read writes U+FFFD, the black diamond with a question mark; older ones
write "?" ("It?s the keeper?s key"). What stood there is gone from this copy.

**How to fix.** Look the character up in the original, or read the file again in its own encoding.

**Known limits.** Question marks are reported only inside contractions and genitives, and only when a
document holds two different ones. Articles about encodings are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_encoding.characters import beyond_ascii
from textlint_encoding.repairs import Repair, finding, is_text, words_around
from textlint_encoding.subject import is_about_encodings, is_shown

_LOST = lazy_pattern("\ufffd{1,40}")
_INSIDE = lazy_pattern(r"\?(?<=[a-z]\?)[a-z]")  # begins with the mark, which the search skips to
_CONTRACTION = lazy_pattern(
    r"\b(?:(?:it|that|what|he|she|there|here|let|who|where|how)\?s|(?:do|does|did|is|was|were|are|would|could"
    r"|should|has|have|had|ca|wo|ai)n?\?t|(?:i|you|we|they|he|she|it)\?(?:ll|ve|re|d|m)|[a-z]{3,20}\?s)\b"
)


@rule(
    "encoding/replacement-character",
    summary="A character that was lost on the way.",
    message='A character was lost in "{text}". Look it up in the original.',
    examples=[
        bad("The keeper\ufffds key opens the tower.\n", at="keeper\ufffds"),
        bad("# Caf\ufffd by the harbour\n\nOpen all day.\n", at="Caf\ufffd"),
        bad("It?s late and the keeper doesn?t come.\n", at="It?s"),
        good("The mark `\ufffd` stands for a lost character.\n", why="in code"),
        good("# Unicode\n\nA decoder writes \ufffd for what it cannot read.\n", why="its subject"),
        good("Characters such as é turned to \ufffd in saved names.\n", why="it is spoken of"),
        good("Is it his? She knows, doesn't she? So?\n", why="questions"),
        good("The pattern colou?rs? matches both.\n", why="one of its kind: a pattern"),
    ],
)
def replacement_character(document: Document, context: Context) -> Iterator[Hit]:
    lost = "\ufffd" in beyond_ascii(document)
    asked = "?" in document.source and _has_two_contractions(document)
    if not lost and not asked:
        return
    about: bool | None = None
    for block in document.blocks:
        if not is_text(block):
            continue
        places = [match.span() for match in _LOST.finditer(block.text)] if lost else []
        if asked:
            marks = (
                block.folded.index("?", m.start()) for m in _CONTRACTION.finditer(block.folded)
            )
            places = sorted([*places, *((at, at + 1) for at in marks)])
        places = [place for place in places if not is_shown(block, *place)]
        if not places:
            continue
        about = is_about_encodings(document) if about is None else about
        if about:
            return
        repairs = [Repair(start, end, None) for start, end in places]
        start, end = words_around(block.text, repairs)[0]
        values = {"text": block.text[start:end]}
        yield finding(document, block, repairs, values, safe=False, words=True)


def _has_two_contractions(document: Document) -> bool:
    seen: set[str] = set()
    for block in document.blocks_matching(_INSIDE):
        if is_text(block):
            seen.update(match.group() for match in _CONTRACTION.finditer(block.folded))
    return len(seen) > 1
