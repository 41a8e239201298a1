"""A second opinion on a text's language, from langdetect's character statistics."""

from __future__ import annotations

from functools import cache
from typing import Any

PROBABILITY = 0.9
# langdetect's names for what has another code here, and languages too close to be told apart.
_SAME = {"zh-cn": "zh", "zh-tw": "zh", "nb": "no", "nn": "no"}
_CLOSE = (
    frozenset({"no", "da"}),
    frozenset({"cs", "sk"}),
    frozenset({"hr", "sl", "sr", "bs"}),
    frozenset({"ar", "fa", "ur"}),
    frozenset({"hi", "mr", "ne"}),
    frozenset({"bg", "mk"}),
    frozenset({"id", "ms", "tl"}),
)


def confirmed(text: str, code: str | None) -> bool:
    """Whether langdetect too takes `text` for the language `code` or one very close to it.

    The detector is random by nature; a fixed seed for each call makes its answer a function of the text.
    It takes some milliseconds, so it is asked last.
    """
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory().create()
    detector.append(text)
    try:
        guesses = detector.get_probabilities()
    except LangDetectException:  # no letters it knows
        return False
    close = _group(code)
    found = sum(guess.prob for guess in guesses if _SAME.get(guess.lang, guess.lang) in close)
    return bool(found >= PROBABILITY)


@cache
def _factory() -> Any:
    """Return langdetect's maker of detectors, with its profiles in our form."""
    from langdetect import DetectorFactory

    from textlint_language.profiles import profiles

    factory = DetectorFactory()
    factory.set_seed(0)
    known = profiles()
    factory.langlist, factory.word_lang_prob_map = known.languages, known
    return factory


def is_close(code: str, other: str) -> bool:
    """Whether two languages are the same or too close to be told apart in a short text."""
    return other in _group(code)


def _group(code: str | None) -> frozenset[str | None]:
    return frozenset(next((group for group in _CLOSE if code in group), {code}))
