"""Patterns and tables that are kept beside the byte code, in a folder of the test's own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from textlint import kept

PATTERNS = [
    (r"(?P<year>(?:19|20)\d\d)|(?<![\w.])(month|day)s?\b", re.IGNORECASE),
    (r"[\u3040-\u30ff\u3400-\u9fff]{2,}|[^\W_]++(?:['’\-][^\W_]++)*+", 0),
    (r"^(?:a|bc*?)+$  # a remark", re.VERBOSE | re.MULTILINE),
]
TEXT = "In 1987, two Months\nabcc\nand 銀行の windmill-keeper’s day"

SCRIPT = """
import re, sys
from pathlib import Path
from textlint import kept
from textlint.kept import compiled, save, table
kept.PAYS_FROM = kept._SAVED_FROM = 0  # keep all, however quick this machine is
made = []
plain = kept._code_of
kept._code_of = lambda pattern, flags: (made.append(pattern), plain(pattern, flags))[1]
def rows(text):
    made.append("table")
    return {"rows": text.split()}
compiled("a(b)?", re.IGNORECASE)
print(table(Path(sys.argv[1]), rows)["rows"])
print(made)
save()
"""


def run(table: Path, prefix: Path, *, writes: bool = True) -> list[str]:
    """Run the script with its own folder for byte code; return the lines that it prints."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(prefix), "PYTHONSAFEPATH": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not writes:
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
    script = table.with_name("script.py")
    if not script.exists():
        script.write_text(SCRIPT)
    done = subprocess.run(
        [sys.executable, str(script), str(table)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def kept_file(prefix: Path) -> Path:
    (file,) = prefix.rglob("kept.*.bin")
    return file


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_pattern_from_its_code_is_the_pattern(pattern: str, flags: int) -> None:
    plain = re.compile(pattern, flags)
    made = kept._from_code(pattern, kept._code_of(pattern, int(flags)))
    assert (made.pattern, made.flags) == (plain.pattern, plain.flags)
    assert (made.groups, made.groupindex) == (plain.groups, plain.groupindex)
    found = [(m.span(), m.groups(), m.lastgroup) for m in plain.finditer(TEXT)]
    assert [(m.span(), m.groups(), m.lastgroup) for m in made.finditer(TEXT)] == found
    assert found


def test_a_mistake_in_a_pattern_is_told_as_ever() -> None:
    with pytest.raises(re.error, match="unterminated"):
        kept.compiled("a(b")


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    table, prefix = tmp_path / "table.txt", tmp_path / "code"
    table.write_text("oak elm")
    assert run(table, prefix) == ["['oak', 'elm']", "['a(b)?', 'table']"]
    assert run(table, prefix) == ["['oak', 'elm']", "[]"]
    table.write_text("oak elm ash")
    assert run(table, prefix) == ["['oak', 'elm', 'ash']", "['table']"]


def test_nothing_is_written_where_no_byte_code_is(tmp_path: Path) -> None:
    table, prefix = tmp_path / "table.txt", tmp_path / "code"
    table.write_text("oak")
    for _ in range(2):
        assert run(table, prefix, writes=False) == ["['oak']", "['a(b)?', 'table']"]
    assert not list(prefix.rglob("kept.*"))
    run(table, prefix)
    assert run(table, prefix, writes=False) == ["['oak']", "[]"]


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "of another Python"])
def test_a_damaged_file_is_made_anew(damage: str, tmp_path: Path) -> None:
    table, prefix = tmp_path / "table.txt", tmp_path / "code"
    table.write_text("oak")
    run(table, prefix)
    file = kept_file(prefix)
    content = file.read_bytes()
    middle = len(content) - 20
    file.write_bytes(
        {
            "cut": content[:-10],
            "changed": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
            "empty": b"",
            "of another Python": content.replace(sys.version.encode(), b"2.7"),
        }[damage]
    )
    assert run(table, prefix) == ["['oak']", "['a(b)?', 'table']"]
    assert run(table, prefix) == ["['oak']", "[]"]
