"""Several broken places of one block as one finding with one fix."""

from __future__ import annotations

from typing import Any, NamedTuple

from textlint.document import Block, BlockKind, Document
from textlint.model import Fix, Hit, Related

RELATED = 20  # further places that are named


class Repair(NamedTuple):
    """`block.text[start:end]` should be `replacement` in the source; None when nobody can know."""

    start: int
    end: int
    replacement: str | None


def is_text(block: Block) -> bool:
    """Whether the block is read by people: prose, front matter or an image's description."""
    return block.is_prose or block.kind in (BlockKind.META, BlockKind.ALT)


def finding(
    document: Document, block: Block, repairs: list[Repair], values: dict[str, Any], *, safe: bool
) -> Hit:
    """Return the finding at the first of `repairs`, the others related, with one fix for all of them.

    The fix replaces the source from the first place to the last; what lies between stays as it is.
    """
    spans = [block.span_at(repair.start, repair.end) for repair in repairs]
    related = tuple(
        Related(span, f'also "{document.source[span.start : span.end]}"')
        for span in spans[1 : RELATED + 1]
    )
    fix = None
    if all(repair.replacement is not None for repair in repairs):
        pieces: list[str] = []
        at = spans[0].start
        for span, repair in zip(spans, repairs, strict=True):
            pieces += [document.source[at : span.start], repair.replacement or ""]
            at = span.end
        fix = Fix(spans[0].cover(spans[-1]), "".join(pieces), safe=safe)
    return Hit(spans[0], values, related=related, fix=fix)
