"""Blanks for readers and for authors: texts that show some on purpose, and bodies full of others.

An article about letters, CVs, contracts or e-mails holds what its readers fill in. Elsewhere a dozen
different descriptions in square brackets ("[Study Title]", "[Main Benefit 1]", "[Brief summary of the
plot]") are the template that an author was given.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint_leftover.mention import Mentions
from textlint_leftover.placeholder_patterns import ABOUT_TEMPLATES, BARE_SLOT, BRACKETS
from textlint_leftover.reply_patterns import one_of

FEWEST_BLANKS = 6  # different ones; an editor's insertions are fewer, or not of these kinds
SHORTEST_TEXT, LONGEST_TEXT = 3, 200  # code points in a blank

# What people write to others with blanks in it.
_WRITTEN = one_of(
    """letters? e-?mails? cvs? r[eé]sum[eé]s? contracts? agreements? invoices? memos? speech(?:es)? toasts?
    pitch(?:es)? invitations? eulog(?:y|ies) obituar(?:y|ies) press_releases? proposals? petitions? forms?
    voicemails? messages? bios? complaints? statements? out-of-office replies scripts?"""
)
_SHOWING = one_of(
    """how_to_(?:write|word|draft|ask|answer|say|resign|address|sign) write writing draft drafting wording
    samples? examples? formats? layouts? tips outline"""
)
# "How to write a resignation letter", "Sample cover letters", "Your email: an example".
_ABOUT_WRITING = lazy_pattern(
    rf"\b{_SHOWING}\b[^.!?]{{0,40}}\b{_WRITTEN}\b|\b{_WRITTEN}\b[^.!?]{{0,40}}\b{_SHOWING}\b"
)
# What speaks of blanks to readers.
_FILLED_IN = lazy_pattern(
    r"\b(?:fill(?:ed|ing)? (?:in|out)|replac\w+|swap\w*|copy[ -](?:and )?past\w+|samples?|scripts?"
    r"|worksheets?|prompts?|brackets?|exercises?|user stor(?:y|ies)|arguments?|syntax|command line)\b"
)
_KIND = one_of(
    """names? titles? dates? numbers? topics? authors? agenc(?:y|ies) areas? locations? institutions?
    compan(?:y|ies) departments? positions? roles? members? conferences? journals? amounts? links?
    strengths? weakness(?:es)? elements? features? benefits? points? audiences? sections? paragraphs?
    examples? summar(?:y|ies) descriptions? products? services? keywords? urls? quotes? sources? cit(?:y|ies)
    themes? genres? images? captions? headings? details? steps? reasons? results? takeaways? sponsors?
    venues?"""
)
_ORDERED = one_of(
    """brief short detailed opening closing compelling honest concise engaging one-sentence explanation
    description summary overview wrap_up first second third another main key specific personal optional"""
)
# What a blank is called: by the kind of thing, with a number, as an order, as an open question.
_NAMES_BLANK = lazy_pattern(
    rf"(?:[\w/'&-]+ ){{0,3}}{_KIND}(?: \d)?"
    r"|(?:[a-z'/&-]+ ){1,4}\d"
    rf"|{_ORDERED} (?:[\w'-]+ ){{0,3}}{_KIND}\b.*"
    rf"|(?:brief|short|detailed|concise|honest) [a-z]+ (?:of|about|on|but|and) .*"
    r"|(?:what|why|how|who|where) (?:[\w'-]+ ){2,8}[\w'-]+"
    r"|.*(?: [-–—] |, )(?:e\.g\.|focus|what|how|why)\b.*"
)
# "[1]", "[sic]", "[Music]", "[John 3:16]": one word that is no slot, or a reference.
_OTHER = lazy_pattern(
    r"(?:fig|figure|table|eq|equation|section|chapter|ref|note|see|page|p|vol|appendix|step|video|image"
    r"|photo|map|chart|listen|watch|read)\b.*|.*\d{2,}.*|.*https?:.*"
)


def is_about_blanks(document: Document) -> bool:
    """Whether a document shows its readers blanks on purpose: it speaks of templates, or its title or a
    heading of how letters and the like are written."""
    title = document.title.lower() if document.title else ""
    if ABOUT_TEMPLATES.search(title) or _ABOUT_WRITING.search(title):
        return True
    naming = 0
    for block in document.prose:
        if block.kind is BlockKind.HEADING and _ABOUT_WRITING.search(block.folded):
            return True
        naming += ABOUT_TEMPLATES.search(block.folded) is not None
        if naming == 2:
            return True
    return False


def described_blanks(document: Document, mentions: Mentions) -> list[tuple[Block, int, int]]:
    """Return the ranges of blanks in a body that is full of different ones, else nothing.

    Half of them must be called as blanks are; the text must not speak of filling in.
    """
    if document.source.count("[") < FEWEST_BLANKS:
        return []
    found = [
        (block, start, end)
        for block in document.blocks
        if "[" in block.text and (block.is_prose or block.kind is BlockKind.META)
        for start, end in _blanks(block)
        if not mentions.is_set_apart(block, start, end)
    ]
    different = {block.folded[start + 1 : end - 1].strip() for block, start, end in found}
    named = sum(_is_named(text) for text in different)
    if len(different) < FEWEST_BLANKS or named * 2 < len(different):
        return []
    if mentions.is_about_chatbots or any(_FILLED_IN.search(b.folded) for b in document.prose):
        return []
    return found


def _blanks(block: Block) -> Iterator[tuple[int, int]]:
    for match in BRACKETS.finditer(block.folded):
        text = match[1].strip()
        if SHORTEST_TEXT <= len(text) <= LONGEST_TEXT and text[0].isalpha():
            if not _OTHER.fullmatch(text) and (" " in text or _is_named(text)):
                yield match.span()


def _is_named(text: str) -> bool:
    return BARE_SLOT.fullmatch(text) is not None or _NAMES_BLANK.fullmatch(text) is not None
