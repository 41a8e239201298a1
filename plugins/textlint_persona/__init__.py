"""The rules of family `persona`: who the author of an article claims to be."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from textlint_persona.byline_mismatch import byline_mismatch
    from textlint_persona.conflicting_facts import conflicting_facts
    from textlint_persona.conflicting_roles import conflicting_roles
    from textlint_persona.intrusion import intrusion
    from textlint_persona.prompt_leak import prompt_leak

    return [byline_mismatch, conflicting_facts, conflicting_roles, intrusion, prompt_leak]
