"""Phrases that stand in published texts, and so are written by people.

Nothing of these texts enters the result but that a phrase is left out. They are the glosses of WordNet and
whatever lies below the folder of texts, for which unpack these packages of Debian 12 (`apt-get download`,
`dpkg -x PACKAGE.deb TEXTS`): manuals of statistics, machine learning, image and signal processing, medical
imaging, physics, mathematics, databases, networks and bookkeeping, and some dictionaries.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

PACKAGES = """
    ceres-solver-doc debian-handbook debian-history dict-devil dict-foldoc dict-gcide dict-jargon dolfin-doc
    erlang-doc geographiclib-doc giac-doc gimp-help-en gnucash-docs gnumed-doc gnuradio-doc gretl-doc hledger
    kicad-doc-en libeigen3-doc libreoffice-help-en-us lilypond-doc-html linux-doc-6.1 maxima-doc miscfiles
    mrtrix3-doc octave-doc opencv-doc openmpi-doc openms-doc perl-doc postgresql-doc-15
    psychtoolbox-3-common python-astropy-doc python-dipy-doc python-nibabel-doc python-nipype-doc
    python-pandas-doc python-scipy-doc python-skimage-doc python-sklearn-doc python-statsmodels-doc
    python-sympy-doc r-doc-html vim-doc weka-doc wireshark-doc"""
_PACKED = (".gz", ".dz")
_MARKED_UP = (".html", ".htm", ".xhtml", ".xml", ".docbook", ".page")
_PLAIN = (".txt", ".rst", ".md", ".tex", ".texi", ".pod", ".dict", ".1", ".3", ".5")
_LARGEST = 40_000_000  # bytes of a file that is read
_WORDS = re.compile(r"[a-z]+(?:'[a-z]+)?")
_MARKUP = re.compile(r"(?s)<(script|style|pre|code)\b.*?</\1>|<[^>]*>|&\w+;|[{}\\]")
_BORDER = re.compile(r'[.,;:!?()"|“”\n]\s*\n|[.,;:!?()"|“”]')


class Attestation:
    """The texts, read once: what stands in them, and how often each word."""

    def __init__(self, wordnet: Path, texts: Path) -> None:
        self._clauses: list[str] = []
        words: Counter[str] = Counter()
        read: set[int] = set()  # manuals repeat themselves
        for text in _texts(wordnet, texts):
            for clause in _BORDER.split(_MARKUP.sub(" ", text.lower()).replace("-", " ")):
                found = _WORDS.findall(clause)
                joined = " ".join(found)
                if len(found) < 2 or hash(joined) in read:
                    continue
                read.add(hash(joined))
                words.update(found)
                self._clauses.append(joined)
        self.count = words.total()
        self.frequency = {word: count / self.count for word, count in words.items()}

    def counts(self, phrases: Mapping[str, object]) -> Counter[str]:
        """Return how often the phrases that occur in the texts do, hyphens counting as spaces."""
        starts: dict[str, set[int]] = defaultdict(set)
        for phrase in phrases:
            first, *others = phrase.split()
            starts[first].add(len(others) + 1)
        found: Counter[str] = Counter()
        for clause in self._clauses:
            words = clause.split()
            for at, word in enumerate(words):
                for length in starts.get(word, ()):
                    phrase = " ".join(words[at : at + length])
                    found.update(form for form in _numbers(phrase) if form in phrases)
        return found


def _numbers(phrase: str) -> Iterator[str]:
    """Yield the phrase and what it is the plural of."""
    yield phrase
    for ending, base in (("s", ""), ("es", ""), ("ies", "y")):
        if phrase.endswith(ending):
            yield phrase[: -len(ending)] + base


def _texts(wordnet: Path, texts: Path) -> Iterator[str]:
    for name in ("noun", "verb", "adj", "adv"):
        for line in (wordnet / f"data.{name}").read_text(encoding="latin-1").splitlines():
            yield line.partition(" | ")[2]
    if not texts.is_dir():
        raise SystemExit(f"{texts} is missing; see spun/attestation.py")
    for path in sorted(texts.rglob("*")):
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST:
            continue
        name, content = path.name, b""
        if name.endswith(_PACKED):
            name, content = name[:-3], gzip.decompress(path.read_bytes())
        if name.endswith(_MARKED_UP + _PLAIN):
            yield (content or path.read_bytes()).decode("utf-8", "replace")
