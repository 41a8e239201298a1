"""Tells the lines of the article from the sentences that page furniture holds: teasers, comments."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textlint_footer.lines import Line, Shape
from textlint_footer.wording import Evidence, Wording

# Directly below these a sentence belongs to them: terms, thanks, house rules.
_HOLDS_SENTENCES = frozenset({"comment-form", "newsletter-call", "cookie-notice", "copyright-line"})
# Below these stand the headlines of other articles.
_LEADS_TO_CARDS = frozenset({"related-links", "read-more"})
_TELLS = frozenset({Shape.SENTENCE, Shape.PROSE, Shape.BARRIER})
MOST_HELD = 2  # sentences between two pieces of furniture
SHORTEST_ARTICLE = 3  # paragraphs that must stand above a tail of teasers or comments
SHORTEST_PARAGRAPH = 40  # code points
LONGEST_TAIL = 240  # lines
LONGEST_TEASER = 260  # code points
LONGEST_COMMENT = 1_500  # code points
SHORTEST_DATED = 4  # words of "Ada 4 May Reply"; fewer are a count: "Comments 3"
LONGEST_THREAD = 4  # paragraphs of one comment

Known = Sequence[Wording | None]


def article_lines(
    lines: Sequence[Line], known: Known, is_furniture: Callable[[int], bool]
) -> set[int]:
    """Return the indices of the lines that are sentences of the article.

    `is_furniture` says of an unknown line that its block or the page's markup makes it residue.
    """
    article = {
        index
        for index, line in enumerate(lines)
        if known[index] is None and line.shape in _TELLS and not is_furniture(index)
    }
    start = _tail_start(lines, known, article)
    article = {index for index in article if index < start}
    return article - _held(lines, known, article)


def _held(lines: Sequence[Line], known: Known, article: set[int]) -> set[int]:
    """Return the sentences of `article` that belong to the furniture at its end.

    They stand between two pieces of it, few at a time. Nothing says of a sentence behind the last
    piece that it is not the article's.
    """
    held: set[int] = set()
    waiting: list[int] = []
    below = False  # whether there is a piece of furniture below
    for index in range(len(lines) - 1, -1, -1):
        wording = known[index]
        if wording is not None:
            if waiting and wording.kind not in _HOLDS_SENTENCES:
                break
            held.update(waiting)
            waiting.clear()
            below = True
        elif index in article:
            waiting.append(index)
            sentence = lines[index].shape is Shape.SENTENCE
            if not sentence or not below or len(waiting) > MOST_HELD:
                break
    return held


def _tail_start(lines: Sequence[Line], known: Known, article: set[int]) -> int:
    """Return the label from which on all sentences are teasers or comments, or the end."""
    paragraphs = 0
    last = max(article, default=-1)
    for index, wording in enumerate(known):
        if index in article and lines[index].end - lines[index].start >= SHORTEST_PARAGRAPH:
            paragraphs += 1
        if (
            wording is None
            or wording.evidence is Evidence.COMPANY
            or paragraphs < SHORTEST_ARTICLE
            or len(lines) - index > LONGEST_TAIL
        ):
            continue
        opens = wording.opens and wording.kind in ("related-links", "comment-form")
        if opens and _is_tail(lines, known, article, index):
            return index
        if wording.kind in _LEADS_TO_CARDS and _are_cards(lines, known, last, index + 1):
            return index
    return len(lines)


def _are_cards(lines: Sequence[Line], known: Known, last: int, index: int) -> bool:
    """Whether the lines from `index` on are teaser cards in rhythm, and then nothing but residue.

    `last` is the last sentence that may be the article's.

    A card is a headline, perhaps a sentence, perhaps a name, and a line such as a date or "4 min
    read". One card alone may be a section of the article.
    """
    cards = 0
    while index < len(lines) and known[index] is None and _is_headline(lines[index]):
        index += 1
        if index < len(lines) and _is_teaser(lines[index]) and known[index] is None:
            index += 1
        if index < len(lines) and known[index] is None and lines[index].shape is Shape.FRAGMENT:
            index += 1
        signed = index
        while index < len(lines) and _signs_card(known[index]):
            index += 1
        if index == signed:
            break
        cards += 1
    return cards > 1 and last < index


def _is_teaser(line: Line) -> bool:
    told = line.shape is Shape.SENTENCE or line.shape is Shape.PROSE
    return told and line.end - line.start <= LONGEST_TEASER


def _signs_card(wording: Wording | None) -> bool:
    return wording is not None and wording.evidence is Evidence.COMPANY


def _is_tail(lines: Sequence[Line], known: Known, article: set[int], label: int) -> bool:
    """Whether each sentence below `label` is a comment or the teaser of a headline above it.

    One teaser alone may be the last paragraph of the article below a box of links, so there must be
    two of them, or more headlines behind it.
    """
    comments = 0  # of the one before, while it goes on
    teasers: list[int] = []
    headlines: list[int] = []
    for index in range(label + 1, len(lines)):
        line = lines[index]
        if line.is_heading and known[index] is None:
            return False  # another article, or a section of this one
        if known[index] is None and _is_headline(line):
            headlines.append(index)
        elif index in article:
            length = line.end - line.start
            above = range(max(index - 2, label + 1), index)
            signed = any(_signs(lines[i], known[i]) for i in above)
            if length <= LONGEST_COMMENT and (signed or 0 < comments < LONGEST_THREAD):
                comments = 1 if signed else comments + 1
                continue
            if length > LONGEST_TEASER or line.shape is Shape.BARRIER:
                return False
            teasers.append(index)
        comments = 0
    if not teasers:
        return True
    if len(headlines) < len(teasers) or not _is_headline(lines[teasers[0] - 1]):
        return False
    if any(second - first == 2 for first, second in zip(teasers, teasers[2:], strict=False)):
        return False  # three sentences in a row are a text
    return len(teasers) > 1 or headlines[-1] - teasers[0] >= 2


def _is_headline(line: Line) -> bool:
    if line.is_heading or line.shape in (Shape.BARRIER, Shape.MARKUP):
        return False
    if line.shape is Shape.FRAGMENT:
        return True
    return line.shape is Shape.SENTENCE and line.text.rstrip().endswith("?")


def _signs(line: Line, wording: Wording | None) -> bool:
    """Whether a line stands above a reader's comment: "Ada says:", "Ada, 4 May 2024", a date."""
    if wording is None:
        return False
    if wording.kind == "bare-timestamp":
        return True
    if wording.kind != "comment-form" or wording.evidence is not Evidence.COMPANY:
        return False
    text = line.text.rstrip()
    dated = any(map(str.isdigit, text)) and len(text.split()) >= SHORTEST_DATED
    return wording.opens and (text.endswith((":", "：")) or dated)
