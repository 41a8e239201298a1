"""Lines of a Markdown body that are markup as a whole, or begin a box: directives, admonitions, notes.

Each function gets the place of a mark in the body, looks whether it has its line to itself, masks what
is no prose, and returns where the search goes on.
"""

from __future__ import annotations

from textlint.lazy import lazy_pattern
from textlint.readers.template_masks import Fill, Masks

ADMONITIONS = ("!!!", "???", "===")  # MkDocs'; with indented content

_MARGIN = lazy_pattern(r"(?:\A|\n)[ \t>]*(?:(?:[-*+:]|[0-9]{1,9}[.)])[ \t]+){0,5}\Z")
_ADMONITION = lazy_pattern(
    r"""(?:!!!|\?\?\?\+?|===)[ ](?P<type>[\w -]*?)[ ]*(?:"(?P<title>[^"]*)")?[ \t]*\Z"""
)
_DIRECTIVE = lazy_pattern(
    r""":::+[ \t]*(?:\{[^{}]*\}|[A-Za-z][\w-]*)?(?:\[(?P<label>[^\[\]]*)\])?"""
    r"""[ \t]*(?:\{[^{}]*\})?[ \t]*(?P<title>[^:]*?)[ \t:]*\Z"""
)
_BLOCK = lazy_pattern(
    r"///+(?:[ \t]*[A-Za-z][\w-]*(?:[ \t]*\|[ \t]*(?P<title>[^\r\n]*?))?)?[ \t]*\Z"
)
_ABBREVIATION = lazy_pattern(r"\*\[[^\[\]\r\n]{1,80}\]:")
_ITEM_BEFORE = lazy_pattern(
    r"(?:\A|\n)([ ]{0,3}(?:[-*+]|[0-9]{1,3}[.)])[ \t][^\r\n]{0,100}(?:\r\n|\n))\Z"
)
_LONGEST_MARGIN = 200  # characters


def at_margin(body: str, start: int) -> bool:
    """Whether nothing but blanks and marks of quotations and lists stands before `start` in its line."""
    return _MARGIN.search(body, max(0, start - _LONGEST_MARGIN), start) is not None


def end_of_line(body: str, start: int) -> int:
    """Return where the line around `start` ends."""
    end = body.find("\n", start)
    if end < 0:
        return len(body)
    return end - 1 if end > start and body[end - 1] == "\r" else end


def mask_directive(body: str, start: int, masks: Masks) -> int:
    """`:::note Title`: its title is read as a heading, which ends the paragraph before it."""
    end = end_of_line(body, start)
    parts = _DIRECTIVE.match(body, start, end)
    if parts is None:
        return start + 3
    return _titled(start, end, parts.span("label" if parts["label"] else "title"), masks)


def mask_block(body: str, start: int, masks: Masks) -> int:
    """`/// note | Title`: a box of Python Markdown's extensions, and the line that ends it."""
    end = end_of_line(body, start)
    parts = _BLOCK.match(body, start, end)
    return start + 3 if parts is None else _titled(start, end, parts.span("title"), masks)


def _titled(start: int, end: int, title: tuple[int, int], masks: Masks) -> int:
    first, last = title
    if first >= last:
        masks.add(start, end, Fill.BLANK)
        return end
    heading = "### " if first - start > 3 else "## "  # no blank need stand behind three marks
    masks.line(start, first, heading.ljust(first - start))
    masks.line(last, end, " " * (end - last))
    return first


def mask_admonition(body: str, start: int, masks: Masks) -> int:
    """`!!! note "Title"`: the parser gets a list item, whose content is indented as this one's."""
    end = end_of_line(body, start)
    parts = _ADMONITION.match(body, start, end)
    if parts is None:
        return start + 3
    # The title is a heading in the item; without one, a heading that holds nothing.
    first, last = parts.span("title") if parts["title"] else (end, end)
    blank = " " if parts["title"] else "x"
    masks.line(start, first, "+ # " + blank * (first - start - 4))
    if last < end:
        masks.line(last, end, " " * (end - last))
    return first


def mask_abbreviation(body: str, start: int, masks: Masks) -> int:
    """`*[HTML]: Hyper Text …`: what an abbreviation stands for, which is shown to who points at it."""
    if _ABBREVIATION.match(body, start) is None:
        return start + 2
    end = end_of_line(body, start)
    masks.add(start, end, Fill.BLANK)
    return end


def mask_contents(body: str, start: int, end: int, masks: Masks) -> None:
    """`{:toc}` at `start`: the list item before it makes place for the table of contents."""
    item = _ITEM_BEFORE.search(body, max(0, start - _LONGEST_MARGIN), start)
    masks.add(start if item is None else item.start(1), end, Fill.BLANK)
