"""Builds the text of one block together with its map into the source."""

from __future__ import annotations

from textlint.document import OBJECT, Block, BlockKind, Segment
from textlint.model import Span

_new_segment = tuple.__new__  # a third of the price of Segment(…), paid once per piece of markup


class BlockBuilder:
    """Collects pieces of text with the source ranges they came from; pieces come in source order.

    `reached` is the source offset at which the last piece ended, when it was mapped character by
    character; else -1. A piece that starts there goes on in the same segment.
    """

    __slots__ = (
        "_break",
        "_break_end",
        "_break_start",
        "_ends",
        "_pieces",
        "_sources",
        "_starts",
        "length",
        "reached",
    )

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._ends: list[int] = []  # of the last segment only once it is closed
        self._break = ""
        self._break_start = 0
        self._break_end = -1
        self.length = 0
        self.reached = -1

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def append(self, text: str, start: int, end: int) -> None:
        """Add `text`, which came from source code points `start` to `end`."""
        size = len(text)
        if start != self.reached or size != end - start:
            if not size:
                return
            if self._break:
                self._place_break(start)
            if size != end - start or start != self.reached:
                self._open_segment(start, end)
        if size == end - start:
            self.reached = end
        self._pieces.append(text)
        self.length += size

    def append_object(self, start: int, end: int) -> None:
        """Add one placeholder for source that is not prose; neighbours become one placeholder."""
        if self._break:
            self._place_break(start)
        elif self._pieces and self._pieces[-1] == OBJECT:
            self._ends[-1] = end
            return
        self._open_segment(start, end)
        self._pieces.append(OBJECT)
        self.length += 1

    def append_break(self, character: str, start: int, end: int = -1) -> None:
        """Add a line break that begins at `start`: " " for a soft one, "\\n" for a hard one.

        Breaks in a row are one, hard if any is; those at the ends of a block are left out. Without
        `end`, all that stands before the next piece (the `>` of its line) belongs to the break.
        """
        if not self._pieces:
            return
        if not self._break:
            self._break = character
            self._break_start = start
            self._break_end = end
        elif character == "\n":
            self._break = character
            self._break_end = end

    @property
    def source_span(self) -> Span:
        """The source range of the text so far; the text must not be empty."""
        return Span(self._sources[0], max(self._ends[-1], self.reached))

    @property
    def mark(self) -> int:
        """The place that the text has reached, for `text_since`."""
        return len(self._pieces)

    def text_since(self, mark: int) -> str:
        """Return the text added since the builder had that `mark`."""
        return "".join(self._pieces[mark:])

    def build(
        self,
        kind: BlockKind,
        span: Span,
        level: int = 0,
        containers: tuple[str, ...] = (),
        label: str = "",
    ) -> Block:
        """Return the block and start anew."""
        pieces, starts, sources, ends = self._pieces, self._starts, self._sources, self._ends
        if self.reached >= 0:
            ends[-1] = self.reached
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        segments: tuple[Segment, ...]
        if len(starts) == 1:
            segments = (_new_segment(Segment, (0, sources[0], ends[0])),)
        else:
            segments = tuple(
                [_new_segment(Segment, p) for p in zip(starts, sources, ends, strict=True)]
            )
        self._clear()
        return Block(kind, text, span, segments, level, containers, label)

    def _place_break(self, end: int) -> None:
        # A bare "\n" is one character for one, so that a wrapped paragraph is one segment.
        if self._break_end >= 0:
            end = self._break_end
        if self._break_start == self.reached and end == self.reached + 1:
            self.reached = end
        else:
            self._open_segment(self._break_start, end)
        self._pieces.append(self._break)
        self.length += 1
        self._break = ""

    def _open_segment(self, start: int, end: int) -> None:
        if self.reached >= 0:
            self._ends[-1] = self.reached
            self.reached = -1
        self._starts.append(self.length)
        self._sources.append(start)
        self._ends.append(end)
