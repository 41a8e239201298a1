"""What a site asks of whoever reads to the end: by the kinds of words that meet in one short line.

"Join 14,000 readers! No spam, ever.", "Get our app for the latest results", "Log in to read the full
story": who words them is endless, but each names an act and what only a site has to offer. Patterns run on
normalised words.
"""

from __future__ import annotations

from textlint.lazy import lazy_pattern
from textlint_footer.lines import Line, Shape
from textlint_footer.wording import Evidence, Wording

LONGEST_PROMISE, LONGEST_APPEAL = 330, 170  # code points

# What the box of a mailing list says; each kind counts once.
_SIGNS = (
    lazy_pattern(
        r"\bjoin (?:the |our |us and |over |more than |nearly |almost )*(?:\d|(?:thous|hundr|milli)\w+ of)"
        r"|\b\d[\d ]*k? (?:other )?(?:subscribers|readers|people) (?:already|who|get|read)\b"
    ),
    lazy_pattern(r"\byour (?:best )?(?:email|inbox|email address)\b"),
    lazy_pattern(r"\b(?:no|zero|never|hate|without) spam\b|\bspam free\b"),
    lazy_pattern(r"\bunsubscribe\b|\bopt out\b"),
    lazy_pattern(
        r"\b(?:never|dont) miss\b|\bfirst to know\b"
        r"|\bstay (?:updated|informed|in the loop|up to date)\b"
    ),
    lazy_pattern(
        r"\b(?:new|latest|next|every) (?:posts?|articles?|stories|updates|issues?|recipes?)\b"
        r"|\b(?:newsletter|digest|weekly|monthly|daily)\b|\bonce a (?:week|month)\b"
        r"|\bevery (?:week|month|morning|\w+day)\b"
    ),
    lazy_pattern(r"\b(?:subscribe|sign up|pop|drop|enter|leave|type) (?:your|us|for|in|me)\b"),
)
_NO_SPAM = _SIGNS[2]
_SURE = 3  # signs that are enough; two are when one of them is the promise to send no spam

# The act comes first, or behind "please" and the like.
_FIRST = "(?:(?:please|now|and|or|then|dont forget to|be sure to|why not|you can) )?"


def _asking(acts: str) -> str:
    return rf"{_FIRST}(?:{acts})"


_APP = lazy_pattern(
    _asking(r"download|get|install|try|grab|open")
    + r" (?:our|the|this) (?:\w+ ){0,3}apps?\b"
    + r"|(?:read|listen|watch|continue|view|see) .{0,40}\bin (?:our|the) app\b|"
    + _asking(r"turn on|switch on|enable|allow|activate")
    + r" .{0,20}\b(?:notifications|alerts)\b"
)
_NETWORK = (
    "(?:facebook|instagram|twitter|youtube|tiktok|telegram|whatsapp|linkedin|pinterest|discord|mastodon"
    "|bluesky|threads|reddit|snapchat|google news|apple news|flipboard|spotify)"
)
_CHANNEL = lazy_pattern(
    _asking(r"follow|like|join|find|visit|watch|add|subscribe to")
    + rf" (?:us|our|me|my)\b.{{0,60}}?\b{_NETWORK}\b"
)
_FUNDED = (
    "(?:journalism|newsroom|reporting|our work|my work|this site|our site|this blog|this newsletter"
    "|our mission|our writers)"
)
_KEPT = "(?:free|online|running|alive|independent|on|going|ad free)"
_MONEY = lazy_pattern(
    _asking(r"support|fund|back|donate to|contribute to|help fund|invest in|sustain|give to")
    + rf" (?:\w+ ){{0,3}}{_FUNDED}\b"
    + r"|(?:your|every) (?:contribution|donation|gift|support|tip|membership) (?:of .{1,12} )?"
    + r"(?:keeps?|helps?|makes?|funds?|powers?|means|goes)\b.{0,60}\b(?:us|our|site|blog|journalism"
    r"|newsroom)\b|"
    + _asking(r"buy|get")
    + r" (?:me|us|the author|the team) an? (?:coffee|beer|tea|drink|pizza)\b|"
    + _asking(r"become an? (?:\w+ )?(?:patron|supporter|paid subscriber|paying member|member)")
    + r" (?:today|now|for|from|and|on|to)\b|"
    + _asking(r"help us keep|help keep|keep")
    + rf" (?:this|our|the) (?:\w+ )?(?:site|blog|newsletter|journalism|lights|archive) {_KEPT}\b"
)
_ACCESS = (
    "(?:full (?:article|story|access)|(?:keep|continue|go on) reading|unlimited (?:access|articles|reading)"
    "|free (?:trial|account|articles)|(?:premium|exclusive) (?:content|articles|stories))"
)
_ENTER = (
    "(?:subscribe|sign up|sign in|log ?in|start|create|register|upgrade|unlock|join|get|become)"
)
_WALL = lazy_pattern(
    rf"(?:to )?{_ENTER}\b.{{0,60}}\b{_ACCESS}\b"
    + rf"|to (?:read|access|see|view|keep|continue)\b.{{0,60}}\b{_ENTER} (?:your|a|for|now|in|up|today)\b"
    + r"|this (?:article|story|post|content|page) is (?:only )?(?:for|available to|reserved for|exclusive to)"
    + r" (?:\w+ ){0,2}(?:subscribers|members|supporters)\b"
    + r"|already an? (?:\w+ )?(?:subscriber|member|user|reader)\b.{0,30}\b(?:log|sign) ?in\b"
    + r"|you(?: have|ve)(?: \w+){0,3} \d+ (?:free )?(?:articles|stories) (?:left|remaining)\b"
)
_KINDS = (
    (_APP, "ad-slot"),
    (_CHANNEL, "share-bar"),
    (_MONEY, "newsletter-call"),
    (_WALL, "newsletter-call"),
)


def by_promise(words: str) -> Wording | None:
    """Return what the promises of a mailing list amount to: "No spam. Just plants. Once a week."."""
    if len(words) > LONGEST_PROMISE:
        return None
    signs = [pattern.search(words) is not None for pattern in _SIGNS]
    enough = sum(signs) >= (_SURE - 1 if _NO_SPAM.search(words) else _SURE)
    return Wording("newsletter-call", Evidence.EDGE, opens=True) if enough else None


def by_appeal(line: Line, words: str) -> Wording | None:
    """Return what an appeal amounts to: to pay, to log in, to follow, to install."""
    if (
        len(words) > LONGEST_APPEAL
        or line.is_heading
        or line.is_listed
        or line.shape is Shape.BARRIER
    ):
        return None
    for pattern, kind in _KINDS:
        if pattern.match(words):
            return Wording(kind, Evidence.EDGE)
    return None
