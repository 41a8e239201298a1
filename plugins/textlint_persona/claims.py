"""The first-person claims of a document, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Block, Document
from textlint_persona.as_role import AS_ROLE, as_role, may_speak_as
from textlint_persona.belongings import belongings_in, may_belong
from textlint_persona.claim import Claim
from textlint_persona.claim_reading import claim_of_deed, claim_of_frame, claim_of_role
from textlint_persona.deeds import deeds_in, may_do, may_last
from textlint_persona.denials import denials_in, may_deny
from textlint_persona.frames import frames_for, frames_met
from textlint_persona.memory import once_per_document
from textlint_persona.patterns import Places
from textlint_persona.scenes import Scene, meant_until, sentence_counts, sentences_in, speeches
from textlint_persona.told import BY_GRAMMAR, Told
from textlint_persona.voices import author_blocks


@once_per_document
def claims_of(document: Document) -> tuple[Claim, ...]:
    """Return the author's claims in order of place, without overlaps; worked out once."""
    speaking = speeches(document)
    grammar = _hardly_says_i(document, speaking)
    told = [
        claim
        for block, text in speaking.items()
        for claim in _in_block(document, block, text, grammar)
    ]
    if not told:
        return ()
    author = author_blocks(document)
    told = [claim for claim in told if claim.block in author]
    if all(c.frame not in BY_GRAMMAR and c.frame != "practises a trade" for c in told):
        return tuple(told)
    sentences, personal = sentence_counts(document)
    if personal <= _LONE * sentences:
        return tuple(told)
    return tuple(
        claim._replace(frame="practises") if claim.frame == "practises a trade" else claim
        for claim in told
        if claim.frame not in BY_GRAMMAR
    )


# The share of first-person sentences up to which the deeds told in one of them stand out. Where somebody
# tells of himself throughout they are what happened to him.
_LONE = 0.4


def _hardly_says_i(document: Document, speaking: dict[Block, str]) -> bool:
    """Whether a text says "I" and "my" so seldom that lone sentences may stand out, by a count of words.

    Only there are sentences read by their grammar, which costs more than looking for turns of phrase.
    """
    said = sum(
        text.count(" i ") + text.count(" my ") + text.count("i'") for text in speaking.values()
    )
    said += sum(text.startswith(("i ", "my ")) for text in speaking.values())
    if said == 0 or (said == 1 and len(speaking) == 1):
        return False  # two claims are the least that can clash
    return said < sum(len(block.text) for block in document.prose) / _SENTENCE


_SENTENCE = 60  # code points


def _in_block(document: Document, block: Block, text: str, grammar: bool) -> Iterator[Claim]:
    met = frames_met(document).get(block, [])
    grammar = grammar and _may_tell(text)
    if met or grammar or may_speak_as(text):
        for scene in sentences_in(document, block):
            told = list(_without_overlap(list(_in_sentence(scene, met))))
            if grammar:
                told = _with_deeds(scene, told)
            if told:
                until = scene.base + meant_until(scene)
                yield from (claim for claim in told if claim.start < until)


def _may_tell(text: str) -> bool:
    """Whether a paragraph may tell something by its grammar, before its sentences are looked for.

    One that only says "we" tells what is done for years, and belongings.
    """
    if " i " in text or " i'" in text or "my " in text or text.startswith(("i ", "i'")):
        return may_do(text) or may_deny(text) or may_belong(text)
    return may_last(text) or may_belong(text)


def _in_sentence(scene: Scene, met: Places) -> Iterator[Claim]:
    text = scene.text
    if may_speak_as(text):
        for match in AS_ROLE.finditer(text):
            found = None if scene.is_quoted(match.start()) else as_role(scene, match)
            if found is not None:
                yield claim_of_role(scene, found)
    for frame in frames_for(scene, met):
        for match in frame.pattern.compiled.finditer(text):
            claim = None if scene.is_quoted(match.start()) else claim_of_frame(scene, frame, match)
            if claim is not None:
                yield claim


def _with_deeds(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """Return `claims` and what else the sentence tells by its grammar, in order of place.

    Where both tell the same, the claim stays; one without a known trade takes it from the deed.
    """
    known = list(claims)
    for told in _told_in(scene):
        if scene.is_quoted(told.start):
            continue
        start, end = scene.base + told.start, scene.base + told.end
        beside = [i for i, c in enumerate(known) if c.start < end and start < c.end]
        if not beside:
            known.append(claim_of_deed(scene, told))
        for index in beside:
            claim = known[index]
            if claim.frame == "my people" and told.frame == "belonging" and told.groups:
                known[index] = claim._replace(groups=told.groups)  # and not what they are asked
            elif claim.frame == "practises" and told.groups:
                known[index] = claim._replace(frame="practises a trade", stance=told.stance)
            elif claim.kind == "person" and claim.start + _SHORTEST < start:
                # "I am her father and run the shop": two in one clause.
                known[index] = claim._replace(end=start)
                known.append(claim_of_deed(scene, told))
            elif claim.kind in ("none", "experience") and not claim.groups and told.groups:
                known[index] = claim._replace(groups=told.groups, themes=claim.themes | told.groups)
    return sorted(known, key=lambda claim: claim.start)


def _told_in(scene: Scene) -> Iterator[Told]:
    if scene.has_i or scene.has_we:
        yield from deeds_in(scene.text)
        yield from denials_in(scene.text)
        yield from belongings_in(scene.text)


_SAYS_MOST = {"trade": 5, "lay": 4, "soft": 3, "experience": 3, "learner": 3, "none": 1}


def _without_overlap(claims: list[Claim]) -> Iterator[Claim]:
    """Yield the claims in order; of overlapping ones the first, or that which says most, stays.

    One that begins inside another and says more cuts it short.
    """
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.start, -_says(c), -c.end)):
        if not kept or claim.start >= kept[-1].end:
            kept.append(claim)
        elif _says(claim) > _says(kept[-1]) and claim.start > kept[-1].start:
            if claim.start - kept[-1].start < _SHORTEST:
                kept.pop()
            else:
                kept[-1] = kept[-1]._replace(end=claim.start)
            kept.append(claim)
    yield from kept


_SHORTEST = 8  # code points of a claim that another one cuts short


def _says(claim: Claim) -> int:
    return _SAYS_MOST.get(claim.kind, 2)
