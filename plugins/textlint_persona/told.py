"""What a sentence tells of its speaker by its grammar: the type that deeds, denials and belongings share.

The frames of data/frames.toml are turns of phrase. These three read a sentence from its first person:
"I" or "we" with auxiliaries, a verb and what follows it, or "my" and "our" with a noun. Which verbs
and nouns tell of a trade is in data/deeds.csv and data/belongings.csv.
"""

from __future__ import annotations

from typing import NamedTuple

from textlint_persona.frames import Stance


class Told(NamedTuple):
    """`text[start:end]` tells of work in one of `groups` (none when the words name no trade).

    `is_long` when it has gone on for years.
    """

    start: int
    end: int
    frame: str
    stance: Stance
    groups: frozenset[str]
    is_long: bool


# The frames of claims that come from here.
BY_GRAMMAR = frozenset({"denial", "deed", "belonging", "rules", "at work", "long deed"})
