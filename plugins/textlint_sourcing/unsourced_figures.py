"""An article states figure after figure and names no source for any of them.

Sums, shares and large numbers are claims that a reader must be able to check. This article states
several and holds nothing to check them by: no link to another site, no footnote or citation, no
named publication, nobody who is quoted or said to have said something. That is what remains when a
report is reworded and its sources are left behind.

**How to fix.** Link or name the source of each figure: the announcement, the report, the newspaper
that had it first. One good source in the article is enough to silence this rule; the related places
show which sentences need one.

**Known limits.** The rule looks at the whole document: where one figure has a source and five have
none, it is silent. Own figures ("we", "our"), prices, measures, advice to the reader, old history and
documents with code or formulas are not counted. An announcement that is only narrated ("has
announced a deal worth …") is no source, since it does not say where it was made. English only.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit, Related
from textlint.rule import Context, bad, good, rule
from textlint_sourcing.evidence import has_evidence, has_link
from textlint_sourcing.figures import Claim, claims

FEWEST = 3  # sentences with figures, fractions or multiples
FEWEST_EXACT = 2  # of them with figures
WORDS_PER_CLAIM = 250  # sparser than this, the figures are not what the article is about
# The writers have counted themselves.
_OWN_STUDY = lazy_pattern(
    r"\b(?:we|i) (?:have )?(?:studied|asked|surveyed|interviewed|polled|measured|counted|analy[sz]ed|tested"
    r"|examined|collected|recruited|sampled)\b"
)
_TECHNICAL = (BlockKind.CODE, BlockKind.MATH)


@rule(
    "sourcing/unsourced-figures",
    summary="Figures are stated and the whole document names no source.",
    message=(
        "{sentences} sentences state figures and the document has no source for them: no link, citation,"
        " named publication or attributed quotation (lines {lines})."
    ),
    languages=("en",),
    about_document=True,
    examples=[
        bad(
            "Brindle Freight has ordered 1,200 electric vans in a deal worth $90 million.\n\n"
            "The company plans to replace 40% of its fleet by 2027. Its rival Ostmark Lines is\n"
            "spending $1.2 billion on the same change.\n",
            at="Brindle Freight has ordered 1,200 electric vans in a deal worth $90 million.",
        ),
        bad(
            "Most shops never look at their shelves twice. Close to 11% of turnover is lost to empty\n"
            "shelves every year.\n\nA further 4% is stolen by visitors. Repeat custom brings in\n"
            "75% of the profit of a small shop.\n",
            at="Close to 11% of turnover is lost to empty\nshelves every year.",
        ),
        bad(
            "The port of Kelby handled 2.1 million containers last year. The figure is expected to\n"
            "reach 3 million by 2030, an increase of 43 per cent.\n\nA new quay for £310 million is\n"
            "planned, and around 4,500 people will work there.\n",
            at="The port of Kelby handled 2.1 million containers last year.",
            filename="port.txt",
        ),
        bad(
            "Every third household in Kelby keeps a boat. Repairs cost its owners ₹42,000 crore a year,\n"
            "and sales of paint tripled. Boats lose 18 percent of their value in the first winter.\n",
            at="Every third household in Kelby keeps a boat.",
        ),
        good(
            "The port handled 2.1 million containers last year, according to the harbour board. It is\n"
            "expected to reach 3 million by 2030. A new quay for £310 million is planned there.\n",
            why="a source is named",
        ),
        good(
            "The port handled [2.1 million containers](https://port.example/2023) last year. It is\n"
            "expected to reach 3 million by 2030. A new quay for £310 million is planned there.\n",
            why="a source is linked",
        ),
        good(
            "We asked 1,400 of our members about the new timetable in May. About 62% of our members\n"
            "like it. Another 8% of them told us so in capital letters, and 30% of us do not care.\n",
            why="the writers' own figures",
        ),
        good(
            "We studied 212 swimmers. Sleep improved in 61% of those in tents. Colds fell by 12%,\n"
            "and 38% of the group wanted to stay. A third of it did.\n",
            why="an abstract of the writers' own study",
        ),
        good(
            "Heat the pan to 40% of its power. Add 1,500 ml of stock. Reduce it by 50%, then cover\n"
            "and leave it to stand. The stew keeps 100% of its flavour for a week.\n",
            why="a recipe",
        ),
        good(
            "The firm took 1.4 million orders in June. Its share rose to 38% of the market.\n\n"
            "“We had planned for 900,000,” said its founder, Ilse Brand. Sales of $80 million are\n"
            "expected this year.\n",
            why="somebody is quoted by name",
        ),
        good(
            "Sales rose 8% in May. They had fallen by 3% a year before, to 41,000 boats.[^1]\n"
            "The trade expects another 5% next year.\n\n[^1]: Boat Trade Yearbook, p. 8.\n",
            why="a footnote",
        ),
    ],
)
def unsourced_figures(document: Document, context: Context) -> Iterator[Hit]:
    if has_link(document) or any(block.kind in _TECHNICAL for block in document.blocks):
        return
    found = list(claims(document))
    if (
        len(found) < FEWEST
        or sum(claim.exact for claim in found) < FEWEST_EXACT
        or len(found) * WORDS_PER_CLAIM < document.word_count
    ):
        return
    if has_evidence(document) or any(_OWN_STUDY.search(block.folded) for block in document.prose):
        return
    lines = sorted({document.lines.line(c.sentence.span.start) for c in found})
    yield Hit(
        found[0].sentence.span,
        {"sentences": len(found), "lines": ", ".join(str(line) for line in lines)},
        related=tuple(Related(c.sentence.span, _figures(c)) for c in found[1:]),
    )


def _figures(claim: Claim) -> str:
    text = claim.sentence.block.text
    listed = ", ".join(text[start:end] for start, end in claim.figures)
    return f"no source for {listed}"
