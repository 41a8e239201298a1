"""A line at either end of an article that whoever handed it in says to whoever ordered it.

"Shall I also write a headline for this?", "Feel free to ask for a shorter version.", "Here's a tightened
version that keeps the facts:" have a grammar in common: somebody offers, asks, reports or hands over, and
what it is about is a part of the text or how it reads. Each sentence of the block must be of that kind,
since authors go on otherwise ("Should I write a second part? Tell me in the comments"). What a text is
about anyway, tones in an article on bells, counts for nothing; where the author says "I", more is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import NamedTuple

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint_leftover import edge_acts, edge_reports, text_words

_HEAD, _TAIL = 2, 3  # blocks of prose at either end, headings not counted
_LONGEST = 240  # code points of a block that is nothing but such a line
_SURE = 2  # weight from which on nobody else says so
_SURE_BESIDE_AUTHOR = 3  # the same where the author says "I"; less is nothing there

# What any of them, and any aside, begins with: most blocks are told apart by that.
_MAY_BEGIN = lazy_pattern(
    rf"{edge_acts.BEGINS}(?:i(?:'ve| have)? (?:also|only|mainly|now|deliberately|just|mostly|slightly"
    rf"|{edge_reports.DID}"
    r"|reworded|rephrased|invented|reached|hit|can\b|could|will\b|would|may\b|do hope|hope|trust|apolog"
    r"|need|want|don't"
    r"|do not|still)|i'll|i(?:'m| am|'d be| would be) (?:always|more than|also|happy|glad|ready|sorry)"
    r"|i'd (?:like"
    r"|want|suggest|recommend)|if (?:you|this|it|that|the|any|needed|useful|helpful)\b|shall|should"
    r"|could|can (?:i|you)"
    r"|may i|would|want|need|looking for|prefer|do you|do th|does|is (?:this|that|it|th|there)"
    r"|are the(?:re|se)?\b"
    r"|who is|what (?:i|would|do|does|is|about|else|of these)\b|what [\w-]+ (?:do|would|should|works)"
    r"|what's new"
    r"|which|where|when should|how (?:is|do|does|about|should|can|could|would)|let me|just (?:let|tell"
    r"|say|ask)"
    r"|tell me|say|please|feel free|don't hesitate|ask (?:me|for)|always|more than|happy|glad|ready"
    r"|hope|anything"
    r"|something|before (?:you )?(?:publish|post)|replace|swap|fill in|verify|double-check|fact-check"
    r"|remember to"
    r"|you (?:may|might) want|you're right|don't forget|be sure|make sure|this (?:version|rewrite|draft|text"
    r"|article|piece|revision|copy|intro|headline|opening|ending|tone|should|will|ought|is)"
    r"|that (?:should|will)"
    r"|it (?:should|will|ought|looks|seems)|everything|(?:each|every|all|no"
    r"|none)(?: of)?(?: the)? (?:\w+, )?(?:facts"
    r"|figures|quotes|paragraph|sentence|headings|statistics)|part\b|section|more\b|type|reply with|send"
    r"|write (?:me|\W?continue)|the (?:(?:following|rest|end|word count|statistics|figures|numbers"
    r"|quotes?|names"
    r"|examples|facts|paragraphs?|sentences?|headings|article|text|version|rewrite|draft|piece|revision"
    r"|tone|copy"
    r"|introduction|intro|headline|opening|ending)\b|(?:message|post|prompt|passage) (?:you|seems"
    r"|appears|was|is|got)"
    r"|re-?written|revised|new|edited|reworded|shortened|(?:\w+ )?keyword)|your (?:\w+ )?keyword"
    r"|your (?:article|text"
    r"|message|draft|post|prompt|passage)|my\b|(?:key |main )?(?:changes|edits|improvements)|summary of"
    r"|option"
    r"|version|draft|variant|take \w\b|(?:some |other |alternative |possible |suggested |catchy )?(?:titles?"
    r"|headlines?|subject|meta|hooks?|captions?|intros?|openings?) |sorry|unfortunately|apologies|here"
    r"|below|above is"
    r"|try|give me|find me|will you|one more|second|third|shorte|condensed|expanded|edited|updated"
    r"|final|finished"
    r"|revised|re-?w|clean|another|improved|rephrased|paraphrased|thank|enjoy|good|great|perfect"
    r"|there you|sounds"
    r"|too\b|sure|as requested|note)"
)
# Says nothing of its own, but does not speak against the rest.
_ASIDE = lazy_pattern(
    r"\W*(?:thanks?(?: you)?(?: again)?|enjoy|good luck|(?:i )?hope this helps|what do you think|sounds good"
    r"|there you (?:go|have it)|here you go|great|perfect|you're right(?:, [^.!?\n]{0,60})?"
    r"|just ask|that should do it|too (?:long|short|formal|stiff|dry|chatty)|(?:great|good) (?:question"
    r"|point|catch)|sure|no problem|happy to help|as requested|note)\W*"
)
# An author speaks to readers, or a shop to its customers.
_TO_READERS = lazy_pattern(
    r"\b(?:comments?|(?:form|box|poll|link) below|subscri\w+|e-?mail me|next (?:week|time|month|year"
    r"|issue)|vote|poll|reply|replies|on request"
    r"|price|quote for|booking|your order|appointment|call (?:us|me)|write to|after a reader"
    r"|readers? (?:pointed|asked"
    r"|wrote)|opening (?:hours|times)|(?:dear|our|my) readers|our|your (?:company|business|shop|firm"
    r"|articles|(?:blog )?posts)|my (?:article|text|draft|book|blog"
    r"|website|newsletter)"
    r"|(?:this|second|new|revised) edition|update[ds]?\W{0,2}[:,]|edit:|correction|editor'?s?|ann?otat\w+)\b"
)
# "I could make the story longer, but the bus is here" offers nothing.
_TURNS_AWAY = lazy_pattern(r", but\b|\b(?:his|hers|theirs|mine)\b")
_I = lazy_pattern(r"\b(?:i|i'm|i've|i'd|i'll|my|me)\b")


class Remark(NamedTuple):
    """A block that is said by whoever handed the text in, and whether nobody else would say so."""

    block: Block
    sure: bool


def edge_remarks(document: Document) -> Iterator[Remark]:
    """Yield the blocks at an edge of the document, and in its front matter, that are remarks."""
    head = frozenset(islice(filter(_may_be_remark, document.prose), _HEAD))
    tail = islice(filter(_may_be_remark, reversed(document.prose)), _TAIL)
    meta = takewhile(_is_meta, document.blocks)
    found = [
        (block, *said)
        for block in dict.fromkeys([*meta, *head, *tail])
        if len(block.text) <= _LONGEST
        and _MAY_BEGIN.match(block.folded) is not None
        and (said := _said(block, opens=block in head)) is not None
    ]
    if not found or any(block.kind is BlockKind.CODE for block in document.blocks):
        return
    remarks = {block for block, *_ in found}
    said_by_others = [b for b in document.prose if b not in remarks and not b.in_quote]
    of_article = {
        part
        for part in set().union(*(parts for _, parts, *_ in found))
        if _is_named(part, said_by_others)
    }
    authored = any(map(_speaks_as_i, said_by_others))
    for block, parts, others, least in found:
        counted = parts.keys() - of_article
        if parts and not counted:
            continue
        weight = others + sum(parts[part] for part in counted)
        if weight >= max(least, _SURE_BESIDE_AUTHOR if authored else 0):
            yield Remark(block, sure=weight >= _SURE)


def _is_meta(block: Block) -> bool:
    return block.kind is BlockKind.META


def _may_be_remark(block: Block) -> bool:
    return block.kind not in (BlockKind.HEADING, BlockKind.LIST_ITEM) and not block.in_quote


def _said(block: Block, *, opens: bool) -> tuple[dict[str, int], int, int] | None:
    """Return what a remark weighs, or None when a sentence of the block is none.

    The weight comes as the parts of the text that are named, with what each weighs, and the weight of
    everything else; then what both together must come to.
    """
    text = block.folded
    parts: dict[str, int] = {}
    others = least = 0
    leads_up = (
        ":" in text if block.kind is BlockKind.META else opens and text.rstrip(" *_").endswith(":")
    )
    for sentence in block.sentences:
        said = text[sentence.start : sentence.end]
        marked = text_words.marked(said)
        if _ASIDE.fullmatch(said):
            parts |= marked.parts()
            others += marked.quality()
            continue
        heads = (
            (edge_reports.HEADS if leads_up else edge_reports.HEADS[1:])
            if opens or leads_up
            else ()
        )
        act, match = _act_of(said, marked, heads)
        if match is None or (act in edge_acts.OFFERS and _TURNS_AWAY.search(said)):
            return None
        others += act.weight + text_words.told(said) + _weight_of_groups(match, marked)
        named, reads = _named(act, match, marked)
        parts |= named
        others += reads
        least = max(least, act.least)
    if not least or _TO_READERS.search(text):
        return None
    return parts, others, least


def _act_of(
    said: str, marked: text_words.Marked, heads: tuple[edge_acts.Act, ...]
) -> tuple[edge_acts.Act, re.Match[str] | None]:
    for act in (*edge_acts.OFFERS, *edge_reports.REPORTS, *edge_reports.DECLINES, *heads):
        if match := act.pattern.match(marked.text if act.marks else said):
            return act, match
    return edge_reports.STATES, edge_reports.STATES.pattern.match(marked.text)


def _named(
    act: edge_acts.Act, match: re.Match[str], marked: text_words.Marked
) -> tuple[dict[str, int], int]:
    """Return the parts of the text that a sentence is about, and what its words for qualities weigh."""
    what = match.groupdict().get("what")
    if what and not act.marks:
        told = text_words.marked(what)
        return told.parts(), told.quality()
    # The verb of a report ("I have shortened") is no quality.
    reads = marked.quality(match.end() if act in edge_reports.REPORTS and act.marks else 0)
    if act in edge_reports.REPORTS and not act.marks:
        reads = text_words.marked(match.string[match.end() :]).quality()
    if what:
        return marked.parts(*match.span("what")), reads
    if act not in edge_acts.OFFERS:
        return marked.parts(), reads
    if act.marks:
        return marked.parts(0, match.end()), reads
    return text_words.marked(match.group()).parts(), reads


def _weight_of_groups(match: re.Match[str], marked: text_words.Marked) -> int:
    groups = match.groupdict()
    weight = bool(groups.get("service")) + (groups.get("reword") is not None)
    if groups.get("direct"):
        weight += max(marked.parts(*match.span("direct")).values()) > 1
    return weight


def _is_named(part: str, blocks: list[Block]) -> bool:
    """Whether other blocks speak of such a thing, too, so that it may be what the article is about."""
    stem = part.removesuffix("s")
    return any(stem in block.folded for block in blocks)


def _speaks_as_i(block: Block) -> bool:
    return any(not block.is_quoted(*match.span()) for match in _I.finditer(block.folded))
