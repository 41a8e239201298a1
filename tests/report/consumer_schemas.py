"""What the consumers of our formats accept, written after their public descriptions.

GitLab: https://docs.gitlab.com/ci/testing/code_quality/, "Code Quality report format".
reviewdog: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf (Diagnostic and its parts); ours is
stricter: it requires what we always write and allows nothing else.
JUnit: junit-10.xsd of the xUnit plugin of Jenkins, as the elements, attributes and children it names.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element


def _object(optional: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


# Neither absolute nor with steps: GitLab would not find the file.
_PATH = {"type": "string", "minLength": 1, "pattern": r"^(?!/|\./|\.\./|.*/\.\.?/)"}
_COUNT = {"type": "integer", "minimum": 1}
_TEXT = {"type": "string", "minLength": 1}

GITLAB = {
    "type": "array",
    "items": _object(
        description=_TEXT,
        check_name=_TEXT,
        fingerprint=_TEXT,
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=_object(path=_PATH, lines=_object(begin=_COUNT, end=_COUNT)),
    ),
}

_RANGE = _object(start=_object(line=_COUNT, column=_COUNT), end=_object(line=_COUNT, column=_COUNT))
RDF_DIAGNOSTIC = _object(
    ("suggestions",),
    message=_TEXT,
    location=_object(path=_PATH, range=_RANGE),
    severity={"enum": ["ERROR", "WARNING", "INFO"]},
    source=_object(name=_TEXT),
    code=_object(value=_TEXT, url={"type": "string", "pattern": "^https://"}),
    suggestions={"type": "array", "items": _object(range=_RANGE, text={"type": "string"})},
)

# element: (attributes that must be there, those that may, children)
_MESSAGE = (frozenset[str](), frozenset({"type", "message"}), frozenset[str]())
_COUNTS = frozenset({"name", "tests", "failures", "errors"})
_OUTPUTS = frozenset({"system-out", "system-err"})
JUNIT: dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]] = {
    "testsuites": (frozenset(), _COUNTS | {"time"}, frozenset({"testsuite"})),
    "testsuite": (
        _COUNTS,
        frozenset({"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file"}),
        frozenset({"testsuite", "properties", "testcase"}) | _OUTPUTS,
    ),
    "testcase": (
        frozenset({"name"}),
        frozenset({"time", "classname", "group"}),
        frozenset({"skipped", "error", "failure"}) | _OUTPUTS,
    ),
    "failure": _MESSAGE,
    "error": _MESSAGE,
    "skipped": _MESSAGE,
    "system-out": (frozenset(), frozenset(), frozenset()),
}


def check_junit(element: Element) -> None:
    """Raise `AssertionError` for what the schema does not know."""
    required, optional, children = JUNIT[element.tag]
    assert required <= set(element.keys()) <= required | optional, (element.tag, element.keys())
    for child in element:
        assert child.tag in children, (element.tag, child.tag)
        check_junit(child)
