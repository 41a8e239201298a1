"""`textlint plugins`: what is installed, what it gives and what is wrong with it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from textlint.commands.parameters import one_of
from textlint.commands.status import CLEAN, INCOMPLETE
from textlint.commands.streams import wants_color, write_stdout
from textlint.escaping import one_line, visible

if TYPE_CHECKING:
    from textlint.plugins import Host, Plugin

JSON_VERSION = 1


@click.command("plugins")
@click.option(
    "--format",
    "format_name",
    default="text",
    callback=one_of("text", "json"),
    metavar="text|json",
    help="The default is 'text'.",
)
def command(*, format_name: str) -> int:
    """List the plugins that are installed, what they give, and their problems.

    Exit status: 0, 3 when a plugin has problems.
    """
    from textlint.plugins import load_host

    host = load_host()
    if format_name == "json":
        log = {
            "version": JSON_VERSION,
            "plugins": [_as_json(plugin) for plugin in host.plugins],
            "problems": [problem.message for problem in host.problems],
        }
        write_stdout(json.dumps(log, indent=1) + "\n")
    else:
        write_stdout(_as_text(host))
    return INCOMPLETE if host.problems else CLEAN


def _as_text(host: Host) -> str:
    from textlint.report.colors import painter

    paint = painter(wants_color(sys.stdout))
    rows = [(visible(p.name), visible(p.origin), _given(p)) for p in host.plugins]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(2)]
    lines = [
        f"{paint(name.ljust(widths[0]), 'path')}  {origin.ljust(widths[1])}  {given}"
        for name, origin, given in rows
    ]
    for problem in host.problems:
        lines.append(f"{paint('problem', 'error')}: {one_line(problem.message)}")
    return "\n".join(lines or ["no plugin is installed"]) + "\n"


def _given(plugin: Plugin) -> str:
    """Return "3 rules, reads .adoc, writes html" for what a plugin contributes."""
    parts = []
    if plugin.rules:
        parts.append(f"{len(plugin.rules)} rule{'s' if len(plugin.rules) > 1 else ''}")
    if plugin.readers:
        parts.append("reads " + " ".join(s for reader in plugin.readers for s in reader.suffixes))
    if plugin.reporters:
        parts.append("writes " + " ".join(reporter.name for reporter in plugin.reporters))
    if plugin.problems:
        count = len(plugin.problems)
        parts.append(f"{count} problem{'s' if count > 1 else ''}")
    return visible(", ".join(parts)) or "nothing"


def _as_json(plugin: Plugin) -> dict[str, Any]:
    return {
        "name": plugin.name,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "rules": [rule.id for rule in plugin.rules],
        "suffixes": [suffix for reader in plugin.readers for suffix in reader.suffixes],
        "formats": [reporter.name for reporter in plugin.reporters],
        "problems": [problem.message for problem in plugin.problems],
    }
