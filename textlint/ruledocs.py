"""What is said about a rule, made from the rule alone: its page, `textlint explain`, SARIF help.

The explanation of a rule is its module's docstring: paragraphs of Markdown that say what is wrong
and why it matters, then paragraphs that open with a bold title such as `**How to fix.**`.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import types
import typing
from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from textlint.escaping import one_line, visible
from textlint.excerpts import cell_width, excerpt, wrap
from textlint.lines import LineIndex
from textlint.model import Span
from textlint.rule import Example, NoOptions, Rule

DOCUMENTATION = "https://textlint.readthedocs.io/en/latest/"

_BAR = "  │ "  # in front of the lines of an example
_TITLED = re.compile(r"\*\*(?P<title>[^*]+?)[.:]?\*\*\s*")
_PARAGRAPHS = re.compile(r"\n\s*\n")
_MARKUP = re.compile(
    r"(?P<code>`[^`]+`)|\*\*(?P<bold>.+?)\*\*|\[(?P<text>[^\]]+)\]\((?P<address>[^)\s]+)\)"
)
_LIST_ITEM = re.compile(r"(?:[-*+]|\d+[.)])\s")
_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*$")


class Section(NamedTuple):
    """A part of an explanation: its title ("" for the first part) and its Markdown paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


class Option(NamedTuple):
    """A setting of a rule as it is written in a configuration file."""

    key: str
    type: str
    default: str


def rule_url(rule: Rule) -> str:
    """Return the address of a rule's page."""
    return rule.help_url or f"{DOCUMENTATION}rules/{rule.id}/"


def sections(rule: Rule) -> list[Section]:
    """Return the parts of a rule's explanation, the untitled one first."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for paragraph in _PARAGRAPHS.split(inspect.cleandoc(rule.explanation)):
        titled = _TITLED.match(paragraph)
        if titled:
            parts.append((titled["title"], []))
        text = paragraph[titled.end() :] if titled else paragraph
        if text.strip():
            parts[-1][1].append(text.strip("\n"))
    return [Section(title, tuple(paragraphs)) for title, paragraphs in parts]


def description(rule: Rule) -> str:
    """Return the first paragraph of the explanation as one line of plain text that is a sentence."""
    paragraphs = sections(rule)[0].paragraphs
    return sentence(plain(paragraphs[0]) if paragraphs else rule.summary)


def sentence(text: str) -> str:
    """Return `text` on one line, closed by a full stop if nothing closes it."""
    text = one_line(text)
    return text if _SENTENCE_END.search(text) else f"{text}."


def plain(markdown: str) -> str:
    """Return a paragraph without bold marks and with the address of a link behind its text."""
    return _MARKUP.sub(
        lambda found: found["code"] or found["bold"] or f"{found['text']} ({found['address']})",
        markdown,
    )


def options(rule: Rule) -> list[Option]:
    """Return the settings of a rule with their types in words and their defaults as in TOML."""
    hints = typing.get_type_hints(rule.options)
    defaults = rule.options()
    return [
        Option(
            field.name.replace("_", "-"),
            _type_words(hints[field.name]),
            _toml(getattr(defaults, field.name)),
        )
        for field in dataclasses.fields(rule.options)
    ]


def marked_places(example: Example) -> list[Span]:
    """Return the places of a bad example's text that the rule reports, in order."""
    places: list[Span] = []
    after = 0
    for text in example.at:
        start = example.text.find(text, after)
        start = example.text.find(text) if start < 0 else start  # overlaps the one before
        if start >= 0:
            places.append(Span(start, start + len(text)))
            after = start + max(len(text), 1)
    return places


def markdown_page(rule: Rule, origin: str = "") -> str:
    """Return the rule's page for the documentation; `origin` names the plugin it comes from."""
    lines = [f"# {rule.id}", "", sentence(rule.summary), "", *_facts_table(rule, origin)]
    lines += _explained(rule, "## ")
    lines += ["## Examples", "", "### Reported", ""] if rule.bad_examples else []
    for example in rule.bad_examples:
        lines += _beside(example)
        lines += [*_fenced(example.text, _language(example)), "", _reported(example), ""]
    lines += ["### Not reported", ""] if rule.good_examples else []
    for example in rule.good_examples:
        lines += [*_beside(example), *_fenced(example.text, _language(example)), ""]
        if example.why:
            lines += [_reason(example), ""]
    lines += ["## Configuration", "", *_options_table(rule)]
    lines += [*_fenced(_configuration(rule), "toml"), ""]
    lines += ["To accept one block of text, put a comment before it:", ""]
    lines += [*_fenced(_suppression(rule), "markdown"), ""]
    return "\n".join(lines)


