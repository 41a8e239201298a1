"""What stands inside a block, collected while a reader walks over it: text, links, images, notes."""

from __future__ import annotations

from textlint.document import Block, BlockKind, Link
from textlint.model import Span
from textlint.readers.builder import NONE, NOT_REACHED, BlockBuilder
from textlint.readers.masking import joined, masked, may_need_mask
from textlint.readers.scalars import Piece
from textlint.readers.template_masks import has_marks, without_marks

# Of a link that is open: start, destination, kind, rel, and how many pieces of text are before it.
_OpenLink = tuple[int, str, str, str, int]


class InlineText(BlockBuilder):
    """The block being built, and the blocks, links and notes that are finished."""

    __slots__ = ("_alts", "_block_links", "_has_marks", "_open", "blocks", "footnotes", "links")

    def __init__(self, *, has_marks: bool = False) -> None:
        super().__init__()
        self._has_marks = has_marks  # whether template_masks left any in the text
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.footnotes: list[Span] = []
        self._block_links = 0  # how many links there were before this block
        self._open: list[_OpenLink] = []
        self._alts: list[tuple[list[Piece], Span]] = []

    def open_link(self, start: int, destination: str, kind: str, rel: str = "") -> None:
        """A link begins at `start`. One of HTML ends the one before it: they cannot nest."""
        if kind == "html":
            self.close_link(start, "html")
        self._open.append((start, destination, kind, rel, len(self.pieces)))

    def close_link(self, end: int, only: str = "") -> None:
        """End the innermost link, or end it only if it is of that kind.

        Without a kind, links of HTML that were left open in it end with it.
        """
        while self._open:
            if only and self._open[-1][2] != only:
                return
            start, destination, kind, rel, before = self._open.pop()
            shown = kind not in ("autolink", "email")  # of these the address itself is all one sees
            text = self.text_since(before).strip() if shown else ""
            if self._has_marks:
                text = without_marks(text)
            self.links.append(Link(Span(start, end), text, destination, kind, rel))
            if only or kind != "html":
                return

    def image(self, span: Span, destination: str, alt: list[Piece]) -> None:
        """An image: one placeholder in the text, a link, and its alternative text for a block."""
        self.append_object(span.start, span.end)
        text = "".join([piece for piece, _, _ in alt])
        if self._has_marks:
            text = without_marks(text)
        self.links.append(Link(span, text, destination, "image"))
        if text.strip():
            self._alts.append((alt, span))

    def footnote(self, span: Span) -> None:
        """A reference to a note."""
        self.footnotes.append(span)
        self.append_object(span.start, span.end)

    def finish(
        self,
        kind: BlockKind,
        span: Span,
        level: int = 0,
        containers: tuple[str, ...] = (),
        label: str = "",
    ) -> None:
        """End the block, if there is any text; its images' alternative texts are blocks after it.

        Links that were never closed end with the block.
        """
        while self._open:
            self.close_link(span.end)
        pieces = self.pieces
        if not pieces:
            return
        if len(pieces) == 1 and self.reached >= 0:
            # The commonest by far, a text that stands as it is, is not sent through all that follows.
            [text] = pieces
            if kind is BlockKind.CODE or not (
                may_need_mask(text) or (self._has_marks and has_marks(text))
            ):
                block = Block(kind, text, span, self.origin, level, containers, label)
                self.blocks.append(block)
                self._block_links = len(self.links)
                pieces.clear()
                self.origin = NONE
                self.reached = NOT_REACHED
                return
        block = self.build(kind, span, level, containers, label)
        if self._has_marks and kind is not BlockKind.CODE:
            block = joined(block)
        if kind is not BlockKind.CODE and may_need_mask(block.text):
            block, bare = masked(block, self.links[self._block_links :])
            self.links += bare
        self._block_links = len(self.links)
        if block.text:
            self.blocks.append(block)
        if self._alts:
            for alt, place in self._alts:
                for text, start, end in alt:
                    self.append(text, start, end)
                block = self.build(BlockKind.ALT, place, 0, containers)
                block = joined(block) if self._has_marks else block
                if block.text:
                    self.blocks.append(block)
            self._alts = []
