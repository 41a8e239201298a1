"""Words for a text under work: its parts, how it reads, what is done to it, and how much each tells.

"Headline", "wording" and "more formal" are hardly said of anything else; "version", "section" and "shorter"
are said of walks, coats and software too, and weigh half as much. Patterns run on folded text, with bounded
repetitions. Origin: own knowledge of how editors, and those who hand in texts, speak of them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from textlint.lazy import lazy_pattern
from textlint_leftover.reply_patterns import one_of

# -- parts ------------------------------------------------------------------------------------------

_SURE_NOUN = one_of(
    """headlines? sub-?headlines? sub-?headings? headings intros? introductions? paragraphs? word_counts?
    (?:opening|closing|first|last)_(?:lines?|sentences?) bylines? tone(?:_of_voice)? wordings? phrasings?
    word_choices? (?:meta|seo|image)_(?:descriptions?|titles?|tags?) title_tags? rewrites? rewordings?
    rephrasings? drafts? calls?_to_action ctas? ledes? faqs?(?:_sections?)? hashtags?
    key(?:words?|phrases?) sentence_structures? alt_texts? subject_lines?
    social(?:_media)?_(?:posts?|captions?|copy|blurbs?)
    (?:twitter|linkedin|instagram|facebook)_(?:posts?|threads?|captions?) captions? target_audience
    reading_level (?:shorter|simpler|passive|active|repeated|repetitive|long|awkward|clunky)_sentences
    active_voice passive_voice (?:blog|press)_(?:posts?|releases?) write-?ups? revisions edits tweaks
    rewritten_text paraphras(?:e|es|ing)"""
)
_WEAK_NOUN = one_of(
    """versions? takes? language sections? pieces? articles? posts? texts? titles? length style voice
    structure endings? openings? openers? closings? conclusions? summar(?:y|ies) outlines? angles? format
    hooks? quotes? threads? newsletters? follow-?ups? (?:next|second)_(?:one|part|section) part_(?:two|2)
    changes adjustments modifications bullet_points transitions? jargon adjectives repetitions?
    redundanc(?:y|ies) typos meaning flow audience placeholders? taglines? stor(?:y|ies) scripts?
    sentences? options? (?:tonal|style)_changes descriptions? (?:key_|main_)?points"""
)
# "a version of the boat", "an introduction to knots": the thing is not the text at hand.
_OF_ANOTHER = (
    r"(?! (?:of|to) (?!(?:the|your|this|that) (?:[\w-]+ )?(?:article|text|piece|post|draft|story|intro)\b"
    r"|(?:fit|suit|match|make|avoid|help|keep|improve|your|be|sound|read|feel|under|about|around"
    r"|roughly|\d+)\b))"
)
# Not a verb: "to draft", "can you rewrite".
_NO_VERB = r"(?<! to )(?<!can )(?<!could )(?<!'ll )(?<! i )(?<!also )(?<!you )(?<! me )"
# -- how it reads -----------------------------------------------------------------------------------

_SURE_QUALITY = one_of(
    """punchier snappier catchier wordier chattier
    (?:more|less)_(?:formal|casual|conversational|concise|engaging)
    (?:more|less)_(?:informal|neutral|persuasive|professional|academic|descriptive|promotional) re-?worded
    re-?phrased paraphrased rewritten more_natural(?:ly)? different_words (?:sentences|paragraphs)_short
    (?:reads?|flows?)_better"""
)
_WEAK_QUALITY = one_of(
    """shorter longer tighter warmer softer stronger simpler funnier friendlier lighter livelier cleaner
    clearer crisper shortened tightened trimmed condensed expanded polished revised changed adjusted
    softened fresh punchy unchanged throughout concise varied conversational informative
    too_(?:long|short|formal|casual) abrupt more_direct more_personal abruptly"""
)

# -- what was ordered, and why something was changed --------------------------------------------------

_TOLD_APART = (
    # Said to whoever ordered the text.
    (
        2,
        r"\b(?:you were (?:looking for|after|hoping for)|you (?:had|have) in mind|as requested|as you asked"
        r"|you(?:'d| had)? (?:asked for|wanted|requested|ordered))\b",
    ),
    (2, r"\bbefore (?:you )?(?:publish|post)(?:ing)?\b|\bready to (?:publish|post|copy|paste)\b"),
    (2, r"\byour (?:brand|blog|site|website|brand voice|cms|house style)\b"),
    (1, r"\bwith your own (?:details|examples|links|images|words|data|story)\b"),
    (
        1,
        r"\bif (?:you(?:'d)? (?:like|want|need|prefer|wish)|it feels|(?:that|it) (?:would )?helps?|(?:needed"
        r"|useful|helpful|that's useful))\b",
    ),
    (1, r"\b(?:and|so) i(?:'ll| can| will| could)\b"),
    (
        2,
        r"\bto (?:avoid (?:repetition|duplication|plagiarism|jargon)|improve (?:the )?(?:flow|clarity)"
        r"|(?:make|help) it (?:read|sound|flow)|vary the)\b",
    ),
    (2, r"\bplagiari\w+|\b(?:100% )?unique\b"),
    (
        1,
        r"\b(?:keep|keeps|keeping|kept|retain\w*|preserv\w*|chang\w*|verif\w*) (?:\w+ )?(?:the "
        r"|all )+(?:\w+ ){0,2}"
        r"(?:facts|figures|meaning|points|details|names|information)\b(?! of)",
    ),
    (1, r"\bthat (?:keeps|reads|sounds|flows|stays|avoids|retains|preserves|sticks)\b"),
    (
        2,
        r"\b\d[\d,]{1,5} (?:words|characters)\b|\b\d{2,4}-word\b|\b\d{1,2}% (?:shorter|longer)\b"
        r"|\b(?:once|twice|(?:three|four|five|\d{1,2}) times) in the text\b",
    ),
    (
        2,
        r"\byour (?:earlier|previous|other|original) (?:posts?|articles?|text|draft|notes|outline)\b",
    ),
    (
        2,
        r"\b(?:based on|from) your (?:notes|outline|brief|bullet points|input|ideas|prompt|draft)\b",
    ),
    (
        1,
        r"\b(?:facts|figures|details|information|quotes|names) (?:from|in) the (?:source|original)\b",
    ),
    (1, r"\b(?:meta descriptions?|seo titles?|alt texts?|hashtags)\b"),
    (2, r"\bcloser to what you\b"),
    (1, r"\b(?:right|okay|ok|work)(?: (?:to|for) you)?\?|\bas well\?|\bto be \w+er\?"),
    (1, r"\bin brackets\b|\bwith real ones\b|\bplaceholders?\b"),
    (2, r"\bin (?:british|american|plain|simple|us|uk) english\b|\bword for word\b"),
    (
        2,
        r"\b(?:match|copy|mirror) the (?:source|original)\b|\bto keep it (?:short|punchy|concise|tight"
        r"|under)\b",
    ),
    (1, r"\b(?:from|than|in|to) the (?:source|original)\b|\bthe original\Z"),
)
_ALSO_TOLD = tuple((weight, lazy_pattern(pattern)) for weight, pattern in _TOLD_APART)

# -- a sentence in which one character stands for each of these words ------------------------------------

_MARKS = {"sure_part": "\x0e", "part": "\x0f", "sure_quality": "\x10", "quality": "\x11"}
_WEIGHS = {"\x0e": 2, "\x0f": 1, "\x10": 2, "\x11": 1}
_MARKED = lazy_pattern(
    rf"\b(?:(?P<sure_part>{_NO_VERB}{_SURE_NOUN}\b{_OF_ANOTHER})|(?P<sure_quality>{_SURE_QUALITY}\b)"
    rf"|(?P<part>{_NO_VERB}{_WEAK_NOUN}\b{_OF_ANOTHER})|(?P<quality>{_WEAK_QUALITY}\b))"
)
_IS_MARK = lazy_pattern("[\x0e-\x11]")
SURE_NOUN, NOUN = "\x0e", "[\x0e\x0f]"
SURE_QUALITY, QUALITY = "\x10", "[\x10\x11]"
_BETWEEN = (
    r"(?:(?!(?:on|of|about|for|in|to|with|from|like|and|or|at|by|is|are|as)\b)[\w'\x0e-\x11-]+,? )"
)
# "the second paragraph", "a shorter, punchier intro", "more sections"
PHRASE = rf"(?:(?:(?:any|some|one|each|all) of (?:the|these|those) )?{_BETWEEN}{{0,5}}?{NOUN})"
PHRASES = rf"(?:{PHRASE}(?:(?:,? (?:and|or|but)|,) (?:the )?{PHRASE}){{0,3}})"
IT = one_of("it this that them anything things everything any_of_(?:it|this|these|the_above)")


class Marked(NamedTuple):
    """A folded text in which each word for a part or a quality is one character, and those words."""

    text: str
    words: tuple[str, ...]

    def parts(self, start: int = 0, end: int | None = None) -> dict[str, int]:
        """Return the parts named in `text[start:end]`, each with its weight."""
        return {word: _WEIGHS[mark] for mark, word in self._marks(start, end) if mark in _PARTS}

    def quality(self, start: int = 0) -> int:
        """Return what the qualities from `start` on weigh together, each counted once."""
        found = {
            word: _WEIGHS[mark] for mark, word in self._marks(start, None) if mark not in _PARTS
        }
        return sum(found.values())

    def _marks(self, start: int, end: int | None) -> list[tuple[str, str]]:
        before = len(_IS_MARK.findall(self.text[:start]))
        return list(zip(_IS_MARK.findall(self.text[start:end]), self.words[before:], strict=False))


_PARTS = "\x0e\x0f"


def marked(text: str) -> Marked:
    """Return folded text with its words marked; nothing of one that holds such characters itself."""
    words: list[str] = []
    if _IS_MARK.search(text):
        return Marked("", ())

    def mark(match: re.Match[str]) -> str:
        words.append(match.group())
        return _MARKS[match.lastgroup or "part"]

    return Marked(_MARKED.sub(mark, text), tuple(words))


def told(text: str) -> int:
    """Return what is said of the order, of the reason and of what was kept, as a weight."""
    return sum(weight for weight, pattern in _ALSO_TOLD if pattern.search(text))
