"""Runs of words as sets, and how much two of them share."""

from __future__ import annotations

from textlint.document import Block

# Blanks for everything that is no part of a word; hyphens part words, apostrophes do not.
_PUNCTUATION = str.maketrans(dict.fromkeys('!"#$%&()*+,-./:;<=>?@[\\]^_{|}~…•·«»¿¡\ufffc', " "))


def words_of(block: Block, start: int = 0, end: int | None = None) -> list[str]:
    """Return the folded words of `block.text[start:end]` without punctuation."""
    return block.folded[start:end].translate(_PUNCTUATION).split()


def shingles(words: list[str], size: int) -> frozenset[tuple[str, ...]]:
    """Return the runs of `size` words; a shorter text is one run."""
    if len(words) <= size:
        return frozenset([tuple(words)])
    return frozenset(zip(*(words[k:] for k in range(size)), strict=False))


def jaccard(one: frozenset[tuple[str, ...]], two: frozenset[tuple[str, ...]]) -> float:
    """Return the share of runs that both sets hold (Jaccard's coefficient), 0 to 1."""
    shared = len(one & two)
    return shared / (len(one) + len(two) - shared)


def are_names_and_figures(words: set[str], *blocks: Block) -> bool:
    """Whether `words` (folded, at least one) are all names or figures in the text of `blocks`.

    Entries of one template, as in a gazetteer or a calendar, differ in nothing else.
    """
    names = {word.lower() for block in blocks for word in block.words if word[0].isupper()}
    return bool(words) and all(word in names or word[0].isdigit() for word in words)
