"""What whoever hands in a text says at its edges, and what authors, shops and teachers say there."""

from __future__ import annotations

import pytest
from textlint_leftover.chat_reply import chat_reply
from textlint_leftover.meta_commentary import meta_commentary
from textlint_leftover.working_note import working_note

from textlint.model import Severity
from textlint.testing import check

ARTICLE = (
    "The ferry was painted in May, and the slipway has a new rail.",
    "Two hours is enough for the round of the island. The path keeps to the shore.",
    "At the north end the monks left a well. Its water tastes of iron.",
    "The last boat back leaves at six.",
)

# What is said behind the text.
BEHIND = [
    "Shall I write a caption for the map as well?",
    "Should I make the intro shorter, or is it fine?",
    "Would you prefer that I move the second quote up?",
    "Do you want the headline to sound more formal?",
    "Let me know if you'd like more paragraphs on the monks.",
    "Just tell me which tone suits and I'll rework the draft.",
    "I can also prepare a shorter version if you need it.",
    "Happy to tweak the wording or the title.",
    "Feel free to ask for a longer draft.",
    "If you'd like a different hook, just say so.",
    "Does this match the tone you had in mind?",
    "Is there anything you'd like me to reword?",
    "Which headline do you prefer?",
    "I hope this draft helps!",
    "I've tightened the intro and kept the quotes unchanged.",
    "I avoided jargon and kept the sentences short.",
    "Note: I changed the order to avoid repetition.",
    "This version is about 30% shorter than the original.",
    "Changes made: shorter sentences, active voice, a new subheading.",
    "Sorry, your draft seems to be cut off.",
    "I made up the quotes, so please replace them.",
    "Before publishing, please check the figures.",
]
# What leads up to the text.
BEFORE = [
    "Here's a trimmed version that keeps the facts:",
    "Here is the full text, ready to copy and paste:",
    "Option A: warmer tone, shorter intro",
    "Headline ideas:",
    "One more version, shorter and punchier:",
    "Can you rewrite this in plain English?",
]
BY_PEOPLE = [
    "Should I write about the mainland next? Tell me in the comments.",
    "Should I take the early boat or the late one?",
    "Shall we go again?",
    "Let me know if you'd like a copy of the tide table.",
    "Let me know if you have been there.",
    "Happy to answer questions about the ferry.",
    "I can also make the bench longer on request.",
    "Feel free to adjust the amount of salt.",
    "Feel free to reprint this, with a link.",
    "I have changed the names of the monks in this story.",
    "I kept the quotes in dialect, as she spoke them.",
    "I have shortened the rope and fixed the rail.",
    "I changed the tone of the letter and sent it.",
    "Update: I rewrote the second paragraph after a reader pointed out an error.",
    "This version of the tale has no whale.",
    "This version has a longer handle and a softer grip.",
    "A longer version of this essay was read on the radio.",
    "The introduction is by her son.",
    "Key changes in the timetable:",
    "Which walk do you prefer?",
    "Was the headline fair?",
    "I could make the story longer, but the boat was coming.",
    "Would you like me to write your blog posts? I can draft the first one this week.",
    "Replace the text in brackets with your own name and save the file.",
    "Sorry, I can't open the chapel on Sundays.",
    "Type “continue” and press Enter.",
]
BEFORE_BY_PEOPLE = [
    "Here's a shorter version for those in a hurry:",
    "Here is a revised version of the timetable:",
    "Here is the full text of the plaque:",
    "Below is an edited version of our conversation.",
    "Option B: take the bus from the pier",
    "Can you make this shorter and lighter?",
    "Version 3 of the map shows the new pier.",
]


def _behind(line: str) -> str:
    return "\n\n".join([*ARTICLE, line]) + "\n"


def _before(line: str) -> str:
    return "\n\n".join([line, *ARTICLE]) + "\n"


@pytest.mark.parametrize("line", BEHIND)
def test_what_is_said_behind_the_text_is_found(line: str) -> None:
    assert [seen.text for seen in check(chat_reply, _behind(line))] == [line]


@pytest.mark.parametrize("line", BEFORE)
def test_what_leads_up_to_the_text_is_found(line: str) -> None:
    assert [seen.text for seen in check(chat_reply, _before(line))] == [line]


@pytest.mark.parametrize("line", BY_PEOPLE)
def test_what_people_say_behind_their_texts_is_left_alone(line: str) -> None:
    assert check(chat_reply, _behind(line)) == []


@pytest.mark.parametrize("line", BEFORE_BY_PEOPLE)
def test_what_people_begin_with_is_left_alone(line: str) -> None:
    assert check(chat_reply, _before(line)) == []


def test_the_same_line_in_the_middle_of_a_longer_article_is_left_alone() -> None:
    line = "Should I make the intro shorter, or is it fine?"
    assert check(chat_reply, "\n\n".join([*ARTICLE, line, *ARTICLE]) + "\n") == []


def test_what_the_article_is_about_counts_for_nothing() -> None:
    line = "Should I make the tone warmer?"
    assert check(chat_reply, _behind(line)) != []
    assert check(chat_reply, "The tone of a bell changes with the frost.\n\n" + _behind(line)) == []


def test_more_is_asked_for_where_the_author_says_i() -> None:
    line = "Feel free to ask for a shorter version."
    assert [seen.finding.severity for seen in check(chat_reply, _behind(line))] == [Severity.ERROR]
    assert check(chat_reply, "I went in May, and I would go again.\n\n" + _behind(line)) == []


def test_documents_that_show_code_are_left_alone() -> None:
    text = _behind("Here is the code.\n\n```\nrun\n```\n\nFeel free to ask for a shorter version.")
    assert check(chat_reply, text) == []


ORDERS = [
    "description: Write 150 characters max, include the main keyword",
    'description: "Meta description under 160 characters with the focus keyword"',
    'description: "Insert a short description here"',
    'keywords: "ferry, island, repeat each keyword three times"',
    'keywords: "primary keyword, secondary keyword"',
    'tags: "ferry, 5 more keywords"',
]
NO_ORDERS = [
    "description: Write to the harbour office, the path needs a rail",
    'description: "Use each row once and end with a border of twenty stitches"',
    'description: "Two sentences a day, and how the monks kept a diary"',
    'keywords: "ferry, island, monks"',
    'description: "A round of the island in under 160 minutes"',
]


@pytest.mark.parametrize("field", ORDERS)
def test_an_order_in_the_place_of_a_field_is_found(field: str) -> None:
    text = f"---\ntitle: The island\n{field}\n---\n\n{_behind('')}"
    value = field.partition(": ")[2].strip('"')
    assert [seen.text for seen in check(meta_commentary, text)] == [value]


@pytest.mark.parametrize("field", NO_ORDERS)
def test_a_field_that_is_filled_in_is_left_alone(field: str) -> None:
    text = f"---\ntitle: The island\n{field}\n---\n\n{_behind('')}"
    assert check(meta_commentary, text) == []


def test_an_article_about_keywords_may_describe_itself_by_them() -> None:
    text = "---\ndescription: Use the main keyword once\n---\n\nA keyword is a word that is looked for.\n"
    assert check(meta_commentary, text) == []


def test_a_comment_that_orders_keywords_is_found() -> None:
    note = "<!-- use the main keyword in the first paragraph -->"
    assert [seen.text for seen in check(working_note, _behind(note))] == [note]
    assert check(working_note, _behind("<!-- use the key in the first box -->")) == []
