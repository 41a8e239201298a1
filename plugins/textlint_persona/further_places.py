"""Where else an article speaks in the first person that is known to have several speakers.

What needs no proof any more is shown at a lower bar than what decides: whoever mends the article has to
look at each of these sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint.model import Span
from textlint_persona.grammar import CARDINAL, DURATION, SINCE
from textlint_persona.introductions import is_patchwork
from textlint_persona.scenes import Scene, scenes_of, sentence_counts

_MOST = 12
# Up to which share of first-person sentences they are few enough to be shown.
_FEW = 0.5


def further_places(document: Document, told: Sequence[Span]) -> list[Span]:
    """Return the sentences in the first person beside `told`, at most twelve, in order.

    Of a text that hardly says "I" all in paragraphs of which nothing is told, else those that say what
    somebody does, has or was.
    """
    sentences, personal = sentence_counts(document)
    if personal > _FEW * sentences:
        return []
    lone = is_patchwork(document)
    known = [(span.start, span.end) for span in told]
    found: list[Span] = []
    for scene in scenes_of(document):
        if not (scene.has_i or scene.has_we):
            continue
        place = scene.block.span_at(scene.base, scene.base + len(scene.text))
        fresh = not any(_meet(scene.block.span, span) for span in known)
        if any(_meet(place, span) for span in known):
            continue
        if (lone and fresh and scene.has_i) or _tells(scene):
            found.append(place)
    return found[:_MOST]


def _meet(place: Span, span: tuple[int, int]) -> bool:
    return place.start < span[1] and span[0] < place.end


def _tells(scene: Scene) -> bool:
    """Whether a sentence says something of its speaker's work, family, age or past."""
    return scene.has_i and _OF_MYSELF.search(scene.text) is not None


_OF_MYSELF = lazy_pattern(
    r"\bmy (?:own |late |eldest |youngest |old )?(?:clients?|customers?|patients?|tenants?|pupils?|students?"
    r"|team|crew|staff|boss|branch|office|desk|van|shop|ticket|licen[cs]e|workload|union|firm|company|farm"
    r"|practice|degree|career|job|boys|girls|sons?|daughters?|children|kids|husband|wife|ex-\w+|parents)\b"
    r"|\bi (?:chair|hold|run|ran|own|owned|rent|let|fit|fix|mend|drive|drove|teach|taught|coach|farm|sell"
    r"|sold|build|built|work|worked|serve|served|trained|used to|joined|retired|grew up|prepare|tend"
    r"|was (?:born|raised|brought up|a|an)|(?:am|'m) an?)\b"
    rf"|\bi(?:'ve| have)(?:n't| not| never)? [^.;:!?]{{0,60}}? (?:(?:for|over) {DURATION}|{SINCE})"
    rf"|\b{DURATION} (?:with|at|in|of|behind|on) \w"
    rf"|\bi(?:'m| am|'ll turn| turned) {CARDINAL}\b(?! (?:per|minutes|miles|times))"
    r"|\b(?:back )?when i was\b"
)
