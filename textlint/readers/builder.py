"""Builds the text of one block together with its map into the source."""

from __future__ import annotations

from itertools import accumulate, repeat

from textlint.document import OBJECT, Block, BlockKind, Segment
from textlint.model import Span

_new_segment = tuple.__new__  # a third of the price of Segment(…), paid once per piece of markup
NOT_REACHED = -2  # so that nothing begins there, or one character behind it
_NO_BREAK = -2


class BlockBuilder:
    """Collects pieces of text with the source ranges they came from; pieces come in source order.

    `reached` is the source offset at which the last piece ended, when it was mapped character by
    character; else negative. A piece that starts there goes on in the same segment: a reader may then
    append it to `pieces` and set `reached` by itself, which is the quickest way of all.
    """

    __slots__ = ("_break_end", "_break_index", "_ends", "_firsts", "_sources", "pieces", "reached")

    def __init__(self) -> None:
        self.pieces: list[str] = []  # one list for all blocks, so that a reader may hold on to it
        self.reached = NOT_REACHED
        # Of each segment: its first piece, its source start, its source end (once it is closed).
        self._firsts: list[int] = []
        self._sources: list[int] = []
        self._ends: list[int] = []
        self._break_index = _NO_BREAK  # the last piece that is a break
        self._break_end = -1

    def __bool__(self) -> bool:
        return bool(self.pieces)

    def append(self, text: str, start: int, end: int) -> None:
        """Add `text`, which came from source code points `start` to `end`."""
        verbatim = len(text) == end - start
        if start != self.reached or not verbatim:
            if not text:
                return
            self._open_segment(start, end)
        if verbatim:
            self.reached = end
        self.pieces.append(text)

    def append_object(self, start: int, end: int) -> None:
        """Add one placeholder for source that is not prose; neighbours become one placeholder."""
        if self.pieces and self.pieces[-1] == OBJECT and self.reached < 0:
            self._ends[-1] = end
            return
        self._open_segment(start, end)
        self.pieces.append(OBJECT)

    def append_break(self, character: str, start: int, end: int = -1) -> None:
        """Add a line break that begins at `start`: " " for a soft one, "\\n" for a hard one.

        Breaks in a row are one, hard if any is; those at the ends of a block are left out. Without
        `end`, all that stands before the next piece (the `>` of its line) belongs to the break.
        """
        pieces = self.pieces
        if not pieces:
            return
        if self._break_index == len(pieces) - 1:
            if character == "\n":
                pieces[-1] = character
                if self.reached >= 0:
                    self._part_break()
                self._break_end = end
            return
        if start == self.reached and (end < 0 or end == start + 1):
            # A bare "\n" is one character for one, so that a wrapped paragraph is one segment.
            self.reached = start + 1
        else:
            self._open_segment(start, end)
        self._break_index = len(pieces)
        self._break_end = end
        pieces.append(character)

    def append_soft_break(self) -> None:
        """Add a soft line break that begins at `reached`, which must be a place."""
        pieces = self.pieces
        if self._break_index != len(pieces) - 1:
            self.reached += 1
            self._break_index = len(pieces)
            self._break_end = -1
            pieces.append(" ")

    def _open_segment(self, start: int, end: int) -> None:
        if self._break_index == len(self.pieces) - 1 and self._break_end < 0:
            if self.reached >= 0 and start != self.reached:
                self._part_break()
            if self.reached < 0:
                self._ends[-1] = start
        if self.reached >= 0:
            self._ends[-1] = self.reached
            self.reached = NOT_REACHED
        self._firsts.append(len(self.pieces))
        self._sources.append(start)
        self._ends.append(end)

    def _part_break(self) -> None:
        """Give the break that was taken into a segment of text a segment of its own."""
        place = self.reached - 1
        self._ends[-1] = place
        self._firsts.append(self._break_index)
        self._sources.append(place)
        self._ends.append(-1)
        self.reached = NOT_REACHED

    @property
    def source_start(self) -> int:
        """The source offset at which the text begins; there must be some."""
        return self._sources[0]

    @property
    def source_end(self) -> int:
        """The source offset at which the text so far ends, without a break at its end."""
        at_break = self._break_index == len(self.pieces) - 1
        if self.reached >= 0:
            return self.reached - at_break
        return self._ends[-1 - at_break]

    def text_since(self, count: int) -> str:
        """Return the text added since there were `count` pieces."""
        return "".join(self.pieces[count:])

    def build(
        self,
        kind: BlockKind,
        span: Span,
        level: int = 0,
        containers: tuple[str, ...] = (),
        label: str = "",
    ) -> Block:
        """Return the block and start anew."""
        pieces, firsts, sources, ends = self.pieces, self._firsts, self._sources, self._ends
        if self._break_index == len(pieces) - 1:
            pieces.pop()
            if self.reached >= 0:
                self.reached -= 1
            else:
                firsts.pop()
                sources.pop()
                ends.pop()
        if self.reached >= 0:
            ends[-1] = self.reached
        segments: tuple[Segment, ...]
        if len(firsts) == 1:
            segments = (_new_segment(Segment, (0, sources[0], ends[0])),)
        else:
            offsets = list(accumulate(map(len, pieces), initial=0))
            starts = map(offsets.__getitem__, firsts)
            values = zip(starts, sources, ends, strict=True)
            segments = tuple(map(_new_segment, repeat(Segment), values))
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        pieces.clear()
        firsts.clear()
        sources.clear()
        ends.clear()
        self.reached = NOT_REACHED
        self._break_index = _NO_BREAK
        return Block(kind, text, span, segments, level, containers, label)
