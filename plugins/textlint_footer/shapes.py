"""Residue that is recognised by its shape: bars of names, trails, tag lists, dates, rights lines."""

from __future__ import annotations

import re
from functools import cache

from textlint.document import fold
from textlint.lazy import lazy_pattern
from textlint_footer.lines import Line
from textlint_footer.vocabulary import (
    JOINING,
    alternation,
    first_words,
    network_count,
    network_names,
    normalise,
    vocabulary,
)
from textlint_footer.wording import NOTHING, Evidence, Wording, chain, lookup

_PARTS = lazy_pattern(r"\s*[|·•‧∙⋅●■]\s*|\s+[/»›>→←«‹-]\s+|\s{3,}|[\ufffc\s]*\ufffc[\ufffc\s]*")
# No part without one.
_BETWEEN_PARTS = lazy_pattern(
    r"[|·•‧∙⋅●■\ufffc/»›>→←«‹-](?:(?<=[|·•‧∙⋅●■\ufffc])|(?<=\s.)\s)|\s\s\s"
)
_TRAIL = lazy_pattern(r"\s*[>»›→❯▸]\s*|\s+[/|\\]\s+|\s+[-:]+>?\s+")
LONGEST_PART = 240  # code points of a wording with its slots filled
_NUMBERS = lazy_pattern(r"(?:[«‹<←]? ?\d{1,4}[\s|,.…·-]+){2,}\d{0,4}\s*[»›>→]*")
_YEAR = r"(?:19|20)\d\d(?:\s*[-,/]\s*(?:(?:19|20)?\d\d|present|heute|today))?"
_RIGHTS = lazy_pattern(
    rf"(?:copyright\s*(?:©|\(c\))?|©\s*(?:copyright)?|\(c\)|℗)[\s:]*{_YEAR}.{{0,160}}"
    rf"|(?:copyright\s*(?:©|\(c\))?|©|\(c\))\s*.{{2,80}}?,?\s*{_YEAR}.{{0,120}}"
    rf"|{_YEAR}\s*(?:©|\(c\)|copyright).{{2,120}}"
)
_RESERVED = lazy_pattern(
    r"all rights reserved|todos los derechos reservados|tous droits réservés|alle rechte vorbehalten|"
    r"todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|"
    r"wszelkie prawa zastrzeżone|все права защищены|tüm hakları saklıdır|her hakkı saklıdır|"
    r"無断転載|版权所有|版權所有|保留所有|alla rättigheter|alle rettigheder|alle rettigheter|"
    r"kaikki oikeudet|všechna práva|무단전재|all right reserved|riproduzione riservata"
)
# Who made the site, in the line of who owns it.
_THEME = lazy_pattern(
    r"\b(?:theme (?:by|:)|powered by|(?:web)?site by|(?:built|made|created) with|(?:web )?design(?:ed)? by)\b"
)
# What news agencies require of those who print their reports.
_AGENCY = lazy_pattern(
    r"may not be (?:published|reproduced|broadcast).{0,60}(?:rewritten|redistributed)"
)
_BACKWARD, _FORWARD = "«‹←⟵", "»›→⟶"
_ARROWED = lazy_pattern(rf"[{_BACKWARD}]\s*\S.{{1,120}}|\S.{{1,120}}?[{_FORWARD}]")
_LABEL = lazy_pattern(r"\s*([^:：]{2,40}?)\s*[:：]\s*(.{2,300})")


def by_shape(line: Line, words: str) -> Wording | None:
    """Return what the shape of `line` says, whose normalised words are `words`."""
    text = line.text.strip().lower()
    first = words.partition(" ")[0]
    if first in first_words("network", "button", "share") or " " not in words:
        if (found := _bar(text, words)) is not None:
            return found
    if first in first_words("home") or words.startswith(_YOU_ARE_HERE):
        if (found := _trail(text, words)) is not None:
            return found
    return (
        _composite(text, words)
        or _tags(text, words)
        or _rights(text)
        or (None if line.is_heading else _pages(text))
        or _titled(line.text.strip())
    )


