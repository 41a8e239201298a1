"""A chat program's own citation mark stands in the text or in a link.

Assistants that search the web mark their sources with tokens of their program: `oaicite`,
`turn0search3`, `【12†source】`, `[cite_start]`; and they tag the links they hand out with
`utm_source=chatgpt.com`. Copied along with the text, the tokens lead nowhere, and the tag tells everybody who
counts visits, and every reader who looks at the address, where the link came from.

**How to fix.** Look up what the mark stood for and cite it, or delete the mark. The tag of a link can be
cut off without harm, which the fix does.

**Known limits.** Tokens in code, in quotation marks and in block quotations are taken as examples. The
destination of a reference link is reported where the link is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Block, BlockKind, Document, Link, fold
from textlint.lazy import lazy_pattern
from textlint.model import Fix, Hit, Span
from textlint.rule import Context, bad, good, rule
from textlint_leftover.mention import Mentions

# One of these is in every token; most documents hold none.
_CLUES = (
    "oaicite",
    "oai_citation",
    "†",
    "[cite",
    "[web:",
    "attributableIndex",
    "grok-card",
    "[attached_file",
)
_TURN = lazy_pattern(r"turn\d")
_TOKEN = lazy_pattern(
    r":?contentReference\[oaicite:\d+\]\{index=\d+\}|:?contentReference\[oaicite[^\]\n]{0,20}\]|\[?oaicite:\d+\]?"
    r"|(?:\ue200)?(?:file)?cite(?:\ue202)?turn\d+(?:search|news|view|file|image|academia|finance|product|forecast|reddit)\d+"
    r"(?:(?:\ue202)?turn\d+[a-z]+\d+)*(?:\ue201)?"
    r"|\b(?:turn\d+(?:search|news|view|file|image|academia|finance|product|forecast|reddit)\d+)+\b"
    r"|\[?oai_citation:\d+(?:‡[^\]\n]{0,80}\]?|\])"
    r"|【\d+(?::\d+)?†[^】\n]{0,80}】|\[\d+†(?:source|L\d+(?:-L?\d+)?)[^\]\n]{0,40}\]"
    r"|\[cite_start\]|\[cite: ?\d+(?:, ?\d+)*\]|\[(?:web|attached_file):\d+\]"
    r"|\(?\{\"attribution\":\{\"attributableIndex\":\"?[\d-]+\"?\}\}\)?|<grok-card [^>\n]{0,200}>"
)
_TAG = lazy_pattern(
    r"(?:utm_source|utm_medium|referrer)=(?:chatgpt(?:\.com)?|openai(?:\.com)?|chat\.openai\.com|perplexity(?:\.ai)?|claude\.ai"
    r"|copilot(?:\.microsoft)?\.com|gemini\.google\.com|grok\.com)(?![\w.])",
    re.IGNORECASE,
)


def _reads(block: Block) -> bool:
    return block.is_prose or block.kind in (BlockKind.META, BlockKind.ALT)


@rule(
    "leftover/citation-token",
    summary="A citation mark of a chat program, or its tag in a link.",
    message='"{text}" is {what}. Cite the source, or delete it.',
    severity="error",
    clues=(*map(fold, _CLUES), *(f"turn{digit}" for digit in range(10))),
    always_runs=True,
    examples=[
        bad(
            "The mill burned in 1904. :contentReference[oaicite:2]{index=2}\n",
            at=":contentReference[oaicite:2]{index=2}",
        ),
        bad(
            "The mill burned in 1904.\n\n:contentReference[oaicite:2]{index=2}\n",
            at=":contentReference[oaicite:2]{index=2}",
        ),
        bad(
            "Its [owner]{.name} left. :contentReference[oaicite:2]{index=2}\n",
            at=":contentReference[oaicite:2]{index=2}",
        ),
        bad("The tower leans by two degrees【12†source】.\n", at="【12†source】"),
        bad("It was rebuilt in 1911 citeturn0search3 by the town.\n", at="citeturn0search3"),
        bad(
            "See the [report](https://mill.example/r?utm_source=chatgpt.com).\n",
            at="utm_source=chatgpt.com",
        ),
        bad(
            "[cite_start]The wheel has 48 floats. [cite: 3, 7]\n",
            at=["[cite_start]", "[cite: 3, 7]"],
        ),
        bad("The wheel has 48 floats [oai_citation:8].\n", at="[oai_citation:8]"),
        good("Search your drafts for `oaicite` and `turn0search0`.\n", why="in code"),
        good("The string “【12†source】” is a citation mark.\n", why="in quotation marks"),
        good(
            "See the [report](https://mill.example/r?utm_source=newsletter).\n",
            why="its own campaign",
        ),
        good("Take the third turn, search the wall and cite the stone.\n", why="ordinary words"),
    ],
)
def citation_token(document: Document, context: Context) -> Iterator[Hit]:
    if context.clued:
        mentions = Mentions(document)
        for block in context.clued:
            if not _reads(block) or not _has_clue(block.text):
                continue
            for match in _TOKEN.finditer(block.text):
                if not mentions.is_set_apart(block, *match.span()):
                    span = block.span_at(*match.span())
                    text = match.group()
                    if text.startswith("content") and document.source.endswith(":", 0, span.start):
                        # At the start of a paragraph Markdown takes the colon for a definition's.
                        span, text = Span(span.start - 1, span.end), ":" + text
                    what = "a citation mark of a chat program"
                    yield Hit(span, {"text": text, "what": what}, fix=Fix(span, "", safe=False))
    for link in document.links:
        destination = link.destination.lower()
        if "utm_" not in destination and "referrer=" not in destination:
            continue
        if tag := _TAG.search(link.destination):
            yield _tagged(document, link, tag.group())


def _has_clue(text: str) -> bool:
    return any(clue in text for clue in _CLUES) or _TURN.search(text) is not None


def _tagged(document: Document, link: Link, tag: str) -> Hit:
    """Mark the tag where it is written within the link, else (a reference link) the link."""
    values = {"text": tag, "what": "the tag that a chat program puts into the links it hands out"}
    source = document.source[link.span.start : link.span.end]
    # The last one: the text of a link may show its address too.
    at = source.rfind(tag)
    if at < 0:
        return Hit(link.span, values)
    start, end = link.span.start + at, link.span.start + at + len(tag)
    cut = Span(start - 1, end)
    if document.source[end : end + 1] == "&":
        cut = Span(start, end + 1)
    elif document.source[end : end + 5] == "&amp;":
        cut = Span(start, end + 5)
    return Hit(Span(start, end), values, fix=Fix(cut, ""))
