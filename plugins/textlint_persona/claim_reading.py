"""What a match in a sentence claims: the role, the trades and the time that its words tell."""

from __future__ import annotations

import re
from typing import Literal

from textlint.lazy import lazy_pattern
from textlint_persona.as_role import AsRole
from textlint_persona.belongings import fronted_object
from textlint_persona.claim import Claim
from textlint_persona.frame_checks import CHECKED
from textlint_persona.frames import Frame, Stance
from textlint_persona.grammar import DURATION, SINCE, Role, clause_end, noun_phrase, stems, words_of
from textlint_persona.lexicon import Kind, lexicon
from textlint_persona.scenes import Scene
from textlint_persona.told import Told


def claim_of_deed(scene: Scene, told: Told) -> Claim:
    return _claim(
        scene,
        (told.start, told.end),
        told.frame,
        told.stance,
        role=None,
        groups=told.groups,
        experience=told.is_long,
    )


def claim_of_role(scene: Scene, found: AsRole) -> Claim:
    words = scene.text[found.complement : found.end]
    role = found.role
    works = role is None and _BY_TRADE.search(words) is not None
    if role is None or role.field.kind == "person":
        works = works or _BY_TRADE.search(words) is not None
        within = _role_within(scene.text, found)
        role = within or (None if works or _tells_work(scene.text, found) else role)
    # "As somebody who had never held a controller": the relative clause tells that it is an outsider.
    anybody = found.role is None or found.role.field.name in ("anyone", "consumption")
    outside = anybody and _OUTSIDE.search(words) and not _NEUTRAL.search(words)
    return _claim(
        scene,
        (found.start, found.end),
        "living" if works else "as a role",
        "lacks" if outside else "holds",
        role=role,
        groups=lexicon().groups(words_of(words)),
        intro=found.intro,
        experience=works,
    )


def _role_within(text: str, found: AsRole) -> Role | None:
    """Return the role that a relative clause tells: "as someone who has been a notary since 2009"."""
    match = _HAS_BEEN.search(text, found.complement, found.end)
    return None if match is None else noun_phrase(text, match.end(), found.end)


def _tells_work(text: str, found: AsRole) -> bool:
    """Whether the relative clause behind a role that goes with all trades is about one of them."""
    link = _LINK.search(text, found.complement, found.end)
    return link is not None and bool(lexicon().groups(words_of(text[link.end() : found.end])))


_LINK = lazy_pattern(
    r"\b(?:who|that)(?:'s|'ve)? (?:has|have|had|spent|works?|worked|ran|runs|used to|once)\b"
)
# A relative clause that tells a living: "a jeweller's daughter who sets stones for a living".
_BY_TRADE = lazy_pattern(
    r"\b(?:who|that)\b[^,;:]{0,80}\b(?:for a living|for my living|professionally|by trade|by profession)\b"
)
_HAS_BEEN = lazy_pattern(
    r"\b(?:who|that)(?:'s| is| was| has| have|'ve)?(?: \w+ly| also| now| long)? "
    r"(?:been|played|(?:works?|worked|working|serves?|served|trained|qualified) as|an?(?= ))(?: an?)? "
)
_OUTSIDE = lazy_pattern(
    r"\b(?:never|not|no|couldn't|could not|knew nothing|knows nothing|doesn't|don't|hasn't|hadn't|can't"
    r"|cannot|refuses?|barely|hardly|only just|gave up)\b"
)


def claim_of_frame(scene: Scene, frame: Frame, match: re.Match[str]) -> Claim | None:
    text = scene.text
    start = match.start() + len(match.group()) - len(match.group().lstrip(" ,;:"))
    start = _with_its_subject(text, start)
    end = clause_end(text, match.end(), len(text))
    if frame.name in ("practises", "does") and text.endswith("what ", 0, start):
        return None  # "practise what I preach"
    if frame.name == "practises" and (whole := fronted_object(text, start)) >= 0:
        start, end = whole, match.end()
    if frame.subject and _SPEAKER_FOLLOWS.match(text, end) is None:
        return None
    if frame.name in ("years", "perfect") and _OF_KIN.search(text, 0, match.start()) is not None:
        return None
    if frame.name == "never" and _COMPARED.search(text, match.end(), end) is not None:
        return None
    role = None if frame.name == "my people" else _role_of(scene, frame, match, end)
    if role is not None and role.head == "one":
        role = _named_before(text, match.start()) or role
    if frame.name in CHECKED and not CHECKED[frame.name](scene, match, role):
        return None
    if frame.takes == "role" and role is None:
        return None
    about = text if frame.name == "count" else text[start if frame.within else match.end() : end]
    words = words_of(about)
    groups = lexicon().groups(words)
    claim = _claim(
        scene,
        (start, end),
        frame.name,
        frame.stance,
        role=role,
        groups=groups,
        experience=frame.experience,
    )
    if frame.name == "worked as" and "volunteer" in match.group():
        return claim._replace(kind="lay", field="hobby")
    if claim.kind not in ("none", "person", "experience") or claim.groups:
        return claim
    if frame.takes == "field" or (frame.takes == "topic" and not claim.themes):
        return None
    return claim


