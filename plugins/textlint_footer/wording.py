"""The tables of known wordings of page furniture, and the look-up of one line in them.

A table is a CSV file in `data/`, one per kind of residue, with the columns

* `pattern`: the words of the whole line. `[…]` may be missing, `(a|b)` is one of several, and the
  slots are `{n}` a number, `{x}` some short text, `{net}` the name of a network or of a share
  button, `{nets}` one or several of them, `{date}` a date or "3 days ago". Case, accents,
  punctuation, hyphens and apostrophes do not count, neither here nor in the line. A pattern that
  begins with a slot ends in words, so that either end of a line tells whether to look further. One
  that ends in a colon is only for lines that do.
* `evidence`: `alone`, `edge` or `company`, see `Evidence`.
* `opens`: `list` when the line is the label of lines that follow it.
* `language`, `software`: where the wording is at home; empty when it is everywhere.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, field
from functools import cache

from textlint_footer.patterns import Template, expand, fits
from textlint_footer.vocabulary import rows

TABLES = (
    "share-bar",
    "read-more",
    "empty-widget",
    "related-links",
    "newsletter-call",
    "cookie-notice",
    "comment-form",
    "ad-slot",
    "copyright-line",
    "pagination",
    "tag-list",
    "syndication-credit",
    "breadcrumb",
)
LONGEST_CHAIN = 60  # words of a line that is looked at as a chain of wordings
LONGEST_LINK = 14  # words of one wording in it


class Evidence(enum.IntEnum):
    """How much a line says for itself."""

    COMPANY = 1  # only counts beside other residue: "Facebook", "Subscribe", "About"
    EDGE = 2  # enough at the head or the tail of the article: "Leave a comment"
    ALONE = 3  # enough wherever it is a whole line: "Sorry. No data so far."


@dataclass(frozen=True, slots=True)
class Wording:
    """What the tables know about a line."""

    kind: str
    evidence: Evidence
    opens: bool = False
    language: str = ""
    software: str = ""
    colon: bool = False  # the line must end in a colon


Entries = list[tuple[Template, Wording]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables, indexed so that most lines are dismissed by their first and last word.

    `literals` are the wordings without slots; the others stand under the key of their first word
    (`by_first`), of the word after their number (`by_count`) or of their last word (`by_last`).
    `openings` are the first two words of all that do not begin with a slot, or the first word and
    "" where a slot or nothing follows.
    """

    literals: dict[str, Wording] = field(default_factory=dict)
    by_first: dict[str, Entries] = field(default_factory=dict)
    by_count: dict[str, Entries] = field(default_factory=dict)
    by_last: dict[str, Entries] = field(default_factory=dict)
    openings: set[tuple[str, str]] = field(default_factory=set)

    def add(self, words: str, wording: Wording) -> None:
        """Enter the normalised `words` of one reading of a pattern."""
        if "{" not in words:
            known = self.literals.get(words)
            if known is None or known.evidence < wording.evidence:
                self.literals[words] = wording
            self.openings.add(opening(words))
            return
        template = tuple(re.split(r"\{(\w+)\}", words))
        if template[0]:
            key = first_key(template[0])
            self.by_first.setdefault(key, []).append((template, wording))
            self.openings.add(opening(template[0]))
        elif template[1] == "n" and template[2].strip():
            self.by_count.setdefault(first_key(template[2].strip()), []).append((template, wording))
        elif not template[-1]:
            raise ValueError(f"{words!r} neither begins nor ends in words")
        else:
            self.by_last.setdefault(last_key(template[-1]), []).append((template, wording))


@cache
def lexicon() -> Lexicon:
    """Return all tables of `data/`, read once."""
    entries = Lexicon()
    for name in TABLES:
        for row in rows(name.replace("-", "_") + ".csv"):
            evidence = Evidence[row["evidence"].upper()]
            pattern = row["pattern"]
            opens, colon = row["opens"] == "list", pattern.endswith(":")
            wording = Wording(name, evidence, opens, row["language"], row["software"], colon)
            for words in expand(pattern):
                if not words:
                    raise ValueError(f"{name}: {pattern!r} may be empty")
                entries.add(words, wording)
    return entries


def opening(words: str) -> tuple[str, str]:
    """Return the first two words of `words`, the second empty where there is one word only."""
    first, _, rest = words.partition(" ")
    return first, rest.partition(" ")[0]


def first_key(words: str) -> str:
    """Return the first word, or in scripts without spaces the first character."""
    return words[0] if words[0] >= "\u2e80" else words.partition(" ")[0]


def last_key(words: str) -> str:
    """Return the last word, or in scripts without spaces the last character."""
    return words[-1] if words[-1] >= "\u2e80" else words.rpartition(" ")[2]


_COUNT = re.compile(r"\d[\d ]*(?:[km](?![^\W\d_]))? ?(?=\S)")


def lookup(words: str) -> Wording | None:
    """Return the strongest entry of the tables for the normalised line `words`."""
    if not words:
        return None
    entries = lexicon()
    best = entries.literals.get(words)
    candidates = entries.by_first.get(first_key(words), [])
    if (count := _COUNT.match(words)) is not None:
        following = words[count.end() :]
        if following:
            candidates = candidates + entries.by_count.get(first_key(following), [])
    last = entries.by_last.get(last_key(words))
    for template, wording in candidates + last if last else candidates:
        if (best is None or best.evidence < wording.evidence) and fits(template, words):
            best = wording
    return best


def chain(words: str) -> Wording | None:
    """Return the strongest wording in a line that is several of them run together.

    "Tweet Share Pin 0 Shares": scrapers drop the line breaks between buttons. Every word must belong
    to a known wording, and each must be one without slots.
    """
    literals = lexicon().literals
    pieces = words.split()
    if not 2 <= len(pieces) <= LONGEST_CHAIN:
        return None
    found: list[Wording] = []
    index = 0
    while index < len(pieces):
        for end in range(min(index + LONGEST_LINK, len(pieces)), index, -1):
            wording = literals.get(" ".join(pieces[index:end]))
            if wording is not None:
                found.append(wording)
                index = end
                break
        else:
            if not pieces[index].isdigit() or not found:
                return None
            index += 1
    if len(found) < 2:
        return None
    return max(found, key=lambda wording: wording.evidence)
