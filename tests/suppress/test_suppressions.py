"""Suppressions in documents: what they cover, and what is said about those that do nothing."""

from __future__ import annotations

import time
from collections.abc import Iterable

import pytest
from found_words import BARN, KNOWN, MILL, WELL, findings, open_words
from textlint_suppression.invalid import invalid
from textlint_suppression.unused import unused

from textlint import suppress
from textlint.document import Block, BlockKind, Comment, Document, MetaValue
from textlint.engine import ActiveRule, Engine
from textlint.model import Hit, Span
from textlint.readers.builder import BlockBuilder
from textlint.rule import Context, bad, rule
from textlint.testing import read

# -- the next block ---------------------------------------------------------------------------


def test_ignore_is_for_the_next_block_only():
    text = (
        "mill\n\n<!-- textlint: ignore[farm/mill] it is a museum -->\n\nmill, barn, mill\n\nmill\n"
    )
    assert open_words(text) == ["mill", "barn", "mill"]
    assert sum(f.suppressed for f in findings(text)) == 2


def test_a_family_and_several_names():
    text = "<!-- textlint: ignore[farm] -->\nmill barn well\n"
    assert open_words(text) == ["well"]
    text = "<!--textlint:ignore[ farm/mill ,water/well ]-->\nmill barn well\n"
    assert open_words(text) == ["barn"]


def test_a_comment_inside_a_paragraph_is_for_that_paragraph():
    text = "mill and <!-- textlint: ignore[farm/mill] --> mill\n\nmill\n"
    assert open_words(text) == ["mill"]


@pytest.mark.parametrize(
    "block",
    [
        "- mill\n- mill\n\n  mill\n- x\n\n- mill\n",
        "> mill\n>\n> mill\n> > mill\n",
        "| mill | x |\n|---|---|\n| mill | mill |\n",
        "# mill\n",
    ],
)
def test_before_a_list_a_quotation_or_a_table_it_is_for_all_of_that(block):
    text = f"<!-- textlint: ignore[farm/mill] -->\n\n{block}\nmill after\n"
    assert open_words(text) == ["mill"]
    assert text.rindex("mill") == next(f for f in findings(text) if not f.suppressed).span.start


def test_in_html_an_empty_line_ends_nothing():
    text = (
        "<!-- textlint: ignore[farm/mill] -->\n<table>\n\n<tr><td>mill</td>\n\n<td>mill</td></tr>\n"
        "</table>\n<p>mill</p>\n<ul><!-- textlint: ignore[farm/barn] --><li>barn</li><li>barn</li></ul>\n"
    )
    assert open_words(text, filename="a.html") == ["mill", "barn"]


def test_a_comment_inside_a_list_is_for_one_item():
    text = "- mill\n- mill <!-- textlint: ignore[farm/mill] -->\n- mill\n"
    assert open_words(text) == ["mill", "mill"]


def test_two_lists_with_a_comment_between_are_two():
    text = "<!-- textlint: ignore[farm/mill] -->\n- mill\n\n<!-- end -->\n- mill\n"
    assert open_words(text) == ["mill"]


# -- a passage and the whole file --------------------------------------------------------------


def test_disable_until_enable():
    text = (
        "mill\n\n<!-- textlint: disable[farm] -->\n\nmill\n\nbarn well\n\n"
        "<!-- textlint: enable[farm/barn] -->\n\nmill barn\n\n<!-- textlint: enable[farm] -->\n\nmill\n"
    )
    assert open_words(text, rules=(MILL, BARN, WELL)) == ["mill", "well", "barn", "mill"]


def test_disable_without_enable_reaches_to_the_end():
    assert open_words("mill\n\n<!-- textlint: disable[farm/mill] -->\n\nmill\n\nmill\n") == ["mill"]


def test_ignore_file_counts_wherever_it_stands():
    assert open_words("mill barn\n\nmill\n\n<!-- textlint: ignore-file[farm/mill] -->\n") == [
        "barn"
    ]


