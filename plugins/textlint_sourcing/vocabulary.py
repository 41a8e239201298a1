"""The word lists of this plugin, read from its data folder once, by class."""

from __future__ import annotations

from functools import cache

from textlint.phrases import PhraseTable

# Words that are no name although a sentence begins with them.
FUNCTION_WORDS = frozenset(
    {
        *["a", "an", "the", "this", "that", "these", "those", "such", "some", "any", "all", "many"],
        *[
            "most",
            "much",
            "more",
            "few",
            "several",
            "both",
            "each",
            "every",
            "no",
            "other",
            "another",
        ],
        *["i", "you", "he", "she", "it", "we", "they", "who", "which", "what", "one", "none"],
        *[
            "my",
            "your",
            "his",
            "her",
            "its",
            "our",
            "their",
            "there",
            "here",
            "now",
            "then",
            "today",
        ],
        *[
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "with",
            "of",
            "to",
            "as",
            "after",
            "before",
            "over",
        ],
        *["and", "but", "or", "so", "yet", "if", "when", "while", "although", "though", "because"],
        *["since", "until", "however", "meanwhile", "moreover", "also", "still", "even", "only"],
        *["not", "just", "once", "how", "why", "where", "whether", "than", "like", "unlike"],
        *["is", "are", "was", "were", "be", "has", "have", "had", "do", "does", "did", "will"],
        *["can", "could", "may", "might", "must", "should", "would", "according", "despite"],
    }
)

VAGUE_SOURCES = PhraseTable.load("textlint_sourcing", "vague_sources.csv")


@cache
def never_names() -> frozenset[str]:
    """Return the words that are no name at the beginning of a sentence, vague sources included."""
    return FUNCTION_WORDS | frozenset(row.text for row in VAGUE_SOURCES.phrases)


@cache
def words(*classes: str) -> frozenset[str]:
    """Return the words of any of these classes in `attribution_words.csv`, in lower case."""
    return _of_classes("attribution_words.csv", classes)


@cache
def grammar(*classes: str) -> frozenset[str]:
    """Return the words of any of these classes in `vague_grammar.csv`, in lower case."""
    return _of_classes("vague_grammar.csv", classes)


@cache
def imperatives() -> frozenset[str]:
    """Return verbs with which an instruction begins, in lower case."""
    return frozenset(row.text for row in _table("imperatives.csv").phrases)


def _of_classes(filename: str, classes: tuple[str, ...]) -> frozenset[str]:
    wanted = set(classes)
    rows = _table(filename).phrases
    return frozenset(row.text for row in rows if wanted & set(row.fields["class"].split()))


@cache
def _table(filename: str) -> PhraseTable:
    return PhraseTable.load("textlint_sourcing", filename)
