"""Talk about how the text was made, in the first or last lines of an article about something else.

"Here's your updated article with the keyword included naturally:" names the text, somebody who asked for
it, what was done to it and how it reads now. No single word of this is odd. Together, in one sentence
at either end of an article that nowhere else speaks of writing, they were said by whoever delivered
the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.phrases import PhraseMatch
from textlint_leftover.mention import Mentions, sentence_range

TABLE = "editing-words.csv"
_HEAD, _TAIL = 2, 3  # blocks of prose at either end, a title not counted
_ENOUGH = 5
_CLASSES = 3
_SPEAKS = frozenset({"request", "speaker", "delivery", "offer"})
_OF_TRADE = frozenset({"made over", "quality", "request"})
_ELSEWHERE = 2  # words of trade in the rest of the article, from which on writing is its subject
# What editors say below an interview, and authors and translators of their own work.
_CREDIT = lazy_pattern(
    r"\bfor (?:[\w,]+ (?:and )?){0,3}(?:length|clarity|brevity|space|style|grammar|readability)\b"
    r"|\b(?:my|our) (?:[\w-]+ )?(?:article|text|draft|post|piece|essay|talk|translation|readers|editor)\b"
    r"|\b(?:comments|subscribe|readers|e-?mail)\b|\bthis (?:interview|conversation|transcript)\b"
)
# "your updated article": with other words in between than the table can list.
_YOURS = lazy_pattern(
    r"\byour (?:[\w-]+ ){1,3}?(?:article|text|draft|post|passage|paragraph|content|essay|piece|story|copy)\b"
)
# The text speaks of what was done to it: "This rewritten version keeps the original meaning."
_OF_ITSELF = lazy_pattern(
    r"\W*(?:this|the) (?:re-?writ\w+|re-?word\w+|rephras\w+|paraphras\w+|humani[sz]ed)\b"
)


def edges(document: Document) -> frozenset[Block]:
    """Return the sentences' blocks at either end, in which whoever delivers a text would speak."""
    first = islice(filter(_may_deliver, document.prose), _HEAD)
    last = islice(filter(_may_deliver, reversed(document.prose)), _TAIL)
    return frozenset([*first, *last])


def _may_deliver(block: Block) -> bool:
    return (
        block.kind is not BlockKind.HEADING
        and not block.in_quote
        and block.text.rstrip(' *_)"”').endswith((".", ":", "!", "?"))
    )


def editing_talk(
    document: Document, matches: Iterable[PhraseMatch], mentions: Mentions
) -> Iterator[tuple[Block, tuple[int, int]]]:
    """Yield block and range of the sentences at either end that talk about making the text."""
    ends = edges(document)
    sentences: dict[tuple[Block, tuple[int, int]], list[PhraseMatch]] = defaultdict(list)
    elsewhere = 0
    for match in matches:
        if match.block in ends:
            place = sentence_range(match.block, match.start, match.end)
            sentences[match.block, place].append(match)
        else:
            fields = match.phrase.fields
            elsewhere += fields["class"] in _OF_TRADE and fields["weight"] == "2"
    if elsewhere >= _ELSEWHERE:
        return
    told = [where for where, words in sentences.items() if _is_talk(*where, words)]
    if told and not (elsewhere and mentions.is_about_chatbots):
        yield from told


def _is_talk(block: Block, place: tuple[int, int], words: list[PhraseMatch]) -> bool:
    distinct = {match.phrase.text: match.phrase.fields for match in words}
    if sum(int(fields["weight"]) for fields in distinct.values()) < _ENOUGH:
        return False
    weights = {(fields["class"], fields["weight"]) for fields in distinct.values()}
    if _YOURS.search(block.folded, *place):
        weights.add(("text", "2"))
    if not any(weight == "2" for _, weight in weights):
        return False
    classes = {name for name, _ in weights}
    if "made over" not in classes and ("text", "2") not in weights:
        return False
    of_itself = _OF_ITSELF.match(block.folded, place[0]) is not None
    if not of_itself and (len(classes) < _CLASSES or not classes & _SPEAKS):
        return False
    return _CREDIT.search(block.folded, *place) is None
