"""Citation marks of chat programs, the tags in links and their fixes."""

from __future__ import annotations

import pytest
from textlint_leftover.broken_formula import broken_formula
from textlint_leftover.citation_token import citation_token

from textlint.testing import check, check_examples

TOKENS = [
    ":contentReference[oaicite:0]{index=0}",
    "[oaicite:4]",
    "\ue200cite\ue202turn0search0\ue202turn1news2\ue201",
    "citeturn0search0turn0search5",
    "turn0view0",
    "【4:0†report.pdf】",
    "【12†source】",
    "[12†L34-L56]",
    "[cite: 1, 2, 9]",
    "[web:3]",
]


@pytest.mark.parametrize("token", TOKENS)
def test_a_token_is_found(token: str) -> None:
    text = f"The mill burned in 1904. {token} It was rebuilt.\n"
    assert [s.text for s in check(citation_token, text)] == [token]


@pytest.mark.parametrize(
    ("link", "fixed"),
    [
        ("https://mill.example/?utm_source=chatgpt.com", "https://mill.example/"),
        ("https://mill.example/?a=1&utm_source=chatgpt.com", "https://mill.example/?a=1"),
        ("https://mill.example/?utm_source=chatgpt.com&a=1", "https://mill.example/?a=1"),
        ("https://mill.example/?utm_source=openai#top", "https://mill.example/#top"),
    ],
)
def test_the_tag_is_cut_off(link: str, fixed: str) -> None:
    text = f"See the [report]({link}).\n"
    (seen,) = check(citation_token, text)
    fix = seen.finding.fix
    assert fix is not None
    assert fix.safe
    done = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert done == f"See the [report]({fixed}).\n"


def test_bare_and_reference_links_are_read_too() -> None:
    bare = "See https://mill.example/?utm_source=chatgpt.com today.\n"
    assert [s.text for s in check(citation_token, bare)] == ["utm_source=chatgpt.com"]
    text = "See the [report][1].\n\n[1]: https://mill.example/?utm_source=chatgpt.com\n"
    assert [s.text for s in check(citation_token, text)] == ["[report][1]"]


def test_other_campaigns_and_code_are_left_alone() -> None:
    text = "See [a](https://a.example/?utm_source=chatgpt.community), `oaicite:0` and turn 0.\n"
    assert check(citation_token, text) == []


def test_examples() -> None:
    check_examples(citation_token)
    check_examples(broken_formula)
