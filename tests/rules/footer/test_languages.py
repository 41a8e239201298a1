"""Copies in twelve languages: the findings cover the residue and nothing of the article."""

from __future__ import annotations

import pytest

from .articles import COPIES, Copy
from .pages import findings, mended, uncovered

# What parts the article from the residue, and the lines of the residue from each other. Lines glued
# to a paragraph of Markdown would be part of it.
LAYOUTS = {
    "a paragraph of lines": ("copy.md", "\n\n", "\n"),
    "paragraphs": ("copy.md", "\n\n", "\n\n"),
    "a block of lines": ("copy.txt", "\n\n", "\n"),
    "lines with blank ones between": ("copy.txt", "\n\n", "\n\n"),
    "lines glued to the article": ("copy.txt", "\n", "\n"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: copy.language)
def test_a_copy_is_cut_where_the_article_ends(copy: Copy, layout: str) -> None:
    filename, glue, between = LAYOUTS[layout]
    article = "\n\n".join(copy.article)
    text = article + glue + between.join(copy.residue) + "\n"
    assert uncovered(text, copy.residue, filename) == []
    assert mended(text, filename).rstrip() == article


@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: copy.language)
def test_the_article_alone_is_clean(copy: Copy) -> None:
    assert findings("\n\n".join(copy.article) + "\n") == []
    assert findings("\n\n".join(copy.article) + "\n", "copy.txt") == []


@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: copy.language)
def test_each_line_of_residue_is_known_or_stands_beside_one_that_is(copy: Copy) -> None:
    """A short tail is found as well: any three neighbouring lines with a paragraph above."""
    article = "\n\n".join(copy.article)
    for start in range(len(copy.residue) - 2):
        few = copy.residue[start : start + 3]
        found = findings(article + "\n\n" + "\n\n".join(few) + "\n")
        assert found, few
        assert min(finding.span.start for finding in found) >= len(article)
