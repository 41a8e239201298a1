"""A spinner that is only tested, never learnt from: neighbours among word vectors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from spun import spinners
from spun.inventory import FUNCTION

_WORDS, _REPLACED, _NEIGHBOURS = 36_000, 15_000, 12
_NEAREST, _SHARE = 0.5, 0.4


def by_vectors(path: Path, frequencies: Mapping[str, float]) -> spinners.Spinner:
    """Replace four in ten words by one of their nearest neighbours, nearer ones more often."""
    data = json.loads(path.read_text(encoding="utf-8"))
    vectors, length = data["vectors"], data["dimensions"]
    common = sorted(frequencies, key=lambda word: (-frequencies[word], word))
    words = [w for w in common if w in vectors and len(w) > 2 and w not in FUNCTION][:_WORDS]
    rows = np.array([vectors[word][:length] for word in words], dtype=np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    relation = {}
    for at in range(0, _REPLACED, 1000):
        near = rows[at : at + 1000] @ rows.T
        for row, similar in enumerate(near):
            order = np.argsort(-similar)[1 : _NEIGHBOURS + 1]
            found = {words[i]: float(similar[i]) ** 4 for i in order if similar[i] > _NEAREST}
            if found:
                relation[words[at + row]] = found
    return spinners.Spinner(relation, set(), spinners.by_weight, _SHARE)
