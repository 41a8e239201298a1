"""What whoever hands in a text reports of it, cannot do, or leads up to it with.

"I've kept the paragraphs short", "The text seems to be cut off", "Here's a tightened version that keeps the
facts:", "Option B: friendlier tone". As in `edge_acts.py`, each pattern is tried at the start of a sentence.
"""

from __future__ import annotations

from textlint_leftover.edge_acts import REVISE, REWORD, act
from textlint_leftover.reply_patterns import one_of
from textlint_leftover.text_words import NOUN, PHRASE, QUALITY, SURE_QUALITY

_ONLY = r"(?:(?:also|only|mainly|now|deliberately|just|mostly|slightly) )?"
# What was done to the text, by whoever did it or by the text itself.
DID = one_of(
    """kept changed removed shortened tightened made used avoided varied replaced reworded rephrased
    rewrote rewritten added trimmed cut simplified expanded tried_to_(?:keep|make|avoid|stay|preserve)
    aimed_for polished corrected fixed split merged moved restructured reordered softened toned
    streamlined preserved adjusted updated included condensed left stuck_to stayed_close_to paraphrased
    broken written merged"""
)
REPORTS = (
    act(
        r"(?:the|this) article is (?:approximately |about |around |roughly )?\d[\d,]{2,5} words\b",
        2,
        2,
    ),
    act(
        rf"i(?:'ve| have)? {_ONLY}(?:kept|left|replaced|removed|cut|broken|split|merged|simplified"
        rf"|streamlined"
        rf"|reordered|(?P<reword>{SURE_QUALITY})|{QUALITY}) (?P<direct>{PHRASE})(?! for (?:this|the))",
        0,
        3,
    ),
    act(
        r"(?:everything|(?:each|every|all|no|none of|the)(?: of the)? (?:\w+, )?(?:facts|figures|quotes"
        r"|paragraphs?"
        r"|sentences?|headings|statistics)(?:,? (?:and )?\w+){0,3}?) (?:is|are|was|were|ha(?:s"
        r"|ve)(?: not)? been) "
        r"(?:unchanged|kept|preserved|re-?worded|re-?written|rephrased|paraphrased|changed|retained)(?!\w)",
        2,
        2,
    ),
    act(r"the word count is (?:now )?(?:about )?\d", 2),
    act(
        r"i(?:'ve| have)? (?:made up|invented) (?:the|some|these) (?:quotes?|figures|statistics"
        r"|numbers)(?!\w)",
        3,
    ),
    act(
        rf"i (?:don't|do not|still)? ?(?:have|need) (?:enough|more|a bit more|some more) (?:information"
        rf"|details?|context|material) "
        rf"to (?:write|finish|complete|expand|continue|draft)(?: with)? (?P<what>{PHRASE})(?!\w)",
        1,
    ),
    act(
        r"(?:part|section|the rest|more|it|this)(?!\w)[^.!?\n]{1,50}\bin (?:my|the) next (?:message|reply"
        r"|response)(?!\w)",
        3,
    ),
    act(
        r"i(?:'ve| have)? (?:reached|hit) (?:the|my) (?:\w+ )?(?:length|character|token|word|output"
        r"|message) limit\b",
        3,
    ),
    act(
        r"(?:type|say|reply with|send|write) \W?continue\W{1,2}(?:for|to (?:get|see|read)) (?:the|more"
        r"|next)(?!\w)",
        3,
    ),
    act(
        r"(?:this|the) (?:(?:re-?written|revised|new|edited|reworded|shortened) )?(?:version|rewrite"
        r"|draft|text"
        r"|article|piece|revision|tone|copy|introduction|intro|headline|opening|ending) (?:is|keeps"
        r"|uses|has|contains|runs to"
        r"|avoids|stays|comes in at)(?!\w)(?![^.!?\n]{0,120}\bi\b)",
        0,
        4,
    ),
    act(
        r"(?:the|your) (?:\w+ )?keyword (?:appears|is used|was used|has been used|occurs)(?!\w)",
        2,
        3,
    ),
    act(
        r"the (?:statistics|figures|numbers|quotes|names|examples)(?: above| in the (?:text|article))? are "
        r"(?:illustrative|fictional|invented|made up|placeholders|examples)(?!\w)",
        2,
    ),
    # "Changes made: shorter sentences, active voice"
    act(
        r"(?:(?:key |main )?(?:changes|edits|improvements)(?: made)?|summary of (?:changes|edits)"
        r"|what i(?:'ve)? changed"
        r"|what's new in this (?:version|draft)|improvements over the (?:first|last|previous) (?:draft"
        r"|version))"
        r"\W{0,3}:",
        0,
        4,
    ),
    # "Title options:" above a list of them
    act(
        r"(?:(?:some|other|alternative|possible|suggested|catchy) )?(?:titles?|headlines?|subject lines?"
        r"|meta descriptions?|hooks?"
        r"|captions?|intros?|openings?) (?:options|ideas|suggestions|alternatives"
        r"|variations)\W{0,3}:\W{0,3}\Z",
        3,
    ),
    # "Option B: friendlier tone", "Draft 3 – shorter, with the quotes removed"
    act(
        r"(?:option|version|draft|variant|take) (?:\d|[a-d])\W{0,3} ?[:–—(-] ?(?P<what>[^\n]{3,80})\Z",
        0,
        2,
    ),
    act(rf"i(?:'ve| have)? {_ONLY}{DID}\b", 0, 3),
)
# What is wrong with what was handed in, or cannot be done.
DECLINES = (
    act(
        r"(?:(?:i'm |i am )?sorry|unfortunately|apologies)?,? ?(?:it (?:looks|seems) like )?(?:the"
        r"|your) (?:(?:rest|end) of the )?(?:article|text"
        r"|message|draft|post|prompt|passage)(?: you \w+)? (?:seems|appears|was|is|got|looks)(?: to)?"
        r"(?: be| have been)? (?:cut off|truncated|incomplete|missing)(?!\w)",
        2,
    ),
    act(
        r"(?:could|can|would|please) ?(?:you )?(?:please )?(?:send|share|paste"
        r"|provide)(?: me)? (?:the (?:rest|remaining"
        r"|missing|full|remainder)|it again)(?!\w)",
        1,
    ),
    act(
        r"(?:i'm sorry|i am sorry|sorry|unfortunately|i apologi[sz]e),? (?:but )?i (?:can't|cannot"
        r"|am unable to|won't) "
        r"(?:reproduce|share|provide|copy|output|write|re-?write) (?:the|this|an?|that) (?:full|entire"
        r"|whole|complete|rest)"
        r"\b[^.!?\n]{0,30}\b(?:article|text|story|piece|post)(?!\w)(?! here)",
        3,
    ),
    act(
        r"(?:i'm sorry|i am sorry|sorry|unfortunately),? (?:but )?i (?:can't|cannot|am unable to"
        r"|won't) (?:help|assist)"
        r"(?: you)? with (?:re-?writing|writing|rephrasing|summari[sz]ing|copyrighted|reproducing"
        r"|translating)(?!\w)",
        3,
    ),
    act(
        r"my (?:information|data|knowledge|training)(?: only)? (?:only )?(?:goes up to|ends (?:in|at)"
        r"|stops (?:in|at)"
        r"|runs (?:up )?to|extends to|is (?:only )?current (?:to|as of"
        r"|through))(?!\w)[^.!?\n]{0,20}\b20\d\d\b",
        3,
    ),
    act(
        r"ready for the next (?:one|article|section|piece|part)(?!\w)[^.!?\n]{0,20}\b(?:you are"
        r"|whenever)(?!\w)",
        2,
    ),
)
# "Here's a tightened version that keeps the facts:"
HANDS_OVER = act(
    rf"(?:here(?:'s| is| are)|below (?:is|are)|this is|the following is) (?:{PHRASE}|(?:a"
    rf"|the) (?:\w+ )?one\b)",
    0,
    3,
)
_CAN_YOU = r"(?:can|could|would|will) you (?:please )?"
_THIS = r"(?:it|this|that|the (?:text|article))(?!\w)"
HEADS = (
    HANDS_OVER,
    # "Here's one way to rephrase it:"
    act(
        r"here(?:'s| is) (?:how i(?:'d| would)|one way (?:to|of)|a way to|how to) (?:phras|re-?phras"
        r"|re-?word|re-?writ|word|cut|tighten)"
        r"(?:e|ing)? (?:it|this|that)(?!\w)",
        3,
    ),
    # "How about this version?", "Another version, shorter and punchier:", "Final draft"
    act(rf"(?:how about|try|what about) this (?:{PHRASE}|one) ?(?P<instead>instead)?\W*\Z", 1, 2),
    act(
        r"(?:(?:my|one|second|third|shortened|condensed|expanded|edited|updated|final|finished|revised"
        r"|re-?written|clean|another|more|improved"
        r"|shorter) ){1,3}"
        r"(?:versions?|drafts?|re-?writes?|revisions?|takes?"
        r"|attempts?)(?:, [^.!?:\n]{3,60})?(?: below\b|(?=\W{0,3}:)"
        r"|(?=[^.]\Z)|\Z)\W{0,4}\Z",
        1,
        2,
    ),
    act(
        r"(?:revised|re-?written|edited|finished) (?:[\w-]+ )?(?:article|text|blog post"
        r"|piece)\W{0,4}:\W{0,3}\Z",
        2,
        2,
    ),
    act(
        r"(?:re-?written|re-?worded|rephrased|paraphrased) (?:in|for|with|as) [^.:\n]{3,40}:\W{0,3}\Z",
        2,
        2,
    ),
    # What was asked for.
    act(rf"{_CAN_YOU}{REWORD} {_THIS}", 1, 3),
    act(rf"{_CAN_YOU}(?:{REVISE}|make|write) {_THIS}", 0, 3),
    act(rf"(?:please )?(?:i (?:need|want)|give me|write me|find me) [^.!?\n]{{0,40}}?{NOUN}", 0, 3),
    act(
        rf"i(?:'d| would)? (?:want|like|need) you to (?:{REWORD}|write) (?:it|this|me|an? {PHRASE})(?!\w)",
        2,
        2,
    ),
)
# The same where nothing but the sentence's end follows.
STATES = act(rf"(?:this|the following|below|above) is {PHRASE}", 0, 5)
