"""Texts of every format in which each word says whether it is prose: made of pieces, in any order.

In a piece stand K for a word that readers see as prose, C for one of code, A for one of an alternative
text, M for one of a comment, N for one of navigation, T for one of metadata, and X for one that is left
out: an address, a name, a parameter.
"""

from __future__ import annotations

import html
import json
import re
import textwrap
from random import Random

_MARK = re.compile(r"\b[KCAMNTX]\b")

MARKDOWN = [
    "K K\nK",
    "# K",
    "## K K {#X}",
    "K\n===",
    "- K\n- K\n  K\n\n  K",
    "1. K\n   - K\n\n   ```\n   C\n   ```",
    "- [ ] K\n- [x] K",
    "> K\n> K\n>\n> - K",
    "| K | K |\n|---|---|\n| K | K `X` |",
    "K *K* **K** ~~K~~ [K](x/X) [K][r] ![A](x.png) K",
    "K <http://x.example/X> www.x.example/X K",
    "K &amp; K \\* K\\\nK  \nK",
    "```X\nC\n```",
    "~~~\nC\n\n# C\n~~~",
    "<div>\nK\n</div>",
    '<p class="X">K <b>K</b></p>',
    "<div>\n\nK *K*\n\n</div>",
    "<table><tr><td>K<td>K</table>",
    "<!-- M -->",
    "K <!-- M --> K",
    "<script>\nX\n</script>",
    "<details><summary>K</summary>\n\nK\n\n</details>",
    "K[^1] K\n\n[^1]: K\n    K",
    "K\n: K",
    "[r]: http://x.example/X",
    "K <kbd>X</kbd> K<br>K `X` K",
    "---",
    "{{< note title='X' >}}\nK *K*\n{{< /note >}}",
    "K {{< ref X >}}K{{< /ref >}} K",
    "{{< highlight go X >}}\nX\n{{< /highlight >}}",
    "{{% X %}}",
    "{% if X %}\nK\n{% else %}\nK\n{% endif %}",
    "K {{ page.X | upcase }} K",
    "{% comment %}\nM\n{% endcomment %}",
    "{# M #}",
    "{% highlight ruby %}\nX\n{% endhighlight %}",
    "K *K*{: .X}\n{: .X #X}",
    '!!! note "K"\n\n    K\n    K\n\n    - K',
    "??? X\n    K",
    '=== "K"\n\n    K',
    ":::note K\n\nK\n\n:::",
    "/// tip | K\nK\n///",
    "> [!NOTE]\n> K\n> K",
    "> [!tip] K\n> K",
    "*[X]: X",
    "$$\nX_1\n$$",
    "K $X_1 = 2$ K :bee: K",
    "K [[X|K]] K ![[X]]",
    '--8<-- "X"',
]
MDX = [
    *[piece for piece in MARKDOWN[:14] if "{" not in piece],
    "import X from 'X'",
    "export const X = {\n  a: 'X',\n}",
    "<Box title='X' data={X}>\n\nK *K*\n\n</Box>",
    "<Box>\n    <Inner>\n        K\n        K\n\n        - K\n          K\n\n        ```js\n        C\n"
    "        ```\n    </Inner>\n</Box>",
    "K <Big b={X}>K</Big> {X} K",
    "{/* M */}",
    "<div className='X'>\n  K *K*\n</div>",
    "K\n\n    ```\n    C\n    ```",
    ":::tip K\n\nK\n\n:::",
    "```mdx-code-block\n<Box>\n\nK\n\n</Box>\n```",
    "# K {#X}",
]
HTML = [
    "<p>K K\n K</p>",
    "<h2 id=X>K</h2>",
    "<ul><li>K<li>K <b>K</b></ul>",
    "<p>K<p>K",
    "<blockquote>K<p>K</blockquote>",
    "<table><tr><th>K<td>K<tr><td>K</table>",
    "<!-- M -->",
    "<p>K <!-- M --> K</p>",
    "<script>X</script><style>X</style><template>X</template>",
    '<nav><a href="X">N</a> N</nav>',
    "<header>N</header><main>K</main>",
    "<form>N <input value=X><button>N</button></form>",
    "<pre>C\n C</pre>",
    "<p>K <code>X</code> K <a href='x/X' title=X>K</a> <img src=X alt='A'></p>",
    "K<br>K<hr>K",
    "<dl><dt>K<dd>K</dl>",
    "<p>K &amp; K &#x41; K</p>",
    "<div hidden>X</div>",
    "<svg><text>X</text></svg>",
    "<details><summary>K</summary>K</details>",
    "<figure><img alt=A><figcaption>K</figcaption></figure>",
    "<section><div><span>K</span> K</div></section>",
    "<![CDATA[K]]>",
    '<meta name="author" content="T">',
]
TEXT = ["K K\nK", "K", "K\n\nK", "  K\n  K", "* K", "K\tK"]
RST = [
    "K K\nK",
    "K\n=====",
    "=====\nK\n=====",
    "- K\n  K\n\n  K\n- K",
    "1. K\n\n   - K",
    "K\n\n   K\n\n   K",
    "K::\n\n    C\n\n    C",
    ".. code:: X\n\n   C",
    ".. note:: K\n   K\n\n   K",
    ".. admonition:: K\n\n   K",
    ".. figure:: X\n   :alt: A\n\n   K",
    ".. X-thing:: X\n   :X: X\n\n   K",
    ".. _X: http://x.example/X",
    ".. M and M",
    ".. [1] K",
    "K *K* **K** ``X`` `K <X>`_ :ref:`K <X>` :code:`X` |X| K [1]_",
    "K\n   K",
    "| K\n| K",
    "+---+---+\n| K | K |\n+---+---+\n| K | K |\n+---+---+",
    "==========  ==========\nK    K\n==========  ==========\nK    K\n==========  ==========",
    ">>> C",
    ".. raw:: html\n\n   C",
    ".. toctree::\n   :X: X\n\n   C",
    "-----",
]
ASCIIDOC = [
    "K K\nK",
    "== K",
    "* K\n** K\nK",
    ". K\n+\n----\nC\n----",
    "K:: K",
    "K::\n  K",
    "NOTE: K\nK",
    "[NOTE]\n====\nK\n\n* K\n====",
    "[quote, X]\n____\nK\n____",
    "[source,X]\n----\nC\n\nC\n----",
    "....\nC\n....",
    "|===\n|K |K\n\n|K\n|K *K*\n|===",
    ".K\n****\nK\n****",
    "image::X[A]",
    "// M",
    "////\nM\n\nM\n////",
    "K *K* _K_ `X` https://x.example/X[K] <<X,K>> {X} footnote:[K] K",
    "include::X[]",
    ":X: X",
    " C\n C",
    "'''",
    "ifdef::X[]\nK\nendif::[]",
    "[[X]]\nK",
    "++++\nC\n++++",
]
PIECES = {"md": MARKDOWN, "mdx": MDX, "html": HTML, "txt": TEXT, "rst": RST, "adoc": ASCIIDOC}

