"""Train spun/document-score: word log-odds, frequent pairs, and the weights of six features.

    python scripts/train_spun_score.py --symspell SYM/symspellpy --moby package/words.txt

The word log-odds need no text: the spinner tables of `spun/thesauri.py` say which words a spinner writes
in the place of which, and the frequencies of symspellpy (MIT) how often those stand in English.
With q(w) what a spinner writes in all: log-odds(w) = log(.7 + .3 q(w) / P(w)).

The weights are fitted on windows of 100 words of our own articles and pages, the Debian Administrator's
Handbook, the Jargon File and the examples of WordNet's glosses, clean and spun by six spinners of
ours. Each spinner's windows are also scored with weights made without the spinners of its thesaurus,
and once more with tables made without the thesaurus, too ("thesaurus unknown", the figure to believe),
both on these texts and, with `--articles SET …`, on the clean English articles of labelled sets.
Needs numpy (not a dependency of the program). Writes spun-words.txt.gz, spun-marks.txt,
word-pairs.bin.gz and spun-score.json into the plugin's data folder.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))

import itertools

from build_tortured_phrases import FUNCTION, Frequencies, _counts
from spun import spinners, thesauri
from textlint_spun import score
from textlint_spun.articles import count_mismatches

from textlint.testing import read

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "plugins" / "textlint_spun" / "data"
WORDNET = Path("/usr/share/wordnet")
JARGON = Path("/usr/share/dictd/jargon.dict.dz")
HANDBOOK = Path("/usr/share/doc/debian-handbook/html/en-US")
WINDOW = 100
ARTICLES = 150  # articles of the labelled sets that are spun and measured, at most
SPUN_SHARE = 0.3  # of the words of a spun text
HIGHEST, LOWEST = 3.5, -0.36
RAREST_LISTED = 1e-6  # rarer words are listed only where a spinner writes them


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--symspell", type=Path, required=True)
    parser.add_argument("--moby", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, default=WORDNET)
    parser.add_argument(
        "--articles", type=Path, nargs="*", default=[], help="labelled sets to test"
    )
    options = parser.parse_args()
    frequencies = Frequencies(
        _counts(options.symspell / "frequency_dictionary_en_82_765.txt"),
        _counts(options.symspell / "frequency_bigramdictionary_en_243_342.txt"),
    )
    wordnet = thesauri.WordNet(options.wordnet)
    verbs = {word for word, parts in wordnet.parts.items() if "v" in parts}
    relations = {
        "wordnet": wordnet.relation(),
        "moby": _single(thesauri.moby(options.moby)),
        "swaps": thesauri.swaps(),
    }
    known = {
        "wordnet": spinners.Spinner(relations["wordnet"], verbs, spinners.by_weight, 0.5),
        "wordnet-first": spinners.Spinner(relations["wordnet"], verbs, spinners.first_entry, 0.4),
        "moby": spinners.Spinner(relations["moby"], verbs, spinners.any_entry, 0.4),
        "swaps": spinners.Spinner(relations["swaps"], verbs, spinners.by_weight, 0.8),
        "moby-rare": spinners.Spinner(
            relations["moby"], verbs, spinners.rarest_of_three(frequencies.of), 0.25
        ),
        "wordnet-light": spinners.Spinner(relations["wordnet"], verbs, spinners.by_weight, 0.3),
    }
    pairs = pair_table(frequencies)
    clean, spun = _windows(list(clean_texts()), known)
    print(f"{len(clean)} clean windows, " + ", ".join(f"{len(v)} {n}" for n, v in spun.items()))
    every = word_odds(relations, frequencies, verbs)
    tests = {"training texts": (clean, spun)}
    if options.articles:
        articles = [text for folder in options.articles for text in _articles(folder, every)]
        tests["articles"] = _windows(articles[:ARTICLES], known)
    for left_out in relations:
        rest = {n: r for n, r in relations.items() if n != left_out}
        for kind, odds in (
            ("thesaurus unknown", word_odds(rest, frequencies, verbs)),
            ("spinner unknown", every),
        ):
            tables = tables_of(odds, pairs, frequencies, clean)
            others = [w for n, ws in spun.items() if not n.startswith(left_out) for w in ws]
            fitted = fit(matrix(clean, tables), matrix(others, tables))
            for place, (written, made) in tests.items():
                logit = logits(fitted, matrix(written, tables))
                for name in (n for n in spun if n.startswith(left_out)):
                    report(
                        f"{name}, {kind}, {place}",
                        logit,
                        logits(fitted, matrix(made[name], tables)),
                    )
    tables = tables_of(every, pairs, frequencies, clean)
    everything = [w for ws in spun.values() for w in ws]
    fitted = fit(matrix(clean, tables), matrix(everything, tables))
    write(tables, fitted)


def _windows(
    texts: list[str], known: Mapping[str, spinners.Spinner]
) -> tuple[list[Window], dict[str, list[Window]]]:
    clean = [w for text in texts for w in windows(text)]
    spun = {
        name: [w for at, text in enumerate(texts) for w in windows(spinner.spin(text, at))]
        for name, spinner in known.items()
    }
    return clean, spun


def _articles(folder: Path, listed: Mapping[str, float]) -> Iterable[str]:
    """Yield the clean English articles of a labelled set; they are measured, nothing is learnt."""
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] == "clean" and row["file"].endswith((".md", ".txt", ".html")):
            content = (folder / row["file"]).read_text(encoding="utf-8", errors="replace")
            prose = read(content, row["file"]).prose
            text = "\n".join(block.text for block in prose if not block.in_quote)
            words = score.WORD.findall(text)
            if len(words) > WINDOW and sum(w in listed for w in words) > 0.7 * len(words):
                yield text


def tables_of(
    odds: Mapping[str, float], pairs: bytes, frequencies: Frequencies, clean: list[Window]
) -> score.Tables:
    """Put the tables together; how many pairs are linked is counted in the clean windows."""
    words = {w: score.Known(v, _common(frequencies.of(w))) for w, v in odds.items()}
    tables = score.Tables(words, pairs, [0.0] * 19)
    seen, linked = [1.0] * 19, [0.1] * 19
    for window, _ in clean:
        for first, second in itertools.pairwise(window):
            if first in words and second in words:
                together = words[first].common + words[second].common
                seen[together] += 1
                linked[together] += tables.is_pair(first, second)
    shares = [round(a / b, 3) for a, b in zip(linked, seen, strict=True)]
    return score.Tables(words, pairs, shares)


def _common(frequency: float) -> int:
    """Half decades of frequency: 9 for the commonest words, 0 for those below 1e-7."""
    return max(0, min(9, round(2 * (math.log10(frequency) + 7))))


def _single(relation: thesauri.Relation) -> thesauri.Relation:
    """Weights that add up to one, of single words."""
    made = {}
    for word, entries in relation.items():
        total = sum(entries.values())
        made[word] = {o: w / total for o, w in entries.items() if " " not in o}
    return made


def word_odds(
    relations: Mapping[str, thesauri.Relation], frequencies: Frequencies, verbs: set[str]
) -> dict[str, float]:
    """Return log-odds of the words that spinners write, rounded to tenths."""
    spun: dict[str, float] = defaultdict(float)
    for word in frequencies.words:
        chance = frequencies.words[word] / frequencies.total
        if chance < 1e-7 or word in FUNCTION or len(word) < 3:
            continue
        for relation in relations.values():
            for other, weight in thesauri.lookup(relation, word, verbs).items():
                for token in other.split():
                    if token not in FUNCTION:
                        spun[token] += chance * weight / len(relations)
    odds = {}
    for word in sorted(spun.keys() | frequencies.words.keys()):
        chance = max(frequencies.words.get(word, 0) / frequencies.total, 1e-8)
        if word in FUNCTION:
            odds[word] = 0.0
        elif word in spun or chance >= RAREST_LISTED:
            ratio = math.log(1 - SPUN_SHARE + SPUN_SHARE * spun.get(word, 0.0) / chance)
            value = round(max(min(ratio, HIGHEST), LOWEST), 1)
            if word.isascii() and word.isalpha() and (chance >= RAREST_LISTED or value >= 1):
                odds[word] = value
    return odds


def pair_table(frequencies: Frequencies) -> bytes:
    table = bytearray(score.BITS // 8)
    for pair in frequencies.pairs:
        first, second = pair.split()
        bit = score.bit_of(first, second)
        table[bit >> 3] |= 1 << (bit & 7)
    return bytes(table)


def clean_texts() -> Iterable[str]:
    """Our own articles, the handbook's chapters, the Jargon File, the examples of WordNet's glosses."""
    for path in sorted((ROOT / "tests" / "corpus" / "good").glob("*.*")):
        yield path.read_text(encoding="utf-8")
    for path in sorted(HANDBOOK.glob("*.html")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"(?s)<(pre|script|style|head)\b.*?</\1>", " ", text)
        paragraphs = re.findall(r'(?s)<(?:p|div class="para")>(.*?)</(?:p|div)>', text)
        yield "\n".join(re.sub(r"<[^>]*>|&\w+;", " ", paragraph) for paragraph in paragraphs)
    jargon = gzip.decompress(JARGON.read_bytes()).decode("utf-8", "replace")
    yield from _parts(re.sub(r"[{}]", " ", jargon).split("\n\n"))
    glosses = (WORDNET / "data.verb").read_text(encoding="latin-1") + (
        WORDNET / "data.adj"
    ).read_text(encoding="latin-1")
    yield from _parts(re.findall(r'"([a-zA-Z][^"]{30,})"', glosses))


def _parts(paragraphs: list[str]) -> Iterable[str]:
    """Put every sixth of so many paragraphs together again as texts of some length."""
    wanted = [p for p in paragraphs if len(p) > 30][::6]
    for at in range(0, len(wanted), 60):
        yield "\n".join(wanted[at : at + 60])


Window = tuple[list[str], int]


def windows(text: str) -> list[Window]:
    """Cut a text into windows of 100 words: the words and the article mismatches among them."""
    places = [m.start() for m in score.WORD.finditer(text)]
    made = []
    for at in range(0, len(places) - WINDOW + 1, WINDOW):
        end = places[at + WINDOW] if at + WINDOW < len(places) else len(text)
        part = text[places[at] : end]
        made.append((score.WORD.findall(part), count_mismatches(part)))
    return made


def matrix(made: list[Window], tables: score.Tables) -> np.ndarray:
    rows = [score.rates(words, tables, articles, 0) for words, articles in made]
    return np.array([[row[name] for name in score.FEATURES] for row in rows])


Fitted = tuple[np.ndarray, float]


def fit(clean: np.ndarray, spun: np.ndarray) -> Fitted:
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


def logits(fitted: Fitted, rows: np.ndarray) -> np.ndarray:
    return rows @ fitted[0] + fitted[1]


def report(name: str, clean: np.ndarray, spun: np.ndarray) -> None:
    order = np.argsort(np.r_[clean, spun], kind="stable")
    rank = np.empty(len(order))
    rank[order] = np.arange(1, len(order) + 1)
    area = (rank[len(clean) :].sum() - len(spun) * (len(spun) + 1) / 2) / (len(clean) * len(spun))
    found = (spun > np.quantile(clean, 0.995)).mean()
    print(f"{name}: AUC {area:.3f}, found at .5 % false {found:.3f}")


HEADER = """\
# Log-odds of words in spun against written text, how common they are (0 to 9),
# the words. Written by scripts/train_spun_score.py from WordNet 3.0
# (licence: WORDNET-LICENSE.txt beside this file), the Moby Thesaurus (public domain), our own replacements
# (scripts/spun/swaps.txt) and the word frequencies of symspellpy (MIT; Google Books n-grams).
"""


MARKS_HEADER = """\
# Words that synonym spinners write and people seldom do. Written by scripts/train_spun_score.py; the
# sources are those of spun-words.txt.gz.
"""


def write(tables: score.Tables, fitted: Fitted) -> None:
    groups: dict[score.Known, list[str]] = defaultdict(list)
    for word, known in tables.words.items():
        groups[known].append(word)
    lines = [f"{k.odds}\t{k.common}\t{' '.join(sorted(groups[k]))}" for k in sorted(groups)]
    listed = HEADER + "\n".join(lines) + "\n"
    (DATA / "spun-words.txt.gz").write_bytes(gzip.compress(listed.encode("ascii"), 9, mtime=0))
    (DATA / "word-pairs.bin.gz").write_bytes(gzip.compress(tables.pairs, 9, mtime=0))
    telling = [w for w, k in tables.words.items() if k.odds >= MARK_ODDS and k.common > 0]
    (DATA / "spun-marks.txt").write_text(
        MARKS_HEADER + "\n".join(textwrap.wrap(" ".join(sorted(telling)), 100)) + "\n",
        encoding="ascii",
    )
    weights = {n: round(float(w), 4) for n, w in zip(score.FEATURES, fitted[0], strict=True)}
    weights["phrases"] = PHRASES
    model = {
        "origin": "scripts/train_spun_score.py; weights per unit of the rates in score.py",
        "weights": weights,
        "bias": round(fitted[1], 4),
        "mark": MARK,
        "alarm": ALARM,
        "linked": list(tables.linked),
    }
    (DATA / "spun-score.json").write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(model))
    for name in ("spun-words.txt.gz", "word-pairs.bin.gz"):
        print(name, (DATA / name).stat().st_size)


# Broken expressions were found by tables that the spinners share; a weight that is learnt on them would
# be too high. One in 100 words shifts the odds as far as this, by our own choice.
PHRASES = 2.0
# Set by hand: above all clean English documents of the development sets (the highest has 1.1). One window
# of 100 words varies more than a document does.
ALARM = 2.0
# A document is worth a full score when so many different words of so high log-odds stand in 1,000 words:
# nine in ten clean articles have at most 5, the documents of the spun development set 8 to 28.
MARK, MARK_ODDS = 7, 1.0

if __name__ == "__main__":
    main()
