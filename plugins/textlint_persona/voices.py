"""Who speaks: the blocks of a document in which its author does.

An article holds other people's words outside quotation marks too: the answers of an interview, the
letters of a letters page, testimonials, comments with a signature, sections that each belong to a
person, a short story. What those people say of themselves is no claim of the author.
"""

from __future__ import annotations

from collections import Counter

from textlint.document import Block, BlockKind, Document, fold
from textlint.lazy import lazy_pattern
from textlint_persona.declared import declarations
from textlint_persona.grammar import words_of
from textlint_persona.lexicon import lexicon
from textlint_persona.memory import once_per_document
from textlint_persona.turns import TOPICS, turns

# "— Yann, 4 May 1978", "~ Petra K.", "- A reader, Leeds"
_DASHED_SIGNATURE = lazy_pattern(
    r"[\"'“*_]{0,2}(?:[—–~]{1,2}\s*|--?\s+)(?:an? )?[A-Z][\w.’'\-]*(?:"
    r" (?:[A-Z][\w.’'\-]*|de|van|von|of)){0,3}"
    r"(?P<more>,? ?(?:\(.{1,40}\)|, .{2,60}|\d.{2,30}| [A-Z].{2,40})?)\.?"
)
# "E. Vandermeer, Tarnbeck", "Clement Purcell (retd), Upper Tarn"
_PLAIN_SIGNATURE = lazy_pattern(
    r"\W{0,3}(?:(?:Dr|Mr|Mrs|Ms|Prof|Rev)\.? )?[A-Z][\w.’'\-]*(?: (?:[A-Z][\w.’'\-]*"
    r"|\([^)]*\)|de|van|von|of)){1,4}"
    r"(?:, [^.!?]{2,60})?"
)
_LONGEST_SIGNATURE = 90  # code points
_LONGEST_LETTER = 8  # blocks; one of a tweet
# "… What can I do? – M.J., Kollam", at the end of the letter itself.
_INLINE_SIGNATURE = lazy_pattern(
    r"[.?!][\"”’)]* [–—-]{1,2} ?(?:[Nn]ame withheld|[A-Z][\w.’']*(?: [A-Z][\w.’']*){0,2}"
    r"(?:, [A-Z][\w’' -]{2,25})?)\W{0,3}$"
)
_CLOSING = lazy_pattern(
    r"(?:yours|kind regards|best wishes|regards|sincerely|warmly|love|name and address"
    r" (?:supplied|withheld))\b.{0,30}"
)
_SALUTATION = lazy_pattern(
    r"\W{0,3}(?:sir|madam|dear (?:sir|madam|editors?|all|abby|[\w.’'\-]+(?: [\w.’'\-]+)?))\W{0,3}[,:—–-]"
)

# "Ignatius, 44, planning officer", "Rosalind (71)"
_NAME_AND_AGE = lazy_pattern(r"\W{0,3}[A-Z][\w’'\-]+(?: [A-Z][\w’'.\-]+){0,2},? \(?\d\d\b\)?")
_OTHERS_SECTION = lazy_pattern(
    r"\b(?:comments?|letters?(?: to the editor)?|testimonials?|reader (?:reviews|stories"
    r"|letters)|customer (?:reviews|stories)"
    r"|user stor(?:y|ies)|what (?:our |my |the )?\w+ (?:say|said|are saying)|in (?:their|her|his) own words"
    r"|persona(?:s)?\b.{0,40}|replies|responses|transcript|sample (?:answers?|prompts?"
    r"|letters?|dialogues?)|example (?:answers?|prompts?|dialogues?)"
    r"|dialogues?|monologues?|vox pops?)"
)
_FICTION = lazy_pattern(
    r"(?:an? )?(?:very )?(?:short|flash|ghost|detective|christmas)?[ -]?(?:story|fiction"
    r"|novella|novel|fairy tale|monologue|radio play)"
    r"(?: (?:by|from)\b.{0,60})?|chapter (?:\d+|[ivxlc]+|one|two|three)\b.{0,60}"
)
_LETTERS_PAGE = lazy_pattern(
    r"letters(?: to the editor)?|dear \w+|.{0,40}\b(?:vox pops?|in their own words)\b.{0,40}"
)

