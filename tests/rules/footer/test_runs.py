"""How lines are joined to runs, where runs end, and how they are parted into findings."""

from __future__ import annotations

from .pages import findings, mended, rules_and_places, uncovered

ARTICLE = (
    "The lock at Weirside was opened again on Monday. The keeper had waited for the day since the "
    "flood, and the first boat through was his own.\n\n"
    "Its gates weigh four tonnes each and were built in the yard at Stour, where the old ones had "
    "been built as well, a hundred and six years before.\n\n"
    "Nobody said a word until the water was level. Then everybody did."
)


def test_the_findings_of_the_seed_s_kind_are_three() -> None:
    text = f"{ARTICLE}\n\nRead More\n\nSorry. No data so far.\n\n2024-05-04 08:04\n"
    assert rules_and_places(text) == [
        ("read-more", "Read More"),
        ("empty-widget", "Sorry. No data so far."),
        ("bare-timestamp", "2024-05-04 08:04"),
    ]


def test_neighbours_of_one_kind_are_one_finding() -> None:
    text = f"{ARTICLE}\n\nShare this:\n\nFacebook\n\nTwitter\n\nWhatsApp\n\nEmail\n"
    assert [rule for rule, _ in rules_and_places(text)] == ["share-bar"]


def test_headlines_under_a_label_belong_to_it() -> None:
    lines = ("Most read", "Seven locks worth a detour", "Who painted the mill?", "Boats for sale")
    text = f"{ARTICLE}\n\n" + "\n\n".join(lines) + "\n"
    assert uncovered(text, lines) == []
    assert [rule for rule, _ in rules_and_places(text)] == ["related-links"]


def test_headlines_with_teasers_belong_to_the_label() -> None:
    lines = (
        "You may also like",
        "Seven locks worth a detour",
        "From Stour to the sea in four days, by boat.",
        "Who painted the mill?",
        "A receipt found behind a beam names the man who did it.",
        "Subscribe",
    )
    text = f"{ARTICLE}\n\n" + "\n\n".join(lines) + "\n"
    assert uncovered(text, lines) == []


def test_dated_cards_belong_to_the_label_above_them() -> None:
    lines = (
        "Keep reading",
        "Seven locks worth a detour",
        "From Stour to the sea in four days, by boat.",
        "4 May 2024",
        "6 min read",
        "Who painted the mill?",
        "A receipt found behind a beam names the man who did it.",
        "2 May 2024",
        "3 min read",
        "Next page",
    )
    text = f"{ARTICLE}\n\n" + "\n\n".join(lines) + "\n"
    assert uncovered(text, lines) == []


def test_dated_entries_without_a_label_are_the_article_s() -> None:
    lines = ("A walk along the lock", "Bring boots and a lamp.", "4 May 2024", "6 miles") * 2
    assert rules_and_places(f"{ARTICLE}\n\n" + "\n\n".join(lines) + "\n") == []


def test_a_list_of_changes_is_the_article_s() -> None:
    changes = (
        "# Changes\n\n## 2.4.0 - 2024-05-04\n\n- The lock can be opened by hand.\n"
        "- Share buttons, in two sizes.\n\n## 2.3.1 - 2024-03-02\n\n"
        "- Cookie banner: reject is as large as accept.\n- The gates no longer squeak.\n"
    )
    assert rules_and_places(changes) == []


def test_one_sentence_below_a_box_of_links_is_the_article_s() -> None:
    text = (
        f"{ARTICLE}\n\nRelated:\n\nSeven locks worth a detour\n\nIt will stay open until October."
        "\n\nShare this:\n\nFacebook\n\nTwitter\n"
    )
    assert "It will stay open until October." in mended(text)


def test_an_ad_in_the_middle_takes_nothing_with_it() -> None:
    text = f"{ARTICLE}\n\nAdvertisement\n\nThe yard\n\n{ARTICLE}\n"
    assert rules_and_places(text) == [("ad-slot", "Advertisement")]
    assert mended(text) == f"{ARTICLE}\n\nThe yard\n\n{ARTICLE}\n"


def test_residue_between_two_articles_is_found() -> None:
    residue = ("Share on Facebook", "Share on Twitter", "Leave a comment", "0 comments")
    text = f"{ARTICLE}\n\n" + "\n\n".join(residue) + f"\n\n# Another day\n\n{ARTICLE}\n"
    assert uncovered(text, residue) == []
    assert mended(text) == f"{ARTICLE}\n\n# Another day\n\n{ARTICLE}\n"


def test_comments_of_readers_belong_to_the_form() -> None:
    lines = (
        "2 comments",
        "Ada Moor says:",
        "4 May 2024 at 8:04 am",
        "I was there. The keeper cried, whatever he told you, and the dog with him.",
        "Reply",
        "Ben Holt says:",
        "4 May 2024 at 9:30 am",
        "So was I.",
        "Reply",
        "Leave a Reply",
    )
    text = f"{ARTICLE}\n\n" + "\n\n".join(lines) + "\n"
    assert uncovered(text, lines) == []


