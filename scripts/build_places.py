"""Build plugins/textlint_persona/data/places.txt: which places lie in which.

    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb wordnet
    python scripts/build_places.py wordnet/usr/share/wordnet

Reads `data.noun` of Debian's package `wordnet-base` (WordNet 3.0): a place is a proper noun that is
part of another one (pointer `#p`), and lies in all that the other lies in. Standard library only; the
same input gives the same bytes.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from build_role_lexicon import DATA, synset_lines

OUTPUT = DATA / "places.txt"
_LOCATIONS = "15"  # number of WordNet's file of nouns for places
_LONGEST = 3  # words of a name
_NAMES = 2  # of the places around; the others are nicknames and old
# What WordNet does not say.
_AROUND = dict.fromkeys(["Sweden", "Norway", "Denmark"], "Scandinavia") | dict.fromkeys(
    ["England", "Scotland", "Wales"], "Great Britain"
)
_HEADER = """\
# Which places lie in which: a place, and all that it is part of. Written by scripts/build_places.py
# from WordNet 3.0 (Debian package wordnet-base). Licence: see WORDNET-LICENSE.txt beside this file.
"""


def build(folder: Path) -> str:
    """Return the text of places.txt."""
    names: dict[str, list[str]] = {}
    wholes: dict[str, list[str]] = {}
    for line in synset_lines(folder / "data.noun"):
        fields = line.split(" | ")[0].split()
        pointers = 4 + 2 * int(fields[3], 16)
        lemmas = [lemma.replace("_", " ") for lemma in fields[4:pointers:2]]
        if fields[1] != _LOCATIONS or not lemmas[0][:1].isupper():
            continue
        names[fields[0]] = [n for n in lemmas if n[0].isupper() and len(n.split()) <= _LONGEST]
        wholes[fields[0]] = [
            fields[at + 1]
            for at in range(pointers + 1, pointers + 1 + 4 * int(fields[pointers]), 4)
            if fields[at] == "#p"
        ]
    lies_in: dict[str, set[str]] = defaultdict(set)
    for place, own in names.items():
        around, left = set[str](), list(wholes[place])
        while left:
            whole = left.pop()
            if whole in names and whole not in around:
                around.add(whole)
                left += wholes[whole]
        around_names = {name for whole in (place, *around) for name in names[whole]}
        also = {_AROUND[name] for name in around_names & _AROUND.keys()}
        for name in own:
            lies_in[name] |= also
            lies_in[name].update(outer for whole in around for outer in names[whole][:_NAMES])
    return _HEADER + "".join(
        f"{place}: {', '.join(sorted(outer - {place}))}\n"
        for place, outer in sorted(lies_in.items())
        if outer - {place}
    )


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    OUTPUT.write_text(build(Path(sys.argv[1])), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
