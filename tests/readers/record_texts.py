"""Generates documents of every format from a seed: pieces of markup, wrapped, mutated, cut off."""

from __future__ import annotations

import html
import json
from random import Random


def _pieces(text: str) -> list[str]:
    """Return what blanks part; a broken bar stands for a blank in a piece."""
    return [piece.replace("¦", " ") for piece in text.split()]


WORDS = [
    *_pieces(
        "a Word é e\u0301 漢字 😀 👩‍👩‍👧 Straße x_y_z it's “q” \ufeff z\x00z 3*4 me@x.example"
    ),
    *_pieces("http://a.example/b_c The¦bridge¦was¦closed,¦they¦said."),
    *("\u2028", "\u00a0"),
]
HTML = _pieces("""<p> </p> <div> </div> <li> </ul> <b> </b> <td> </table> <h1> </h1> <blockquote>
    </blockquote> <!--c--> <!-- <pre> </pre> <code>x</code> <a¦href=x> </a> &lt; &amp; &#x41; &ngE;
    &bogus; <br> <tr> <nav> </nav> <article> <footer> <script> </script> <title> </title> <q> </q> <svg>
    <template> < > &#1 <img¦alt="A&lt;b"> <html¦lang=en> <meta¦name=author¦content="J&amp;K">""")
MARKDOWN = _pieces("""* ** _ ~~ ` ``` [ ] ]( ) ![ # ## - > 1. | --- === {#id} {{name}} [^1] [^1]: \\* \\
    <br> <!--c--> +++ <details> <summary>x</summary> </details> <script> <kbd> </kbd> ~~~ [a]:¦x : $""")
TEMPLATES = _pieces("""{%¦if¦a¦%} {%a%} {%¦raw¦%} {%¦endraw¦%} {{¦a.b¦}} {{<¦a¦>}} {{%¦a¦%}} {{%¦/a¦%}}
    {#¦a¦#} {% {{< {{ { } {a} ::: :::note¦T :::T !!!¦note¦"T" !!!¦a ???+¦b ===¦"T" --8<-- --8<--¦"a"
    [[a]] [[a|b]] :bee: {:¦.a} {.a} [TOC] >¦[!tip]¦T {::comment} {:/comment} {%¦comment¦%}
    {%¦endcomment¦%} {{/*¦c¦*/}} {{<¦highlight¦go¦>}} {{<¦/highlight¦>}}
    ///¦note¦|¦T /// *[a]:¦b $$ $ $x_1$ {:toc} [b]({{¦c.d¦}}) \\{""")
JSX = _pieces("""<A> </A> <A¦b={c}/> <> </> import¦a¦from¦'b' export¦const¦a¦=¦1 export¦const¦b¦=¦{
    ```mdx-code-block {/*¦a¦*/} {x.map(y¦=>¦<b>{y}</b>)} <A¦t="x¦>¦y"> <A {' {` \\{""")
RST = _pieces("""** * `` ` :role:` ` ` `_ `__ |x| [1]_ [#]_ .. ..¦note:: ..¦code:: :: ==== ---- ~~~~ - 1. |
    +---+---+ :field: >>> \\* \\ === __ ..¦[1] :alt: ..¦figure:: <x> Term ====¦====""")
ASCIIDOC = _pieces("""= == === * ** . .. - :: term:: ---- .... ==== **** ____ ++++ //// // |=== | `x` *b*
    _e_ + ++
    {attr} image::x[a] image:x[b] link:u[t] http://u.example[t] <<a,b>> footnote:[n] [source] [quote]
    \x27\x27\x27 [[a]] NOTE: xref:a[] "` `" :toc: -- ``` &amp; a|""")
JSON = _pieces("""{ } [ ] : , " \\" \\n \\u00e9 \\ud83d\\ude00 \\ud800 \\q null true 1e5 {"text":"a"}
    "text" """)
XML = _pieces("""<item> </item> <entry> </entry> <title> </title> <description> </description> <![CDATA[
    ]]> <!-- --> <?x ?> &amp; &lt; &#8217; &bomb; <content¦type="xhtml"> </content> <dc:creator>
    <wp:comment> <wp:comment_content> <br/> <a¦b="c <!DOCTYPE¦x> <channel> </channel>""")
