"""HTML pages: what the markup calls navigation is at home there, what it cannot keep is residue."""

from __future__ import annotations

from .pages import findings, mended, rules_and_places

PAGE = """<!doctype html>
<html lang="en"><head><title>The lock</title></head>
<body>
<header><nav><a href="/">Home</a> <a href="/about">About</a> <a href="/contact">Contact</a></nav></header>
<main><article>
<h1>The lock</h1>
<p>The lock at Weirside was opened again on Monday. The keeper had waited for the day.</p>
<p>Nobody said a word until the water was level. Then everybody did.</p>
{inside}</article></main>
{outside}<footer><p>© 2024 Weirside Echo. All rights reserved.</p>
<ul><li><a href="/privacy">Privacy</a></li><li><a href="/terms">Terms</a></li></ul></footer>
</body></html>
"""


def test_a_site_s_own_menu_and_rights_are_silent() -> None:
    assert findings(PAGE.format(inside="", outside=""), "page.html") == []


def test_residue_in_the_article_is_found_and_deleted() -> None:
    text = PAGE.format(inside="<p>Share this: Facebook | X</p>\n<p>0 comments</p>\n", outside="")
    assert [rule for rule, _ in rules_and_places(text, "page.html")] == [
        "share-bar",
        "comment-form",
    ]
    assert mended(text, "page.html").split() == PAGE.format(inside="", outside="").split()


def test_residue_in_the_page_s_foot_is_found() -> None:
    text = PAGE.format(inside="", outside="<footer><p>Be the first to comment!</p></footer>\n")
    assert rules_and_places(text, "page.html") == [("comment-form", "Be the first to comment!")]


def test_a_dead_trail_in_the_navigation_is_found() -> None:
    text = "<nav>Home &gt; News &gt; Locks</nav><p>The lock was opened on Monday, at last.</p>"
    assert [rule for rule, _ in rules_and_places(text, "page.html")] == ["breadcrumb"]


def test_a_fix_never_tears_an_element() -> None:
    text = "<p>The lock was opened on Monday.</p><div><p>Share this:</p></div><p>Facebook | X</p>"
    for finding in findings(text, "page.html"):
        if finding.fix is not None:
            deleted = text[finding.fix.span.start : finding.fix.span.end]
            assert deleted.count("<div>") == deleted.count("</div>")
