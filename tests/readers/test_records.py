"""Files of many articles: what is read of each, where it stands in the file, what is said of the rest."""

from __future__ import annotations

import json
from random import Random

import pytest
from exactness import check_document
from record_texts import text_of

from textlint.model import Confidence, Finding, Fix, Severity, Span
from textlint.records import NoArticlesError
from textlint.testing import read, read_records

LINE = (
    '{"id": "p1", "author": {"name": "A. Roe"}, '
    '"text": "The \\u201ckey\\u201d of the tower.\\n\\nIt turns."}'
)
RSS = """<rss><channel><title>Site</title><language>en</language>
<item><title>Tower &amp; town</title><guid>g1</guid>
<description>&lt;p&gt;It &amp;amp; she.&lt;/p&gt;</description></item>
<item><guid>g2</guid><content:encoded><![CDATA[First.

Second <b>one</b>.]]></content:encoded></item></channel></rss>"""


def texts(record) -> list[str]:
    return [block.text for block in record.document.prose]


def test_a_line_is_an_article_with_its_metadata():
    (record,), notices = read_records(LINE, "a.jsonl")
    assert not notices
    assert record.id == "p1"
    assert texts(record) == ["The “key” of the tower.", "It turns."]
    assert [(m.key, m.value) for m in record.document.meta] == [("author.name", "A. Roe")]


def test_a_finding_leads_back_into_the_file_and_its_fix_is_escaped():
    (record,), _ = read_records(LINE, "a.jsonl")
    place = record.document.source.index("“key”")
    span = Span(place, place + 5)
    found = record.in_file(
        Finding("a/b", Severity.NOTE, Confidence.LOW, "a.jsonl", span, "m", fix=Fix(span, '"lock"'))
    )
    assert LINE[found.span.start : found.span.end] == "\\u201ckey\\u201d"
    assert found.record is not None
    assert (found.record.field, found.record.start, found.record.end) == ("text", 4, 9)
    assert found.fix is not None
    mended = LINE[: found.fix.span.start] + found.fix.replacement + LINE[found.fix.span.end :]
    assert json.loads(mended)["text"].startswith('The "lock" of')


@pytest.mark.parametrize(
    ("broken", "said", "incomplete"),
    [
        ("[1, 2]", "not a JSON object", True),
        ('{"text": "half of', "cut off", True),
        ('{"text": "a", "text": "b"}', "stands twice", False),
        ('{"text": "a \\ud800 b"}', "surrogate", False),
        ('{"title": "none"}', "no text under", True),
        ("[" * 5000, "not a JSON object", True),
    ],
)
def test_what_is_broken_is_said_and_the_rest_is_read(broken, said, incomplete):
    records, notices = read_records(f"{LINE}\n{broken}\n{LINE}", "a.jsonl")
    assert len([r for r in records if r.id == "p1"]) == 2
    (notice,) = notices
    assert said in notice.message
    assert notice.incomplete is incomplete
    assert notice.span.start >= len(LINE)


def test_the_field_of_the_text_can_be_named():
    line = '{"data": {"story": "One."}, "text": "Two."}'
    (record,), _ = read_records(line, "a.jsonl", text_field="data.story")
    assert texts(record) == ["One."]
    with pytest.raises(NoArticlesError):
        read_records('{"label": 1}', "a.jsonl")


def test_items_of_a_feed_are_articles():
    (first, second), notices = read_records(RSS, "a.xml")
    assert not notices
    assert (first.id, second.id) == ("g1", "g2")
    assert texts(first) == ["It & she."]
    assert first.document.title == "Tower & town"
    assert first.document.language == "en"
    assert texts(second) == ["First.", "Second one."]
    block = first.document.prose[0]
    span = first.file_span(block.span_at(3, 4))
    assert RSS[span.start : span.end] == "&amp;amp;"


def item(content: str, more: str = "") -> str:
    return (
        f"<rss><channel><item><guid>g</guid>{more}<content:encoded><![CDATA[{content}]]>"
        "</content:encoded></item></channel></rss>"
    )


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ('[caption id="a"]<img src=i> The tower[/caption]', ["\ufffc The tower"]),
        (
            'See [gallery ids="1,2"] here [sic] and [update].',
            ["See \ufffc here [sic] and [update]."],
        ),
        ("[embed]https://v.example/x[/embed] Text", ["\ufffc Text"]),
        ('[row full="1"]Inside.[/row] [1] Note. [/end]', ["Inside. [1] Note. [/end]"]),
        ("Before [code]\nx = 1\n\ny[/code] after.", ["Before \ufffc after."]),
        ("[code] is never closed.", ["is never closed."]),
        ("<pre>[gallery]</pre>Text", ["Text"]),
    ],
)
def test_shortcodes_of_wordpress_are_no_prose(content, shown):
    (record,), _ = read_records(item(content, "<wp:post_type>post</wp:post_type>"), "a.xml")
    assert texts(record) == shown


def test_brackets_in_other_feeds_are_prose():
    (record,), _ = read_records(item("Use [gallery] and [caption]."), "a.xml")
    assert texts(record) == ["Use [gallery] and [caption]."]


