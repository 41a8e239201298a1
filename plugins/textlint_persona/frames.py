"""The frames of self-description: the table data/frames.toml, compiled on first use."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from textlint_persona.grammar import DURATION, SINCE

Stance = Literal["holds", "held", "lacks", "member"]
Takes = Literal["role", "field", "any"]

_SET = re.compile(r"<<([\w-]+)>>")


@dataclass(frozen=True, slots=True)
class Frame:
    """One pattern; a claim begins at its match. The fields are explained in data/frames.toml."""

    name: str
    pattern: re.Pattern[str]
    takes: Takes
    stance: Stance
    within: bool
    experience: bool
    alone: bool
    subject: bool


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """Return the frames in the order of the table, which is their order of precedence."""
    text = files(__package__).joinpath("data", "frames.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)
    sets = {name: "".join(parts) for name, parts in table["sets"].items()}
    sets |= {"duration": DURATION, "since": SINCE}
    return tuple(
        Frame(
            row["name"],
            re.compile(_SET.sub(lambda match: sets[match[1]], "".join(row["pattern"]))),
            row["takes"],
            row.get("stance", "holds"),
            row.get("within", False),
            row.get("experience", False),
            row.get("alone", False),
            row.get("subject", False),
        )
        for row in table["frame"]
    )
