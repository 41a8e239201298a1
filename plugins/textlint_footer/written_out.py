"""Writes out every reading of the tables' patterns, so that a check need not expand them again.

    python -m textlint_footer.written_out

writes `data/lexicon.txt`, which `wording.lexicon` reads in a tenth of the time; run it after each
change to a table (a test compares). A line that begins with `#` is a remark. One that begins with a
tab is a wording, numbered from 0: kind, evidence, `list` or nothing, language, software, `colon` or
nothing. Any other is an entry: its key, the two words that may follow the key ("." where anything may,
"$" where a reading has ended), the readings without slots, the readings with slots; between these are
tabs, between words or readings "|", and before each reading the number of its wording and ":".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from textlint_footer.patterns import expand
from textlint_footer.vocabulary import rows
from textlint_footer.wording import (
    AFTER_COUNT,
    ANYTHING,
    AT_END,
    NOTHING,
    TABLES,
    Evidence,
    Wording,
    first_key,
    last_key,
)

_HEAD = (
    "# Written by python -m textlint_footer.written_out from the tables beside this file.",
    "# Do not edit. Origin: see the tables.",
)


def written_out() -> str:
    """Return the text of `data/lexicon.txt`."""
    every = list(_rows())
    strongest: dict[str, int] = {}
    slotted: dict[str, list[str]] = {}
    seconds: dict[str, set[str]] = {}
    for number, (wording, readings) in enumerate(every):
        for words in readings:
            if "{" in words:
                slotted.setdefault(_key(words), []).append(f"{number}:{words}")
            else:
                known = strongest.get(words)
                if known is None or every[known][0].evidence < wording.evidence:
                    strongest[words] = number
            if words[0] < "\u2e80" and not words.startswith("{"):
                literal, slot, _ = words.partition("{")
                end = ANYTHING if slot else NOTHING
                first, second, third = [*literal.split()[:3], end, end][:3]
                seconds.setdefault(first, set()).add(f"{second} {third}")
    literals: dict[str, list[str]] = {}
    for words, number in strongest.items():
        literals.setdefault(_key(words), []).append(f"{number}:{words}")
    lines = [*_HEAD, *("\t".join(("", *_fields(wording))) for wording, _ in every)]
    for key in sorted({*literals, *slotted}):
        parts = (sorted(seconds.get(key, ())), literals.get(key, ()), slotted.get(key, ()))
        lines.append("\t".join((key, *("|".join(part) for part in parts))))
    return "\n".join(lines) + "\n"


def _key(words: str) -> str:
    """Return the key under which the reading `words` stands, see `wording.Lexicon`."""
    head, slot, rest = (
        re.split(r"\{(\w+)\}", words, maxsplit=1) if "{" in words else (words, "", "")
    )
    if head:
        return first_key(head)
    following = rest.partition("{")[0].strip()
    if slot == "n" and following:
        return AFTER_COUNT + first_key(following)
    if words.endswith("}"):
        raise ValueError(f"{words!r} neither begins nor ends in words")
    return AT_END + last_key(words.rpartition("}")[2])


def _rows() -> Iterator[tuple[Wording, list[str]]]:
    """Yield each row of the tables with its readings."""
    for kind in TABLES:
        for row in rows(kind.replace("-", "_") + ".csv"):
            pattern = row["pattern"]
            readings = list(expand(pattern))
            if not all(readings):
                raise ValueError(f"{kind}: {pattern!r} may be empty")
            yield (
                Wording(
                    kind,
                    Evidence[row["evidence"].upper()],
                    row["opens"] == "list",
                    row["language"],
                    row["software"],
                    pattern.endswith(":"),
                ),
                readings,
            )


def _fields(wording: Wording) -> tuple[str, ...]:
    return (
        wording.kind,
        wording.evidence.name.lower(),
        "list" if wording.opens else "",
        wording.language,
        wording.software,
        "colon" if wording.colon else "",
    )


if __name__ == "__main__":
    Path(__file__).with_name("data").joinpath("lexicon.txt").write_text(
        written_out(), encoding="utf-8", newline="\n"
    )
