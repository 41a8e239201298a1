"""Builds the text of one block together with its map into the source."""

from __future__ import annotations

from textlint.document import OBJECT, Block, BlockKind, Segment
from textlint.model import Span

_new_segment = tuple.__new__  # a third of the price of Segment(…), paid once per piece of markup
NOT_REACHED = -2  # so that nothing begins there, or one character behind it
_NO_BREAK = -2
NONE = -1


class BlockBuilder:
    """Collects pieces of text with the source ranges they came from; pieces come in source order.

    `reached` is the source offset at which the last piece ended, when it was mapped character by
    character; else negative. A piece that starts there goes on in the same segment: a reader may then
    append it to `pieces` and set `reached` by itself, which is the quickest way of all. So it may with
    the first piece of a block, when it also sets `origin` to where that starts.
    """

    __slots__ = (
        *("_break_end", "_break_index", "_end", "_offset", "_segments"),
        *("origin", "pieces", "reached"),
    )

    def __init__(self) -> None:
        self.pieces: list[str] = []  # one list for all blocks, so that a reader may hold on to it
        self.reached = NOT_REACHED
        self._segments: list[Segment] = []  # those that are closed
        # Of the open one: where its text begins, its source start, its end if it is one piece.
        self._offset = 0
        self.origin = NONE
        self._end = NONE
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
            self._end = end
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
                self._end = start
        source, reached = self.origin, self.reached
        if reached >= 0:  # as in `_close_segment`, without the price of a call
            self._segments.append(_new_segment(Segment, (self._offset, source, reached)))
            self._offset += reached - source
            self.reached = NOT_REACHED
        elif source >= 0:
            self._segments.append(_new_segment(Segment, (self._offset, source, self._end)))
            self._offset += len(self.pieces[-1])
        self.origin = start
        self._end = end

    def _close_segment(self) -> None:
        source, reached = self.origin, self.reached
        if reached >= 0:
            self._segments.append(_new_segment(Segment, (self._offset, source, reached)))
            self._offset += reached - source
        else:
            self._segments.append(_new_segment(Segment, (self._offset, source, self._end)))
            self._offset += len(self.pieces[-1])

    def _part_break(self) -> None:
        """Give the break that was taken into a segment of text a segment of its own."""
        self.reached -= 1
        self._close_segment()
        self.origin = self.reached
        self._end = NONE
        self.reached = NOT_REACHED

    @property
    def source_start(self) -> int:
        """The source offset at which the text begins; there must be some."""
        return self._segments[0].source_start if self._segments else self.origin

    @property
    def source_end(self) -> int:
        """The source offset at which the text so far ends, without a break at its end."""
        at_break = self._break_index == len(self.pieces) - 1
        if self.reached >= 0:
            return self.reached - at_break
        return self._segments[-1].source_end if at_break else self._end

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
        pieces, segments = self.pieces, self._segments
        is_one = self.reached >= 0 and not segments  # stretch of the source, as of most blocks
        place: tuple[Segment, ...] | int = self.origin
        if self._break_index == len(pieces) - 1:
            pieces.pop()
            if self.reached >= 0 and segments:
                self.reached -= 1
                self._close_segment()
        elif pieces and not is_one:
            self._close_segment()
        if not is_one:
            place = tuple(segments)
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        block = Block(kind, text, span, place, level, containers, label)
        pieces.clear()
        segments.clear()
        self._offset = 0
        self.origin = self._end = NONE
        self.reached = NOT_REACHED
        self._break_index = _NO_BREAK
        return block
