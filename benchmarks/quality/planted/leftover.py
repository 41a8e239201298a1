"""Chat replies, citation tokens, placeholders and remarks that were not meant for the reader."""

from __future__ import annotations

import random

from planted import Kind, insert, mark

_OPENERS = [
    "Sure! Here's a rewritten version of your article:",
    "Certainly, here is the revised text with a more engaging tone:",
    "Of course! Below is the article, rewritten for a general audience.",
    "Here is an expanded version of the blog post you provided:",
    "Absolutely! Here's an SEO-friendly draft of about 600 words:",
]
_CLOSERS = [
    "I hope this helps! Let me know if you'd like any changes.",
    "Let me know if you would like me to adjust the tone or the length.",
    "Feel free to ask if you want me to add more details.",
    "Would you like me to turn this into a LinkedIn post?",
]
_DISCLAIMERS = [
    "As an AI language model, I do not have access to real-time data.",
    "I'm sorry, but I cannot browse the internet to verify this.",
    "As of my last knowledge update in September 2021, no figures were available.",
    "As a large language model, I don't have personal opinions.",
]


def chat_reply(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Plant one sentence of an assistant to its user: in front, behind or in between."""
    where = chance.choice(["front", "end", "middle"])
    if where == "front":
        return [mark(chance.choice(_OPENERS)), *paragraphs]
    if where == "end":
        return [*paragraphs, mark(chance.choice(_CLOSERS))]
    return insert(chance, paragraphs, [mark(chance.choice(_DISCLAIMERS))])


_TOKENS = [
    "citeturn0search{n}", ":contentReference[oaicite:{n}]{{index={n}}}", "【{n}†source】",
    "[oai_citation:{n}]",
]  # fmt: skip


def citation_token(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Plant an assistant's internal citation mark at the end of a paragraph."""
    result = list(paragraphs)
    place = chance.randrange(1, len(result))
    token = chance.choice(_TOKENS).format(n=chance.randrange(12))
    result[place] = f"{result[place]} {mark(token)}"
    return result


_PLACEHOLDERS = [
    "[Insert company name]", "[Your Name]", "[add a quote from the mayor here]", "[Insert link]",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "[CITY], [DATE]", "{{product_name}}",
]  # fmt: skip


def placeholder(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Plant a gap that somebody was to fill."""
    result = list(paragraphs)
    place = chance.randrange(1, len(result))
    result[place] = f"{result[place]} For more, ask {mark(chance.choice(_PLACEHOLDERS))} today."
    return result


_REMARKS = [
    "Meta description: Everything you need to know about the subject in under five minutes.",
    "Focus keyword: best garden shed",
    "SEO title: Ten Things Nobody Tells You",
    "Word count: 812",
    "Target keywords: shed, garden, timber, roof",
]


def meta_commentary(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Plant a remark for the content system instead of the reader."""
    remark = mark(chance.choice(_REMARKS))
    return [*paragraphs, remark] if chance.random() < 0.5 else [remark, *paragraphs]


KINDS = [
    Kind("leftover/chat-reply", "leftover", chat_reply),
    Kind("leftover/citation-token", "leftover", citation_token),
    Kind("leftover/placeholder", "leftover", placeholder),
    Kind("leftover/meta-commentary", "leftover", meta_commentary),
]