def _named_before(text: str, place: int) -> Role | None:
    """Return the role that "one" stands for: "a long line of rabbis, and being one myself"."""
    words = words_of(text[:place])
    for end in range(len(words), 0, -1):
        found = lexicon().role(words, end)
        if found is not None and found[0].kind == "trade":
            return Role(" ".join(words[found[1] : end]), found[0], place, place)
    return None


def _with_its_subject(text: str, start: int) -> int:
    """Return where the clause of a claim begins when it begins with the speaker: "I do my shift at"."""
    before = text[max(0, start - _NEAR_SUBJECT) : start]
    found = _SUBJECT_BEFORE.search(before)
    return start if found is None else start - len(before) + found.start(1)


# "My mother was on such a ward for two years": somebody else's years.
_OF_KIN = lazy_pattern(
    r"\bmy (?:late |own |\w+ )?(?:mother|father|mum|mom|dad|wife|husband|brother|sister|son|daughter|aunt"
    r"|uncle|grand\w+|partner|parents|friend)\b(?! and i\b)(?![^;:.]*(?:, | and )i\b)[^,;:.]*$"
)
_NEAR_SUBJECT = 60  # code points
_SUBJECT_BEFORE = lazy_pattern(
    r"(?:^|[,;:.] )((?:i|we|i'm|i've|my \w+) [^,;:.!?]{0,50} (?:ring |rings |ask |asks )?)$"
)
_SPEAKER_FOLLOWS = lazy_pattern(r",? (?:(?:so|and|but|then|of course|naturally),? )?(?:i|my|we)\b")
# "I have never seen a better harvest" praises the harvest.
_COMPARED = lazy_pattern(
    r"(?<!\bso much )\b(?:so(?! much as)|such|better|worse|more|less|as|like|quite"
    r"|enough|again|than|this \w+$"
    r"|\w+ier|\w+est)\b"
)


def _role_of(scene: Scene, frame: Frame, match: re.Match[str], end: int) -> Role | None:
    """Return the role that a frame leads to.

    It is the group "role" of the pattern, or stands at the end of the match, or after a later "as";
    a pattern that tells the field itself only takes what follows an "as".
    """
    text = scene.text
    if "role" in match.re.groupindex and match["role"] is not None:
        places = [match.span("role")]
    else:
        article = _ARTICLE.match(text, match.end(), end)
        direct = article.end() if article else match.end()
        names_it = not frame.within or match.group().endswith(" as")
        places = [(direct, end)] if names_it else []
        places += [(found.end(), end) for found in _IN_THE_ROLE.finditer(text, match.end(), end)]
    for place in places:
        role = noun_phrase(text, *place)
        if role is not None and role.field.kind != "thing":
            return role
    return None


_IN_THE_ROLE = lazy_pattern(
    r"\b(?:as|(?:have|'ve|had) been(?= an?)|became(?= an?)) (?:(?:an?|the|one of(?: the)?|your) )?"
)
_ARTICLE = lazy_pattern(r"(?: (?:an?|the|one of(?: the)?|your)\b)?")


def _claim(
    scene: Scene,
    place: tuple[int, int],
    frame: str,
    stance: Stance,
    *,
    role: Role | None,
    groups: frozenset[str],
    intro: bool = False,
    experience: bool = False,
) -> Claim:
    words = words_of(scene.text[place[0] : place[1]])
    themes = groups | lexicon().about(words)
    kind: Kind | Literal["experience", "none"] = "experience" if themes and experience else "none"
    if frame == "state" and _AT_SCHOOL.search(scene.text, *place):
        kind = "learner"
    name = head = ""
    if role is not None and not (role.field.name == "anyone" and groups):
        kind, name, head = role.field.kind, role.field.name, role.head
        if kind == "person" and _NEUTRAL.search(scene.text, role.start, role.end):
            kind = "neutral"
        if kind in ("trade", "soft") and _is_hobby(scene.text, role):
            kind, name = "lay", "hobby"
        if head == "judge" and _JUST_A_JUDGE.fullmatch(scene.text, role.start, role.end):
            in_court = _IN_COURT.search(scene.block.folded) is not None
            kind, name = (kind, name) if in_court else ("soft", "work")
        if role.field.group and name == role.field.name and kind in ("trade", "soft", "lay"):
            # A trade tells its group; a standing such as "analyst" takes it from the words around.
            groups = frozenset({role.field.group}) | (groups if kind == "soft" else frozenset())
            themes = groups
    outside = _OUTSIDE.search(scene.text, *place)
    if stance == "holds" and (
        _HAD_BEEN.match(scene.text, *place) or _DID_FOR_YEARS.match(scene.text, *place)
    ):
        stance = "held"
    elif stance == "held" and _STILL_IS.search(scene.text, *place):
        stance = "holds"
    return Claim(
        scene.block,
        scene.base + place[0],
        scene.base + place[1],
        frame,
        stance,
        "lay" if stance == "lacks" else kind,
        name,
        head,
        groups,
        themes,
        frozenset() if outside is None else _subjects(scene.text[outside.start() : place[1]]),
        intro,
        experience or _LONG.search(scene.text, *place) is not None,
        _WHOLE.search(scene.text, *place) is not None,
        name == "learning" or _NEW.search(scene.text, *place) is not None,
        _named_with(scene.text, role),
        (scene.base, scene.base + len(scene.text)),
    )


