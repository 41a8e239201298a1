"""What stands in prose and is none: bare addresses, which are links, and tags of template engines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence

from textlint.document import OBJECT, Block, Link, Segment
from textlint.lazy import lazy_pattern
from textlint.model import Span
from textlint.readers.builder import BlockBuilder
from textlint.readers.template_masks import DROPPED, joined_spans

# Liquid, Jinja, Nunjucks, Hugo. A bare {{name}} is no tag here: without an engine it is a slip.
TEMPLATE_TAG = (
    r"\{%[^%{}\n]{1,400}%\}|\{\{[<%#][^{}\n]{1,400}[>%]\}\}"
    r"|\{\{[^{}\n]{0,200}?[|.\"'(][^{}\n]{0,200}\}\}"
)
_NO_PROSE = lazy_pattern(
    rf"(?P<tag>{TEMPLATE_TAG})"
    r"|(?:https?://|ftp://|www\.(?=\w))[^\s<>\"“”„«»\ufffc\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?'’‘…)]}*_~`|"


def may_need_mask(text: str) -> bool:
    """Whether it is worth while to look for addresses and tags in `text`."""
    return (
        "@" in text
        or ("/" in text and "://" in text)  # one character is found much faster than three
        or ("{" in text and ("{{" in text or "{%" in text))
        or "www." in text
        or "WWW." in text
    )


def masked(block: Block, links: Sequence[Link]) -> tuple[Block, list[Link]]:
    """Return `block` with one placeholder for each address or tag, and the links of the addresses.

    `links` are those of the block so far: an address that is the text of a link makes no second one.
    """
    text = block.text
    ranges = []
    addresses = []
    for match in _NO_PROSE.finditer(text):
        start, end = match.span()
        if match["tag"] is None:
            end = _address_end(text, start, end)
            if end <= start + 4:
                continue
            addresses.append((start, end))
        ranges.append((start, end))
    if not ranges:
        return block, []
    found = []
    known = sorted(link.span for link in links)
    starts = [span.start for span in known]
    for start, end in addresses:
        span = block.span_at(start, end)
        index = bisect_right(starts, span.start) - 1
        if index < 0 or known[index].end < span.end:
            found.append(_link(text[start:end], span))
    return _with_objects(block, ranges), found


def joined(block: Block) -> Block:
    """Return `block` with one placeholder for each run of them and without what leaves no trace."""
    if DROPPED not in block.text and OBJECT * 2 not in block.text:
        return block
    if not block.text.strip(f" \n{DROPPED}"):
        return _with_text(block, "", ())
    runs = joined_spans(block.text)
    return _with_objects(
        block, [run[:2] for run in runs], {a for a, _, is_one in runs if not is_one}
    )


def _address_end(text: str, start: int, end: int) -> int:
    """Leave the punctuation after an address to the sentence, as GitHub's autolinks do.

    A closing parenthesis stays when the address holds the opening one.
    """
    surplus = text.count(")", start, end) - text.count("(", start, end)
    while end > start and text[end - 1] in _TRAILING:
        if text[end - 1] == ")":
            if surplus <= 0:
                break
            surplus -= 1
        end -= 1
    return end


def _link(address: str, span: Span) -> Link:
    if "@" in address and "://" not in address:
        return Link(span, "", address, "email")
    return Link(span, "", address if "://" in address else f"http://{address}", "bare")


def _with_objects(
    block: Block, ranges: list[tuple[int, int]], dropped: Container[int] = ()
) -> Block:
    """Return `block` with a placeholder for each range, and none for those that start at `dropped`."""
    builder = BlockBuilder()
    text = block.text
    starts = [*(segment.start for segment in block.segments), len(text)]
    waiting = iter([*ranges, (len(text), len(text))])
    start, end = next(waiting)
    for index, segment in enumerate(block.segments):
        position, last = segment.start, starts[index + 1]
        verbatim = last - position == segment.source_end - segment.source_start
        while position < last:
            if start <= position < end:  # inside of what is masked
                position = min(end, last)
            else:
                stop = min(start, last)
                if verbatim:
                    origin = segment.source_start + position - segment.start
                    builder.append(text[position:stop], origin, origin + stop - position)
                else:
                    builder.append(text[position:stop], segment.source_start, segment.source_end)
                position = stop
            if position == end and start < end:
                if start not in dropped:
                    span = block.span_at(start, end)
                    builder.append_object(span.start, span.end)
                start, end = next(waiting)
    if not builder:
        return _with_text(block, "", ())
    rebuilt = builder.build(block.kind, block.span)
    return _with_text(block, rebuilt.text, rebuilt.segments)


def _with_text(block: Block, text: str, segments: tuple[Segment, ...]) -> Block:
    return Block(block.kind, text, block.span, segments, block.level, block.containers, block.label)
