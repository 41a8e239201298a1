"""Generates Markdown: every construct, nested, with the line ends and characters that break offsets."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "a",
        "Word",
        "é",
        "e\u0301",
        "漢字",
        "😀",
        "👩‍👩‍👧",
        "Straße",
        "\u2028",
        "\u00a0",
        "x_y_z",
        "3 * 4",
        "it's",
        "\ufeff",
        "z\x00z",
        "“q”",
    ]
)
ODD = st.sampled_from(
    [
        "&amp;",
        "&#x41;",
        "&ngE;",
        "&bogus;",
        "\\*",
        "\\\\",
        "\\a",
        "<br>",
        "<b>",
        "</b>",
        "<!-- c -->",
        "<!--",
        "http://a.example/b_c_d?x=1&amp;y",
        "(www.b.example)",
        "me@x.example",
        "[^1]",
        "<http://c.example>",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "[",
        "]",
        "![",
        "](",
        ")",
        "<",
        ">",
        "<q>",
        "<code>",
        "</code>",
        "<a href='x'>",
        "</a>",
        '<img src=i alt="A &lt; b">',
        "{#id}",
        "<script>",
        "<ins class=x>",
        '{% tag "a" %}',
        '[x]({{ "/" | url }})',
        "{{name}}",
        "\t",
        "  ",
    ]
)
PLAIN = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        inner.map("*{}*".format),
        inner.map("**{}**".format),
        inner.map("~~{}~~".format),
        inner.map("`{}`".format),
        inner.map("[{}](http://a.example 'T')".format),
        inner.map("[{}][ref]".format),
        inner.map("![{}](i.png)".format),
        inner.map("<i>{}</i>".format),
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map("\n".join),
        st.tuples(inner, inner).map("  \n".join),
        st.tuples(inner, inner).map("\\\n".join),
    )


INLINE = st.recursive(st.one_of(PLAIN, PLAIN, ODD), _wrapped, max_leaves=6)
LINE = INLINE.map(lambda text: text.replace("\n", " "))
HTML = st.sampled_from(
    [
        "<div>\n{}\n</div>",
        "<blockquote>\n\n{}\n\n</blockquote>",
        "<!-- {} -->",
        "<p>{}",
        "<table><tr><td>{}<td>b</table>",
        "<ul>\n<li>{}\n<li>b</ul>",
        "<pre>\n{}\n</pre>",
        "<nav>{}</nav>",
        "<div\n{}",
        "<script>\n{}\n</script>",
        "<h2>{} &lt;</h2>",
    ]
)


def _indented(text: str, first: str, rest: str) -> str:
    return first + text.replace("\n", "\n" + rest)


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        inner.map(lambda text: _indented(text, "> ", "> ")),
        inner.map(lambda text: _indented(text, "> ", "")),
        inner.map(lambda text: _indented(text, "- ", "  ")),
        inner.map(lambda text: _indented(text, "1.  ", "    ")),
        inner.map(lambda text: _indented(text, "* [ ] ", "  ")),
        inner.map(lambda text: _indented(text, "-\t", "\t")),
        inner.map(lambda text: _indented(text, "[^1]: ", "    ")),
        inner.map(lambda text: _indented(text, "Term\n: ", "  ")),
        st.tuples(inner, inner).map("\n\n".join),
        st.tuples(inner, inner).map("\n".join),
        st.tuples(HTML, inner).map(lambda pair: pair[0].replace("{}", pair[1])),
    )


BLOCKS = st.recursive(
    st.one_of(
        INLINE,
        LINE.map("# {}".format),
        LINE.map("## {} ##".format),
        LINE.map("{}\n===".format),
        LINE.map("```py\n{}\n\tx\n```".format),
        LINE.map("    {}".format),
        st.tuples(LINE, LINE).map(lambda p: f"| {p[0]} | b |\n|---|:-:|\n| c \\| d | {p[1]} |"),
        st.tuples(HTML, INLINE).map(lambda pair: pair[0].replace("{}", pair[1])),
        st.sampled_from(
            ["---", "***", "[ref]: http://r.example 'T'", "[^1]: Note.", "> [!NOTE]\n> x", ""]
        ),
    ),
    _nested,
    max_leaves=8,
)
FRONT = st.sampled_from(
    [
        "",
        "",
        "",
        "---\ntitle: \"a\\u00e9\" # c\ntags: [x, 'y']\n---\n",
        '+++\na = "b"\n+++\n',
        '{"a": "b\\n"}\n',
        "---\nnot: [closed\n---\n",
    ]
)
LINE_ENDS = st.sampled_from(["\n", "\n", "\r\n", "\r"])

MARKDOWN = st.tuples(FRONT, BLOCKS, LINE_ENDS).map(
    lambda parts: (parts[0] + parts[1]).replace("\n", parts[2])
)
