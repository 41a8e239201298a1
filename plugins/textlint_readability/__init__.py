"""The rules of family `readability`."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from textlint_readability.outlier import outlier
    from textlint_readability.patchwork import patchwork

    return [outlier, patchwork]
