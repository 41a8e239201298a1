"""The rules of family `spun`."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from textlint_spun.reworded_copy import reworded_copy
    from textlint_spun.reworded_style import reworded_style
    from textlint_spun.spinner_phrase import spinner_phrase

    return [reworded_copy, reworded_style, spinner_phrase]