@pytest.mark.parametrize(
    "front",
    [
        "---\ntextlint: {ignore: [farm/mill, farm/barn]}\n---\n",
        "---\ntitle: x\ntextlint:\n  ignore:\n    - farm/mill\n    - farm/barn\n---\n",
        "---\ntextlint:\n  ignore: farm/mill, farm/barn\n---\n",
        '+++\n[textlint]\nignore = ["farm/mill", "farm/barn"]\n+++\n',
        "---\ntextlint: {ignore: [\"farm/mill\", 'farm/barn']}\n---\n",
    ],
)
def test_front_matter(front):
    assert open_words(f"{front}\nmill barn well\n") == ["well"]


# -- only real comments count ------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "`<!-- textlint: ignore-file[farm/mill] -->` mill\n",
        "```\n<!-- textlint: ignore-file[farm/mill] -->\n```\n\nmill\n",
        "    <!-- textlint: ignore-file[farm/mill] -->\n\nmill\n",
        "\\<!-- textlint: ignore-file[farm] --> mill\n",
        "<!-- textlint-disable farm/mill -->\n\nmill\n",
        "<!-- see textlint: ignore-file[farm/mill] -->\n\nmill\n",
    ],
)
def test_what_is_no_comment_suppresses_nothing(text):
    assert open_words(text) == ["mill"]


def test_plain_text_has_no_comments():
    text = "<!-- textlint: ignore-file[farm] -->\n\nmill\n"
    assert open_words(text, filename="a.txt") == ["mill"]


# -- what does nothing -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("textlint: ignore", "ignore names no rule; write ignore[family/rule]"),
        ("textlint: ignore farm/mill", "ignore names no rule; write ignore[family/rule]"),
        ("textlint: disable[ , ]", "disable names no rule; write disable[family/rule]"),
        (
            "textlint: ignore-line[farm/mill]",
            '"ignore-line" is none of ignore, disable, enable, ignore-file',
        ),
        ("textlint:", '"" is none of ignore, disable, enable, ignore-file'),
        (
            "textlint: ignore[farm/mil]",
            'there is no rule or family "farm/mil" (did you mean "farm/mill"?)',
        ),
        ("textlint: ignore[mill]", 'there is no rule or family "mill" (did you mean "farm/mill"?)'),
        ("textlint: ignore[*]", 'there is no rule or family "*"'),
        ("textlint: enable[farm]", 'nothing before has disabled "farm"'),
    ],
)
def test_a_mistake_is_a_finding(comment, message):
    found = findings(f"<!-- {comment} -->\n\nmill\n")
    assert [f.rule for f in found if not f.suppressed] == ["suppression/invalid", "farm/mill"]
    assert found[0].message == f"This suppresses nothing: {message}."


def test_a_mistake_in_front_matter():
    found = findings("---\ntextlint: {ignored: [farm/mill]}\n---\n\nmill\n")
    assert [f.rule for f in found] == ["suppression/invalid", "farm/mill"]
    assert '"textlint.ignored" is no setting' in found[0].message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- textlint: ignore[farm/mill] -->\n\nbarn\n", ["unused: farm/mill", "barn"]),
        ("<!-- textlint: ignore[farm/mill] -->\n\nx\n\nmill\n", ["unused: farm/mill", "mill"]),
        ("mill\n\n<!-- textlint: ignore[farm/mill] -->\n", ["mill", "unused: farm/mill"]),
        ("<!-- textlint: disable[farm/mill, farm/barn] -->\n\nmill\n", ["unused: farm/barn"]),
        ("<!-- textlint: ignore[farm] -->\n\nwell\n", ["unused: farm", "well"]),
        ("---\ntextlint: {ignore: [farm/mill]}\n---\n\nbarn\n", ["unused: farm/mill", "barn"]),
        # water/pond did not run in this run, so nobody knows:
        ("<!-- textlint: ignore[water/pond] -->\n\nmill\n", ["mill"]),
        ("<!-- textlint: ignore[water] -->\n\nmill\n", ["mill"]),
    ],
)
def test_an_unused_suppression_is_a_finding(text, expected):
    assert open_words(text) == expected