# Of dogs, of jam, of essays: only a word of the court makes a living of it.
_JUST_A_JUDGE = lazy_pattern(r"judge")
_IN_COURT = lazy_pattern(
    r"\b(?:courts?|courtroom|trials?|jury|juries|juror|bench|sentenc\w*|verdicts?|law|laws|lawyers?|legal|litigants?"
    r"|defendants?|cases|case|statute|docket|chambers|counsel|hearings?|appeals?|ruling|rulings|evidence|bar)\b"
)
_DID_FOR_YEARS = lazy_pattern(
    rf"for {DURATION},? i (?:\w+ed|taught|ran|drove|flew|sold|built|led|kept)\b"
)
_HAD_BEEN = lazy_pattern(r"i(?:'d| had) been\b")
# "I left school at fourteen and have been a shearer ever since": it begins in the past and goes on.
_STILL_IS = lazy_pattern(r"\band (?:i )?(?:have|'ve) been (?:an?|the) ")


def _is_hobby(text: str, role: Role) -> bool:
    """Whether the role is played for love: "an amateur violinist", "a keen cook"."""
    return not _FOR_LOVE.isdisjoint(words_of(text[role.start : role.end]))


_NEUTRAL = lazy_pattern(r"\b(?:neutral|impartial|unbiased|disinterested)\b")
_FOR_LOVE = frozenset(
    {"amateur", "hobby", "keen", "occasional", "weekend", "sunday", "home", "would-be", "aspiring"}
    | {"budding", "armchair", "recreational", "lapsed", "self-taught", "enthusiastic", "casual"}
    | {"spare-time", "bad", "poor", "mediocre", "failed", "hopeless", "reluctant", "nervous"}
)
_AND = lazy_pattern(
    r"(?:,? and| or| as well as|/| &|,)(?: also| then)?"
    r"(?: i(?:'m| am| was|'ve been| have been)(?: \w+ly| now| once| also)?)?(?: an?| the)? (?=\w)"
)


def _named_with(text: str, role: Role | None) -> frozenset[str]:
    """Return the heads and groups of the roles that are coordinated with `role`."""
    if role is None:
        return frozenset()
    also: set[str] = set()
    for match in _AND.finditer(text, role.end, role.end + _BREATH):
        other = noun_phrase(text, match.end(), min(len(text), match.end() + 40))
        if other is not None and other.field.kind not in ("thing", "person"):
            also |= {other.head, other.field.group} - {""}
    return frozenset(also)


_BREATH = 120  # code points
_AT_SCHOOL = lazy_pattern(
    r"\bin (?:year|grade|form|class|my (?:\w+) year|primary|high|secondary)\b"
)


def _subjects(text: str) -> frozenset[str]:
    """Return what folded text is about: its groups of trades and the stems of its longer words."""
    return lexicon().about(words_of(text)) | stems(text)


_LONG = lazy_pattern(
    rf"{DURATION}|{SINCE}|\b(?:lifelong|long-?time|long-?standing|veteran|seasoned)\b"
)
_NEW = lazy_pattern(
    r"\bfor (?:all of |only |just |barely |about )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d) (?:weeks|months)\b"
    r"|\b(?:(?:only|just|newly|recently|freshly) (?:[\w'-]+ ){0,6}?(?:last|this|yesterday|ago|qualified"
    r"|started|retrained|trained|joined|begun|began|graduated|licensed|minted)|only (?:for )?(?:a few"
    r"|two|three|six|\d) (?:weeks|months)|(?:last|this) (?:week|month)|my (?:very )?first (?:week|month"
    r"|day|term|season)|brand[- ]new|newly[- ]\w+|since (?:last|this) \w+|trainee|apprentice|rookie"
    r"|in my first \w+|only (?:last|this) \w+|weeks? ago|months? ago)\b"
)
_WHOLE = lazy_pattern(
    r"\b(?:lifelong|my (?:whole|entire) (?:\w+ )?(?:life|career)"
    r"|(?:most|all|the whole|the best part) of my (?:\w+ )?(?:life|career)|all my (?:\w+ )?(?:life|career)"
    r"|nothing else|ever since|(?:i|and) never left)\b"
)
