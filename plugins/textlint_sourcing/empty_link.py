"""A source is announced and there is none: "Source:" with nothing after it, a link that leads nowhere.

The place where the source stood has survived a copy or a rewrite; the source has not. It looks like
evidence and is none.

**How to fix.** Put the address back, or take the empty announcement out.

**Known limits.** A link without a target is a warning when its text promises a source ("source",
"report", "here") and a note otherwise. `#` is taken for an empty target only in running text, and not
behind "back to top" and the like. "Source:" before a list, a link or a short line is complete.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from textlint.document import Block, BlockKind, Document, Link
from textlint.lazy import lazy_pattern
from textlint.model import Hit, Severity, Span
from textlint.rule import Context, bad, good, rule

_PROMISE = lazy_pattern(
    r"(?:(?:image|photo|picture|data|original|full)[ -])?"
    r"(?:sources?|via|quelle|fuente|fonte|bron|reference|references|citation)"
    r" ?: ?(?:(?:link|url|here|source|n/?a|none|tba|tbd|todo|xxx?|\?+|\[?(?:link|url|source)\]?)\W{0,2})?"
)
_SOURCE_TEXT = lazy_pattern(
    r"(?:(?:the|this|a|full|original|see|read|our|their|official|recent|new) )*"
    r"(?:sources?|report|study|article|story|post|paper|survey|statement|announcement|press release"
    r"|interview|data|research|here|link|this|via|original|citation|reference|according to .*)\W{0,2}"
)
_LIST = lazy_pattern(r"\W{0,4}(?:sources?|references|citations) ?:")
_EMPTY = lazy_pattern(
    r"#!?|javascript:.*|https?:/{0,2}|about:blank|(?:todo|fixme|tbd)[\w-]{0,80}|url|link|insert.*"
    r"|your[-_ ]?(?:link|url)(?:[-_ ]here)?"
    r"|https?://(?:www\.)?(?:your-?(?:site|domain|website)|domain|website)\.com/?|",
    re.IGNORECASE,
)
_BUTTON = lazy_pattern(
    r"(?:(?:back|go|return|scroll) )?(?:to )?(?:the )?"
    r"(?:top|contents|start|menu|home|close|next|prev(?:ious)?)\W*"
    r"|(?:log|sign) ?(?:in|up|out)|search|share|print|expand|collapse|toggle|more|show.*|hide.*|\W*",
    re.IGNORECASE,
)


@rule(
    "sourcing/empty-link",
    summary="A source is announced, but the place where it should stand is empty.",
    message="{what}",
    examples=[
        bad("The toll rises in May.\n\nSource:\n", at="Source:"),
        bad("The toll rises in May ([source]()).\n", at="[source]()"),
        bad("The toll rises in May, says [a report](#) of the bridge trust.\n", at="[a report](#)"),
        bad("The toll rises in May.\n\nSources: [1]() [2](#)\n", at=["[1]()", "[2](#)"]),
        bad("The toll rises in May.\n\nSource: link\n", at="Source: link"),
        good("The toll rises in May.\n\nSource: Bridge Trust\n", why="the source is named"),
        good("Sources:\n\n- [Bridge Trust](https://trust.example)\n", why="a list follows"),
        good("[Back to top](#)\n", why="a button of the page"),
        good("See [the table below](#tolls).\n", why="a place in the page"),
        good("Write `[source]()` and fill in the address.\n", why="an example in code"),
    ],
)
def empty_link(document: Document, context: Context) -> Iterator[Hit]:
    yield from _promises(document)
    yield from _targets(document)


def _promises(document: Document) -> Iterator[Hit]:
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if len(block.text) > 60 or ":" not in block.text:
            continue
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        if not _PROMISE.fullmatch(block.folded):
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if document.links_in(block.span) or _completes(block, following):
            continue
        yield Hit(block.content_span, {"what": f'"{block.text}" and no source.'})


def _completes(block: Block, following: Block | None) -> bool:
    """Whether the next block is what "Source:" announces: a list, a link, a name on its own line."""
    if following is None or block.text.rstrip()[-1:] != ":":
        return False
    if following.kind is BlockKind.PARAGRAPH:
        return len(following.text) < 160 and not following.text.endswith((".", "!", "?"))
    return following.kind is not BlockKind.HEADING


def _targets(document: Document) -> Iterator[Hit]:
    empty = [link for link in document.links if link.kind != "image" and _is_empty(link)]
    starts = [block.span.start for block in document.blocks] if empty else []
    for link in empty:
        index = bisect_right(starts, link.span.start) - 1
        block = document.blocks[index] if index >= 0 else None
        text = " ".join(link.text.split())
        if (
            block is None
            or not block.is_prose
            or not text
            or text.startswith("![")
            or _BUTTON.fullmatch(text)
        ):
            continue
        promised = _SOURCE_TEXT.fullmatch(text.lower()) is not None or announces(block)
        if link.destination.strip().startswith(("#", "javascript")) and not (
            promised or _is_in_a_sentence(block, link)
        ):
            continue
        yield Hit(
            Span(link.span.start, link.span.end),
            {"what": f'The link "{text}" leads nowhere.'},
            severity=Severity.WARNING if promised else Severity.NOTE,
        )


def announces(block: Block) -> bool:
    """Whether the block is a list of sources: "Sources: [1](…) [2](…)"."""
    return _LIST.match(block.folded) is not None


def _is_empty(link: Link) -> bool:
    address = link.destination
    if len(address) > 60 and address.startswith("http"):
        return False  # longer than any of the empty ones
    return _EMPTY.fullmatch(address.strip()) is not None


def _is_in_a_sentence(block: Block, link: Link) -> bool:
    return block.kind is BlockKind.PARAGRAPH and len(block.text) > 2 * len(link.text) + 20
