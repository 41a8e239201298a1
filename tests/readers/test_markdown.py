"""What the Markdown reader makes of each construct."""

from __future__ import annotations

import pytest
from exactness import check_document, source_of

from textlint.document import BlockKind, Document
from textlint.testing import read


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# A *b* c ##\n\nD\n===\n", [("heading", "A b c"), ("heading", "D")]),
        ("## A {#id .c}\n", [("heading", "A")]),
        ("a\nb  \nc\\\nd\n", [("paragraph", "a b\nc\nd")]),
        ("- a\n- [x] b\n\n1. c\n", [("list item", "a"), ("list item", "b"), ("list item", "c")]),
        ("- a\n\n  b\n  - c\n", [("list item", "a"), ("list item", "b"), ("list item", "c")]),
        ("| a | b |\n|-|-|\n| c \\| d | `e` |\n", [("table cell", t) for t in ("a", "b", "c | d", "\ufffc")]),
        ("T\n: d\n\n  e\n", [("definition", t) for t in ("T", "d", "e")]),
        ("```py\nx\ny\n```\n", [("code", "x\ny\n")]),
        ("a\n\n    x\n\ny", [("paragraph", "a"), ("code", "x\n"), ("paragraph", "y")]),
        ("a\n\n***\n\nb", [("paragraph", "a"), ("thematic break", ""), ("paragraph", "b")]),
        ("a `b` c ![x *y*](z) d", [("paragraph", "a \ufffc c \ufffc d"), ("alt", "x y")]),
        ("a[^1] b.\n\n[^1]: Note.\n", [("paragraph", "a\ufffc b."), ("paragraph", "Note.")]),
        ("<http://a.b> c", [("paragraph", "\ufffc c")]),
        ("{% image \"a\" %} a {{ b | c }} {{< d >}} {{e}}", [("paragraph", "\ufffc a \ufffc \ufffc {{e}}")]),
        ("see http://a.b/c_d_e, or www.x.org!", [("paragraph", "see \ufffc, or \ufffc!")]),
        ("\\*a\\* &lt;b&gt; ~~c~~", [("paragraph", "*a* <b> c")]),
        ("[ref]: http://a.b 'T'\n", []),
        ("<!-- c -->\n\na <!-- d --> b", [("html", "<!-- c -->"), ("paragraph", "a  b")]),
        ("a <b>b</b> <kbd>c</kbd> <q>d</q><br>\ne", [("paragraph", "a b \ufffc “d”\ne")]),
        ("<script>x</script>", [("html", "<script>x</script>")]),
        ("a <script>x</script> b", [("paragraph", "a  b"), ("html", "<script>")]),
        ("a <code>b", [("paragraph", "a b")]),
        ("", []),
    ],
)  # fmt: skip
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    document = read(source)
    assert kinds(document) == expected
    check_document(document)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("> a\n", ("quote",)),
        ("> - a\n", ("quote", "list")),
        ("> [!NOTE]\n> a\n", ("aside",)),
        ("| a |\n|-|\n", ("table",)),
        ("x[^1]\n\n[^1]: a\n", ("footnote",)),
        ("<blockquote>\n\na\n\n</blockquote>\n", ("quote",)),
        ("<aside>\n<p>a</p>\n</aside>\n", ("aside",)),
        ("> <figure>\n>\n> a\n>\n> </figure>\n", ("quote", "figure")),
        ("<blockquote>\n\na\n", ()),
        ("</blockquote>\n\na\n", ()),
    ],
)
def test_containers(source: str, expected: tuple[str, ...]) -> None:
    block = next(block for block in read(source).blocks if block.text == "a")
    assert block.containers == expected


def test_spans_hold_the_markup_of_the_block() -> None:
    source = "## A ##\n\n- [x] b **c**\n  - d\n\n1. e\n\n   f\n\n| g |\n|---|\n\n[^1]: h\n"
    document = read(source)
    assert [source_of(document, block.span) for block in document.blocks] == [
        "## A ##", "- [x] b **c**", "- d", "1. e", "f", "g", "[^1]: h"
    ]  # fmt: skip


def test_a_break_reaches_over_the_prefix_of_the_next_line() -> None:
    document = read("> one\n>   two\n")
    (block,) = document.blocks
    assert block.text == "one two"
    assert source_of(document, block.span_at(3, 4)) == "\n>   "
    assert source_of(document, block.span_at(4, 7)) == "two"


