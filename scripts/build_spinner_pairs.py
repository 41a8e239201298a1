"""Build plugins/textlint_spun/data/spinner-pairs.txt.gz: common word pairs as a spinner breaks them.

    apt-get install dict-gcide dict-foldoc dict-jargon debian-handbook libreoffice-help-en-us linux-doc
    pip download --no-deps symspellpy==6.10.1 && unzip symspellpy-*.whl -d SYM   (MIT)
    python scripts/build_spinner_pairs.py --symspell SYM/symspellpy [--clean FOLDER ...]

A spinner takes the words of its table (`spinner/words.txt`) one by one. So each common pair of words
(from the bigram data in symspellpy) has a broken form for each entry of its first or its second word:
"most important" becomes "maximum important", "credit card" "credit score card". A broken form is kept
when it is much likelier from the spinner than from a writer,

    ratio = count(pair) / entries of the word  ÷  count the broken words would have by chance

(no less than `FLOOR`, as words that fit each other stand together oftener than by chance), when it is
none of the bigrams itself, and when it occurs in none of the texts that are read as attestation: the
dictionaries and manuals of Debian named above and the folders given with --clean. Nothing of those
texts but the absence of a pair enters the result. Standard library only; the same input gives the
same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent / "plugins" / "textlint_spun" / "data" / "spinner-pairs.txt.gz"
TEXTS = (
    Path("/usr/share/dictd"),
    Path("/usr/share/doc/debian-handbook/html/en-US"),
    Path("/usr/share/libreoffice/help/en-US"),
    Path("/usr/share/doc/linux-doc/Documentation"),
)
FLOOR = (
    60_000  # count that a broken pair is taken to have at least; the rarest bigram has 6,400,000
)
RARE = 10_000  # count of a word that is not listed
COMMON = 250_000_000  # count of a word by which no entry is found: it would be asked for too often
TERM = 30_000_000  # count that a pair inside a term of our own list has at least
LEFT, RIGHT = 0, 1  # the side of an entry on which its neighbour stands
STRONG, WEAK, FAINT = "!", "=", "?"
ALONE = "*"  # stands for the neighbours of an entry that is a mark by itself
# Least ratio of a weak pair, which counts beside others, and of a faint one, which is only shown in a text
# that is known to be spun; and which share of an entry's pairs may be attested.
RATIOS = {WEAK: 110, FAINT: 110}
SHARES = {WEAK: 0.12, FAINT: 0.25}
_WORD = re.compile(r"[a-z0-9]+(?:['’/.][a-z0-9]+)*")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Pair:
    """`entry` in the place of `word`, with `other` on that `side`, and how telling that is."""

    entry: str
    word: str
    side: int
    other: str
    ratio: float

    @property
    def text(self) -> str:
        return f"{self.other} {self.entry}" if self.side == LEFT else f"{self.entry} {self.other}"


def inflections(letter: str, word: str, entry: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a word with those of its entry, as the table's letter says."""
    yield word, entry
    if letter == "n":
        yield plural(word), plural(entry)
    elif letter == "v":
        first, space, rest = entry.partition(" ")
        yield plural(word), plural(first) + space + rest
        for ending in ("ing", "ed"):
            yield bent(word, ending), bent(first, ending) + space + rest


def plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeou":
        return word[:-1] + "ies"
    return word + "s"


def bent(word: str, ending: str) -> str:
    if word.endswith("e") and not word.endswith("ee"):
        return word[:-1] + ending
    if word.endswith("y") and ending == "ed" and word[-2] not in "aeo":
        return word[:-1] + "ied"
    if re.search(r"(^|[^aeiou])[aeiou][bdgmnpt]$", word) and len(word) < 6:
        return word + word[-1] + ending
    return word + ending


def read_table(path: Path) -> dict[str, list[str]]:
    """Return the entries of each form of each word, both as they are written."""
    table: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        head, _, entries = line.partition(": ")
        letter, word = head.split(" ")
        for entry in entries.split():
            for form, broken in inflections(letter, word, entry.replace("-", " ")):
                if form != broken and broken not in table[form]:
                    table[form].append(broken)
    return table


def read_counts(path: Path) -> dict[str, int]:
    rows = (line.rsplit(" ", 1) for line in path.read_text("utf-8-sig").splitlines())
    return {words.lower(): int(count) for words, count in rows}


def attested(folders: Iterable[Path], wanted: set[str]) -> set[str]:
    """Return those of the wanted phrases (two to five words) that occur in the texts."""
    firsts = {" ".join(phrase.split(" ")[:2]) for phrase in wanted}
    found = set()
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            data = path.read_bytes()
            if path.suffix in (".dz", ".gz"):
                data = gzip.decompress(data)
            words = _WORD.findall(_TAG.sub(" ", data.decode("utf-8", "replace").lower()))
            for index, two in enumerate(pairwise(words)):
                if " ".join(two) in firsts:
                    for length in range(2, 6):
                        phrase = " ".join(words[index : index + length])
                        if phrase in wanted:
                            found.add(phrase)
    return found


def read_terms(path: Path) -> set[str]:
    """Return the word pairs inside the terms of our own list."""
    found: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "[")):
            for term in line.replace("-", " ").split(","):
                found.update(" ".join(two) for two in pairwise(term.split()))
    return found


