"""First-person claims: the places where the author of a document says who he or she is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal
from weakref import WeakKeyDictionary

from textlint.document import Block, Document
from textlint.model import Span
from textlint_persona.as_role import AS_ROLE, AsRole, as_role
from textlint_persona.frames import Frame, Stance, frames
from textlint_persona.grammar import DURATION, SINCE, Role, clause_end, noun_phrase, words_of
from textlint_persona.lexicon import Kind, lexicon
from textlint_persona.scenes import Scene, scenes_of


@dataclass(frozen=True, slots=True)
class Claim:
    """`block.text[start:end]` says something about its author.

    `kind` is what it says (see data/fields.csv), "experience" when it tells work and no role, "none"
    when it names neither. `groups` are the groups of trades that it touches. `intro` marks a fresh
    introduction: "As a nurse, I …", `is_long` a claim of long standing. `sentence` is the range of the sentence in `block.text`,
    `paragraph` the number of the block among the author's blocks.
    """

    block: Block
    start: int
    end: int
    frame: str
    stance: Stance
    kind: Kind | Literal["experience", "none"]
    field: str
    head: str
    groups: frozenset[str]
    intro: bool
    is_long: bool
    sentence: tuple[int, int]
    paragraph: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.block.span_at(self.start, self.end)

    @property
    def is_plural(self) -> bool:
        return self.head.endswith("s")


_CACHE: WeakKeyDictionary[Document, tuple[Claim, ...]] = WeakKeyDictionary()


def claims_of(document: Document) -> tuple[Claim, ...]:
    """Return the author's claims in order of place, without overlaps; worked out once."""
    claims = _CACHE.get(document)
    if claims is None:
        claims = _CACHE[document] = tuple(
            claim
            for scene in scenes_of(document)
            for claim in _without_overlap(list(_in_sentence(scene)))
        )
    return claims


def _in_sentence(scene: Scene) -> Iterator[Claim]:
    quoted = scene.block.is_quoted
    for match in AS_ROLE.finditer(scene.text, scene.start, scene.end):
        found = None if quoted(match.start()) else as_role(scene, match)
        if found is not None:
            yield _from_role(scene, found)
    for frame in frames():
        if scene.has_i or frame.name == "perspective":
            for match in frame.pattern.finditer(scene.text, scene.start, scene.end):
                claim = None if quoted(match.start()) else _from_frame(scene, frame, match)
                if claim is not None:
                    yield claim


def _from_role(scene: Scene, found: AsRole) -> Claim:
    groups = lexicon().groups(words_of(scene.text[found.complement : found.end]))
    place = (found.start, found.end)
    return _claim(
        scene, place, "as a role", "holds", role=found.role, groups=groups, intro=found.intro
    )


def _from_frame(scene: Scene, frame: Frame, match: re.Match[str]) -> Claim | None:
    text = scene.text
    start = match.start() + len(match.group()) - len(match.group().lstrip(" ,;:"))
    end = clause_end(text, match.end(), scene.end)
    role = _role_after(text, match.end(), end)
    if frame.name in _CHECKED and not _CHECKED[frame.name](scene, match, role):
        return None
    if frame.takes == "role" and role is None:
        return None
    groups = lexicon().groups(words_of(text[start if frame.within else match.end() : end]))
    claim = _claim(
        scene,
        (start, end),
        frame.name,
        frame.stance,
        role=role,
        groups=groups,
        experience=frame.experience,
    )
    if frame.takes == "field" and not claim.groups and claim.kind in ("none", "person"):
        return None
    return claim


def _is_apposition(scene: Scene, match: re.Match[str], role: Role | None) -> bool:
    """Whether "we nurses" names the speakers: the plural role follows at once, "us" is no country."""
    return (
        role is not None
        and role.head.endswith("s")
        and scene.text[match.end() : role.end].split() == role.head.split()
        and not scene.block.text.startswith("US", match.start())
    )


def _is_organisation(scene: Scene, match: re.Match[str], role: Role | None) -> bool:
    """Whether "we at" leads to a name: "we at Vesper", not "we at last"."""
    following = scene.block.text[match.end() : match.end() + 5].removeprefix("the ")
    return match.group().startswith("our ") or following[:1].isupper() or following[:1].isdigit()


# What a pattern over folded text cannot see.
_CHECKED: dict[str, Callable[[Scene, re.Match[str], Role | None], bool]] = {
    "we trade": _is_apposition,
    "member": _is_organisation,
}

_IN_THE_ROLE = re.compile(r"\bas (?:(?:an?|the|one of(?: the)?|your) )?")
_ARTICLE = re.compile(r"(?: (?:an?|the|one of(?: the)?|your))?")


def _role_after(text: str, start: int, end: int) -> Role | None:
    """Return the role that a frame leads to: right at `start`, or after an "as" behind it."""
    article = _ARTICLE.match(text, start, end)
    places = [start if article is None else article.end()]
    places += [match.end() for match in _IN_THE_ROLE.finditer(text, start, end)]
    for place in places:
        role = noun_phrase(text, place, end)
        if role is not None and role.field.kind != "thing":
            return role
    return None


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
    kind: Kind | Literal["experience", "none"] = "experience" if groups and experience else "none"
    name = head = ""
    if role is not None and not (role.field.name == "anyone" and groups):
        kind, name, head = role.field.kind, role.field.name, role.head
        if role.field.group and kind in ("trade", "soft"):
            # A trade tells its group; a standing such as "analyst" takes it from the words around.
            groups = frozenset({role.field.group}) | (groups if kind == "soft" else frozenset())
    return Claim(
        scene.block,
        *place,
        frame,
        stance,
        "lay" if stance == "lacks" else kind,
        name,
        head,
        groups,
        intro,
        experience or _LONG.search(scene.text, *place) is not None,
        (scene.start, scene.end),
        scene.paragraph,
    )


_LONG = re.compile(
    rf"{DURATION}|{SINCE}|\\b(?:lifelong|long-?time|long-?standing|veteran|seasoned)\\b"
)
_SAYS_MOST = {"trade": 5, "lay": 4, "soft": 3, "experience": 3, "learner": 3, "none": 1}


def _without_overlap(claims: list[Claim]) -> Iterator[Claim]:
    """Yield the claims in order; of overlapping ones the first, or that which says most, stays."""
    reached = -1
    for claim in sorted(claims, key=lambda c: (c.start, -_SAYS_MOST.get(c.kind, 2), -c.end)):
        if claim.start >= reached:
            yield claim
            reached = claim.end
