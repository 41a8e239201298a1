"""Build plugins/textlint_persona/data/topics.txt: nouns that tell what a claim is about, by trade group.

    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb wordnet
    python scripts/build_topic_words.py wordnet/usr/share/wordnet

Reads `data.noun` and `index.noun` of Debian's package `wordnet-base` (WordNet 3.0), and beside this
script `topic_anchors.csv` and `own_topics.txt`. A noun belongs to a group when its first sense is a
hyponym of one of the group's synsets: "trombone" is an instrument, so it tells of the stage. Standard library
only; the same input gives the same bytes.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

from build_role_lexicon import DATA, HERE, synset_lines

OUTPUT = DATA / "topics.txt"
# Words of every household and every office, and words that mean something else as often: "a case",
# "the bus", "my desk" tell of no trade.
_DROPPED = (
    frozenset({"case", "bank", "board", "chair", "table", "bed", "desk", "seat", "bench", "field"})
    | {"house", "line", "file", "key", "iron", "press", "spring", "light", "range", "number"}
    | {"force", "unit", "company", "body", "trust", "school", "shop", "store", "mill", "works"}
    | {"party", "section", "division", "command", "post", "cup", "glass", "can", "tap", "bit"}
    | {"van", "car", "drive", "wrap", "train", "ring", "chain", "band", "frame", "cover", "slip"}
    | {"suit", "top", "jacket", "coat", "dress", "shirt", "shoe", "boot", "glove", "hat", "belt"}
    | {"hearing", "trial", "action", "suit", "appeal", "adoption", "cut", "care", "treatment"}
    | {"application", "program", "tool", "client", "server", "browser", "virus", "script"}
    | {"bus", "truck", "boat", "ship", "sofa", "lamp", "couch", "mirror", "bookcase", "cabinet"}
    | {"rest", "play", "game", "run", "stock", "share", "bond", "note", "security"}
    | {"sandwich", "soup", "salad", "toast", "pie", "bread", "cat", "dog", "mouse", "kitty"}
    | {"material", "cloth", "brick", "stone", "board", "block", "wood", "timber", "lead"}
    | {"style", "wave", "bob", "bun", "knot", "part", "roll", "curl", "pick", "bar", "square"}
    | {"turkey", "pen", "ballpoint", "fan", "punch", "rule", "ruler", "level", "pan", "pot"}
)
_HEADER = """\
# Nouns that tell what a claim is about, by group of trades (see fields.csv). Written by
# scripts/build_topic_words.py from WordNet 3.0 (Debian package wordnet-base) and scripts/own_topics.txt.
# Licence of the part from WordNet: see WORDNET-LICENSE.txt beside this file.
"""


def build(folder: Path) -> str:
    """Return the text of topics.txt."""
    below: dict[str, list[str]] = defaultdict(list)
    for line in synset_lines(folder / "data.noun"):
        fields = line.split(" | ")[0].split()
        pointers = 4 + 2 * int(fields[3], 16)
        for at in range(pointers + 1, pointers + 1 + 4 * int(fields[pointers]), 4):
            if fields[at] == "@":
                below[fields[at + 1]].append(fields[0])
    groups: dict[str, set[str]] = defaultdict(set)
    for group, anchors in _anchors().items():
        stack = list(anchors)
        while stack:
            synset = stack.pop()
            groups[synset].add(group)
            stack += [child for child in below[synset] if group not in groups[child]]
    words: dict[str, set[str]] = defaultdict(set)
    for line in synset_lines(folder / "index.noun"):
        fields = line.split()
        word = fields[0].replace("_", " ")
        first = fields[-int(fields[2])]
        if re.fullmatch(r"[a-z]{4,}(?: [a-z]{3,})?", word) and word not in _DROPPED:
            for group in groups.get(first, ()):
                words[group].add(word)
    for line in (HERE / "own_topics.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            group, _, nouns = line.partition(": ")
            words[group] |= set(nouns.split(", "))
    return _HEADER + "".join(
        f"{g}: {', '.join(sorted(found))}\n" for g, found in sorted(words.items())
    )


def _anchors() -> dict[str, list[str]]:
    lines = (HERE / "topic_anchors.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["group"]: [s.partition("-")[0] for s in row["synsets"].split()] for row in rows}


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    OUTPUT.write_text(build(Path(sys.argv[1])), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
