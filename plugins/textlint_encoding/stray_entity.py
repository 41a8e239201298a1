"""A character reference is shown to the reader instead of its character.

"Bread &amp;amp; butter", "the keeper&#8217;s key" in a plain text file, "don\\u2019t": text was escaped
twice, or taken out of HTML or JSON without being unescaped.

**How to fix.** Put the character in, which the fix does, and find the step that escapes what is
already escaped.

**Known limits.** Only references that publishing systems write (spaces, quotation marks, dashes, accented
letters) and escapes of punctuation are reported. Code, quotations of a single reference and articles
about encodings or HTML are left alone. Front matter is read for references that are escaped twice,
as many generators pass its values on as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_encoding.repairs import Repair, finding, is_text
from textlint_encoding.subject import is_about_encodings

_NAMED = (
    "nbsp|amp|quot|apos|lt|gt|[lr]squo|[lr]dquo|[bs]bquo|[lr]aquo|[nm]dash|hellip|middot|bull|shy|copy|reg|trade|euro|pound"
    "|ensp|emsp|thinsp|deg|times|frac(?:12|14|34)|szlig|[ao]elig|iexcl|iquest"
    "|[a-zA-Z](?:acute|grave|circ|uml|tilde|ring|cedil|slash)"
)
_ENTITY = lazy_pattern(rf"&(?:{_NAMED}|#(?:\d{{2,5}}|x[0-9a-fA-F]{{2,5}}));|&nbsp(?![;\w])")
_TWICE = lazy_pattern(
    rf"&amp;(?={_NAMED}|#\d{{2,5}};|#x[0-9a-fA-F]{{2,5}};)(?:[a-zA-Z]+|#x?[0-9a-fA-F]+);"
)
_ESCAPE = lazy_pattern(r"\\u(?:201[0-9a-fA-F]|2026|00[a-fA-F][0-9a-fA-F])(?![0-9a-fA-F])")
_MARKS = frozenset("\"'“”‘’„«»")
_ABOUT_HTML = lazy_pattern(r"\b(?:entit(?:y|ies)|escap\w+|encod\w+|html|markup|ampersand)\b")


@rule(
    "encoding/stray-entity",
    summary="A character reference that the reader sees instead of its character.",
    message='The reader sees "{text}" instead of "{meant}".',
    examples=[
        bad("Bread &amp;amp; butter are on the table.\n", at="&amp;amp;"),
        bad("The keeper&#8217;s key is lost.\n", at="&#8217;", filename="example.txt"),
        bad("The tower&amp;nbsp;is closed, and it doesn&amp;#8217;t matter.\n", at="&amp;nbsp;"),
        bad("---\ntitle: Bread &amp;amp; butter\n---\nBoth.\n", at="&amp;amp;"),
        bad("She doesn\\u2019t know.\n", at="\\u2019"),
        good(
            "Bread &amp; butter, the keeper&rsquo;s key.\n", why="references of the format itself"
        ),
        good("---\ntitle: Bread &amp; butter\n---\nBoth.\n", why="the generator writes HTML"),
        good("Write `&nbsp;` for a space that does not break.\n", why="in code"),
        good("The HTML entity &amp;nbsp; is a space.\n", why="the sentence is about it"),
        good("Smith &Sons; Jones & Co; AT&T;\n", why="no references", filename="example.txt"),
    ],
)
def stray_entity(document: Document, context: Context) -> Iterator[Hit]:
    if "&" not in document.source and "\\u" not in document.source:
        return
    about: bool | None = None
    for block in document.blocks:
        if not is_text(block) or ("&" not in block.text and "\\u" not in block.text):
            continue
        repairs = sorted(_repairs(document, block))
        if not repairs or _ABOUT_HTML.search(block.folded):
            continue
        about = is_about_encodings(document) if about is None else about
        if about:
            return
        first = repairs[0]
        text = block.text[first.start : first.end]
        values = {"text": text, "meant": _character(text).replace("\xa0", " ")}
        yield finding(document, block, repairs, values, safe=True)


def _repairs(document: Document, block: Block) -> Iterator[Repair]:
    for pattern in (_TWICE if block.kind is BlockKind.META else _ENTITY, _ESCAPE):
        for match in pattern.finditer(block.text):
            text = match.group()
            character = _character(text)
            if character == text or _is_shown(block.text, match):
                continue
            # In a format with references of its own, "<" and "&" stay written as one.
            keep = character in "<>&" and document.format != "text"
            yield Repair(match.start(), match.end(), text if keep else character)


def _is_shown(text: str, match: re.Match[str]) -> bool:
    """Whether the reference stands alone between quotation marks."""
    return (
        text[match.start() - 1 : match.start()] in _MARKS
        and text[match.end() : match.end() + 1] in _MARKS
    )


def _character(text: str) -> str:
    if text.startswith("\\u"):
        return chr(int(text[2:], 16))
    from html import unescape  # its table of names takes a millisecond

    return unescape(text if text.endswith(";") else f"{text};")
