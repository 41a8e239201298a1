"""A news report that is told in the third person suddenly has somebody in it who says "I".

Reports keep their writer out. A single "As a lifelong season-ticket holder, I could not sleep" among
quotations and attributions was not written by the reporter: it comes from a comment, from another
article, or from a paragraph that was reworded in the voice of a character.

**How to fix.** Delete the sentence, or quote the person by name.

**Known limits.** English only, and only in the strict profile: first-person reporting, columns and blogs
have their writer in them. A text counts as a report when it attributes what it says (at least two
"said", "according to" and the like), has at least four paragraphs and hardly any first person.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_persona.claim import Claim, shorten
from textlint_persona.claims import claims_of
from textlint_persona.conflicts import REPORTED_FROM, weigh
from textlint_persona.declared import declared_groups
from textlint_persona.scenes import scenes_of

_ATTRIBUTION = lazy_pattern(
    r"\b(?:said|says|told|according to|announced|confirmed|added|warned|argued|wrote"
    r"|explained|declined to comment)\b"
)
_MOST_PERSONAL = 0.2  # share of the paragraphs of a report in which somebody may say "I"
_TELLING = frozenset({"trade", "experience", "side", "soft", "lay", "learner"})


@rule(
    "persona/intrusion",
    summary="A lone first-person claim in a report that is told in the third person.",
    message='"{claim}" speaks in the first person in a report that does not.',
    severity="note",
    confidence="medium",
    profile="strict",
    languages=("en",),
    examples=[
        bad(
            "The club signed a goalkeeper on Tuesday, it said in a statement.\n\n"
            "As a lifelong season-ticket holder, I could not sleep.\n\n"
            "She passed her medical, according to the club.\n\n"
            "The fee was not disclosed. Coach Ada Lund said that it was fair.\n",
            at="As a lifelong season-ticket holder",
        ),
        bad(
            "The dam will be raised by two metres, the ministry announced.\n\n"
            "Work begins in May, it said, and ends in the autumn.\n\n"
            "Having built dams for thirty years, I expect delays.\n\n"
            "Farmers downstream told the paper that they were not asked.\n",
            at="Having built dams for thirty years",
        ),
        bad(
            "The museum closed its east wing on Sunday, the city said.\n\n"
            "Pipes had burst in three rooms, according to the director.\n\n"
            "I am a restorer who knows those pipes.\n\n"
            "The wing reopens in June, she added.\n",
            at="I am a restorer who knows those pipes",
        ),
        good(
            "The club signed a goalkeeper on Tuesday, it said in a statement.\n\n"
            "“As a fan, I could not sleep,” said Ola Berg.\n\n"
            "She passed her medical, according to the club.\n\n"
            "The fee was not disclosed.\n",
            why="a fan is quoted",
        ),
        good(
            "As a baker, I get up at three. The town is dark then.\n\n"
            "My oven says nothing. I say little.\n\n"
            "The first customer came at six and told me about the flood.\n\n"
            "I said that I had heard. According to her, nobody had.\n",
            why="told in the first person from end to end",
        ),
        good(
            "The bridge reopened on Monday, the city said.\n\n"
            "Two lanes remain closed, according to the engineers.\n\n"
            "Buses run again. The mayor cut a ribbon and told a joke.\n\n"
            "It was not a good one.\n",
            why="a report without a first person",
        ),
    ],
)
def intrusion(document: Document, context: Context) -> Iterator[Hit]:
    claims = [claim for claim in claims_of(document) if claim.kind in _TELLING]
    if not 1 <= len(claims) <= 2 or not _is_report(document):
        return
    if weigh(document, claims_of(document)) >= REPORTED_FROM or declared_groups(document):
        return  # reported as several speakers, or a signed piece
    for claim in claims:
        yield _hit(claim)


def _hit(claim: Claim) -> Hit:
    return Hit(claim.span, {"claim": shorten(claim.text)})


def _is_report(document: Document) -> bool:
    paragraphs = [block for block in document.prose if block.kind is BlockKind.PARAGRAPH]
    personal = {scene.block for scene in scenes_of(document) if scene.has_i}
    if len(paragraphs) < 4 or len(personal) > max(1, _MOST_PERSONAL * len(paragraphs)):
        return False
    attributions = 0
    for block in paragraphs:
        attributions += len(_ATTRIBUTION.findall(block.folded))
    return attributions >= 2
