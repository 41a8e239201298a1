"""Placeholders in the shapes templates and writers use, and brackets that mean something else."""

from __future__ import annotations

import pytest
from textlint_leftover.placeholder import placeholder

from textlint.model import Severity
from textlint.testing import check, check_examples

PLACEHOLDERS = [
    "[Insert quote]",
    "[INSERT NAME]",
    "[Insert 150-character summary here]",
    "[insert link to the report]",
    "[Add image of the bell]",
    "[add a source]",
    "[Your Name]",
    "[Your Company Name]",
    "[our website]",
    "[Company Name]",
    "[first name]",
    "[primary keyword]",
    "[keyword]",
    "[TBD]",
    "[Name of expert]",
    "[X]%",
    "(insert statistic)",
    "[TK]",
    "[to be confirmed by the parish]",
    "[Describe the product in two sentences]",
    "{{first_name}}",
    "{{ company name }}",
    "{{keyword}}",
    "{your city}",
    "%%first_name%%",
    "TKTK",
    "XX%",
    "$XX million",
    "XX/XX/XXXX",
    "Lorem ipsum dolor",
    "Click or tap here to enter text",
    "Error! Reference source not found",
    "[object Object]",
]

MEANT = [
    "[sic]",
    "[…]",
    "[3]",
    "[1, 2]",
    "[citation needed]",
    "[Figure 2]",
    "[their mother]",
    "[add]ed",
    "[include]",
    "[x]",
    "[Editor's note: corrected]",
    "[Music]",
    "[Image: the bell]",
    "[yourname].example.org",
    "[Insert](https://bells.example)",
    "[your account][account]",
    "`{{first_name}}`",
    "{{ site.url }}",
    "{{< figure >}}",
    "${name}",
    "{keyword}",
    "{Buffer|TypedArray}",
    "{string|null}",
    "{start|stop|status}",
    "{x | x is even}",
    "TK Maxx",
    "XX Corps",
    "XXL%",
    "MDCCXX",
    "lorem ipsum",
    "100%",
]


@pytest.mark.parametrize("mark", PLACEHOLDERS)
def test_a_placeholder_is_found_where_it_stands(mark: str) -> None:
    seen = check(placeholder, f"The bells of Orvik ring {mark} when the fog comes in.\n")
    assert [item.text for item in seen] == [mark]


@pytest.mark.parametrize("mark", MEANT)
def test_other_brackets_are_left_alone(mark: str) -> None:
    assert check(placeholder, f"The bells of Orvik ring {mark} when the fog comes in.\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Title Goes Here",
        "article content goes here.",
        "Your text here",
        "Insert image here",
        "Your title here",
    ],
)
def test_a_line_that_names_its_own_slot(line: str) -> None:
    text = f"The bells ring.\n\n{line}\n\nThe fog comes.\n"
    assert [item.text.rstrip(".") for item in check(placeholder, text)] == [line.rstrip(".")]


@pytest.mark.parametrize(
    "line", ["Your story ends here.", "Here", "The bells are here.", "Contact us here"]
)
def test_a_line_that_ends_in_here(line: str) -> None:
    assert check(placeholder, f"The bells ring.\n\n{line}\n") == []


def test_front_matter_and_headings_are_read() -> None:
    text = (
        "---\ntitle: '[Insert title]'\ndescription: Bells\n---\n## [Your heading here]\n\nBells.\n"
    )
    assert [s.text for s in check(placeholder, text)] == [
        "[Insert title]",
        "[Your heading here]",
    ]


def test_a_merge_field_that_markdown_takes_for_emphasis() -> None:
    assert [s.text for s in check(placeholder, "Dear *|FNAME|*, the bells ring.\n")] == ["|FNAME|"]


def test_a_bare_slot_counts_beside_another() -> None:
    assert check(placeholder, "The entry [name] is empty.\n") == []
    assert [s.text for s in check(placeholder, "Dear [Name], the bells ring.\n")] == ["[Name]"]
    terms = "The [City] means Orvik. The [Company] casts bells for the [City].\n"
    assert check(placeholder, terms) == []
    seen = check(placeholder, "Dear [Name], the bells ring. [Your Name]\n")
    assert [s.text for s in seen] == ["[Name]", "[Your Name]"]


def test_a_template_engine_fills_braces_in() -> None:
    assert check(placeholder, "{% assign keyword = 1 %}\n\nThe {{ keyword }} rings.\n") == []


def test_a_joke_in_a_sentence_is_a_warning() -> None:
    (seen,) = check(placeholder, "It sounded like [insert your favourite noise here] all night.\n")
    assert seen.finding.severity is Severity.WARNING


def test_examples() -> None:
    check_examples(placeholder)


LETTERS = [
    "# How to write a letter of complaint\n\nDear (insert name of the keeper here),\n",
    "# Moving out\n\n## A sample e-mail to your landlord\n\nYours, [Your Name]\n",
    "---\ntitle: Wording your wedding invitation\n---\n\nCome to [Company Name] on [Date].\n",
]


@pytest.mark.parametrize("text", LETTERS)
def test_an_article_about_letters_shows_blanks_to_its_readers(text: str) -> None:
    assert check(placeholder, text) == []


def test_a_letter_that_went_out_with_its_blanks_is_found() -> None:
    text = "# The gate is shut\n\nDear (insert name here),\n\nthe letters of May are answered.\n"
    assert [finding.text for finding in check(placeholder, text)] == ["(insert name here)"]


BODY = (
    "# News of the mill\n\n## [Opening line - what makes this year special]\n\n"
    "The wheel was given a new [main feature], and [lead carpenter] spoke at the [conference title].\n\n"
    "**[Key Benefit 1]** [Short account of what was gained]\n\n"
    "A grant of the [Sponsoring Agency] pays for [what the grant will pay for].\n"
)


def test_a_body_full_of_blanks_is_one_finding() -> None:
    [finding] = check(placeholder, BODY)
    assert finding.text == "[Opening line - what makes this year special]"
    places = [other.span for other in finding.finding.related]
    assert [BODY[span.start : span.end] for span in places] == [
        "[main feature]",
        "[lead carpenter]",
        "[conference title]",
        "[Key Benefit 1]",
        "[Short account of what was gained]",
        "[Sponsoring Agency]",
        "[what the grant will pay for]",
    ]


@pytest.mark.parametrize(
    "text",
    [
        BODY.replace("# News of the mill", "# A template for news"),
        BODY + "\nFill in what is yours.\n",
        BODY + "\n    mill [options]\n",
        "He [the miller] sold [or gave] the wheel [a new one] to them [the Moors], who [it is said] "
        "took it [by night] to Kelby [see chapter 4].\n",
        "[Am] The wheel [G7] goes round [C maj] and [D min] round [A sus] again [E min].\n",
    ],
)
def test_brackets_that_are_meant_are_no_blanks(text: str) -> None:
    assert check(placeholder, text) == []
