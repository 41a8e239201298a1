"""A paragraph is in another language than the document around it.

A passage that was left untranslated, a block pasted from another edition, or the tail of another
article: the reader meets a paragraph that he may not be able to read, and nothing says why.

Each paragraph of at least 150 letters is compared with the document's language by its function words.
Only a paragraph that fails is shown to a statistical detector (langdetect, seeded, offline), and only
when both agree on the other language is it reported. All paragraphs in one language are one finding.

**How to fix.** Translate the passage, quote it (as a block quotation, with its source), or give it a heading
that says what it is.

**Known limits.** Quotations, tables, footnotes, paragraphs that are introduced by a colon, sections whose
heading names a language or is in that language, and documents of which more than a third is in other
languages (one stray paragraph: three fifths) are taken to be meant. Shorter passages and unquoted phrases are
not judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from textlint.document import Block, BlockKind, Document
from textlint.model import Hit, Related
from textlint.rule import Context, bad, good, rule
from textlint_language.announcement import is_announced
from textlint_language.confirmation import confirmed
from textlint_language.detection import detect_language
from textlint_language.languages import evidence, letters, name, share

SAMPLE = 700  # code points of a paragraph that are looked at
OWN_SHARE = 0.2  # of the document's function words: a paragraph like the others
RELATED = 30  # further paragraphs that are named
FOREIGN_SHARE = 1 / 3  # of the prose: from here on a document is bilingual
STRAY_SHARE = 0.6  # the same where only one paragraph is in another language
FEWEST_OWN = 3  # paragraphs in the document's language beside a single stray one
OWN_PARAGRAPH = 30  # code points from which a paragraph is counted as one


@dataclass(frozen=True, slots=True)
class Options:
    """`letters` a paragraph needs before its language is judged."""

    letters: int = 150


_ENGLISH = (
    "The lighthouse was switched off on Monday after ninety years, and the keeper who had lived in it "
    "with his family went down to the village, where all the people they knew had made a supper for them.",
    "Nobody has said what will become of the tower. The town would like to have it, but there is no money "
    "for the roof, and the stairs have not been safe since the storm that took the boathouse away.",
    "For the boats it makes little difference, since they all find their way by satellite. It is the old "
    "who miss the beam that used to come through their windows and wander over the wall of the bedroom.",
    "The lamp itself was sold to a museum on the mainland. It weighs as much as a cow, and it took six men "
    "and a crane to bring it down to the quay, where it stood for a week under a sheet.",
    "What is left is the horn, which is tried on the first day of each month. The keeper says that he can "
    "hear it from his new house, and that he still looks at the clock when it is late.",
)
_SPANISH = (
    "El faro se apagó el lunes después de noventa años, y el guarda que había vivido en él con su familia "
    "bajó al pueblo, donde la gente les había preparado una cena para que no se fueran sin despedirse.",
    "Nadie ha dicho qué va a ser de la torre. Al pueblo le gustaría quedarse con ella, pero no hay dinero "
    "para el tejado, y la escalera no es segura desde la tormenta que se llevó la caseta de los botes.",
    "A los barcos les importa poco, porque todos encuentran el camino por satélite. Son los viejos los que "
    "echan de menos la luz que entraba por sus ventanas y paseaba por la pared de la habitación.",
)
_GERMAN = (
    "Der Leuchtturm wurde am Montag nach neunzig Jahren abgeschaltet, und der Wärter, der mit der Familie "
    "darin gewohnt hatte, ging in das Dorf hinunter, wo die Leute für sie ein Essen gemacht hatten.",
    "Was aus dem Turm wird, hat noch niemand gesagt. Die Stadt würde ihn gern haben, aber für das Dach ist "
    "kein Geld da, und die Treppe ist nicht mehr sicher, seit der Sturm das Bootshaus geholt hat.",
    "Für die Schiffe macht es wenig aus, weil sie alle ihren Weg über den Satelliten finden. Die Alten sind "
    "es, die den Schein vermissen, der durch das Fenster kam und über die Wand der Kammer wanderte.",
)
_NAMES = (
    "Anna Berg, Nils Lund, Ole Dahl, Kari Vik, Ida Moen, Per Strand, Liv Haug, Jon Bakke, Siri Lie, "
    "Arne Foss, Unni Aas, Geir Holm, Tove Sund, Leif Ness, Randi Myhre, Odd Sletten."
)


def _article(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


@rule(
    "language/mixed",
    summary="A paragraph in another language than the document.",
    message="This paragraph is in {other}, the document in {main}.",
    options=Options,
    examples=[
        bad(_article(*_ENGLISH[:2], _SPANISH[0], _ENGLISH[2]), at=_SPANISH[0]),
        bad(_article(_GERMAN[0], _ENGLISH[0], *_GERMAN[1:]), at=_ENGLISH[0]),
        bad(_article(*_ENGLISH, *_GERMAN[:2]), at=_GERMAN[0]),
        bad(
            _article(
                "The keeper lit no lamp that evening, and the children of the village were not told why.",
                _SPANISH[0],
                "Nobody noticed it until the boats came in and had to feel their way to the quay.",
                "In May the tower was sold to the county for a sum that nobody will name.",
            ),
            at=_SPANISH[0],
        ),
        good(_article(*_ENGLISH[:3], "> " + _SPANISH[0]), why="a block quotation"),
        good(
            _article(*_ENGLISH[:3], f"“{_SPANISH[0]}”, he wrote to her."), why="in quotation marks"
        ),
        bad(_article("# The Slow Italian", *_ENGLISH[:3], _GERMAN[0]), at=_GERMAN[0]),
        good(_article(*_ENGLISH[:3], "## Resumen", _SPANISH[0]), why="the heading says so"),
        good(
            _article(*(p for pair in zip(_ENGLISH, _SPANISH, strict=False) for p in pair)),
            why="a bilingual document, turn and turn about",
        ),
        good(_article(*_ENGLISH[:3], *_SPANISH), why="a document in two languages, half and half"),
        good(_article(_ENGLISH[0], _SPANISH[0]), why="a notice in two languages"),
        good(_article(*_ENGLISH[:3], _NAMES), why="a list of names is in no language"),
    ],
)
def mixed(document: Document, context: Context) -> Iterator[Hit]:
    options: Options = context.options
    blocks = [b for b in document.prose if b.kind is not BlockKind.TABLE_CELL]
    main = _main_language(document, blocks)
    if main is None:
        return
    found: dict[str, list[Block]] = {}
    balance = _Balance()
    heading: Block | None = None
    previous: Block | None = None
    for block in blocks:
        before, previous = previous, block
        if block.kind is BlockKind.HEADING:
            heading = block
            continue
        if "footnote" in block.containers:
            continue
        other = None
        if len(block.text) >= options.letters:
            other = _other_language(block, main, options.letters)
        balance.add(block, other is not None)
        if other is None:
            continue
        run = found.get(other)
        if (run and run[-1] is before) or not is_announced(before, heading, other):
            found.setdefault(other, []).append(block)
    if balance.is_bilingual:
        return
    for other, passages in sorted(found.items()):
        related = tuple(
            Related(block.content_span, f"also in {name(other)}")
            for block in passages[1 : RELATED + 1]
        )
        values = {"other": name(other), "main": name(main)}
        yield Hit(passages[0].content_span, values, related=related)


class _Balance:
    """How much of a document is in other languages than its own."""

    def __init__(self) -> None:
        self.total = self.foreign = 0  # code points
        self.own_paragraphs = self.foreign_paragraphs = 0

    def add(self, block: Block, foreign: bool) -> None:
        size = len(block.text)
        self.total += size
        if foreign:
            self.foreign += size
            self.foreign_paragraphs += 1
        elif size >= OWN_PARAGRAPH:
            self.own_paragraphs += 1

    @property
    def is_bilingual(self) -> bool:
        """Whether the other language has a share of the document that nobody gives it by mistake.

        One paragraph that went astray may be long beside an article of three short ones; turn and turn
        about, or half and half, is meant.
        """
        if self.foreign_paragraphs == 1 and self.own_paragraphs >= FEWEST_OWN:
            return self.foreign > STRAY_SHARE * self.total
        return self.foreign > FOREIGN_SHARE * self.total


def _main_language(document: Document, paragraphs: list[Block]) -> str | None:
    """Return the document's language, by the longest share of paragraphs where the sample is torn."""
    code = detect_language(document)
    if code is not None:
        return code
    lengths: Counter[str] = Counter()
    for block in paragraphs:
        if seen := evidence(block.folded[:SAMPLE]).code:
            lengths[seen] += len(block.text)
    return max(lengths, key=lambda code: (lengths[code], code), default=None)


def _other_language(block: Block, main: str, fewest: int) -> str | None:
    """Return the language a paragraph is in when it is clearly not `main`, else None."""
    sample = block.folded[:SAMPLE]
    # Nearly every paragraph is dismissed here: the cheapest question comes first.
    if share(sample, main) >= OWN_SHARE:
        return None
    if block.in_quote or _quoted_share(block) > 0.5:
        return None
    seen = evidence(sample)
    if seen.code in (None, main) or seen.share(main) > 0.4 * seen.share(seen.code):
        return None
    if letters(sample) < fewest and seen.code not in ("zh", "ja", "ko"):
        return None
    return seen.code if confirmed(block.text[:SAMPLE], seen.code) else None


def _quoted_share(block: Block) -> float:
    return sum(end - start for start, end in block.quotations) / max(len(block.text), 1)
