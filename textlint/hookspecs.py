"""The hooks a plugin may implement. All of them register things; none of them checks a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from textlint.document import Document
    from textlint.readers import AnyReader
    from textlint.report import Reporter
    from textlint.rule import Rule

PROJECT = "textlint"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def textlint_rules() -> Iterable[Rule]:
    """Return the rules that this plugin contributes. Import them inside the function."""


@hookspec
def textlint_readers() -> Iterable[AnyReader]:
    """Return readers for further file formats."""


@hookspec
def textlint_reporters() -> Iterable[Reporter]:
    """Return further output formats."""


@hookspec(firstresult=True)
def textlint_detect_language(document: Document) -> str | None:
    """Return the ISO 639-1 code of the document's language, or None to let another plugin decide."""
