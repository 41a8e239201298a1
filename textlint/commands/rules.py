"""`textlint rules`: every rule that is installed."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from textlint.commands.parameters import one_of, split_names
from textlint.commands.status import CLEAN, INCOMPLETE
from textlint.commands.streams import notice, wants_color, width_of, write_stdout
from textlint.escaping import one_line
from textlint.spelling import nearest

if TYPE_CHECKING:
    from textlint.plugins import Host
    from textlint.rule import Rule

JSON_VERSION = 1


@click.command("rules")
@click.option(
    "--family",
    "families",
    multiple=True,
    callback=split_names,
    metavar="NAMES",
    help="Only the rules of these families. Repeatable, comma lists.",
)
@click.option(
    "--profile",
    callback=one_of("default", "strict", "audit"),
    metavar="default|strict|audit",
    help="Only the rules that run in this profile.",
)
@click.option(
    "--format",
    "format_name",
    default="text",
    callback=one_of("text", "json"),
    metavar="text|json",
    help="The default is 'text'.",
)
def command(*, families: tuple[str, ...], profile: str | None, format_name: str) -> int:
    """List the rules that are installed, with their severity and profile.

    Exit status: 0, 2 wrong usage, 3 when a plugin has problems, so that rules may be missing.
    """
    from textlint.commands.settings import host_with_own_rules
    from textlint.plugins import load_host
    from textlint.rule import PROFILES

    host = host_with_own_rules(load_host())
    known = {rule.family for rule in host.rules}
    for family in families:
        if family not in known and not host.problems:
            hint = nearest(family, known) or f"; the families are {', '.join(sorted(known))}"
            raise click.UsageError(f'there is no family "{family}"{hint}')
    chosen = [rule for rule in host.rules if not families or rule.family in families]
    if profile is not None:
        included = PROFILES[: list[str](PROFILES).index(profile) + 1]
        chosen = [rule for rule in chosen if rule.profile in included]
    if format_name == "json":
        log = {"version": JSON_VERSION, "rules": [_as_json(rule, host) for rule in chosen]}
        write_stdout(json.dumps(log, indent=1) + "\n")
    else:
        write_stdout(_as_text(chosen))
    for problem in host.problems:
        notice(f"textlint: {problem.message}")
    return INCOMPLETE if host.problems else CLEAN


def _as_text(rules: list[Rule]) -> str:
    """Return one line for each rule; in a terminal that is too narrow the summary goes below."""
    from textlint.excerpts import wrap
    from textlint.report.colors import STYLE_OF, painter

    paint = painter(wants_color(sys.stdout))
    width = width_of(sys.stdout)
    id_width = max((len(rule.id) for rule in rules), default=0)
    indent = id_width + 2 + len("warning") + 2 + len("default") + 2
    lines = []
    for rule in rules:
        severity = paint(f"{rule.severity.label:<7}", STYLE_OF[rule.severity])
        head = f"{paint(f'{rule.id:<{id_width}}', 'rule')}  {severity}  {rule.profile:<7}  "
        summary = wrap(one_line(rule.summary), max(width - indent, 30))
        lines.append(head + summary[0])
        lines += [" " * indent + line for line in summary[1:]]
    noun = "rule" if len(rules) == 1 else "rules"
    lines += ["", f"{len(rules)} {noun}; `textlint explain RULE` says more about one"]
    return "\n".join(lines) + "\n"


def _as_json(rule: Rule, host: Host) -> dict[str, Any]:
    from textlint.ruledocs import options, rule_url

    plugin = host.owner(rule.id)
    assert plugin is not None  # the rule comes from this host
    return {
        "id": rule.id,
        "family": rule.family,
        "summary": rule.summary,
        "severity": rule.severity.label,
        "confidence": rule.confidence.label,
        "profile": rule.profile,
        "since": rule.since,
        "languages": list(rule.languages),
        "options": [option._asdict() for option in options(rule)],
        "url": rule_url(rule),
        "plugin": plugin.name,
        "distribution": plugin.distribution,
        "distribution_version": plugin.version,
    }
