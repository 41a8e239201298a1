"""Bare web addresses in prose: links, but not words."""

from __future__ import annotations

import re

from textlint.document import Link
from textlint.model import Span
from textlint.readers.builder import BlockBuilder

_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?'’)]}*_"


def append_prose(builder: BlockBuilder, text: str, start: int, links: list[Link]) -> None:
    """Append verbatim `text` from source offset `start`, each bare address as one placeholder.

    Punctuation at the end of an address belongs to the sentence, as in GitHub's autolinks; a closing
    bracket stays when the address holds the opening one.
    """
    if "://" not in text and "@" not in text and "www." not in text.lower():
        builder.append(text, start, start + len(text))
        return
    done = 0
    for match in _URL.finditer(text):
        end = match.end()
        while end > match.start() and text[end - 1] in _TRAILING:
            if text[end - 1] == ")" and "(" in text[match.start() : end - 1]:
                break
            end -= 1
        if end <= match.start() + 4:
            continue
        builder.append(text[done : match.start()], start + done, start + match.start())
        span = Span(start + match.start(), start + end)
        builder.append_object(span.start, span.end)
        address = text[match.start() : end]
        if "@" not in address or "://" in address:
            target = address if "://" in address else f"http://{address}"
            links.append(Link(span, "", target, "bare"))
        done = end
    builder.append(text[done:], start + done, start + len(text))
