"""What a person may have meant who wrote a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable


def nearest_name(word: str, known: Iterable[str]) -> str | None:
    """Return the known name closest to `word`, or None when nothing is close.

    A rule is also recognised by its second half alone: `conflicting-roles` is a usual way to write
    `persona/conflicting-roles`.
    """
    from difflib import get_close_matches

    names = sorted(set(known))
    written = word.casefold().replace("_", "-")
    by_form: dict[str, str] = {}
    for name in names:
        by_form.setdefault(name.rpartition("/")[2], name)
    by_form.update((name.replace("_", "-"), name) for name in names)
    close = get_close_matches(written, list(by_form), n=1, cutoff=0.6)
    return by_form[close[0]] if close else None


def nearest(word: str, known: Iterable[str]) -> str:
    """Return '; did you mean "X"?' for the closest known name, or an empty string."""
    name = nearest_name(word, known)
    return "" if name is None else f'; did you mean "{name}"?'
