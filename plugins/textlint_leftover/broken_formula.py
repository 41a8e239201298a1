"""A heading or title is a piece of a formula that was cut off.

Headings and titles that were filled in by a program now and then hold its working instead: the opening
mark of a LaTeX formula, half an equation, and no closing mark. A reader sees an escape sequence
where the subject should be named.

**How to fix.** Write the heading. If a formula was meant, close it.

**Known limits.** Only headings and titles are read, and only formulas that are opened with `\\[` or `\\(`
and not closed in the same line. Formulas that are complete are never reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit, Span
from textlint.rule import Context, bad, good, rule

_OPENING = lazy_pattern(r"\\{1,2}[\[(]")
_CLOSING = lazy_pattern(r"\\{1,2}[\])]")
_MATHS = lazy_pattern(r"[=+^_{}]|\\[a-z]+")
_TITLE_KEYS = frozenset(
    {"title", "headline", "name", "subtitle", "description", "summary", "og:title"}
)


@rule(
    "leftover/broken-formula",
    summary="A heading or title that is half a formula.",
    message='The {where} is a formula that is opened and never closed: "{text}".',
    severity="error",
    examples=[
        bad("## \\[A + 3A = N \\\n\nThe kettle boils in two minutes.\n", at="\\[A + 3A = N \\"),
        bad("# \\[B = 12 \\\n\nThe kettle is red.\n", at="\\[B = 12 \\"),
        bad("---\ntitle: \\\\[A + 2B = C\n---\nThe kettle is red.\n", at="\\\\[A + 2B = C"),
        good("## \\[a + b = c\\]\n\nThis is the law.\n", why="a complete formula"),
        good("## The kettle \\[new\\]\n\nIt is red.\n", why="escaped brackets"),
        good("## Option \\[deprecated\n\nA typing error, but no formula.\n", why="no formula"),
        good("The state is \\[x + y = 1 here.\n", why="running text is not judged"),
    ],
)
def broken_formula(document: Document, context: Context) -> Iterator[Hit]:
    if "\\" not in document.source:
        return
    for block in document.blocks:
        where = _place(block)
        if not where or not block.segments:
            continue
        span = block.content_span
        start = span.start
        while document.source[start - 1 : start] == "\\":  # escapes are no text
            start -= 1
        source = document.source[start : span.end]
        opening = _OPENING.match(source)
        if opening is None or _CLOSING.search(source, opening.end()):
            continue
        if _MATHS.search(source, opening.end()):
            yield Hit(Span(start, span.end), {"where": where, "text": source})


def _place(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return "heading"
    if block.kind is BlockKind.META and block.label in _TITLE_KEYS:
        return block.label
    return ""
