"""Suppressions in every format that can hold them: each works, and is named when it does nothing."""

from __future__ import annotations

import json

import pytest
from found_words import BARN, KNOWN, MILL, WELL, open_words
from textlint_suppression.invalid import invalid
from textlint_suppression.unused import unused

from textlint import suppress
from textlint.engine import ActiveRule, Engine
from textlint.model import Finding
from textlint.testing import read_records

# How a comment is written in each format, and what stands before it.
COMMENTS = {
    "HTML in Markdown": ("a.md", "<!-- {} -->"),
    "Liquid": ("a.md", "{{% comment %}} {} {{% endcomment %}}"),
    "Nunjucks": ("a.md", "{{# {} #}}"),
    "Hugo": ("a.md", "{{{{/* {} */}}}}"),
    "kramdown": ("a.md", "{{::comment}} {} {{:/comment}}"),
    "MDX": ("a.mdx", "{{/* {} */}}"),
    "HTML": ("a.html", "<!-- {} -->"),
    "XHTML": ("a.xhtml", "<!-- {} -->"),
    "reStructuredText": ("a.rst", ".. {}"),
    "AsciiDoc": ("a.adoc", "// {}"),
    "AsciiDoc's blocks": ("a.adoc", "////\n{}\n////"),
}


def text_in(name: str, comment: str) -> str:
    """Two paragraphs that each hold a mill, with a comment between them."""
    paragraph = "<p>A {}.</p>" if "html" in name else "A {}."
    return f"{paragraph.format('mill')}\n\n{comment}\n\n{paragraph.format('mill')}\n"


@pytest.mark.parametrize(("name", "comment"), COMMENTS.values(), ids=COMMENTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=repr)
def test_a_comment_suppresses_in_the_block_after_it(name, comment, line_end):
    text = text_in(name, comment.format("textlint: ignore[farm/mill] our mill"))
    assert open_words(text.replace("\n", line_end), filename=name) == ["mill"]


@pytest.mark.parametrize(("name", "comment"), COMMENTS.values(), ids=COMMENTS)
def test_one_that_does_nothing_is_named(name, comment):
    text = text_in(name, comment.format("textlint: ignore[water/well]"))
    reported = open_words(text, filename=name)
    assert reported.count("mill") == 2
    (other,) = (word for word in reported if word != "mill")
    assert other.startswith("unused: ")
    assert "water/well" in other


@pytest.mark.parametrize(("name", "comment"), COMMENTS.values(), ids=COMMENTS)
@pytest.mark.parametrize("wrong", ["textlint: ignore[farm/mil]", "textlint: ignroe[farm/mill]"])
def test_one_that_is_misspelt_is_named(name, comment, wrong):
    reported = open_words(text_in(name, comment.format(wrong)), filename=name)
    assert reported.count("mill") == 2
    assert any(word.startswith(("unused: ", "invalid: ")) for word in reported)


def in_records(source: str, name: str) -> list[Finding]:
    found: list[Finding] = []
    active = [ActiveRule(r, r.options()) for r in (MILL, BARN, WELL, invalid, unused)]
    for record in read_records(source, name)[0]:
        checked = Engine(active, known=KNOWN).check(record.document)
        found += map(record.in_file, suppress.apply(record.document, checked.findings))
    return found


def open_in(source: str, name: str) -> list[str]:
    return [
        f"{f.rule}: {source[f.span.start : f.span.end]}"
        for f in in_records(source, name)
        if not f.suppressed
    ]


def test_a_record_has_a_field_for_them():
    record = {"textlint": {"ignore": ["farm/mill", "water/well"]}, "text": "A mill and a barn."}
    assert open_in(json.dumps(record), "a.jsonl") == [
        "suppression/unused: water/well",
        "farm/barn: barn",
    ]


@pytest.mark.parametrize("field", ["content_html", "markdown"])
def test_a_record_has_comments_in_its_text(field):
    text = "<p>A mill.</p>\n\n<!-- textlint: ignore[farm] -->\n\n<p>A mill.</p>"
    source = json.dumps({field: text})
    assert open_in(source, "a.jsonl") == ["farm/mill: mill"]
    assert source.index("mill") == in_records(source, "a.jsonl")[0].span.start


@pytest.mark.parametrize("cdata", [True, False])
def test_an_item_of_a_feed_has_comments_in_its_text(cdata):
    text = "<p>A mill.</p><!-- textlint: ignore[farm/mill, water/well] --><p>A mill.</p>"
    inner = f"<![CDATA[{text}]]>" if cdata else text.replace("<", "&lt;").replace(">", "&gt;")
    source = f"<rss><channel><item><description>{inner}</description></item></channel></rss>"
    assert open_in(source, "a.xml") == [
        "farm/mill: mill",
        "suppression/unused: water/well",
    ]
