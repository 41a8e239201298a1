"""What the HTML reader makes of pages, well-formed and otherwise."""

from __future__ import annotations

import pytest
from exactness import check_document, source_of

from textlint.document import Document
from textlint.testing import read


def page(source: str) -> Document:
    document = read(source, "a.html")
    check_document(document)
    return document


def kinds(document: Document) -> list[tuple[str, str]]:
    return [
        (block.kind.value, block.text) for block in document.blocks if block.kind.value != "meta"
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<h2>A <b>b</b></h2><p>C\n  d<p>e", [("heading", "A b"), ("paragraph", "C d"), ("paragraph", "e")]),
        ("<ul><li>a<li>b <p>c</ul>", [("list item", "a"), ("list item", "b"), ("list item", "c")]),
        ("<table><tr><td>a<td>b<tr><th>c</table>", [("table cell", t) for t in "abc"]),
        ("<dl><dt>a<dd>b<dt>c</dl>", [("definition", t) for t in "abc"]),
        ("<pre> a\n  b &lt;</pre>", [("code", " a\n  b <")]),
        ("a<br>b<br/> c", [("paragraph", "a\nb\nc")]),
        ("a<hr>b", [("paragraph", "a"), ("thematic break", ""), ("paragraph", "b")]),
        ("&lt;a&gt; &eacute;&#x41;&#66; &bogus; &amp", [("paragraph", "<a> éAB &bogus; &")]),
        ("a <code>b</code> <img alt='c' src=d> e", [("paragraph", "a \ufffc \ufffc e"), ("alt", "c")]),
        ("<style>a</style><template>b</template><noscript>c</noscript>d", [("paragraph", "d")]),
        ("<p hidden>a</p><div style='display: none'><p>b</p></div>c", [("paragraph", "c")]),
        ("<nav><a href=/>a</a></nav>b", [("navigation", "a"), ("paragraph", "b")]),
        ("<header><h1>a</h1><p>b</header>", [("heading", "a"), ("navigation", "b")]),
        ("<footer>a</footer>b", [("navigation", "a"), ("paragraph", "b")]),
        ("<article><header>a</header><footer>b</footer></article>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<form>a<button>b</button>", [("html", "<form>"), ("navigation", "a"), ("navigation", "b")]),
        ("<script src=x>a<b</script>c", [("html", "<script src=x>a<b</script>"), ("paragraph", "c")]),
        ("<ins class=ad></ins>", [("html", "<ins class=ad>")]),
        ("<q>a</q>", [("paragraph", "“a”")]),
        ("<div>a<div>b</div>c</div>d", [("paragraph", t) for t in "abcd"]),
        ("a < b <c d", [("paragraph", "a < b <c d")]),
        ("<p title='<p>'>a</p>", [("paragraph", "a")]),
        ('<p title="never closed>a</p>', [("paragraph", "a")]),
        ("</p></div>a</b>", [("paragraph", "a")]),
        ("<!doctype html><?php x ?><![CDATA[a]]>", [("paragraph", "a")]),
        ("", []),
    ],
)  # fmt: skip
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(page(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<blockquote><p>a</blockquote>", ("quote",)),
        ("<ul><li><ul><li>a", ("list", "list")),
        ("<figure><figcaption>a", ("figure",)),
        ("<aside>a", ("aside",)),
        ("<div role=navigation>a", ("nav",)),
        ("<details><summary>a", ("details",)),
        ("<table><tr><td>a", ("table",)),
    ],
)
def test_containers(source: str, expected: tuple[str, ...]) -> None:
    (block,) = page(source).blocks
    assert block.containers == expected


def test_metadata_and_its_places() -> None:
    source = """<html lang="en-GB"><head><title>A &amp;
     b</title><meta name=author content="J &quot;Q&quot;"><meta property="og:title" content=c>
    <link rel="canonical" href="http://a.example/">
    <script type="application/ld+json">{"@graph": [{"author": {"name": "Z\\u00e9"}, "url": "x"},
     {"datePublished": "2024-05-04"}]}</script></head>"""
    document = page(source)
    assert [(v.key, v.value, source_of(document, v.span)) for v in document.meta] == [
        ("lang", "en-GB", "en-GB"),
        ("title", "A & b", "A &amp;\n     b"),
        ("author", 'J "Q"', "J &quot;Q&quot;"),
        ("og:title", "c", "c"),
        ("canonical", "http://a.example/", "http://a.example/"),
        ("author.name", "Zé", '"Z\\u00e9"'),
        ("datepublished", "2024-05-04", '"2024-05-04"'),
    ]


def test_front_matter_stands_before_the_page() -> None:
    document = page("---\ntitle: x\n---\n<p>a</p>")
    assert [v.key for v in document.meta] == ["title"]
    assert kinds(document) == [("paragraph", "a")]


def test_links_comments_and_notes() -> None:
    source = '<p><a href="u?a&amp;b" rel="nofollow ME">x <i>y</i></a><a href="#fn1">1</a><!-- c --> http://v.example.'
    document = page(source)
    assert [(link.kind, link.text, link.destination, link.rel) for link in document.links] == [
        ("html", "x y", "u?a&b", "nofollow me"),
        ("bare", "", "http://v.example", ""),
    ]
    assert [c.text for c in document.comments] == [" c "]
    assert [source_of(document, f) for f in document.footnotes] == ['<a href="#fn1">1</a>']
    assert document.prose[0].text == "x y\ufffc \ufffc."


def test_an_element_that_a_block_has_to_itself_belongs_to_its_span() -> None:
    source = "<div><h1>a</h1>b<p>c</p><li>d<li>e</div>"
    document = page(source)
    assert [source_of(document, b.span) for b in document.blocks] == [
        "<h1>a</h1>", "b", "<p>c</p>", "d", "e"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "text", "place"),
    [
        ("a<!-- b", "a", "<!--"),
        ("a<script>b", "a", "<script>"),
        ("a<style>b", "a", "<style>"),
    ],
)
def test_what_is_never_closed_hides_the_rest_and_is_said(
    source: str, text: str, place: str
) -> None:
    document = page(source)
    (notice,) = document.notices
    assert notice.incomplete
    assert source_of(document, notice.span) == place
    assert document.prose[0].text == text


def test_xhtml_has_empty_elements() -> None:
    source = "<title/><script src='x'/><blockquote/><p/><hr/><p>a<br/>b</p>"
    assert kinds(read(source, "a.xhtml")) == [("thematic break", ""), ("paragraph", "a\nb")]
    assert kinds(read('<?xml version="1.0"?>' + source, "a.html"))[-1] == ("paragraph", "a\nb")
    assert read(source, "a.html").notices[0].incomplete


def test_deep_nesting_keeps_its_text() -> None:
    document = page("<div>" * 5000 + "<blockquote>a</blockquote>" + "</div>" * 5000 + "<p>b")
    assert kinds(document) == [("paragraph", "a"), ("paragraph", "b")]
    (notice,) = document.notices
    assert not notice.incomplete
