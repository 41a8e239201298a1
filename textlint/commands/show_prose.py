"""`textlint show-prose`: the prose of a file as the rules see it, with its line numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from textlint.commands.status import CLEAN, INCOMPLETE
from textlint.commands.streams import notice, write_stdout
from textlint.escaping import encodable, no_command, visible

if TYPE_CHECKING:
    from textlint.document import Block, Notice
    from textlint.lines import LineIndex
    from textlint.model import Span
    from textlint.readers import AnyReader


@click.command("show-prose")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--all", "everything", is_flag=True, help="Print the other blocks, too.")
@click.option(
    "--text-field",
    metavar="NAME",
    help="The field of JSON records that holds the text, a name or a path (data.text).",
)
def command(*, files: tuple[str, ...], everything: bool, text_field: str | None) -> int:
    """Print what the rules see of each FILE, block by block, with line numbers.

    Exit status: 0, 2 wrong usage, 3 when a file could not be read or not wholly.
    """
    from textlint.files import no_reader, suffix_of
    from textlint.plugins import load_host

    readers = load_host().readers_by_suffix
    complete = True
    for path in files:
        reader = readers.get(suffix_of(path))
        if reader is None:
            raise click.UsageError(f"{path}: {no_reader(path)}")
        if len(files) > 1:
            write_stdout(f"{visible(path)}\n")
        complete &= _FileProse(path, reader, everything, text_field).show()
    return CLEAN if complete else INCOMPLETE


class _FileProse:
    """One file and what is shown of it."""

    def __init__(
        self, path: str, reader: AnyReader, everything: bool, text_field: str | None
    ) -> None:
        self.path = path
        self.reader = reader
        self.everything = everything
        self.text_field = text_field
        self.complete = True

    def show(self) -> bool:
        """Print the blocks; say whether all of the file was read."""
        from textlint.decoding import decode
        from textlint.files import MAX_RECORD_BYTES, UnreadableError, read_bytes
        from textlint.records import NoArticlesError

        try:
            decoded = decode(read_bytes(Path(self.path), MAX_RECORD_BYTES))
            if decoded.text is None:
                raise UnreadableError(decoded.problem or "not text")
            if decoded.problem is not None:
                self.say(decoded.problem)
            for line in self.lines(decoded.text):
                write_stdout(f"{no_command(encodable(line))}\n")
        except (UnreadableError, NoArticlesError) as error:
            notice(f"textlint: {visible(self.path)}: {visible(str(error))}")
            self.complete = False
        return self.complete

    def say(self, text: str, *, incomplete: bool = False) -> None:
        notice(f"textlint: {visible(self.path)}: {visible(text)}")
        self.complete &= not incomplete

    def say_notice(self, said: Notice, place: Span, index: LineIndex) -> None:
        self.say(f"line {index.line(place.start)}: {said.message}", incomplete=said.incomplete)

    def lines(self, source: str) -> Iterator[str]:
        from textlint.document import Notice
        from textlint.lines import LineIndex
        from textlint.readers import RecordReader
        from textlint.records import Record, RecordSettings

        index = LineIndex(source)
        if not isinstance(self.reader, RecordReader):
            document = self.reader.read(self.path, source)
            for block in document.blocks:
                yield from self.block(block, block.span, index)
            for said in document.notices:
                self.say_notice(said, said.span, index)
            return
        for item in self.reader.read(self.path, source, RecordSettings(self.text_field)):
            if isinstance(item, Notice):
                self.say_notice(item, item.span, index)
            elif isinstance(item, Record):
                yield f"      [{visible(item.id)}]"
                for block in item.document.blocks:
                    yield from self.block(block, item.file_span(block.span), index)
                for said in item.document.notices:
                    self.say_notice(said, item.file_span(said.span), index)

    def block(self, block: Block, span: Span, index: LineIndex) -> Iterator[str]:
        if not block.text or not (self.everything or block.is_prose):
            return
        kind = f"({block.label or block.kind.value}) " if self.everything else ""
        first, *rest = block.text.split("\n")
        yield f"{index.line(span.start):5}  {kind}{visible(first)}"
        yield from (f"       {visible(line)}" for line in rest)
