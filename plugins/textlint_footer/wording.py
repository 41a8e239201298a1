"""The tables of known wordings of page furniture, and the look-up of one line in them.

A table is a CSV file in `data/`, one per kind of residue, with the columns

* `pattern`: the words of the whole line. `[…]` may be missing, `(a|b)` is one of several, and the
  slots are `{n}` a number, `{x}` some short text, `{net}` the name of a network or of a share
  button, `{nets}` one or several of them, `{date}` a date or "3 days ago". Case, accents,
  punctuation, hyphens and apostrophes do not count, neither here nor in the line.
* `evidence`: `alone`, `edge` or `company`, see `Evidence`.
* `opens`: `list` when the line is the label of lines that follow it.
* `language`, `software`: where the wording is at home; empty when it is everywhere.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from textlint.document import fold
from textlint_footer.dates import is_date
from textlint_footer.vocabulary import network_count, normalise, rows, vocabulary

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


def lookup(words: str) -> Wording | None:
    """Return the strongest entry of the tables for the normalised line `words`."""
    literals, templates = _tables()
    best = literals.get(words)
    for key in (words[:4], words[:2], "0" if words[:1].isdigit() else "", ">" + words[-4:], "*"):
        for template, wording in templates.get(key, ()):
            if best is not None and best.evidence >= wording.evidence:
                continue
            if _fits(template, words):
                best = wording
    return best


def chain(words: str) -> Wording | None:
    """Return the strongest wording in a line that is several of them run together.

    "Tweet Share Pin 0 Shares": scrapers drop the line breaks between buttons. Every word must belong
    to a known wording, and each must be one without slots.
    """
    literals, _ = _tables()
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


# A template is its literal pieces and its slots by turns: "{n} comments on {x}" is
# ("", "n", " comments on ", "x", "").
Template = tuple[str, ...]


@cache
def _tables() -> tuple[dict[str, Wording], dict[str, list[tuple[Template, Wording]]]]:
    """Return the wordings without slots by their words, and the templates by a piece of theirs."""
    literals: dict[str, Wording] = {}
    templates: dict[str, list[tuple[Template, Wording]]] = {}
    for name in TABLES:
        for row in rows(name.replace("-", "_") + ".csv"):
            evidence = Evidence[row["evidence"].upper()]
            wording = Wording(
                name, evidence, row["opens"] == "list", row["language"], row["software"]
            )
            for words in expand(row["pattern"]):
                if not words:
                    raise ValueError(f"{name}: {row['pattern']!r} may be empty")
                if "{" in words:
                    template = tuple(re.split(r"\{(\w+)\}", words))
                    templates.setdefault(_key(template), []).append((template, wording))
                    continue
                known = literals.get(words)
                if known is None or known.evidence < evidence:
                    literals[words] = wording
    return literals, templates


def _key(template: Template) -> str:
    first, last = template[0], template[-1]
    if len(first) >= 4:
        return first[:4]
    if len(first) >= 2:
        return first[:2]
    if template[1] == "n" and not first:
        return "0"
    return ">" + last[-4:] if len(last) >= 4 else "*"


# -- patterns ----------------------------------------------------------------------------------

_TOKEN = re.compile(r"([\[\]()|]|\{\w+\})")


def expand(pattern: str) -> Iterator[str]:
    """Yield the normalised words of each way in which `pattern` can be read, slots included."""
    tokens = [token for token in _TOKEN.split(pattern) if token.strip()]
    for pieces in _sequence(iter(tokens), ""):
        yield " ".join(piece for piece in pieces if piece)


def _sequence(tokens: Iterator[str], closer: str) -> list[tuple[str, ...]]:
    """Read up to `closer`; return the ways to read it, each a tuple of pieces."""
    ways: list[tuple[str, ...]] = []
    current: list[tuple[str, ...]] = [()]
    for token in tokens:
        if token == closer:
            return ways + current
        if token == "|":
            ways += current
            current = [()]
            continue
        if token == "[":
            following = [(), *_sequence(tokens, "]")]
        elif token == "(":
            following = _sequence(tokens, ")")
        elif token.startswith("{"):
            following = [(token,)]
        else:
            following = [(normalise(fold(token)),)]
        current = [before + after for before in current for after in following]
    if closer:
        raise ValueError(f"a pattern lacks its {closer!r}")
    return ways + current


def _fits(template: Template, words: str, start: int = 0, index: int = 0) -> bool:
    """Whether `words[start:]` reads as `template[index:]`, whose first item is a literal piece."""
    piece = template[index]
    if not words.startswith(piece, start):
        if not (index and piece.startswith(" ") and words.startswith(piece[1:], start)):
            return False
        piece = piece[1:]
    start += len(piece)
    if index + 1 == len(template):
        return start == len(words)
    slot, following = template[index + 1], template[index + 2]
    if index + 3 == len(template) and not following:
        return _fills(slot, words[start:])
    # The space beside a number may be missing: "0shares", "3件のコメント".
    mark = following.strip() if slot == "n" else following
    end = words.find(mark, start + 1)
    while 0 <= end <= start + LONGEST_SLOT:
        value = words[start:end]
        if _fills(slot, value.rstrip() if slot == "n" else value):
            rest = end if mark == following or words[end - 1] != " " else end - 1
            if _fits(template, words, rest, index + 2):
                return True
        end = words.find(mark, end + 1)
    return False


# -- slots -------------------------------------------------------------------------------------

_NUMBER = re.compile(r"\d{1,3}(?: ?\d{1,3}){0,3} ?[km]?")
LONGEST_SLOT = 160


def _fills(slot: str, value: str) -> bool:
    if slot == "x":
        return 0 < len(value) <= LONGEST_SLOT
    if slot == "n":
        return _NUMBER.fullmatch(value) is not None
    if slot == "date":
        return is_date(value)
    if slot == "net":
        return value in vocabulary("network") or value in vocabulary("button")
    if slot == "nets":
        return network_count(value.split()) > 0
    raise ValueError(f"no slot {{{slot}}}")
