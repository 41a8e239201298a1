"""Phrases that stand in dictionaries and manuals of Debian, and so are written by people.

Nothing of these texts enters the result but that a phrase is left out.

    apt-get install dict-gcide dict-foldoc dict-jargon debian-handbook libreoffice-help-en-us linux-doc
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

TEXTS = (
    Path("/usr/share/dictd"),
    Path("/usr/share/doc/debian-handbook/html/en-US"),
    Path("/usr/share/libreoffice/help/en-US"),
    Path("/usr/share/doc/linux-doc/Documentation"),
)
_WORDS = re.compile(r"[a-z]+(?:'[a-z]+)?")
_MARKUP = re.compile(r"<[^>]*>|[{}\\]")


def attestation(phrases: Mapping[str, object], wordnet: Path) -> set[str]:
    """Return the phrases that occur in dictionaries and manuals, hyphens counting as spaces."""
    starts = defaultdict(set)
    for phrase in phrases:
        starts[phrase.split()[0]].add(phrase)
    found: set[str] = set()
    count = 0
    for text in _texts(wordnet):
        for clause in re.split(r"[.,;:!?()\"|]", _MARKUP.sub(" ", text.lower()).replace("-", " ")):
            words = _WORDS.findall(clause)
            count += len(words)
            for at, word in enumerate(words):
                if word in starts:
                    for length in (2, 3, 4):
                        phrase = " ".join(words[at : at + length])
                        if phrase in phrases:
                            found.add(phrase)
                        elif phrase.endswith("s") and phrase[:-1] in phrases:
                            found.add(phrase[:-1])
    print(f"{count} words of text read")
    return found


def _texts(wordnet: Path) -> Iterator[str]:
    for name in ("noun", "verb", "adj", "adv"):
        for line in (wordnet / f"data.{name}").read_text(encoding="latin-1").splitlines():
            yield line.partition(" | ")[2]
    for folder in TEXTS:
        if not folder.is_dir():
            raise SystemExit(f"{folder} is missing; see the packages above")
        for path in sorted(folder.rglob("*")):
            if (path.suffix in {".dz", ".gz"} and ".dict" in path.name) or path.name.endswith(
                ".rst.gz"
            ):
                yield gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
            elif path.suffix in {".html", ".rst", ".txt"} and path.is_file():
                yield path.read_text(encoding="utf-8", errors="replace")
