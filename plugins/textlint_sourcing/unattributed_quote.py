"""Somebody is quoted and nobody is said to have spoken.

A quotation of a whole sentence stands in a paragraph without a speaker: no name, no verb of speech,
no link, neither there nor in the paragraphs around it. A rewrite has kept the words and lost the one
who said them.

**How to fix.** Say who said it and where, or drop the quotation.

**Known limits.** Only quotations of eight words and more that make a sentence are read. Questions,
texts with dialogue, epigraphs, titles and quotations after a colon stay silent. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_sourcing.attribution import TOKEN, is_name
from textlint_sourcing.vocabulary import words

FEWEST_WORDS = 8
# Above this share of paragraphs that begin with a quotation mark, people are talking.
DIALOGUE = 0.2
_SENTENCE = lazy_pattern(r"[\"“«„][A-Z].*[.!…,]['’]?[\"”»“]\Z", re.DOTALL)
# Words that say what a quotation is, without a verb of speech.
_NAMES_IT = lazy_pattern(
    r"\b(?:according|quot\w+|words?|motto|slogan|titled|entitled|named|headlines?|sign|signs|message|phrase"
    r"|line|lines|like|such as|read|reads|reading|called|calls?|known as|title|label\w*|lyrics?|song|prompt"
    r"|answer\w*|question\w*|think|thinking|thought|feel|mean\w*|put it|goes|went|definition|defin\w+"
    r"|proverb|saying|sayings|rule|idea|concept|heard|hear|example|e\.g|imagine|something|ask\w*)\b"
)

_DATES = frozenset(
    {
        *["january", "february", "march", "april", "may", "june", "july", "august", "september"],
        *["october", "november", "december", "monday", "tuesday", "wednesday", "thursday"],
        *["friday", "saturday", "sunday"],
    }
)


@rule(
    "sourcing/unattributed-quote",
    summary="A sentence is quoted and nobody is named as its speaker.",
    message="This quotation has no speaker here or in the paragraphs around it.",
    severity="note",
    confidence="low",
    languages=("en",),
    examples=[
        bad(
            "The wall leaks.\n\n“It was only ever meant to stand for ten years or so.” Now the steps\n"
            "are shut.\n\nA bus runs instead.\n",
            at="“It was only ever meant to stand for ten years or so.”",
        ),
        bad(
            'The fare rises in May. "Nobody in this town will ever pay that much for a ferry."\n',
            at='"Nobody in this town will ever pay that much for a ferry."',
        ),
        bad(
            "A new quay is planned. “We can finally build something that will outlive us all.” Work\n"
            "begins in June, and the old quay is sold.\n",
            at="“We can finally build something that will outlive us all.”",
        ),
        good(
            "The wall leaks. “It was only ever meant to stand for ten years,” said Ilse Brand.\n",
            why="the speaker is named",
        ),
        good(
            "Ilse Brand was not surprised.\n\n“It was only ever meant to stand for ten years or so.” She\n"
            "shrugged.\n",
            why="the speaker stands in the paragraph before",
        ),
        good(
            "The sign on the door reads: “Nobody who has not washed their hands may enter.”\n",
            why="a text on a sign",
        ),
        good(
            "It is a “digital twin of the whole harbour and all its many ships”.\n",
            why="no sentence",
        ),
    ],
)
def unattributed_quote(document: Document, context: Context) -> Iterator[Hit]:
    blocks = [b for b in document.prose if b.kind is BlockKind.PARAGRAPH and not b.in_quote]
    talking = sum(1 for block in blocks if block.text[:1] in '"“«„‘')
    if not blocks or (len(blocks) > 4 and talking > DIALOGUE * len(blocks)):
        return
    for number, block in enumerate(blocks):
        if '"' not in block.folded or not any(
            _is_sentence(block, *quotation) for quotation in block.quotations
        ):
            continue
        around = blocks[max(number - 1, 0) : number + 2]
        if any(_has_speaker(near) for near in around) or document.links_in(block.span):
            continue
        for start, end in block.quotations:
            before = block.text[max(start - 3, 0) : start].rstrip()
            if _is_sentence(block, start, end) and not before.endswith((":", ",", "-", "–", "—")):
                yield Hit(block.span_at(start, end))


def _is_sentence(block: Block, start: int, end: int) -> bool:
    text = block.text[start:end]
    return text.count(" ") >= FEWEST_WORDS - 1 and _SENTENCE.match(text) is not None


def _has_speaker(block: Block) -> bool:
    """Whether anything outside the quotations can be a speaker or says what is quoted."""
    outside = _without_quotations(block)
    folded = outside.lower()
    if _NAMES_IT.search(folded) or "\ufffc" in outside:
        return True
    for sentence in block.sentences:
        for token in TOKEN.finditer(outside, sentence.start, sentence.end):
            word = token.group().lower()
            if word in words("speech", "report", "body", "publication"):
                return True
            if token.start() > sentence.start and is_name(block, token, sentence.start):
                if word not in _DATES:
                    return True
            if word in ("he", "she", "i", "we", "you", "me", "my", "our", "your"):
                return True
    return False


def _without_quotations(block: Block) -> str:
    """Return the text with blanks for its quotations, of the same length."""
    pieces: list[str] = []
    done = 0
    for start, end in block.quotations:
        pieces += [block.text[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, block.text[done:]])