def test_a_block_of_lines_is_residue_as_a_whole() -> None:
    lines = (
        "Filed under",
        "Locks",
        "More from the Weirside Echo",
        "A barge, a bishop and a bet",
        "The bishop won. He has not been seen on a barge since, and nobody has asked him why, though "
        "the Echo has tried four times.",
        "Terms of Service",
        "Privacy Notice",
        "© Weirside Echo 2019",
    )
    text = f"{ARTICLE}\n\n" + "\n".join(lines) + "\n"
    assert uncovered(text, lines, "copy.txt") == []
    assert mended(text, "copy.txt").rstrip() == ARTICLE


def test_a_menu_of_weak_words_needs_three_of_them() -> None:
    assert findings(f"{ARTICLE}\n\nContact\n\nCareers\n") == []
    menu = ("About us", "Contact", "Careers", "Press")
    assert uncovered(f"{ARTICLE}\n\n" + "\n\n".join(menu) + "\n", menu) == []


def test_buttons_run_together_are_read_apart() -> None:
    text = f"{ARTICLE}\n\nTweet Share Pin 0 Shares\n\nFacebookTwitterPinterestEmail\n"
    assert [rule for rule, _ in rules_and_places(text)] == ["share-bar"]


def test_several_pieces_in_one_line_are_one_finding() -> None:
    line = "Posted in Locks | Permalink | 3 Comments"
    assert [place for _, place in rules_and_places(f"{ARTICLE}\n\n{line}\n")] == [line]


def test_the_message_names_the_software() -> None:
    disqus = "Please enable JavaScript to view the comments powered by Disqus."
    text = f"{ARTICLE}\n\nSorry. No data so far.\n\n{disqus}\n"
    messages = [finding.message for finding in findings(text)]
    assert "the WordPress Popular Posts widget" in messages[0]
    assert "(Disqus)" in messages[1]


def test_a_trail_at_the_head_is_found() -> None:
    assert rules_and_places(f"Home > Rivers > Locks\n\n{ARTICLE}\n") == [
        ("breadcrumb", "Home > Rivers > Locks")
    ]


def test_a_lonely_rights_line_is_a_note_and_one_in_company_a_warning() -> None:
    rights = "© 2019 Weirside Echo. All rights reserved."
    [alone] = findings(f"{ARTICLE}\n\n{rights}\n")
    assert alone.severity.label == "note"
    _, beside = findings(f"{ARTICLE}\n\nLeave a Reply\n\n{rights}\n")
    assert beside.severity.label == "warning"


def test_fixes_delete_whole_lines_of_markdown() -> None:
    text = (
        f"{ARTICLE}\n\n#### Newsletters\n\nGet the Echo delivered to your inbox.\n\n**Subscribe**\n"
    )
    assert mended(text).rstrip() == ARTICLE


def test_windows_line_ends_change_nothing() -> None:
    text = f"{ARTICLE}\n\nShare this:\nFacebook\nTwitter\n\nLeave a Reply\n".replace("\n", "\r\n")
    assert mended(text, "copy.txt").rstrip() == ARTICLE.replace("\n", "\r\n")


def test_a_heading_of_buttons_with_nothing_below_it_is_found_and_the_next_one_kept() -> None:
    text = (
        f"{ARTICLE}\n\n#### Share on Social Media\n\n## About the author\n\nAda Moor\n\n{ARTICLE}\n"
    )
    assert rules_and_places(text) == [("share-bar", "Share on Social Media")]
    assert mended(text) == text.replace("#### Share on Social Media\n\n", "")


def test_a_section_about_sharing_is_the_article_s() -> None:
    outline = "## Share on Social Media\n\n### The picture\n\nIt is square.\n\n## Comments\n\n## Related\n"
    assert rules_and_places(f"{ARTICLE}\n\n{outline}\n{ARTICLE}\n") == []


def test_a_link_over_the_head_of_the_page_is_found_and_one_back_to_it_kept() -> None:
    text = f"[Skip to content](#content)\n\n{ARTICLE}\n\n[Back to top](#top)\n"
    assert rules_and_places(text) == [("breadcrumb", "[Skip to content](#content)")]


def test_an_ad_s_line_between_two_sentences_is_found() -> None:
    text = "He left. Story continues below advertisement “I was tired,” he said. The story continues.\n"
    assert rules_and_places(text) == [("ad-slot", "Story continues below advertisement")]


def test_a_widget_that_is_sorry_ends_no_run() -> None:
    lines = ("12 comments", "Log in to comment", "Sorry. No posts yet.", "Back to top")
    assert uncovered(f"{ARTICLE}\n\n" + "\n\n".join(lines) + "\n", lines) == []
