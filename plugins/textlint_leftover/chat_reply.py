"""The article holds words that a chat assistant said to whoever asked it for the text.

"Certainly! Here is the rewritten article:" in front of the lead, "Let me know if you'd like me to
adjust the tone" behind the last paragraph, "I'm sorry, but I cannot fulfil this request" as the title of
a page: such sentences were meant for the person at the keyboard and not for the reader. They show
that nobody read the page before it went out, and readers and other publishers take it as such.

A reply is known by its grammar: an opener followed by a delivery, an offer to change the text,
a refusal, a request for input, a speaker that calls itself a model; at either end of an article that is
not about writing, also by several words about the text and its making in one sentence, or by an offer,
a question or a report about a part of the text in a line of its own ("Should I make the intro
shorter?"). Titles and descriptions in the front matter are read too, since most of these sentences are
left there.

**How to fix.** Delete the sentence, then read the page from the start: where one was left, the text
around it was usually not read either. A refusal means that the text itself is missing.

**Known limits.** Sentences in quotation marks, block quotations, tables or behind "it answered:" are
taken as examples, and so are list items in an article about chatbots. "I hope this helps" is what
people write too: alone it is a note, and nothing when the author speaks as "I" elsewhere.
Languages other than English are covered by their commonest openers only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit, Severity
from textlint.phrases import PhraseMatch, PhraseTable
from textlint.rule import Context, bad, good, rule
from textlint_leftover import conversation, editing_talk
from textlint_leftover import foreign_replies as foreign
from textlint_leftover import reply_patterns as patterns
from textlint_leftover.edge_remarks import edge_remarks
from textlint_leftover.mention import Mentions, sentence_range

_I = lazy_pattern(r"\b(?:i|i'm|i've|i'd|my|me)\b")
# Front matter whose business it is to hold prompts.
_PROMPT_KEY = lazy_pattern(r"prompt|instruction|system|comment", re.IGNORECASE)

# Kind of a phrase in chat-reply.csv -> what must follow it.
_AFTER: dict[str, tuple[re.Pattern[str], ...]] = {
    "identity": (patterns.FIRST_PERSON,),
    "i am": (patterns.I_AM,),
    "cutoff": (patterns.CUTOFF,),
    "rewrote": (patterns.REWROTE,),
    "kept": (patterns.KEPT,),
    "offer": (patterns.OFFER,),
    "question": (patterns.OFFER_QUESTION,),
    "trade": (patterns.TRADES,),
    "choice": (patterns.CHOICE,),
    "refusal": (patterns.REFUSAL, patterns.REFUSAL_POLICY),
    "cannot": (patterns.CANNOT, patterns.REFUSAL_POLICY),
    "no access": (patterns.NO_ACCESS,),
    "input": (patterns.INPUT,),
    "asks": (patterns.ASKS_FOR_TEXT,),
    "asks for": (patterns.ASKS_FOR,),
    "no input": (patterns.NO_INPUT,),
    "closing": (patterns.CLOSING_MADE,),
    "can": (patterns.CAN_ADAPT,),
    "go on": (patterns.GO_ON,),
    "willing": (patterns.WILLING,),
    "custom": (patterns.CUSTOM,),
    **{
        kind: (pattern,)
        for kind, pattern in (foreign.DECLINES | foreign.AI_SPEAKS | foreign.OFFERS).items()
    },
}
# The same for what counts only beside other replies, or where nobody else says "I".
_SAID_BY_PEOPLE_TOO = {
    "closing": patterns.CLOSING,
    "updated": patterns.UPDATED,
    "luck": patterns.LUCK,
    "offer": patterns.OFFERS_ANYTHING,
    "question": patterns.ASKS_ANYTHING,
}
_ENGLISH_DELIVERY = (patterns.OPENER, patterns.DELIVERS, patterns.DELIVERS_REWRITE)
_OF_CONVERSATION = frozenset({"prompt", "speaker", "role", *conversation.LINES})
_LONGEST_BULLET, _LONGEST_PROMPT = 8, 600  # code points
_OPENS_LINE = " *_[(#\"'-"
_LONGEST_OPENER = 160  # code points


def _reads(block: Block) -> bool:
    if block.kind is BlockKind.META:
        return not _PROMPT_KEY.search(block.label)
    return block.is_prose or block.kind is BlockKind.ALT


@rule(
    "leftover/chat-reply",
    summary="A sentence that a chat assistant said to whoever asked for the text.",
    message='"{text}" was said to whoever asked for the text, not to its readers. Delete it.',
    severity="error",
    phrases=[
        PhraseTable.load("textlint_leftover", "chat-reply.csv"),
        PhraseTable.load("textlint_leftover", editing_talk.TABLE),
    ],
    reads=_reads,
    always_runs=True,
    examples=[
        bad(
            "Certainly! Here is the rewritten article:\n\nThe harbour reopened on Monday.\n",
            at="Certainly! Here is the rewritten article:",
        ),
        bad(
            "The mill closed in 1931.\n\nLet me know if you'd like me to adjust the tone.\n",
            at="Let me know if you'd like me to adjust the tone.",
        ),
        bad(
            "# I'm sorry, but I cannot fulfill this request\n\nThe lamp is made of brass.\n",
            at="I'm sorry, but I cannot fulfill this request",
        ),
        bad(
            "The ferry runs daily. As an AI language model, I don't have access to the timetable.\n",
            at="As an AI language model, I don't have access to the timetable.",
        ),
        bad(
            "¡Por supuesto! Aquí tienes una versión reescrita del texto:\n\nEl puerto abrió el lunes.\n",
            at="¡Por supuesto! Aquí tienes una versión reescrita del texto:",
        ),
        bad(
            "Please provide the article you would like me to rewrite.\n",
            at="Please provide the article you would like me to rewrite.",
        ),
        bad(
            "Below is the revised draft, with improved flow and clarity:\n\nThe pool reopened.\n",
            at="Below is the revised draft, with improved flow and clarity:",
        ),
        bad(
            "The pool reopened.\n\nThis rewrite keeps the original meaning and improves readability.\n",
            at="This rewrite keeps the original meaning and improves readability.",
        ),
        good(
            "The pool reopened.\n\nThis interview has been edited and condensed for length and clarity.\n",
            why="an editor says what was done",
        ),
        good(
            "Here is the updated version of our guide, with a better structure:\n\nStart at the harbour.\n",
            why="a guide that was revised for its readers",
        ),
        good(
            "Short sentences help. Rewrite each paragraph that needs a second reading.\n\n"
            "The tone follows. Your article needs no keyword density, and nobody counts synonyms.\n\n"
            "To rewrite is to think. Paraphrasing is not.\n\n"
            "Then wait a day.\n\nAsk a friend.\n\n"
            "In part two I have an example of your article, reworded in a formal tone.\n",
            why="an article about writing",
        ),
        good(
            'Editors now search for "Certainly! Here is the rewritten article" before they publish.\n',
            why="the sentence is quoted",
        ),
        good(
            "The bot answered:\n\n> As an AI language model, I cannot vote.\n",
            why="a block quotation after an introduction",
        ),
        good(
            "As an AI language model, Tern-2 was trained on ships' logs.\n",
            why="the model is spoken about and does not speak",
        ),
        good(
            "I spent a week on this bug and I still dream of it. I hope this helps!\n",
            why="a person who writes as “I” says good-bye",
        ),
        good(
            "SIR – The wall leans. P. Yarrow\n\nI have shortened the text to fit the page.\n",
            why="an editor of letters says what was done",
        ),
        good(
            "I have translated the text while keeping the old spellings. The notes are mine.\n",
            why="a translator says what was done",
        ),
        good("Here is the revised budget of the council:\n\n- roads\n", why="nothing was reworded"),
        good(
            "## Can I try it?\n\nSure! Here's an example of a first loaf.\n",
            why="the answer to a question of the article's own",
        ),
        good(
            "Let me know if you want to hear more about lighthouses.\n",
            why="an author speaks to readers",
        ),
    ],
)
def chat_reply(document: Document, context: Context) -> Iterator[Hit]:
    mentions = Mentions(document)
    replies: dict[Block, list[tuple[int, int]]] = {}
    closings: dict[Block, list[tuple[int, int]]] = {}
    talk: list[PhraseMatch] = []
    for match in context.phrases:
        if match.table == editing_talk.TABLE:
            talk.append(match)
            continue
        block, into = match.block, replies
        place = _reply(match, mentions)
        if place is None and _is_closing(match):
            place, into = (match.start, match.end), closings
        if place is not None and not mentions.is_shown(block, *place):
            into.setdefault(block, []).append(sentence_range(block, *place))
    for block, place in editing_talk.editing_talk(document, talk, mentions):
        if not mentions.is_shown(block, *place):
            replies.setdefault(block, []).append(place)
    for block, sure in edge_remarks(document):
        place = (len(block.text) - len(block.text.lstrip()), len(block.text.rstrip()))
        if not mentions.is_shown(block, *place):
            (replies if sure else closings).setdefault(block, []).append(place)
    if replies:
        for block, ranges in closings.items():
            replies.setdefault(block, []).extend(ranges)
        for block, ranges in replies.items():
            for start, end in _joined(block, ranges):
                yield _hit(block, start, end, Severity.ERROR)
    elif closings:
        block, ranges = closings.popitem()
        if not _speaks_as_i(document):
            yield _hit(block, *ranges[-1], Severity.NOTE)


def _reply(match: PhraseMatch, mentions: Mentions) -> tuple[int, int] | None:
    """Return the range of the block's text that is a reply, or None when the phrase is ordinary."""
    kind, text, start, end = (
        match.phrase.fields["kind"],
        match.block.folded,
        match.start,
        match.end,
    )
    if kind in ("reply", "token"):
        return start, end
    if kind.startswith("delivery"):
        return _delivery(match, mentions)
    if kind == "announcement":
        opened = start <= _LONGEST_OPENER and patterns.OPENER.match(text, 0, start)
        opened = opened if _begins_article(mentions.before(match.block)) else None
        after = patterns.ANNOUNCES.match(text, end) if opened else None
        return (0, after.end()) if after else None
    if kind == "interface":
        return (start, end) if patterns.INTERFACE_LINE.fullmatch(text) else None
    if kind == "label":
        return (start, end) if patterns.DELIVERY_LABEL.fullmatch(text) else None
    if kind in _OF_CONVERSATION:
        return _of_conversation(kind, match)
    if kind == "kept" and not patterns.KEPT_SUBJECT.match(
        text, sentence_range(match.block, start, end)[0]
    ):
        return None
    for pattern in _AFTER.get(kind, ()):
        after = pattern.match(text, end)
        if after:
            return start, after.end()
    return None


