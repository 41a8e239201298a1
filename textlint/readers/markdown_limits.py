"""What Markdown may do before it is called hostile.

The parser's time grows with the nesting depth for every line of lazy continuation, so that a line of
100,000 `>` followed by as many lines of text would take hours. Nobody nests a hundred deep.
"""

from __future__ import annotations

import re

from textlint.document import Notice
from textlint.model import Span

MAX_DEPTH = 100

_MARKER = r"(?:>|[-+*]|[0-9]{1,9}[.)]|\[\^[^\]\s]{1,99}\]:|:)"
_TOO_DEEP = re.compile(
    rf"^[ \t]*(?:{_MARKER}[ \t]*+){{{MAX_DEPTH},}}+[^\r\n]*+"
    rf"|^(?:[ ]{{{2 * MAX_DEPTH}}}|(?:[ ]{{0,3}}\t){{{MAX_DEPTH // 2}}})[ \t]*+{_MARKER}[^\r\n]*+",
    re.MULTILINE,
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def within_limits(body: str, base: int) -> tuple[str, list[Notice]]:
    """Return `body` as the parser may have it, of the same length, and notices of what is missing.

    A line that nests deeper than `MAX_DEPTH` becomes blank. `base` is the source offset of `body`.
    """
    pieces: list[str] = []
    notices: list[Notice] = []
    done = 0
    for match in _TOO_DEEP.finditer(body):
        start, end = match.span()
        pieces += (body[done:start], " " * (end - start))
        done = end
        if not notices:
            message = f"Nested more than {MAX_DEPTH} levels deep; such lines are not read."
            notices.append(Notice(Span(start + base, end + base), message, incomplete=True))
    if pieces:
        body = "".join([*pieces, body[done:]])
    try:
        body.encode()
    except UnicodeEncodeError:
        body = _SURROGATE.sub("\ufffd", body)
    return body, notices
