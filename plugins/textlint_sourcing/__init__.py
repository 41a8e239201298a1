"""The rules of family `sourcing`."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from textlint_sourcing.contradictory_canonical import contradictory_canonical
    from textlint_sourcing.empty_link import empty_link
    from textlint_sourcing.incomplete_licence import incomplete_licence
    from textlint_sourcing.missing_metadata import missing_metadata
    from textlint_sourcing.unattributed_quote import unattributed_quote
    from textlint_sourcing.unlinked_attribution import unlinked_attribution
    from textlint_sourcing.unsourced_figures import unsourced_figures
    from textlint_sourcing.vague_attribution import vague_attribution

    return [
        missing_metadata,
        contradictory_canonical,
        empty_link,
        incomplete_licence,
        unattributed_quote,
        unlinked_attribution,
        unsourced_figures,
        vague_attribution,
    ]
