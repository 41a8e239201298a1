"""Suppressions that an author writes into a document, in comments and in the front matter.

    <!-- textlint: ignore[rule, family] reason -->     the next block, or the block it stands in
    <!-- textlint: disable[rule] --> … <!-- textlint: enable[rule] -->
    <!-- textlint: ignore-file[rule] -->               the whole file, wherever it stands
    textlint: {ignore: [rule, family]}                 the whole file, in the front matter

Only what the reader knows to be a comment counts, so an example in a code block suppresses nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from textlint.document import Block, BlockKind, Comment, Document, MetaValue
from textlint.lazy import lazy_pattern
from textlint.model import Finding, Span

IGNORE, DISABLE, ENABLE, IGNORE_FILE = "ignore", "disable", "enable", "ignore-file"
WORDS = (IGNORE, DISABLE, ENABLE, IGNORE_FILE)
META_KEY = "textlint.ignore"

_DIRECTIVE = lazy_pattern(r"\s*textlint:[ \t]*(?P<word>[^\s\[\]]*)[ \t]*(?P<list>\[[^\[\]]*\])?")
_NAME = lazy_pattern(r"[^\s,]+")
_UNADDRESSED = frozenset({BlockKind.HTML, BlockKind.META})  # never "the next block"


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """One rule id or family in a directive, and its place; equal only to itself."""

    text: str
    span: Span

    def means(self, rule_id: str) -> bool:
        return self.text in (rule_id, rule_id.partition("/")[0])


class Directive(NamedTuple):
    """One suppression: its names, and the whole comment or front-matter value as `span`.

    `inner` is the place of the list between its brackets. `region` is the part of the source that
    an `ignore` is for; `disable` and `enable` act from `span.end` on.
    """

    word: str
    names: tuple[Name, ...]
    span: Span
    inner: Span
    region: Span
    in_comment: bool = True


class Mistake(NamedTuple):
    """Something that was meant as a suppression and is none; `message` says what is wrong."""

    span: Span
    message: str


class Suppressions:
    """All suppressions of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.directives: list[Directive] = []
        self.mistakes: list[Mistake] = []
        for comment in document.comments:
            self._read_comment(comment)
        for value in document.meta:
            if value.key == META_KEY:
                self._read_meta(value)
            elif value.key == "textlint" or value.key.startswith("textlint."):
                self._mistake(
                    value.span, f'"{value.key}" is no setting; write textlint: ignore: […]'
                )
        self.directives.sort(key=lambda directive: directive.span)

    # -- reading -------------------------------------------------------------------------------

    def _read_comment(self, comment: Comment) -> None:
        match = _DIRECTIVE.match(comment.text)
        if match is None:
            return
        word, names = match["word"], match["list"]
        if word not in WORDS:
            self._mistake(comment.span, f'"{word}" is none of {", ".join(WORDS)}')
            return
        base = self._document.source.find(comment.text, comment.span.start, comment.span.end)
        if names is None or base < 0 or not names.strip("[] \t\r\n,"):
            self._mistake(comment.span, f"{word} names no rule; write {word}[family/rule]")
            return
        start = base + match.start("list") + 1
        region = self._region(comment) if word == IGNORE else Span(0, 0)
        self._add(word, comment.span, Span(start, start + len(names) - 2), region)

    def _read_meta(self, value: MetaValue) -> None:
        if value.value.strip(" ,"):
            self._add(IGNORE_FILE, value.span, value.span, Span(0, 0), in_comment=False)
        else:
            self._mistake(value.span, "textlint.ignore names no rule")

    def _add(
        self, word: str, span: Span, inner: Span, region: Span, *, in_comment: bool = True
    ) -> None:
        found = _NAME.finditer(self._document.source, inner.start, inner.end)
        names = tuple(Name(_unquoted(m.group()), Span(m.start(), m.end())) for m in found)
        self.directives.append(Directive(word, names, span, inner, region, in_comment))

    def _mistake(self, span: Span, message: str) -> None:
        self.mistakes.append(Mistake(span, message))

    # -- places --------------------------------------------------------------------------------

    @cached_property
    def _blocks(self) -> list[Block]:
        blocks = (b for b in self._document.blocks if b.kind not in _UNADDRESSED)
        return sorted(blocks, key=lambda block: block.span)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self._blocks]

    def _region(self, comment: Comment) -> Span:
        """Return what an `ignore` in `comment` is for.

        That is the block around the comment, else the one after it. A comment of its own line before
        a list, a table or a block quotation is for all of that.
        """
        index = bisect_right(self._starts, comment.span.start) - 1
        if index >= 0 and self._blocks[index].span.contains(comment.span):
            return self._blocks[index].span
        index = bisect_left(self._starts, comment.span.end)
        if index == len(self._blocks):
            return Span(comment.span.end, comment.span.end)
        end = self._blocks[index].span.end
        if comment.span.start == 0 or self._document.source[comment.span.start - 1] in "\r\n":
            end = self._end_of_container(index)
        return Span(comment.span.end, end)

    def _end_of_container(self, index: int) -> int:
        block = self._blocks[index]
        end = block.span.end
        if not block.containers:
            return end
        outermost = block.containers[0]
        loose = outermost == "list" or self._document.format == "html"
        separator = _LIST_END if loose else _TIGHT_END
        for following in self._blocks[index + 1 :]:
            if following.containers[:1] != (outermost,):
                break
            if separator.search(self._document.source, end, following.span.start):
                break
            end = max(end, following.span.end)
        return end

    # -- applying ------------------------------------------------------------------------------

    def match(self, findings: Iterable[Finding]) -> dict[int, list[Name]]:
        """Return the names that suppress each finding, by its index; none for the others."""
        by_rule: dict[str, list[tuple[int, int]]] = {}
        for index, finding in enumerate(findings):
            by_rule.setdefault(finding.rule, []).append((finding.span.start, index))
        matched: dict[int, list[Name]] = {}
        for rule_id, places in by_rule.items():
            chosen = [(d, n) for d in self.directives for n in d.names if n.means(rule_id)]
            if chosen:
                for index, name in _covering(chosen, sorted(places)):
                    matched.setdefault(index, []).append(name)
        return matched

    def unused(self, findings: Iterable[Finding]) -> Iterator[tuple[Directive, list[Name]]]:
        """Yield the directives with those of their names that suppress none of `findings`."""
        used = {name for names in self.match(findings).values() for name in names}
        for directive in self.directives:
            if directive.word != ENABLE:
                names = [name for name in directive.names if name not in used]
                if names:
                    yield directive, names

    def idle_enables(self) -> Iterator[tuple[Directive, Name]]:
        """Yield the names in `enable` that no `disable` before it has switched off."""
        off: set[str] = set()
        for directive in self.directives:
            for name in directive.names:
                if directive.word == DISABLE:
                    off.add(name.text)
                elif directive.word == ENABLE:
                    if not _switches_on(name.text, off):
                        yield directive, name
                    off.discard(name.text)


