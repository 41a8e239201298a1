"""Rules that a user writes without code: the `[[phrases]]` tables of a configuration file.

Tables with the same id are one rule. Their phrases are looked for in the one scan that finds all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from textlint.document import Document, fold
from textlint.model import Confidence, Fix, Hit, Severity
from textlint.phrases import Phrase, PhraseMatch, PhraseTable
from textlint.rule import Context, Example, NoOptions, Rule, bad, good, refuse_no_id
from textlint.ruledocs import DOCUMENTATION

PAGE = f"{DOCUMENTATION}configuration/#phrases"

_EXCEPT = "except "
_EXAMPLES = 3


class OwnPhrases(NamedTuple):
    """One `[[phrases]]` table. `exceptions` are longer phrases in which a phrase may stand."""

    id: str
    phrases: tuple[str, ...]
    message: str = ""
    suggestion: str | None = None
    severity: Severity = Severity.WARNING
    whole_words: bool = True
    match_case: bool = False
    exceptions: tuple[str, ...] = ()
    explain: str = ""


def folded(phrase: str) -> str:
    """Return a phrase as it is looked for; "" when there is nothing to look for."""
    return " ".join(fold(phrase).split())


def own_rules(tables: Sequence[OwnPhrases]) -> list[Rule]:
    """Return the rules of the tables, sorted by id; raise `ValueError` for an id that is none."""
    by_id: dict[str, list[OwnPhrases]] = {}
    for table in tables:
        by_id.setdefault(table.id, []).append(table)
    return [_rule(id, by_id[id]) for id in sorted(by_id)]


def _rule(id: str, tables: Sequence[OwnPhrases]) -> Rule:
    refuse_no_id(id)
    named = {str(number): table for number, table in enumerate(tables)}
    return Rule(
        id=id,
        summary="A phrase that the configuration of this site does not want.",
        message="{message}",
        check=partial(_check, named),
        severity=tables[0].severity,
        confidence=Confidence.HIGH,
        profile="default",
        since="0.1.0",
        languages=(),
        options=NoOptions,
        phrases=tuple(_phrase_tables(named)),
        reads=None,
        always_runs=False,
        examples=tuple(_examples(tables)),
        explanation=_explanation(tables),
        help_url=PAGE,
    )


def _examples(tables: Sequence[OwnPhrases]) -> Iterator[Example]:
    """What the page of the rule shows: its first phrases, and its first exceptions."""
    phrases = [phrase for table in tables for phrase in table.phrases]
    for phrase in phrases[:_EXAMPLES]:
        yield bad(f"… {phrase} …\n", at=phrase)
    for phrase in [phrase for table in tables for phrase in table.exceptions][:_EXAMPLES]:
        yield good(f"… {phrase} …\n", why="an exception")


def _phrase_tables(named: Mapping[str, OwnPhrases]) -> Iterator[PhraseTable]:
    for name, table in named.items():
        yield PhraseTable(name, _phrases(table.phrases), table.whole_words)
        if table.exceptions:
            yield PhraseTable(_EXCEPT + name, _phrases(table.exceptions), whole_words=False)


def _phrases(texts: Sequence[str]) -> tuple[Phrase, ...]:
    """Phrases that differ in case only are one to the scan; it keeps all ways to write them."""
    spelled: dict[str, list[str]] = {}
    for text in texts:
        spelled.setdefault(folded(text), []).append(" ".join(text.split()))
    return tuple(Phrase(text, {"spelled": "\n".join(ways)}) for text, ways in spelled.items())


def _check(named: Mapping[str, OwnPhrases], document: Document, context: Context) -> Iterator[Hit]:
    excepted: dict[str, list[PhraseMatch]] = {}
    for match in context.phrases:
        if match.table.startswith(_EXCEPT):
            excepted.setdefault(match.table.removeprefix(_EXCEPT), []).append(match)
    reaches = {name: _inside(matches) for name, matches in excepted.items()}
    for match in context.phrases:
        table = named.get(match.table)
        if table is None or (match.table in reaches and reaches[match.table](match)):
            continue
        if table.match_case and not _same_case(match):
            continue
        values = {
            "message": table.message.replace("{phrase}", match.text) or _message(table, match)
        }
        fix = None
        if table.suggestion is not None:  # prose is only ever rewritten by people
            fix = Fix(match.span, table.suggestion, safe=False)
        yield Hit(match.span, values, fix=fix, severity=table.severity)


def _inside(exceptions: Sequence[PhraseMatch]) -> Callable[[PhraseMatch], bool]:
    places = {(id(match.block), place) for match in exceptions for place in _places(match)}
    return lambda match: all((id(match.block), place) in places for place in _places(match))


def _places(match: PhraseMatch) -> range:
    return range(match.start, match.end)


def _same_case(match: PhraseMatch) -> bool:
    """Whether the letters are large where one spelling of the phrase has them so, and small else."""
    return any(
        len(way) == len(match.text)
        and all(a.isupper() == b.isupper() for a, b in zip(way, match.text, strict=True))
        for way in match.phrase.fields["spelled"].split("\n")
    )


def _message(table: OwnPhrases, match: PhraseMatch) -> str:
    if table.suggestion:
        return f'Write "{table.suggestion}" for "{match.text}".'
    return f'"{match.text}" is not to be used here.'


def _explanation(tables: Sequence[OwnPhrases]) -> str:
    told = list(dict.fromkeys(table.explain for table in tables if table.explain))
    phrases = [phrase for table in tables for phrase in table.phrases]
    listed = ", ".join(f'"{phrase}"' for phrase in phrases[:20])
    more = f" and {len(phrases) - 20} more" if len(phrases) > 20 else ""
    return "\n\n".join(
        [
            *(told or ["The configuration of this site lists phrases that are not to be used."]),
            f"Looked for: {listed}{more}.",
            "**How to fix.** Say it in other words, or change the `[[phrases]]` tables.",
        ]
    )
