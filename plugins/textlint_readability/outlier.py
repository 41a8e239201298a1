"""One passage is much harder, or much easier, to read than the rest of its document.

A section that came from elsewhere (a press release pasted into a column, a legal notice, a
paragraph reworded on its own) often shows by its reading level before its subject shows it.

Compared are passages of one document with each other: paragraphs of a section, joined until they
hold at least 100 words, each with its LIX and its automated readability index. A passage is
reported when both indexes are far from the document's median on the same side: by 15 LIX points and
5 grades, and by at least four robust standard deviations (1.4826 × the median of all deviations) of
LIX. At least six passages are needed. There is no absolute grade: a text may be as hard as it
likes, if it is so throughout. Whether *neighbours* jump is what `readability/patchwork` looks at;
documents of a collection are not compared.

**How to fix.** Read the passage after the one before it. If another hand wrote it, quote it with
its source or bring it to the level of the rest.

**Known limits.** Runs in the audit profile only: explanations of a formula, long lists in a
sentence and dialogue are legitimate outliers. Indexes that count syllables are not used, as they
need a dictionary from the network. Languages without spaces between words are not judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_readability.passages import passages
from textlint_readability.samples import article, laboured, plain

FEWEST_PASSAGES = 6
NORMAL = 1.4826  # times the median deviation estimates the standard deviation of a normal sample
LEAST_DEVIATION = 2.5  # LIX points; the scatter of passages of one hand


@dataclass(frozen=True, slots=True)
class Options:
    """`words` a passage needs, and how far from the median it must be: in LIX, grades, deviations."""

    words: int = 100
    lix: float = 15.0
    grades: float = 5.0
    deviations: float = 4.0


@rule(
    "readability/outlier",
    summary="A passage that is far harder or easier to read than the rest of the document.",
    message="Much {direction} to read than the rest: LIX {lix:.0f}, the document's median is {median:.0f}.",
    severity="note",
    confidence="low",
    profile="audit",
    options=Options,
    examples=[
        bad(article(*map(plain, range(6)), laboured(0)), at=laboured(0)),
        bad(
            article(*map(laboured, range(3)), plain(0), *map(laboured, range(3, 6))),
            at=plain(0),
        ),
        bad(article(laboured(0), *map(plain, range(5))), at=laboured(0)),
        good(
            article(*map(laboured, range(8))), why="hard throughout: no absolute grade is asked for"
        ),
        good(
            article(*map(plain, range(6)), laboured(0, sentences=2)),
            why="fewer than 100 words are not judged",
        ),
        good(article(*map(plain, range(3)), laboured(0)), why="too few passages to compare"),
        good(article(*map(plain, range(6)), "> " + laboured(0)), why="a block quotation"),
    ],
)
def outlier(document: Document, context: Context) -> Iterator[Hit]:
    options: Options = context.options
    found = passages(document, options.words)
    if len(found) < FEWEST_PASSAGES:
        return
    from statistics import median  # with it come decimals, fractions and a generator of chance

    middle = median(p.lix for p in found)
    grade = median(p.ari for p in found)
    deviation = NORMAL * max(median(abs(p.lix - middle) for p in found), LEAST_DEVIATION)
    for passage in found:
        harder, steeper = passage.lix - middle, passage.ari - grade
        if harder * steeper <= 0:
            continue
        if abs(harder) < max(options.lix, options.deviations * deviation):
            continue
        if abs(steeper) >= options.grades:
            direction = "harder" if harder > 0 else "easier"
            values = {"direction": direction, "lix": passage.lix, "median": middle}
            yield Hit(passage.span, values)
