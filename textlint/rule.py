"""What a rule is: its metadata, its examples and its check, all in one frozen object."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from textlint.collection import Collection, Entry, Key, Stage
from textlint.folding import fold
from textlint.model import Confidence, Finding, Hit, Severity

if TYPE_CHECKING:
    from textlint.collection import Locate
    from textlint.document import Block, Document
    from textlint.phrases import PhraseMatch, PhraseTable

Profile = Literal["default", "strict", "audit"]
PROFILES: tuple[Profile, ...] = ("default", "strict", "audit")

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class Example(NamedTuple):
    """A piece of text that a rule must flag exactly at `at`, or (when `at` is empty) must not flag.

    `at` lists the source text of each expected finding in order of place; `filename` chooses the
    reader; `why` says why a good example is good. `beside` are the other files of a collection, as
    (filename, text): nothing is reported in them.
    """

    text: str
    at: tuple[str, ...] = ()
    why: str = ""
    filename: str = "example.md"
    beside: tuple[tuple[str, str], ...] = ()


def bad(
    text: str,
    *,
    at: str | Sequence[str],
    filename: str = "example.md",
    beside: Mapping[str, str] | None = None,
) -> Example:
    """Return an example that must give exactly the findings whose source text is `at`."""
    places = (at,) if isinstance(at, str) else tuple(at)
    if not places:
        raise ValueError("a bad example names at least one place")
    return Example(text, at=places, filename=filename, beside=tuple((beside or {}).items()))


def good(
    text: str,
    *,
    why: str = "",
    filename: str = "example.md",
    beside: Mapping[str, str] | None = None,
) -> Example:
    """Return an example that must stay silent; `why` is the reason an editor would give."""
    return Example(text, why=why, filename=filename, beside=tuple((beside or {}).items()))


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a rule that has none."""


class Context(NamedTuple):
    """What the engine hands a check beside the document: its options and its phrase matches.

    `clued` are the blocks that hold one of the rule's clues, in source order.

    Only for a rule that runs `after_others`: `findings` are those of the other rules, in order of
    place; `ran` the ids of the rules that ran to their end on this document, `known` the ids of all
    rules that are installed. None for either means that nothing is left out.
    """

    options: Any
    phrases: tuple[PhraseMatch, ...] = ()
    findings: tuple[Finding, ...] = ()
    ran: frozenset[str] | None = None
    known: frozenset[str] | None = None
    clued: tuple[Block, ...] = ()


Check = Callable[["Document", Context], Iterable[Hit]]


class Rule(NamedTuple):
    """One check and everything that is said about it. Made by `@rule`.

    `id` is `family/what-is-wrong`. `message` is a `str.format` template filled from `Hit.values`.
    `profile` is the least demanding profile in which the rule runs. `languages` are ISO 639-1 codes
    of documents that the rule understands, empty for all. `options` is a frozen dataclass whose
    fields are the rule's settings. `phrases` are tables that the host matches for the rule.
    `reads` chooses the blocks in which those phrases are looked for (default: prose). `clues` are
    pieces of folded text, inside of words too, one of which every block holds in which the rule can
    find something. A rule with phrases or clues is only called for documents that hold one of them,
    unless `always_runs`. A rule that runs `after_others` sees what all ordinary rules found, and
    nothing of its own kind.
    A rule with a `collection` compares documents; its `check` finds nothing.
    `corroborated` is the severity of a weak sign's findings in a document in which a rule of another
    family has found a warning or an error. A rule that is `about_document` weighs the whole of it: its
    findings count as new wherever the document was changed, not only at the place that they name.
    `help_url` is the https address of its page, if that is not among the pages of textlint itself.
    """

    id: str
    summary: str
    message: str
    check: Check
    severity: Severity
    confidence: Confidence
    profile: Profile
    since: str
    languages: tuple[str, ...]
    options: type[Any]
    phrases: tuple[PhraseTable, ...]
    reads: Callable[[Block], bool] | None
    always_runs: bool
    examples: tuple[Example, ...]
    explanation: str
    after_others: bool = False
    collection: Collection | None = None
    corroborated: Severity | None = None
    about_document: bool = False
    help_url: str = ""
    clues: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        """The id in PascalCase, as SARIF wants a rule's name."""
        return "".join(part.capitalize() for part in re.split(r"[/-]", self.id))

    @property
    def bad_examples(self) -> tuple[Example, ...]:
        return tuple(example for example in self.examples if example.at)

    @property
    def good_examples(self) -> tuple[Example, ...]:
        return tuple(example for example in self.examples if not example.at)

    def applies_to_language(self, language: str | None) -> bool:
        """Unknown language counts as understood: a short text must not switch rules off."""
        return not self.languages or language is None or language in self.languages