# Without one of these, or a first word of `shaped_openings`, a line has no shape to recognise.
MARKS = ("|", "·", "•", "‧", "∙", "⋅", "●", "■", "©", "℗", "»", "«", "‹", "›", "←", "→", "⟵", "⟶", "▸", "❯",
         "(c)", "copyright", "reserved")  # fmt: skip


DATED = "#"  # no normalised word


@cache
def shaped_openings() -> dict[str, frozenset[str]]:
    """Return the first words of bars, trails, tag lists and dates, each with what may follow it.

    That is the second word of what it begins; `NOTHING` where it is all of it, with `DATED` where it is
    a month or a day.
    """
    names = ("network", "button", "share", "home", "tags")
    following: dict[str, set[str]] = {}
    for opening in (*_YOU_ARE_HERE, *(words for name in names for words in vocabulary(name))):
        first, second = [*opening.split()[:2], NOTHING][:2]
        # A stem is followed by anything, its own ending first of all.
        following.setdefault(first.rstrip("*"), set()).add(second.rstrip("*"))
    for word in first_words("month", "weekday"):
        following.setdefault(word, set()).update((NOTHING, DATED))
    return {first: frozenset(seconds) for first, seconds in following.items()}


@cache
def bar_words() -> frozenset[str]:
    """Return all words of the names in bars, and those that join names."""
    return JOINING | {word for name in network_names() for word in name.split()}


_YOU_ARE_HERE = ("you are here", "sie sind hier", "vous etes ici", "estas aqui", "ti trovi qui")


# -- share-bar -----------------------------------------------------------------------------------


@cache
def _glued() -> re.Pattern[str]:
    names = [n for n in vocabulary("network") if len(n) > 4 and " " not in n]
    names += ["email", "print", "tweet", "share", "copy", "rss"]
    one = alternation(names)
    return lazy_pattern(rf"(?:{one})(?:{one})+")


def _bar(folded: str, words: str) -> Wording | None:
    """Names of networks and nothing else: "Facebook | X | E-Mail", "FacebookTwitterEmail"."""
    pieces = words.split()
    if len(pieces) == 1:
        if _glued().fullmatch(words):
            return Wording("share-bar", Evidence.EDGE)
        if words in vocabulary("network") and len(words) > 2:
            return Wording("share-bar", Evidence.COMPANY)
        return None
    if len(pieces) > 40 or folded.endswith("."):
        return None
    label, colon, rest = folded.partition(":")
    if colon:
        known = lookup(normalise(label))
        if (
            known is not None
            and known.kind == "share-bar"
            and network_count(normalise(rest).split())
        ):
            return Wording("share-bar", Evidence.ALONE, False, known.language, known.software)
        return None
    count = network_count(pieces)
    if count >= 2 and not vocabulary("network").isdisjoint({*pieces} - vocabulary("plain-word")):
        return Wording("share-bar", Evidence.EDGE)
    return Wording("share-bar", Evidence.COMPANY) if count else None


# -- breadcrumb ----------------------------------------------------------------------------------


def _trail(folded: str, words: str) -> Wording | None:
    """A trail that starts at the home page: "Home > News > Security"."""
    steps = [step.strip() for step in _TRAIL.split(folded) if step.strip()]
    if len(steps) > 1 and normalise(steps[0]) in _YOU_ARE_HERE:
        steps = steps[1:]
    first = normalise(steps[0].rpartition(":")[2]) if steps else ""
    if len(steps) < 2 or "<" in folded or first not in vocabulary("home"):
        return None
    if max(len(step) for step in steps[:-1]) > 40 or len(steps[-1]) > 120 or len(steps) > 9:
        return None
    strong = any(mark in folded for mark in ">»›→❯▸/") or len(steps) > 2
    return Wording("breadcrumb", Evidence.EDGE if strong else Evidence.COMPANY)


# -- tag-list ------------------------------------------------------------------------------------


