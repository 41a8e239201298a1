"""The scalars of a YAML mapping with their places, through PyYAML's pure-Python composer.

The C loader crashes the interpreter on deeply nested input, and constructing objects lets a few
hundred bytes of merged aliases grow to gigabytes. So nodes are only composed, each alias is taken
only where it names a scalar, and size, depth and number of nodes are limited.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from textlint.document import Notice
from textlint.lazy import lazy_pattern
from textlint.model import Span
from textlint.readers.scalars import MAX_KEY, Scalar, UnreadableError, is_text
from textlint.readers.yaml_styles import scalar_pieces

MAX_CHARACTERS = 64 * 1024
MAX_DEPTH = 40
MAX_NODES = 10_000

_SKIPPED = "tag:textlint,2024:skipped-alias"
_PROPERTIES = lazy_pattern(r"(?:[&!]\S*\s+)*")  # an anchor and a tag may stand before a value


def yaml_scalars(source: str, start: int, end: int) -> tuple[list[Scalar], list[Notice]]:
    """Return the scalars of the mapping `source[start:end]`, in order of place.

    Raises `UnreadableError` where the text is no YAML, is no mapping, or exceeds a limit. An empty text is
    an empty mapping.
    """
    if end - start > MAX_CHARACTERS:
        raise UnreadableError(f"longer than {MAX_CHARACTERS:,} characters", start)
    root, aliases = _compose(source[start:end], start)
    if root is None:
        return [], []
    notices = []
    if aliases:
        name, place = aliases[0]
        others = f" (nor are {len(aliases) - 1} more)" if len(aliases) > 1 else ""
        message = f"The YAML alias *{name} is not expanded{others}."
        notices.append(Notice(Span(place, place + 1 + len(name)), message))
    scalars = []
    pending = [("", root)]
    while pending:
        key, node = pending.pop()
        if node.id == "mapping":
            for key_node, value in reversed(node.value):
                if key_node.id == "scalar":
                    name = key_node.value[:MAX_KEY].lower()
                    pending.append((f"{key}.{name}" if key else name, value))
        elif node.id == "sequence":
            pending.extend((key, item) for item in reversed(node.value))
        elif node.tag != _SKIPPED:
            scalars.append(_scalar(source, start, key, node))
    return scalars, notices


def _compose(text: str, offset: int) -> tuple[Any, list[tuple[str, int]]]:
    import yaml

    try:
        loader = _loader()(text)
    except yaml.reader.ReaderError as error:  # it looks through short texts at once
        raise _not_allowed(error, offset) from None
    try:
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join((error.problem or error.context or "not valid").split())
        raise UnreadableError(problem, offset + (mark.index if mark else 0)) from None
    except yaml.reader.ReaderError as error:
        raise _not_allowed(error, offset) from None
    except (ValueError, OverflowError):  # an escape beyond U+10FFFF, a %YAML version of letters
        raise UnreadableError("an escape names no character", offset) from None
    finally:
        loader.dispose()
    if root is not None and root.id != "mapping":
        if root.id == "scalar" and not root.value:
            return None, []
        raise UnreadableError("not a mapping of keys to values", offset)
    return root, [(name, offset + place) for name, place in loader.skipped_aliases]


def _not_allowed(error: Any, offset: int) -> UnreadableError:
    """Return what is wrong with a text that holds a character which YAML forbids."""
    code = error.character if isinstance(error.character, int) else ord(error.character)
    return UnreadableError(f"character U+{code:04X} is not allowed", offset + error.position)


@cache
def _loader() -> type[Any]:
    """Return the limited composer; made on first use, since importing yaml takes a while."""
    import yaml

    class LimitedLoader(yaml.SafeLoader):
        peek_event: Any  # PyYAML's stubs leave its own machinery untyped

        def __init__(self, text: str) -> None:
            super().__init__(text)
            self.depth = 0
            self.nodes = 0
            self.skipped_aliases: list[tuple[str, int]] = []

        def compose_node(self, parent: Any, index: Any) -> Any:
            event = self.peek_event()
            if isinstance(event, yaml.AliasEvent):
                return self._alias(parent, index)
            self.depth += 1
            self.nodes += 1
            if self.depth > MAX_DEPTH:
                raise self._too(f"nested more than {MAX_DEPTH} levels deep", event)
            if self.nodes > MAX_NODES:
                raise self._too(f"more than {MAX_NODES:,} values", event)
            node = super().compose_node(parent, index)
            self.depth -= 1
            return node

        def _alias(self, parent: Any, index: Any) -> Any:
            event = self.peek_event()
            node = super().compose_node(parent, index)
            if isinstance(node, yaml.ScalarNode):
                return node
            self.skipped_aliases.append((event.anchor, event.start_mark.index))
            return yaml.ScalarNode(_SKIPPED, "", event.start_mark, event.end_mark)

        @staticmethod
        def _too(problem: str, event: Any) -> yaml.MarkedYAMLError:
            return yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)

    return LimitedLoader


def _scalar(source: str, offset: int, key: str, node: Any) -> Scalar:
    start = offset + node.start_mark.index
    end = offset + node.end_mark.index
    value, style = node.value, node.style
    properties = _PROPERTIES.match(source, start, end)
    start = properties.end() if properties else start
    while end > start and source[end - 1] in " \t\r\n":  # a block scalar's mark is on the next line
        end -= 1
    if style in ("|", ">"):
        value = value.rstrip("\n")
    return Scalar(
        key,
        value,
        start,
        end,
        scalar_pieces(source, start, end, value, style),
        bool(style) or is_text(value),
    )
