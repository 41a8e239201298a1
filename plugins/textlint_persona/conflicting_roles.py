"""The author speaks as one kind of person here and as another there.

"As a financial analyst, I …" in one paragraph and "As a wedding photographer, I …" in the next: the
text was put together from pieces that were each written, or rewritten, for a different narrator. A
reader who notices stops believing the rest, and an aggregator that republishes it lends its name to a
person who does not exist.

What counts is what the author claims outside quotations: a role ("Speaking as a nurse"), a working life
("In my twenty years behind the bar"), or standing outside a subject altogether ("I have never set foot
in a clinic"). Where a text hardly says "I", the few sentences that do are read closer: what their author
does, has and leads tells a trade too ("I shear four hundred ewes", "my platoon", "the ward I run").
One person can be a nurse, a mother and a Dane; the same trade may be named twice; offices, unpaid service
and pastimes (a treasurer, a foster carer, a magistrate, a few hens) go with every living; a
change of career that is told as one is a story. Interviews, letters, testimonials, user stories and
block quotations have other speakers.

**How to fix.** Decide who is speaking. Rewrite or delete the claims of everybody else, or quote those
people by name.

**Known limits.** Claims are weighed, not understood: two trades that one person really has are
reported unless the text, the byline or the bio brings them together. Who only hints at a trade, in
words that no table of trades has, is missed. In German, French, Spanish,
Italian, Portuguese and Dutch only the plainest claims are seen: a known calling, or standing outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit, Related
from textlint.rule import Context, bad, good, rule
from textlint_persona.claim import Claim, shorten
from textlint_persona.claims import claims_of
from textlint_persona.conflicts import MOST_CLAIMS, REPORTED_FROM, weigh
from textlint_persona.further_places import further_places
from textlint_persona.other_languages import LANGUAGES, clashing_voices
from textlint_persona.self_facts import Fact, facts_of
from textlint_persona.weights import pair_weight

_MOST_FACTS = 60
_FIRST_PERSON = "is in the first person too"
_SHOWN = 3  # other claims named in the message; all of them are related places


@rule(
    "persona/conflicting-roles",
    summary="The author claims to be different people in one article.",
    message="{claim} here{others}.",
    languages=("en", *LANGUAGES),
    examples=[
        bad(
            "As a retired pilot, I trust the checklist.\n\n"
            "The airline cut two routes in May.\n\n"
            "As a pastry chef, I know what such hours do to a family.\n",
            at="As a retired pilot",
        ),
        bad(
            "In my twelve years as a family lawyer I have read many such clauses.\n\n"
            "I have no legal training whatsoever, so I will keep this short.\n",
            at="In my twelve years as a family lawyer I have read many such clauses",
        ),
        bad(
            "Speaking as a dairy farmer, I welcome the rain.\n\n"
            "The river rose by a metre.\n\n"
            "I'm an electrician who works on flooded cellars, and I expect a busy month.\n",
            at="Speaking as a dairy farmer",
        ),
        bad(
            "Two of three ferries failed their inspection.\n\n"
            "I, a welder by trade, blame the salt.\n\n"
            "The yard has until June. A fourth boat is on order.\n\n"
            "Our law firm has had forty calls from passengers.\n",
            at="I, a welder by trade, blame the salt",
        ),
        bad(
            "The cream was recalled in nine countries. As a dermatologist, I never advised it. The"
            " maker lost a fifth of its value. As a cattle farmer, I used it every day. A new batch"
            " is due in spring.\n",
            at="As a dermatologist",
        ),
        bad(
            "Roll a cast sheep on to her feet and hold her until she stands.\n\n"
            "I shear four hundred ewes every June, and half of them have been cast.\n\n"
            "Gas builds up within the hour. Crows come next, and begin with the eyes.\n\n"
            "The underwriters who report to me see two such claims a year.\n\n"
            "A fence is cheaper. So is a short coat.\n",
            at="I shear four hundred ewes every June",
        ),
        bad(
            "The falls are best seen in April, from the lower bridge.\n\n"
            "I have sold tickets on that bridge since 1994.\n\n"
            "Coaches park behind the mill. The path takes twenty minutes and is steep.\n\n"
            "I have never set foot on it, though people tell me it is pretty.\n\n"
            "Dogs are welcome. There is a tap for boots.\n",
            at="I have sold tickets on that bridge since 1994",
        ),
        bad(
            "---\nlang: de\n---\n\nAls Bäcker stehe ich um drei auf.\n\n"
            "Das Mehl kam im Mai aus Ungarn. Es ist teuer.\n\n"
            "Ich bin Anwältin und rate zum Vergleich.\n",
            at="Als Bäcker stehe ich um drei auf",
        ),
        good(
            "As a nurse, I worry about nights.\n\nAs a mother of two, I worry about mornings.\n",
            why="one person can be both",
        ),
        good(
            "“As a pilot, I trust the checklist,” said Ines Fahl.\n\n"
            "“As a chef, I trust my nose,” said her brother.\n",
            why="other people speak in quotations",
        ),
        good(
            "I was a teacher for nine years before I became a plumber.\n\n"
            "As a plumber, I see more kitchens than classrooms.\n",
            why="a change of career told as one",
        ),
        good(
            "I am a vet now, and I was a soldier.\n\nAs a vet, I knock. As a soldier, I did not.\n",
            why="both named in one breath",
        ),
        good(
            "A blocked gutter is mostly leaves. Use a scoop and a bucket.\n\n"
            "My crew clears four hundred houses every autumn.\n\n"
            "Hang the bucket on a hook. Push a hose up from below.\n\n"
            "Before that I laid out the dead for a year, and it was quieter work.\n",
            why="a past job told as past",
        ),
        good(
            "### The chef\n\nAs a chef, I salt early.\n\n"
            "### The chemist\n\nAs a chemist, I salt late.\n",
            why="each section has a speaker of its own",
        ),
        good(
            "- As an editor, I want to lock a page so that nobody overwrites it.\n"
            "- As a translator, I want to see the source so that I can compare.\n",
            why="user stories",
        ),
    ],
)
def conflicting_roles(document: Document, context: Context) -> Iterator[Hit]:
    if document.language in LANGUAGES:
        yield from _in_another_language(document)
        return
    claims = claims_of(document)
    if len(claims) < 2 or weigh(document, claims) < REPORTED_FROM:
        return
    first = _first_in_conflict(claims)
    others = [claim for claim in claims if claim is not first]
    facts = _facts_beside(document, claims)
    told = [*(claim.span for claim in claims), *(fact.span for fact in facts)]
    yield Hit(
        first.span,
        {"claim": "S" + _told(first)[1:], "others": _named(document, others)},
        related=(
            *(Related(claim.span, _told(claim)) for claim in others),
            *(Related(fact.span, f'says "{shorten(fact.text)}"') for fact in facts),
            *(Related(place, _FIRST_PERSON) for place in further_places(document, told)),
        ),
        evidence="|".join(sorted({claim.head or claim.frame for claim in claims})),
    )


def _in_another_language(document: Document) -> Iterator[Hit]:
    voices = clashing_voices(document)
    if voices:
        first, *others = voices
        named = [f'"{shorten(v.text)}" in line {document.lines.line(v.span.start)}' for v in others]
        yield Hit(
            first.span,
            {
                "claim": f'Says "{shorten(first.text)}"',
                "others": f" and {', '.join(named[:_SHOWN])}",
            },
            related=tuple(Related(v.span, f'says "{shorten(v.text)}"') for v in others),
            evidence="|".join(voice.text for voice in voices),
        )


def _first_in_conflict(claims: Sequence[Claim]) -> Claim:
    """Return the first claim of the two that go together worst."""
    pairs = combinations(claims[:MOST_CLAIMS], 2)
    return max(pairs, key=lambda pair: pair_weight(*pair))[0]  # of equals the first in the text


def _facts_beside(document: Document, claims: Sequence[Claim]) -> list[Fact]:
    """Return what else the author tells of himself, the first of each kind and value."""
    told = [(claim.block, claim.start, claim.end) for claim in claims]
    facts: dict[tuple[str, str], Fact] = {}
    for fact in facts_of(document)[:_MOST_FACTS]:
        place = (fact.block, fact.start, fact.end)
        if not any(b is place[0] and s < place[2] and place[1] < e for b, s, e in told):
            facts.setdefault((fact.kind, fact.value), fact)
    return list(facts.values())


_AS = lazy_pattern(r"(?:\w+ ){0,3}?as (?=\w)", re.IGNORECASE)


def _told(claim: Claim) -> str:
    """Return 'speaks as "a nurse"' or 'says "I have run a bakery for years"'."""
    text = claim.text
    lead = _AS.match(text) if claim.frame == "as a role" else None
    if lead is not None:
        return f'speaks as "{shorten(text[lead.end() :])}"'
    return f'says "{shorten(text)}"'


def _named(document: Document, claims: Sequence[Claim]) -> str:
    """Return the other claims with their lines, for the end of the message's sentence."""
    named = [
        f"{_told(claim)} in line {document.lines.line(claim.span.start)}"
        for claim in claims[:_SHOWN]
    ]
    if len(claims) > _SHOWN:
        named.append(f"somebody else in {len(claims) - _SHOWN} more places")
    return "".join(f", {told}" for told in named[:-1]) + f" and {named[-1]}"