# A question to a person: "How did you become a diver?", "What is your favourite knot?"
_INTERVIEW = lazy_pattern(
    r"\b(?:(?:did|do|have|are|were|would|could|had|can) you|(?:is|was|were|'s|about|are)"
    r" your|for you|to you|tell (?:us|me))\b.*\?"
)

_SPEAKING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.DEFINITION})
_NEVER_AUTHOR = frozenset({"quote", "figure", "table", "footnote"})


@once_per_document
def author_blocks(document: Document) -> frozenset[Block]:
    """Return the paragraphs and list items of `document` in which its author speaks."""
    prose = document.prose
    if _is_told_by_others(prose):
        return frozenset()
    others = (
        turns(prose, _author_names(document))
        | _signed(prose)
        | _sections(prose)
        | _answers(prose)
        | _dialogue(prose)
    )
    others |= _user_stories(prose)
    others |= _asked(prose) | _interview(document) | _run_in_labels(document)
    return frozenset(
        block for index, block in enumerate(prose) if index not in others and may_be_author(block)
    )


def may_be_author(block: Block) -> bool:
    """Whether an author may speak in a block of this kind and place."""
    return block.kind in _SPEAKING and _NEVER_AUTHOR.isdisjoint(block.containers)


def is_heading(block: Block) -> bool:
    """Whether a block is a heading, or a line of plain text that stands as one."""
    if block.kind is BlockKind.HEADING:
        return True
    text = block.text
    return (
        len(text) < 60
        and block.kind is BlockKind.PARAGRAPH
        and text[:1].isupper()
        and (text.isupper() or (text[-1:].isalnum() and len(text.split()) <= 6))
    )


def _is_told_by_others(prose: tuple[Block, ...]) -> bool:
    """Whether the head of the document says that it is fiction or a page of letters."""
    for block in prose[:5]:
        if len(block.text) < 90 and (
            _FICTION.fullmatch(block.folded)
            or (block.kind is BlockKind.HEADING and _LETTERS_PAGE.fullmatch(block.folded))
        ):
            return True
    return False


def _dialogue(prose: tuple[Block, ...]) -> set[int]:
    """Return the lines of a dialogue that is set with dashes, if there are several."""
    lines = {i for i, block in enumerate(prose) if block.text.startswith(("— ", "– ", "—\u00a0"))}
    return lines if len(lines) >= 2 else set()


def _user_stories(prose: tuple[Block, ...]) -> set[int]:
    """Return the wishes of invented users, if there are several: "As a volunteer, I can check in returns."""
    stories = {i for i, block in enumerate(prose) if _STORY.match(block.folded, 0, 200) is not None}
    return stories if len(stories) >= _STORIES else set()


# "**BK-12.** As a guest, I want to …": what tracks them puts a number before each.
_STORY = lazy_pattern(
    r"\W{0,4}(?:(?:user )?(?:story )?(?:[a-z]{1,8}-?)?#?\d{1,5}\W{1,5})?"
    r"as (?:an?|the) [^,]{1,60}, i(?:'d| would)? (?:want|need|can|like|expect|wish|should"
    r"|must|may|am able)\b"
)
_STORIES = 3


def _answers(prose: tuple[Block, ...]) -> set[int]:
    """Return everything below the questions of an interview whose questions are its headings."""
    headings = [index for index, block in enumerate(prose) if block.kind is BlockKind.HEADING]
    questions = [index for index in headings if _INTERVIEW.search(prose[index].folded)]
    if len(questions) < 3 or len(questions) < 0.6 * len(headings):
        return set()
    return set(range(questions[0], len(prose)))


