"""Whether a text says of a passage that it is in another language, and so means it to be."""

from __future__ import annotations

from textlint.document import Block
from textlint.lazy import lazy_pattern
from textlint_language.confirmation import is_close
from textlint_language.languages import evidence

# By what a heading says that the text under it is in a language.
_LANGUAGE_NAMES = {
    "en": "english inglés anglais englisch inglese inglês engels",
    "es": "spanish español castellano espagnol spanisch espanhol spagnolo",
    "fr": "french français französisch francés francese francês frans",
    "de": "german deutsch allemand alemán tedesco alemão duits",
    "it": "italian italiano italien italienisch",
    "pt": "portuguese português portugués portugais",
    "nl": "dutch nederlands néerlandais niederländisch",
    "pl": "polish polski polska",
    "sv": "swedish svenska",
    "da": "danish dansk",
    "no": "norwegian norsk",
    "fi": "finnish suomi suomeksi",
    "ru": "russian русский",
    "uk": "ukrainian українська",
    "tr": "turkish türkçe",
    "ca": "catalan català",
    "ro": "romanian română",
    "cs": "czech čeština",
    "hu": "hungarian magyar",
    "zh": "chinese",
    "ja": "japanese",
    "ko": "korean",
    "ar": "arabic",
    "he": "hebrew",
    "el": "greek",
}
_TRANSLATED = frozenset(
    {
        *["translation", "translations", "original", "abstract", "résumé", "resumen", "resumo"],
        *["zusammenfassung", "riassunto", "samenvatting"],
    }
)
_WORD = lazy_pattern(r"\w+")


def is_announced(before: Block | None, heading: Block | None, other: str) -> bool:
    """Whether what stands before the paragraph prepares for the language `other`."""
    if before is not None and before.text.rstrip().endswith((":", "：")):
        return True
    if heading is None:
        return False
    words = set(_WORD.findall(heading.folded))
    if words & _TRANSLATED or words & set(_LANGUAGE_NAMES.get(other, "").split()):
        return True
    return is_close(other, evidence(heading.folded).code or "")
