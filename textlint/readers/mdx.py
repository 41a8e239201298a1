"""What is no prose in MDX: imports and exports, expressions in braces, tags of components.

MDX is Markdown with JSX (mdxjs.com). What stands between the tags of components is Markdown again.
"""

from __future__ import annotations

import re

from textlint.lazy import lazy_pattern
from textlint.readers.template_masks import Fill, Masks

MAX_TAG = 20_000  # characters that one tag may have, its attributes included
MAX_OPEN_STATEMENTS = 3  # after so many without an end none is looked for beyond its paragraph

_PASSED = lazy_pattern(
    r"(?P<fence>(?:(?<![^\r\n])[ \t>]*)(?P<marks>```+|~~~+)[^\r\n]*+)|(?P<ticks>`+)"
    r"|(?P<escape>\\[{}<])|(?P<brace>[{}])"
    r"|(?P<tag></?(?=[A-Za-z>])[\w.:-]*)"
    r"|(?P<statement>(?<![^\r\n])(?:import|export)(?=[\s{*\"']))"
)
_STATEMENT = lazy_pattern(
    r"import\s*[\"'{*]|import\s+[\w$]+\s*(?:,\s*[{*]|\s+from\s+[\"'])|import\s+\w+\s+from\b"
    r"|export\s*[{*]|export\s+(?:default|const|let|var|function|async|class|type|interface)\b"
)
_BLANK_LINE = lazy_pattern(r"(?:\r\n|\n|\r)[ \t]*(?:(?=[\r\n])|\Z)|\Z")
_IN_STATEMENT = lazy_pattern(
    r"(?P<fence>(?<=\n)[ \t]*(?:```|~~~))"
    r"|(?P<text>\"(?:[^\"\\\r\n]|\\.)*+\"|'(?:[^'\\\r\n]|\\.)*+'|`[^`]*+`|/\*(?:[^*/]|\*(?!/)|/(?!\*))*+\*/)"
    r"|(?P<open>[({\[])|(?P<close>[)}\]])|(?P<blank>(?:\r\n|\n|\r)[ \t]*(?=[\r\n]))"
)
# Elements whose content is Markdown again in MDX, when their tags have lines of their own.
_AROUND = frozenset({"article", "center", "div", "main", "p", "section", "span"})
_REST_OF_LINE = lazy_pattern(r"[ \t]*(?=[\r\n]|\Z)")
_UNWRAPPED = lazy_pattern(r"[ \t]*mdx-code-block\b")
_HEADING_ID = lazy_pattern(r"\{#[\w-]+\}(?=[ \t]*(?:[\r\n]|\Z))")
_COMMENT = lazy_pattern(r"\{\s*/\*(.*)\*/\s*\}\Z", re.DOTALL)
_IN_TAG = lazy_pattern(r"[^<>{}\"']*+")


def find_mdx(body: str, masks: Masks) -> None:
    """Add to `masks` what is no prose in the MDX `body`."""
    if "{" in body or "<" in body or "import" in body or "export" in body:
        _Search(body, masks).run()


