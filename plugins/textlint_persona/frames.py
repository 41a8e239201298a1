"""The frames of self-description: the table data/frames.toml, compiled on first use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from textlint.document import Block, Document
from textlint_persona.grammar import CARDINAL, DURATION
from textlint_persona.memory import once_per_document
from textlint_persona.patterns import Needs, Pattern, Places, load_patterns, met_between
from textlint_persona.scenes import Scene, speeches

Stance = Literal["holds", "held", "lacks", "member"]
Takes = Literal["role", "field", "topic", "any"]


class Frame(NamedTuple):
    """One pattern; a claim begins at its match. The fields are explained in data/frames.toml."""

    name: str
    pattern: Pattern
    takes: Takes
    stance: Stance
    within: bool
    experience: bool
    alone: bool
    subject: bool
    plural: bool


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """Return the frames in the order of the table."""
    return tuple(
        Frame(
            row["name"],
            row["pattern"],
            row["takes"],
            row.get("stance", "holds"),
            row.get("within", False),
            row.get("experience", False),
            row.get("alone", False),
            row.get("subject", False),
            row.get("plural", False),
        )
        for row in load_patterns("frames.toml", "frame", duration=DURATION, cardinal=CARDINAL)
    )


@once_per_document
def frames_met(document: Document) -> dict[Block, Places]:
    """Return where words that frames cannot do without stand in the paragraphs in which somebody speaks."""
    return _needs().met_in(speeches(document))


def frames_for(scene: Scene, met: Places) -> Iterator[Frame]:
    """Yield the frames to try in a sentence with such a first person; `met` are those of its block."""
    known = frames()
    for index in met_between(met, scene.base, scene.base + len(scene.text)):
        frame = known[index]
        if scene.has_i or (scene.has_we and frame.plural) or frame.alone:
            yield frame


@lru_cache(maxsize=1)
def _needs() -> Needs:
    return Needs([frame.pattern for frame in frames()])