def _interview(document: Document) -> set[int]:
    """Return everything below the first question of an interview whose questions are paragraphs.

    Who answers tells of a life, role by role; who asks has said "I" above, if at all.
    """
    prose = document.prose
    questions = [index for index, block in enumerate(prose) if _is_put_to_somebody(block)]
    if len(questions) < 2:
        return set()
    told = any(_MET.search(block.folded) is not None for block in prose[:_HEAD])
    personal = sum(
        _TO_YOU.search(prose[index].folded) is not None
        or (told and _is_bold(document, prose[index]))
        for index in questions
    )
    if len(questions) < (2 if told else 3) or personal < 2:
        return set()
    return set(range(questions[0], len(prose)))


def _run_in_labels(document: Document) -> set[int]:
    """Return the paragraphs that begin with the label of a speaker in bold, if labels come back.

    "**Hers.** I planted it." and "**His.** I cut it.", turn about.
    """
    labels: dict[int, str] = {}
    for index, block in enumerate(document.prose):
        if block.kind is BlockKind.PARAGRAPH:
            source = document.source[block.span.start : block.span.start + _LONGEST_SIGNATURE]
            found = _RUN_IN.match(source)
            if found is not None:
                labels[index] = found["label"].lower()
    counts = Counter(labels.values())
    again = [label for label, count in counts.items() if count > 1 and label not in TOPICS]
    return set(labels) if len(counts) >= 2 and len(again) >= 2 else set()


_RUN_IN = lazy_pattern(
    r"(?:\*\*|__|<p><(?:b|strong)>)(?P<label>[^*_<\n]{2,40}?)[.:]?(?:\*\*|__|</(?:b|strong)>)[.:]? \w"
)


def _is_bold(document: Document, block: Block) -> bool:
    """Whether a paragraph is set in bold from end to end, as questions are."""
    source = document.source[block.span.start : block.span.end].strip()
    return source.startswith(("**", "__", "<p><b>", "<p><strong>")) and source.endswith(
        ("**", "__", "</b></p>", "</strong></p>")
    )


_TO_YOU = lazy_pattern(r"\b(?:you|your|you've|you'd)\b")
# How the head of an article says that it is an interview.
_MET = lazy_pattern(
    r"\b(?:interview\w*|in conversation|a (?:talk|conversation|chat|word|hour|coffee) with|q ?& ?a"
    r"|questions (?:for|to)"
    r"|i (?:met|visited|asked|called|rang|phoned|sat down with|spoke (?:to|with)|talked (?:to|with))"
    r"|(?:we|i) asked (?:him|her|them)|(?:spoke|talked) (?:to|with) us)\b"
)
_HEAD, _LONGEST_QUESTION = 5, 240  # blocks; code points


def _is_put_to_somebody(block: Block) -> bool:
    """Whether a paragraph is one question, and not one that the author puts to himself."""
    text = block.folded
    return (
        block.kind is BlockKind.PARAGRAPH
        and text.endswith("?")
        and len(text) <= _LONGEST_QUESTION
        and _MYSELF.search(text) is None
    )


_MYSELF = lazy_pattern(r"\b(?:i|my|me|i'm|i've)\b")


def _author_names(document: Document) -> frozenset[str]:
    """Return the words of the names of the authors that the page declares, in lower case."""
    return frozenset(
        word
        for declared in declarations(document)
        for word in words_of(fold(declared.text))
        if declared.text[:1].isupper() and len(declared.text) < _LONGEST_SIGNATURE
    )


def _asked(prose: tuple[Block, ...]) -> set[int]:
    """Return the questions of readers, if there are several: "I am a tenant. May I paint the door?"."""
    questions = {
        index
        for index, block in enumerate(prose)
        if block.text.endswith("?") and _MAY_I.search(block.folded) is not None
    }
    return questions if len(questions) >= 2 else set()


# At the end of its block, so that the answer is the next one.
_MAY_I = lazy_pattern(
    r"\b(?:do|does|may|can|should|must|shall|am|will|would|could|is|are) (?:i|my|we)\b[^.?!]{2,120}\?$"
)


