"""The text says that its author is somebody else than the page does.

The front matter names Ada Moss and the text begins "I'm Ben Trask"; the bio at the end presents a
novelist and the text speaks "as a dentist". After a copy or a rewrite, name and person no longer belong
together, and readers, search engines and the real author are all told something wrong.

**How to fix.** Put the real author into the byline, or take the claim out of the text.

**Known limits.** English only. Trades are only compared when the byline or bio names one; staff and
agency bylines name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit, Related
from textlint.rule import Context, bad, good, rule
from textlint_persona.avocations import is_avocation
from textlint_persona.claim import shorten
from textlint_persona.claims import claims_of
from textlint_persona.declared import Declaration, declarations, declared_groups
from textlint_persona.scenes import Scene, scenes_in, speeches
from textlint_persona.voices import author_blocks

_CALLED = lazy_pattern(r"\b(?:my name is|i(?:'m| am)) (?P<name>\w[\w'.\-]+(?: \w[\w'.\-]+){0,2})")
_LONGEST_SHOWN = 80  # code points of a bio in a message


@rule(
    "persona/byline-mismatch",
    summary="The text presents another author than the byline or the bio does.",
    message='"{claim}" does not fit the author that the page names: {author}.',
    severity="note",
    confidence="medium",
    languages=("en",),
    examples=[
        bad(
            "---\ntitle: Knots\nauthor: Ada Moss\n---\n\nMy name is Ben Trask, and I tie knots.\n",
            at="My name is Ben Trask",
        ),
        bad(
            "---\ntitle: Teeth\nauthor: Ada Moss\nbio: A novelist and essayist.\n---\n\n"
            "As a dentist, I look at smiles first.\n",
            at="As a dentist",
        ),
        bad(
            "I'm Carla Benn. I grow leeks.\n\nLeeks like sand.\n\nThey hate shade.\n\n"
            "Water them at dawn.\n\n*Dora Fisk is a plumber in Osmark.*\n",
            at="I'm Carla Benn",
        ),
        good(
            "---\ntitle: Knots\nauthor: Ada Moss\n---\n\nI'm Ada, and I tie knots.\n",
            why="the same person",
        ),
        good(
            "---\ntitle: Knots\nauthor: Staff\n---\n\nMy name is Ben Trask, and I tie knots.\n",
            why="a byline that names nobody",
        ),
        good(
            "---\ntitle: Teeth\nauthor: Ada Moss\nbio: Dentist and novelist.\n---\n\n"
            "As a dentist, I look at smiles first.\n",
            why="the bio says so",
        ),
    ],
)
def byline_mismatch(document: Document, context: Context) -> Iterator[Hit]:
    named = [declared for declared in declarations(document) if declared.name]
    if named:
        yield from _other_name(document, named)
    groups = declared_groups(document)
    claims = [claim for claim in claims_of(document) if claim.stance == "holds"]
    if not groups or any(claim.groups & groups for claim in claims):
        return  # who says what the page says may be more than that
    for claim in claims:
        if claim.kind == "trade" and not is_avocation(claim):
            declared = declarations(document)[-1]
            yield Hit(
                claim.span,
                {"claim": shorten(claim.text), "author": declared.text[:_LONGEST_SHOWN]},
                (Related(declared.span, "the author that the page names"),),
            )
            return


def _other_name(document: Document, named: Sequence[Declaration]) -> Iterator[Hit]:
    """Yield the place where the text gives its author a name that the page does not know."""
    known = {part.lower() for each in named for part in re.findall(r"[^\W_]+", each.name)}
    for scene in _introducing(document):
        match = _CALLED.search(scene.text)
        if match is None or scene.is_quoted(match.start()):
            continue
        name = _capitalised(scene.raw[match.start("name") : match.end("name")])
        if len(name) >= 2 and known.isdisjoint(word.lower() for word in name):
            start, end = match.start(), match.start("name") + len(" ".join(name))
            yield Hit(
                scene.block.span_at(scene.base + start, scene.base + end),
                {"claim": scene.raw[start:end], "author": named[0].name},
                (Related(named[0].span, "the author that the page names"),),
            )
            return


def _introducing(document: Document) -> Iterator[Scene]:
    for block, text in speeches(document).items():
        if _CALLED.search(text) is not None and block in author_blocks(document):
            yield from scenes_in(document, block)


def _capitalised(text: str) -> list[str]:
    words: list[str] = []
    for word in text.split(" "):
        if not word[:1].isupper():
            break
        words.append(word.rstrip("."))
        if word.endswith("."):
            break
    return words
