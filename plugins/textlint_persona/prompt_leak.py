"""A sentence announces a rewording: "As a financial analyst, I would express it this way:".

Such a line answers an instruction ("put this paragraph into your own words, as a financial analyst").
It belongs to the conversation in which the text was made and not to the article, and it tells the
reader that what follows is somebody else's paragraph in other words.

**How to fix.** Delete the announcement, and look at the paragraph after it: find its source, then quote
and link it or drop it.

**Known limits.** English only. The milder "I would put it this way:" is common in good columns; it is
only reported when the same sentence first takes on a role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_persona.claims import claims_of
from textlint_persona.scenes import Scene, scenes_in, speeches
from textlint_persona.voices import author_blocks

_WOULD = (
    r"(?:i(?:'d| would| might| could| can| will|'ll| shall)(?: \w+ly| rather| instead)?|let"
    r" me|allow me to)"
)
_REWORD = (
    r"(?:express|rephrase|reword|re-word|rewrite|re-write|paraphrase|reformulate|restate|recast)"
)
_PUT = r"(?:put|phrase|say|word|describe|explain|frame|formulate|convey|present|state|sum up|summari[sz]e)"
_WHAT = (
    r"(?:(?:it|this|that|these|them"
    r"|(?:the|this|that|these|those|your|his|her|their)(?: (?!as\b|in\b)\w+){1,3})"
    r"(?: for (?:you|the reader|our readers))?)"
)
_WAY = (
    r"(?:(?:in )?(?:this|the following) (?:way|manner|style|form)|like this|like so|as"
    r" follows|thus|so|differently|"
    r"in (?:my own|other|simpler|different|these|plain|the following) (?:words|terms)|in"
    r" a \w+(?: \w+)? (?:way|manner|tone|style))"
)
# How an announcement ends before its colon: the last words of `_WAY`.
_LAST_WORDS = (
    *("way", "manner", "style", "form", "this", "so", "follows", "thus", "differently"),
    *("words", "terms", "tone"),
)
_VERSION = r"(?:rewritten|reworded|rephrased|paraphrased|re-written|re-worded|reformulated)"

# The stems of all verbs that are always a leak.
_STEMS = (
    *("express", "paraphras", "rephras", "reword", "re-word", "rewrit", "re-writ"),
    *("reformulat", "restat", "recast"),
)

# Always a leak.
_REWORDING = lazy_pattern(
    rf"\bhere(?:'s| is) how (?:i|one|we)(?:'d| would| might| could) {_PUT} {_WHAT},? in (?:the|a) "
    r"(?:[\w-]+ )?(?:voice|style|tone|manner) of [^.:]{1,60}\s?:|"
    rf"\b{_WOULD} {_REWORD} {_WHAT}(?: {_WAY})?(?: from (?:the|my) (?:perspective|point"
    r" of view) of [^.:]{1,60})?\s?:"
    rf"|\bi(?:'d| would| might) {_REWORD} {_WHAT} {_WAY}\s?[.:]"
    rf"|\bhere(?:'s| is) (?:how (?:i|one|we)(?:'d| would| might| could|'ve| have) {_REWORD}\w* [^.:]{{1,60}}|"
    rf"(?:the|my|a|an?|your) (?:\w+ )?(?:{_VERSION} (?:version|text|paragraph|passage"
    r"|article|sentence|content)|(?:rephrasing|rewording|paraphrase|rewrite) (?:of|in"
    r"|from|as)\b[^.:]{1,60}))\s?:"
)
# A leak when the sentence speaks in a role.
_ANNOUNCING = lazy_pattern(rf"\b{_WOULD} {_PUT} {_WHAT} {_WAY}\s?:")


@rule(
    "persona/prompt-leak",
    summary="A sentence announces that what follows is a rewording.",
    message='"{text}" answers a request to reword something; it is not part of the article.',
    severity="error",
    languages=("en",),
    clues=(*_STEMS, "voice of ", "style of ", "tone of ", "manner of "),
    always_runs=True,
    examples=[
        bad(
            "As a marine biologist, I would express it this way: The reef is a city.\n",
            at="I would express it this way:",
        ),
        bad(
            "I would rephrase the passage as follows: Rents rose by a third.\n",
            at="I would rephrase the passage as follows:",
        ),
        bad(
            "As a locksmith, I'd put it like this: A door is a promise.\n",
            at="I'd put it like this:",
        ),
        bad(
            "Here's how I would rewrite this paragraph: The council met on Monday.\n",
            at="Here's how I would rewrite this paragraph:",
        ),
        good(
            "I would put it this way: nobody asked the gulls.\n", why="a columnist's turn of phrase"
        ),
        good(
            "“As a poet, I would express it this way: no,” said Orla Finch.\n",
            why="somebody else says it",
        ),
        good(
            "To rewrite this query as a join, I would express it in two steps.\n",
            why="no announcement: nothing follows a colon",
        ),
    ],
)
def prompt_leak(document: Document, context: Context) -> Iterator[Hit]:
    rewording = frozenset(context.clued)
    for block, text in speeches(document).items():
        announced = block in rewording or (":" in text and _announces(text))
        if announced and block in author_blocks(document):
            for scene in scenes_in(document, block):
                yield from _in_sentence(document, scene)


def _announces(text: str) -> bool:
    """Whether a colon in `text` follows a word that ends an announcement; a quick test."""
    place = text.find(":")
    while place >= 0:
        end = place - text.startswith((" ", "\n"), max(0, place - 1), place)
        if text.endswith(_LAST_WORDS, 0, end):
            return True
        place = text.find(":", place + 1)
    return False


def _in_sentence(document: Document, scene: Scene) -> Iterator[Hit]:
    for match in _REWORDING.finditer(scene.text):
        if not scene.is_quoted(match.start()):
            yield _hit(scene, match)
    for match in _ANNOUNCING.finditer(scene.text):
        if not scene.is_quoted(match.start()) and _in_role(document, scene, match.start()):
            yield _hit(scene, match)


def _hit(scene: Scene, match: re.Match[str]) -> Hit:
    start, end = scene.base + match.start(), scene.base + match.end()
    return Hit(scene.block.span_at(start, end), {"text": scene.block.text[start:end]})


def _in_role(document: Document, scene: Scene, place: int) -> bool:
    """Whether a role claim stands before `place` in the sentence."""
    return any(
        claim.block is scene.block and scene.base <= claim.start and claim.end <= scene.base + place
        for claim in claims_of(document)
    )
