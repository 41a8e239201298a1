"""Whether a passage is said by the article or only shown in it, as an example or a quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import islice

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern

CHATBOT = lazy_pattern(
    r"\b(?:chat-?gpts?|gpt-?\d\w*|chatbots?|chat bots?|claude|gemini|copilot|bard|llama|mistral|grok"
    r"|deepseek|openai|anthropic|llms?|(?:large )?language models?|ai (?:assistants?|models?|tools?)"
    r"|prompts?|prompted|assistants?|bots?|ai-?(?:generated|written|made|assisted)"
    r"|(?:written|generated|made|drafted) (?:by|with|using) (?:an )?ai)\b"
)
# One of these is in each of them: most documents are told by that to be about something else.
_CHATBOT_CLUES = (
    *(
        "gpt",
        "claude",
        "gemini",
        "copilot",
        "bard",
        "llama",
        "mistral",
        "grok",
        "deepseek",
        "openai",
    ),
    *("anthropic", "llm", "language model", "ai model", "ai tool", "prompt", "assistant"),
    *("chatbot", "chat bot"),
)
_BOT = lazy_pattern(r"bot(?<=\bbot)s?\b")  # not of "both" and "bottom"
# Words after which a text is held up for inspection, up to the end of what was read so far.
_INTRODUCES = lazy_pattern(
    r"\b(?:sa(?:y|ys|id|ying)|repl(?:y|ies|ied)|respon(?:d|ds|ded|se|ses)|answer(?:s|ed)?|writes?|wrote"
    r"|typed?|types|outputs?|phrases?|lines?|strings?|words|messages?|examples?|instance|such as|like"
    r"|e\.g\.|(?:begin|start|end)s? with|reads?|contain(?:s|ing)?|(?:search|look)(?:s|ed|ing|es)? for"
    r"|ask(?:s|ed)?)\b[^.!?]{0,60}\Z"
)
# "Editor: …", "The visitor: …", but not the labels that a writer puts before words of his own.
_SPEAKER = lazy_pattern(
    r"\W*(?!(?:Please )?(?:Note|NB|Disclaimer|Remember|Conclusion|Summary|Title|Description|Important)\b)"
    r"[A-Z][\w.'’-]{0,30}(?: [\w.'’-]{1,30}){0,3} ?: ?\W*\Z"
)
_OPENS_QUOTE = "\"'“„‘«‹「『\ufffc"
_OPENS_APART = "«‹「『\ufffc"  # also with a space behind them
_REACH = 160  # code points before a passage in which an introduction is looked for


def sentence_range(block: Block, start: int, end: int) -> tuple[int, int]:
    """Return the range of the sentences that `block.text[start:end]` touches, or the range itself."""
    sentences = block.sentences
    first = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    last = bisect_left(sentences, end, key=lambda sentence: sentence.start) - 1
    if last < 0 or sentences[last].end <= start:
        return start, end
    if sentences[max(first, 0)].end <= start:
        first += 1
    return sentences[max(first, 0)].start, sentences[last].end


class Mentions:
    """Tells, for one document, passages that are said from passages that are shown."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.document.prose]

    def is_shown(self, block: Block, start: int, end: int) -> bool:
        """Whether `block.text[start:end]` is quoted or held up as an example, and not said.

        A passage is shown when it stands in a block quotation, a table or quotation marks, behind a
        speaker's name ("Editor: …") or after "says", "such as" and the like in its own sentence, and
        when the block before it leads up to it with a colon or speaks of a chatbot's answer.
        """
        if self.is_set_apart(block, start, end):
            return True
        before = block.text[max(0, start - _REACH) : start].rstrip()
        if _INTRODUCES.search(before.lower()) or _SPEAKER.match(before):
            return True
        if block.kind in (BlockKind.META, BlockKind.HEADING):
            return self.is_about_chatbots
        previous = self.before(block)
        if previous is None or previous.kind is BlockKind.HEADING:
            return block.kind is BlockKind.LIST_ITEM and self.is_about_chatbots
        if previous.text.rstrip().endswith((":", "：")) or block.kind is BlockKind.LIST_ITEM:
            return previous.kind is not BlockKind.LIST_ITEM or self.is_about_chatbots
        ending = previous.folded[-_REACH:]
        return bool(CHATBOT.search(ending) and _INTRODUCES.search(ending.rstrip(".!? ")))

    def is_set_apart(self, block: Block, start: int, end: int) -> bool:
        """Whether `block.text[start:end]` is in quotation marks, a block quotation or a table."""
        if block.in_quote or block.kind is BlockKind.TABLE_CELL or block.is_quoted(start, end):
            return True
        before = block.text[max(0, start - 2) : start]
        if before.endswith(" "):  # a quotation mark and a space have closed a quotation
            return before[:-1] in tuple(_OPENS_APART)
        return before[-1:] in tuple(_OPENS_QUOTE)

    def is_introduced(self, block: Block) -> bool:
        """Whether the block before this one leads up to it with a colon."""
        previous = self.before(block)
        return previous is not None and previous.text.rstrip().endswith((":", "："))

    def before(self, block: Block) -> Block | None:
        """Return the prose block directly before `block`, or None."""
        index = bisect_left(self._starts, block.span.start)
        return self.document.prose[index - 1] if index else None

    def following(self, block: Block, count: int) -> tuple[Block, ...]:
        """Return up to `count` prose blocks after `block`."""
        index = bisect_right(self._starts, block.span.start)
        return self.document.prose[index : index + count]

    @cached_property
    def is_about_chatbots(self) -> bool:
        """Whether chatbots or prompts are the subject: the title or three blocks name them."""
        title = self.document.title
        if title and CHATBOT.search(title.lower()):
            return True
        text = self.document.folded_text
        if not any(clue in text for clue in _CHATBOT_CLUES) and _BOT.search(text) is None:
            return False
        named = (block for block in self.document.prose if _names_chatbot(block.folded))
        return len(list(islice(named, 3))) == 3


def _names_chatbot(text: str) -> bool:
    """Whether `CHATBOT` matches in folded text; asked of whole articles, and so with a quick test first."""
    told = any(clue in text for clue in _CHATBOT_CLUES) or _BOT.search(text) is not None
    return told and CHATBOT.search(text) is not None
