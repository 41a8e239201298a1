"""The rules of family `repetition`."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from textlint_repetition.duplicate_paragraph import duplicate_paragraph
    from textlint_repetition.near_duplicate import near_duplicate
    from textlint_repetition.reexpanded_acronym import reexpanded_acronym
    from textlint_repetition.restated_lead import restated_lead

    return [near_duplicate, duplicate_paragraph, reexpanded_acronym, restated_lead]