def refuse_no_id(id: str) -> None:
    """Raise `ValueError` for what is no rule's id."""
    if not _ID.fullmatch(id):
        raise ValueError(f"rule id {id!r} is not family/what-is-wrong in lower case")


def rule(
    id: str,
    *,
    summary: str,
    message: str,
    severity: str = "warning",
    confidence: str = "high",
    profile: Profile = "default",
    since: str = "0.1.0",
    languages: Sequence[str] = (),
    options: type[Any] = NoOptions,
    phrases: Sequence[PhraseTable] = (),
    clues: Sequence[str] = (),
    reads: Callable[[Block], bool] | None = None,
    always_runs: bool = False,
    after_others: bool = False,
    corroborated: str | None = None,
    about_document: bool = False,
    help_url: str = "",
    examples: Sequence[Example],
) -> Callable[[Check], Rule]:
    """Turn a check function into a `Rule`; the module's docstring becomes its explanation.

    Raises `ValueError` for an id, severity or profile that does not exist, so that a mistake is seen
    when the plugin is loaded and not when the rule first fires.
    """
    refuse_no_id(id)
    if any(not clue or clue != fold(clue) for clue in clues):
        raise ValueError(f"{id}: a clue is not folded text")
    if profile not in PROFILES:
        raise ValueError(f"{id}: unknown profile {profile!r}")

    def make(check: Check) -> Rule:
        module = sys.modules.get(check.__module__)
        return Rule(
            id=id,
            summary=summary,
            message=message,
            check=check,
            severity=Severity.parse(severity),
            confidence=Confidence[confidence.upper()],
            profile=profile,
            since=since,
            languages=tuple(languages),
            options=options,
            phrases=tuple(phrases),
            reads=reads,
            always_runs=always_runs,
            examples=tuple(examples),
            explanation=(getattr(module, "__doc__", None) or check.__doc__ or summary).strip(),
            after_others=after_others,
            corroborated=Severity.parse(corroborated) if corroborated else None,
            about_document=about_document,
            help_url=help_url,
            clues=tuple(clues),
        )

    return make


def collection_rule(
    id: str,
    *,
    summary: str,
    message: str,
    fingerprint: Callable[[Document, Any], bytes | None],
    stages: Sequence[Stage] | Callable[[], tuple[Stage, ...]],
    count: Callable[[Entry], Iterable[Key]] | None = None,
    wording: Callable[[Entry], Key] | None = None,
    examples: Sequence[Example],
    **settings: Any,
) -> Callable[[Locate], Rule]:
    """Turn a function from a `Comparison` to hits into a rule that compares documents.

    `fingerprint`, `stages`, `count` and `wording` are those of `Collection`; the other settings are those of
    `rule`. The module's docstring becomes the explanation.
    """

    def make(locate: Locate) -> Rule:
        def check(document: Document, context: Context) -> Iterable[Hit]:
            return ()

        check.__module__ = locate.__module__
        made = rule(id, summary=summary, message=message, examples=examples, **settings)(check)
        given = stages if callable(stages) else tuple(stages)
        return made._replace(collection=Collection(fingerprint, given, locate, count, wording))

    return make
