"""The rules of family `sourcing`."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from textlint_sourcing.unsourced_figures import unsourced_figures
    from textlint_sourcing.vague_attribution import vague_attribution

    return [unsourced_figures, vague_attribution]
