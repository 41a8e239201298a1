"""Lines of the conversation in which a text was ordered: the prompt, who speaks, which version follows.

"User: make it longer and add a quote", "Rewrite the following paragraph in a friendlier tone:", "Writing
in the voice of a seasoned gardener:", "Option 2 (more playful):" are no sentences of an article. Each is
tried at a phrase of `chat-reply.csv`; patterns run on folded text, with bounded repetitions.
"""

from __future__ import annotations

from textlint.document import Block, BlockKind
from textlint.lazy import lazy_pattern
from textlint_leftover.reply_patterns import one_of

_LONGEST_LINE = 200  # code points of a block that is nothing but such a line
_CONSTRAINTS = 2  # what a prompt asks of the text at least, when keywords are among it

# -- whose voice was asked for ---------------------------------------------------------------------

_VOICE = "(?:voice|style|tone|persona|manner|character)"
_VIEW = "(?:perspective|viewpoint|point of view|standpoint)"
_BEGINS_ROLE = one_of(
    """writing written speaking adopting assuming using taking(?:_on)? channell?ing imitating mimicking
    continuing answering responding rewriting rewritten rephrased reimagined narrated
    (?:and_)?now here told"""
)
# "Writing in the voice of a seasoned journalist:", "In the style of a travel columnist:"
ROLE_LINE = lazy_pattern(
    rf"\W{{0,4}}(?:{_BEGINS_ROLE} )?(?:again )?(?:in |from |with |using |as if in )?(?:the"
    rf"|a) (?:[\w-]+ ){{0,3}}?"
    rf"(?:{_VOICE}|(?<!in the ){_VIEW}) of an? [^:.!?\n]{{3,80}}:\W{{0,4}}"
)
# "Adopting the persona of a gardener, I'll now …"
ROLE_TAKEN = lazy_pattern(
    rf"\W{{0,4}}(?:{_BEGINS_ROLE} )(?:in |from )?(?:the|a) (?:[\w-]+ ){{0,3}}?(?:{_VOICE}|{_VIEW}|role) of "
    r"an? [^,:.!?\n]{3,80}, (?:i(?:'ll|'d| will| would| am going to)|here(?:'s| is| are)|let me)\b"
)

# The same where the text follows in the same paragraph.
ROLE_OPENING = lazy_pattern(
    rf"\W{{0,4}}{_BEGINS_ROLE} (?:in |from |with )?the (?:[\w-]+ ){{0,3}}?(?:{_VOICE}|{_VIEW}) of "
    r"an? [^:.!?\n]{3,80}:"
)

# -- which version follows ---------------------------------------------------------------------------

