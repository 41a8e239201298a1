"""The frames of self-description: the table data/frames.toml, compiled on first use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from textlint_persona.grammar import DURATION
from textlint_persona.patterns import Needs, Pattern, load_patterns

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
        for row in load_patterns("frames.toml", "frame", duration=DURATION)
    )


def frames_in(paragraph: str, has_i: bool) -> list[Frame]:
    """Return the frames that may match in a sentence of a paragraph with or without an "I"."""
    known, needs = _tables()[has_i]
    met = (known[index] for index in needs.met_in(paragraph))
    return [frame for frame in met if frame.pattern.may_match_in(paragraph)]


def frames_for(
    candidates: list[Frame], sentence: str, has_i: bool, has_we: bool
) -> Iterator[Frame]:
    """Yield those of a paragraph's frames to try in a sentence with such a first person."""
    for frame in candidates:
        allowed = has_i or (has_we and frame.plural) or frame.alone
        if allowed and frame.pattern.is_needed_in(sentence):
            yield frame


@lru_cache(maxsize=1)
def _tables() -> dict[bool, tuple[list[Frame], Needs]]:
    """Return all frames, and those for paragraphs without an "I"."""
    known = {
        True: list(frames()),
        False: [frame for frame in frames() if frame.plural or frame.alone],
    }
    return {
        has_i: (table, Needs([frame.pattern for frame in table])) for has_i, table in known.items()
    }
