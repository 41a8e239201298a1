"""What whoever hands in a text offers and asks: "Shall I also write a headline for this?"

The kinds of sentences, one pattern for each, tried at the start of a sentence of `edge_remarks.py`, which
adds to the weight of the form what the words say (`text_words.py`). What is reported of the text and what
leads up to it stand in `edge_reports.py`. Patterns run on folded text, with bounded repetitions.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from textlint.lazy import lazy_pattern
from textlint_leftover.reply_patterns import one_of
from textlint_leftover.text_words import IT, NOUN, PHRASE, PHRASES, QUALITY

# -- who speaks, and what is offered -------------------------------------------------------------------

_CONDITION = r"(?:if (?:you|this|it|that|the|any|needed|useful|helpful)(?!\w)[^,.?!\n]{0,80}, )?"
BEGINS = (
    r"[\W_]{0,6}(?:(?:note|ps|p\.s\.|please note|next steps?)\W{1,3}(?:that )?)?"
    r"(?:(?:also|and|so|or|but|next|finally|otherwise|alternatively),? )?"
)
_HOW = r"(?:(?:also|now|then|next|easily|gladly|happily|quickly|just|always|go ahead and|try to|even) ){0,2}"
_MAY_I = r"(?:(?:where|how|when|what else) )?(?:shall|should|could|can|may) i "
_ME_TO = (
    r"(?:(?:would|do) you (?:like|want|need|prefer) (?:for )?me to |(?:want|need) me to "
    r"|would you (?:rather|prefer) (?:that |if )?i )"
)
_HELPS_IF_I = r"would it (?:help|be (?:useful|helpful|better)) if i "
_I_WOULD = (
    r"(?:i (?:can|could|will|would|may) |i'll |let me |(?:i(?:'m| am|'d be| would be) )?(?:always "
    r"|more than |also )?"
    r"(?:happy|glad|ready) to )"
)
_OFFERS = rf"(?:{_MAY_I}|(?P<service>{_ME_TO}|{_HELPS_IF_I})|{_I_WOULD}){_HOW}"
REVISE = one_of(
    """adjust tweak trim shorten cut(?:_down)? tighten expand(?:_on)? lengthen soften revise polish refine
    edit change update simplify tone_down punch_up tailor adapt condense extend improve amend fix vary
    replace remove sharpen smooth rearrange restructure reorder swap(?:_out)? drop keep leave move merge
    split"""
)
REWORD = one_of(
    "rephrase reword re-?write re-?work paraphrase proofread copy-?edit humani[sz]e fine-?tune"
)
_MAKE = one_of(
    """write draft add prepare create provide generate include do produce suggest put_together
    come_up_with offer give_you craft compose whip_up send_you supply try make outline insert propose"""
)
_GO_ON = r"(?:(?:move|carry|go) on|continue|proceed)(?: to| with)?"
_DONE = (
    rf"(?:{REVISE}|(?P<reword>{REWORD})|{_MAKE}|{_GO_ON}|(?:turn|convert) (?:it|this|the \w+) into)"
)
_TURNED = (
    rf"make (?:it|this|that|the {PHRASE}|{PHRASE}) "
    rf"(?:(?:a|bit|little|even|sound|feel|read|much) ){{0,3}}{QUALITY}"
)
_ACTION = rf"(?:{_TURNED}|{_DONE} (?P<what>{PHRASES}|{IT}(?! {NOUN})))(?!\w)"
_WANTED = r"you(?:'d| would)? (?:like|want|need|prefer|require)"
_INVITES = (
    r"(?:(?:just |please )?(?:let me know|tell me|say)|(?:please )?feel free to (?:ask|request|let me know"
    r"|tell me|say)|don't hesitate to (?:ask|request|tell me)|(?:just )?ask(?: me)?)"
)
_CHANGE = rf"(?:{REVISE}|{REWORD}|changed?|different|add)"


class Act(NamedTuple):
    """What is said in one sentence, and the weight that its form alone has.

    From `least` on the whole is a remark. `marks` says that the pattern is tried on text in which the words
    for parts and qualities are marked. What the groups `service` and `reword` match weighs one more.
    """

    pattern: re.Pattern[str]
    weight: int
    least: int
    marks: bool


def act(pattern: str, weight: int = 0, least: int = 1) -> Act:
    """Return what is said where a sentence begins with `pattern`."""
    return Act(lazy_pattern(BEGINS + pattern), weight, least, marks="\x0e" in pattern)


def _act(pattern: str, weight: int = 0, least: int = 1) -> Act:
    return act(_CONDITION + pattern, weight, least)


OFFERS = (
    # "Shall I also write a headline", "Happy to adjust the length or the tone", "Want me to trim it?"
    _act(_OFFERS + _ACTION),
    _act(rf"{_INVITES} (?:if |whether )?{_WANTED} me to {_HOW}{_ACTION}", 1),
    # "Let me know if you'd like a longer version", "Feel free to ask for another angle"
    _act(
        rf"{_INVITES} (?:(?:if |whether |which |what )?(?:{_WANTED} )?|for |if any |which )"
        rf"(?P<what>{PHRASES})(?!\w)"
    ),
    _act(rf"{_INVITES} (?:if|whether|what|which \w+) {_WANTED} (?:me )?to (?:see )?{_CHANGE}\b", 2),
    _act(rf"(?:would you like|do you (?:want|need|prefer)) (?P<what>{PHRASES})(?!\w)"),
    _act(
        rf"if {_WANTED} (?:it {QUALITY}|(?P<what>{PHRASES}|any changes))[^.?!\n]{{0,20}}, (?:just )?"
        r"(?:let me know|tell me|say (?:so|the word))(?!\w)",
        1,
    ),
    _act(r"just say the word and i(?:'ll| can| will) " + _ACTION, 1),
    _act(rf"{_INVITES} how {_WANTED} (?:me )?to (?:handle|treat|proceed|continue|phrase)(?!\w)", 2),
    _act(
        rf"{_INVITES} (?:if|whether) (?:anything|something) (?:needs|should be|has to be) (?:{_CHANGE}"
        rf"|changing|adjusting"
        r"|fixing|tweaking|editing|rewording)(?!\w)",
        2,
    ),
    _act(
        rf"{_INVITES} (?:if|whether) (?:this|that|it) works[^.?!\n]{{0,20}} or (?:if "
        rf"|whether )?{_WANTED} (?:something|anything"
        r"|it) (?:different|changed|else)(?!\w)",
        2,
    ),
    _act(rf"{_INVITES} (?:if|whether|where|how) (?:to|i should|i could) {_ACTION}"),
    _act(
        rf"(?:please (?:confirm|check|tell me|let me know)|{_INVITES}) (?:if|whether"
        rf"|that) the (?P<what>{PHRASE}) "
        r"(?:is|are|works?|feels?|fits?|sounds?|reads?)(?!\w)"
    ),
    _act(rf"please review (?P<what>{PHRASES}) and (?:let me know|tell me)(?!\w)", 0, 2),
    # "Want a punchier version?", "Want it shorter?", "Is the tone right?"
    _act(
        rf"(?:do you )?(?:want|need|prefer|looking for) (?P<what>{PHRASE})(?: on (?:it|the {NOUN}))?\W*\Z"
    ),
    _act(
        rf"(?:do you )?(?:want|need|prefer|looking for) (?:it|something|this) (?:a (?:bit"
        rf"|little) )?{QUALITY}\W*\Z"
    ),
    _act(
        r"(?:do you )?need (?:anything|something) (?:else )?(?:changed|adjusted|reworded|added|removed"
        r"|edited)(?!\w)",
        2,
    ),
    _act(
        r"(?:should|shall|would|could|do|does|is|are|who is|what is|how is|how does)(?!\w)(?: [\w'-]+){0,3}? "
        rf"(?P<what>(?:the|this|these) {PHRASE})(?!\w)[^.?!\n]{{0,80}}\?",
        0,
        3,
    ),
    _act(
        rf"would an? (?P<what>{PHRASE}) (?:work|be|fit|suit|read|sound)(?!\w)[^.?!\n]{{0,20}}\?",
        0,
        2,
    ),
    _act(rf"would you like it (?:to (?:be|sound|read|feel) )?(?:a (?:bit|little) )?{QUALITY}"),
    _act(
        rf"(?:is|are) there (?:{PHRASE}|any(?:thing)?(?: \w+)?) (?:that )?(?:{_WANTED}|i should) (?:me to )?"
        rf"(?:{REVISE}|{REWORD})(?!\w)",
        2,
    ),
    _act(
        rf"is the (?P<what>{PHRASE}) (?:about |just |too |still )?(?:right|okay|ok|fine|long|short"
        rf"|formal|casual)\W*\Z",
        1,
    ),
    _act(
        rf"(?:which|what) (?P<what>(?:of these )?{NOUN}) (?:(?:works|reads|sounds|fits|lands) (?:best|better)"
        rf"|should i (?:go with|take|keep))(?!\w)"
    ),
    _act(
        r"(?:how|what|where) would you like me to (?:proceed|continue|handle|change|phrase|adjust"
        r"|start)(?!\w)",
        3,
    ),
    _act(
        r"(?:is|was) (?:this|that) (?:more )?(?:the |closer |nearer )?[^.?!\n]{0,20}\b(?:kind|sort|tone"
        r"|style|length|direction"
        r"|version|draft|angle)(?!\w)[^.?!\n]{0,30}\byou (?:had in mind|have in mind|were (?:after"
        r"|looking for)|wanted|imagined)(?!\w)",
        2,
    ),
    _act(
        rf"i(?:'d| would) (?:suggest|recommend) (?:adding |using |choosing "
        rf"|cutting )?(?P<what>{PHRASES})(?!\w)",
        0,
        2,
    ),
    _act(
        rf"(?:this|that|it) (?:should|will|ought to) (?:now )?(?:(?:give you|make) (?P<what>{PHRASE})"
        rf"|(?:read|sound|flow"
        rf"|feel) (?:{QUALITY}|more natural(?:ly)?)(?P<reword>))(?!\w)",
        0,
        2,
    ),
    # "Does this capture what you were looking for?", "Do you have a word count in mind?"
    _act(
        r"(?:does|do|is|did) (?:this|that|it|the [\w-]+)(?: [\w-]+)? (?:[\w-]+ ){0,4}?(?:capture|match"
        r"|reflect"
        r"|hit|closer|nearer|fit|meet|more like|in line|along the lines|the (?:right )?(?:tone|style"
        r"|angle|length))(?!\w)"
        r"[^.?!\n]{0,40}\b(?:you (?:were|are|had|have|want|wanted|need|needed|asked|imagined)|in mind)(?!\w)",
        3,
    ),
    _act(
        rf"(?:how )?(?:does|is|did) (?:this|that) (?P<what>{PHRASE}) (?:work|read|sound|look|fit|feel"
        rf"|meet|hit)(?!\w)"
    ),
    _act(
        r"(?:how|what) (?:does|do) (?:this|that|it|these) (?:look|sound|read|feel)(?: to you)?\W*\Z",
        1,
    ),
    _act(r"does (?:this|that) (?:work|look good|sound right)(?: for you)?\b"),
    _act(rf"should the (?P<what>{PHRASE}) (?:be|sound|read|stay|get) (?:{QUALITY}|[\w-]+er\b)"),
    _act(
        rf"(?:which|what) (?:of these |one of these )?(?P<what>{PHRASE}) (?:do|would) you (?:prefer"
        rf"|like|want)(?!\w)"
    ),
    _act(
        rf"(?:do you have|is there) (?P<what>{PHRASE}) (?:in mind|you (?:prefer|have in mind))(?!\w)"
    ),
    _act(
        r"(?:is there )?(?:anything|something)(?: else)? (?:that )?(?:you(?:'d| would) like|you (?:want"
        r"|need)) "
        rf"(?:me to {_CHANGE}|(?:changed|adjusted|added|removed|reworded))(?!\w)",
        3,
    ),
    # "Hope this rewrite helps!", "I hope this is closer to what you wanted"
    _act(
        rf"(?:i (?:do )?(?:hope|trust)|hope|hopefully)(?: that)?,? (?:this|the"
        rf"|that) (?P<what>{PHRASE})(?!\w)",
        0,
        2,
    ),
    _act(
        r"(?:i (?:do )?hope|hope|hopefully) (?:that )?(?:this|that|it) (?:is|hits|strikes|captures"
        r"|matches|comes|feels|reads)"
        r" [^.?!\n]{0,30}(?P<what>\btone|\bstyle|\bvoice|what you (?:wanted|had in mind|needed|were))(?!\w)",
        2,
    ),
    # Said to whoever posts the text.
    _act(
        r"before (?:you )?(?:publish|post)(?:ing)?(?: this| it)?, (?:please )?(?:check|add|replace"
        r"|verify|fact-check|make sure"
        r"|insert|swap|remember)(?!\w)",
        1,
        2,
    ),
    _act(
        r"(?:please )?(?:replace|swap|fill in|verify|double-check"
        r"|fact-check) [^.!?\n]{2,60}\b(?:with real ones|before (?:you )?(?:publish|post)(?:ing)?)(?!\w)",
        1,
        2,
    ),
    _act(
        r"(?:(?:please )?feel free to|you (?:may|might) want to|remember to|don't forget to|be sure to"
        rf"|make sure to|please) {_HOW}(?:{REVISE}|customi[sz]e|personali[sz]e|insert|add|fill in"
        rf"|double-check) "
        rf"(?:in )?(?P<what>{PHRASES})(?!\w)",
        0,
        2,
    ),
)
