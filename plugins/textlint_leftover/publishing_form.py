"""Fields of a publishing form: what belongs to one, and labels of lists that look like them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from textlint.document import Block, BlockKind
from textlint.lazy import lazy_pattern
from textlint_leftover.mention import Mentions
from textlint_leftover.reply_patterns import one_of

LONGEST_FORM = 1_200  # code points of a paragraph that is nothing but fields
LONGEST_FIELD = 300  # code points of one line of a form
FARTHEST = 12  # lines of a form above or below one that is certain

# What only the form of a publishing system asks for.
_CERTAIN = (
    r"(?:(?:[a-z]+ )?meta[- ]?(?:description|title)|seo (?:title|description|keywords?)"
    r"|(?:focus|primary|target) key(?:word|phrase)s?|url slug)"
)
# What it asks for as well.
_BESIDE = one_of(
    f"""{_CERTAIN.replace(" ", "_")} headline title brand slug tags? keywords? key_?phrases? category
    categories h1 (?:word|link|image|keyword|character)_count links search_intent target_audience tone
    excerpt permalink url summary featured_image"""
)
# "Brand: … Title: … Meta description: …" in one paragraph; a label may lack its colon before a quotation.
_ENDS_LABEL = r'(?: ?:| (?=["“]))'
_OPENS_FORM = lazy_pattern(rf"\W{{0,4}}{_BESIDE}{_ENDS_LABEL}")
_GOES_ON = lazy_pattern(rf"(?<=\s){_CERTAIN}{_ENDS_LABEL}")
_COMPANION = lazy_pattern(rf"\W{{0,4}}{_BESIDE} ?: ?\S")
# "Readability: …", "Word count: …": what is measured, and what may be a virtue as well.
_MEASURED = lazy_pattern(
    r"\W{0,4}(?:readability|reading level|uniqueness|originality|plagiarism|word ?count|character count)"
    r"[^:]{0,20}: ?(.*)"
)
_LABELLED = lazy_pattern(r"\W{0,4}[^\W\d_][^:.!?]{1,40}: ?\S")
MOST_WORDS = 4  # of a value that is no sentence: "easy to read"


def form_in(block: Block) -> tuple[int, int] | None:
    """Return the range of the fields in a paragraph that opens with one and holds a certain one, or None.

    In a longer paragraph, which holds the article as well, the range ends with the last label.
    """
    text = block.folded
    opening = _OPENS_FORM.match(text) if block.kind is BlockKind.PARAGRAPH else None
    if opening is None:
        return None
    certain = [match.end() for match in _GOES_ON.finditer(text, opening.end())]
    if not certain:
        return None
    return 0, len(text.rstrip()) if len(text) <= LONGEST_FORM else len(text[: certain[-1]].rstrip())


def is_virtue(mentions: Mentions, block: Block) -> bool:
    """Whether a label that a field may have stands before a sentence, or in a list of other labels."""
    measured = _MEASURED.match(block.folded)
    if measured is not None:
        value = measured[1]
        if len(value.split()) > MOST_WORDS and not any(map(str.isdigit, value)):
            return True
    if block.kind is not BlockKind.LIST_ITEM:
        return False
    others = [
        other
        for other in (mentions.before(block), *mentions.following(block, 1))
        if other is not None and other.kind is BlockKind.LIST_ITEM
    ]
    return (
        block.text.rstrip().endswith(".")
        and any(_LABELLED.match(other.folded) for other in others)
        and not any(_OPENS_FORM.match(other.folded) for other in others)
    )


def companions(mentions: Mentions, fields: list[Block]) -> Iterator[Block]:
    """Yield the lines of a form beside `fields`, of which two make one: "Keyword: …", "Link count: 10"."""
    certain = set(fields)
    prose = mentions.document.prose
    places = [number for number, block in enumerate(prose) if block in certain]
    seen: set[Block] = set()
    for first, second in pairwise(places):
        if second - first > FARTHEST or not all(
            prose[i] in certain or _is_companion(prose[i]) for i in range(first, second)
        ):
            continue
        around = [*range(first, second)]
        for step, start in ((-1, first), (1, second)):
            place = start + step
            while 0 <= place < len(prose) and abs(place - start) <= FARTHEST:
                if prose[place] not in certain and not _is_companion(prose[place]):
                    break
                around.append(place)
                place += step
        for place in sorted(around):
            if prose[place] not in certain and prose[place] not in seen:
                seen.add(prose[place])
                yield prose[place]


def _is_companion(block: Block) -> bool:
    return (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        and len(block.text) <= LONGEST_FIELD
        and _COMPANION.match(block.folded) is not None
    )