def test_of_a_blogger_export_posts_and_pages_are_read():
    kinds = ("post", "comment", "settings", "template", "page")
    scheme = "http://schemas.google.com/g/2005#kind"
    entries = "".join(
        f"<entry><id>{kind}</id><category scheme='{scheme}' term='http://x.example/2008#{kind}'/>"
        f"<content type='html'>Text of a {kind}.</content></entry>"
        for kind in kinds
    )
    records, (notice,) = read_records(f"<feed>{entries}</feed>", "a.xml")
    assert [record.id for record in records] == ["post", "page"]
    assert "comments" in notice.message


def test_summaries_beside_the_text_are_metadata():
    more = "<description>What it is about.</description><excerpt:encoded>Short.</excerpt:encoded>"
    (record,), _ = read_records(item("Text.", more), "a.xml")
    assert [(m.key, m.value) for m in record.document.meta] == [
        ("description", "What it is about."),
        ("description", "Short."),
    ]


def test_items_without_a_text_are_named():
    records, (notice,) = read_records(
        RSS.replace("</channel>", "<item><guid>3</guid></item></channel>"), "a.xml"
    )
    assert len(records) == 2
    assert notice.message == "Items without a text are passed over."
    assert RSS[: notice.span.start].endswith("</item>")


def test_lines_may_end_in_carriage_returns():
    records, notices = read_records(f"{LINE}\r{LINE}\r", "a.jsonl")
    assert len(records) == 2
    assert not notices


@pytest.mark.parametrize("cdata", ["", "<![CDATA["])
def test_of_an_item_that_is_cut_off_the_text_is_read(cdata):
    source = f"<rss><channel><item><title>T</title><description>{cdata}The tower"
    (record,), (notice,) = read_records(source, "a.xml")
    assert texts(record) == ["The tower"]
    assert "cut off" in notice.message
    assert notice.incomplete


def test_entities_are_never_defined_by_a_file():
    bomb = f'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>{RSS}'
    records, (notice,) = read_records(bomb, "a.xml")
    assert not records
    assert notice.incomplete


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.json", '{"name": "x"}'), ("a.json", "[1]"), ("a.xml", "<urlset></urlset>"), ("a.xml", "")],
)
def test_other_data_is_no_article(name, text):
    with pytest.raises(NoArticlesError):
        read_records(text, name)


def test_a_ghost_export_names_the_author_of_each_post():
    post = {"id": "p", "title": "T", "html": "<p>It &amp; she.</p>", "lexical": "{}"}
    data = {
        "posts": [post, {"id": "q", "lexical": "{}"}],
        "users": [{"id": "u", "name": "A. Roe"}],
        "posts_authors": [{"post_id": "p", "author_id": "u"}],
    }
    (record,), (notice,) = read_records(json.dumps({"db": [{"data": data}]}), "a.json")
    assert texts(record) == ["It & she."]
    assert ("author", "A. Roe") in [(m.key, m.value) for m in record.document.meta]
    assert "lexical" in notice.message


def test_blocks_of_restructured_text():
    text = (
        ":Author: A. Roe\n\nThe tower\n=========\n\nIt is *tall*, "
        "says `the keeper\n<https://k.example>`_. [1]_\n\n"
        ".. note:: Mind\n   the step.\n\n- One::\n\n    code\n\n"
        ".. textlint: ignore[footer]\n\n.. [1] A note.\n"
    )
    document = read(text, "a.rst")
    assert [(b.kind.value, b.text) for b in document.blocks] == [
        ("meta", "A. Roe"),
        ("heading", "The tower"),
        ("paragraph", "It is tall, says the keeper. \ufffc"),
        ("paragraph", "Mind the step."),
        ("list item", "One:"),
        ("code", "code"),
        ("paragraph", "A note."),
    ]
    assert [link.destination for link in document.links] == ["https://k.example"]
    assert len(document.comments) == 1


def test_blocks_of_asciidoc():
    text = (
        "= The tower\nA. Roe <a@k.example>\n\nIt is *tall*, "
        "says https://k.example[the\nkeeper].footnote:[A note.]\n\n"
        "NOTE: Mind the step.\n\n----\ncode\n----\n\n"
        "// textlint: ignore[footer]\n\n* One\n\n|===\n|a |b\n|===\n"
    )
    document = read(text, "a.adoc")
    assert [(b.kind.value, b.text) for b in document.blocks] == [
        ("heading", "The tower"),
        ("meta", "A. Roe"),
        ("paragraph", "It is tall, says the keeper.\ufffc"),
        ("paragraph", "A note."),
        ("paragraph", "Mind the step."),
        ("code", "code"),
        ("list item", "One"),
        ("table cell", "a"),
        ("table cell", "b"),
    ]
    assert len(document.comments) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lamp::\n  It shines.\n\nAfter.", ["Lamp", "It shines.", "After."]),
        ("ifdef::x[]\nShown.\nendif::[]\nMore.", ["Shown.", "More."]),
        ("A.footnote:[See https://k.example[the keeper].] B", ["A.\ufffc B", "See the keeper."]),
        ("A +++<u>b</u>+++ c", ["A \ufffc c"]),
        ("== Step [[id]]one [[two]]", ["Step one"]),
    ],
)
def test_what_asciidoc_shows(text, shown):
    assert [block.text for block in read(text, "a.adoc").prose] == shown


def test_a_hard_break_behind_a_soft_one():
    check_document(read(text_of(Random(2045204), "adoc"), "a.adoc"))