def terminal_page(
    rule: Rule, width: int, origin: str = "", heading: Callable[[str], str] = str
) -> str:
    """Return what `textlint explain` prints, in lines of at most `width` cells.

    `heading` may add colour to the titles.
    """
    lines = [heading(rule.id), *wrap(sentence(rule.summary), width), ""]
    lines += [f"  {name:<11}{value}" for name, value in _facts(rule, origin)] + [""]
    for section in sections(rule):
        if section.title:
            lines.append(heading(section.title))
        for paragraph in section.paragraphs:
            lines += [*_wrapped(paragraph, width), ""]
    lines += [heading("Reported")] if rule.bad_examples else []
    for example in rule.bad_examples:
        lines += [*_marked(example, width), ""]
    lines += [heading("Not reported")] if rule.good_examples else []
    for example in rule.good_examples:
        lines += [part for line in _lines(example.text) for part in _barred(line, width)]
        lines += [*(_wrapped(_reason(example), width, "    ") if example.why else ()), ""]
    lines += [heading("Configuration"), *(f"  {line}" for line in _lines(_configuration(rule)))]
    for option in options(rule):
        lines.append(f"  # {option.key}: {option.type}")
    lines += ["", heading("To accept one place"), f"  {_suppression(rule)}", ""]
    lines += [heading("More"), f"  {rule_url(rule)}"]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def help_markdown(rule: Rule) -> str:
    """Return the help that code scanning shows beside an alert: explanation and one example each."""
    lines = _explained(rule, "## ")
    if rule.bad_examples:
        example = rule.bad_examples[0]
        lines += ["## Reported", "", *_fenced(example.text, ""), "", _reported(example), ""]
    if rule.good_examples:
        example = rule.good_examples[0]
        lines += ["## Not reported", "", *_fenced(example.text, ""), ""]
        lines += [_reason(example), ""] if example.why else []
    lines.append(f"[Options and more examples]({rule_url(rule)})")
    return "\n".join(lines)


def help_text(rule: Rule) -> str:
    """Return the same help as plain text, for tools that do not read Markdown."""
    paragraphs = []
    for section in sections(rule):
        title = f"{section.title}: " if section.title else ""
        for paragraph in section.paragraphs:
            paragraphs.append(title + one_line(plain(paragraph)))
            title = ""
    return "\n\n".join([*paragraphs, f"Options and examples: {rule_url(rule)}"])


def _facts(rule: Rule, origin: str) -> Iterator[tuple[str, str]]:
    yield "severity", rule.severity.label
    yield "confidence", rule.confidence.label
    yield "profile", rule.profile
    yield "languages", ", ".join(rule.languages) or "all"
    yield "since", rule.since
    if origin:
        yield "from", one_line(origin)


def _facts_table(rule: Rule, origin: str) -> list[str]:
    names, values = zip(*_facts(rule, origin), strict=True)
    return [_row(names), _row("---" for _ in names), _row(values), ""]


def _row(cells: typing.Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _explained(rule: Rule, level: str) -> list[str]:
    lines = []
    for section in sections(rule):
        if section.title:
            lines += [level + section.title, ""]
        for paragraph in section.paragraphs:
            lines += [paragraph, ""]
    return lines


def _beside(example: Example) -> list[str]:
    """Return a line that names the other files of a collection, if there are any."""
    if not example.beside:
        return []
    names = ", ".join(name for name, _ in example.beside)
    return [f"`{example.filename}` beside {names}:", ""]


def _reported(example: Example) -> str:
    """Name the marked texts of an example in a sentence of Markdown."""
    texts = [_code(one_line(text)) for text in example.at]
    return f"Marked: {', '.join(texts)}."


def _reason(example: Example) -> str:
    """Return why a good example is good as a sentence."""
    return sentence(example.why[:1].upper() + example.why[1:])


def _code(text: str) -> str:
    """Return a code span whose fence is longer than any run of backticks in it."""
    fence = "`" * (_longest_run(text) + 1)
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{blank}{text}{blank}{fence}"


def _fenced(text: str, language: str) -> list[str]:
    fence = "`" * max(3, _longest_run(text) + 1)
    return [fence + language, *map(visible, _lines(text)), fence]


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)


