"""An order to whoever writes the text, left where its result belongs: in front matter, in a comment.

"Write 150 characters max, include the main keyword" as a description, "canal, walk, repeat each keyword
four times" as keywords: a clause begins with what a writer is told to do, and the value names what only
a field of a page has: so many characters, the main keyword, a call to action, "here".
"""

from __future__ import annotations

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint_leftover.reply_patterns import one_of

_TOLD = one_of(
    """write use add insert include mention repeat keep place put start begin end choose pick summari[sz]e
    make limit avoid work describe fit stay enter paste fill_in provide target separate optimi[sz]e
    generate create do_not don't"""
)
# What a clause of the value begins with: not "How to write", not "people who use".
_ORDERS = lazy_pattern(
    rf"(?:\A|[,;.:(\[/–—|-] ?|\band |\bthen )[\W_]{{0,4}}(?:please |always |must |to )?{_TOLD}\b"
)
_BEGINS_WITH_ORDER = lazy_pattern(rf"[\W_]{{0,4}}(?:please |always |must )?{_TOLD}\b")
_KEY = "key ?(?:words?|phrases?)"
_MAIN = one_of(
    "main focus primary target secondary exact(?:-match)? long[- ]tail lsi seo related chosen"
)
# How long the value is to be.
_LIMIT = lazy_pattern(
    r"\b\d{2,3}(?: ?(?:-|–|to) ?\d{2,3})? (?:characters|chars)\b|\bcharacter limit\b"
    r"|\b(?:max(?:imum)?(?: of)?|up to|under|at most|no more than|within|fewer than"
    r"|less than) \d{1,3} words\b"
    r"|\b\d{1,3} words (?:max|or (?:less|fewer))\b"
)
# What it is to hold.
_HOLDS = lazy_pattern(
    rf"\b(?:{_MAIN},? (?:\w+ )?{_KEY}|(?:each|every|the|your|all|this|both"
    rf"|\d{{1,2}}(?: ?[-–] ?\d{{1,2}})?|two|three"
    rf"|four|five|some|more|relevant) (?:\w+ )?{_KEY})\b(?! (?:research|planner|tools?|search))"
    r"|\b(?:call to action|cta)\b|\bsearch intent\b"
)
# Where it belongs.
_PART = lazy_pattern(
    r"\b(?:first|second|last|opening|closing|every|each) (?:paragraph|sentence|heading|section)\b"
    r"|\b(?:one|two|a|the"
    r"|every|each) (?:h[1-3]|sub-?headings?)\b|\b(?:in|for) the (?:title|intro|introduction|conclusion"
    r"|url|slug|body)\b"
    r"|\b(?:once|twice|\w+ times)\b|\bdensity\b"
)
_FIELD_HERE = lazy_pattern(
    rf"\b(?:insert|add|enter|paste|put|write|place|your) (?:[\w–-]+ ){{0,4}}?(?:meta "
    rf"|seo )?(?:description|title|{_KEY}"
    r"|tags?|summary|excerpt|slug|subtitle|author|category|caption|teaser) here\b"
)
# "Two sentences that contain the keyword", "primary keyword, secondary keyword": what belongs into the field.
_DESCRIBES = lazy_pattern(
    r"\W*(?:meta descriptions?|seo titles?|summary in \d)\b|\W*(?:(?:an?|one|two|or|three|catchy|short"
    r"|brief|compelling|engaging|unique|seo|\d) ){1,5}(?:meta )?"
    r"(?:descriptions?|titles?|sentences?|summary|teaser|tagline|blurb)\b"
)
_NAMES_KEY = lazy_pattern(rf"\b{_KEY}\b")
_KINDS_OF_KEY = lazy_pattern(
    rf"(?:(?:\A|[,;|] ?)\W{{0,3}}(?:your )?{_MAIN} {_KEY}\b){{2}}"
    rf"|(?:\A|[,;|] ?)\W{{0,3}}(?:\d{{1,2}}(?: ?[-–] ?\d{{1,2}})?|a few|some) (?:more|other|related"
    rf"|additional) {_KEY}\b"
)
# In the article itself: it is about what would otherwise be an order.
_SUBJECT = lazy_pattern(
    rf"\b{_KEY}\b|\bcalls? to action\b|\bseo\b|\bmeta descriptions?\b|\bfront ?matter\b"
)
_LONGEST = 300  # code points


def is_order_for_field(text: str) -> bool:
    """Whether the folded value of a field in front matter says how the value is to be written."""
    if len(text) > _LONGEST:
        return False
    if _KINDS_OF_KEY.search(text):
        return True
    if _DESCRIBES.match(text) and (_LIMIT.search(text) or _NAMES_KEY.search(text)):
        return True
    if _ORDERS.search(text) is None:
        return False
    limited = _LIMIT.search(text) is not None and _BEGINS_WITH_ORDER.match(text) is not None
    return limited or bool(_HOLDS.search(text) or _FIELD_HERE.search(text))


def is_order_for_text(text: str) -> bool:
    """Whether a folded comment says which keywords the text is to hold, and where or how often."""
    if len(text) > _LONGEST or _BEGINS_WITH_ORDER.match(text) is None:
        return False
    return _HOLDS.search(text) is not None and bool(_PART.search(text) or _LIMIT.search(text))


def is_subject(document: Document) -> bool:
    """Whether the prose speaks of keywords or of fields, which are its subject then."""
    return any(_SUBJECT.search(block.folded) for block in document.prose)
