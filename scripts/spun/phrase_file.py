"""Write the dictionary of tortured phrases in the form that plugins/textlint_spun/dictionary.py reads."""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

OUTPUT = (
    Path(__file__).resolve().parents[2]
    / "plugins"
    / "textlint_spun"
    / "data"
    / "tortured-phrases.txt.gz"
)
REST = 0x100  # first code of what follows a first word; surrogates are left out
TERM = 0x40000  # first code of a term
SEVERAL = "+"  # stands behind a first word before its followers of several words
# Signs before the terms of phrases that tell less (plugins/textlint_spun/spinner_words.py).
WEAK, FAINT = "=", "?"

HEADER = """\
# What synonym spinners make of established terms. Written by scripts/build_tortured_phrases.py; the
# form is described in plugins/textlint_spun/dictionary.py.
# Sources and licences: NOTICE.txt beside this file. WordNet 3.0; Moby Thesaurus (public domain); topics of
# the Computer Science Ontology and descriptors of EuroVoc (both CC BY 4.0); frequencies of symspellpy
# (MIT), wordsegment (Apache 2.0) and pocketsphinx (BSD); terms and replacements of our own (CC0).
"""


def write(phrases: Mapping[str, str]) -> None:
    """Write phrase → term: the terms, what follows a first word, then a line for each first word."""
    terms = {term: TERM + at for at, term in enumerate(sorted(set(phrases.values())))}
    uses = Counter(phrase.partition(" ")[2] for phrase in phrases)
    rests = sorted(uses, key=lambda rest: (-uses[rest], rest))  # frequent ones get short codes
    codes = {
        rest: REST + at + (0x800 if REST + at >= 0xD800 else 0) for at, rest in enumerate(rests)
    }
    if max(codes.values()) >= TERM:
        raise SystemExit("too many different words for their codes")
    lines: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for phrase, term in phrases.items():
        first, _, rest = phrase.partition(" ")
        several = SEVERAL if " " in rest else ""
        lines[first + several][terms[term]].append(codes[rest])
    text = [HEADER, "|".join(terms), "\n", "|".join(rests)]
    for first in sorted(lines):
        text.append(f"\n{first}\t")
        for term_code, found in sorted(lines[first].items()):
            text.append("".join(map(chr, [term_code, *sorted(found)])))
    content = "".join(text).encode()
    OUTPUT.write_bytes(gzip.compress(content, 9, mtime=0))
    packed = OUTPUT.stat().st_size
    print(f"{len(phrases)} phrases of {len(terms)} terms, {len(content)} bytes, {packed} packed")