def _signed(prose: tuple[Block, ...]) -> set[int]:
    """Return the blocks of letters and comments: those that end in a signature, if several do."""
    ends = {
        index
        for index in range(1, len(prose))
        if len(prose[index].text) <= _LONGEST_SIGNATURE and _is_signature(prose, index)
    }
    inline = {
        i
        for i, block in enumerate(prose)
        if " -" in block.folded[-60:] and _INLINE_SIGNATURE.search(block.text[-60:])
    }
    salutations = {i for i, block in enumerate(prose) if _SALUTATION.match(block.folded, 0, 60)}
    signed: set[int] = inline if len(inline) >= 2 else set()
    if len(ends) < 2 and len(salutations) < 2:
        return signed
    for end in sorted(ends) if len(ends) >= 2 else []:
        reach = 1 if "(@" in prose[end].text else _LONGEST_LETTER
        index = end
        while index >= max(0, end - reach) and (
            index == end or not (is_heading(prose[index]) or index in ends)
        ):
            signed.add(index)
            index -= 1
    if len(salutations) >= 2:
        signed |= _until_heading(prose, salutations)
    return signed


def _is_signature(prose: tuple[Block, ...], index: int) -> bool:
    block, before = prose[index], prose[index - 1]
    if len(before.text) < 40:
        return False
    if _CLOSING.fullmatch(block.folded):
        return True
    dashed = _DASHED_SIGNATURE.fullmatch(block.text)
    if dashed is not None and (dashed["more"] or block.text[0] in "—–~" or " " in block.text[2:]):
        return True
    return (
        block.kind is BlockKind.PARAGRAPH
        and before.text[-1:] in ".!?”\"'’"
        and len(block.text.split()) <= 9
        and "," in block.text
        and _PLAIN_SIGNATURE.fullmatch(block.text) is not None
    )


def _sections(prose: tuple[Block, ...]) -> set[int]:
    """Return the blocks of sections that belong to named persons or to readers and customers."""
    people = [i for i, block in enumerate(prose) if _is_person_heading(block)]
    named = [i for i, block in enumerate(prose) if _is_named_heading(block)]
    people += named if len(named) >= 2 else []
    roles = [i for i, block in enumerate(prose) if _is_role_heading(block)]
    people += roles if len(roles) >= 2 else []
    starts = frozenset(people if len(people) >= 2 else [])
    found: set[int] = set()
    for index, block in enumerate(prose):
        if index in starts or (is_heading(block) and _OTHERS_SECTION.fullmatch(block.folded)):
            found |= _section(prose, index)
    return found


def _is_person_heading(block: Block) -> bool:
    return is_heading(block) and _NAME_AND_AGE.match(block.text, 0, 80) is not None


def _is_named_heading(block: Block) -> bool:
    """Whether a heading is a name and what its bearer does: "Tor, security"."""
    return block.kind is BlockKind.HEADING and _NAME_AND_WORK.fullmatch(block.text) is not None


_NAME_AND_WORK = lazy_pattern(
    r"[A-Z][\w’'\-]+(?: [A-Z][\w’'.\-]+){0,2}, (?:the |head of |our )?[a-z][\w -]{2,30}"
)


def _is_role_heading(block: Block) -> bool:
    """Whether a heading is a role: "The microbiologist", "The chef's view"."""
    if not is_heading(block) or not block.folded.startswith("the "):
        return False
    words = [
        word for word in words_of(block.folded)[1:] if word not in ("view", "answer", "verdict")
    ]
    role = lexicon().role(words, len(words)) if 1 <= len(words) <= 3 else None
    return role is not None and role[1] == 0 and role[0].kind not in ("thing", "person")


def _section(prose: tuple[Block, ...], start: int) -> set[int]:
    """Return the blocks from the heading `start` to the next heading of its level or higher."""
    level = prose[start].level
    section = {start}
    for index in range(start + 1, len(prose)):
        block = prose[index]
        if is_heading(block) and block.level <= level:
            break
        section.add(index)
    return section


def _until_heading(prose: tuple[Block, ...], starts: set[int]) -> set[int]:
    found: set[int] = set()
    inside = False
    for index, block in enumerate(prose):
        if index in starts:
            inside = True
        elif block.kind is BlockKind.HEADING:
            inside = False
        if inside:
            found.add(index)
    return found
