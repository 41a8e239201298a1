"""--fix changes what a safe fix names and not one byte more; --diff says the same as a patch."""

from __future__ import annotations

import codecs
import contextlib
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.engine import ActiveRule, Engine
from textlint.fixes import MOST_ROUNDS, UnfixableError, applicable, apply, encode_like
from textlint.model import Confidence, Finding, Fix, Severity, Span
from textlint.plugins import load_host
from textlint.rule import Example, Rule
from textlint.testing import read

RULES = load_host().rules
ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
ARTICLE = (
    "The ferry runs again.\r\n\r\nIt leaves\u200b at nine.\r\n\r\n"
    "Share this:\r\n\r\nFacebook Twitter LinkedIn"
)
MENDED = "The ferry runs again.\r\n\r\nIt leaves at nine."

Textlint = Callable[..., Any]


def finding(start: int, end: int, new: str = "", **values: Any) -> Finding:
    fix = Fix(Span(start, end), new, values.pop("safe", True))
    return Finding(
        values.pop("rule", "a/b"),
        Severity.WARNING, Confidence.HIGH, "a.md", Span(start, end), "m", fix=fix, **values,
    )  # fmt: skip


def test_of_overlapping_fixes_the_first_is_applied() -> None:
    findings = [finding(4, 9), finding(0, 5), finding(9, 10), finding(0, 6, rule="a/c")]
    assert [f.span for f, _ in applicable(findings)] == [Span(0, 6), Span(9, 10)]


def test_unsafe_suppressed_and_accepted_ones_are_left_alone() -> None:
    findings = [
        finding(0, 1, safe=False),
        finding(2, 3, suppressed=True),
        finding(4, 5, suppressed=True, set_aside="baseline"),
    ]
    assert applicable(findings) == []


def test_two_insertions_at_one_place_do_not_both_happen() -> None:
    assert len(applicable([finding(3, 3, "x"), finding(3, 3, "y", rule="a/c")])) == 1


def test_line_ends_of_a_replacement_are_those_of_the_text() -> None:
    assert apply("a\r\nb", [Fix(Span(3, 4), "c\nd")]) == "a\r\nc\r\nd"


@given(st.text(alphabet="ab \n\r", max_size=30), st.data())
def test_what_no_fix_names_stays(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(ends, ends), max_size=6))
    findings = [finding(min(p), max(p)) for p in pairs]
    chosen = [fix for _, fix in applicable(findings)]
    deleted = {place for fix in chosen for place in range(fix.span.start, fix.span.end)}
    assert apply(text, chosen) == "".join(c for i, c in enumerate(text) if i not in deleted)


@pytest.mark.parametrize(
    "data", [b"caf\xe9 \x81", b"\xef\xbb\xbfok \xff", b"\xc3\xa9 \xff\xc3\xa9"]
)
def test_bytes_that_are_no_text_are_never_rewritten(data: bytes) -> None:
    from textlint.decoding import decode

    text = decode(data).text or ""
    with contextlib.suppress(UnfixableError):
        assert encode_like(data, text) == data


def test_a_character_that_the_encoding_lacks_is_not_written() -> None:
    with pytest.raises(UnfixableError, match="does not exist in cp1252"):
        encode_like("café".encode("cp1252"), "café 漢")


def test_an_encoding_that_nothing_would_tell_any_more_stays() -> None:
    data = ("Маяк снова белый, и гавань открыта для всех лодок. " * 4).encode("koi8_r")
    assert encode_like(data, data.decode("koi8_r")) == data
    with pytest.raises(UnfixableError, match="nothing would tell that it is koi8_r"):
        encode_like(data, "Маяк")


FIXED_BY_RULE = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.bad_examples)
]


@pytest.mark.parametrize("rule, example", FIXED_BY_RULE)
def test_a_fixed_example_is_clean_for_its_rule(rule: Rule, example: Example) -> None:
    """Every safe fix removes its finding, changes nothing outside its span and comes to rest."""
    engine = Engine([ActiveRule(rule, rule.options())], alone=True)
    text = example.text
    for _ in range(MOST_ROUNDS):
        found = engine.check(read(text, example.filename, load_host().readers)).findings
        chosen = applicable(found)
        if not chosen:
            break
        changed = apply(text, [fix for _, fix in chosen])
        first, last = chosen[0][1].span.start, chosen[-1][1].span.end
        assert changed.startswith(text[:first]) and changed.endswith(text[last:])
        assert changed != text
        text = changed
    assert applicable(found) == []


@pytest.mark.parametrize("encoding, mark", ENCODINGS.items(), ids=list(ENCODINGS))
def test_encoding_mark_and_line_ends_stay(
    encoding: str, mark: bytes, work: Path, textlint_process: Textlint
) -> None:
    (work / "a.md").write_bytes(mark + ARTICLE.encode(encoding))
    (work / "a.md").chmod(0o640)
    shown = textlint_process("check", "--diff", "a.md")
    assert shown.returncode == 1, shown.stderr
    assert (work / "a.md").read_bytes() == mark + ARTICLE.encode(encoding)
    done = textlint_process("check", "--fix", "a.md")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "fixed 2 findings in 1 file" in done.stderr
    assert (work / "a.md").read_bytes() == mark + MENDED.encode(encoding)
    assert (work / "a.md").stat().st_mode & 0o777 == 0o640
    assert textlint_process("check", "--diff", "a.md").stdout == ""


