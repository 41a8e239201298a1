"""Plants known defects into good articles, thousands of times, from a seed.

Each module here plants one class of defect. A planter takes an article (a list of paragraphs) and a
source of chance and returns the paragraphs with the defect in them; the defect's words are wrapped in
two private-use characters, which `assemble` turns into labels with exact offsets. The phrases are
written for the bench and are not those of the rules' own tables: a planted defect that is missed shows
a gap, and one that is found shows more than that a table equals itself.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

OPEN, CLOSE = "\ue000", "\ue001"

Planter = Callable[[random.Random, list[str]], list[str]]


@dataclass(frozen=True)
class Kind:
    """One kind of planted defect: the rule that should see it and the class of its label."""

    rule: str
    label: str
    plant: Planter
    region: bool = False


def mark(text: str) -> str:
    """Return `text` marked as a defect."""
    return f"{OPEN}{text}{CLOSE}"


def assemble(paragraphs: list[str], kind: Kind) -> tuple[str, list[dict[str, object]]]:
    """Return the article as one text and its labels, offsets in code points."""
    pieces: list[str] = []
    labels: list[dict[str, object]] = []
    length = start = 0
    for character_run in _runs("\n\n".join(paragraphs) + "\n"):
        if character_run == OPEN:
            start = length
        elif character_run == CLOSE:
            label = {"class": kind.label, "start": start, "end": length, "rule": kind.rule}
            labels.append({**label, "region": True} if kind.region else label)
        else:
            pieces.append(character_run)
            length += len(character_run)
    return "".join(pieces), labels


def _runs(text: str) -> list[str]:
    spaced = text.replace(OPEN, f"\x00{OPEN}\x00").replace(CLOSE, f"\x00{CLOSE}\x00")
    return [run for run in spaced.split("\x00") if run]


def insert(chance: random.Random, paragraphs: list[str], new: list[str]) -> list[str]:
    """Return the paragraphs with `new` ones set in at random places after the first, in order."""
    result = list(paragraphs)
    places = sorted(chance.randint(1, len(result)) for _ in new)
    for place, paragraph in zip(reversed(places), reversed(new), strict=True):
        result.insert(place, paragraph)
    return result


def all_kinds() -> list[Kind]:
    """Return every kind of planted defect, in a fixed order."""
    from planted import footer, language, leftover, persona, repetition, sourcing, spun

    modules = (persona, footer, sourcing, leftover, repetition, spun, language)
    return [kind for module in modules for kind in module.KINDS]
