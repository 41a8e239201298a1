"""What template engines and site generators write into Markdown, and how it is kept from the parser.

Three texts of equal length stand for the body: the source, the copy that the parser gets, and the one
that is shown, in which a mark stands for each character that is no prose.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from textlint.document import OBJECT, Comment, Notice
from textlint.lazy import lazy_pattern
from textlint.model import Span

DROPPED = "\ufdd0"  # a code point that is no character: stands for what leaves nothing in the text
MAX_NOTICES = 10  # of each kind in one file; one more says that there are others

_NOT_LINE_END = lazy_pattern(r"[^\r\n]")
_BEFORE_LINE = lazy_pattern(r"[ \t>]*\Z")
_REST_OF_LINE = lazy_pattern(r"[ \t]*(?=[\r\n]|\Z)")
_ADDRESS = lazy_pattern(r"""(?:\]\([^\s()"'<>]*|=["'][^\s"'<>]*)\Z""")
_OBJECTS = lazy_pattern(f"{OBJECT}{{2,}}")
_LONGEST_MARGIN = 200  # characters


class Fill(Enum):
    """What a masked place leaves in the text."""

    OBJECT = "object"  # one placeholder: the engine puts something there
    TAG = "tag"  # the same; nothing, and a paragraph's end, where it stands on lines of its own
    NOTHING = "nothing"  # no trace in a line, and a paragraph's end on lines of its own
    BLANK = "blank"  # as NOTHING, for content that is no prose: all lines but its last are blank
    SHOWN = "shown"  # the parser gets `copy`, and nothing of the source is shown


class Mask(NamedTuple):
    """One place `start` to `end` of the body; `copy`, of the same length, is for `SHOWN` alone."""

    start: int
    end: int
    fill: Fill
    copy: str = ""


@dataclass
class Masks:
    """What a search found in one body; offsets are the body's, those of notices the source's."""

    base: int
    found: list[Mask] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    _said: dict[str, int] = field(default_factory=dict)

    def add(self, start: int, end: int, fill: Fill) -> None:
        self.found.append(Mask(start, end, fill))

    def comment(self, start: int, end: int, text: str) -> None:
        self.found.append(Mask(start, end, Fill.NOTHING))
        self.comments.append(Comment(Span(start + self.base, end + self.base), text))

    def line(self, start: int, end: int, copy: str) -> None:
        """Show nothing of a place, and give the parser `copy` for it, which is as long."""
        self.found.append(Mask(start, end, Fill.SHOWN, copy))

    def unclosed(self, start: int, opening: str, taken: str) -> None:
        """Say for each of the first places that `opening` has no end, and how it was `taken`."""
        opening = opening[:30]
        count = self._said[opening] = self._said.get(opening, 0) + 1
        if count > MAX_NOTICES + 1 or len(self._said) > MAX_NOTICES:
            return
        message = f'"{opening}" is not closed: {taken}.'
        if count > MAX_NOTICES:
            message = f'"{opening}" is not closed here and maybe in more places.'
        place = start + self.base
        self.notices.append(Notice(Span(place, place + len(opening)), message))


def applied(body: str, found: Iterable[Mask]) -> tuple[str, str]:
    """Return the copy of `body` for the parser and the text that is shown, both as long as `body`.

    Of masks that overlap the first counts.
    """
    masks: list[Mask] = []
    reached = 0
    for mask in sorted(found, key=lambda mask: (mask.start, -mask.end)):
        if mask.start >= reached:
            masks.append(mask)
            reached = mask.end
    alone = _alone_on_lines(body, masks)
    copy: list[str] = []
    shown: list[str] = []
    done = 0
    for index, mask in enumerate(masks):
        between = body[done : mask.start]
        text = body[mask.start : mask.end]
        done = mask.end
        fill = mask.fill
        if fill is Fill.SHOWN:
            in_copy, in_shown = mask.copy, DROPPED * len(text)
        elif index in alone:
            in_copy = in_shown = _NOT_LINE_END.sub(" ", text)
        elif fill is Fill.BLANK:
            # Blanks before text that goes on would make code of it, or stand in it.
            cut = max(text.rfind("\n"), text.rfind("\r")) + 1
            in_copy = in_shown = _NOT_LINE_END.sub(" ", text[:cut])
            in_copy, in_shown = (
                in_copy + "x" * len(text[cut:]),
                in_shown + DROPPED * len(text[cut:]),
            )
        elif fill is not Fill.NOTHING and in_address(body, mask.start):
            in_copy, in_shown = "x" * len(text), text
        else:
            character = DROPPED if fill is Fill.NOTHING else OBJECT
            in_copy, in_shown = "x" * len(text), character * len(text)
        copy += (between, in_copy)
        shown += (between, in_shown)
    return "".join([*copy, body[done:]]), "".join([*shown, body[done:]])


def in_address(body: str, start: int) -> bool:
    """Whether `start` lies in the address of a link or in an attribute's value."""
    return _ADDRESS.search(body[max(0, start - 100) : start]) is not None


def _alone_on_lines(body: str, masks: list[Mask]) -> set[int]:
    """Return the indices of the masks that have their lines to themselves or with other such masks."""
    alone: set[int] = set()
    group: list[int] = []
    lookahead: list[Mask | None] = [*masks[1:], None]
    for index, mask in enumerate(masks):
        if mask.fill in (Fill.TAG, Fill.NOTHING, Fill.BLANK):
            if not group:
                line = _line_start(body, mask.start)
                if line >= 0 and _BEFORE_LINE.match(body, line, mask.start):
                    group = [index]
            elif group[-1] == index - 1:
                group.append(index)
        else:
            group = []
        if not group:
            continue
        rest = _REST_OF_LINE.match(body, mask.end)
        following = lookahead[index]
        if rest is not None:
            alone.update(group)
            group = []
        elif following is None or body[mask.end : following.start].strip(" \t"):
            group = []
    return alone


def _line_start(body: str, place: int) -> int:
    """Return where the line around `place` begins, or -1 if that is too far away for a margin."""
    first = max(0, place - _LONGEST_MARGIN)
    line = max(body.rfind("\n", first, place), body.rfind("\r", first, place)) + 1
    return line if line or place < _LONGEST_MARGIN else -1


def has_marks(text: str) -> bool:
    """Whether anything in the text of a block stands for a masked place."""
    return OBJECT in text or DROPPED in text


def joined_spans(text: str) -> list[tuple[int, int, bool]]:
    """Return the runs of marks in a block's text: start, end, and whether a placeholder remains."""
    return [(m.start(), m.end(), m["object"] is not None) for m in _RUN.finditer(text)]


_RUN = lazy_pattern(
    rf"(?P<object>{OBJECT}{{2,}})"
    rf"|(?:\A|(?<=\n)){DROPPED}+ ?| ?{DROPPED}+(?=[ \n]|\Z)|{DROPPED}+"
)


def without_marks(text: str) -> str:
    """Return a link's text without what stands for masked places."""
    text = text.replace(DROPPED, "")
    return _OBJECTS.sub(OBJECT, text) if OBJECT * 2 in text else text
