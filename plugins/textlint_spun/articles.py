"""Articles that do not fit the sound of the word behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Block, Document
from textlint.lazy import lazy_pattern

# Behind "a": a word of common letters that begins with a vowel that is always heard. Left out are u, eu
# and one-, whose sound varies, and the small words before which "a" may be a letter or a list mark.
_A = lazy_pattern(
    r"(?<![\w'’.&/(\-])([Aa]) ((?!(?:and|are|also|above|after|again|all|any|as|at|about|against|along|among|"
    r"around|away|each|either|else|even|ever|every|if|in|into|inside|is|isn|it|its|of|off|on|onto|or|other|our|"
    r"out|outside|over|own|one|once|oui|ouija|eu|ew|eye|option|include|includes|included|equals|equal|"
    r"appears|allows|adds|affects|acts|occurs|exists|ends|enters)\b)"
    r"(?!eu|ew|one|once|oua|oui)[aeio][a-z]{3,})(?![\w'’.&/\-])"
)
# Behind "an": a consonant that is always heard; h, and y before a consonant, are left out.
_AN = lazy_pattern(
    r"(?<![\w'’.&/(\-])([Aa]n) ((?!xr)[bcdfgjklmnpqrstvwxz][a-z]*[aeiou][a-z]{2,})(?![\w'’.&/\-])"
)


# What any of them looks like in folded text: one cheap question to a whole document.
_ANY = lazy_pattern(
    r"a(?: (?!eu|ew|one|once|are |and |is |in |as |or |of |also |at )[aeio][a-z]{3}|n [bcdfgjklmnpqrstvwxz])"
    r"(?<![\w'.&/(\-]a.{5})(?<![\w'.&/(\-]an..)"
)


def blocks_with_mismatches(document: Document) -> list[Block]:
    """Return the blocks of prose outside quotations that may have one."""
    return [b for b in document.blocks_matching(_ANY) if b.is_prose and not b.in_quote]


def mismatches(block: Block) -> Iterator[re.Match[str]]:
    """Yield the matches (article, word) in the text outside quotations, in order."""
    text = block.text
    found = [
        match
        for pattern in (_A, _AN)
        for match in pattern.finditer(text)
        if not block.is_quoted(match.start(), match.end())
    ]
    yield from sorted(found, key=re.Match.start)


def count_mismatches(text: str) -> int:
    """Count them in a plain text, quotations included."""
    return sum(1 for pattern in (_A, _AN) for _ in pattern.finditer(text))
