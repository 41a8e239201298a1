"""The rules of family `leftover`."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from textlint_leftover.broken_formula import broken_formula
    from textlint_leftover.chat_reply import chat_reply
    from textlint_leftover.citation_token import citation_token
    from textlint_leftover.meta_commentary import meta_commentary
    from textlint_leftover.placeholder import placeholder
    from textlint_leftover.spintax import spintax
    from textlint_leftover.working_note import working_note

    return [
        broken_formula,
        chat_reply,
        citation_token,
        meta_commentary,
        placeholder,
        spintax,
        working_note,
    ]
