"""A paragraph is in another language than the document around it.

A passage that was left untranslated, a block pasted from another edition, or the tail of another
article: the reader meets a paragraph that he may not be able to read, and nothing says why.

Each paragraph of at least 150 letters is compared with the document's language by its function words.
Only a paragraph that fails is shown to a statistical detector (langdetect, seeded, offline), and only
when both agree on the other language is it reported. All paragraphs in one language are one finding.

**How to fix.** Translate the passage, quote it (as a block quotation, with its source), or give it a heading
that says what it is.

**Known limits.** Quotations, tables, footnotes, paragraphs that are introduced by a colon, sections whose
heading names a language or is in that language, and documents of which a third or more is in the other
language are taken to be meant. Shorter passages and unquoted phrases are not judged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from textlint.document import Block, BlockKind, Document
from textlint.model import Hit, Related
from textlint.rule import Context, bad, good, rule
from textlint_language.confirmation import confirmed
from textlint_language.detection import detect_language
from textlint_language.languages import evidence, letters, name, share

SAMPLE = 700  # code points of a paragraph that are looked at
OWN_SHARE = 0.2  # of the document's function words: a paragraph like the others
RELATED = 30  # further paragraphs that are named
FOREIGN_SHARE = 1 / 3  # from here on a document is bilingual

_NAMES_LANGUAGE = re.compile(
    r"\b(?:english|inglés|anglais|englisch|spanish|español|castellano|french|français|german|deutsch"
    r"|italian|italiano|portuguese|português|dutch|nederlands|polish|polski|swedish|svenska|danish|dansk"
    r"|norwegian|norsk|finnish|suomi|suomeksi|russian|русский|ukrainian|українська|turkish|türkçe|catalan"
    r"|català|romanian|română|czech|čeština|hungarian|magyar|chinese|japanese|korean|arabic|hebrew|greek"
    r"|translations?|original|abstract|résumé|resumen|resumo|zusammenfassung|riassunto|samenvatting)\b"
)


@dataclass(frozen=True, slots=True)
class Options:
    """`letters` a paragraph needs before its language is judged."""

    letters: int = 150


_ENGLISH = (
    "The lighthouse was switched off on Monday after ninety years, and the keeper who had lived in it "
    "with his family went down to the village, where all the people they knew had made a supper for them. "
)
_SPANISH = (
    "El faro se apagó el lunes después de noventa años, y el guarda que había vivido en él con su familia "
    "bajó al pueblo, donde la gente les había preparado una cena para que no se fueran sin despedirse."
)
_GERMAN = (
    "Der Leuchtturm wurde am Montag nach neunzig Jahren abgeschaltet, und der Wärter, der mit der Familie "
    "darin gewohnt hatte, ging in das Dorf hinunter, wo die Leute für sie ein Essen gemacht hatten."
)


@rule(
    "language/mixed",
    summary="A paragraph in another language than the document.",
    message="This paragraph is in {other}, the document in {main}.",
    options=Options,
    examples=[
        bad("\n\n".join([_ENGLISH, _ENGLISH, _SPANISH, _ENGLISH]), at=_SPANISH),
        bad("\n\n".join([_GERMAN, _ENGLISH.strip(), _GERMAN, _GERMAN]), at=_ENGLISH.strip()),
        bad("\n\n".join([_ENGLISH] * 5 + [_GERMAN, _GERMAN]), at=_GERMAN),
        good("\n\n".join([_ENGLISH] * 3 + ["> " + _SPANISH]), why="a block quotation"),
        good("\n\n".join([_ENGLISH] * 3 + ["“" + _SPANISH + "”"]), why="in quotation marks"),
        good("\n\n".join([_ENGLISH] * 3 + ["## Resumen", _SPANISH]), why="the heading says so"),
        good("\n\n".join([_ENGLISH, _SPANISH] * 3), why="a bilingual document"),
        good(
            "\n\n".join([_ENGLISH] * 3 + ["Anna Berg, Nils Lund, Ole Dahl, Kari Vik, " * 6]),
            why="a list of names is in no language",
        ),
    ],
)
def mixed(document: Document, context: Context) -> Iterator[Hit]:
    options: Options = context.options
    blocks = [b for b in document.prose if b.kind is not BlockKind.TABLE_CELL]
    main = _main_language(document, blocks)
    if main is None:
        return
    found: dict[str, list[Block]] = {}
    foreign = total = 0
    heading: Block | None = None
    previous: Block | None = None
    for block in blocks:
        before, previous = previous, block
        if block.kind is BlockKind.HEADING:
            heading = block
            continue
        if "footnote" in block.containers or len(block.text) < options.letters:
            continue
        total += len(block.text)
        other = _other_language(block, main, options.letters)
        if other is None:
            continue
        foreign += len(block.text)
        run = found.get(other)
        if (run and run[-1] is before) or not _announced(before, heading, main):
            found.setdefault(other, []).append(block)
    if foreign > FOREIGN_SHARE * total:
        return
    for other, passages in sorted(found.items()):
        related = tuple(
            Related(block.content_span, f"also in {name(other)}")
            for block in passages[1 : RELATED + 1]
        )
        values = {"other": name(other), "main": name(main)}
        yield Hit(passages[0].content_span, values, related=related)


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
    if block.in_quote or _quoted_share(block) > 0.5:
        return None
    sample = block.folded[:SAMPLE]
    if share(sample, main) >= OWN_SHARE:
        return None
    seen = evidence(sample)
    if seen.code in (None, main) or seen.share(main) > 0.4 * seen.share(seen.code):
        return None
    if letters(sample) < fewest and seen.code not in ("zh", "ja", "ko"):
        return None
    return seen.code if confirmed(block.text[:SAMPLE], seen.code) else None


def _quoted_share(block: Block) -> float:
    return sum(end - start for start, end in block.quotations) / max(len(block.text), 1)


def _announced(before: Block | None, heading: Block | None, main: str) -> bool:
    """Whether what stands before the paragraph prepares for another language."""
    if before is not None and before.text.rstrip().endswith((":", "：")):
        return True
    if heading is None:
        return False
    if _NAMES_LANGUAGE.search(heading.folded):
        return True
    code = evidence(heading.folded).code
    return code is not None and code != main
