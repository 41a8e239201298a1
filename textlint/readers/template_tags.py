"""Finds the tags of Hugo, Liquid, Nunjucks, kramdown, MkDocs and directives in a Markdown body.

Code, comments of HTML and scripts are passed over. Each opening is looked at no further than to the
next opening of its kind, and an end that is missing is missed once, so that the search is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from heapq import heapify, heappop, heapreplace

from textlint.lazy import lazy_pattern
from textlint.readers.template_lines import (
    ADMONITIONS,
    at_margin,
    end_of_line,
    mask_abbreviation,
    mask_admonition,
    mask_block,
    mask_contents,
    mask_directive,
)
from textlint.readers.template_masks import Fill, Masks, in_address

_SIGN_LIST = ("{%", "{{", "{#", "{:", "{.", "{ .", "{ #", ":::", "!!!", "???", '=== "', "--8<--", "[[", "///",
          "*[", "$",  "[TOC]", "[toc]", "> [!")  # fmt: skip
_OF_NO_SIGN = bytes(byte for byte in range(256) if byte not in b"{%#:!?=<[]>/*$")
_SIGNS = {sign: sign.encode().translate(None, _OF_NO_SIGN) for sign in _SIGN_LIST}
_HAS_EMOJI = lazy_pattern(r":[a-z][a-z0-9_+-]{1,40}:")

# The content of these is no prose: Hugo, Liquid (Jekyll, Eleventy, Shopify), Nunjucks.
_NO_PROSE = frozenset(
    {
        *("highlight", "mermaid", "math", "katex", "chart", "code", "codeblock", "comment", "css"),
        *("javascript", "js", "schema", "style", "stylesheet", "graphviz", "plantuml", "gist"),
        *("rawhtml", "svg"),
    }
)
_ATTRIBUTE = r"""(?:[.#][\w:-]+|[\w:-]+=(?:"[^"\r\n]{0,200}"|'[^'\r\n]{0,200}'|[^\s{}"']{1,200}))"""
_TOKEN = lazy_pattern(
    r"(?P<fence>`+|~~~+)"
    r"|(?P<html><!--|<(?:script|style|pre)(?=[\s>]))"
    r"|(?P<hugo>\{\{[<%](?:[^{}]|\{(?!\{)|\}(?!\}))*+(?<=[%>])\}\})"
    r"|(?P<note>\{\{-?\s*+/\*(?:[^*{]|\*(?!/)|\{(?!\{))*+\*/\s*+-?\}\}"
    r"|\{#(?=[\s-])(?:[^#{]|#(?!\})|\{(?!#))*+#\})"
    r"|(?P<liquid>\{%(?:[^%{]|%(?!\})|\{(?!%))*+%\})"
    r"|(?P<output>\{\{(?![<%])[^{}\r\n]{1,400}+\}\})"
    r"|(?P<contents>\{:[ ]*toc\b[^{}\r\n]{0,100}\})"
    rf"|(?P<attributes>\{{:?[ ]?{_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE}){{0,20}}[ ]?\}}"
    r"|\{::?(?:/[a-z]*|[a-z][^{}\r\n]{0,200})\})"
    r"|(?P<wiki>!?\[\[(?=[^\W\d_])[^\[\]\r\n|]{1,200}(?:\|[^\[\]\r\n|]{1,200})?\]\](?![(\[]))"
    r"|(?P<toc>\[\[?_?(?:toc|TOC)_?\]?\](?![(\[:]))"
    r"|(?P<emoji>(?<![\w:/]):[a-z][a-z0-9_+-]{1,40}:(?![\w:/]))"
    r"|(?P<line>:::|!!!(?= )|\?\?\?(?=[+ ])|===(?= )|///|\*\[)"
    r"|(?P<snippet>--8<--)"
    r"|(?P<math>(?<!\\)\$\$?)"
    r"|(?P<alert>\[!\w{1,30}\][+-]?(?=[ ]+[^\s]))"
    r"|(?P<unclosed>\{%-?(?=\s{0,9}[a-z])|\{\{[<%](?=\s{0,9}[\w/]))"
)
_CODE_ON_ONE_LINE = lazy_pattern(r"`(?<!``)[^`\n\r]++`(?!`)")
# What tokens begin with. Each is looked for by itself, which is much faster than a pattern for all.
_START_LIST = ("`", "{", "$", "~~~", "<!--", "<s", "<p", "!!!", "![[", "???", "===", "--8<", "[[", "[!",
          "[t", "[T", "[_", ":::", "///", "*[")  # fmt: skip
_STARTS = {sign: sign.encode().translate(None, _OF_NO_SIGN) for sign in _START_LIST}
# Up to the blank line that ends the paragraph, at most. A formula in a line shows it by its signs.
_DISPLAY_MATH = lazy_pattern(r"\$\$(?:[^$\n]|\$(?!\$)|\n(?![ \t]*\r?\n)){1,4000}+\$\$")
_INLINE_MATH = lazy_pattern(
    r"\$(?<![\w$]\$)(?=[^\s$])(?=[^$\n]{0,200}[\\^_={}])[^$\n`]{1,200}(?<![\s\\])\$(?![\w$])"
)
_HUGO_NAME = lazy_pattern(r"\{\{[<%]-?\s*(/?)\s*([\w-]*)")
_LIQUID_NAME = lazy_pattern(r"\{%-?\s*()([\w-]*)")
_REST_OF_FENCE = lazy_pattern(r"(?:`+|~+)(?P<alone>[ \t]*(?=[\r\n]|\Z))?")
_TICKS = lazy_pattern(r"`+")
_BLANK_LINE = lazy_pattern(r"(?:\r\n|\n|\r)[> \t]*(?=[\r\n])")
_SNIPPET_END = lazy_pattern(r"(?:(?<=\n)|(?<=\r))[ \t]*--8<--[ \t]*(?=[\r\n]|\Z)")
_IS_EXPRESSION = lazy_pattern(r"[|.\"'(]")


def _starts(body: str, data: bytes) -> list[str]:
    """Return what may begin a token in `body`, which is `data` in UTF-8; nothing if none is a tag."""
    # All else taken away, what is left of a body is short, and looked through at once.
    left = data.translate(None, _OF_NO_SIGN)
    has_emoji = left.count(b":") > 1 and _HAS_EMOJI.search(body) is not None
    if not has_emoji:
        for sign, rest in _SIGNS.items():
            if rest in left and sign in body:
                break
        else:
            return []
    starts = [start for start, rest in _STARTS.items() if rest in left]
    return [*starts, ":"] if has_emoji else starts


def find_masks(body: str, base: int, data: bytes, *, is_mdx: bool = False) -> Masks:
    """Return what is no prose in `body`, which begins at offset `base` of the source.

    `data` is the body in UTF-8.
    """
    masks = Masks(base)
    if is_mdx:
        from textlint.readers.mdx import find_mdx

        find_mdx(body, masks)
    starts = _starts(body, data)
    if starts:
        _Search(body, masks, is_mdx=is_mdx).run(starts)
    return masks


_LINES: dict[str, Callable[[str, int, Masks], int]] = {
    ":::": mask_directive,
    "///": mask_block,
    "*[": mask_abbreviation,
    **dict.fromkeys(ADMONITIONS, mask_admonition),
}


class _Search:
    def __init__(self, body: str, masks: Masks, *, is_mdx: bool) -> None:
        self.body = body
        self._is_mdx = is_mdx
        self.masks = masks
        self._runs: dict[int, list[int]] | None = None  # of runs of backticks, by their length
        self._blank = -1  # where the paragraph of the last code span ends
        self._missing: set[str] = set()  # ends that the rest of the body does not hold
        self._in_raw = -1  # up to where tags are shown and not run
        self._ends: dict[str, list[tuple[int, int]]] | None = None  # of paired tags

    def run(self, starts: list[str]) -> None:
        """Take the tokens that begin with any of `starts`, in order of place."""
        find = self.body.find
        places = [(place, start) for start in starts if (place := find(start)) >= 0]
        heapify(places)
        reached = 0
        while places:
            place, start = places[0]
            if place >= reached:
                reached = self._take(place, start)
            place = find(start, reached)
            if place >= 0:
                heapreplace(places, (place, start))
            else:
                heappop(places)

    def _take(self, place: int, start: str) -> int:
        """Take the token at `place`, if there is one; return where the search goes on."""
        if start == "`" and (code := _CODE_ON_ONE_LINE.match(self.body, place)) is not None:
            return code.end()
        match = _TOKEN.match(self.body, place)
        # In MDX braces are expressions, and taken already.
        if match is None or (self._is_mdx and start == "{"):
            return place + 1
        return max(place + 1, _TAKE[match.lastgroup or ""](self, match))

    def _find(self, end_mark: str, start: int) -> int:
        """Return where `end_mark` is, or -1; what was looked for in vain is not looked for again."""
        if end_mark in self._missing:
            return -1
        place = self.body.find(end_mark, start)
        if place < 0:
            self._missing.add(end_mark)
        return place

    # -- what is passed over -------------------------------------------------------------------

    def _on_fence(self, match: re.Match[str]) -> int:
        fence, start, end = match.group(), match.start(), match.end()
        before = self.body[max(0, start - 60) : start]
        line = max(before.rfind("\n"), before.rfind("\r")) + 1
        if len(fence) >= 3 and not before[line:].strip(" \t>-*+0123456789.)"):
            line_end = end_of_line(self.body, end)
            if fence[0] == "~" or "`" not in self.body[end:line_end]:
                return self._closing_fence(fence, line_end)
        return end if fence[0] == "~" else self._code_span(start, end)

    def _closing_fence(self, fence: str, position: int) -> int:
        """Return where the fence ends that closes `fence`, or the end of the text."""
        body = self.body
        place = body.find(fence, position)
        while place >= 0:
            before = place - 1
            while body[before] in " \t>":  # stops at the latest where the opening fence was
                before -= 1
            rest = _REST_OF_FENCE.match(body, place)
            assert rest is not None
            if body[before] in "\r\n" and rest["alone"] is not None:
                return rest.end()
            place = body.find(fence, rest.end())
        return len(body)

    def _code_span(self, start: int, end: int) -> int:
        if self._runs is None:
            self._runs = {}
            for run in _TICKS.finditer(self.body):
                self._runs.setdefault(run.end() - run.start(), []).append(run.start())
        if self._blank < end:
            blank = _BLANK_LINE.search(self.body, end)
            self._blank = blank.start() if blank else len(self.body)
        places = self._runs.get(end - start, [])
        index = bisect_left(places, end)
        if index < len(places) and places[index] < self._blank:
            return places[index] + end - start
        return end

    def _on_html(self, match: re.Match[str]) -> int:
        mark = "-->" if match.group() == "<!--" else f"</{match.group()[1:]}"
        place = self._find(mark, match.end())
        if place < 0:
            if mark == "-->":
                self.masks.unclosed(match.start(), "<!--", "as Markdown has it")
            return match.end()
        return place + len(mark)

    # -- tags ----------------------------------------------------------------------------------

    def _on_hugo(self, match: re.Match[str]) -> int:
        return self._paired(match, _HUGO_NAME.match(match.group()), "hugo")

    def _on_liquid(self, match: re.Match[str]) -> int:
        return self._paired(match, _LIQUID_NAME.match(match.group()), "liquid")

    def _paired(self, match: re.Match[str], name: re.Match[str] | None, kind: str) -> int:
        start, end = match.span()
        is_comment = match.group().startswith(("{{</*", "{{%/*"))
        self.masks.add(start, end, Fill.OBJECT if is_comment else Fill.TAG)
        if name is None or name[1] or is_comment:
            return end
        word = name[2]
        if kind == "liquid" and word in ("raw", "verbatim"):
            place = self._end_of(f"end{word}", end)
            if place is None:
                self.masks.unclosed(start, match.group(), "what follows is read as text")
            else:
                self._in_raw = place[0]
        elif word in _NO_PROSE and not match.group().endswith(("/>}}", "/%}}")):
            place = self._end_of(f"/{word}" if kind == "hugo" else f"end{word}", end)
            if place is not None:
                self.masks.found.pop()
                if word == "comment":
                    self.masks.comment(start, place[1], self.body[end : place[0]])
                else:
                    self.masks.add(start, place[1], Fill.BLANK)
                return place[1]
            if word in ("comment", "highlight", "mermaid"):
                self.masks.unclosed(start, match.group(), "what follows is read as text")
        return end

    def _end_of(self, word: str, start: int) -> tuple[int, int] | None:
        if self._ends is None:
            self._ends = {}
            for tag in _END_TAG.finditer(self.body):
                self._ends.setdefault("".join(tag[1].split()), []).append(tag.span())
        places = self._ends.get(word, [])
        index = bisect_left(places, (start, 0))
        return places[index] if index < len(places) else None

    def _on_output(self, match: re.Match[str]) -> int:
        start, end = match.span()
        if (
            _IS_EXPRESSION.search(match.group())
            or start < self._in_raw
            or in_address(self.body, start)
        ):
            self.masks.add(start, end, Fill.OBJECT)
        return end

    def _on_note(self, match: re.Match[str]) -> int:
        text = match.group().removeprefix("{{").removesuffix("}}").strip("- \t\r\n")
        text = text.removeprefix("/*").removesuffix("*/").removeprefix("{#").removesuffix("#}")
        self.masks.comment(*match.span(), text)
        return match.end()

    def _on_unclosed(self, match: re.Match[str]) -> int:
        self.masks.unclosed(match.start(), match.group(), "it is read as text")
        return match.end()

    def _on_attributes(self, match: re.Match[str]) -> int:
        start, end = match.span()
        line = max(self.body.rfind("\n", max(0, start - 400), start), 0)
        if match.group() == "{::comment}":
            close = self._find("{:/comment}", end)
            if close >= 0:
                self.masks.comment(start, close + 11, self.body[end:close])
                return close + 11
            self.masks.unclosed(start, "{::comment}", "what follows is read as text")
        # The parser knows the attributes of headings.
        if match.group()[1] == ":" or not self.body[line:start].lstrip("\n").startswith("#"):
            opening = self.body.rfind("[", max(line, start - 200), start)
            is_span = opening >= 0 and self.body[start - 1] == "]" != self.body[opening - 1]
            if is_span and self.body[max(opening - 1, 0) : opening].isalnum():
                return end  # a name with arguments, as a chat program leaves: name[n:1]{index=1}
            if is_span:  # Pandoc's [text]{.class}
                self.masks.add(opening, opening + 1, Fill.NOTHING)
                start -= 1
            self.masks.add(start, end, Fill.NOTHING)
        return end

    def _on_wiki(self, match: re.Match[str]) -> int:
        start, end = match.span()
        text = match.group()
        if text[0] == "!":
            self.masks.add(start, end, Fill.OBJECT)
        elif text.lower() in ("[[toc]]", "[[_toc_]]"):
            self.masks.add(start, end, Fill.NOTHING)
        elif "|" in text:  # without it, it may be a blank that nobody filled in: [[Name]]
            inner = start + text.index("|") + 1
            self.masks.add(start, inner, Fill.NOTHING)
            self.masks.add(end - 2, end, Fill.NOTHING)
        return end

    def _on_toc(self, match: re.Match[str]) -> int:
        if at_margin(self.body, match.start()):
            self.masks.add(*match.span(), Fill.NOTHING)
        return match.end()

    def _on_emoji(self, match: re.Match[str]) -> int:
        self.masks.add(*match.span(), Fill.OBJECT)
        return match.end()

    def _on_math(self, match: re.Match[str]) -> int:
        """A formula between dollars. Sums of money must not be taken for one."""
        start, end = match.span()
        formula = (_DISPLAY_MATH if end - start == 2 else _INLINE_MATH).match(self.body, start)
        if formula is None:
            return end
        self.masks.add(*formula.span(), Fill.TAG)
        return formula.end()

    def _on_alert(self, match: re.Match[str]) -> int:
        before = self.body[max(0, match.start() - 9) : match.start()]
        if before.rstrip(" ").endswith(">"):
            size = match.end() - match.start()
            self.masks.line(*match.span(), "### ".ljust(size)[:size])
        return match.end()

    # -- lines ---------------------------------------------------------------------------------

    def _on_line(self, match: re.Match[str]) -> int:
        start = match.start()
        if not at_margin(self.body, start):
            return match.end()
        return _LINES[match.group()](self.body, start, self.masks)

    def _on_contents(self, match: re.Match[str]) -> int:
        mask_contents(self.body, *match.span(), self.masks)
        return match.end()

    def _on_snippet(self, match: re.Match[str]) -> int:
        start = match.start()
        if not at_margin(self.body, start):
            return match.end()
        end = end_of_line(self.body, start)
        if self.body[start:end].strip() == "--8<--" and "snippet" not in self._missing:
            closing = _SNIPPET_END.search(self.body, end)
            if closing is not None:
                end = closing.end()
            else:
                self._missing.add("snippet")
                self.masks.unclosed(start, "--8<--", "what follows is read as text")
        self.masks.add(start, end, Fill.BLANK)
        return end


# Group of the pattern → what takes such a token and returns where the search goes on.
_TAKE: dict[str, Callable[[_Search, re.Match[str]], int]] = {
    name.removeprefix("_on_"): method
    for name, method in vars(_Search).items()
    if name.startswith("_on_")
}
_END_TAG = lazy_pattern(r"\{(?:\{[<%]|%)-?\s*(end[\w-]+|/\s*[\w-]+)\s*(?:-?%\}|[>%]\}\})")