_PIECE = one_of(
    """versions? articles? text drafts? options? sections? paragraphs? introduction intro conclusion titles?
    headlines? alternatives? variants? rewrites? passages? summary body post blog_post part lead hook"""
)
_MADE = one_of(
    """re-?written revised reworded rephrased paraphrased improved expanded shortened condensed edited
    polished optimi[sz]ed humani[sz]ed regenerated"""
)
_SOUNDS = one_of(
    """formal informal casual playful friendly professional concise engaging conversational humorous
    persuasive seo-friendly seo-optimi[sz]ed human-like punchy neutral"""
)
_ABOUT = r"(?:approx(?:imately|\.)?|about|around|roughly|under|max(?:imum|\.)?|~|≈)"
_WORDS = rf"{_ABOUT}? ?\d[\d,]{{1,5}}(?: ?[-–] ?\d{{2,5}})? words"
# "Rewritten version (approx. 650 words):", "Paragraph 2 (rewritten):", "Option 2 (more playful):"
VERSION_LINE = lazy_pattern(
    rf"\W{{0,4}}(?:[\w-]+ ){{0,3}}?{_PIECE}(?: (?:\d{{1,2}}|[a-d]|one|two|three))? ?[(\[–—-] ?"
    rf"(?:(?:target:? )?{_WORDS}|(?:fully |lightly )?{_MADE}|(?:more |less |a )?{_SOUNDS}(?: (?:tone"
    rf"|version))?"
    r"|(?:more|less) (?:serious|dramatic|upbeat|emotional|academic|technical|detailed|direct|personal"
    r"|neutral))"
    r"[)\]]?\W{0,4}?(?::[^\n]{0,120}|[)\]] ?[–—-] [^\n]{1,120})?\W{0,4}"
)
# "Alternative opening paragraph:"
OFFERED_LINE = lazy_pattern(
    r"\W{0,4}(?:an? |some |(?:two|three|four|five|\d) )?(?:alternative|possible|suggested|proposed"
    r"|improved|polished|optimi[sz]ed"
    r"|expanded|condensed|shortened|catchier|stronger|punchier) (?:opening |closing |blog |new |seo )?"
    r"(?:paragraphs?|introductions?|intros?|headlines?|titles?|conclusions?|meta descriptions?"
    r"|openings?|closings?"
    r"|blog posts?|articles?|drafts?|leads?|hooks?|subheadings?)(?: for (?:your|the"
    r"|this) [\w ]{1,30})? ?:\W{0,4}"
)
# "Catchy Title Option 1:", "Meta description (version B): A lamp for all rooms"
CHOICE_LINE = lazy_pattern(
    r"\W{0,4}(?:[\w-]+ ){0,2}?(?:titles?|headlines?|meta descriptions?|subject lines?|hooks?|intros?"
    r"|introductions?|captions?|sub-?headings?|openings?|taglines?) [(]?(?:options?|ideas?|suggestions?"
    r"|variants?|versions?"
    r"|alternatives?)(?: ?#?\d{1,2}| [a-d])[)]?\W{0,4}:(?:\W{0,4}|[^\n.]{3,120})"
)
# "Rewritten with a warm and authoritative tone:"
TONE_LINE = lazy_pattern(
    rf"\W{{0,4}}(?:{_MADE}|written|adapted|retold) (?:with|in|for|using) (?:an? |the )?"
    r"(?:[\w-]+,? (?:and )?){1,5}?(?:tone|voice|style|register)\W{0,4}:\W{0,4}"
)
# "Key changes I made:"
CHANGES_LINE = lazy_pattern(
    r"\W{0,4}(?:here are |these are )?(?:the |some |a few )?(?:(?:key|main|major|other) )?"
    r"(?:changes|edits|improvements|revisions|adjustments) (?:that )?(?:i(?:'ve| have)? |were )?made"
    r"(?: (?:to|in) (?:the|your) (?:text|article|draft|original|post))? ?:\W{0,4}"
)
# "Continuing from the previous section:", "[Continued from last message]"
CONTINUED_LINE = lazy_pattern(
    r"\W{0,4}(?:to be )?(?:continu(?:ed|ing|e)|resuming|picking up) (?:the article )?(?:in|from|with|where)"
    r" (?:the |my |our |we |i |your )?(?:(?:next|previous|last) (?:message|response|section|part|prompt|reply"
    r"|paragraph|output)|left off)\W{0,4}"
)

LINES = {
    "version line": VERSION_LINE,
    "offered line": OFFERED_LINE,
    "choice line": CHOICE_LINE,
    "tone line": TONE_LINE,
    "changes line": CHANGES_LINE,
    "continued line": CONTINUED_LINE,
}

# -- who speaks ----------------------------------------------------------------------------------------

_IMPERATIVE = one_of(
    """re-?write write make_(?:it|this|the) rephrase paraphrase summari[sz]e translate expand shorten
    generate create act_as you_are continue can_you could_you please give_me add use now_write draft
    proofread improve humani[sz]e"""
)
_ANSWER = one_of(
    "sure certainly of_course absolutely here_is here's here_are i'd_be_happy i_can i'm_sorry great"
)
_EDITED = one_of(
    """article text paragraphs? section post blog keywords? tone words longer shorter quotes? intro
    introduction conclusion headline version sentences? seo ai human story draft essay summary sources"""
)
# "User: make it longer and add a quote", "Assistant: Sure, here is a longer version."
SPEAKER_LINE = lazy_pattern(
    rf" ?(?:{_IMPERATIVE}\b[^\n]{{0,200}}?\b{_EDITED}\b|{_ANSWER}\b[^\n]{{0,120}}?\b{_EDITED}\b)"
)

