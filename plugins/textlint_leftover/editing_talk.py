"""Talk about how the text was made, in an article about something else.

"Here's your updated article with the keyword included naturally:" names the text, somebody who asked for
it, what was done to it and how it reads now. No single word of this is odd. Together, in one sentence
of an article that nowhere else speaks of writing, they were said by whoever delivered the text. At
either end of the article, where texts are handed over, less is enough than in its middle.
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
_ENOUGH_FOR_LABEL, _ENOUGH_AT_EDGE, _ENOUGH_INSIDE = 4, 4, 5
_MOST_OF_A_CLASS = 3  # what the words of one class add to the sum at most
_CLASSES = 3
_LONGEST_LABEL = 120  # code points
_LONGEST_OPENING = 20  # code points before the text names itself: "In conclusion, this version"
# Of those who speak: the text of itself, or somebody who hands it over or was asked for it.
_SPEAKS = frozenset({"asked", "self", "report", "deliver", "offer", "apology", "advice"})
_HANDS_OVER = frozenset({"deliver", "offer", "advice"})
_ORDERED = ("asked", "yours", "self")
_OF_TRADE = frozenset({"changed", "quality", "asked", "yours", "text"})
_ELSEWHERE = 2  # sentences with words of trade elsewhere, from which on writing is the subject
# What editors say below an interview, and authors and translators of their own work.
_CREDIT = lazy_pattern(
    r"\bfor (?:[\w,]+ (?:and )?){0,3}(?:length|clarity|brevity|space|style|grammar|readability)\b"
    r"|\b(?:my|our) (?:[\w-]+ )?(?:article|text|draft|post|piece|essay|talk|translation|readers|editor)\b"
    r"|\b(?:comments|subscribe|subscribers|e-?mail(?! newsletter))\b|\b(?:dear|our|my|by|many|some"
    r"|several|of you,?) readers\b"
    r"|\breaders (?:ask|want|wr[oi]te|have|told|request)|\b(?:earlier|previous) version of this\b"
    r"|\Aupdated?\b|\bthis (?:interview|conversation|transcript)\b|\bour (?!readers engaged)"
    r"|\bi (?:wanted|meant|set out) to\b"
)
_I = lazy_pattern(r"\b(?:i|i'll|i've|i'd|i'm|me|let's)\b")
_YOU = lazy_pattern(r"\byou(?:r|'d|'ll|'ve|'re)?\b")
# "the outline you provided"
_HANDED_IN = lazy_pattern(
    r"\b(?:text|article|outline|draft|passage|paragraph|post|story|source|notes|bullet points|keywords?"
    r"|details"
    r"|information|link|topic|brief|prompt|content|headline|title|tone|style|version|changes|phrases|format) "
    r"(?:that |which )?you(?:'ve| have|'d)? (?:provided|shared|supplied|pasted|sent|submitted|uploaded"
    r"|requested|asked for|gave me|specified|wanted|listed|mentioned|were looking for|asked me to|told me to"
    r"|wanted me to)\b"
)
# "your updated article": with other words in between than the table can list.
_YOURS = lazy_pattern(
    r"\byour (?:[\w-]+ ){1,2}?(?:article|text|draft|post|passage|paragraph|content|essay|piece|story"
    r"|key(?:word|phrase)s?|headline|introduction|outline|publication)\b"
)
# The text speaks of what was done to it: "This rewritten version keeps the original meaning."
_OF_ITSELF = lazy_pattern(
    r"\W*(?:this|the) (?:re-?writ\w+|re-?word\w+|rephras\w+|paraphras\w+|humani[sz]ed)\b"
)
# Somebody else said so.
_TOLD = lazy_pattern(r"\b(?:says?|said|told|replied|writes)\b")
# "900 words", "a 600-word article": what was ordered.
_LENGTH = lazy_pattern(r"\b\d{1,2},?\d{2,3}[ -]words?\b|\b\d{2,3} characters\b")


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
    """Yield block and range of the sentences that talk about making the text."""
    sentences: dict[tuple[Block, tuple[int, int]], list[PhraseMatch]] = defaultdict(list)
    for block, words in _telling(matches):
        for match in words:
            sentences[block, sentence_range(block, match.start, match.end)].append(match)
    if not sentences:
        return
    ends = edges(document)
    elsewhere = 0
    found: list[tuple[Block, tuple[int, int]]] = []
    for (block, place), words in sentences.items():
        if _is_talk(block, place, words, at_edge=block in ends):
            found.append((block, place))
        elif block not in ends:
            elsewhere += _is_of_trade(words)
    if not found or elsewhere >= (1 if mentions.is_about_chatbots else _ELSEWHERE):
        return
    if mentions.is_about_chatbots:  # what such an article tells of a text, it tells its readers
        found = [(block, place) for block, place in found if _is_addressed(block, place)]
    shows_code = any(block.kind is BlockKind.CODE for block in document.blocks)
    for block, place in found:
        if not shows_code or block in ends:
            yield block, place


def _is_addressed(block: Block, place: tuple[int, int]) -> bool:
    """Whether somebody speaks of himself, or to somebody."""
    return bool(_I.search(block.folded, *place) or _YOU.search(block.folded, *place))


def _telling(matches: Iterable[PhraseMatch]) -> Iterator[tuple[Block, list[PhraseMatch]]]:
    """Yield the blocks with a word that hardly anything but the making of a text calls for."""
    blocks: dict[Block, list[PhraseMatch]] = defaultdict(list)
    for match in matches:
        blocks[match.block].append(match)
    for block, words in blocks.items():
        if len(words) > 2 or any(match.phrase.fields["weight"] != "1" for match in words):
            yield block, words


def _is_of_trade(words: list[PhraseMatch]) -> bool:
    return any(
        match.phrase.fields["weight"] != "1" and match.phrase.fields["class"] in _OF_TRADE
        for match in words
    )


def _is_talk(
    block: Block, place: tuple[int, int], words: list[PhraseMatch], *, at_edge: bool
) -> bool:
    if not _adds_up(block, place, words, at_edge=at_edge):
        return False
    text = block.folded
    return not (_CREDIT.search(text, *place) or _TOLD.search(text, *place))


def _adds_up(
    block: Block, place: tuple[int, int], words: list[PhraseMatch], *, at_edge: bool
) -> bool:
    """Whether the kinds of words in a sentence are those of talk about the text, and enough of them."""
    # The greatest weight of each class decides what kind of sentence it can be, the sum whether it is.
    best, total = _weighed(block, place, words)
    most = max(best.values())
    ordered = max(best.get(name, 0) for name in _ORDERED)
    if "apology" in best and ("asked" in best or best.get("self", 0) >= 2):
        return True
    if ordered == 3:
        return _is_certain(best)
    if most < 2 and "self" not in best:
        return False
    of_text = "text" in best or "self" in best or ordered >= 2
    to_somebody = not best.keys().isdisjoint({"asked", "yours"})
    named = "text" in best or "self" in best or best.get("yours", 0) >= 2
    if named and _is_label(block, place) and ("quality" in best or to_somebody):
        return total >= _ENOUGH_FOR_LABEL or "self" in best
    if most < 2:
        return False
    if _opens_with_itself(block, place, words):
        return total >= _ENOUGH_AT_EDGE
    if len(best) < _CLASSES or best.keys().isdisjoint(_SPEAKS):
        return False
    sounds = max(best.get("quality", 0), best.get("text", 0), ordered) >= 2
    person = (
        "self" in best
        or ordered >= 2
        or ("report" in best and ((sounds and "changed" in best) or to_somebody))
    )
    person = person or (at_edge and sounds and not best.keys().isdisjoint(_HANDS_OVER))
    made = "changed" in best or "quality" in best
    made = made or max(best.get("text", 0), best.get("asked", 0), best.get("self", 0)) >= 2
    if not (person and of_text and made):
        return False
    return total >= (_ENOUGH_AT_EDGE if at_edge else _ENOUGH_INSIDE)


def _opens_with_itself(block: Block, place: tuple[int, int], words: list[PhraseMatch]) -> bool:
    """Whether the text is the subject of the sentence: "This draft", "The above article"."""
    if _OF_ITSELF.match(block.folded, place[0]):
        return True
    opening = min(words, key=lambda match: match.start)
    return opening.phrase.fields["class"] == "self" and opening.start - place[0] < _LONGEST_OPENING


def _weighed(
    block: Block, place: tuple[int, int], words: list[PhraseMatch]
) -> tuple[dict[str, int], int]:
    """Return the greatest weight of each class in the sentence, and what all its words amount to."""
    best: dict[str, int] = defaultdict(int)
    sums: dict[str, int] = defaultdict(int)

    def weigh(name: str, weight: int) -> None:
        best[name] = max(best[name], weight)
        sums[name] += weight

    for fields in {match.phrase.text: match.phrase.fields for match in words}.values():
        name, weight = fields["class"], int(fields["weight"])
        if name == "edited":  # "i merged" says who did it, too
            weigh("report", weight)
            name = "changed"
        weigh(name, weight)
    if _I.search(block.folded, *place):
        weigh("report", 1)
    if _HANDED_IN.search(block.folded, *place):
        weigh("asked", 3)
    if _YOURS.search(block.folded, *place):
        weigh("yours", 2)
    elif _YOU.search(block.folded, *place):
        weigh("yours", 1)
    if _LENGTH.search(block.folded, *place):
        weigh("quality", 2)
    if "deliver" not in best and _is_label(block, place):
        weigh("deliver", 1)
    return best, sum(min(amount, _MOST_OF_A_CLASS) for amount in sums.values())


def _is_certain(best: dict[str, int]) -> bool:
    """Whether a sentence is talk in which somebody is spoken to who ordered the text."""
    classes = best.keys()
    if {"offer", "asked"} <= classes or {"report", "changed"} <= classes:
        return True
    return len(classes) >= _CLASSES and not classes.isdisjoint(_SPEAKS - {"asked"})


def _is_label(block: Block, place: tuple[int, int]) -> bool:
    """Whether a short block leads up with its last sentence to what follows it."""
    end = len(block.text.rstrip())
    return end <= _LONGEST_LABEL and place[1] >= end and block.text.rstrip(" *_").endswith(":")
