"""Runs built by hand or by Hypothesis, for the tests of reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

from textlint.document import Document
from textlint.model import Confidence, Finding, Fix, Related, Severity, Span
from textlint.report import FileReport, Run
from textlint.rule import Context, Rule, bad, good, rule

VERSION = "1.2.3"


def make_rule(id: str, **settings: Any) -> Rule:
    """Return a rule that finds nothing and has an explanation of the usual shape."""

    def check(document: Document, context: Context) -> Iterator[Any]:
        """Something is wrong with the harbour.

        It matters because ships [sink](https://example.org/).

        **How to fix.** Dredge it.
        """
        yield from ()

    check.__module__ = "no module"  # so that the docstring above is the explanation
    settings = {
        "summary": f"What {id} finds",
        "message": "A message.",
        "examples": [
            bad("The harbour is silted up.", at="silted"),
            good("It is deep.", why="it can be used"),
        ],
        **settings,
    }
    made: Rule = rule(id, **settings)(check)
    return made


RULES = (
    make_rule("water/too-shallow", severity="warning"),
    make_rule("birds/too-loud", severity="note", confidence="low"),
    make_rule("water/too-salty", severity="error", confidence="medium"),
    make_rule("ships/no-anchor", languages=["en", "de"]),
)


def mark(source: str, text: str, *, nth: int = 1, **values: Any) -> Finding:
    """Return a finding of `text` in `source`; `values` replace those of the finding."""
    start = -1
    for _ in range(nth):
        start = source.index(text, start + 1)
    return at(source, start, start + len(text), **values)


def at(source: str, start: int, end: int, **values: Any) -> Finding:
    """Return a finding of `source[start:end]`."""
    return Finding(
        **{
            "rule": "water/too-shallow",
            "severity": Severity.WARNING,
            "confidence": Confidence.HIGH,
            "path": "a.md",
            "span": Span(start, end),
            "message": "The harbour is too shallow here.",
            "evidence": source[start:end],
            **values,
        }
    )


def file_of(source: str, *findings: Finding, path: str = "a.md", **values: Any) -> FileReport:
    """Return the report of a file with findings, in order of place."""
    return FileReport(
        **{
            "path": path,
            "words": len(source.split()),
            "findings": tuple(sorted(findings, key=lambda finding: finding.sort_key)),
            "source": source,
            **values,
        }
    )


def run_of(*files: FileReport, rules: Sequence[Rule] = RULES, **values: Any) -> Run:
    """Return a run over `files`, in order of path."""
    return Run(VERSION, tuple(sorted(files, key=lambda file: file.path)), tuple(rules), **values)


def data_of(file: FileReport) -> bytes:
    """Return the bytes of the file that a report was made of."""
    if file.data is not None:
        return file.data
    return (b"\xef\xbb\xbf" if file.had_bom else b"") + (file.source or "").encode()


def contents_of(run: Run) -> Mapping[str, bytes]:
    """Return the bytes of each file of a run that has findings, by path."""
    return {file.path: data_of(file) for file in run.files if file.source is not None}


# What breaks lines, columns, JSON, terminals and SARIF messages: line ends and what only looks like
# one, astral and combining characters, direction marks, control characters, markup.
_PIECES = [
    "\n", "\r\n", "\r", "\u2028", "\x85", "\x0c", "\t", " ", "  ", "\ufeff", "\u202e", "\u200b",
    "\x1b[31m", "\x00", "\x7f", "\x9b", "é", "e\u0301", "漢字", "😀", "👩\u200d💻", "\U000e0041",
    "[x](1)", "\\", "]", "[", "{0}", "%25", "::", "word", "a sentence of words. ", "x" * 130, '"',
    "ﬀ", "İ", "ß", "\ufffd", "\uffff", "\n::error::", "##[add-mask]", "]]>", "<b>", "&amp;",
]  # fmt: skip


def _pool(pieces: list[str], longest: int, count: int) -> list[str]:
    """Return texts of up to `longest` pieces, the short ones first, for Hypothesis to shrink to.

    Drawing whole texts is ten times as fast as drawing their pieces.
    """
    random = Random(20240504)
    made = {"".join(random.choices(pieces, k=k % (longest + 1))) for k in range(count)}
    return sorted(made, key=lambda text: (len(text), text))


texts = st.sampled_from(_pool(_PIECES, 40, 600))
messages = st.sampled_from(_pool([*_PIECES, "\ud800", "long " * 300], 8, 200))
paths = st.sampled_from(
    [
        "a.md", "./b.md", "a b café #%[1].md", "c:d/e.md", "../out.md", "/tmp/abs.md", "x/../y.md",
        "C:/z.md", "back\\slash.md", "new\nline.md", "\u202egpj.md", "caf\udce9.md", "deep/er/f.txt",
        "~user/@x/+,;=!$&'().md", "::error file=x::y.md", "##[stop-commands]z.md", "\u3000::add-mask::w.md",
    ]
)  # fmt: skip


@st.composite
def spans(draw: st.DrawFn, source: str) -> Span:
    first = draw(st.integers(0, len(source)))
    second = draw(st.one_of(st.integers(0, len(source)), st.integers(first, first + 9)))
    return Span(min(first, second), min(max(first, second), len(source)))


@st.composite
def findings(draw: st.DrawFn, path: str, source: str, others: Mapping[str, str]) -> Finding:
    """A finding with any message, related places here and in the other files, and any level."""
    rule = draw(st.sampled_from(RULES))
    related = []
    for other in draw(st.lists(st.sampled_from([None, "gone.md", *others]), max_size=4)):
        place = draw(spans(source if other is None else others.get(other, source)))
        related.append(Related(place, draw(messages), other))
    span = draw(spans(source))
    return Finding(
        rule=rule.id,
        severity=draw(st.sampled_from(Severity)),
        confidence=draw(st.sampled_from(Confidence)),
        path=path,
        span=span,
        message=draw(messages),
        related=tuple(related),
        fix=draw(st.sampled_from([None, Fix(span, ""), Fix(span, "\ud800", safe=False)])),
        suppressed=draw(st.booleans()),
        evidence=source[span.start : span.end],
    )


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """A run over up to three files with up to eight findings each."""
    sources = draw(st.dictionaries(paths, texts, max_size=3))
    files = [
        file_of(
            source,
            *draw(st.lists(findings(path, source, sources), max_size=8)),
            path=path,
            had_bom=source.startswith("\ufeff") or draw(st.booleans()),
        )
        for path, source in sources.items()
    ]
    return run_of(*files)
