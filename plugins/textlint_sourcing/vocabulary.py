"""The word lists of this plugin as sets, read once."""

from __future__ import annotations

from functools import cache

from textlint.phrases import PhraseTable

# Names that a sentence may begin with are told from words that only stand first by this list.
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
        *["experts", "analysts", "sources", "insiders", "studies", "reports", "research", "people"],
        *["is", "are", "was", "were", "be", "has", "have", "had", "do", "does", "did", "will"],
        *["can", "could", "may", "might", "must", "should", "would", "according", "despite"],
    }
)


@cache
def words(*classes: str) -> frozenset[str]:
    """Return the words of these classes of `attribution_words.csv`, in lower case."""
    table = PhraseTable.load("textlint_sourcing", "attribution_words.csv")
    return frozenset(row.text for row in table.phrases if row.fields["class"] in classes)
