"""The rules of family `spun`."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from textlint_spun.article_mismatch import article_mismatch
    from textlint_spun.document_score import document_score
    from textlint_spun.doubled_synonym import doubled_synonym
    from textlint_spun.mixed_term import mixed_term
    from textlint_spun.reworded_copy import reworded_copy
    from textlint_spun.reworded_style import reworded_style
    from textlint_spun.spinner_phrase import spinner_phrase
    from textlint_spun.tortured_phrase import tortured_phrase

    return [
        article_mismatch,
        document_score,
        doubled_synonym,
        mixed_term,
        reworded_copy,
        reworded_style,
        spinner_phrase,
        tortured_phrase,
    ]
