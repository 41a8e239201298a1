"""Form fields, outline labels and notes to the client; records and papers that look like them."""

from __future__ import annotations

import pytest
from textlint_leftover.meta_commentary import meta_commentary

from textlint.testing import check, check_examples

BODY = "The soup was boiled for ten minutes and eaten while it was hot."

REMARKS = [
    "Meta description: A soup that takes ten minutes.",
    "Meta Description (150 characters): A soup that takes ten minutes.",
    "SEO Title: Soup in ten minutes",
    "Focus keyword: quick soup",
    "Primary keyword: soup | Secondary keywords: pot, fire",
    "Slug: quick-soup",
    "Word count: 812",
    "Word Count: ~800 words",
    "Alt text: a bowl of soup",
    "Image prompt: a bowl of soup on a wooden table",
    "Suggested title: Soup, quickly",
    "Note to editor: please add a picture of the pot",
    "H2: Why soup is good",
    "Keywords: soup, quick soup, hot soup, dinner",
    "Call to action: Buy our pots today!",
    "I have included the keywords quick soup and hot soup.",
    "This article has been optimized for SEO.",
]

ORDINARY = [
    "Slug: the word has two meanings",
    "Word of mouth: it travels fast",
    "Conclusion: soup is hot",
    "Note: the pot is hot",
    "Tags",
    "Remember to replace the gasket before you cook.",
    "Please fill in the form in your own words.",
]


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_is_found(remark: str) -> None:
    assert [s.text for s in check(meta_commentary, f"{BODY}\n\n{remark}\n\n{BODY}\n")] == [remark]


@pytest.mark.parametrize("line", ORDINARY[1:])
def test_ordinary_lines_are_left_alone(line: str) -> None:
    assert check(meta_commentary, f"{BODY}\n\n{line}\n\n{BODY}\n") == []


def test_a_record_has_a_title_and_an_author() -> None:
    text = f"Title: The Soup Book\n\nAuthor: A. Berg\n\n{BODY}\n"
    assert check(meta_commentary, text) == []


def test_the_title_of_the_front_matter_needs_no_label() -> None:
    text = f"---\ntitle: 'Title: Soup in ten minutes'\n---\n{BODY}\n"
    assert [s.text for s in check(meta_commentary, text)] == ["Title: Soup in ten minutes"]


def test_articles_about_forms_may_name_their_fields() -> None:
    text = f"# How to write metadata\n\nMeta description: what a searcher reads.\n\n{BODY}\n"
    assert check(meta_commentary, text) == []


def test_a_field_of_its_own_in_the_front_matter_is_in_its_place() -> None:
    text = f"---\nseo_note: 'Focus keyword: soup'\n---\n{BODY}\n"
    assert check(meta_commentary, text) == []


VIRTUES = [
    "- **Word count**: the piece stays within the limit that was agreed.",
    "**Readability**: short sentences help whoever cooks while he reads.",
    "1. **Warmth**: the soup is hot.\n2. **Alt text**: each picture has one.\n3. **Salt**: a little.",
]


@pytest.mark.parametrize("text", VIRTUES)
def test_a_label_in_a_list_of_virtues_is_no_field(text: str) -> None:
    assert check(meta_commentary, f"{BODY}\n\n{text}\n\n{BODY}\n") == []


@pytest.mark.parametrize(
    "field", ["Readability: 72.4", "Readability: easy", "- Word count: 900 words."]
)
def test_a_value_of_what_is_measured_is_a_field(field: str) -> None:
    [seen] = check(meta_commentary, f"{BODY}\n\n{field}\n")
    assert seen.text == field.removeprefix("- ")


def test_a_paragraph_of_fields_is_found_as_a_whole() -> None:
    text = "**BRAND:** Kelby Pots\n**HEADLINE:** Soup\n**META DESCRIPTION:** Soup that takes ten minutes.\n"
    [seen] = check(meta_commentary, f"{text}\n{BODY}\n")
    assert seen.text == text.strip().removeprefix("**")


def test_fields_in_front_of_an_article_on_the_same_line_end_with_the_last_label() -> None:
    text = (
        f"**Headline** “Soup in ten minutes” **Short Meta Description** “Quick soup.” {BODY * 20}\n"
    )
    [seen] = check(meta_commentary, text)
    assert seen.text == "Headline** “Soup in ten minutes” **Short Meta Description"


def test_what_stands_between_two_fields_or_beside_them_is_one_as_well() -> None:
    fields = ("Keyword: quick soup", "Meta title: Soup", "Link count: 4", "Word count: 812")
    text = (
        "# Soup\n\n" + "\n\n".join(f"**{f.replace(':', ':**')}" for f in fields) + f"\n\n{BODY}\n"
    )
    assert [s.text.replace("**", "") for s in check(meta_commentary, text)] == list(fields)


def test_one_field_makes_no_form_of_its_neighbours() -> None:
    text = f"# Soup\n\nTags: soup\n\nWord count: 812\n\n{BODY}\n"
    assert [s.text for s in check(meta_commentary, text)] == ["Word count: 812"]


def test_metadata_of_a_site_generator_are_no_form() -> None:
    text = f"Title: Soup\nTags: soup, pot\nSlug: soup\n\n{BODY}\n"
    assert check(meta_commentary, text) == []


def test_examples() -> None:
    check_examples(meta_commentary)