# A comment at the margin ends what stands before it; in Markdown a blank line ends all but lists.
_LIST_END = lazy_pattern(r"[\r\n](?:<!--|\{/\*)")
_TIGHT_END = lazy_pattern(r"[\r\n](?:<!--|\{/\*|[ \t]*(?:\n|\r(?!\n)))")


def _switches_on(name: str, off: set[str]) -> bool:
    family = name.partition("/")[0]
    return name in off or family in off or any(o.startswith(f"{name}/") for o in off)


def _covering(
    chosen: Sequence[tuple[Directive, Name]], places: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, Name]]:
    """Yield (index, name) for each of `places`, sorted (start, index), and each name that covers it.

    One sweep over both: time grows with their sum and not with their product, whatever a document
    full of comments does. Of several `ignore` for one place the innermost counts.
    """
    whole = next((name for directive, name in chosen if directive.word == IGNORE_FILE), None)
    events = sorted(
        ((_begin(directive), number) for number, (directive, _) in enumerate(chosen)),
    )
    open_regions: list[tuple[int, Name]] = []
    switched_off: Name | None = None
    following = 0
    for start, index in places:
        while following < len(events) and events[following][0] <= start:
            directive, name = chosen[events[following][1]]
            if directive.word == IGNORE:
                open_regions.append((directive.region.end, name))
            elif directive.word == DISABLE:
                switched_off = name
            elif directive.word == ENABLE:
                switched_off = None
            following += 1
        while open_regions and open_regions[-1][0] <= start:
            open_regions.pop()
        if whole is not None:
            yield index, whole
        if switched_off is not None:
            yield index, switched_off
        if open_regions:
            yield index, open_regions[-1][1]


def _begin(directive: Directive) -> int:
    return directive.region.start if directive.word == IGNORE else directive.span.end


def _unquoted(name: str) -> str:
    return name.strip("\"'[]{}")


def apply(document: Document, findings: Sequence[Finding]) -> list[Finding]:
    """Return `findings` with `suppressed` set on those that the document suppresses."""
    if not document.comments and not document.meta:
        return list(findings)
    matched = Suppressions(document).match(findings)
    return [f._replace(suppressed=True) if i in matched else f for i, f in enumerate(findings)]
