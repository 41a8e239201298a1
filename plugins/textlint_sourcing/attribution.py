"""Who says so: the subject of a verb of speech, and whether it names somebody.

Works on one sentence at a time and looks at a bounded number of words on either side of the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import OBJECT, Block
from textlint.lazy import lazy_pattern
from textlint_sourcing.vocabulary import FUNCTION_WORDS, never_names, words

TOKEN = lazy_pattern(r"[^\W_][\w&’'.-]*[^\W_]|[^\W_]|[,;:()\"“”–—]|" + OBJECT)
_AUXILIARIES = frozenset(
    {
        *[
            "has",
            "have",
            "had",
            "also",
            "later",
            "recently",
            "since",
            "then",
            "now",
            "often",
            "once",
        ],
        *[
            "further",
            "even",
            "again",
            "previously",
            "earlier",
            "repeatedly",
            "just",
            "who",
            "which",
        ],
    }
)
_DEFINITE = frozenset(["the", "his", "her", "its", "their", "my", "our", "this", "that"])
_INDEFINITE = frozenset(["a", "an", "another"])
_PRONOUNS = frozenset(["he", "she"])
_NEARNESS = frozenset(["close", "familiar", "knowledge", "inside"])
_ENDS_CLAUSE = frozenset([",", ";", ":", "(", ")", '"', "“", "”", "–", "—"])
# Words after which a report is a report and not something done: "confirmed that", "announced today".
_OPENS_CLAUSE = frozenset(["that", "how", "whether", "on", "today", "yesterday", "last", "in"])


def named_speech(block: Block) -> Iterator[int]:
    """Yield the places in `block.text` of verbs of speech or report that have a named subject.

    A name, "he" or "she", and a person, body or writing with an article ("the ministry", "its
    report") name somebody; "experts", "some" and "people" do not. Verbs inside quotation marks are
    the quoted speaker's own.
    """
    folded = block.folded
    for sentence in block.sentences:
        tokens = list(TOKEN.finditer(block.text, sentence.start, sentence.end))
        for index, token in enumerate(tokens):
            word = folded[token.start() : token.end()]
            if word in words("speech"):
                named = _has_named_subject(block, tokens, index)
            elif word in words("report"):
                named = _reports(folded, tokens, index) and _has_named_subject(block, tokens, index)
            else:
                continue
            if named and not block.is_quoted(token.start()):
                yield token.start()


def is_name(block: Block, token: re.Match[str], first: int) -> bool:
    """Whether a token is a proper name: capitalised, and no word that merely begins the sentence.

    `first` is where the sentence begins.
    """
    text = token.group()
    if not text[0].isupper():
        return False
    return text.lower() not in never_names() if token.start() == first else text != "I"


def _reports(folded: str, tokens: list[re.Match[str]], index: int) -> bool:
    """Whether a verb such as "confirmed" reports a claim: before "that", or at the end of a clause."""
    if index + 1 >= len(tokens):
        return True
    following = tokens[index + 1]
    word = folded[following.start() : following.end()]
    return word in _ENDS_CLAUSE or word in _OPENS_CLAUSE


def _has_named_subject(block: Block, tokens: list[re.Match[str]], index: int) -> bool:
    folded = block.folded
    place = index - 1
    while place >= 0:
        word = folded[tokens[place].start() : tokens[place].end()]
        if word not in _AUXILIARIES and not word.endswith("ly"):
            break
        place -= 1
    if place < 0:
        return _named_after(block, tokens, index)
    before = tokens[place].group()
    if before == ",":
        # "Hedwig Strobl, who heads the bank, said": the subject stands before the apposition.
        opening = next(
            (k for k in range(place - 1, max(place - 16, -1), -1) if tokens[k].group() == ","), 0
        )
        return (opening > 0 and _is_named(block, tokens, opening - 1)) or _named_after(
            block, tokens, index
        )
    if before in _ENDS_CLAUSE:
        return _named_after(block, tokens, index)
    return _is_named(block, tokens, place)


def _is_named(block: Block, tokens: list[re.Match[str]], place: int) -> bool:
    head = tokens[place]
    word = block.folded[head.start() : head.end()]
    for token in reversed(tokens[max(place - 5, 0) : place]):
        near = block.folded[token.start() : token.end()]
        if near in _NEARNESS:
            return False  # "sources close to the club said": not the club
        if near in _ENDS_CLAUSE:
            break
    if word in _PRONOUNS or is_name(block, head, tokens[0].start()):
        return True
    if word in words("body"):
        return _has_article(block.folded, tokens, place, _DEFINITE | _INDEFINITE)
    # "The report says", but "a study found" names no study.
    return word in words("writing", "publication") and _has_article(
        block.folded, tokens, place, _DEFINITE
    )


def _named_after(block: Block, tokens: list[re.Match[str]], index: int) -> bool:
    """Whether the subject follows: "said Ilse Brand", "says the letter", "said a spokesman"."""
    following = tokens[index + 1 : index + 7]
    if not following:
        return False
    folded = block.folded
    word = folded[following[0].start() : following[0].end()]
    if is_name(block, following[0], tokens[0].start()):
        return True
    if word not in _DEFINITE | _INDEFINITE:
        return False
    known = words("body", "writing", "publication")
    for token in following[1:]:
        inner = folded[token.start() : token.end()]
        if inner in _ENDS_CLAUSE or inner in FUNCTION_WORDS:
            return False
        if inner in known or is_name(block, token, tokens[0].start()):
            return True
    return False


def _has_article(
    folded: str, tokens: list[re.Match[str]], place: int, articles: frozenset[str]
) -> bool:
    """Whether one of the five words before the noun makes it a particular one."""
    for token in reversed(tokens[max(place - 5, 0) : place]):
        word = folded[token.start() : token.end()]
        if word in articles or word.endswith(("'s", "s'")):
            return True
        if word in _ENDS_CLAUSE:
            return False
    # "Police said", "Prosecutors say"; but "Research shows" names nothing.
    return place == 0 and folded[tokens[0].start() : tokens[0].end()] not in never_names()