@pytest.mark.parametrize("name", ["a.md", "new\nline.md", "a b.md", 'q"uote\\.md', "é\x1b[31m.md"])
def test_the_patch_is_one_that_git_applies(
    name: str, work: Path, textlint_process: Textlint
) -> None:
    (work / name).write_bytes(ARTICLE.encode())
    shown = textlint_process("check", "--diff", ".")
    assert "\x1b" not in shown.stdout
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        cwd=work, input=shown.stdout.encode(), check=True,
    )  # fmt: skip
    assert (work / name).read_bytes() == MENDED.encode()


def test_a_link_stays_a_link_and_its_file_keeps_its_mode(
    textlint: Textlint, install: Any, work: Path
) -> None:
    install("swap", PLUGIN)
    (work / "drafts").mkdir()
    article = work / "drafts" / "a.md"
    article.write_text("It is one.\n")
    article.chmod(0o604)
    (work / "linked.md").symlink_to("drafts/a.md")
    assert textlint("check", "--fix", "linked.md").status == 0
    assert article.read_text() == "It is three.\n"
    assert article.stat().st_mode & 0o777 == 0o604
    assert (work / "linked.md").readlink() == Path("drafts/a.md")
    assert sorted(path.name for path in work.rglob("*.md")) == ["a.md", "linked.md"]


PLUGIN = """
from textlint.hookspecs import hookimpl
from textlint.model import Fix, Hit, Span
from textlint.rule import rule

def replacing(id, old, new):
    @rule(id, summary="s", message="m", examples=())
    def check(document, context):
        start = document.source.find(old)
        if start >= 0:
            span = Span(start, start + len(old))
            yield Hit(span, fix=Fix(span, new))
    return check

@hookimpl
def textlint_rules():
    yield replacing("swap/there", "black", "white")
    yield replacing("swap/back", "white", "black")
    yield replacing("swap/chain", "one", "two")
    yield replacing("swap/chained", "two", "three")
"""


def test_fixes_that_do_not_come_to_rest_leave_the_file(
    textlint: Textlint, install: Any, work: Path
) -> None:
    install("swap", PLUGIN)
    (work / "a.md").write_text("It is black.\n")
    (work / "b.md").write_text("It is one.\n")
    done = textlint("check", "--fix", "--format", "concise")
    assert (work / "a.md").read_text() == "It is black.\n"
    assert "a.md: not fixed: its fixes do not come to rest" in done.err
    assert "a.md:1:7:" in done.out
    assert (work / "b.md").read_text() == "It is three.\n"


def test_a_file_with_broken_bytes_is_left_alone_and_named(
    textlint: Textlint, install: Any, work: Path
) -> None:
    install("swap", PLUGIN)
    data = "Das schöne Haus ist älter, one größer. ".encode() * 3 + b"\xff\n"
    (work / "a.md").write_bytes(data)
    done = textlint("check", "--fix")
    assert (work / "a.md").read_bytes() == data
    assert "a.md: not fixed: not all of its bytes are valid text" in done.err
    assert done.status == 1


def test_a_run_without_fixes_says_so(textlint: Textlint, work: Path) -> None:
    (work / "a.md").write_text("A warnable text.\n")
    done = textlint("check", "--fix")
    assert (done.status, done.err) == (
        1,
        "textlint: nothing was fixed: no finding here has a safe fix\n",
    )


def test_an_accepted_finding_is_not_fixed(textlint: Textlint, install: Any, work: Path) -> None:
    install("swap", PLUGIN)
    (work / "a.md").write_text("It is one.\n")
    textlint("baseline")
    assert textlint("check", "--fix", "--baseline", "textlint-baseline.json").status == 0
    assert (work / "a.md").read_text() == "It is one.\n"


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["--fix", "--diff"], "give one of them"),
        (["--fix", "-"], "not on standard input"),
        (["--diff", "--format", "json"], "leave the output options out"),
    ],
)
def test_what_cannot_be_meant(textlint: Textlint, arguments: list[str], said: str) -> None:
    done = textlint("check", *arguments)
    assert done.status == 2
    assert said in done.err


def test_a_patch_on_a_terminal_shows_escapes(
    textlint: Textlint, install: Any, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from textlint.commands import fixing

    install("swap", PLUGIN)
    (work / "a.md").write_text("It is \x1b[31m one.\n")
    assert "\x1b[31m" in textlint("check", "--diff").out
    monkeypatch.setattr(fixing, "is_terminal", lambda stream: True)
    shown = textlint("check", "--diff").out
    assert "\x1b" not in shown
    assert "+It is \\x1b[31m three." in shown


def test_a_file_that_changes_meanwhile_is_not_written(
    textlint: Textlint, install: Any, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from textlint.commands import fixing

    install("swap", PLUGIN)
    article = work / "a.md"
    article.write_text("It is one.\n")
    real = fixing.fix

    def slow(*arguments: Any) -> Any:
        fixed = real(*arguments)
        article.write_text("Somebody was here: one.\n")
        return fixed

    monkeypatch.setattr(fixing, "fix", slow)
    done = textlint("check", "--fix")
    assert (done.status, article.read_text()) == (3, "Somebody was here: one.\n")
    assert "a.md: not fixed: it was changed while it was checked" in done.err