# -- the prompt ----------------------------------------------------------------------------------------

# What it says of the text to be made, each counted once.
_ASKED = (
    lazy_pattern(
        r"\b\d{2,4}[ -]?words?\b|\b(?:\d{1,2}|two|three|four|five) (?:short )?(?:paragraphs|sections"
        r"|headings)\b"
    ),
    lazy_pattern(
        r"\b(?:article|blog ?post|conclusion|introduction|meta description|press release|headline"
        r"|(?:opening|closing|next|new) paragraph|this paragraph|the paragraph|section)\b"
    ),
    lazy_pattern(
        r"\b(?:in|with|using) (?:an? |the )?(?:[\w-]+,? ){0,4}?(?:tone|style|voice|language|english)\b"
        r"|\bkeep the (?:[\w-]+ ){0,2}?(?:tone|style|formatting|meaning|length|structure)\b|\bmore \w+ tone\b"
        r"|\bkeep (?:all |any )?(?:the )?(?:names|facts|figures|quotes|dates)\b"
    ),
    lazy_pattern(
        r"\bkey(?:word|phrase)s?\b|\bthe (?:phrase|term)\b|\bcall to action\b|\bseo\b"
        r"|\bsub-?headings?\b|\bbullet points\b|\bkey points\b"
    ),
    lazy_pattern(
        r"\bthis (?:section|paragraph|passage|article|text)\b"
        r"|\b(?:the|this) (?:following|above|provided|attached|given|original|source) "
        r"(?:text|article|paragraph|passage|content|post|section|story)\b"
        r"|\bthe (?:text|article|paragraph|passage|content|post) (?:above|below)\b"
    ),
    lazy_pattern(
        r"\bavoid(?:ing)? (?:[\w-]+ ){0,2}?(?:plagiarism|ai|jargon|repetition|passive|detection|clichés?)\b"
        r"|\bplagiarism\b|\bsounds? (?:more )?(?:human|natural)\b|\b(?:like|by) (?:an )?ai\b|\bundetectable\b"
    ),
    lazy_pattern(
        r"\bthat (?:sums? up|summari[sz]es?|explains?|introduces?|invites?|highlights?|concludes?"
        r"|ends? with)\b"
    ),
    lazy_pattern(
        r"\bat least (?:\w+ times|once|twice)\b|\btarget(?:ing)? (?:audience|readers)\b"
        r"|\bfor an audience of\b"
    ),
)
_HANDED = _ASKED[4]
_NAMES_WORDS = lazy_pattern(r"\bkeywords?\b|\bthe (?:phrase|term) [\"'“]")
_MAKES_OVER = lazy_pattern(
    r"(?:please |now )?(?:re-?write|translate|paraphrase|rephrase|summari[sz]e|expand)\b"
)


def is_prompt(text: str, start: int, stop: int) -> bool:
    """Whether the sentence `text[start:stop]`, which opens with an order, goes on like a prompt."""
    asked = sum(pattern.search(text, start, stop) is not None for pattern in _ASKED)
    if _MAKES_OVER.match(text, start, stop) and _HANDED.search(text, start, stop):
        return asked > 1 or text[:stop].rstrip(" *_").endswith(":")
    names_words = _NAMES_WORDS.search(text, start, stop) is not None
    return asked >= (_CONSTRAINTS if names_words else _CONSTRAINTS + 1)


def is_whole_line(block: Block) -> bool:
    """Whether the block may be nothing but a line of the conversation."""
    return len(block.text) <= _LONGEST_LINE and block.kind is not BlockKind.LIST_ITEM
