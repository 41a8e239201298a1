"""A comment in the markup orders text from a writing tool, or says that something is missing.

`<!-- TODO: ask ChatGPT for two more paragraphs -->`, `<!-- Prompt: rewrite in a friendlier tone -->`,
`<!-- insert source for the 40% claim -->`: readers do not see a comment on the page, but whoever opens
its source does, and so do readers of feeds and copies that show comments as text. The first two say how
the article was made; the last says that nobody has checked it.

**How to fix.** Find what is missing, or take back what it is about; then delete the comment. Where one was
written to a tool, read what came of it.

**Known limits.** Comments of other kinds are ordinary: marks of editors, of generators and of other
linters, remarks on the markup, hidden paragraphs. Missing sources and quotations are not looked for
in documents that show code, whose comments are about code.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import BlockKind, Document, fold
from textlint.lazy import lazy_pattern
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_leftover.conversation import is_prompt
from textlint_leftover.field_orders import is_order_for_text, is_subject
from textlint_leftover.mention import Mentions
from textlint_leftover.reply_patterns import one_of

_LONGEST_NOTE = 400  # code points; a longer comment is a hidden part of the page
_TOOL = r"(?:chat-?gpt|gpt(?:-?\d\w*)?|claude|gemini|copilot|llm|ai|jasper|bard|(?:chat)?bot|language model)"
_MAKES = one_of(
    """re-?write write generate expand continue rephrase paraphrase summari[sz]e make_(?:this|it) translate
    draft add produce create shorten polish improve humani[sz]e insert finish fill_in complete regenerate"""
)
# "ChatGPT to generate two more paragraphs", "AI: expand this", "ask Claude for a better intro"
_TO_TOOL = lazy_pattern(
    rf"\b{_TOOL} ?(?::|,|-|–|—|to|should|please|can|could|will|must) ?(?:please )?{_MAKES}\b"
    rf"|\b(?:ask|have|get|let|tell|prompt|use|feed|paste|run|give|send)\b[^.!?\n]{{0,40}}?\b{_TOOL}\b"
    r"[^.!?\n]{0,20}?\b(?:to|for|on)\b"
    rf"|\b{_MAKES}\b[^.!?\n]{{0,60}} (?:with|using|via|through|in) {_TOOL}\b"
)
_PROMPT = lazy_pattern(
    r"\W*(?:(?:ai|gpt|chatgpt|llm|writing|original|system|used) )?prompts?(?: used)? ?: ?\w"
)
_ORDER = lazy_pattern(rf"\W*(?:(?:todo|note|fixme|tbd)\W+)?(?={_MAKES}\b)")
_WANTED = one_of(
    """sources? citations? quotes? quotations? statistics? stats? testimonials? anecdotes? ctas?
    calls?[-_]to[-_]action keywords? bylines? affiliate_links? internal_links? figures_for real_names?
    reference_for"""
)
# What stands between "add" and "source": not "add support for source maps".
_A_FEW = r"(?:(?!for\b|in\b|to\b)[\w'-]+ ){0,4}?"
_MISSING = lazy_pattern(
    r"\W*(?:(?:todo|tbd|tk|fixme|note|to do|placeholder|editor|author)\W+)?(?:please |we |still |must "
    r"|have to )*"
    rf"(?:insert|add|find|needs?|get|supply|include|provide|look up|missing) {_A_FEW}{_WANTED}"
    r"(?! (?:code|files?|maps?|trees?|control|repo\w*|blocks?|styles?|marks?|section|string|tag|component))\b"
    rf"|\W*(?:\[|\()?(?:{_WANTED})(?: is| are)? (?:needed|missing|required|to come|tk|tbd|\?)"
    r"|\W*\[? ?placeholder\b ?[:–—-] ?\w"
)
_CLUES = (
    "gpt",
    "claude",
    "gemini",
    "copilot",
    "llm",
    "ai",
    "jasper",
    "bard",
    "bot",
    "language model",
    "prompt",
)


@rule(
    "leftover/working-note",
    summary="A comment that orders text from a writing tool or says that a source is missing.",
    message='The comment "{text}" {what}.',
    severity="warning",
    examples=[
        bad(
            "The mill closed in 1931.\n\n<!-- TODO: ask ChatGPT for a better ending -->\n",
            at="<!-- TODO: ask ChatGPT for a better ending -->",
        ),
        bad(
            "The mill closed in 1931.\n\n<!-- AI: expand this paragraph and make it sound human -->\n",
            at="<!-- AI: expand this paragraph and make it sound human -->",
        ),
        bad(
            "<!-- Rewrite the following article in a friendly tone -->\n\nThe mill closed in 1931.\n",
            at="<!-- Rewrite the following article in a friendly tone -->",
        ),
        bad(
            "Every second mill has closed. <!-- insert source for this -->\n",
            at="<!-- insert source for this -->",
        ),
        bad(
            "<p>The mill closed.</p><!-- [PLACEHOLDER: quote from the miller] -->",
            at="<!-- [PLACEHOLDER: quote from the miller] -->",
            filename="a.html",
        ),
        good("The mill closed.\n\n<!-- more -->\n", why="a mark of the generator"),
        good(
            "The mill closed.\n\n<!-- Source: county archive, box 14 -->\n", why="names its source"
        ),
        good(
            "The mill closed.\n\n<!-- editor: check the spelling of Przybylski -->\n",
            why="an editor's mark",
        ),
        good(
            "<!-- TODO: move this table to the appendix -->\n\nThe mill closed.\n", why="the markup"
        ),
        good("Run `mill`.\n\n```\nmill\n```\n\n<!-- add source maps -->\n", why="about code"),
        good("The mill closed. <!-- ai-summary:start -->\n", why="a mark of a program"),
        good("```\n<!-- insert source here -->\n```\n\nThe mill closed.\n", why="in code"),
    ],
)
def working_note(document: Document, context: Context) -> Iterator[Hit]:
    shows_code: bool | None = None
    for comment in document.comments:
        if len(comment.text) > _LONGEST_NOTE:
            continue
        text = fold(comment.text).strip()
        what = ""
        if _is_for_tool(text) or (is_order_for_text(text) and not is_subject(document)):
            what = "was written to a writing tool: delete it, and read what came of it"
        elif _MISSING.match(text):
            if shows_code is None:
                shows_code = any(block.kind is BlockKind.CODE for block in document.blocks)
            what = (
                ""
                if shows_code
                else "says that something is missing: do what it says, then delete it"
            )
        if what and not Mentions(document).is_about_chatbots:
            shown = " ".join(comment.text.split())
            shown = shown if len(shown) <= 80 else shown[:79].rstrip() + "…"
            yield Hit(comment.span, {"text": shown, "what": what})


def _is_for_tool(text: str) -> bool:
    if any(map(text.__contains__, _CLUES)) and (_TO_TOOL.search(text) or _PROMPT.match(text)):
        return True
    order = _ORDER.match(text)
    return order is not None and is_prompt(text, order.end(), len(text))