def _tags(folded: str, words: str) -> Wording | None:
    """A label and a list of words: "Tags: bridges, ferries", "Filed under: News | 3 comments"."""
    if ":" not in folded and "：" not in folded:
        return None
    match = _LABEL.fullmatch(folded)
    if match is None or normalise(match[1]) not in vocabulary("tags"):
        return None
    items = [item.strip() for item in re.split(r"[,，、;|/#]", match[2]) if item.strip()]
    if not items or max(len(item.split()) for item in items) > 6 or folded.endswith("."):
        return None
    several = len(items) > 1 or normalise(match[1]) in vocabulary("sure-tags")
    return Wording("tag-list", Evidence.EDGE if several else Evidence.COMPANY)


# -- copyright-line ------------------------------------------------------------------------------


def _rights(folded: str) -> Wording | None:
    """A copyright sign, a year, an owner; "all rights reserved" makes it certain."""
    if len(folded) > 300 or not (
        "©" in folded or "copyright" in folded or "(c)" in folded or "℗" in folded
    ):
        return None
    if _RIGHTS.match(folded) is None:
        return None
    reserved = _RESERVED.search(folded) is not None and _AGENCY.search(folded) is None
    reserved = reserved or _THEME.search(folded) is not None
    return Wording("copyright-line", Evidence.EDGE if reserved else Evidence.COMPANY)


# -- pagination ----------------------------------------------------------------------------------


def _pages(folded: str) -> Wording | None:
    """Page numbers in a row, or a title between arrows."""
    if len(folded) <= 60 and _NUMBERS.fullmatch(folded):
        return Wording("pagination", Evidence.COMPANY)
    arrowed = folded[:1] in _BACKWARD or folded[-1:] in _FORWARD
    if arrowed and len(folded) <= 140 and _ARROWED.fullmatch(folded):
        known = lookup(normalise(folded))
        named = known is not None and known.kind == "pagination"
        return Wording("pagination", Evidence.EDGE if named else Evidence.COMPANY)
    return None


# -- related-links -------------------------------------------------------------------------------


def _titled(text: str) -> Wording | None:
    """A label with the title that was a link: "Read also: Ten islands", "Next: The bridge opens"."""
    match = _LABEL.fullmatch(text) if ":" in text or "：" in text else None
    if match is None or match[2][0].islower() or len(match[2]) > 160 or text.endswith("."):
        return None
    known = lookup(normalise(fold(match[1])))
    if known is not None and known.kind == "pagination":
        return Wording("pagination", Evidence.COMPANY, language=known.language)
    if known is None or known.kind not in ("related-links", "read-more"):
        return None
    evidence = min(known.evidence, Evidence.EDGE)
    return Wording("related-links", evidence, language=known.language)


# -- several in one line -------------------------------------------------------------------------


def _composite(folded: str, words: str) -> Wording | None:
    """Several pieces of furniture side by side: "Posted in News | Permalink | 1 Comment"."""
    if _BETWEEN_PARTS.search(folded) is None:
        return None
    parts = [part for part in _PARTS.split(folded) if part and part.strip()]
    if len(parts) > 40 or len(set(parts)) < 2 or folded.startswith("|"):
        return None
    known: list[Wording] = []
    unknown = 0
    for part in parts:
        found = _part(part.strip()) if len(part) <= LONGEST_PART else None
        if found is not None:
            known.append(found)
        else:
            unknown += 1
            if unknown * 3 > len(parts):
                return None
    if len(known) < 2:
        return None
    best = max(known, key=lambda found: found.evidence)
    evidence = Evidence(min(best.evidence + 1, Evidence.ALONE))
    return Wording(best.kind, evidence, best.opens, best.language, best.software)


def by_chain(words: str) -> Wording | None:
    """Return what a line says that is several known wordings run together."""
    found = chain(words) if len(words) <= 300 else None
    if found is None or (found.evidence is Evidence.COMPANY and len(words.split()) > 12):
        return None
    few = words.count(" ") < 2  # "Region related" is no chain, "Tweet Share Pin" is
    return found._replace(evidence=Evidence.COMPANY if few else min(found.evidence, Evidence.EDGE))


def _part(folded: str) -> Wording | None:
    words = normalise(folded)
    return lookup(words) or _tags(folded, words) or _rights(folded) or _bar(folded, words)
