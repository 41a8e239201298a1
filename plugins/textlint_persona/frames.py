"""The frames of self-description: the table data/frames.toml, compiled on first use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from textlint_persona.grammar import DURATION
from textlint_persona.patterns import Needs, Pattern, load_patterns

Stance = Literal["holds", "held", "lacks", "member"]
Takes = Literal["role", "field", "any"]


@dataclass(frozen=True, slots=True)
class Frame:
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
        for row in load_patterns("frames.toml", "frame", duration=DURATION)
    )


def frames_for(sentence: str, has_i: bool, has_we: bool) -> list[Frame]:
    """Return the frames to try in a sentence with such a first person."""
    known = frames()
    candidates = [known[index] for index in _needs().met_in(sentence)]
    return [frame for frame in candidates if has_i or (has_we and frame.plural) or frame.alone]


@lru_cache(maxsize=1)
def _needs() -> Needs:
    return Needs([frame.pattern for frame in frames()])
