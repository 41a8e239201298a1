"""Builds the text of one block together with its map into the source."""

from __future__ import annotations

from textlint.document import OBJECT, Block, BlockKind, Segment
from textlint.model import Span


class BlockBuilder:
    """Collects pieces of text with the source ranges they came from; pieces come in source order."""

    __slots__ = ("_length", "_pieces", "_segments", "_verbatim_end")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0
        self._verbatim_end = -1  # source end of a last piece that was verbatim, else -1

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def append(self, text: str, start: int, end: int) -> None:
        """Add `text`, which came from source code points `start` to `end`."""
        if not text:
            return
        verbatim = len(text) == end - start
        if verbatim and self._verbatim_end == start:
            last = self._segments[-1]
            self._segments[-1] = Segment(last.start, last.source_start, end)
        else:
            self._segments.append(Segment(self._length, start, end))
        self._verbatim_end = end if verbatim else -1
        self._pieces.append(text)
        self._length += len(text)

    def append_object(self, start: int, end: int) -> None:
        """Add one placeholder for source that is not prose; neighbours become one placeholder."""
        if self._pieces and self._pieces[-1] == OBJECT:
            last = self._segments[-1]
            self._segments[-1] = Segment(last.start, last.source_start, end)
            return
        self._segments.append(Segment(self._length, start, end))
        self._verbatim_end = -1
        self._pieces.append(OBJECT)
        self._length += 1

    def build(
        self,
        kind: BlockKind,
        span: Span,
        *,
        level: int = 0,
        containers: tuple[str, ...] = (),
        label: str = "",
    ) -> Block:
        """Return the block and start anew."""
        text = "".join(self._pieces)
        segments = tuple(self._segments)
        self.__init__()  # type: ignore[misc]
        return Block(kind, text, span, segments, level, containers, label)
