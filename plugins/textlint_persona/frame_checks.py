"""What a pattern over folded text cannot see: capitals, and what sort of role a frame leads to."""

from __future__ import annotations

import re
from collections.abc import Callable

from textlint.lazy import lazy_pattern
from textlint_persona.grammar import Role, words_of
from textlint_persona.scenes import Scene


def _is_plain_denial(scene: Scene, match: re.Match[str], role: Role | None) -> bool:
    """Whether "I am no lawyer" denies the trade: "no ordinary lawyer" and "no stranger" do not."""
    if role is None or role.field.name == "layness":
        return False
    words = scene.text[role.start : role.end].removesuffix(role.head).split()
    return set(words) <= {
        "trained",
        "qualified",
        "licensed",
        "certified",
        "medical",
        "professional",
    }


def _is_apposition(scene: Scene, match: re.Match[str], role: Role | None) -> bool:
    """Whether "we nurses" names the speakers: the plural role follows at once, "us" is no country."""
    if role is None or not role.head.endswith("s") or scene.raw.startswith("US", match.start()):
        return False
    modifiers = words_of(match["role"].removesuffix(role.head))
    if not modifiers:
        return True
    # "we graphic novelists are", not "we train teachers": a verb follows, and none goes before.
    return (
        _PLURAL_VERB.match(scene.text, match.end()) is not None
        and _DOES_TO_PEOPLE.fullmatch(modifiers[0]) is None
    )


_PLURAL_VERB = lazy_pattern(
    r" (?:are|aren't|were|have|had|do|don't|did|know|say|like|love|hate|tend|get|can|could|will|would"
    r"|never|always|often|usually|see|call|must|should|need|learn|think|use|all|ourselves|spend)\b"
)
_DOES_TO_PEOPLE = lazy_pattern(
    r"train|teach|hire|employ|need|call|pay|help|know|meet|ask|want|see|support|trust|love|hate|let|make"
    r"|treat|recruit|represent|give|tell|send|thank|invite|advise|serve|interview|use|find|saw|met|asked"
    r"|had|have|are|were|do|did|say|think|believe|hope|get|got|put|keep|kept|like|feel|wish|assume|suspect"
    r"|watch|hear|heard|told|gave|made|paid|lost|sent|hired|taught|trained|blame|join|joined|count"
)


def _is_calling(scene: Scene, match: re.Match[str], role: Role | None) -> bool:
    """Whether "me, their glazier" names what the speaker does: "me, the people" does not."""
    return role is not None and role.field.kind not in ("thing", "person")


def _is_organisation(scene: Scene, match: re.Match[str], role: Role | None) -> bool:
    """Whether "we at" leads to a name: "we at Vesper", not "we at last"."""
    following = scene.raw[match.end() : match.end() + 60].removeprefix("the ")
    if following[:1].isupper() or following[:1].isdigit():
        return True
    if match.group().startswith("our ") and not match.group().endswith(" at "):
        return True
    return _INSTITUTION.match(following) is not None


_INSTITUTION = lazy_pattern(
    r"(?:[a-z]+ ){0,2}(?:office|council|department|agency|ministry|company|club|museum|library|school"
    r"|university|hospital|bank|firm|studio|centre|center|board|union|foundation|trust|charity)\b"
)


# By the name of the frame.
CHECKED: dict[str, Callable[[Scene, re.Match[str], Role | None], bool]] = {
    "denied": _is_plain_denial,
    "we trade": _is_apposition,
    "apposition": _is_calling,
    "member": _is_organisation,
}
