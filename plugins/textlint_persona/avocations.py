"""What people do and are beside a living: offices of clubs and parishes, unpaid service, a few hens.

A dentist may be treasurer of the choir, foster children, sit as a magistrate and let a flat, all at
once. Such a claim is no second living, and any number of them weighs no more than one.
"""

from __future__ import annotations

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint_persona.claim import Claim
from textlint_persona.grammar import words_of
from textlint_persona.lexicon import lexicon
from textlint_persona.memory import once_per_document
from textlint_persona.scenes import scenes_of

FIELD = "avocation"
# What such a claim weighs against a living.
WEIGHT = 0.3

# An office that is a living: "chair of the bank", "a serving governor", "a city councillor".
_PAID = lazy_pattern(
    r"\b(?:banks?|company|companies|corporation|plc|board of directors|holding|ministry|federal|central"
    r"|paid|full-time|municipal|county|city|general secretary|for a living|by profession"
    r"|chief|prison|state|colonial|reserve|serving|professional|lifelong"
    r"|commercial|seasoned|experienced|long-?time|veteran)\b"
)
# "A volunteer firefighter", "honorary curator", "as a part-time verger".
_UNPAID = frozenset(
    {"volunteer", "voluntary", "honorary", "unpaid", "lay", "retained", "part-time", "hobby"}
)
_BODY = (
    r"(?:clubs?|society|societies|association|committee|friends|choir|allotments?|parish|residents|tenants"
    r"|guild|league|fund|charity|pta|village|hall|school|orchestra|band|lifeboat|branch|governors|trust"
    r"|festival|carnival|show|team|finance|site|estate|church|neighbours|neighbors|parents)\b"
)
# What stands behind an office in a place: "chair of the jury", "the magistrate who heard it".
_IN_A_PLACE = (" of ", " for ", " at ", " on ", " to ", " who ")
_OF_A_CLUB = lazy_pattern(rf"\b(?:of|for|at|on|to) (?:[\w'-]+ ){{0,4}}?{_BODY}|\b{_BODY}'s? \w")
# Offices that clubs have as well as companies.
_OFFICES = frozenset({"president", "secretary", "captain", "leader", "organiser", "organizer"})
# Trades that are followed beside another one as often as alone.
_BESIDE = frozenset(
    {"magistrate", "justice of the peace", "councillor", "councilman", "councilwoman", "councilor"}
    | {"parish councillor", "town councillor", "community councillor", "governor", "reservist"}
    | {"mayor", "deputy mayor", "maintainer", "beekeeper", "smallholder", "organist", "chorister"}
    | {"bell-ringer", "bell ringer", "bellringer", "choirmaster", "landlord", "landlady"}
    | {"airbnb host", "foster carer", "mountain rescuer"}
)
# "The association that I lead": of a club, without a word for the office.
_CIVIC = lazy_pattern(
    r"\b(?:chair(?:ed)?|volunteer(?:ed|ing)?|association|club|society|trustees?)\b"
    r"(?! (?:of|for) the (?:board|bank))"
)
# What is done for love, for nothing or at home, told by a verb.
_DEED = lazy_pattern(
    r"i(?:'ve| have)?(?: been)?(?: \w+ly| also| now| still| often)? (?:foster|mentor|volunteer|befriend)\w*\b"
    r"|i(?:'m| am| was|'ve been| have been)? (?:\w+ )?(?:s[ai]t|serv\w+) on (?:the|an?|our)"
    r" (?:[\w'-]+ ){0,3}?(?:bench|board|council|committee|pta|governors?)\b"
    r"|i(?:'ve| have)?(?: \w+)? (?:sing|sang|sung|ring|rang|rung) (?:\w+ )?"
    r"(?:in|for|with|on|at|second|first)\b"
)


def is_avocation(claim: Claim) -> bool:
    """Whether a claim tells what goes with every living."""
    if claim.kind in ("none", "experience"):
        if claim.head:
            return False
        text = claim.text.lower()
        civic = claim.kind == "experience" and _CIVIC.search(text) is not None
        return civic or _DEED.match(text) is not None
    if claim.kind not in ("soft", "trade"):
        return False
    text = claim.text.lower()
    unpaid = not _UNPAID.isdisjoint(text.split())
    beside = claim.field == FIELD or claim.head in _BESIDE
    if not (unpaid or beside or claim.head in _OFFICES) or _PAID.search(text) is not None:
        return False
    if unpaid or _OF_A_CLUB.search(text) is not None:
        return True
    before, _, behind = text.partition(claim.head)
    return beside and "'s " not in before and not behind.startswith(_IN_A_PLACE)


@once_per_document
def unpaid_groups(document: Document) -> frozenset[str]:
    """Return the groups of trades that the author says are no living: "We on the boat are all volunteers"."""
    words = [
        word
        for scene in scenes_of(document)
        if _TOLD_UNPAID.search(scene.text) is not None
        for word in words_of(scene.block.folded)
    ]
    return lexicon().about(words)


_TOLD_UNPAID = lazy_pattern(
    r"\b(?:(?:we|i)(?:'re|'m| are| am| were| was)(?: all| both| only| just)? (?:an? )?(?:unpaid )?"
    r"(?:volunteers?|amateurs?|unpaid)"
    r"|(?:we|i|us) (?:all |both )?have (?:a )?(?:day jobs?|jobs? elsewhere|other jobs?)|us have day jobs"
    r"|(?:nobody|none of us|no one|i'm not|we're not|i am not|we are not) (?:is |are |gets? )?paid"
    r"|in (?:my|our) (?:spare|free|own) time)\b"
)