LINE_ENDS = ["\n", "\n", "\n", "\r\n", "\r"]
FORMATS = ["md", "html", "txt", "rst", "adoc", "jsonl", "json", "xml", "mdx", "md"]
_OWN = {"md": MARKDOWN + TEMPLATES, "mdx": MARKDOWN + JSX + TEMPLATES, "html": HTML, "txt": [],
        "rst": RST, "adoc": ASCIIDOC, "jsonl": JSON, "json": JSON, "xml": XML}  # fmt: skip
FRONT = ["---\ntitle: A b\nauthor: 'J''K'\n---\n", "---\nt: [a, b\n---\n", '+++\nt = "a\\u00e9"\n+++\n',
         '{"title": "a\\n"}\n', "---\n- a\n- b\n", "---\ntext: |\n  A\n  b\nc: >-\n  d\n...\n"]  # fmt: skip


def markup(random: Random, pieces: list[str], most: int = 24) -> str:
    """Return words and pieces of markup in any order."""
    parts = []
    for _ in range(random.randrange(1, most)):
        chosen = WORDS if not pieces or random.random() < 0.5 else pieces
        parts.append(random.choice(chosen))
        parts.append(random.choice(["", " ", " ", "\n", "\n\n", "\n  ", "\n    ", "\t"]))
    return "".join(parts)


def _body(random: Random) -> str:
    return markup(random, random.choice([HTML, HTML, MARKDOWN, []]))


def _object(random: Random) -> str:
    record = {
        random.choice(["id", "url", "x"]): random.choice([1, "a\u00e9", None, {"$oid": "q"}]),
        "title": markup(random, [], 4),
        random.choice(["author", "authors", "metadata", "date"]): random.choice(
            ["J. Doe", ["A", "B"], {"name": "N\n"}, 3, [{"name": "é"}], {"author": "x"}]
        ),
        random.choice(["text", "text", "content_html", "body", "other"]): _body(random),
    }
    return json.dumps(record, ensure_ascii=random.random() < 0.5)


def _jsonl(random: Random) -> str:
    return "\n".join(_object(random) for _ in range(random.randrange(1, 4)))


def _json(random: Random) -> str:
    records = ", ".join(_object(random) for _ in range(random.randrange(1, 3)))
    if random.random() < 0.4:
        return f"[{records}]"
    if random.random() < 0.5:
        return '{"version": "https://jsonfeed.org/version/1.1", "items": [' + records + "]}"
    post = {"id": "p", "title": "T", "html": _body(random), "published_at": "2024-01-01"}
    user = {"id": "u", "name": "J. Doé"}
    data = {"posts": [post], "users": [user], "posts_authors": [{"post_id": "p", "author_id": "u"}]}
    return json.dumps({"db": [{"data": data}]}, indent=random.choice([None, 1]))


def _xml(random: Random) -> str:
    items = []
    tag = random.choice(["item", "entry"])
    for _ in range(random.randrange(1, 3)):
        body = _body(random)
        name = random.choice(["description", "content:encoded", "content", "summary"])
        if random.random() < 0.5 and "]]>" not in body:
            body = f"<![CDATA[{body}]]>"
        elif random.random() < 0.9:
            body = html.escape(body)
        kind = random.choice(["", "", ' type="html"', ' type="text"', ' type="xhtml"'])
        items.append(
            f"<{tag}><title>{markup(random, ['&amp;', '&#233;'], 3)}</title><guid>g</guid>"
            f"<author><name>J</name></author><{name}{kind}>{body}</{name}></{tag}>"
        )
    root = "feed" if tag == "entry" else "rss"
    return f"<?xml version='1.0'?><{root}><language>en</language>{''.join(items)}</{root}>"


def text_of(random: Random, suffix: str) -> str:
    """Return a document of the format with that suffix, now and then a broken one."""
    made = {"jsonl": _jsonl, "json": _json, "xml": _xml}.get(suffix)
    if made is not None and random.random() < 0.85:
        text = made(random)
    else:
        own = _OWN[suffix]
        if suffix == "md" and random.random() < 0.5:
            own = MARKDOWN
        text = markup(random, own or HTML)
        if random.random() < 0.1:
            text = random.choice(FRONT) + text
    if random.random() < 0.15:
        cut = random.randrange(len(text) + 1)
        text = text[:cut] + random.choice(
            ["", text[cut + 1 :], random.choice(_OWN[suffix] or WORDS)]
        )
    return text.replace("\n", random.choice(LINE_ENDS))