def _lines(text: str) -> list[str]:
    """Return the lines of an example without the empty ones at its end."""
    index = LineIndex(text)
    lines = [index.line_text(number) for number in range(1, len(index) + 1)]
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    return lines


def _language(example: Example) -> str:
    suffix = example.filename.rpartition(".")[2]
    return {"md": "markdown", "txt": "text"}.get(suffix, suffix)


def _marked(example: Example, width: int) -> Iterator[str]:
    """Yield the lines of a bad example, with carets below what the rule marks."""
    index = LineIndex(example.text)
    marks: dict[int, list[Span]] = {}
    for place in marked_places(example):
        for number in range(index.line(place.start), index.line(max(place.end - 1, 0)) + 1):
            marks.setdefault(number, []).append(place)
    for number in range(1, len(_lines(example.text)) + 1):
        line = index.line_span(number)
        if number not in marks or line.start == line.end:
            yield from _barred(index.line_text(number), width)
            continue
        for place in marks[number]:
            inside = Span(max(place.start, line.start), max(min(place.end, line.end), line.start))
            shown = excerpt(example.text, line, inside, width - len(_BAR))
            yield _BAR + shown.text
            yield _BAR + shown.caret_line


def _barred(line: str, width: int) -> list[str]:
    """Return a line of an example, broken where it is longer than the terminal is wide."""
    shown, room = visible(line), width - len(_BAR)
    return [_BAR + part for part in ([shown] if cell_width(shown) <= room else wrap(shown, room))]


def _wrapped(markdown: str, width: int, indent: str = "  ") -> list[str]:
    """Return a paragraph as plain text, its list items on lines of their own."""
    parts: list[str] = []
    for line in markdown.splitlines():
        if parts and not _LIST_ITEM.match(line.lstrip()):
            parts[-1] += f" {line.strip()}"
        else:
            parts.append(line.strip())
    return [
        (indent if number == 0 or not _LIST_ITEM.match(part) else f"{indent}  ") + line
        for part in parts
        for number, line in enumerate(wrap(one_line(plain(part)), width - len(indent) - 2))
    ]


def _options_table(rule: Rule) -> list[str]:
    known = options(rule)
    if not known:
        return ["The rule has no options of its own.", ""]
    lines = [_row(("option", "type", "default")), _row(["---"] * 3)]
    lines += [_row((_code(o.key), o.type, _code(o.default))) for o in known]
    written = rule.options.__doc__ or ""
    # dataclass() writes a signature where there is no docstring.
    if rule.options is not NoOptions and not written.startswith(f"{rule.options.__name__}("):
        lines += ["", inspect.cleandoc(written)]
    return [*lines, ""]


def _configuration(rule: Rule) -> str:
    lines = [f'[rules."{rule.id}"]', f'severity = "{rule.severity.label}"']
    lines += [f"{option.key} = {option.default}" for option in options(rule) if option.default]
    return "\n".join(lines)


def _suppression(rule: Rule) -> str:
    return f"<!-- textlint: ignore[{rule.id}] the reason -->"


def _type_words(hint: Any) -> str:
    simple = {bool: "true or false", int: "whole number", float: "number", str: "text"}
    if hint in simple:
        return simple[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return "one of " + ", ".join(_toml(value) for value in arguments)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(_type_words(a) for a in arguments if a is not types.NoneType)
    if origin in (tuple, list, set, frozenset) and arguments:
        return f"list, each {_type_words(arguments[0])}"
    return getattr(hint, "__name__", str(hint))


def _toml(value: object) -> str:
    """Return a default as TOML writes it; "" for None, which TOML can only say by leaving it out."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, (set, frozenset)):
        return _toml(sorted(value))
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return str(value)