class _Search:
    def __init__(self, body: str, masks: Masks) -> None:
        self.body = body
        self.masks = masks
        self._closing = _brace_pairs(body)
        self._open_statements = 0
        self._missing: set[str] = set()
        self._unwrapped: set[int] = set()  # the ends of fences that are taken away

    def run(self) -> None:
        body, search = self.body, _PASSED.search
        match = search(body)
        while match is not None:
            if match["fence"] is not None:
                end = self._fenced(match)
            elif match["ticks"] is not None:
                end = self._after(match.group(), match.end())
            elif match["brace"] is not None:
                end = self._expression(match.start())
            elif match["tag"] is not None:
                end = self._tag(match.start(), match.end())
            elif match["statement"] is not None:
                end = self._statement(match.start())
            else:
                end = match.end()
            match = search(body, max(end, match.start() + 1))

    def _fenced(self, match: re.Match[str]) -> int:
        """Pass over code; what Docusaurus is told to take out of its fence is no code."""
        if match.start("marks") in self._unwrapped:
            return match.end()
        end = self._after(match["marks"], match.end())
        if end == match.end() or _UNWRAPPED.match(self.body, match.end("marks")) is None:
            return end
        self.masks.add(*match.span(), Fill.BLANK)
        closing = end - len(match["marks"])
        self.masks.add(closing, end, Fill.BLANK)
        self._unwrapped.add(closing)
        return match.end()

    def _after(self, mark: str, start: int) -> int:
        """Return where the code that `mark` opened ends; the start if it does not."""
        if mark in self._missing:
            return start
        place = self.body.find(mark, start)
        if place < 0:
            self._missing.add(mark)
            return start
        return place + len(mark)

    def _expression(self, start: int) -> int:
        if self.body[start] == "}":
            return start + 1
        heading_id = _HEADING_ID.match(self.body, start)
        if heading_id is not None:  # Docusaurus'
            self.masks.add(*heading_id.span(), Fill.NOTHING)
            return heading_id.end()
        end = self._closing.get(start)
        if end is None:
            self.masks.unclosed(start, "{", "it is read as text")
            return start + 1
        comment = _COMMENT.match(self.body, start, end)
        if comment is not None:
            self.masks.comment(start, end, comment[1])
        else:
            self.masks.add(start, end, Fill.TAG)
        return end

    def _tag(self, start: int, position: int) -> int:
        body = self.body
        name = body[start:position].lstrip("</")
        has_braces = False
        limit = start + MAX_TAG
        while position < limit:
            match = _IN_TAG.match(body, position)
            position = match.end() if match else position
            character = body[position : position + 1]
            if character == ">":
                is_component = has_braces or not name or name[0].isupper() or "." in name
                if is_component or (name in _AROUND and self._is_alone(start, position + 1)):
                    self.masks.add(start, position + 1, Fill.NOTHING)
                return position + 1
            if character == "{":
                has_braces = True
                end = self._closing.get(position)
            elif character in ('"', "'") and character:
                place = body.find(character, position + 1, limit)
                end = place + 1 if place >= 0 else None
            else:
                end = None
            if end is None:
                break
            position = end
        if name[:1].isupper():
            self.masks.unclosed(start, body[start : start + 1 + len(name)], "it is read as text")
        return start + 1

    def _is_alone(self, start: int, end: int) -> bool:
        """Whether nothing else stands on the lines of `body[start:end]`."""
        before = self.body[max(0, start - 100) : start].rstrip(" \t")
        return before[-1:] in ("", "\n") and _REST_OF_LINE.match(self.body, end) is not None

    def _statement(self, start: int) -> int:
        body = self.body
        if _STATEMENT.match(body, start) is None:
            return start + 6
        first_blank = _BLANK_LINE.search(body, start)
        paragraph_end = first_blank.start() if first_blank else len(body)
        end = paragraph_end
        if self._open_statements < MAX_OPEN_STATEMENTS:
            depth = 0
            end = len(body)
            for token in _IN_STATEMENT.finditer(body, start):
                if token["open"] is not None:
                    depth += 1
                elif token["close"] is not None:
                    depth -= 1
                elif token["fence"] is not None or (token["blank"] is not None and depth <= 0):
                    end = token.start()
                    break
            if depth > 0:
                self._open_statements += 1
                self.masks.unclosed(start, body[start : start + 6], "its paragraph is left out")
                end = paragraph_end
        self.masks.add(start, end, Fill.BLANK)
        return end


_BRACE_OR_TEXT = lazy_pattern(
    r"[{}]|`[^`{}]*+`|\"(?:[^\"\\\r\n]|\\.)*+\"|'(?:[^'\\\r\n]|\\.)*+'|/\*(?:[^*/]|\*(?!/)|/(?!\*))*+\*/"
)


def _brace_pairs(body: str) -> dict[int, int]:
    """Return the end of each pair of braces by its start; strings count inside of braces alone."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    search = _BRACE_OR_TEXT.search
    match = search(body)
    while match is not None:
        character, position = match.group()[0], match.end()
        if character == "{":
            opened.append(match.start())
        elif character == "}":
            if opened:
                pairs[opened.pop()] = position
        elif not opened:
            position = match.start() + 1
        match = search(body, position)
    return pairs
