"""What the claims of one document come to: how strongly they speak for several authors.

No single sign decides: the weights of all pairs of claims add up, and a document is reported from
`REPORTED_FROM` on. What the text tells as one life (a change of career, a bio that names both trades)
takes weight off. How the first person is used counts too: in a report that is otherwise impersonal,
lone sentences that each introduce somebody are a patchwork; in a memoir they are a life.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint_persona.claim import Claim
from textlint_persona.claims import claims_of
from textlint_persona.contradictions import contradictions
from textlint_persona.declared import declared_groups, groups_named, roles_named
from textlint_persona.grammar import stems, words_of
from textlint_persona.lexicon import lexicon
from textlint_persona.memory import once_per_document
from textlint_persona.scenes import sentence_counts
from textlint_persona.self_facts import facts_of
from textlint_persona.weights import (
    are_livings_apart,
    are_two_livings,
    is_outsider,
    is_veteran_and_beginner,
    pair_weight,
    says_both,
)

REPORTED_FROM = 0.95
# What somebody who knows the subject weighs against somebody who does not, when the text is about it.
_TOPICAL = 0.65
# Facts that contradict each other make it likelier that there are several speakers.
_FACTS = 0.5
_OF_AGE = 18  # years
# More claims than this say nothing new; keeps hostile texts linear.
MOST_CLAIMS = 60
# What a story of one life leaves of a pair's weight.
_STORY = 0.2
_STORY_AGAINST_A_LIFE = 0.9
# What is left of it when both stand in one paragraph.
_SIDE_BY_SIDE = 0.3
# The same for two livings that hardly anybody combines.
_SIDE_BY_SIDE_APART = 0.85
# What is left of everything in a text that plays with roles.
_HATS = 0.6
# Factors for a patchwork of lone first-person sentences and for a text told in the first person.
_PATCHWORK, _MEMOIR = 1.5, 0.75
# The factor for a text that hardly uses the first person though it does more than introduce people,
# and the share of such sentences it may have.
_IMPERSONAL, _HARDLY = 1.4, 0.3
# A life holds many roles, and each paragraph of it tells of one: the heaviest pair alone counts where
# so many of so many sentences are in the first person, and of fewer where so many roles are past.
_WHOLE_LIFE, _LIFE_TOLD = 0.75, 8
_LIFE = 0.5
_ROLES_OF_A_LIFE = 2
# The share of first-person sentences that a patchwork may have, and when each of them claims something.
_FEW, _FEW_AND_CLAIMING = 0.5, 0.7
# Factor for such a text when it tells of a change of career somewhere.
_CAREER_TOLD = 0.6

# What two claims have to weigh to be enough in an impersonal text.
_ENOUGH = 0.6
# Two introductions of different people in an impersonal text.
_INTRODUCED_TWICE = 1.0
_OPENING = 3  # code points: a quotation mark, a dash
# Fields of persons that stand for a narrator; kin, origin, age, belief and custom go with every role.
_STANDINGS = frozenset({"supporting", "play", "anyone"})

# "before I became", "then I retrained": the author tells the change, so it is a story, no conflict.
_CAREER = lazy_pattern(
    r"\bbefore (?:i (?:became|was|went|moved|trained|took|started|turned|ever)|becoming"
    r"|turning|moving|training|going|that i)\b"
    r"|\b(?:then|later|eventually|finally|soon|afterwards) i (?:became|moved|trained"
    r"|retrained|went|took|joined|started|worked)\b"
    r"|\bi (?:then|later|eventually|finally|soon) (?:became|moved|trained|retrained|went"
    r"|took|joined|started)\b"
    r"|\bi (?:left|quit|gave up|retrained|switched|moved on|turned (?:to|from)|swapped"
    r"|traded (?:in|my)|retired|went back|moved into|changed|ended up|went on to|fell"
    r" into|drifted|came to \w+ from)\b"
    r"|\b(?:career (?:change|switch|changer)|second career|(?:previous|former|past"
    r"|another|other|earlier) (?:life|lives|career|job|role)s?|double life|two hats|both"
    r" hats|other hat|used to be|spare time|day job|side (?:job|hustle|line|project)"
    r"|these days i|nowadays i|now i(?:'m| am| work| run| teach)|i now|"
    r"i(?:'m| am) an? [a-z -]{3,30} now|i also|am also|'m"
    r" also|as well(?! as)|gone from|not always been|by (?:day|night)|part[ -]time|moonlight\w*|at"
    r" weekends|on weekends|when i am not|when i'm not)\b"
    r"|\bi(?:'ve| have) been an? [^.;:]{3,30}, an? [^.;:]{3,30}(?:,| and)\b"
    r"|-turned-|\bturned \w+er\b|\bmy (?:first|last|old|previous|former|second|new|next)"
    r" (?:job|career|role|employer|profession|trade|life)\b"
)


def weigh(document: Document, claims: Sequence[Claim]) -> float:
    """Return how strongly the claims contradict each other; 0 when they fit one person."""
    declared = declared_groups(document) | _told_as_one_life(claims[:MOST_CLAIMS])
    patchwork = is_patchwork(document, claims)
    heaviest: dict[tuple[str, str], float] = {}
    together = _told_together(claims[:MOST_CLAIMS])
    stories = {claim: _tells_a_change(claim) for claim in claims[:MOST_CLAIMS]}
    for first, second in combinations(claims[:MOST_CLAIMS], 2):
        weight = pair_weight(first, second)
        if not weight:
            continue
        if stories[first] or stories[second]:
            # Who has been at one thing all his life has not left it for another.
            always = first.is_whole or second.is_whole or is_veteran_and_beginner(first, second)
            weight *= _STORY_AGAINST_A_LIFE if always else _STORY
        both = bool(first.groups and second.groups) and first.groups | second.groups <= declared
        if both and not is_veteran_and_beginner(first, second):
            continue
        if (
            weight < _TOPICAL
            and "lay" in (first.kind, second.kind)
            and (_on_topic(document, first, second) or (patchwork and is_outsider(first, second)))
        ):
            weight = _TOPICAL
        pair = (_identity(first), _identity(second))
        weight *= together.get(frozenset(pair), 1.0)
        heaviest[pair] = max(heaviest.get(pair, 0.0), weight)
    introduced = _INTRODUCED_TWICE if _introduces_several(document, claims[:MOST_CLAIMS]) else 0.0
    if not heaviest:
        return introduced
    if max(heaviest.values()) >= _ENOUGH and is_patchwork(document, claims):
        introduced = _INTRODUCED_TWICE
    lived = _is_life(document, claims[:MOST_CLAIMS])
    total = (max if lived else sum)(heaviest.values()) * _manner(document, claims)
    if _plays_with_hats(claims[:MOST_CLAIMS]):
        total *= _HATS
    total += _FACTS if contradictions(document) or _is_too_young(document) else 0.0
    return max(total, introduced)


def _on_topic(document: Document, first: Claim, second: Claim) -> bool:
    """Whether an impersonal text is about what both claims name: one knows it, the other does not."""
    lay, other = (first, second) if first.kind == "lay" else (second, first)
    return (
        is_patchwork(document, claims_of(document))
        and _is_topic(document, lay)
        and (_is_topic(document, other) or bool(other.groups & _subject(document)))
    )


@once_per_document
def _subject(document: Document) -> frozenset[str]:
    """Return the groups of trades that come back in a text: what it is about."""
    told = {claim.block for claim in claims_of(document)}
    blocks = (lexicon().about(words_of(b.folded)) for b in document.prose if b not in told)
    counts = Counter(group for groups in blocks for group in groups)
    return frozenset(group for group, count in counts.items() if count >= _OFTEN)


def _is_topic(document: Document, claim: Claim) -> bool:
    named = stems(" ".join(words_of(claim.block.folded[claim.start : claim.end])[:_NAMING_WORDS]))
    others = [block for block in document.prose if block is not claim.block]
    title = document.prose[0].folded if others[:1] == [document.prose[0]] else ""
    return any(
        stem in title or sum(stem in block.folded for block in others) >= _OFTEN
        for stem in named
        if len(stem) >= 4
    )


# In how many other blocks a topic comes back, and in how many first words a claim names its own.
_OFTEN, _NAMING_WORDS = 2, 7


def _told_as_one_life(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the groups of trades in sentences that tell a change: "Before I baked I was a lawyer"."""
    groups: frozenset[str] = frozenset()
    for claim in claims:
        if _tells_a_change(claim) and not claim.is_whole:
            groups |= groups_named(words_of(claim.block.folded[slice(*claim.sentence)]))
    return groups


