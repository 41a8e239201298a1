"""What sites ask of readers, in many wordings, and sentences of articles that come close."""

from __future__ import annotations

import pytest
from textlint_footer.page import Page
from textlint_footer.residue import residue

from textlint.document import Document
from textlint.testing import read

ARTICLE = (
    "The choir of Orvik sang in the rain on Saturday, and nobody went home. The square was full.\n\n"
    "Its leader had moved the stage twice. In the end it stood under the lime trees by the well.\n\n"
    "Next year they will sing in the hall. The tickets are free, and the doors open at six.\n\n"
)

APPEALS = [
    "Join 14,000 readers! Leave your email and never miss a post. No spam, unsubscribe whenever you like.",
    "No spam. Just songs. Once a week.",
    "Download our app for the latest results.",
    "Turn on notifications to get the latest stories.",
    "Follow us on Instagram and YouTube for daily songs.",
    "Support independent journalism: donate from as little as £1.",
    "Help us keep this site free: chip in today.",
    "Become a patron today!",
    "Buy me a coffee",
    "To read the full story, start your free trial.",
    "Create a free account to keep reading.",
    "Already a subscriber? Log in.",
    "Click to share on Facebook (Opens in new window) Click to print (Opens in new window)",
    "### Recommended for you\n\n- The bells of Orvik\n- A stage under trees",
    "### You might also enjoy\nThe bells of Orvik\nA stage under trees\nWho pays the organist?",
]

ORDINARY = [
    "The trust asks for donations of £1 or more.",
    "Follow us up the stairs to the organ and you will see the bellows at work.",
    "The app is free; download it from the council's page before you travel.",
    "Join 40 volunteers on Saturday for the planting at the school.",
    "Her letter to the members is the best thing about the choir, and it comes once a week.",
    "Turn on the lamp to get the moths to come.",
    "You can support the choir by giving an hour on Saturdays.",
    "Every member of the choir is a supporter of the school.",
    "## Related work\n\n- Miller (2014) measured choirs in squares.\n- Osei (2019) counted them.",
    "## See also\n\n- [Choirs](https://choirs.example) describes how to found one.",
    "## Further reading\n\n- Laline Paull, The Choir, 2014\n- Karl Frisch, Dancing, 1927",
    "## What you may also like to sing\n\n- Rounds, which go on for ever.\n- Canons, for four.",
]


def _found(document: Document) -> list[str]:
    return [document.source[stretch.span.start : stretch.span.end] for stretch in residue(document)]


@pytest.mark.parametrize("line", APPEALS)
def test_an_appeal_below_an_article_is_found_whole(line: str) -> None:
    (found,) = _found(read(f"{ARTICLE}{line}\n", "a.md"))
    assert found == line.removeprefix("### ")


@pytest.mark.parametrize("line", ORDINARY)
def test_the_articles_own_last_lines_are_left_alone(line: str) -> None:
    assert _found(read(f"{ARTICLE}{line}\n", "a.md")) == []


def test_line_breaks_of_html_part_lines() -> None:
    text = "<p>The choir sang.</p><p>Tweet<br>Click to share\non Facebook<BR/>Print</p>"
    assert [line.text for line in Page(read(text, "a.html")).lines] == [
        "The choir sang.",
        "Tweet",
        "Click to share on Facebook",
        "Print",
    ]


def test_an_address_in_html_stays_one_line() -> None:
    text = (
        "<p>The choir sang.</p><p>The Hall<br>4 Well Street<br>Orvik</p><p>Share this article</p>"
    )
    lines = [line.text for line in Page(read(text, "a.html")).lines]
    assert "The Hall\n4 Well Street\nOrvik" in lines
