"""The article breaks off: it ends in an ellipsis, in "[…]", or in the middle of a sentence.

Feeds carry the first words of an article and cut off the rest. Whoever republishes the feed publishes
a beginning. The last sentence of such a text says nothing, and its readers cannot find the rest.

**How to fix.** Fetch the whole article, or mark the text as an excerpt and link to the rest.

**Known limits.** Only articles of a hundred words and more are looked at. An author may end on an
ellipsis on purpose: one whose text holds other sentences that trail off is believed, and where the
last sentence says "I" it is only a note. So is an end without any punctuation, since it may also be a
signature or a list.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import OBJECT, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Confidence, Hit, Severity
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import article_end

SHORTEST_ARTICLE = 100  # words
SHORTEST_PARAGRAPH = 60  # code points: less is a signature or a line of a poem
_BRACKETED = lazy_pattern(r"[\[(（【]\s*(?:…|\.\.\.|&hellip;|more|\.\.|⋯)\s*[\])）】]\W*\Z")
_ELLIPSIS = lazy_pattern(r"(?:…|\.\.\.|⋯)\W*\Z")
_TRAILS_OFF = lazy_pattern(r"(?:…|\.\.\.|⋯)[\"'”’»]?(?:\s|\Z)")
_CLOSED = lazy_pattern(
    r"[.!?:;。！？：…؟।\])}>|*_\"'”’»」』）】]\s*\Z|\ufffc\s*\Z|[\U0001f300-\U0001faff☀-➿]\s*\Z"
)
_OPEN_WORD = lazy_pattern(
    r"(?:\b(?:the|a|an|of|to|in|on|at|and|or|but|with|for|from|by|that|which|as|is|are|was|were|"
    r"its|their|his|her|de|la|el|los|las|y|que|en|del|le|les|des|du|et|der|die|das|und|den|dem|ein|"
    r"eine|mit|il|di|che|e|o|os|da|do|het|een|van|en|и|в|на|с|что|ve|bir|i|w|z|na|że)|\b[a-zà-ÿ][\w'’-]*,)\s*\Z",
)
_I = lazy_pattern(r"\b(?:i|i'm|i'll|i'd|i've|me|my)\b")
_FILLER = "It was a long day on the river and the keeper wrote everything down in his book. " * 8


@rule(
    "footer/truncated-end",
    summary="The article breaks off in an ellipsis or in the middle of a sentence.",
    message='The text breaks off: "… {quote}".',
    confidence="medium",
    examples=[
        bad(f"{_FILLER}\n\nThe council then decided that the old lock should be […]\n", at="[…]"),
        bad(
            f"{_FILLER}\n\nThe council met twice in the week before the flood and then decided, "
            "against the advice of the keeper, that the old lock should be...\n",
            at="...",
        ),
        bad(
            f"{_FILLER}\n\nThe council met twice in the week before the flood and decided that the\n",
            at="the",
        ),
        good(f"{_FILLER}\n\nAnd the river went on, as rivers do.\n", why="it ends"),
        good("The keeper looked up, and then…\n", why="too short to be an article"),
        good(
            f"{_FILLER}\n\nHe waited… The keeper came late that day, as he had on all the days before it…\n",
            why="the author likes to trail off",
        ),
        good(f"{_FILLER}\n\nAda Moor, keeper of the lock\n", why="a signature"),
    ],
)
def truncated_end(document: Document, context: Context) -> Iterator[Hit]:
    block = article_end(document)
    if block is None or document.word_count < SHORTEST_ARTICLE:
        return
    text = block.text.rstrip()
    match = _BRACKETED.search(text)
    if match is None and len(text) < SHORTEST_PARAGRAPH:
        return
    if match is None and (match := _ELLIPSIS.search(text)) is not None:
        if _likes_to_trail_off(document) or block.is_quoted(match.start()):
            return
    if match is not None:
        own = block.sentences and _I.search(block.folded, block.sentences[-1].start)
        yield Hit(
            block.span_at(match.start(), len(text)),
            {"quote": _tail(text)},
            severity=Severity.NOTE if own else None,
        )
    elif _CLOSED.search(text) is None and (match := _OPEN_WORD.search(text)) is not None:
        span = block.span_at(match.start(), match.start() + len(match.group().rstrip()))
        yield Hit(span, {"quote": _tail(text)}, severity=Severity.NOTE, confidence=Confidence.LOW)


def _tail(text: str) -> str:
    words = text[-60:].replace(OBJECT, " ").split()
    return " ".join(words[1:] or words)


def _likes_to_trail_off(document: Document) -> bool:
    count = 0
    for block in document.prose:
        if block.kind is not BlockKind.TABLE_CELL:
            count += len(_TRAILS_OFF.findall(block.text))
    return count > 1
