"""The reports for people: layout, what is told at the end, and nothing that a terminal obeys."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from hypothesis import given, settings
from runs import at, file_of, make_rule, mark, run_of, runs

from textlint.escaping import visible
from textlint.excerpts import cell_width
from textlint.model import Finding, Fix, Problem, Related, Severity, Span
from textlint.report import FileReport, ReportOptions, Run, concise, text

WIDE = ReportOptions(width=100)
SOURCE = "The harbour is too shallow.\n\nThe pilot says so.\nRead\nMore\nHere\n"


def body(run: Run, options: ReportOptions = WIDE) -> list[str]:
    return text.render(run, options).splitlines()


def test_a_finding_with_its_line_and_mark() -> None:
    first = mark(SOURCE, "shallow", message="Too shallow.", fix=Fix(Span(0, 3), ""))
    second = mark(SOURCE, "pilot", rule="birds/too-loud", severity=Severity.NOTE, message="Loud.")
    assert body(run_of(file_of(SOURCE, first, second))) == [
        "a.md",
        "  1:20  warning  water/too-shallow  Too shallow.  [fixable]",
        "        The harbour is too shallow.",
        "                           ^^^^^^^",
        "   3:5  note     birds/too-loud     Loud.",
        "        The pilot says so.",
        "            ^^^^^",
        "",
        "1 document, 12 words read, nothing skipped · 1 warning, 1 note",
        "`textlint explain water/too-shallow` says why and what to do",
    ]


def test_a_long_message_hangs_under_its_column() -> None:
    finding = mark(SOURCE, "shallow", message="It is shallow " * 6 + "here.")
    lines = body(run_of(file_of(SOURCE, finding)))
    assert lines[1].startswith("  1:20  warning  water/too-shallow  It is shallow It")
    column = lines[1].index("It is")
    assert lines[2].startswith(" " * column + "shallow")


def test_a_narrow_terminal_has_the_message_below() -> None:
    finding = mark(SOURCE, "shallow", message="It is much too shallow for ships.")
    lines = body(run_of(file_of(SOURCE, finding)), ReportOptions(width=60))
    assert lines[1:3] == [
        "  1:20  warning  water/too-shallow",
        "        It is much too shallow for ships.",
    ]


def test_a_mark_over_several_lines_says_where_it_ends() -> None:
    lines = body(run_of(file_of(SOURCE, mark(SOURCE, "Read\nMore\nHere"))))
    assert lines[2:4] == ["       Read", "       ^^^^ to line 6"]


def test_a_mark_that_starts_with_blank_lines_shows_prose() -> None:
    lines = body(run_of(file_of(SOURCE, mark(SOURCE, "\n\nThe pilot"))))
    assert lines[1].startswith("  1:28 ")
    assert lines[2:4] == ["        The pilot says so.", "        ^^^^^^^^^"]


def test_a_finding_on_an_empty_line_shows_no_prose() -> None:
    lines = body(run_of(file_of("\n\n", at("\n\n", 1, 1))))
    assert lines[2] == ""


def test_related_places_are_listed_by_line() -> None:
    related = [Related(Span(30 + 9 * i, 31 + 9 * i), "again") for i in (0, 2)]
    related += [Related(Span(0, 3), "first"), Related(Span(0, 1), "", "b.md")]
    finding = mark(SOURCE, "shallow", related=tuple(related))
    lines = body(run_of(file_of(SOURCE, finding), file_of("\nx", path="b.md")))
    assert [line.strip() for line in lines[4:7]] == [
        "lines 3 and 4: again",
        "line 1: first",
        "b.md, line 1",
    ]


def test_related_lines_that_the_message_names_are_not_repeated() -> None:
    related = (Related(Span(30, 31), "here"), Related(Span(50, 51), "and here"))
    told = mark(SOURCE, "shallow", message="See lines 3 and 4.", related=related)
    assert len(body(run_of(file_of(SOURCE, told)))) == len(
        body(run_of(file_of(SOURCE, mark(SOURCE, "shallow"))))
    )


def test_related_documents_without_a_known_line_are_named() -> None:
    gone = (Related(Span(0, 1), "a copy", "gone.md"),)
    lines = body(run_of(file_of(SOURCE, mark(SOURCE, "shallow", related=gone))))
    assert lines[4].strip() == "gone.md: a copy"


def test_many_related_places_are_counted() -> None:
    long = "word\n" * 40
    same = tuple(Related(Span(5 * i, 5 * i + 4), "again") for i in range(1, 40))
    lines = body(run_of(file_of(long, at(long, 0, 4, related=same))))
    assert lines[4].strip() == "lines 2, 3, 4, 5, 6, 7, 8, 9 and 31 more: again"
    different = tuple(Related(Span(5 * i, 5 * i + 4), f"no. {i}") for i in range(1, 40))
    lines = body(run_of(file_of(long, at(long, 0, 4, related=different))))
    assert lines[8].strip() == "and 35 more places"


def test_a_clean_run_is_one_short_line() -> None:
    run = run_of(FileReport("a.md", words=1234))
    assert (
        text.render(run, WIDE) == "1 document, 1,234 words read, nothing skipped · nothing found\n"
    )
    assert concise.render(run, WIDE) == text.render(run, WIDE)


def test_what_was_not_read_is_told() -> None:
    run = run_of(
        FileReport("a.md", words=2, partly=("stopped at 500 nested quotations",)),
        FileReport("b.bin", skipped="binary"),
        FileReport("c.md", skipped="no permission"),
        problems=(
            Problem("file", "no permission", path="c.md"),
            Problem("crash", "rule x/y raised ValueError", rule="x/y", path="a.md"),
        ),
    )
    assert body(run) == [
        "not read: c.md: no permission",
        "crash: a.md: rule x/y raised ValueError",
        "skipped: b.bin: binary",
        "read in part: a.md: stopped at 500 nested quotations",
        "1 document, 2 words read, 2 skipped · nothing found · the check is incomplete",
    ]


def test_what_befalls_many_files_is_said_once() -> None:
    files = [FileReport(f"{n:02}.pdf", skipped="no reader") for n in range(12)]
    crashes = [Problem("crash", "rule x/y fell over", path=f"{n}.md") for n in range(3)]
    assert body(run_of(*files, problems=tuple(crashes)))[:2] == [
        "crash: 0.md, 1.md and 2.md: rule x/y fell over",
        "skipped: 00.pdf, 01.pdf, 02.pdf, 03.pdf, 04.pdf and 7 more: no reader",
    ]


def test_what_is_a_problem_is_not_said_again_as_skipped_or_partly_read() -> None:
    run = run_of(
        FileReport("a.md", partly=("line 3: too deep",)),
        FileReport("b.md", skipped="gone"),
        problems=(
            Problem("file", "a.md: line 3: too deep", path="a.md"),
            Problem("file", "b.md: gone", path="b.md"),
        ),
    )
    assert body(run)[:-1] == ["not read: a.md: line 3: too deep", "not read: b.md: gone"]


def test_an_interrupted_run_says_so() -> None:
    assert body(run_of(interrupted=True))[-1].endswith("· interrupted")


def family_findings(path: str, *families: str, **values: object) -> list[Finding]:
    return [mark(SOURCE, "pilot", rule=f"{f}/is-wrong", path=path, **values) for f in families]


def test_families_that_agree_on_a_document_are_named() -> None:
    rules = [make_rule(f"{family}/is-wrong") for family in ("water", "birds", "ships")]
    run = run_of(file_of(SOURCE, *family_findings("a.md", "water", "birds", "ships")), rules=rules)
    assert "birds, ships and water agree on this document" in text.render(run, WIDE)
    two = run_of(file_of(SOURCE, *family_findings("a.md", "water", "birds")), rules=rules)
    assert "agree" not in text.render(two, WIDE)
    notes = family_findings("a.md", "water", "birds", "ships", severity=Severity.NOTE)
    assert "agree" not in text.render(run_of(file_of(SOURCE, *notes), rules=rules), WIDE)
    other = file_of(SOURCE, *family_findings("b.md", "water", "birds", "ships"), path="b.md")
    many = run_of(*run.files, other, rules=rules)
    assert "3 or more families agree on a.md and b.md" in text.render(many, WIDE)


def test_the_most_frequent_rule_is_pointed_at() -> None:
    often = [mark(SOURCE, "e", nth=n, rule="ships/no-anchor") for n in (1, 2)]
    run = run_of(file_of(SOURCE, mark(SOURCE, "pilot"), *often))
    assert "explain ships/no-anchor`" in body(run)[-1]


def test_suppressed_findings_are_counted_and_shown_on_demand() -> None:
    run = run_of(file_of(SOURCE, mark(SOURCE, "pilot", suppressed=True)))
    assert body(run) == [
        "1 document, 12 words read, nothing skipped · nothing found · 1 suppressed"
    ]
    shown = text.render(run, ReportOptions(show_suppressed=True))
    assert "[suppressed]" in shown and "nothing found · 1 suppressed" in shown


def test_colour_only_when_asked_and_never_in_the_layout() -> None:
    finding = mark(SOURCE, "shallow", message="It is shallow " * 9, fix=Fix(Span(0, 3), ""))
    run = run_of(file_of(SOURCE, finding), problems=(Problem("crash", "It fell over."),))
    colour = text.render(run, ReportOptions(color=True, width=80))
    plain = text.render(run, ReportOptions(width=80))
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", colour) == plain
    assert colour.count("\x1b[0m") == len(re.findall(r"\x1b\[[1-9]", colour))


def test_concise_is_one_line_each() -> None:
    finding = mark(SOURCE, "shallow", message="It is\nshallow.", fix=Fix(Span(0, 3), ""))
    assert concise.render(run_of(file_of(SOURCE, finding)), WIDE).splitlines() == [
        "a.md:1:20: warning water/too-shallow It is shallow.  [fixable]",
        "1 document, 12 words read, nothing skipped · 1 warning",
    ]


@pytest.mark.parametrize("reporter", [text, concise])
def test_names_and_messages_are_sanitised(reporter: ModuleType) -> None:
    evil = "\x1b]0;owned\x07\u202e"
    source = f"shallow {evil}\x9b here\n"
    finding = at(
        source, 0, len(source), path=evil, message=evil, related=(Related(Span(0, 1), evil, evil),)
    )
    problem = Problem("plugin", f"plugin {evil} failed", path=f"{evil}2")
    skipped = FileReport(f"z{evil}", skipped=evil, partly=(evil,))
    run = run_of(file_of(source, finding, path=evil), skipped, problems=(problem,))
    rendered = reporter.render(run, WIDE)
    assert visible(rendered.replace("\n", "")) == rendered.replace("\n", "")
    assert r"\x1b]0;owned\x07\u202e" in rendered


@settings(max_examples=max(settings().max_examples // 5, 1))
@given(runs())
def test_any_run_prints_safely_and_within_the_width(run: Run) -> None:
    for reporter in (text, concise):
        rendered = reporter.render(run, ReportOptions(width=80, show_suppressed=True))
        assert rendered.endswith("\n")
        assert visible(rendered.replace("\n", "")) == rendered.replace("\n", "")
    for line in text.render(run, ReportOptions(width=80)).splitlines():
        # Only a path stands alone on its line however long it is.
        assert cell_width(line) <= 80 + len(" to line 99") or line.startswith("skipped")
