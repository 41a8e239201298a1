"""Running text of dictionaries and manuals of Debian, as numbers of words.

Only what fits beside what is learnt from it; the texts on which the weights of the score are fitted
(`texts.py`) are not among them.

    apt-get install wordnet-base dict-gcide dict-foldoc linux-doc libreoffice-help-en-us debian-policy
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

DICTIONARIES = ("gcide", "foldoc")
WORDNET = Path("/usr/share/wordnet")  # the glosses of nouns and adverbs
MANUALS = (
    (Path("/usr/share/doc/linux-doc-6.1"), ".rst.gz"),
    (Path("/usr/share/libreoffice/help/en-US"), ".html"),
    (Path("/usr/share/doc/debian-policy"), ".html"),
)
LEAST = 80  # characters of a paragraph
_LETTERS = 0.85  # of it are letters and spaces
_UNKNOWN = 0.3  # of its tokens, at most
_TOKEN = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d[\d.,]*|[^\sA-Za-z\d]+")


def numbered(words: Mapping[str, int], unknown: int) -> np.ndarray:
    """Return the paragraphs one behind the other, parted by two unknown words."""
    made = []
    seen = set()
    for paragraph in _paragraphs():
        plain = sum(c.isalpha() or c == " " for c in paragraph)
        if len(paragraph) < LEAST or plain < _LETTERS * len(paragraph) or paragraph in seen:
            continue
        seen.add(paragraph)
        found = list(_tokens(paragraph, words, unknown))
        if found.count(unknown) <= _UNKNOWN * len(found):
            made.append(np.array([*found, unknown, unknown], np.int32))
    return np.concatenate(made)


def _tokens(text: str, words: Mapping[str, int], unknown: int) -> Iterator[int]:
    """Yield numbers; punctuation, names and figures are unknown, a sentence's first word may be known."""
    begins = True
    for match in _TOKEN.finditer(text):
        token = match.group()
        small = token.lower()
        yield words.get(small, unknown) if begins or token == small else unknown
        begins = not token[0].isalnum() and any(sign in token for sign in ".!?:")


def _paragraphs() -> Iterator[str]:
    for name in DICTIONARIES:
        packed = Path(f"/usr/share/dictd/{name}.dict.dz").read_bytes()
        text = gzip.decompress(packed).decode("utf-8", "replace")
        yield from re.sub(r"\\[^\\]*\\|\[[^\]]*\]|[{}<>]", " ", text).split("\n\n")
    for name in ("noun", "adv"):
        for line in (WORDNET / f"data.{name}").read_text(encoding="latin-1").splitlines():
            yield line.partition(" | ")[2]
    for folder, ending in MANUALS:
        for path in sorted(folder.rglob(f"*{ending}")):
            content = path.read_bytes() if path.is_file() else b""
            content = gzip.decompress(content) if ending.endswith(".gz") and content else content
            text = content.decode("utf-8", "replace")
            text = re.sub(r"(?s)<(script|style|pre|head)\b.*?</\1>", " ", text)
            yield from re.sub(r"<[^>]*>|&\w+;", " ", text).split("\n\n")
