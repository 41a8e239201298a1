"""A rule's options from a table, with their types checked."""

import pytest

from textlint.rule_options import OptionError, make_options, option_keys


def test_every_type_is_converted(rules) -> None:
    options = make_options(
        rules[0],
        {
            "at-least": 3,
            "share": 1,
            "name": "x",
            "strict": True,
            "mode": "lines",
            "words": ["a", "b"],
            "limit": 7,
        },
    )
    assert (options.at_least, options.share, options.name, options.strict) == (3, 1.0, "x", True)
    assert isinstance(options.share, float)
    assert (options.mode, options.words, options.limit) == ("lines", ("a", "b"), 7)


def test_what_is_not_said_keeps_its_default(rules) -> None:
    assert make_options(rules[0], {}) == rules[0].options()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"at-least": "3"}, '"at-least" must be a whole number, not the text "3"'),
        ({"at-least": True}, '"at-least" must be a whole number, not true'),
        ({"at-least": 1.5}, '"at-least" must be a whole number, not the number 1.5'),
        ({"share": "half"}, '"share" must be a number, not the text "half"'),
        ({"strict": 1}, '"strict" must be true or false, not the number 1'),
        ({"mode": "wrds"}, '"mode" must be one of "words", "lines", not the text "wrds"'),
        ({"words": "a"}, '"words" must be a list, not the text "a"'),
        ({"words": ["a", 1]}, '"words" must be a list, each a text, not a list'),
        ({"limit": "x"}, '"limit" must be a whole number, not the text "x"'),
        ({"name": {"a": 1}}, '"name" must be a text, not a table'),
        ({"at-least": 0}, "at-least must be 1 or more"),
        ({"at_least": 2}, 'has no option "at_least"; did you mean "at-least"?'),
        ({"zzz": 2}, 'it has "severity", "at-least", "share"'),
    ],
)
def test_a_wrong_value_says_what_would_be_right(rules, table, said) -> None:
    with pytest.raises(OptionError) as raised:
        make_options(rules[0], table)
    assert said in str(raised.value)
    assert raised.value.key == next(iter(table))


def test_keys_are_written_with_hyphens(rules) -> None:
    assert option_keys(rules[0])[0] == "at-least"
