"""Calls to share and to subscribe, and consent notices: by the words they cannot do without."""

from __future__ import annotations

import re
from functools import cache

from textlint.document import fold
from textlint.lazy import lazy_pattern
from textlint_footer.lines import Line, Shape
from textlint_footer.vocabulary import alternation, normalise, vocabulary
from textlint_footer.wording import Evidence, Wording

LONGEST_CALL = 330  # code points
LONGEST_LOOSE_CALL = 60  # the same where the verb does not come first
LONGEST_CJK_CALL = 30  # the same in scripts where it never does
LONGEST_SHARE_CALL = 80
_CJK = lazy_pattern(r"[\u3040-\u30ff\u3400-\u9fff]")
_SPLIT = lazy_pattern(r"(?<=[.!?:。！？…])\s+|\n")
_DELIVERED = lazy_pattern(
    r"(?:delivered|deliver\w*|sent|straight|direct(?:ly)?|right|land\w*|arriv\w*) .{0,80}?"
    r"(?:to|in|into) (?:your|their) (?:email )?(?:inbox|email|mailbox)"
)
# What stands before the verb of a call: "Jetzt abonnieren".
_HURRY = lazy_pattern(
    r"(?:jetzt|bitte|hier|please|now|today|ahora|maintenant|adesso|agora|nu|teraz) "
)
_WEAK = Wording("newsletter-call", Evidence.COMPANY)


def by_call(line: Line, words: str) -> Wording | None:
    """Return what a call to subscribe or a notice in `line` amounts to.

    `words` are its normalised words.
    """
    if len(words) > LONGEST_CALL:
        return None
    return _cookie(words) or _newsletter(line, words)


def _word_of(name: str, words: str) -> re.Match[str] | None:
    """Find the first word of a class in the normalised `words`."""
    # Most lines hold none: for them no pattern of a hundred words need be compiled.
    return _pattern(name).search(words) if any(map(words.__contains__, _stems(name))) else None


@cache
def _stems(name: str) -> tuple[str, ...]:
    return tuple({word.rstrip("*") for word in vocabulary(name)})


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Match a word of a class: between word boundaries in scripts that have them."""
    spaced = [w for w in vocabulary(name) if not _CJK.search(w)]
    unspaced = [w for w in vocabulary(name) if _CJK.search(w)]
    letter = r"[^\W\u2e80-\uffff]"
    parts = [rf"(?<!{letter})(?:{alternation(spaced)})(?!{letter})"]
    if unspaced:
        parts.append(alternation(unspaced))
    return lazy_pattern("|".join(parts))


def _cookie(words: str) -> Wording | None:
    """A notice names cookies and asks for consent or says what they are used for."""
    if _word_of("cookie", words) is None:
        return None
    signs = {match.group() for match in _pattern("consent").finditer(words)}
    return Wording("cookie-notice", Evidence.EDGE) if len(signs) >= 2 else None


def _newsletter(line: Line, words: str) -> Wording | None:
    """A subscribing verb opens a sentence that names a newsletter or an inbox.

    A sentence that only describes a newsletter, or asks for another kind of membership, counts
    beside other residue.
    """
    if _word_of("newsletter", words) is None:
        return by_membership(line, words)
    if _DELIVERED.search(words):
        return Wording("newsletter-call", Evidence.EDGE)
    for sentence in _SPLIT.split(line.text):
        part = normalise(fold(sentence))
        verb = _word_of("subscribe", part)
        if verb is None or _word_of("newsletter", part) is None:
            continue
        cjk = _CJK.search(part) is not None
        short = LONGEST_CJK_CALL if cjk else LONGEST_LOOSE_CALL
        loose = len(part) <= short and line.shape is not Shape.PROSE
        begins = verb.start() <= 3 or _HURRY.fullmatch(part, 0, verb.start()) is not None
        if loose or (begins and not cjk):
            return Wording("newsletter-call", Evidence.EDGE, opens=True)
    if _word_of("regular", words) is None:
        return None
    promise = line.shape is Shape.FRAGMENT and _word_of("inbox", words) is not None
    return Wording("newsletter-call", Evidence.EDGE) if promise else _WEAK


def by_membership(line: Line, words: str) -> Wording | None:
    """Return what a call to join a forum or to buy a magazine amounts to; see `by_call`."""
    if len(words) > LONGEST_CALL or _word_of("membership", words) is None:
        return None
    return _WEAK if _asks(line.text) else None


def _asks(text: str) -> bool:
    """Whether a sentence of the text opens with a subscribing verb."""
    for sentence in _SPLIT.split(text):
        words = normalise(fold(sentence))
        if words.startswith(_stems("subscribe")) and _pattern("subscribe").match(words):
            return True
    return False


def by_share_call(line: Line, words: str) -> Wording | None:
    """A verb of sharing opens or closes a short line that says what to share, or with whom."""
    if len(words) > LONGEST_SHARE_CALL or line.shape is Shape.PROSE:
        return None
    verb = _word_of("share-verb", words)
    if verb is None or (verb.start() and verb.end() < len(words)):
        return None
    if line.text.rstrip().endswith(".") or _word_of("shared", words) is None:
        return None
    return Wording("share-bar", Evidence.EDGE, opens=True)
