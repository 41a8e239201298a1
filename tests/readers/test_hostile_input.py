"""No text takes a reader more than time in proportion to its length."""

from __future__ import annotations

import time

import pytest

from textlint.testing import read

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
CASES = (
    [("a.mdx", p) for p in MDX]
    + [("a.md", p) for p in MARKDOWN]
    + [("a.html", p) for p in HTML]
    + [("a.txt", p) for p in TEXT]
)


@pytest.mark.parametrize(("name", "piece"), CASES, ids=lambda value: repr(value)[:20])
def test_time_is_linear(name: str, piece: str) -> None:
    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        best = 9.0
        for _ in range(2):
            began = time.process_time()
            read(text, name)
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
