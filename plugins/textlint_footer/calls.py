"""Calls to subscribe and consent notices, recognised by the verbs and nouns they cannot do without."""

from __future__ import annotations

import re
from functools import cache

from textlint.document import fold
from textlint_footer.lines import Line, Shape
from textlint_footer.vocabulary import alternation, normalise, vocabulary
from textlint_footer.wording import Evidence, Wording

LONGEST_CALL = 330  # code points
LONGEST_LOOSE_CALL = 60  # the same where the verb does not come first
LONGEST_CJK_CALL = 30  # the same in scripts where it never does
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SPLIT = re.compile(r"(?<=[.!?:。！？…])\s+|\n")
_DELIVERED = re.compile(
    r"(?:delivered|deliver\w*|sent|straight|direct(?:ly)?|right|land\w*|arriv\w*) .{0,80}?"
    r"(?:to|in|into) (?:your|their) (?:e-?mail )?(?:inbox|e-?mail|mailbox)"
)


_REGULAR = re.compile(
    r"(?<!\w)(?:daily|weekly|monthly|every (?:day|week|month|morning|evening|\w+day)|each (?:day|week|"
    r"morning)|(?:once|twice|\w+ (?:days|times)) a (?:week|day|month)|briefing|digest|roundup)(?!\w)"
)
_MEMBERSHIP = re.compile(
    r"(?:^|\w )(?:subscribe|join|sign up|get a subscription|become a member)(?!\w).{0,60}?(?<!\w)"
    r"(?:magazine|forums?|community|membership|members|channel|podcast|app|discord|print edition)(?!\w)"
)
_WEAK = Wording("newsletter-call", Evidence.COMPANY)


def by_call(line: Line, words: str) -> Wording | None:
    """Return what a call or a notice in `line` amounts to."""
    if not 12 <= len(words) <= LONGEST_CALL:
        return None
    return _cookie(words) or _newsletter(line, words)


@cache
def _words_of(name: str) -> re.Pattern[str]:
    """Match a word of a class: between word boundaries in scripts that have them."""
    spaced = [w for w in vocabulary(name) if not _CJK.search(w)]
    unspaced = [w for w in vocabulary(name) if _CJK.search(w)]
    parts = [rf"(?<!\w)(?:{alternation(spaced)})(?!\w)"]
    if unspaced:
        parts.append(alternation(unspaced))
    return re.compile("|".join(parts))


def _cookie(words: str) -> Wording | None:
    """A notice names cookies and asks for consent or says what they are used for."""
    if _words_of("cookie").search(words) is None:
        return None
    signs = {match.group() for match in _words_of("consent").finditer(words)}
    return Wording("cookie-notice", Evidence.EDGE) if len(signs) >= 2 else None


def _newsletter(line: Line, words: str) -> Wording | None:
    """A subscribing verb opens a sentence that names a newsletter or an inbox.

    A sentence that only describes a newsletter, or asks for another kind of membership, counts
    beside other residue.
    """
    noun = _words_of("newsletter").search(words)
    if noun is None:
        return _WEAK if _MEMBERSHIP.search(words) else None
    if _DELIVERED.search(words):
        return Wording("newsletter-call", Evidence.EDGE)
    pattern = _words_of("subscribe")
    for sentence in _SPLIT.split(line.text):
        part = normalise(fold(sentence))
        verb = pattern.search(part)
        if verb is None or _words_of("newsletter").search(part) is None:
            continue
        short = LONGEST_CJK_CALL if _CJK.search(part) else LONGEST_LOOSE_CALL
        if (verb.start() <= 3 and not _CJK.search(part)) or (
            len(part) <= short and line.shape is not Shape.PROSE
        ):
            return Wording("newsletter-call", Evidence.EDGE, opens=True)
    return _WEAK if _REGULAR.search(words) else None
