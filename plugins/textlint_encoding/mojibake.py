"""Characters are garbled: UTF-8 was read as another encoding.

"itâ€™s", "cafÃ©", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚": somewhere on its way a file was written in one encoding and read in
another. Readers see noise, search engines do not find the words, and each copy garbles more.

Candidates are found by their shape (a lead byte's character with its followers); the library ftfy decides
whether undoing the wrong step gives text. All places of a paragraph are one finding.

**How to fix.** Let the fix put the intended characters back, and find the step that reads UTF-8 as
Windows-1252.

**Known limits.** Garbling that lost characters cannot be undone (see `encoding/replacement-character`).
Articles about encodings, where it is shown, are left alone, and so is code.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from textlint.document import Block, Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_encoding.characters import beyond_ascii
from textlint_encoding.repairs import Repair, finding, is_text, words_around
from textlint_encoding.subject import is_about_encodings, is_shown

# What the bytes 80..BF look like when read as Latin-1, Windows-1252 or Windows-1251.
_LATIN = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_CYRILLIC = "\u0400-\u040f\u0450-\u045f\u0490\u0491\xa0-\xbf€‚„…†‡‰‹‘’“”•–—™›№"
_SHAPES = (
    lazy_pattern(f"[\xc2-\xf4][{_LATIN}]"),
    lazy_pattern(f"[РС][{_CYRILLIC}][РС][{_CYRILLIC}]"),
    lazy_pattern("[āβ]€[^\\s\\w]"),
)
_LEADS = frozenset([*map(chr, range(0xC2, 0xF5)), *"РСāβ"])  # what the shapes begin with
# Encodings that ftfy does not try: in these "…" and "’" begin with the pairs of the last shape.
_BALTIC_AND_GREEK = ("cp1257", "cp1253")
_RUN = lazy_pattern(r"[^\x00-\x7f]{2,200}")
_WORD = lazy_pattern(r"[A-Za-z]{1,40}")
# ftfy leaves this one alone, as both readings are possible; as a trade mark it is always meant.
_TRADE_MARK = "â„¢"


@rule(
    "encoding/mojibake",
    summary="UTF-8 that was read as another encoding.",
    message='"{text}" is garbled: it should read "{meant}".',
    examples=[
        bad("Itâ€™s the keeperâ€™s key.\n", at="Itâ€™s"),
        bad("The cafÃ© by the harbour is open.\n", at="cafÃ©"),
        bad("The fare is Â£3 each way.\n", at="Â£3"),
        bad("---\ntitle: The keeperâ€™s key\n---\nIt opens the tower.\n", at="keeperâ€™s"),
        bad("Å»ycie w lesie trwa.\n", at="Å»ycie"),
        bad("На стене написано РїСЂРёРІРµС‚.\n", at="РїСЂРёРІРµС‚"),
        bad("Some marketers believeā€¦\n", at="believeā€¦"),
        good("São João, voilà… „heiß“ und «Ø–Å».\n", why="accents beside punctuation"),
        good("Write `â€™` to see it.\n", why="in code"),
        good("# Mojibake\n\nThe bytes of ’ read as Windows-1252 give â€™.\n", why="its subject"),
        good(
            "- Text saved as Windows-1252 and read as UTF-8 (“donâ€™t”) is repaired.\n",
            why="a note that shows what it speaks of",
        ),
        good("Привет, Россия! Это проверка.\n", why="plain Russian"),
    ],
)
def mojibake(document: Document, context: Context) -> Iterator[Hit]:
    if not _LEADS & beyond_ascii(document) or not _is_shaped(document.source):
        return
    about: bool | None = None
    for block in document.blocks:
        if block.text.isascii() or not is_text(block) or not _is_shaped(block.text):
            continue
        repairs = [r for r in _repairs(block) if not is_shown(block, r.start, r.end)]
        if not repairs:
            continue
        about = is_about_encodings(document) if about is None else about
        if about:
            return
        start, end = words_around(block.text, repairs)[0]
        values = {
            "text": block.text[start:end],
            "meant": _repaired(block.text, start, end, repairs),
        }
        yield finding(document, block, repairs, values, safe=True, words=True)


def _is_shaped(text: str) -> bool:
    return any(shape.search(text) for shape in _SHAPES)


def _repaired(text: str, start: int, end: int, repairs: list[Repair]) -> str:
    """Return `text[start:end]` as it should read."""
    pieces: list[str] = []
    for repair in repairs:
        if repair.start >= end:
            break
        pieces += [text[start : repair.start], repair.replacement or ""]
        start = repair.end
    return "".join([*pieces, text[start:end]])


def _repairs(block: Block) -> Iterator[Repair]:
    for match in _RUN.finditer(block.text):
        run = match.group()
        if not _is_shaped(run):
            continue
        meant = "™" if run == _TRADE_MARK else _meant(block.text, *match.span())
        if meant != run and meant.isprintable():
            yield Repair(match.start(), match.end(), meant)


def _meant(text: str, start: int, end: int) -> str:
    """Return what `text[start:end]` should be, or itself.

    Of a lone pair such as "Å»" only the rest of its word tells: "Å»ycie" is "Życie".
    """
    from ftfy import fix_encoding

    run = text[start:end]
    if run[0] in "āβ":
        for encoding in _BALTIC_AND_GREEK:
            with suppress(UnicodeError):
                return run.encode(encoding).decode("utf-8")
    meant: str = fix_encoding(run)
    word = _WORD.match(text, end)
    if meant == run and word is not None:
        rest = word.group()
        whole: str = fix_encoding(run + rest)
        if whole.endswith(rest):
            meant = whole.removesuffix(rest)
    return meant
