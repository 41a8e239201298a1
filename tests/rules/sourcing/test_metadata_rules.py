"""The rules that read metadata, links and licence lines."""

from __future__ import annotations

import pytest
from textlint_sourcing.contradictory_canonical import contradictory_canonical
from textlint_sourcing.empty_link import empty_link
from textlint_sourcing.incomplete_licence import incomplete_licence

from textlint.metadata import site_of
from textlint.model import Severity
from textlint.testing import check


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.quay.example/a?b=1", "quay.example"),
        ("//blog.quay.co.uk:8080/a", "quay.co.uk"),
        ("HTTP://user:pw@Quay.Example", "quay.example"),
        ("/a/b", None),
        ("The Quay Observer", None),
    ],
)
def test_site(address: str, site: str | None) -> None:
    assert site_of(address) == site


def _front(*lines: str) -> str:
    return "---\n" + "\n".join(lines) + "\n---\nThe toll rises.\n"


@pytest.mark.parametrize(
    "lines",
    [
        ("canonical_url: https://a.example/1", "source_url: https://b.example/1"),
        ("params:", "  canonical: https://a.example/1", "  isBasedOn: https://b.example/1"),
        ("canonicalUrl: https://a.example/1", "noindex: true"),
        ("canonical: https://a.example/1", "robots: noindex"),
        ("canonical: /1/",),
        ("canonical: https://a.example/1", "canonical_url: https://b.example/1"),
    ],
)
def test_contradictions(lines: tuple[str, ...]) -> None:
    assert len(check(contradictory_canonical, _front(*lines))) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("canonical_url: https://www.a.example/1", "original_url: https://a.example/1"),
        ("canonical_url: https://a.example/1", "via: https://b.example/1"),
        ("canonical_url: https://a.example/1", "robots: index, follow"),
        ("original_url: https://b.example/1", "noindex: true"),
        ("canonical: false",),
    ],
)
def test_no_contradictions(lines: tuple[str, ...]) -> None:
    assert check(contradictory_canonical, _front(*lines)) == []


def test_several_contradictions_are_one_finding() -> None:
    page = (
        '<html><head><link rel="canonical" href="https://a.example/1">'
        '<meta name="robots" content="noindex"><script type="application/ld+json">'
        '{"@type": "NewsArticle", "isBasedOn": {"url": "https://b.example/1"}}</script></head>'
        "<body><p>The toll rises.</p></body></html>"
    )
    (seen,) = check(contradictory_canonical, page, "page.html")
    assert seen.text == "https://a.example/1"
    assert "noindex" in seen.message and "b.example is credited" in seen.message
    assert len(seen.finding.related) == 2


def test_a_credit_in_the_text_counts() -> None:
    text = (
        "---\ncanonical: https://a.example/1\n---\nThe toll rises.\n\n"
        "*This article first appeared on [the Quay Observer](https://quay.example/1).*\n"
    )
    (seen,) = check(contradictory_canonical, text)
    assert seen.text == "https://a.example/1"
    assert check(contradictory_canonical, text.replace("a.example", "quay.example")) == []


@pytest.mark.parametrize(
    "text",
    ["Source:\n", "Sources: n/a\n", "Via:\n", "See [the report]().\n", "He [said](http://) so.\n"],
)
def test_empty_links(text: str) -> None:
    assert len(check(empty_link, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Source: Kelby Water Board\n",
        "Sources:\n\n- Kelby Water Board\n",
        "Source:\n\nhttps://kelby.example/wall\n",
        "[Top](#)\n",
        "See [below](#below).\n",
        "`[source]()`\n",
        "![source]()\n",
        "Source code:\n\nText.\n",
    ],
)
def test_no_empty_links(text: str) -> None:
    assert check(empty_link, text) == []


def test_an_empty_link_that_promises_no_source_is_a_note() -> None:
    (seen,) = check(empty_link, "Thanks to [Ilse Brand]() for tea.\n")
    assert seen.finding.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (
            "This text is republished under a Creative Commons licence.\n",
            "the author, the source and the address of the licence",
        ),
        (
            "By Ilse Brand. Reprinted from the Quay Observer under CC BY-ND 4.0.\n",
            "the address of the licence",
        ),
        (
            "Condensed and republished from [the Observer](https://quay.example/1) by Ilse Brand under\n"
            "[CC BY](https://creativecommons.org/licenses/by/4.0/).\n",
            "“adapted from”",
        ),
    ],
)
def test_incomplete_licences(text: str, missing: str) -> None:
    (seen,) = check(incomplete_licence, text)
    assert seen.message == f"The Creative Commons licence needs {missing} as well."