def test_a_rule_that_crashed_may_still_need_its_suppression():
    def crash(document: Document, context: Context) -> Iterable[Hit]:
        raise ValueError

    broken = rule("farm/mill", summary="s", message="m", examples=[bad("x", at="x")])(crash)
    document = read("<!-- textlint: ignore[farm/mill] -->\n\nmill\n", "a.md")
    active = [ActiveRule(r, r.options()) for r in (broken, invalid, unused)]
    checked = Engine(active, known=KNOWN).check(document)
    assert [p.rule for p in checked.problems] == ["farm/mill"]
    assert checked.findings == []


def fixed(text: str) -> str:
    fixes = [f.fix for f in findings(text) if f.fix is not None]
    for fix in sorted(fixes, key=lambda fix: -fix.span.start):
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    return text


def test_the_fix_removes_what_is_not_needed():
    assert fixed("<!-- textlint: ignore[farm/mill] why -->\r\nbarn\r\n") == "barn\r\n"
    assert fixed("a <!-- textlint: ignore[farm/mill] --> b\n") == "a  b\n"
    text = "<!-- textlint: ignore[farm/mill, farm/barn] why -->\n\nbarn\n"
    assert fixed(text) == "<!-- textlint: ignore[farm/barn] why -->\n\nbarn\n"
    text = "<!-- textlint: disable[farm/mill] -->\n\nx\n\n<!-- textlint: enable[farm/mill] -->\n"
    assert fixed(text) == text


def test_suppressions_of_suppressions_are_not_judged():
    text = "<!-- textlint: ignore-file[suppression/unused] -->\n\n<!-- textlint: ignore[farm/mill] -->\n\nx\n"
    assert open_words(text) == []
    assert [f.rule for f in findings(text)] == ["suppression/unused"]


def test_innermost_and_outer_ignores_both_cover():
    text = (
        "<!-- textlint: ignore[farm/mill] -->\n"
        "- mill\n- mill <!-- textlint: ignore[farm/mill] -->\n- mill\n\nmill\n"
    )
    assert open_words(text) == ["mill"]


def test_a_document_full_of_suppressions_takes_linear_time():
    """Built by hand: how long a reader takes is not the question here."""

    def document(count: int) -> Document:
        unit = "<!-- textlint: ignore[farm/mill, farm/barn] -->\nmill\n<!-- textlint: disable[farm] -->\n"
        blocks: list[Block] = []
        comments: list[Comment] = []
        for number in range(count):
            base = number * len(unit)
            first, second = unit.index("-->") + 3, unit.rindex("<!--")
            comments.append(Comment(Span(base, base + first), unit[4 : first - 3]))
            builder = BlockBuilder()
            builder.append("mill", base + first + 1, base + first + 5)
            blocks.append(
                builder.build(
                    BlockKind.LIST_ITEM,
                    Span(base + first + 1, base + first + 5),
                    containers=("list",),
                )
            )
            comments.append(
                Comment(Span(base + second, base + len(unit) - 1), unit[second + 4 : -4])
            )
        meta = (MetaValue("textlint.ignore", "", Span(0, 0)),)
        return Document(
            "a.md", unit * count, "markdown", tuple(blocks), comments=tuple(comments), meta=meta
        )

    def seconds(count: int) -> float:
        best = 99.0
        for _ in range(3):
            made = document(count)
            active = [ActiveRule(r, r.options()) for r in (MILL, invalid, unused)]
            begin = time.process_time()
            suppress.apply(made, Engine(active, known=KNOWN).check(made).findings)
            best = min(best, time.process_time() - begin)
        return best

    # Linear time gives 8 and quadratic time 64; the machine may be busy.
    assert seconds(4000) <= 32 * seconds(500)