def broken_pairs(
    table: dict[str, list[str]], words: dict[str, int], pairs: dict[str, int], terms: set[str]
) -> Iterator[Pair]:
    """Yield every broken form of a common pair; one that is as likely from a writer is left out."""
    total = sum(words.values())

    def chance(x: str, y: str) -> float:
        return max(words.get(x, RARE) * words.get(y, RARE) / total, FLOOR)

    for term in sorted(pairs.keys() | terms):
        one, two = term.split(" ")
        count = max(pairs.get(term, 0), TERM if term in terms else 0)
        for side, word, other in ((RIGHT, one, two), (LEFT, two, one)):
            entries = table.get(word, ())
            for entry in entries:
                broken = entry.split(" ")
                border = (broken[-1], other) if side == RIGHT else (other, broken[0])
                if " ".join(border) in pairs or border[0] == border[1] or one == two:
                    continue
                ratio = count / len(entries) / chance(*border)
                if ratio >= RATIOS[FAINT]:
                    yield Pair(entry, word, side, other, ratio)


def frame_rows(path: Path) -> Iterator[tuple[str, str, str, list[str], list[str]]]:
    """Yield grade, entry, term and the neighbours on both sides of each line of the hand-made frames."""
    lines = [s for s in path.read_text(encoding="utf-8").splitlines() if not s.startswith("#")]
    lists: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if " = " not in line:
            name, _, members = line.partition(": ")
            lists[name] += members.split()
    for line in lines:
        if " = " not in line:
            continue
        grade = line[0] if line[1] == " " and line[0] in (STRONG, FAINT) else WEAK
        entry, _, rest = line.removeprefix(f"{grade} ").partition(" = ")
        term, lefts, rights = (part.strip() for part in rest.split(" :", 2))
        sides = (
            [
                member
                for word in side.split()
                for member in (lists[word[1:-1]] if word.startswith("<") else [word])
            ]
            for side in (lefts, rights)
        )
        yield grade, entry, term, *sides


def common_entries(pairs: Iterable[Pair], known: set[str]) -> dict[tuple[str, str], float]:
    """Return for each entry of a word which share of its broken pairs people write after all."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for pair in pairs:
        count = counts[pair.entry, pair.word]
        count[0] += pair.text in known
        count[1] += 1
    return {entry: seen / (total + 4) for entry, (seen, total) in counts.items()}


def written_out(
    rows: dict[tuple[str, str, str], tuple[list[str], list[str]]], words: dict[str, int]
) -> str:
    """Return the file: a line for each word by which entries are found, the rarest of each entry.

    The faint rows stand behind the others, with a line of their grade between them.
    """
    told: dict[str, list[str]] = defaultdict(list)
    faint: dict[str, list[str]] = defaultdict(list)
    for (entry, term, grade), sides in sorted(rows.items()):
        key = min(entry.split(" "), key=lambda word: (words.get(word, 0), word))
        if words.get(key, 0) > COMMON and grade != STRONG:
            continue
        lefts, rights = (" ".join(sorted(side)) for side in sides)
        lines = faint if grade == FAINT else told
        lines[key].append(f"{grade}{entry}>{term}<{lefts}<{rights}")
    head = (
        "# Words of a spinner's table and their neighbours; see scripts/build_spinner_pairs.py.\n"
    )
    parts = (
        "\n".join("\t".join([key, *part[key]]) for key in sorted(part)) for part in (told, faint)
    )
    return head + f"\n{FAINT}\n".join(parts) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--symspell", type=Path, required=True)
    parser.add_argument("--clean", type=Path, nargs="*", default=[])
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    words = read_counts(options.symspell / "frequency_dictionary_en_82_765.txt")
    bigrams = read_counts(options.symspell / "frequency_bigramdictionary_en_243_342.txt")
    table = read_table(HERE / "spinner" / "words.txt")
    terms = read_terms(HERE / "spun" / "terms.txt")
    best: dict[str, Pair] = {}
    for pair in broken_pairs(table, words, bigrams, terms):
        if pair.text not in best or best[pair.text].ratio < pair.ratio:
            best[pair.text] = pair
    frames = list(frame_rows(HERE / "spinner" / "frames.txt"))
    wanted = set(best)
    for _, entry, _, lefts, rights in frames:
        wanted.update(f"{word} {entry}" for word in lefts)
        wanted.update(f"{entry} {word}" for word in rights)
        wanted.update([entry] if not lefts + rights else [])
    known = attested((*TEXTS, *options.clean), wanted)
    shares = common_entries(best.values(), known)
    rows: dict[tuple[str, str, str], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    done = set()
    for grade, entry, term, lefts, rights in frames:
        if not lefts + rights:
            rows[entry, term, grade][LEFT].append(ALONE)
            done.add(entry)
        for side, neighbours in ((LEFT, lefts), (RIGHT, rights)):
            for word in neighbours:
                text = f"{word} {entry}" if side == LEFT else f"{entry} {word}"
                if text in known and grade == STRONG:
                    print(f"people write {text!r}", file=sys.stderr)
                elif text not in done:
                    rows[entry, term, grade][side].append(word)
                    done.add(text)
    for pair in best.values():
        if pair.text in known or pair.text in done:
            continue
        share = shares[pair.entry, pair.word]
        for grade in (WEAK, FAINT):
            if pair.ratio >= RATIOS[grade] and share <= SHARES[grade]:
                rows[pair.entry, pair.word, grade][pair.side].append(pair.other)
                break
    data = written_out(rows, words).encode()
    options.output.write_bytes(gzip.compress(data, 9, mtime=0))
    numbers = {g: sum(len(a) + len(b) for k, (a, b) in rows.items() if k[2] == g) for g in "!=?"}
    print(len(rows), "rows", numbers, len(data), "bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
