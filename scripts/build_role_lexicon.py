"""Build plugins/textlint_persona/data/roles.txt: nouns that name what a person is, by field.

    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb wordnet
    python scripts/build_role_lexicon.py wordnet/usr/share/wordnet

Reads Debian's package `wordnet-base` (WordNet 3.0: `data.noun`, `index.noun`), the plugin's own
`data/fields.csv` (which synsets belong to which field) and `own_roles.txt` beside this script (what
WordNet lacks or sees otherwise). A noun is taken from WordNet when its first sense is a kind of
person; its field is that of the nearest anchor among its hypernyms. Standard library only; the same
input gives the same bytes.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "plugins" / "textlint_persona" / "data"
OUTPUT = DATA / "roles.txt"
PERSON = "00007846"  # offset of person, individual, someone … in WordNet 3.0
DROPPED = "-"  # the field of nouns that tell nothing about a speaker, and of WordNet's insults
_INSULT = re.compile(
    r"offensive|slur|disparag|derogat|obscene|vulgar|insult|contempt|stupid|pejorat"
)
_RUDE = re.compile(
    r"whore|niggard|squaw|fuck|shit|cock|half-?breed|harlot|slut|tart$|oriental|savage"
)

HEADER = """\
# Nouns that name what a person is, by field (see fields.csv). Written by scripts/build_role_lexicon.py.
# Sources: WordNet 3.0 (Debian package wordnet-base), nouns whose first sense is a kind of person,
# and scripts/own_roles.txt of this project. Licence of the part from WordNet: see
# WORDNET-LICENSE.txt beside this file.
"""


class WordNet:
    """The nouns of WordNet below `PERSON`: synset → lemmas and hypernyms, noun → first sense."""

    def __init__(self, folder: Path) -> None:
        self.lemmas: dict[str, list[str]] = {}
        self.insults: set[str] = set()
        self.hypernyms: dict[str, list[str]] = {}
        hyponyms: dict[str, list[str]] = defaultdict(list)
        for line in synset_lines(folder / "data.noun"):
            entry, _, gloss = line.partition(" | ")
            fields = entry.split()
            if _INSULT.search(gloss):
                self.insults.add(fields[0])
            count = int(fields[3], 16)
            pointers = 4 + 2 * count
            self.lemmas[fields[0]] = fields[4:pointers:2]
            above = [
                fields[at + 1]
                for at in range(pointers + 1, pointers + 1 + 4 * int(fields[pointers]), 4)
                if fields[at] == "@"
            ]
            self.hypernyms[fields[0]] = above
            for parent in above:
                hyponyms[parent].append(fields[0])
        self.people = _closure(PERSON, hyponyms)
        self.first_sense: dict[str, str] = {}
        for line in synset_lines(folder / "index.noun"):
            fields = line.split()
            first = fields[-int(fields[2])]
            if first in self.people - self.insults and not _RUDE.search(fields[0]):
                self.first_sense[fields[0]] = first

    def chain(self, synset: str) -> list[str]:
        """Return the synset and its hypernyms below `PERSON`, nearest first."""
        chain, queue = [], [synset]
        while queue:
            current = queue.pop(0)
            if current in self.people and current not in chain:
                chain.append(current)
                queue.extend(self.hypernyms[current])
        return chain


def synset_lines(path: Path) -> list[str]:
    """Return the entries of a WordNet file; the licence at its head is indented."""
    lines = path.read_text(encoding="latin-1").split("\n")
    return [line for line in lines if line and not line.startswith("  ")]


def _closure(root: str, below: dict[str, list[str]]) -> set[str]:
    found, stack = {root}, [root]
    while stack:
        for synset in below[stack.pop()]:
            if synset not in found:
                found.add(synset)
                stack.append(synset)
    return found


def read_fields() -> dict[str, str]:
    """Return anchor lemma → field from fields.csv."""
    lines = (DATA / "fields.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {anchor: row["field"] for row in rows for anchor in row["anchors"].split()}


def read_own_roles() -> dict[str, str]:
    """Return role → field from own_roles.txt; exit when a role stands twice."""
    fields: dict[str, str] = {}
    for line in (HERE / "own_roles.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            field, _, roles = line.partition(":")
            for role in (name.strip() for name in roles.split(",")):
                if role in fields:
                    sys.exit(f"own_roles.txt: {role!r} stands twice")
                fields[role] = field
    return fields


def build(folder: Path) -> str:
    """Return the text of roles.txt."""
    wordnet = WordNet(folder)
    anchors = read_fields()
    roles: dict[str, str] = {}
    for noun, synset in wordnet.first_sense.items():
        name = noun.replace("_", " ")
        words = name.split()
        # Of a compound the last word decides; only one whose last word is no person is kept.
        if len(words) > 2 or (len(words) == 2 and words[1] in wordnet.first_sense):
            continue
        chain = wordnet.chain(synset)
        roles[name] = next(
            (
                anchors[lemma.lower()]
                for link in chain
                for lemma in wordnet.lemmas[link][:1]
                if lemma.lower() in anchors
            ),
            DROPPED,
        )
    roles.update(read_own_roles())
    by_field: dict[str, list[str]] = defaultdict(list)
    for name, field in roles.items():
        if field != DROPPED:
            by_field[field].append(name)
    lines = [f"{field}: {', '.join(sorted(names))}\n" for field, names in sorted(by_field.items())]
    return HEADER + "".join(lines)


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    OUTPUT.write_text(build(Path(sys.argv[1])), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
