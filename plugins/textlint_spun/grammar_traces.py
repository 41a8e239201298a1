"""What a swap leaves in the grammar around it: a word twice, a capital in the middle of a sentence.

"You can get get admission to it", "in order to The usage of": an entry of a dictionary begins with the word
that stood before it, or was written for the start of a sentence. People make such slips, too, so that
they count as evidence only, in a document whose words are those of a spinner already.
"""

from __future__ import annotations

from collections.abc import Iterable

from textlint.blocks import Block
from textlint.lazy import lazy_pattern

_SMALL = r"(?:The|An|And|Of|In|To|For|With|Is|Are|Was|Be|By|On|At|From|That|This|Which|Its|Their)"
# Between two words in small letters: else it may belong to a name.
_CAPITAL = lazy_pattern(rf"(?<=[a-z] ){_SMALL} [a-z]+")
# "had had" and "that that" are English.
_TWICE = lazy_pattern(r"\b(?!(?:had|that|very|is|do|so|no|bye|ha|long) )([a-z]{2,}) \1\b")


def traces(prose: Iterable[Block]) -> list[str]:
    """Return the doubled words and stray capitals outside quotations, in order of place."""
    found = []
    for block in prose:
        matches = [*_TWICE.finditer(block.text), *_CAPITAL.finditer(block.text)]
        for match in sorted(matches, key=lambda match: match.start()):
            if not block.is_quoted(*match.span()):
                found.append(match.group())
    return found