def _of_conversation(kind: str, match: PhraseMatch) -> tuple[int, int] | None:
    """Return the range of a line of the conversation in which the text was ordered."""
    block, text = match.block, match.block.folded
    first, last = sentence_range(block, match.start, match.end)
    if kind == "prompt":
        opens = match.start - first < _LONGEST_BULLET and not text[first : match.start].strip(
            _OPENS_LINE
        )
        last = min(last, first + _LONGEST_PROMPT)
        return (first, last) if opens and conversation.is_prompt(text, match.start, last) else None
    if kind == "role" and (opening := conversation.ROLE_OPENING.match(text)):
        return opening.start(), opening.end()
    if not conversation.is_whole_line(block):
        return None
    whole = (len(text) - len(text.lstrip()), len(text.rstrip()))
    if kind == "speaker":
        opens = not text[: match.start].strip(_OPENS_LINE)
        return whole if opens and conversation.SPEAKER_LINE.match(text, match.end) else None
    if kind == "role":
        taken = conversation.ROLE_TAKEN.match(text, first)
        if taken is not None:
            return first, last
        return whole if conversation.ROLE_LINE.fullmatch(text) else None
    return whole if conversation.LINES[kind].fullmatch(text) else None


def _delivery(match: PhraseMatch, mentions: Mentions) -> tuple[int, int] | None:
    kind, block = match.phrase.fields["kind"], match.block
    text, start, end = block.folded, match.start, match.end
    if kind == "delivery-cjk":
        after = foreign.CJK_DELIVERY.match(text, end)
        return (start, after.end()) if after and not text[:start].strip() else None
    opener, product, rewrite = foreign.DELIVERIES.get(kind, _ENGLISH_DELIVERY)
    opened = start <= _LONGEST_OPENER and opener.match(text, 0, start)
    if (after := rewrite.match(text, end)) and _leads_up(block, start, after.end()):
        return (0 if opened else start), after.end()
    if opened and (after := product.match(text, end)):
        previous = mentions.before(block)
        if patterns.CASUAL_OPENER.match(text) and not _begins_article(previous):
            return None
        if previous is None or not previous.text.rstrip().endswith("?"):
            return 0, after.end()
    return None


def _begins_article(previous: Block | None) -> bool:
    """Whether nothing but a title stands before."""
    return previous is None or previous.kind is BlockKind.HEADING


def _leads_up(block: Block, start: int, end: int) -> bool:
    """Whether the sentence hands over the text itself: with a colon, or as the block's last one."""
    colon = block.text.find(":", end, end + 160)
    return colon >= 0 or sentence_range(block, start, end)[1] == len(block.text)


def _joined(block: Block, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and not block.text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _is_closing(match: PhraseMatch) -> bool:
    pattern = _SAID_BY_PEOPLE_TOO.get(match.phrase.fields["kind"])
    return pattern is not None and pattern.match(match.block.folded, match.end) is not None


def _speaks_as_i(document: Document) -> bool:
    """Whether the author says "I" at least twice, the closing included."""
    return sum(1 for s in document.sentences if _I.search(s.block.folded, s.start, s.end)) >= 2


def _hit(block: Block, start: int, end: int, severity: Severity) -> Hit:
    text = block.text[start:end]
    shown = text if len(text) <= 90 else text[:89].rstrip() + "…"
    return Hit(block.span_at(start, end), {"text": shown}, severity=severity)
