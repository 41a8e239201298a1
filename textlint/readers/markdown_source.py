"""What the Markdown parser gets: its options, and a text of the same length that it can take.

It takes a carriage return on its own for no line end, though CommonMark says it is one. And its
time grows with the nesting depth for every line of lazy continuation, so that a line of 100,000 `>`
followed by as many lines of text would take hours. Nobody nests a hundred deep.
"""

from __future__ import annotations

from pyromark import Options

from textlint.document import Notice
from textlint.lazy import lazy_pattern
from textlint.model import Span

OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
    | Options.ENABLE_DEFINITION_LIST
)

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
_LONE_CR = lazy_pattern(r"\r(?!\n)")
_SURROGATE = lazy_pattern("[\ud800-\udfff]")


def with_line_feeds(source: str) -> str:
    """Return `source` with a line feed for each carriage return that is a line end by itself."""
    if "\r" not in source or source.count("\r") == source.count("\r\n"):
        return source
    return _LONE_CR.sub("\n", source)


def encoded(body: str) -> tuple[str, bytes]:
    """Return `body` in UTF-8, and itself; with characters that stand for lone surrogates, if any."""
    try:
        return body, body.encode()
    except UnicodeEncodeError:
        body = _SURROGATE.sub("\ufffd", body)
        return body, body.encode()


def without_deep_lines(body: str, base: int) -> tuple[str, list[Notice]]:
    """Return `body` as the parser may have it, of the same length, and notices of what is missing.

    A line that nests deeper than `MAX_DEPTH` becomes blank. `base` is the source offset of `body`.
    """
    spans = [match.span("line") for match in _AFTER_LF.finditer(body)]
    first = _AT_START.match(body)
    if first is not None:
        spans.insert(0, first.span())
    if not spans:
        return body, []
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces += (body[done:start], " " * (end - start))
        done = end
    place = Span(spans[0][0] + base, spans[0][1] + base)
    message = f"Nested more than {MAX_DEPTH} levels deep; such lines are not read."
    return "".join([*pieces, body[done:]]), [Notice(place, message, incomplete=True)]
