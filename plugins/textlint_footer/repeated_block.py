"""The same closing block stands at the end of several files of a directory.

What ends every article of a folder is not part of any of them: it came with the page that they were
taken from, and it goes stale in all of them at once. This is seen from the repetition alone, so it
works in any language.

**How to fix.** Delete the block from the files, or move it into the template of the site.

**Known limits.** At least three files of one directory must end in the block, six where it is longer
than twelve words. Headings, licence and copyright notices, blocks that name the author of the file and
sentences that send to a page by a link are no furniture and are left out, and so are documents with
blocks of code: manuals end many pages alike. In blocks of up to twelve words digits do not count: a
time of day may differ. In scripts without blanks two letters are taken for a word, four in Thai and its like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from textlint.collection import (
    Comparison,
    Entry,
    Found,
    Role,
    Shared,
    Stage,
    fixed_hash,
    mixed,
    role_of,
)
from textlint.document import OBJECT, Block, BlockKind, Document
from textlint.families import Families
from textlint.lazy import lazy_pattern
from textlint.metadata import AUTHOR, values
from textlint.model import Hit, Related, Span
from textlint.rule import bad, collection_rule, good
from textlint.words import UNSPACED

_LAST_BLOCKS = 6
_FEWEST_BEFORE = 2  # blocks of the article itself
_FEWEST_WORDS, _MOST_WORDS = 2, 60
_LONGEST_LABEL = 12  # words; in anything longer, other figures are another content
_PROSE = (
    2  # times as many files must end in a longer block: a series may well have a closing remark
)
_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_LEGAL = lazy_pattern(
    r"li[cz]en[cstz]|copyright|©|\(c\)|creative commons|cc[ -]by|public domain|rights reserved"
    r"|droits réservés|rechte vorbehalten|derechos reservados|direitos reservados|diritti riservati"
    r"|лиценз|авторск\w+ прав|права защищены|版权|版權|許諾|许可|著作権|저작권|라이선스"
)
_KANA = "\u3040"
_HAN_LETTERS, _THAI_LETTERS = 2, 4  # of a word
_DIGITS = lazy_pattern(r"\d+")


@dataclass(frozen=True, slots=True)
class Options:
    """`files` of one directory that must end in the block."""

    files: int = 3

    def __post_init__(self) -> None:
        if self.files < 2:
            raise ValueError("files must be 2 or more")


def _closing_blocks(document: Document) -> list[tuple[int, Block]]:
    """Return the last blocks that could be furniture, in order, each with the hash of its words.

    The last bit of the hash is set for a label, a block of few words.
    """
    if any(block.kind is BlockKind.CODE for block in document.blocks):
        return []
    authors = " ".join(value.value.lower() for value in values(document, AUTHOR)).split()
    found: list[tuple[int, Block]] = []
    for block in document.prose[_FEWEST_BEFORE:][-_LAST_BLOCKS:]:
        folded = " ".join(block.folded.split())
        if block.kind not in _KINDS or block.in_quote or "footnote" in block.containers:
            continue
        size = _size(block)
        if not _FEWEST_WORDS <= size <= _MOST_WORDS or _LEGAL.search(folded):
            continue
        if _refers(document, block):
            continue
        if not any(name in folded for name in authors if len(name) > 2):
            is_label = size <= _LONGEST_LABEL
            words = _DIGITS.sub("0", folded) if is_label else folded
            found.append((fixed_hash(words) >> 1 << 1 | is_label, block))
    return found


def _size(block: Block) -> float:
    """Return the number of words, in a script without blanks a guess from the number of letters."""
    letters = [] if block.text.isascii() else UNSPACED.findall(block.text)
    if len(letters) <= len(block.text) / 2:
        return block.word_count
    return len(letters) / (_HAN_LETTERS if letters[0] >= _KANA else _THAI_LETTERS)


def _refers(document: Document, block: Block) -> bool:
    """Whether the block is a sentence with a link or code in it: "See the [manual](…) for more.".

    So is an item of a list that leads to another site, as in a list of sources.
    """
    if block.kind is BlockKind.LIST_ITEM:
        return any(link.is_external for link in document.links_in(block.span))
    if not block.text.rstrip().endswith((".", "。")):
        return False
    return OBJECT in block.text or bool(document.links_in(block.span))


def _make(document: Document, options: Any) -> bytes | None:
    """Return eight bytes for each of the last blocks, None without any."""
    data = b"".join(key.to_bytes(8, "big") for key, _ in _closing_blocks(document))
    return data or None


def _by_block(entry: Entry, shared: Shared) -> Iterator[tuple[int, Any]]:
    if role_of(entry.doc) is Role.MEMBER:
        folder = fixed_hash(entry.folder)
        data = entry.fingerprint
        for key in {int.from_bytes(data[i : i + 8], "big") for i in range(0, len(data), 8)}:
            yield mixed(folder, key), (folder, key, entry.doc)


def _repeated(key: int, places: Sequence[Any], shared: Shared) -> Iterator[Any]:
    folder, block = places[0][:2]
    if len(places) >= shared.options.files * (1 if block & 1 else _PROSE):
        yield folder, block, tuple(doc for _, _, doc in places)


def _by_directory(record: Any, shared: Shared) -> Iterator[tuple[int, Any]]:
    yield record[0], record[1:]


def _grouped(folder: int, blocks: Sequence[Any], shared: Shared) -> Iterator[Found]:
    """Yield one finding for all blocks that end the same files, at the first of these."""
    families = Families()
    for _, docs in blocks:
        for one, two in pairwise(docs):
            families.join(one, two)
    counts = Counter(doc for _, docs in blocks for doc in docs)
    shared_by: dict[int, list[int]] = {}
    for block, docs in blocks:
        shared_by.setdefault(families.of(docs[0]), []).append(block)
    for name, members in families.members().items():
        first = min(members, key=lambda doc: (-counts[doc], doc))
        others = tuple(doc for doc in members if doc != first)
        yield Found(first, others, tuple(sorted(shared_by[name])))


_MILL = "# The mill\n\nThe mill by the weir grinds again.\n\nIts wheel was carved anew.\n"
_FAIR = "# The fair\n\nThe fair drew more people than ever.\n\nAnd more geese.\n"
_ROAD = "# The road\n\nThe road to Hollin is open again.\n\nAt least for bicycles.\n"
_CALL = "Tell us what you think and win a basket of apples"
_FRENCH = "Retrouvez toute notre actualité sur votre téléphone"


@collection_rule(
    "footer/repeated-block",
    summary="Several files of a directory end in the same block.",
    message='{count} {these} end in the same block: "{text}"{more}.',
    fingerprint=_make,
    options=Options,
    stages=(Stage(_by_block, _repeated, at_least=2), Stage(_by_directory, _grouped)),
    examples=[
        bad(
            f"{_MILL}\n{_CALL}\n",
            at=_CALL,
            filename="a.md",
            beside={"b.md": f"{_FAIR}\n{_CALL}\n", "c.md": f"{_ROAD}\n{_CALL}\n"},
        ),
        bad(
            f"{_MILL}\n{_FRENCH}\n",
            at=_FRENCH,
            filename="fr/a.md",
            beside={"fr/b.md": f"{_FAIR}\n{_FRENCH}\n", "fr/c.md": f"{_ROAD}\n{_FRENCH}\n"},
        ),
        bad(
            f"{_MILL}\nLast seen 08:41 today\n\n{_CALL}\n",
            at=f"Last seen 08:41 today\n\n{_CALL}",
            filename="a.txt",
            beside={
                "b.txt": f"{_FAIR}\nLast seen 17:05 today\n\n{_CALL}\n",
                "c.txt": f"{_ROAD}\nLast seen 09:30 today\n\n{_CALL}\n",
            },
        ),
        good(
            f"{_MILL}\n{_CALL}\n",
            filename="a.md",
            beside={"b.md": f"{_FAIR}\n{_CALL}\n", "c.md": _ROAD},
            why="two files may well agree",
        ),
        good(
            f"{_MILL}\n{_CALL}\n",
            filename="a/a.md",
            beside={"b/b.md": f"{_FAIR}\n{_CALL}\n", "c/c.md": f"{_ROAD}\n{_CALL}\n"},
            why="three directories",
        ),
        good(
            f"{_MILL}\nSee the [map](map.md) for all mills.\n",
            filename="a.md",
            beside={
                "b.md": f"{_FAIR}\nSee the [map](map.md) for all mills.\n",
                "c.md": f"{_ROAD}\nSee the [map](map.md) for all mills.\n",
            },
            why="a reference of the author's",
        ),
        good(
            f"{_MILL}\nThis text is under a Creative Commons licence.\n",
            filename="a.md",
            beside={
                "b.md": f"{_FAIR}\nThis text is under a Creative Commons licence.\n",
                "c.md": f"{_ROAD}\nThis text is under a Creative Commons licence.\n",
            },
            why="a licence belongs to each file",
        ),
    ],
)
def repeated_block(comparison: Comparison) -> Iterator[Hit]:
    keys = frozenset(comparison.values)
    blocks = _blocks_of(comparison.document, keys)
    related = tuple(
        Related(_span(there), "the same block", path)
        for other, path in zip(comparison.others, comparison.paths, strict=False)
        if other is not None and (there := _blocks_of(other, keys))
    )
    if blocks:
        text = blocks[0].text
        more = len(blocks) - 1
        yield Hit(
            _span(blocks),
            {
                "count": len(comparison.paths) + 1,
                "these": "articles of this file"
                if comparison.in_file
                else "files of this directory",
                "text": text if len(text) <= 60 else f"{text[:57].rstrip()}…",
                "more": f" and {more} more" if more else "",
            },
            related=related,
        )


def _blocks_of(document: Document, keys: frozenset[int]) -> list[Block]:
    return [block for key, block in _closing_blocks(document) if key in keys]


def _span(blocks: list[Block]) -> Span:
    return blocks[0].content_span.cover(blocks[-1].content_span)
