"""The copy of a Markdown text that the parser gets: of the same length, without what it cannot take.

The parser's time grows with the nesting depth for every line of lazy continuation, so that a line of
100,000 `>` followed by as many lines of text would take hours. Nobody nests a hundred deep.
"""

from __future__ import annotations

from textlint.document import Notice
from textlint.lazy import lazy_pattern
from textlint.model import Span

MAX_DEPTH = 100

# A mark that opens a block quote, list item, footnote or definition; all but ">" need a blank behind.
_MARKER = r"(?:>|(?:[-+*]|[0-9]{1,9}[.)]|\[\^[^\]\s]{1,99}\]:|:)(?=[ \t]))"
# Each pattern begins with the line end before the line, which is quicker to look for than "^".
_DEEP_LINE = (
    rf"[ \t]*+(?:{_MARKER}[ \t]*+){{{MAX_DEPTH},}}+[^\r\n]*+"
    rf"|(?:[ ]{{{2 * MAX_DEPTH}}}|(?:[ ]{{0,3}}\t){{{MAX_DEPTH // 2}}})[ \t]*+{_MARKER}[^\r\n]*+"
)
_AT_START = lazy_pattern(_DEEP_LINE)
_AFTER_LF = lazy_pattern(rf"\n(?=[ \t>*+:\-\[0-9])(?P<line>{_DEEP_LINE})")
_AFTER_CR = lazy_pattern(rf"\r(?=[ \t>*+:\-\[0-9])(?P<line>{_DEEP_LINE})")
_SURROGATE = lazy_pattern("[\ud800-\udfff]")


def parser_copy(body: str, base: int) -> tuple[str, list[Notice]]:
    """Return `body` as the parser may have it, of the same length, and notices of what is missing.

    A line that nests deeper than `MAX_DEPTH` becomes blank. `base` is the source offset of `body`.
    """
    spans = [match.span("line") for match in _AFTER_LF.finditer(body)]
    if "\r" in body:
        spans = sorted([*spans, *(match.span("line") for match in _AFTER_CR.finditer(body))])
    first = _AT_START.match(body)
    if first is not None:
        spans.insert(0, first.span())
    notices: list[Notice] = []
    if spans:
        pieces: list[str] = []
        done = 0
        for start, end in spans:
            pieces += (body[done:start], " " * (end - start))
            done = end
        body = "".join([*pieces, body[done:]])
        place = Span(spans[0][0] + base, spans[0][1] + base)
        message = f"Nested more than {MAX_DEPTH} levels deep; such lines are not read."
        notices.append(Notice(place, message, incomplete=True))
    try:
        body.encode()
    except UnicodeEncodeError:
        body = _SURROGATE.sub("\ufffd", body)
    return body, notices