@pytest.mark.parametrize(
    ("source", "kind", "text", "destination"),
    [
        ("[a *b*](u 'T')", "inline", "a b", "u"),
        ("[a][r]\n\n[r]: u", "reference", "a", "u"),
        ("[a][]\n\n[a]: u", "reference", "a", "u"),
        ("[a]\n\n[a]: u", "reference", "a", "u"),
        ("<http://u>", "autolink", "", "http://u"),
        ("<a@b.example>", "email", "", "a@b.example"),
        ("a@b.example", "email", "", "a@b.example"),
        ("http://u/(x)", "bare", "", "http://u/(x)"),
        ("http://u/?a=1&amp;b=2", "bare", "", "http://u/?a=1&b=2"),
        ("![a](u)", "image", "a", "u"),
        ('[a]({{ "/x y" | url }}/b)', "inline", "a", '{{ "/x y" | url }}/b'),
        ('![a]({% u "v" %})', "image", "a", '{% u "v" %}'),
        ('<a href="u" rel="nofollow">a</a>', "html", "a", "u"),
        ("[`a`](u)", "inline", "\ufffc", "u"),
        ("[](u)", "inline", "", "u"),
        ("[http://u](http://v)", "inline", "http://u", "http://v"),
    ],
)
def test_links(source: str, kind: str, text: str, destination: str) -> None:
    document = read(source)
    (link,) = document.links
    assert (link.kind, link.text, link.destination) == (kind, text, destination)
    expected = source.partition("\n")[0]
    assert source_of(document, link.span) == expected


def test_only_real_comments_are_comments() -> None:
    source = "> <!-- a\n> b -->\n\n`<!-- no -->`\n\n```\n<!-- no -->\n```\n\nx <!-- c\nd --> y\n"
    document = read(source)
    assert [comment.text for comment in document.comments] == [" a\n  b ", " c\nd "]
    assert [source_of(document, c.span)[-3:] for c in document.comments] == ["-->", "-->"]


def test_prose_inside_html_is_prose() -> None:
    source = '> <div class="x">\n> Read &amp;\n> <b>more</b>\n> <ins class="ad"></ins></div>\n'
    document = read(source)
    raw, prose = document.blocks
    assert (raw.kind, raw.label) == (BlockKind.HTML, "div")
    assert '<ins class="ad">' in raw.text
    assert (prose.kind, prose.text, prose.containers) == (
        BlockKind.PARAGRAPH,
        "Read & more",
        ("quote",),
    )
    assert source_of(document, prose.span_at(5, 6)) == "&amp;"
    assert source_of(document, prose.span_at(7, 11)) == "more"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    source = f"\ufeff😀 one{end}two{end}{end}- x{end}- y{end}"
    document = read(source)
    assert [block.text for block in document.blocks] == ["\ufeff😀 one two", "x", "y"]
    check_document(document)


@pytest.mark.parametrize(
    ("source", "lost"),
    [
        ("> " * 101 + "a\n\nb", "> " * 101 + "a"),
        ("- " * 5000 + "a\n" + "lazy\n" * 3, "- " * 5000 + "a"),
        (" " * 300 + "- a\n", " " * 300 + "- a"),
    ],
)
def test_what_is_nested_too_deep_is_left_out_and_said(source: str, lost: str) -> None:
    document = read(source)
    (notice,) = document.notices
    assert notice.incomplete
    assert source_of(document, notice.span) == lost


@pytest.mark.parametrize("rule", ["*" * 300, "-" * 300, "a\n" + "=" * 300, "> " * 99 + "a"])
def test_long_rules_and_reasonable_nesting_are_read(rule: str) -> None:
    assert read(rule).notices == ()


def test_code_shows_template_tags_as_they_are() -> None:
    source = '```\n[x]({{ "/" | url }})\n```\n\n[y]({{ "/" | url }})\n'
    document = read(source)
    assert kinds(document) == [("code", '[x]({{ "/" | url }})\n'), ("paragraph", "y")]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=repr)
def test_a_comment_in_a_quotation_reaches_over_lines(line_end: str) -> None:
    source = line_end.join(["> <!-- one", "> two -->", "> Three.", ""])
    document = read(source)
    (comment,) = document.comments
    assert comment.text.split() == ["one", "two"]
    assert source[comment.span.start : comment.span.end].endswith("-->")


SCRIPT = (
    "<div></div>\n<script>\nlet a = 1;\n\nfunction b() {\n\nreturn a }\n{end}\n\nThe bell rings.\n"
)


def test_a_script_goes_on_behind_a_blank_line() -> None:
    document = read(SCRIPT.replace("{end}", "</script>"))
    assert document.notices == ()
    assert [block.text for block in document.prose] == ["The bell rings."]
    check_document(document)


@pytest.mark.parametrize("end", ["", "<script>b()</script>"])
def test_a_script_without_an_end_of_its_own_is_said(end: str) -> None:
    document = read(SCRIPT.replace("{end}", end))
    (notice,) = document.notices
    assert "<script> is never closed" in notice.message
    assert "The bell rings." in [block.text for block in document.prose]


def test_indented_html_is_said_to_be_code() -> None:
    indented = "    <p>The bell rings again.</p>\n"
    document = read(f"<p>The bell rang.</p>\n\n{indented}")
    (notice,) = document.notices
    assert source_of(document, notice.span).strip() == indented.strip()
    assert read(f"The bell rang.\n\n{indented}").notices == ()