# What pieces may lie in: what stands before one, before each of its lines, and behind it.
WRAPS = {
    "md": [("- K\n\n", "  ", ""), ("1. K\n   - K\n\n", "     ", ""), ("", "> ", "")],
    "mdx": [("- K\n\n", "  ", ""), ("<Box>\n  <Tab>\n\n", "    ", "\n\n  </Tab>\n</Box>")],
    "html": [("<div>", "", "</div>"), ("<ul><li>", "", "</ul>"), ("<table><td>", "", "</table>")],
    "txt": [],
    "rst": [("- K\n\n", "  ", ""), (".. note::\n\n", "   ", ""), ("K\n\n", "   ", "")],
    "adoc": [("====\n", "", "\n===="), ("****\n", "", "\n****")],
}


def wrapped(piece: str, wrap: tuple[str, str, str]) -> str:
    before, margin, after = wrap
    return before + textwrap.indent(piece, margin, lambda line: True) + after


def marked_text(random: Random, suffix: str, size: int = 9) -> str:
    """Return a text of the format with that suffix, its words numbered in their order."""
    pieces = []
    for _ in range(random.randrange(1, size)):
        piece = random.choice(PIECES[suffix])
        # Statements of MDX stand at the margin.
        if WRAPS[suffix] and random.random() < 0.3 and not piece.startswith(("import", "export")):
            piece = wrapped(piece, random.choice(WRAPS[suffix]))
        pieces.append(piece)
    return numbered("\n\n".join(pieces) + "\n")


def numbered(text: str) -> str:
    numbers = iter(range(100, 100_000))
    return _MARK.sub(lambda match: f"{match.group().lower()}word{next(numbers)}", text)


def in_records(random: Random, suffix: str) -> str:
    """Return a file of records whose texts are such as `marked_text` returns."""
    if suffix == "jsonl":
        names = {"content_html": "html", "markdown": "md"}
        lines = []
        for _ in range(3):
            name = random.choice([*names])
            lines.append(json.dumps({"id": "X", name: marked_text(random, names[name])}))
        return "\n".join(lines)
    items = "".join(
        f"<item><guid>g</guid><description>{html.escape(marked_text(random, 'html'))}</description></item>"
        for _ in range(3)
    )
    return f"<rss><channel>{items}</channel></rss>"
