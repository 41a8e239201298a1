"""The rules of family `encoding`."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from textlint_encoding.invisible import invisible
    from textlint_encoding.mojibake import mojibake
    from textlint_encoding.not_utf_8 import not_utf_8
    from textlint_encoding.replacement_character import replacement_character
    from textlint_encoding.stray_entity import stray_entity

    return [invisible, mojibake, not_utf_8, replacement_character, stray_entity]
