"""What identifies a finding from one run to the next: GitHub's line hash and a hash of our own."""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import mul

from textlint.escaping import encodable
from textlint.lines import LINE_END
from textlint.model import Finding
from textlint.report import FileReport

# Changes when the recipe below does, so that old and new values are never compared.
STABLE_NAME = "textlint/v1"
LINE_HASH_NAME = "primaryLocationLineHash"

_BLOCK = 100  # code units that are hashed from a line's start on, blanks not counted
_ROLLED = 24  # units from which a new sum costs less than to roll the old one on
_BASE = 37
_MASK = (1 << 64) - 1
_WEIGHTS = [pow(_BASE, _BLOCK - 1 - i, 1 << 64) for i in range(_BLOCK)]
_LEAVING = pow(_BASE, _BLOCK, 1 << 64)  # the weight of a unit that leaves the window
_END = "\uffff"
_BOM = "\ufeff"
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def stable_fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return a fingerprint for each finding, in the same order: 32 lower-case hex digits.

    It is made of the rule, the path, the evidence without regard to case, blanks and compatibility
    forms, and how many equal ones came before it. So it survives every edit that leaves the
    evidence alone, above it or below. `findings` are all of a file, the suppressed ones too, in
    order of place.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    fingerprints = []
    for finding in findings:
        key = (finding.rule, finding.path, _normalised(finding.evidence))
        seen[key] += 1
        # NUL cannot be part of a rule or path, so no two keys run into the same text.
        text = encodable("\0".join((STABLE_NAME, *key, str(seen[key]))))
        fingerprints.append(hashlib.blake2b(text.encode(), digest_size=16).hexdigest())
    return fingerprints


def line_hashes(file: FileReport) -> list[str]:
    """Return GitHub's `primaryLocationLineHash` of each line of a file, the first line first.

    The uploading action computes the same value from the checked-out file and warns about every
    result that carries another one.
    """
    if file.data is not None:
        return line_hashes_of(file.data.decode("utf-8", "replace"))
    return line_hashes_of((_BOM if file.had_bom else "") + (file.source or ""))


def line_hashes_of(text: str) -> list[str]:
    """Return the line hash of each line of `text`, a file as UTF-8 with its byte-order mark kept.

    The hash of the 100 UTF-16 code units u[0..99] from the line's start on is the sum of
    u[i]·37^(99-i) modulo 2^64, printed in hex, with ":" and how often it has occurred so far. Spaces
    and tabs do not count, every line end is one LF, a unit 65535 follows the text and zeros follow
    that. Linear: where lines are very short, each hash is rolled on from the one before.
    """
    text = LINE_END.sub("\n", text).replace(" ", "").replace("\t", "")
    units = _utf16(text + _END) + array("H", bytes(2 * _BLOCK))
    hashes: list[str] = []
    seen: Counter[str] = Counter()
    value, hashed = 0, -_BLOCK  # `value` is the hash from the unit `hashed` on
    for start in _line_starts(text):
        if start - hashed >= _ROLLED:
            value = sum(map(mul, _WEIGHTS, units[start : start + _BLOCK])) & _MASK
        else:
            for place in range(hashed, start):
                value = (value * _BASE + units[place + _BLOCK] - units[place] * _LEAVING) & _MASK
        hashed = start
        digits = f"{value:x}"
        seen[digits] += 1
        hashes.append(f"{digits}:{seen[digits]}")
    return hashes


def _line_starts(text: str) -> Iterator[int]:
    """Yield where the lines of `text` start, in UTF-16 code units."""
    start = 0
    for line in text.split("\n"):
        yield start
        start += len(line) + len(_ASTRAL.findall(line)) + 1


def _utf16(text: str) -> array[int]:
    units = array("H", encodable(text).encode("utf-16-le"))
    if sys.byteorder == "big":
        units.byteswap()
    return units


def _normalised(evidence: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", evidence).casefold().split())
