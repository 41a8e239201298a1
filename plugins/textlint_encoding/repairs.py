"""Several broken places of one block as one finding with one fix."""

from __future__ import annotations

from typing import Any, NamedTuple

from textlint.document import Block, BlockKind, Document
from textlint.model import Fix, Hit, Related

RELATED = 20  # further places that are named
WORD = 30  # code points that are looked at to either side for the rest of a word
_JOINS = "'’-"


class Repair(NamedTuple):
    """`block.text[start:end]` should be `replacement` in the source; None when nobody can know."""

    start: int
    end: int
    replacement: str | None


def is_text(block: Block) -> bool:
    """Whether the block is read by people: prose, front matter or an image's description."""
    return block.is_prose or block.kind in (BlockKind.META, BlockKind.ALT)


def finding(
    document: Document,
    block: Block,
    repairs: list[Repair],
    values: dict[str, Any],
    *,
    safe: bool,
    words: bool = False,
) -> Hit:
    """Return the finding at the first of `repairs`, the others related, with one fix for all of them.

    The fix replaces the source from the first place to the last; what lies between stays as it is.
    With `words` the places that are marked are the words around the repairs.
    """
    spans = [block.span_at(repair.start, repair.end) for repair in repairs]
    places = spans
    if words:
        places = [block.span_at(*word) for word in words_around(block.text, repairs)]
    related = tuple(
        Related(span, f'also "{document.source[span.start : span.end]}"')
        for span in places[1 : RELATED + 1]
    )
    fix = None
    if all(repair.replacement is not None for repair in repairs):
        pieces: list[str] = []
        at = spans[0].start
        for span, repair in zip(spans, repairs, strict=True):
            pieces += [document.source[at : span.start], repair.replacement or ""]
            at = span.end
        fix = Fix(spans[0].cover(spans[-1]), "".join(pieces), safe=safe)
    return Hit(places[0], values, related=related, fix=fix)


def words_around(text: str, repairs: list[Repair]) -> list[tuple[int, int]]:
    """Return the ranges of the words that `repairs`, in order of place, lie in; each word once."""
    found: list[tuple[int, int]] = []
    for repair in repairs:
        start, end = repair.start, repair.end
        while start > max(0, repair.start - WORD) and _is_inside(text, start - 1):
            start -= 1
        while end < min(len(text), repair.end + WORD) and _is_inside(text, end):
            end += 1
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_inside(text: str, place: int) -> bool:
    """Whether a word goes on at `place`: a letter or digit, or a mark with one on either side."""
    if text[place] in _JOINS:
        return text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()
    return text[place].isalnum()
