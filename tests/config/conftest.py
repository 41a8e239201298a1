"""Rules to configure, without any plugin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pytest

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, NoOptions, Profile, Rule, rule


@dataclass(frozen=True, slots=True)
class Options:
    at_least: int = 1
    share: float = 0.5
    name: str = ""
    strict: bool = False
    mode: Literal["words", "lines"] = "words"
    words: tuple[str, ...] = ()
    limit: int | None = None

    def __post_init__(self) -> None:
        if self.at_least < 1:
            raise ValueError("at-least must be 1 or more")


def make(id: str, profile: Profile = "default", options: type = NoOptions) -> Rule:
    @rule(
        id,
        summary="A test.",
        message="A test.",
        profile=profile,
        options=options,
        examples=(),
    )
    def check(document: Document, context: Context) -> Iterator[Hit]:
        yield from ()

    return check


@pytest.fixture
def rules() -> list[Rule]:
    return [
        make("persona/conflicting-roles", options=Options),
        make("persona/intrusion", "strict", Options),
        make("footer/read-more", options=Options),
        make("readability/outlier", "audit", Options),
    ]
