"""Articles made of invented words, as many as a test needs; the same ones on every run."""

from __future__ import annotations

import random

_SYLLABLES = """
ba bel cor dan dra el fen gor hal im jor kel lan mor nes ol pra quin ros sel tor ul van wes yor zan
"""
_COMMON = """
the a of to and in that it was for on with as at by from this which said would have been their after
before about people town year week council company market house street water school work
"""
_VERBS = """
opens sells buys plans shows finds keeps moves names builds counts paints repairs borrows
"""


class Writer:
    """Writes articles with a vocabulary of its own, drawn as in natural text: few often, many rarely."""

    def __init__(self, seed: int, words: int = 12_000) -> None:
        self._random = random.Random(seed)
        self._syllables, self._common, self._verbs = map(str.split, (_SYLLABLES, _COMMON, _VERBS))
        self._words = [self._invented(2) for _ in range(words)]
        self._names = [self._invented(3).capitalize() for _ in range(words)]

    def _invented(self, syllables: int) -> str:
        return "".join(self._random.choice(self._syllables) for _ in range(syllables))

    def _rare(self, words: list[str]) -> str:
        return words[int(len(words) * self._random.random() ** 2.5)]

    def article(self, sentences: int = 26) -> str:
        """Return an article; 26 sentences are about 3 KB."""
        cast = [f"{self._rare(self._names)} {self._rare(self._names)}" for _ in range(6)]
        told = [self._sentence(cast) for _ in range(sentences)]
        return "\n\n".join(" ".join(told[i : i + 4]) for i in range(0, sentences, 4)) + "\n"

    def _sentence(self, cast: list[str]) -> str:
        draw = self._random
        words = [
            draw.choice(self._common) if draw.random() < 0.62 else self._rare(self._words)
            for _ in range(15)
        ]
        words[draw.randrange(3, 6)] = draw.choice(cast)
        words[draw.randrange(6, 9)] = draw.choice(self._verbs)
        if draw.random() < 0.5:
            words[draw.randrange(9, 14)] = f"{draw.randrange(3, 9000):,}"
        return f"{words[0].capitalize()} {' '.join(words[1:])}."
