"""No text takes a reader more than time in proportion to its length."""

from __future__ import annotations

import time

import pytest

from textlint.testing import read, read_records

MARKDOWN = [
    "[",
    "![",
    "[a](",
    "[a](<b",
    "*a ",
    "*a_ ",
    "a**b",
    "~a ",
    "`a``b```",
    "<",
    "<a ",
    '<a b="',
    "<!--",
    "a <!-- ",
    "&",
    "\\",
    "- ",
    "> ",
    "1. ",
    "- a\n",
    "> a\n",
    "|a",
    "a\n: ",
    "# ",
    "[^a]: ",
    "[^1]",
    "[a]: <b\n",
    "<div>\n\n",
    "<blockquote>\n\n",
    "<kbd>",
    "<code>x ",
    "<a href=x>",
    "http://a.example/) ",
    "a@",
    "\r",
    "\0",
    "😀*",
    "```\n",
    "   ",
    "{{<",
    "{{< a >}}",
    "{%",
    "{% a %}",
    "{% comment %}",
    "{% raw %}",
    "{{",
    "{#  ",
    "{",
    "{.a ",
    "[[a",
    ":a",
    ":::",
    "::: b",
    "!!! a",
    "$x=",
    "$$",
    "$$\n",
    "*[a]: b",
    "/// a\n",
    "* a\n{:toc}\n",
    "::: a\n",
    "!!! a\n",
    '=== "a"\n    ',
    "--8<--\n",
    "`a",
    "```a\n",
    "{::comment}",
    "{{/*",
]
MDX = ["{", "<A>", "<A ", '<A "', "<A {", "{'", "{`", "{/*", "import 'a", "export const a = {\n\n",
       "export {\n", "    a\n", "      - a\n", "```mdx-code-block\n", "{#a}\n", "<div>\n",
       "<a b={", "`", "{}"]  # fmt: skip
HTML = [
    "<div>",
    "<li>",
    "<ul><li>",
    "<td>",
    "<a ",
    '<a =">"',
    "<!--",
    "<p>a<!--",
    "&#1",
    "<code>a",
    "<svg>",
    "<a href=x>a",
    "</li>",
    "<q>",
    "a\n",
    "<script>",
    "<title>",
    "<?",
    "<![CDATA[",
    "</",
    "<table><tr><td>",
    "<form>",
    "<div hidden>",
    "<meta name=a content=b>",
]
TEXT = ["a\n", "\n", "a ", "http://", "\r", " \n", "a" * 71 + "\n"]
RST = ["- ", "-\n", "- a\n", "  a\n\n", ".. ", ".. note:: ", ".. a\n", "..\n", "=\n", "====\n", "a\n====\n",
       "`", "``", ":a:`", "|", "| a\n", "+---+\n", "| a |\n", "==  ==\n", "a_ ", "[1]_ ", ":a: ", "a::\n\n",
       ">>> a\n", "*a ", "\\"]  # fmt: skip
ASCIIDOC = ["* ", "*", "a\n+\n", "====\n", "--\n", "----\n", "|===\n", "|a ", "a:: ", "[a]\n", "////\n", "`",
            "#", "footnote:[", "image::a[", "link:a[", "<<a,", "{a", "+++", "[[a", "ifdef::a[]\n", ".a\n",
            "= a\n",            '"`', ":a: b\n", "http://a.example["]  # fmt: skip
XML = ["<item>", "<a>", "<item></item>", "<a", "<![CDATA[", "<!--", "&a;", "&#1;", "<entry><content>", "</a>",
       "<?a", "<!A", "]]>", "<item><title>a</title>", '<category scheme="#kind" term="#a"/>']  # fmt: skip
JSON = [
    "[",
    "{",
    '{"a":',
    '"',
    "\\",
    '{"text":"a"},',
    '"a",',
    "1,",
    "{}",
    '[{"text":"',
    "\\u00e9",
    "\\ud800",
]
JSONL = ['{"text":"a"}\n', "{\n", '{"text":', "\n", '{"text":"a","text":"b"}\n', '{"a":[', '"a"\n']
CASES = (
    [("a.mdx", p) for p in MDX]
    + [("a.md", p) for p in MARKDOWN]
    + [("a.html", p) for p in HTML]
    + [("a.txt", p) for p in TEXT]
    + [("a.rst", p) for p in RST]
    + [("a.adoc", p) for p in ASCIIDOC]
    + [("a.xml", p) for p in XML]
    + [("a.json", p) for p in JSON]
    + [("a.jsonl", p) for p in JSONL]
)
# What stands before the pieces, so that the reader takes the file for one of its own.
BEFORE = {
    "a.xml": "<rss><channel><item><description>",
    "a.json": '[{"text": "a"},',
    "a.jsonl": '{"text": "a"}\n',
}


def take(text: str, name: str) -> None:
    if name in BEFORE:
        read_records(BEFORE[name] + text, name)
    else:
        read(text, name)


@pytest.mark.parametrize(("name", "piece"), CASES, ids=lambda value: repr(value)[:20])
def test_time_is_linear(name: str, piece: str) -> None:
    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        best = 9.0
        for _ in range(2):
            began = time.process_time()
            take(text, name)
            best = min(best, time.process_time() - began)
        return best

    # Linear time gives 8 and quadratic time 64; the machine may be busy.
    assert spent(48_000) < 32 * spent(6_000) + 0.5


def test_lazy_lines_under_a_deep_quotation() -> None:
    began = time.process_time()
    document = read("> " * 50_000 + "a\n" + "b\n" * 50_000)
    assert time.process_time() - began < 2
    assert document.notices[0].incomplete
    assert document.blocks[0].text.startswith("b b b")


DEEP = {
    "a.html": "<div>" * 100_000 + "word" + "</div>" * 100_000,
    "a.md": "<div>\n" * 100_000 + "word",
    "a.mdx": "<Box>\n" * 20_000 + "\nword",
    "a.rst": "".join(" " * min(depth, 300) + "- a\n\n" for depth in range(0, 600, 2)) + "word\n",
    "a.adoc": "".join("=" * (4 + depth) + "\n" for depth in range(400)) + "\nword\n",
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_too_deeply_is_read_all_the_same(name: str) -> None:
    began = time.process_time()
    document = read(DEEP[name], name)
    assert time.process_time() - began < 6
    assert "word" in document.prose[-1].text
    if name in ("a.html", "a.rst", "a.adoc"):  # the others keep track of no such nesting
        assert any("deeply" in notice.message for notice in document.notices)


@pytest.mark.parametrize("name", BEFORE)
def test_nesting_in_records_ends_them_and_is_said(name: str) -> None:
    piece = {"a.xml": "<a>", "a.json": '{"a":', "a.jsonl": '{"text":"b","a":' + "["}[name]
    records, notices = read_records(
        BEFORE[name] + "word" * (name == "a.xml") + piece * 100_000, name
    )
    assert len(records) == 1
    assert notices
    assert any(notice.incomplete for notice in notices)
