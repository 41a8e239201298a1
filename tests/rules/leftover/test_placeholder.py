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
