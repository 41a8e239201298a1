"""The file is not UTF-8, or it tells browsers that it is not.

Everything on the web and every generator of sites reads UTF-8 unless told otherwise. A file in an older
encoding comes out with wrong letters as soon as one program on its way does not know that, and a page that
is UTF-8 and declares something else comes out wrong in every browser.

**How to fix.** Save the file as UTF-8. Correct the `charset` in the page's head, or take it out.

**Known limits.** Which older encoding a file is in cannot be known, only guessed, unless it has a byte-order
mark or says so. Plain ASCII is UTF-8. A server may overrule what a page declares.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit, Span
from textlint.rule import Context, bad, good, rule

_NOT_ASCII = lazy_pattern(r"[^\x00-\x7f]")
_META = lazy_pattern(r"(?i)<meta\b[^<>]{0,200}?\bcharset\s*=\s*[\"']?([\w.:-]{2,30})")
_HEAD = 4096  # characters; browsers look for a declaration in the first 1,024 bytes
_SAME = frozenset({"utf-8", "utf8", "unicode-1-1-utf-8", "us-ascii", "ascii"})


@rule(
    "encoding/not-utf-8",
    summary="A file in another encoding than UTF-8, or one that declares another.",
    message="The file is {encoding}, not UTF-8. Save it as UTF-8.",
    severity="note",
    examples=[
        bad(
            '<meta charset="windows-1251"><p>The café by the harbour.</p>\n',
            at="windows-1251",
            filename="a.html",
        ),
        bad(
            "<html><head><meta http-equiv='Content-Type' content='text/html; charset=koi8-r'></head>"
            "<body>The keeper’s key.</body></html>\n",
            at="koi8-r",
            filename="a.html",
        ),
        bad("<meta charset=gbk>\n<h1>Über den Fluss</h1>\n", at="gbk", filename="a.html"),
        good('<meta charset="UTF-8"><p>The café.</p>\n', filename="a.html", why="what it is"),
        good('<meta charset="latin1"><p>The key.</p>\n', filename="a.html", why="all ASCII"),
        good("Write `<meta charset=gbk>` for a café.\n", why="code in an article"),
        good("The café by the harbour.\n", why="UTF-8"),
    ],
)
def not_utf_8(document: Document, context: Context) -> Iterator[Hit]:
    first = _NOT_ASCII.search(document.source)
    if document.encoding != "utf-8":
        place = first.start() if first is not None else 0
        span = Span(place, min(place + 1, len(document.source)))
        yield Hit(span, {"encoding": document.encoding}, evidence=document.encoding)
    elif first is not None and document.format == "html":
        declared = _META.search(document.source, document.body.start, document.body.start + _HEAD)
        if declared is not None and declared[1].lower() not in _SAME:
            message = "The page declares {encoding} and is UTF-8. Correct the declaration."
            yield Hit(Span(*declared.span(1)), {"encoding": declared[1]}, message=message)
