"""A claim is put into the mouth of somebody who cannot be asked.

"Experts say", "studies show", "it is believed", "sources close to the deal": the sentence borrows the
weight of a source without having one. The reader cannot check it, and neither can the desk that
republishes it.

**How to fix.** Name the expert, the study or the newspaper, or link it; else say it in your own name
or leave it out.

**Known limits.** A named or quoted person right after it, or a link or citation in the same or the
next paragraph, silences the finding, whether or not it is about the same claim. Quotations are left
alone, and so are adverbs such as "reportedly". A vague source here and there is normal, so each is a
note; where a document has three of them and one for every 250 words, the first becomes a warning that
counts them. English only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from textlint.document import Block, BlockKind, Document
from textlint.model import Hit, Related, Severity
from textlint.rule import Context, bad, good, rule
from textlint_sourcing.evidence import Rung, evidence_in, is_evidence
from textlint_sourcing.vague_sources import VagueSource, find_vague_sources
from textlint_sourcing.vocabulary import VAGUE_SOURCES

FEWEST = 3
WORDS_PER_PHRASE = 250
_FINAL = (".", "!", "?", "…", '"', "”", "’", ")", ":", "]")
_JOINTS = " ,;:–—"
# What may stand after a vague source and give it a name, by the class of the source.
_PEOPLE = frozenset({Rung.NAMED, Rung.QUOTED})
_WRITINGS = frozenset({Rung.NAMED, Rung.PUBLISHED, Rung.QUOTED})
_NAMED_BY = {
    "experts": _PEOPLE,
    "one expert": _PEOPLE,
    "profession": _PEOPLE,
    "crowd": _PEOPLE,
    "studies": _WRITINGS,
    "one study": _WRITINGS,
}


@rule(
    "sourcing/vague-attribution",
    summary="A claim is attributed to nobody in particular.",
    message='"{phrase}": nobody is named or linked here or in the next paragraph.',
    severity="note",
    confidence="medium",
    languages=("en",),
    phrases=[VAGUE_SOURCES],
    examples=[
        bad(
            "The harbour wall is safe. Many experts agree that it will stand for a century.\n",
            at="Many experts agree that it will stand for a century.",
        ),
        bad(
            "Research has consistently shown that gulls prefer the north quay.\n",
            at="Research has consistently shown that gulls prefer the north quay.",
        ),
        bad(
            "The ferry is rumoured to be for sale, and sources close to the owner say it is broke.\n",
            at=(
                "The ferry is rumoured to be for sale",
                "sources close to the owner say it is broke.",
            ),
        ),
        bad(
            "The quay will close in May, according to industry insiders.\n",
            at="The quay will close in May, according to industry insiders.",
        ),
        bad(
            "It has long been believed that the bell is cracked. Rumour has it that it was dropped.\n",
            at=(
                "It has long been believed that the bell is cracked.",
                "Rumour has it that it was dropped.",
            ),
        ),
        good(
            "Experts say the wall is sound. “I have seen worse at sea,” said Ilse Brand, who builds\n"
            "quays for the county.\n",
            why="an expert is quoted by name",
        ),
        good(
            "Studies show that gulls [prefer the north quay](https://gulls.example/quay).\n",
            why="the study is linked",
        ),
        good(
            "“Experts say all sorts of things,” said the harbour master.\n",
            why="a quoted speaker may be vague",
        ),
        good(
            "The experts say that the wall will stand. Oxbridge researchers found no crack.\n"
            "Our research shows the same.\n",
            why="definite, named and own sources",
        ),
        good(
            "Use the data shown in the table. Evidence found at the scene is kept. Users agree to\n"
            "the terms, and many think of leaving.\n",
            why="the same words in another sense",
        ),
    ],
)
def vague_attribution(document: Document, context: Context) -> Iterator[Hit]:
    found = list(find_vague_sources(context.phrases, _is_running_text))
    if found:
        around = _Surroundings(document)
        found = [source for source in found if not around.name(source)]
    spans = [s.block.span_at(s.start, e) for s, e in zip(found, _ends(found), strict=True)]
    dense = len(found) >= FEWEST and len(found) * WORDS_PER_PHRASE >= document.word_count
    for number, (source, span) in enumerate(zip(found, spans, strict=True)):
        if dense and number == 0:
            yield Hit(
                span,
                {"phrase": _phrase(source), "count": len(found)},
                related=tuple(
                    Related(other, f'"{_phrase(s)}"')
                    for s, other in zip(found[1:], spans[1:], strict=True)
                ),
                severity=Severity.WARNING,
                message='"{phrase}": {count} claims in this document are attributed to nobody in particular.',
            )
        else:
            yield Hit(span, {"phrase": _phrase(source)})


def _phrase(source: VagueSource) -> str:
    return source.block.text[slice(*source.phrase)]


def _is_running_text(block: Block) -> bool:
    if block.kind is BlockKind.PARAGRAPH and not block.in_quote:
        # A short line without a full stop is a headline in plain text.
        return len(block.text) > 120 or block.text.rstrip().endswith(_FINAL)
    return block.kind is BlockKind.LIST_ITEM and not block.in_quote


def _ends(found: list[VagueSource]) -> list[int]:
    """Return where each claim ends: with its sentence, or before the next one in that sentence."""
    ends = []
    for number, source in enumerate(found, start=1):
        following = found[number] if number < len(found) else None
        end = source.end
        if following is not None and following.sentence == source.sentence:
            if source.start < following.start:
                end = _without_joint(source.block.text, following.start)
        ends.append(end)
    return ends


def _without_joint(text: str, end: int) -> int:
    """Return `end` without the ", and" before it."""
    kept = text[:end].rstrip(_JOINTS)
    word = kept.rpartition(" ")[2]
    return (
        len(kept.removesuffix(word).rstrip(_JOINTS))
        if word in ("and", "but", "while")
        else len(kept)
    )


class _Evidence:
    """The evidence in one block: its places, and the last one on each rung."""

    def __init__(self, block: Block) -> None:
        found = sorted((e.start, e.rung) for e in evidence_in(block))
        self._starts = [start for start, _ in found]
        self.last = {rung: start for start, rung in found}

    def any_between(self, start: int, end: int) -> bool:
        return bisect_left(self._starts, start) < bisect_left(self._starts, end)


class _Surroundings:
    """What stands around a vague source and may give it a name."""

    def __init__(self, document: Document) -> None:
        self._document = document
        blocks = [b for b in document.prose if b.kind is not BlockKind.HEADING]
        self._next: dict[int, Block] = {id(one): two for one, two in pairwise(blocks)}
        self._evidence: dict[int, _Evidence] = {}
        self._cited: dict[int, bool] = {}

    def name(self, source: VagueSource) -> bool:
        """Whether the source is named, linked or cited in its paragraph or the next one."""
        following = self._next.get(id(source.block))
        if self._is_cited(source.block) or (following is not None and self._is_cited(following)):
            return True
        if source.kind == "one study" and self._cites:
            return True  # an article about one study may name it further down
        named_by = _NAMED_BY.get(source.kind, frozenset())
        here = self._in(source.block)
        if any(here.last.get(rung, -1) >= source.phrase[1] for rung in named_by):
            return True
        if here.any_between(source.sentence.start, source.phrase[0]):
            return True
        if here.any_between(source.phrase[1], source.sentence.end):
            return True
        return following is not None and any(rung in named_by for rung in self._in(following).last)

    @cached_property
    def _cites(self) -> bool:
        blocks = self._document.prose
        return any(Rung.CITED in self._in(block).last for block in blocks)

    def _in(self, block: Block) -> _Evidence:
        if id(block) not in self._evidence:
            self._evidence[id(block)] = _Evidence(block)
        return self._evidence[id(block)]

    def _has_footnote(self, block: Block) -> bool:
        marks = self._document.footnotes
        index = bisect_left(marks, block.span)
        return index < len(marks) and marks[index].start < block.span.end

    def _is_cited(self, block: Block) -> bool:
        key = id(block)
        if key not in self._cited:
            document = self._document
            self._cited[key] = (
                any(is_evidence(link) for link in document.links_in(block.span))
                or self._has_footnote(block)
                or Rung.CITED in self._in(block).last
            )
        return self._cited[key]
