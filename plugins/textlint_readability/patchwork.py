"""The reading level jumps from passage to passage.

A text that was put together from several sources, or reworded paragraph by paragraph, changes its
manner again and again: a long-winded passage beside a plain one, and so on to the end.

Compared are neighbouring passages (paragraphs of a section, joined until they hold at least 100
words). The document is reported once, with its jumps as related places, when at least four pairs of
neighbours, and at least half of all pairs, differ by 10 LIX points and 4 grades (automated
readability index). One passage that differs from all others is not patchwork but an outlier
(`readability/outlier`).

**How to fix.** Read the marked places aloud, find out where each part came from, and give the text
one voice or its parts their sources.

**Known limits.** Runs in the audit profile only. Columns that mix narrative and quotation from
documents may jump on purpose. Languages without spaces between words are not judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from textlint.document import Document
from textlint.model import Hit, Related
from textlint.rule import Context, bad, good, rule
from textlint_readability.passages import Passage, passages
from textlint_readability.samples import article, laboured, plain


@dataclass(frozen=True, slots=True)
class Options:
    """`words` a passage needs, what counts as a jump, and how many there must be."""

    words: int = 100
    lix: float = 10.0
    grades: float = 4.0
    jumps: int = 4


def _turn_about(one: Callable[[int], str], other: Callable[[int], str]) -> str:
    return article(*(passage(number) for number in range(3) for passage in (one, other)))


def _first(passage: str) -> str:
    """Return the first sentence of a passage."""
    return passage.partition(". ")[0] + "."


@rule(
    "readability/patchwork",
    summary="The reading level jumps between neighbouring passages again and again.",
    message="The reading level jumps at {jumps} of {pairs} places between neighbouring passages.",
    severity="note",
    confidence="low",
    profile="audit",
    options=Options,
    about_document=True,
    examples=[
        bad(_turn_about(plain, laboured), at=_first(laboured(0))),
        bad(
            article(plain(0), _turn_about(plain, laboured).strip(), *map(plain, range(3, 6))),
            at=_first(laboured(0)),
        ),
        bad("# The hill\n\n" + _turn_about(laboured, plain), at=_first(plain(0))),
        good(
            article(*map(plain, range(5)), laboured(0)),
            why="one passage that differs is an outlier",
        ),
        good(
            article(*map(plain, range(4)), *map(laboured, range(4))),
            why="one change of manner in the middle",
        ),
        good(article(*map(laboured, range(8))), why="hard, but the same throughout"),
    ],
)
def patchwork(document: Document, context: Context) -> Iterator[Hit]:
    options: Options = context.options
    found = passages(document, options.words)
    pairs = list(pairwise(found))
    jumps = [after for before, after in pairs if _jumps(before, after, options)]
    if len(jumps) < options.jumps or 2 * len(jumps) < len(pairs):
        return
    places = [passage.blocks[0].sentences[0].span for passage in jumps]
    related = tuple(
        Related(place, f"LIX {passage.lix:.0f} from here")
        for place, passage in zip(places[1:], jumps[1:], strict=True)
    )
    yield Hit(places[0], {"jumps": len(jumps), "pairs": len(pairs)}, related=related)


def _jumps(before: Passage, after: Passage, options: Options) -> bool:
    harder, steeper = after.lix - before.lix, after.ari - before.ari
    return abs(harder) >= options.lix and abs(steeper) >= options.grades and harder * steeper > 0
