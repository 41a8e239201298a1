"""Alternatives in braces, of which a spinning program should have chosen one.

"The tower is {closed|shut|not open}." Spinning programs read texts in which each word or sentence stands
with its synonyms, and write a new article each time. Here the source was published itself, or a part of
it that the program did not understand. Braces may stand inside braces.

**How to fix.** Choose one of the alternatives; better, go back to the text from which they were made.

**Known limits.** Braces around single words count only inside a sentence, and only where there are several
of them. Code, formulas, quotations, tables, options of commands, sets, files of a template engine and
articles that speak of braces, templates or spinning are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Fix, Hit
from textlint.rule import Context, bad, good, rule
from textlint_leftover.placeholder_patterns import ENGINE

_LONGEST = 2_000  # code points of one group of alternatives
_BRACE = lazy_pattern(r"[{}]")
_PART = lazy_pattern(r"[{}|]")
_INNERMOST = lazy_pattern(r"\{([^{}|]*)(?:\|[^{}|]*)+\}")
# Words as people write them: no paths, no calls, no assignments.
_WORDS = lazy_pattern(r"(?!.*\w\.\w)(?:[^\W\d_][\w ,.;:'’!?&%()–-]*[^\W_][.!?]?|\d[\w ,.%]*)")
_MARK = lazy_pattern(r"[.,;:!?]")  # what is left between nested groups
_WORD = lazy_pattern(r"[a-z]{3,}")
_IN_SENTENCE = lazy_pattern(r"[a-z,] \Z")
_TYPES = frozenset({"string", "number", "boolean", "object", "null", "undefined", "true", "array"})
_ABOUT_BRACES = lazy_pattern(
    r"\b(?:curly|braces?|brackets?|syntax|templates?|placeholders?|mail merge|mad libs|shortcodes?"
    r"|spintax|spinners?|(?:article|text|content)[- ]spinn\w+)\b"
)
_SHOWN = 80  # code points of a group in a message


@rule(
    "leftover/spintax",
    summary="Alternatives in braces, of which a spinning program should have chosen one.",
    message='"{text}" are alternatives for a spinning program, which chose none. Choose one.',
    severity="error",
    examples=[
        bad(
            "The tower {is closed|can't be visited} in winter.\n", at="{is closed|can't be visited}"
        ),
        bad(
            "Our {great|awesome|superb} bells ring in the {old|ancient} tower.\n",
            at=["{great|awesome|superb}", "{old|ancient}"],
        ),
        bad(
            "{The bells ring {at six|every evening}.|Every evening the bells are rung.} People listen.\n",
            at="{The bells ring {at six|every evening}.|Every evening the bells are rung.}",
        ),
        good("Run bell {start|stop|status} as root.\n", why="the options of a command"),
        good("The set {x | x is even} is infinite.\n", why="a mathematical set"),
        good("Write `{great|awesome}` to get one of the two.\n", why="in code"),
        good(
            "A spinner is fed with spintax such as {the old tower|the ancient tower}, in curly braces.\n",
            why="an article about it",
        ),
        good("It said “{the old tower|the ancient tower}”.\n", why="in quotation marks"),
    ],
)
def spintax(document: Document, context: Context) -> Iterator[Hit]:
    if "|" not in document.folded_text or "{" not in document.folded_text:
        return
    found = [
        (block, start, end, is_sure)
        for block in document.blocks
        if _is_read(block) and "|" in block.text
        for start, end in _groups(block.text)
        if not _is_formula(document, block, start, end)
        for is_sure in [_is_sure(block, start, end)]
        if is_sure is not None
    ]
    if len(found) < 2 and not any(is_sure for *_, is_sure in found):
        return
    if _ABOUT_BRACES.search((document.title or "").lower()):
        return
    if ENGINE.search(document.source):
        return
    for block, start, end, _ in found:
        if not _ABOUT_BRACES.search(block.folded):
            span, text = block.span_at(start, end), block.text[start:end]
            shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
            yield Hit(span, {"text": shown}, fix=Fix(span, _first_choice(text), safe=False))


def _is_read(block: Block) -> bool:
    read = block.is_prose or block.kind in (BlockKind.META, BlockKind.ALT)
    return read and not block.in_quote and block.kind is not BlockKind.TABLE_CELL


def _groups(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of outermost braces that hold a bar and are not too long."""
    opened: list[int] = []
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            start = opened.pop()
            if opened and brace.end() - opened[0] <= _LONGEST:
                continue  # inside a group that may still be closed
            opened.clear()
            if brace.end() - start <= _LONGEST and "|" in text[start : brace.end()]:
                yield start, brace.end()


def _is_formula(document: Document, block: Block, start: int, end: int) -> bool:
    """Whether the braces are written with a backslash, or stand between dollar signs."""
    at = block.span_at(start, end).start
    return "\\" in document.source[max(at - 1, 0) : at + 1] or (
        block.text.count("$", 0, start) % 2 == 1 and "$" in block.text[end:]
    )


def _is_sure(block: Block, start: int, end: int) -> bool | None:
    """Whether a group tells on its own; None for one that is no choice between words."""
    text = block.text
    before = text[max(0, start - 2) : start]
    if before[-1:].isalnum() or before[-1:] in ("{", "$", "\\", "%", "_"):
        return None
    if block.is_quoted(start, end) or before[-1:] in ("“", "„", "«", '"', "‘"):
        return None
    parts = [part.strip() for part in _PART.split(text[start:end].replace("\n", " "))]
    words = [part for part in parts if part and not _MARK.fullmatch(part)]
    if not all(len(part) > 1 and _WORDS.fullmatch(part) for part in words):
        return None
    if any(" " in part for part in words):  # also with nothing for its alternative
        return not before.rstrip().endswith(":")
    plain = all(_WORD.fullmatch(part) and part not in _TYPES for part in words)
    inside = block.kind is BlockKind.PARAGRAPH and _IN_SENTENCE.search(before) is not None
    return False if plain and inside and len(words) > 1 else None


def _first_choice(text: str) -> str:
    """Return the text with the first of all alternatives."""
    while True:
        chosen = _INNERMOST.sub(r"\1", text)
        if chosen == text:
            return text
        text = chosen
