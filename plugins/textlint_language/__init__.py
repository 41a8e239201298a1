"""The rules of family `language`."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.document import Document
from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from textlint_language.declared_mismatch import declared_mismatch
    from textlint_language.mixed import mixed

    return [declared_mismatch, mixed]


@hookimpl
def textlint_detect_language(document: Document) -> str | None:
    """Return the language of most of the prose, or None when its words do not decide."""
    from textlint_language.detection import detect_language

    return detect_language(document)
