"""Files as thirteen generators and editors have them: what is read, and what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from exactness import check_document, source_of
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import OBJECT, Document
from textlint.readers.template_masks import DROPPED, applied
from textlint.readers.template_tags import find_masks
from textlint.suppress import Suppressions
from textlint.testing import read

SITES = Path(__file__).parent / "sites"
EXPECTED = SITES / "expected"


def shown(document: Document) -> str:
    return "".join(
        f"{document.lines.line(block.span.start)} {block.kind.value}: "
        f"{block.text.rstrip().replace(OBJECT, '@')}\n"
        for block in document.blocks
        if block.text
    )


@pytest.mark.parametrize("name", sorted(p.name for p in SITES.iterdir() if p.is_file()))
def test_what_is_read_of_a_site(name: str) -> None:
    document = read((SITES / name).read_text(encoding="utf-8"), name)
    notices = "".join(
        f"! {document.lines.line(n.span.start)}: {n.message}\n" for n in document.notices
    )
    assert shown(document) + notices == (EXPECTED / f"{name}.txt").read_text(encoding="utf-8")
    check_document(document)


@pytest.mark.parametrize(
    "source",
    ["{/* textlint: ignore[leftover] why */}", "{\n  /* textlint: ignore[leftover]\n why */ }"],
)
def test_comments_of_mdx_suppress(source: str) -> None:
    document = read(f"{source}\n\nOne <B>two</B>.\n", "a.mdx")
    (directive,) = Suppressions(document).directives
    assert source_of(document, directive.span) == source
    assert source_of(document, directive.inner) == "leftover"
    assert source_of(document, directive.region).strip() == "One <B>two</B>."


@pytest.mark.parametrize(
    "source", ["`{/* textlint: ignore[a] */}`", "```\n{/* textlint: a */}\n```"]
)
def test_comments_in_code_of_mdx_are_none(source: str) -> None:
    assert read(source, "a.mdx").comments == ()


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("a {% if x\n\nb", "{%"),
        ("a {{< figure\n\nb", "{{<"),
        ("{% comment %}\nb", "{% comment %}"),
        ("{% raw %} b", "{% raw %}"),
        ("{{< highlight go >}}\nb", "{{< highlight go >}}"),
        ("{::comment}\nb", "{::comment}"),
        ("--8<--\nb", "--8<--"),
        ("a\n\n```\nb", "```"),
    ],
)
def test_what_is_not_closed_is_said_and_read(source: str, place: str) -> None:
    document = read(source)
    (notice,) = document.notices
    assert source_of(document, notice.span) == place
    assert any("b" in block.text for block in document.blocks)


@pytest.mark.parametrize("source", ["a {b", "a <Tab b", "export const a = {\n\na"])
def test_what_mdx_does_not_close_is_said_and_read(source: str) -> None:
    document = read(source, "a.mdx")
    assert document.notices
    assert document.blocks[-1].text.startswith("a")


TEMPLATES = st.sampled_from(
    """{%a%}|{% if a %}|{% raw %}|{% endraw %}|{{ a.b }}|{{< a >}}|{{% a %}}|{{% /a %}}|{# a #}|{%|{{<|{
    }|{a}|{/* a */}|<A>|</A>|<A b={c}/>|<>|import a from 'b'|export const a = 1|:::|:::note T|!!! note
    !!! a "T"|=== "T"|    |--8<-- "a"|[[a]]|[[a|b]]|:bee:|{: .a}|{.a}|[TOC]|> [!tip] T|`|```|~~~|é|😀
    {::comment}|{:/comment}|word|word|*a*|[b]({{ c.d }})|- |> |# |<!--|-->|<p>|"|'|\\{|{% comment %}
    {% endcomment %}|{{</* a */>}}|$""".replace("\n    ", "|").split("|")
)
DOCUMENTS = st.lists(
    st.tuples(TEMPLATES, st.sampled_from(["", " ", "\n", "\n\n", "\n    ", "\r\n"])), max_size=14
).map(lambda parts: "".join(a + b for a, b in parts))


@pytest.mark.parametrize("name", ["a.md", "a.mdx"])
@given(DOCUMENTS)
def test_places_are_exact_among_template_tags(name: str, source: str) -> None:
    document = read(source, name)
    check_document(document)
    for block in document.blocks:
        assert DROPPED not in block.text
    for link in document.links:
        assert DROPPED not in link.text


@pytest.mark.parametrize("is_mdx", [False, True])
@given(DOCUMENTS)
def test_what_is_masked_and_what_is_read_add_up_to_the_text(is_mdx: bool, source: str) -> None:
    found = find_masks(source, 0, source.encode("utf-8", "replace"), is_mdx=is_mdx).found
    copy, visible = applied(source, found)
    assert len(copy) == len(visible) == len(source)
    masked = {i for mask in found for i in range(mask.start, mask.end)}
    for i, (written, got, seen) in enumerate(zip(source, copy, visible, strict=True)):
        assert i in masked or written == got == seen
