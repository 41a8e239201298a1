"""`textlint explain`: what a rule reports, why, and what to do about it."""

from __future__ import annotations

import sys

import click

from textlint.commands.status import CLEAN
from textlint.commands.streams import notice, wants_color, width_of, write_stdout
from textlint.spelling import nearest

_WIDEST = 100  # prose in longer lines is hard to read


@click.command("explain")
@click.argument("names", metavar="RULE...", nargs=-1, required=True)
def command(*, names: tuple[str, ...]) -> int:
    """Say what a rule reports, why it matters and how to fix it.

    RULE is the id of a rule, or a family for all of its rules.
    """
    from textlint.commands.settings import host_with_own_rules
    from textlint.plugins import load_host
    from textlint.report.colors import painter
    from textlint.ruledocs import terminal_page

    host = host_with_own_rules(load_host())
    rules = host.rules
    chosen = []
    for name in names:
        meant = [rule for rule in rules if name in (rule.id, rule.family)]
        if not meant:
            for problem in host.problems:  # the rule may be one of a plugin that did not load
                notice(f"textlint: {problem.message}")
            known = {known for rule in rules for known in (rule.id, rule.family)}
            hint = nearest(name, known) or "; `textlint rules` lists them"
            raise click.UsageError(f'there is no rule "{name}"{hint}')
        chosen += [rule for rule in meant if rule not in chosen]
    paint = painter(wants_color(sys.stdout))
    width = min(width_of(sys.stdout), _WIDEST)
    pages = []
    for rule in chosen:
        plugin = host.owner(rule.id)
        origin = "" if plugin is None else f"{plugin.name} ({plugin.origin})"
        pages.append(terminal_page(rule, width, origin, lambda title: paint(title, "path")))
    write_stdout("\n\n".join(pages))
    return CLEAN
