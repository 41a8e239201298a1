"""Runs of words as sets, and how much two of them share."""

from __future__ import annotations

from textlint.document import Block

# Blanks for everything that is no part of a word; hyphens part words, apostrophes do not.
_PUNCTUATION = '!"#$%&()*+,-./:;<=>?@[\\]^_{|}~'
_BEYOND_ASCII = "…•·«»¿¡\ufffc"
_BLANKS = bytes.maketrans(_PUNCTUATION.encode(), b" " * len(_PUNCTUATION))


def words_of(block: Block, start: int = 0, end: int | None = None) -> list[str]:
    """Return the folded words of `block.text[start:end]` without punctuation."""
    return unpunctuated(block.folded[start:end]).decode("utf-8", "surrogatepass").split()


def unpunctuated(text: str) -> bytes:
    """Return `text` with blanks for its punctuation, in UTF-8; a lone surrogate stays as it is."""
    if not text.isascii():
        for mark in _BEYOND_ASCII:
            if mark in text:
                text = text.replace(mark, " ")
    # Bytes are translated twenty times as fast as text, and no byte of a longer character is in the
    # table.
    return text.encode("utf-8", "surrogatepass").translate(_BLANKS)


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
