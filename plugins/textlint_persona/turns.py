"""Turns of a conversation: blocks that begin with the name of who speaks."""

from __future__ import annotations

from collections import Counter

from textlint.document import Block, BlockKind
from textlint.lazy import lazy_pattern

# "Anna:", "Q:", "MK:", "jens_k:", "Ana Lind, cook:" at the start of a block; a name of at most four words.
_LABEL = lazy_pattern(
    r"\W{0,3}((?:[A-Z][\w.’'\-]*)(?: [A-Z][\w.’'\-]*){0,3}|@?[a-z]+[_\d]\w*)"
    r"(?P<office>, [\w '’\-]{2,40})?\W{0,2}:\s"
)
# "Q. As a student, do I pay?": question and answer in one block, or each in its own.
_QUESTION = lazy_pattern(r"\W{0,3}[QA](?:[.)]|\d{1,2}[.:)])\s")
# Scripts and plays: "MARGUERITE (CONT'D)" alone on its line, above what she says.
_CUE = lazy_pattern(r"([A-Z][A-Z.’'\- ]{1,30}?)(?: ?\([^()\n]{1,24}\))?(?:\n|\Z)")
_CUES = 4  # of a play, one of its persons speaking twice
_LONGEST_LABEL = 90  # code points
_SPEAKERS = frozenset(
    {"q", "a", "question", "answer", "interviewer", "interviewee", "host", "guest", "moderator"}
    | {"user", "assistant", "reader", "customer", "client", "therapist", "narrator", "me", "you"}
)
# What is labelled so is said by the author.
TOPICS = frozenset(
    {"note", "tip", "tips", "update", "verdict", "pros", "cons", "warning", "step", "day", "week"}
    | {"price", "summary", "caution", "example", "bottom line", "hint", "part", "rule", "lesson"}
    | {
        "also",
        "related",
        "photo",
        "image",
        "source",
        "filename",
        "url",
        "faq",
        "ps",
        "nb",
        "review",
    }
)
_FULL_NAME = lazy_pattern(r"[A-Z][\w.’'\-]+(?: [A-Z][\w.’'\-]+){1,2}")
_TALK = lazy_pattern(r"\b(?:i|i'm|i've|i'd|my|me|we|our|you|your)\b")
_OFTEN = 3
# How far a turn reaches when no label or heading ends it, in blocks.
_LONGEST_TURN = 6


def turns(prose: tuple[Block, ...], authors: frozenset[str] = frozenset()) -> set[int]:
    """Return the numbers of the blocks in which labelled speakers talk.

    `authors` are the words of the names of those who wrote the page: "Pascal: I took the late shift".
    """
    cues = {i: match[1] for i, block in enumerate(prose) if (match := _CUE.match(block.text))}
    if len(cues) >= _CUES and max(Counter(cues.values()).values()) >= 2:
        return _reach(prose, set(cues))
    listed = _in_a_list_of_people(prose)
    if listed:
        return listed
    labels: dict[int, str] = {}
    presented: set[int] = set()  # "Mira, cabin crew: …"
    for index, block in enumerate(prose):
        if _QUESTION.match(block.text) is not None:
            labels[index] = block.text[:1] if block.text[:1].isalpha() else "q"
            continue
        match = _LABEL.match(block.text, 0, _LONGEST_LABEL)
        if match is not None and match.group(1).lower() not in TOPICS:
            labels[index] = match.group(1)
            if match["office"] and _TALK.search(block.folded):
                presented.add(index)
    if len(labels) < 2:
        return set()
    starts = {index for index, label in labels.items() if label.lower() in _SPEAKERS}
    starts = starts if len(starts) >= 2 else set()
    signed = {i for i, label in labels.items() if authors.issuperset(label.lower().split())}
    starts |= signed if len({labels[index] for index in signed}) >= 2 else set()
    named = _named(prose, labels) | (presented if len(presented) >= 2 else set())
    return _reach(prose, starts | named) if starts or named else set()


def _in_a_list_of_people(prose: tuple[Block, ...]) -> set[int]:
    """Return the blocks of a list of definitions of which several terms are persons: `<dt>Jean Hay, cook`."""
    listed = {i for i, block in enumerate(prose) if block.kind is BlockKind.DEFINITION}
    people = {
        prose[index].text
        for index in listed
        if index + 1 in listed and _PERSON.fullmatch(prose[index].text, 0, _LONGEST_LABEL)
    }
    return listed if len(people) >= 2 else set()


# "Dr Oliver Penhale, pit doctor", "Jean Strachan"
_PERSON = lazy_pattern(r"[A-Z][\w.’'\-]*(?: [A-Z][\w.’'\-]+){1,3}(?:[,(–—] ?[^.!?]{2,60})?")


def _named(prose: tuple[Block, ...], labels: dict[int, str]) -> set[int]:
    """Return the blocks that begin with the name of one of several persons who talk."""
    others = {label for label in labels.values() if label.lower() not in _SPEAKERS}
    if len(others) < 2:
        return set()
    # "Battery Life: …" is a topic: its words also stand in the text in lower case. A name that is a
    # word too ("Will:") has to come back.
    asked = {word for label in others for word in label.lower().split()}
    near = (block for block in prose if any(map(block.text.__contains__, asked)))
    plain = {word for block in near for word in block.words}
    often = {label for label, count in Counter(labels.values()).items() if count >= _OFTEN}
    people = {
        index: label
        for index, label in labels.items()
        if label in others
        and (
            label[:1].islower()
            or not _is_plain(label.lower().split(), plain)
            or (len(often) >= 2 and label in often)
        )
    }
    counts = Counter(people.values())
    talking = sum(_TALK.search(prose[index].folded) is not None for index in people)
    full = all(_FULL_NAME.fullmatch(label) for label in counts)
    if len(counts) < 2 or talking < 0.5 * len(people):
        return set()
    return set(people) if full or max(counts.values()) >= 2 else set()


def _is_plain(words: list[str], plain: set[str]) -> bool:
    """Whether a label is made of ordinary words; a title before a full name may be one."""
    return set(words) <= plain if len(words) > 2 else not plain.isdisjoint(words)


def _reach(prose: tuple[Block, ...], starts: set[int]) -> set[int]:
    found: set[int] = set()
    left = 0
    for index, block in enumerate(prose):
        if index in starts:
            left = _LONGEST_TURN
        elif block.kind is BlockKind.HEADING:
            left = 0
        if left:
            found.add(index)
            left -= 1
    return found
