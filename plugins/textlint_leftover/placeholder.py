"""A place that was to be filled in was not.

"[Insert quote]", "Dear {{first_name}}", "Lorem ipsum dolor", "grew by XX%", "Title goes here": an author, a
template or a program left room for something, and the page went out without it.

A placeholder is known by its grammar: a verb such as insert or add with what is to be inserted, your or our
with the name of a field, a slot's name with "here". Front matter and headings are read too.

**How to fix.** Fill it in or take the sentence out. Then search the page for other brackets.

**Known limits.** Code, quotations, tables and articles about templates are left alone, and so are braces
in files that a template engine fills in (Liquid tags, filters, Hugo shortcodes). "[insert joke here]" in
the middle of a sentence may be meant: a warning there, as are "XX%" and "TK". A bare "[Name]" counts
beside another placeholder or slot, or in capitals inside a sentence; it is a warning too. Where a body is
full of different descriptions ("[Study Title]", "[Main Benefit 1]"), one finding names all of them. An
article about how letters, e-mails, CVs or contracts are written shows its readers blanks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textlint.document import Block, BlockKind, Document, fold
from textlint.lazy import lazy_pattern
from textlint.model import Hit, Related, Severity
from textlint.phrases import PhraseMatch, PhraseTable
from textlint.rule import Context, bad, good, rule
from textlint_leftover import placeholder_patterns as patterns
from textlint_leftover.blanks import described_blanks, is_about_blanks
from textlint_leftover.mention import Mentions

_HERE = lazy_pattern(r"\bhere\W*\Z")
_SLOT = "the name of something that was to follow"
_NUMBER = "a number that was to follow"
_REMARK = "a remark about what was to follow"
_NUMBER_CLUES = ("XX", "TK", "DD", "[X")
# One of these is in every placeholder that is not a block of its own.
_CLUES = ("[", "{", "|", "%%", "XX", "TK", "TODO", "FIXME", "TBD", "DD")
_IN_FOLDED = tuple(
    {fold(clue) for clue in _CLUES} - {"dd"} | {"dd/mm", "dd.mm", "dd-mm", "(insert "}
)
_Found = tuple[Block, int, int, str]  # a range of a block's text, and what it is
_MOST_RELATED = 50
_LONGEST_SLOT = 80  # code points of a block that is nothing but the name of a slot


def _reads(block: Block) -> bool:
    return block.is_prose or block.kind in (BlockKind.META, BlockKind.ALT)


@rule(
    "leftover/placeholder",
    summary="A placeholder that was never filled in.",
    message='"{text}" is {what}. Fill it in or take it out.',
    severity="error",
    phrases=[PhraseTable.load("textlint_leftover", "placeholder-text.csv")],
    reads=_reads,
    clues=(*_IN_FOLDED, " here", "lorem ipsum"),
    examples=[
        bad(
            "The mayor said: [Insert quote from press office]\n",
            at="[Insert quote from press office]",
        ),
        bad(
            "---\ntitle: Title Goes Here\n---\nThe bells of Orvik ring again.\n",
            at="Title Goes Here",
        ),
        bad("Dear {{first_name}}, the bells of Orvik ring again.\n", at="{{first_name}}"),
        bad("# Lorem ipsum dolor sit amet\n\nThe bells ring.\n", at="Lorem ipsum dolor"),
        bad(
            "A good [primary keyword] is worth its price, says [Your Name].\n",
            at=["[primary keyword]", "[Your Name]"],
        ),
        bad("Ringing rose by XX% in May.\n", at="XX%"),
        bad("---\ndescription: ok\n---\n\nYour content goes here\n", at="Your content goes here"),
        bad("The bells were blessed by [Doctor Name].\n", at="[Doctor Name]"),
        bad("Replace [CITY] with your town before publishing.\n", at="[CITY]"),
        bad("Ringers wanted in [CITY], [DATE].\n", at=["[CITY]", "[DATE]"]),
        bad("[Hier Namen einfügen] läutet die Glocken.\n", at="[Hier Namen einfügen]"),
        good("Type `[Insert quote]` where the quote belongs.\n", why="in code"),
        good(
            "“We gave [your mother] the key,” he said.\n",
            why="an editor's insertion in a quotation",
        ),
        good(
            "Beat the butter [add the eggs one at a time], then [insert a skewer: it should be dry].\n",
            why="orders to a cook",
        ),
        good(
            "The screen says [insert coin], and “[your name]” is still first on its list. Press [name].\n",
            why="what is written on a machine",
        ),
        good(
            "The command `new` fills a draft with paragraphs of *lorem ipsum dolor sit amet*.\n",
            why="the filler text by its name",
        ),
        good("[Enter the city guard, in armour.]\n", why="a stage direction"),
        good("[Insert](https://bells.example/insert) opens the form.\n", why="the text of a link"),
        good(
            "See [your account]({{ site.url }}/me) and [add a name](#name).\n",
            why="links of a template engine",
        ),
        good(
            "## Our letter template\n\nDear [Your Name], …\n", why="the article is about a template"
        ),
        good(
            "The XX Corps crossed the river [1], see [Figure 2].\n",
            why="a Roman number and references",
        ),
    ],
)
def placeholder(document: Document, context: Context) -> Iterator[Hit]:
    found = [
        (match.block, match.start, match.end, match.phrase.fields["source"])
        for match in context.phrases
        if not _is_named(match)
    ]
    bare: list[_Found] = []
    lone = False
    engine: bool | None = None
    for block in context.clued:
        text = block.folded
        if (
            len(text) < _LONGEST_SLOT
            and (" here" in text or "lorem ipsum" in text)
            and _reads(block)
        ):
            if patterns.GOES_HERE.fullmatch(text) and not _is_spoken_of(document, text):
                start = len(text) - len(text.lstrip())
                found.append((block, start, len(text.rstrip()), "a placeholder"))
        may_hold = any(map(block.text.__contains__, _CLUES)) or "(insert " in text
        if not may_hold or not _reads(block):
            continue
        filled, slots = _in_brackets(block)
        found += filled
        bare += slots
        lone = lone or any(_is_in_capitals(*slot[:3]) for slot in slots)
        for match in patterns.IN_PARENTHESES.finditer(text):
            found.append((block, *match.span(), _REMARK))
        if "{" in text or "|" in text or "%%" in text:
            if engine is None:
                engine = bool(patterns.ENGINE.search(document.source))
            if not engine:
                bare.extend((block, *m.span(), _SLOT) for m in patterns.BRACED_SLOT.finditer(text))
                fields = [*patterns.BRACED.finditer(text)]
                if not fields and document.format in ("html", "text"):
                    fields = [*patterns.SNAKE.finditer(text)]
                elif not fields and not _shows_code(document):
                    fields = [*patterns.CONSTANT.finditer(block.text)]
                found.extend((block, *m.span(), "a field of a template") for m in fields)
        if block.kind is BlockKind.PARAGRAPH and patterns.TO_DO.match(block.text):
            found.append((block, 0, len(block.text.rstrip()), _REMARK))
        if any(clue in block.text for clue in _NUMBER_CLUES):
            for match in patterns.NUMBERLESS.finditer(block.text):
                found.append((block, *match.span(), _NUMBER))
    mentions = Mentions(document)
    described = [] if _shows_code(document) else described_blanks(document, mentions)
    if not found and not bare and not described:
        return
    found, bare = _said(mentions, found), _said(mentions, bare)
    if described:
        found = [item for item in found if item[3] is not _SLOT]
    elif found:
        found += bare
    elif bare and _are_slots(document, bare, lone=lone):
        found = bare
    if not (found or described) or is_about_blanks(document):
        return
    yield from map(_hit, found)
    known = {(block, start) for block, start, *_ in found}
    others = [place for place in described if place[:2] not in known]
    if others:
        yield _described(others)


def _is_named(match: PhraseMatch) -> bool:
    """Whether a sentence only names the filler text: "three paragraphs of lorem ipsum dolor"."""
    return match.text.startswith("lorem") and match.block.text[: match.start].strip() != ""


def _is_spoken_of(document: Document, text: str) -> bool:
    """Whether a lone "Lorem ipsum" is the subject of the article under it."""
    if "lorem" not in text:
        return False
    blocks = [b.folded for b in document.prose if "lorem ipsum" in b.folded]
    return any(" dolor" not in other and len(other) > _LONGEST_SLOT for other in blocks)


def _in_brackets(block: Block) -> tuple[list[_Found], list[_Found]]:
    """Return what stands in square brackets: placeholders, and bare names of slots."""
    found: list[_Found] = []
    bare: list[_Found] = []
    text = block.folded
    for match in patterns.BRACKETS.finditer(text):
        inner = match.group(1).strip()
        if patterns.BRACKETED.fullmatch(inner) or patterns.BRACKETED_ABROAD.fullmatch(inner):
            unsure = inner.startswith(("todo", "tb", "to ")) or " to be " in inner
            unsure = unsure or patterns.GOES_ON.match(inner) is not None
            found.append((block, *match.span(), _REMARK if unsure else "a placeholder"))
            continue
        titled = patterns.TITLED_SLOT.fullmatch(block.text, *match.span(1)) is not None
        if titled or patterns.BARE_SLOT.fullmatch(inner):
            before = max(0, match.start() - 12)
            if not patterns.NAMES_SLOT.search(text, before, match.start()):
                (found if titled else bare).append((block, *match.span(), _SLOT))
            elif patterns.BEFORE_POSTING.search(text, match.end()):
                found.append((block, *match.span(), _REMARK))
    return found, bare


def _is_in_capitals(block: Block, start: int, end: int) -> bool:
    """Whether "[CITY]" or "[Source]" stands in a sentence, where its value belongs."""
    slot = block.text[start + 1 : end - 1]
    governed = patterns.GOVERNS_SLOT.search(block.folded, max(0, start - 12), start)
    return governed is not None and slot[0].isupper() and block.kind is not BlockKind.HEADING


def _are_slots(document: Document, bare: list[_Found], *, lone: bool) -> bool:
    """Whether words in brackets are slots where nothing else in the document is one.

    Different ones are, or a single one in capitals in a sentence. What comes back is a defined term
    or a name that is kept back; beside code it is an argument.
    """
    if _shows_code(document) or _is_form(document):
        return False
    if lone and len(bare) == 1:
        return True
    return len({block.folded[start:end] for block, start, end, _ in bare}) == len(bare) > 1


def _shows_code(document: Document) -> bool:
    return any(block.kind in (BlockKind.CODE, BlockKind.MATH) for block in document.blocks)


def _is_form(document: Document) -> bool:
    """Whether a document is to be filled in by hand: "this ____ day of", "signed: ________"."""
    return any(patterns.BLANK.search(block.text) for block in document.prose)


def _said(mentions: Mentions, found: list[_Found]) -> list[_Found]:
    """Return what is said and not shown as an example."""
    return [
        f for f in found if not mentions.is_set_apart(*f[:3]) and not _is_shown_list(mentions, f[0])
    ]


def _hit(found: _Found) -> Hit:
    block, start, end, what = found
    text = block.text[start:end]
    unsure = what in (_NUMBER, _REMARK, _SLOT) or (
        _HERE.search(text[:-1].lower()) is not None and len(block.text) > len(text) + 20
    )
    shown = text if len(text) <= 80 else text[:79] + "…"
    return Hit(
        block.span_at(start, end),
        {"text": shown, "what": what},
        severity=Severity.WARNING if unsure else Severity.ERROR,
    )


def _described(places: list[tuple[Block, int, int]]) -> Hit:
    """Return one hit for all blanks of a body that is full of them: at the first, with the others."""
    (block, start, end), *others = places
    hit = _hit((block, start, end, _SLOT))
    related = [Related(b.span_at(first, last), "another one") for b, first, last in others]
    return replace(hit, related=tuple(related[:_MOST_RELATED]))


def _is_shown_list(mentions: Mentions, block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM and mentions.is_introduced(block)
