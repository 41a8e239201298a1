"""The line of a key is found in every way of writing TOML."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.toml_lines import line_of

TEXT = '''\
# select = "not me"
a.b."c d" = [1, [2, "x]"], {k = 1, z = "}"}]
[x.'y'] # [nor.me]
k = """
[q]
k2 = 1
"""
w = {a = {b = 3}}

[[x.t]]
m = 1979-05-27T07:32:00Z
[[x.t]]
m = [
  "one", # "two"
  'th"ree',
]
[x.t.sub]
v = -1e3
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 2),
        (("a", "b", "c d", 1, 1), 2),
        (("a", "b", "c d", 2, "z"), 2),
        (("x", "y"), 3),
        (("x", "y", "k"), 4),
        (("x", "y", "w", "a", "b"), 8),
        (("x", "t", 0, "m"), 11),
        (("x", "t", 1), 12),
        (("x", "t", 1, "m"), 13),
        (("x", "t", 1, "m", 0), 14),
        (("x", "t", 1, "m", 1), 15),
        (("x", "t", 1, "sub", "v"), 18),
        (("x", "t", 1, "sub", "missing"), 17),
        (("x", "y", "k2"), 3),
        (("missing",), None),
    ],
)
def test_the_line_of_a_path(path, line) -> None:
    tomllib.loads(TEXT)
    assert line_of(TEXT, path) == line


def test_lines_end_as_toml_says() -> None:
    assert line_of("a = 1\r\nb = 2\r\n\r\n[c]\r\nd = 1\r\n", ("c", "d")) == 5


def test_strings_that_look_like_the_end_of_strings() -> None:
    text = 'a = """x\\""""""\nb = \'\'\'y\'\'\'\'\'\nc = "\\\\"\nd = 1\n'
    assert tomllib.loads(text)["d"] == 1
    assert line_of(text, ("d",)) == 4


keys = st.text("ab-_.\"' é", min_size=1, max_size=4)
scalars = (
    st.integers(-9, 9) | st.booleans() | st.text("a\"'\\#[]{}=,. \n", max_size=6) | st.floats(0, 1)
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3)
)


def written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return "[\n" + "".join(f"  {written(item)}, # ]\n" for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(k)} = {written_flat(v)}" for k, v in value.items()) + "}"
    return repr(value)


def written_flat(value: object) -> str:
    """An inline table may not hold a line break, except inside a list."""
    return written(value)


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


@given(st.dictionaries(keys, values, max_size=4))
def test_every_top_level_key_is_found_where_it_was_written(data: dict[str, object]) -> None:
    text = "# [x]\n"
    lines = {}
    for key, value in data.items():
        lines[key] = text.count("\n") + 1
        text += f"{quoted(key)} = {written(value)} # {key!r}\n"
    assert tomllib.loads(text) == data
    assert {key: line_of(text, (key,)) for key in data} == lines