def _introduces_several(document: Document, claims: Sequence[Claim]) -> bool:
    """Whether two paragraphs of an impersonal text each introduce an "I", as different people.

    Here the trades need not clash: whoever has said "As an experienced trader, I …" does not begin
    again with "As a researcher, I …" four paragraphs of plain report later. In one paragraph two roles
    may be set side by side on purpose; then they have to be livings that do not go together.
    """
    declared = declared_groups(document)
    together = _told_together(claims)
    fresh = [c for c in claims if _introduces(c) and not _CAREER.search(c.block.folded)]
    return is_patchwork(document, claims) and any(
        (first.block is not second.block or are_two_livings(first, second))
        and (first.kind != "trade" or first.field != second.field)
        and first.head.split()[-1:] != second.head.split()[-1:]
        and together.get(frozenset({_identity(first), _identity(second)}), 1.0)
        and not (first.groups and second.groups and first.groups | second.groups <= declared)
        for first, second in combinations(fresh, 2)
    )


def _introduces(claim: Claim) -> bool:
    """Whether a sentence opens with who is speaking: "As a nurse, I …", not "I am a nurse"."""
    if claim.text[:2].lower() in ("i ", "i'", "i’") or claim.stance != "holds":
        return False
    if claim.is_plural or claim.start - claim.sentence[0] > _OPENING:
        return False
    if claim.kind == "lay":
        return claim.intro
    if claim.kind == "person":
        return claim.intro and claim.field in _STANDINGS
    return claim.kind in ("trade", "soft", "side") or (claim.kind == "experience" and claim.is_long)


