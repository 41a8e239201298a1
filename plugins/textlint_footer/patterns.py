"""The little language of the tables' patterns: reading a pattern, fitting it to a line."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import fold
from textlint.lazy import lazy_pattern
from textlint_footer.dates import is_date
from textlint_footer.vocabulary import network_count, normalise, vocabulary

LONGEST_SLOT = 160  # code points

# A template is its literal pieces and its slots by turns: "{n} comments on {x}" is
# ("", "n", " comments on ", "x", "").
Template = tuple[str, ...]

_TOKEN = lazy_pattern(r"([\[\]()|]|\{\w+\})")
_NUMBER = lazy_pattern(r"\d{1,6}|\d{1,3}(?: \d{3})+|\d{1,3}(?: \d)? ?[km]")


def expand(pattern: str) -> Iterator[str]:
    """Yield the normalised words of each way in which `pattern` can be read, slots included."""
    tokens = [token for token in _TOKEN.split(pattern) if token]
    for way in _sequence(iter(tokens), ""):
        yield " ".join(way.split())


def _sequence(tokens: Iterator[str], closer: str) -> list[str]:
    """Read up to `closer`; return the ways to read it, with more spaces than they need."""
    ways: list[str] = []
    current = [""]
    for token in tokens:
        if token == closer:
            return ways + current
        if token == "|":
            ways += current
            current = [""]
            continue
        if token == "[":
            following = ["", *_sequence(tokens, "]")]
        elif token == "(":
            following = _sequence(tokens, ")")
        elif token.startswith("{"):
            following = [f" {token} "]
        else:
            # "comment[s]" is one word, "comment [closed]" are two.
            before = "" if token[0].isalnum() else " "
            after = "" if token[-1].isalnum() else " "
            following = [f"{before}{normalise(fold(token))}{after}"]
        current = [before + after for before in current for after in following]
    if closer:
        raise ValueError(f"a pattern lacks its {closer!r}")
    return ways + current


def fits(template: Template, words: str, start: int = 0, index: int = 0) -> bool:
    """Whether `words[start:]` reads as `template[index:]`, whose first item is a literal piece."""
    piece = template[index]
    if not words.startswith(piece, start):
        if index and piece.startswith(" ") and words.startswith(piece[1:], start):
            piece = piece[1:]
        elif _is_unspaced(piece) and words.startswith(piece.rstrip(), start):
            piece = piece.rstrip()
        else:
            return False
    start += len(piece)
    if index + 1 == len(template):
        return start == len(words)
    slot, following = template[index + 1], template[index + 2]
    if index + 3 == len(template) and not following:
        return _fills(slot, words[start:])
    # The space beside a number or a script without spaces may be missing: "0shares", "3件のコメント".
    loose = slot == "n" or _is_unspaced(following)
    mark = following.strip() if loose else following
    end = words.find(mark, start + 1)
    while 0 <= end <= start + LONGEST_SLOT:
        value = words[start:end]
        if _fills(slot, value.rstrip() if loose else value):
            rest = end if mark == following or words[end - 1] != " " else end - 1
            if fits(template, words, rest, index + 2):
                return True
        end = words.find(mark, end + 1)
    return False


def _is_unspaced(piece: str) -> bool:
    """Whether the piece is written in a script without spaces."""
    return piece.strip()[-1:] >= "\u2e80"


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
