"""Facts that authors tell of themselves: age, family, origin, sex, working years, employer, places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from textlint.document import Block, Document
from textlint.model import Span
from textlint_persona.claims import claims_of
from textlint_persona.grammar import CARDINAL, DURATION, clause_end, words_of
from textlint_persona.memory import once_per_document
from textlint_persona.numbers import number, years
from textlint_persona.scenes import Scene, scenes_of

_ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety)-)?\w+(?:th|first|second|third))"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """`block.text[start:end]` tells `value` of kind `kind`; `number` when the value is one.

    Kinds: "age" (years, now), "spouse" ("wife", "husband"; as of now), "widowed", "unmarried",
    "children" (count), "sex" ("f", "m"), "born" (place), "never left" (place), "years" (of work; the
    value is the work), "since" (year; the value is the work), "employer" (name), "first visit" and
    "regular" (place).
    """

    kind: str
    value: str
    number: float | None
    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.block.span_at(self.start, self.end)


@once_per_document
def facts_of(document: Document) -> tuple[Fact, ...]:
    """Return what the author of `document` tells of himself, in order of place."""
    found = [fact for scene in scenes_of(document) for fact in _in_sentence(scene)]
    found += _of_claims(document)
    return tuple(sorted(found, key=lambda fact: (fact.block.span, fact.start)))


_NOW = (
    r"(?:last|this|next|yesterday|today|tomorrow|just|recently|in (?:january|february|march"
    r"|april|may|june|july|august|september|october|november|december))"
)
_AGE = [
    r"\bi(?:'m| am)(?: only| just| still| now| already| almost| nearly)?"
    rf" (?P<n>{CARDINAL})(?: years? (?:old|of age|young)|(?=[.;]|, (?:and|so|but)| and"
    r" (?:i|have|my)))",
    rf"\b(?:as|i'm|i am|being|for) an? (?P<n>{CARDINAL})[ -]years?[ -]old\b",
    r"\b(?:widow|widower|man|woman|pensioner|bachelor|girl|boy|lady|grandmother"
    rf"|grandfather) of (?P<n>{CARDINAL})\b",
    r"\bmy (?:own )?(?:\w+ )?(?:knees|hips|bones|legs|hands|eyes|back|body|joints|heart"
    rf"|ears|lungs) (?:are|is) (?:only )?(?P<n>{CARDINAL})\b",
    rf"\bmy (?P<n>{_ORDINAL}) birthday(?= {_NOW}\b)",
    rf"\b{_NOW} [^.;:!?]{{0,40}}?my (?P<n>{_ORDINAL}) birthday\b",
    rf"\bi (?:turn|turned|will be|'ll be|shall be) (?P<n>{CARDINAL}) {_NOW}\b",
    rf"\bat (?:the age of )?(?P<n>{CARDINAL}), i (?:am|have|still|can|may)\b",
]
_SPOUSE = re.compile(
    r"(?<!ex-)\bmy (?:(?:lovely|dear|long-suffering|beloved|own|patient|poor|wonderful"
    r"|clever) )?(?P<who>wife|husband)\b(?!'s (?:ex|former))"
)
_WIDOWED = re.compile(
    r"\b(?:i am|i'm|as|being) an? (?:\w+ )?(?P<who>widow|widower)\b|\bmy late"
    r" (?P<late>wife|husband)\b|\bsince my (?P<died>wife|husband) died\b|\bi lost my"
    r" (?P<lost>wife|husband)\b"
)
_WITH_SPOUSE = re.compile(
    r"\bmy (?:wife|husband)(?: [a-z]+)?(?: and i(?:, who)?(?: both| still| now)? (?:run"
    r"|think|live|own|keep|love|are|have|plan|take|spend|like|share|manage|work|grow"
    r"|make)\b|,? (?:who )?(?:is|says|thinks|runs|works|likes|loves|cooks|drives|teaches"
    r"|keeps|tells)\b)"
)
_UNMARRIED = re.compile(
    r"\bi(?:'ve| have) never (?:been )?married\b|\bi never married\b|\bas an? (?:\w+"
    r" )?(?:bachelor|spinster)\b|\bi(?:'m| am) an? (?:\w+ )?(?:bachelor|spinster)\b"
)
_CHILDREN = [
    rf"\b(?:mother|father|parent|mum|mom|dad)(?:-| )of(?:-| )(?P<n>{CARDINAL})\b",
    rf"\b(?:my|all|of my|our|i have|i've got|have) (?P<n>{CARDINAL}) (?:\w+ )?(?:children"
    r"|kids|sons|daughters)\b(?! (?:in|at) )",
    r"\b(?P<none>i have no (?:children|kids)|no children of my own|i(?:'m| am) childless"
    r"|i(?:'ve| have) never had (?:children|kids)|i don't have (?:any )?(?:children"
    r"|kids))\b",
    r"\bmy (?:only|own) (?P<one>son|daughter|child)\b",
    r"\bmy (?:eldest|youngest|middle|older|younger) (?P<some>son|daughter|child|kids?"
    r"|boy|girl)\b|\bmy (?P<some2>children|kids)\b",
]
_PLACE = r"(?P<place>\w[\w'.\-]*(?: \w[\w'.\-]*){0,2})"
_BORN = re.compile(
    r"\b(?:i was |i'm |i am |^|, )?(?:born and (?:raised|bred|brought up)|born)(?: and"
    rf" raised| and bred)? (?:in|on|near|outside) {_PLACE}"
)
_NEVER_LEFT = re.compile(
    r"\b(?:never|not once) (?:(?:been|lived|travelled|traveled|set foot|gone|ventured)"
    r" (?:outside|beyond|out of|east of|west of|north of|south of|anywhere but|abroad)"
    rf"|left|(?:lived|been) anywhere (?:but|other than|outside))(?: of)?(?: {_PLACE})?"
)
_EMPLOYER = re.compile(
    r"\b(?:i(?:'m| am)? (?:currently |now |still )?(?:work|employed|working) (?:for|at"
    r"|by)|my employer,?|here at|we at|as (?:an? )?(?:ceo|cto|cfo|founder|head|director"
    rf"|president|employee|chair|managing director|chief executive) (?:of|at)) {_PLACE}"
)
_FIRST_VISIT = re.compile(
    r"\b(?:never (?:once |before |actually )?been (?:to|in)|never (?:once |actually"
    r" )?(?:visited|set foot (?:in|on))|(?:this|it|being|is)(?: is| being| was)? my (?:very )?first"
    rf" (?:ever )?(?:visit to|time in|time on|trip to|day in)) {_PLACE}"
)
_REGULAR = re.compile(
    r"\b(?:(?:every|each) time i(?:'m| am)?(?: go| come| visit| return| travel| fly)?(?:"
    r" back| out| down| up| over)?(?: to| in)?|i (?:go|come|visit|return|travel|fly)(?:"
    r" back)?(?: to)?(?= [^.;!?]{2,40} every (?:year|summer|winter|spring|autumn|month"
    r"|week)\b)|my (?:annual|yearly|usual|regular|weekly|\w+(?:th|second|third))"
    r" (?:visit|trip|journey|pilgrimage|return|summer|stay|holiday) (?:to|in)|i(?:'ve|"
    rf" have) (?:been (?:coming|going|returning) (?:back )?to|lived in|visited)) {_PLACE}"
)
_LEAD = re.compile(r"(?:[^,;:]{0,60}[,;:] )?[^,;:]{0,90}\Z")


def _in_sentence(scene: Scene) -> Iterator[Fact]:
    for pattern in _AGE_PATTERNS:
        for match in pattern.finditer(scene.text):
            age = number(match["n"].replace(" ", "-"))
            if age is not None and 4 <= age <= 110 and not _is_past(scene, match.start()):
                yield from _fact(scene, "age", match, match["n"], age)
    for kind, pattern, read in _TABLE:
        for match in pattern.finditer(scene.text):
            value = read(scene, match)
            if value:
                yield from _fact(scene, kind, match, value, None)
    for pattern in _CHILDREN_PATTERNS:
        for match in pattern.finditer(scene.text):
            yield from _fact(scene, "children", match, *_count(match))


def _fact(
    scene: Scene, kind: str, match: re.Match[str], value: str, amount: float | None
) -> Iterator[Fact]:
    """Yield the fact unless it is quoted; its place is the clause with what leads to it."""
    if scene.is_quoted(match.start()):
        return
    before = scene.text[max(0, match.start() - 70) : match.start()]
    cut = max(before.rfind(mark) for mark in (". ", "; ", ": ", "! ", "? "))
    start = match.start() - (len(before) - cut - 2 if cut >= 0 else len(before))
    end = clause_end(scene.text, match.end(), len(scene.text))
    yield Fact(
        kind, value, amount, scene.block, scene.base + start, scene.base + max(end, match.end())
    )


def _is_past(scene: Scene, place: int) -> bool:
    return (
        re.search(r"\b(?:when|was|then|were|until|as a boy|as a girl)\b", scene.text[:place])
        is not None
    )


def _count(match: re.Match[str]) -> tuple[str, float | None]:
    groups = match.groupdict()
    if groups.get("n"):
        return "count", number(groups["n"])
    if groups.get("none"):
        return "none", 0.0
    return ("one", None) if groups.get("one") else ("some", None)


def _name(scene: Scene, match: re.Match[str]) -> str:
    """Return the capitalised words at the place of a match: "" when there is no name."""
    if match["place"] is None:
        return "*"
    words: list[str] = []
    for word in re.finditer(r"[\w'’.\-]+", scene.raw[match.start("place") : match.end("place")]):
        if not word.group()[:1].isupper():
            if words or word.group() != "the":
                break
            continue
        words.append(word.group().strip(".").removesuffix("’s").removesuffix("'s"))
    return " ".join(words)


def _who(scene: Scene, match: re.Match[str]) -> str:
    return next((value for value in match.groupdict().values() if value), "yes")


_AGE_PATTERNS = [re.compile(pattern) for pattern in _AGE]
_CHILDREN_PATTERNS = [re.compile(pattern) for pattern in _CHILDREN]
_TABLE: list[tuple[str, re.Pattern[str], Callable[[Scene, re.Match[str]], str]]] = [
    ("spouse", _SPOUSE, _who),
    ("widowed", _WIDOWED, _who),
    ("with spouse", _WITH_SPOUSE, _who),
    ("unmarried", _UNMARRIED, _who),
    ("born", _BORN, _name),
    ("never left", _NEVER_LEFT, _name),
    ("employer", _EMPLOYER, _name),
    ("first visit", _FIRST_VISIT, _name),
    ("regular", _REGULAR, _name),
]

_FEMALE = frozenset(
    {"mother", "mum", "mom", "grandmother", "widow", "woman", "girl", "lady", "sister", "daughter"}
    | {
        "waitress",
        "actress",
        "stay-at-home mom",
        "single mother",
        "single mum",
        "single mom",
        "bride",
    }
    | {"working mother", "yorkshirewoman", "frenchwoman", "englishwoman", "housewife", "nun"}
)
_MALE = frozenset(
    {"father", "dad", "grandfather", "widower", "man", "boy", "gentleman", "brother", "son", "monk"}
    | {"stay-at-home dad", "single father", "yorkshireman", "frenchman", "englishman", "groom"}
)
_YEARS = re.compile(DURATION)
_SINCE = re.compile(r"\b(?:since|in) (?P<year>(?:19|20)\d\d)\b")


def _of_claims(document: Document) -> Iterator[Fact]:
    """Yield sex and working years as they follow from the author's claims of a role."""
    for claim in claims_of(document):
        text = claim.block.folded[claim.start : claim.end]
        if claim.head in _FEMALE | _MALE and claim.stance == "holds":
            sex = "f" if claim.head in _FEMALE else "m"
            yield Fact("sex", sex, None, claim.block, claim.start, claim.end)
        if claim.stance != "holds" or claim.kind not in ("trade", "experience", "soft"):
            continue
        work = claim.head or " ".join(sorted(claim.groups))
        length = _YEARS.search(text)
        amount = years(length.group()) if length else None
        if amount is not None and amount >= 1 and _is_whole_career(text):
            yield Fact("years", work, amount, claim.block, claim.start, claim.end)
        since = _SINCE.search(text)
        if since is not None:
            yield Fact("since", work, float(since["year"]), claim.block, claim.start, claim.end)


def _is_whole_career(text: str) -> bool:
    """Whether the stretch of time is that of the trade and not of one post in it."""
    words = words_of(text)
    return (
        not {"here", "there", "at", "for", "under", "alone"} & set(words) and "first" not in words
    )