def _plays_with_hats(claims: Sequence[Claim]) -> bool:
    """Whether a paragraph sets two roles side by side on purpose: "As a guest I …; as a cook I …"."""
    return any(
        first.block is second.block and first.intro and second.intro and first.head != second.head
        for first, second in pairwise(claims)
    )


def _manner(document: Document, claims: Sequence[Claim]) -> float:
    """Return the factor for the way in which the document uses the first person."""
    if is_patchwork(document, claims):
        return _PATCHWORK
    sentences, personal = sentence_counts(document)
    if sentences >= _ENOUGH_SENTENCES and personal <= _HARDLY * sentences:
        return _IMPERSONAL
    if sentences < 6 or personal < _LIFE * sentences:
        return 1.0
    return _MEMOIR * (_CAREER_TOLD if any(map(_tells_a_change, claims[:MOST_CLAIMS])) else 1.0)


def _is_life(document: Document, claims: Sequence[Claim]) -> bool:
    """Whether a text in the first person tells what its author was, one thing after the other."""
    sentences, personal = sentence_counts(document)
    past = sum(claim.stance == "held" for claim in claims)
    if past >= _ROLES_OF_A_LIFE:
        return personal >= _LIFE * sentences
    return sentences >= _LIFE_TOLD and personal >= _WHOLE_LIFE * sentences


_ENOUGH_SENTENCES = 12


def is_patchwork(document: Document, claims: Sequence[Claim]) -> bool:
    """Whether nearly all of the few first-person sentences of a document introduce somebody."""
    sentences, personal = sentence_counts(document)
    claiming = len({(claim.block, claim.sentence) for claim in claims})
    few = _FEW_AND_CLAIMING if claiming >= personal else _FEW
    return claiming >= 2 and personal <= few * sentences and claiming >= 0.6 * personal


def _is_too_young(document: Document) -> bool:
    """Whether a minor speaks somewhere; with a living claimed beside it that is a second sign."""
    return any(
        fact.kind == "age" and fact.number is not None and fact.number < _OF_AGE
        for fact in facts_of(document)
    )


def _told_together(claims: Sequence[Claim]) -> dict[frozenset[str], float]:
    """Return a factor for the pairs of roles that the author sets side by side somewhere.

    "As a curator, I wanted long labels; as a webmaster, short ones": whoever says so is both.
    """
    factors: dict[frozenset[str], float] = {}
    for first, second in combinations(claims, 2):
        if first.block is second.block:
            pair = frozenset({_identity(first), _identity(second)})
            same = first.sentence == second.sentence
            apart = is_veteran_and_beginner(first, second) or (
                are_livings_apart(first, second)
                and (
                    "lay" in (first.kind, second.kind)
                    or not (_mentions(first, second) or _mentions(second, first))
                )
            )
            beside = _SIDE_BY_SIDE_APART if apart else _SIDE_BY_SIDE
            factors[pair] = min(factors.get(pair, 1.0), 0.0 if same else beside)
        if says_both(first, second) or says_both(second, first):
            factors[frozenset({_identity(first), _identity(second)})] = 0.0
    return factors


def _mentions(first: Claim, second: Claim) -> bool:
    """Whether the sentence of one claim names the trade of another: "as a lifeguard I …, and in the bank"."""
    words = words_of(first.block.folded[slice(*first.sentence)])
    named = roles_named(words) if second.head else groups_named(words)
    return bool(second.groups & (named - first.denied))


def _tells_a_change(claim: Claim) -> bool:
    return _CAREER.search(claim.block.folded, *claim.sentence) is not None


def _identity(claim: Claim) -> str:
    return claim.head or f"{claim.frame}:{'/'.join(sorted(claim.groups))}"
