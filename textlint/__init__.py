"""textlint finds the defects of republished articles and says exactly where they are.

The names of `__all__` are the public interface, beside `textlint.rule` and `textlint.testing` for
those who write plugins. They are imported when they are first used (PEP 562), so that
`import textlint` costs nothing.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as type checkers know it; importing it would import all of `typing`
if TYPE_CHECKING:
    from typing import Any

    from textlint.config import Config as Config
    from textlint.config import ConfigError as ConfigError
    from textlint.config_file import load_config as load_config
    from textlint.document import Block as Block
    from textlint.document import BlockKind as BlockKind
    from textlint.document import Document as Document
    from textlint.hookspecs import hookimpl as hookimpl
    from textlint.model import Confidence as Confidence
    from textlint.model import Finding as Finding
    from textlint.model import Fix as Fix
    from textlint.model import Hit as Hit
    from textlint.model import Problem as Problem
    from textlint.model import Related as Related
    from textlint.model import Severity as Severity
    from textlint.model import Span as Span
    from textlint.phrases import PhraseTable as PhraseTable
    from textlint.plugins import Host as Host
    from textlint.plugins import load_host as load_host
    from textlint.readers import Reader as Reader
    from textlint.report import FileReport as FileReport
    from textlint.report import Reporter as Reporter
    from textlint.report import ReportOptions as ReportOptions
    from textlint.report import Run as Run
    from textlint.rule import Context as Context
    from textlint.rule import Rule as Rule
    from textlint.runner import RunSettings as RunSettings
    from textlint.runner import run as run

_PLACES = {
    "Block": "document",
    "BlockKind": "document",
    "Confidence": "model",
    "Config": "config",
    "ConfigError": "config",
    "Context": "rule",
    "Document": "document",
    "FileReport": "report",
    "Finding": "model",
    "Fix": "model",
    "Hit": "model",
    "Host": "plugins",
    "PhraseTable": "phrases",
    "Problem": "model",
    "Reader": "readers",
    "Record": "records",
    "RecordReader": "readers",
    "Related": "model",
    "ReportOptions": "report",
    "Reporter": "report",
    "Rule": "rule",
    "Run": "report",
    "RunSettings": "runner",
    "Severity": "model",
    "Span": "model",
    "hookimpl": "hookspecs",
    "load_config": "config_file",
    "load_host": "plugins",
    "run": "runner",
}

__all__ = ["__version__", *_PLACES]  # noqa: PLE0604  (ruff cannot see that these are strings)


def __getattr__(name: str) -> "Any":
    """Import a public name when it is first asked for."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
