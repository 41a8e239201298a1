"""Build plugins/textlint_spun/data/document-frequencies.txt: how many articles hold a word.

    python scripts/build_document_frequencies.py FREQUENCY_DICTIONARY

FREQUENCY_DICTIONARY is `frequency_dictionary_en_82_765.txt` of symspellpy (MIT), lines of a word and
its count in the Google Books Ngram data (CC BY 3.0), filtered by the SCOWL word lists. The file comes
with `pip download symspellpy`; nothing of it is needed at run time.

A count is turned into the share of news articles that hold the word's stem: an article of 450 words
draws each word independently; words come in bursts, so that only six in ten draws open a new document.
Shares are kept in levels of 0.4 in the natural logarithm (see `rarity.py`).
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path

from textlint_spun.rarity import COMMON, FIRST, RAREST, STEP
from textlint_spun.stems import stem

WORDS_PER_ARTICLE = 450
NEW_DOCUMENTS = 0.6  # per occurrence
TARGET = Path(__file__).parents[1] / "plugins/textlint_spun/data/document-frequencies.txt"
HEADER = """\
# How rare word stems are among articles, in levels; built by scripts/build_document_frequencies.py
# from the English frequency dictionary of symspellpy (MIT licence, Copyright (c) 2022 mmb L), whose
# counts are those of Google Books Ngrams (CC BY 3.0) for the words of SCOWL (Copyright Kevin Atkinson).
# One line for each level: its number, then the stems. What is in no line is rarer than all of them.
"""


def main(source: Path) -> None:
    counts: Counter[str] = Counter()
    for line in source.read_text(encoding="utf-8-sig").splitlines():
        word, count = line.split()
        counts[stem(word)] += int(count)
    total = sum(counts.values())
    levels: dict[int, list[str]] = {}
    for name, count in counts.items():
        share = 1 - math.exp(-WORDS_PER_ARTICLE * NEW_DOCUMENTS * count / total)
        level = max(COMMON, math.floor((-math.log(share) - FIRST) / STEP))
        if level < RAREST:
            levels.setdefault(level, []).append(name)
    lines = [f"{level} {' '.join(sorted(names))}\n" for level, names in sorted(levels.items())]
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{sum(map(len, levels.values())):,} stems in {len(levels)} levels")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
