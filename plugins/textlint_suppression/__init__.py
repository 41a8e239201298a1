"""The rules of family `suppression`: suppressions that do nothing."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from textlint_suppression.invalid import invalid
    from textlint_suppression.unused import unused

    return [invalid, unused]
